/** @module People by name or work number, for the command palette. */
import type { AdminCommand, SearchContext } from '../../desk/feature.ts';
import { can } from '../../desk/viewer.ts';
import { listQuery } from '../../desk/documents.ts';

const people = listQuery('users', 'User', 'id name agentNo roles');

export async function search(
  text: string,
  { client, viewer, language }: SearchContext,
): Promise<readonly AdminCommand[]> {
  if (!can(viewer, 'staff.read')) return [];
  const part = { contains: text };
  const { nodes } = await client.query(people, { filter: { or: [{ name: part }, { agentNo: part }] }, first: 5 });
  return nodes.map(({ id, name, agentNo, roles }) => ({
    id: `person-${id}`,
    kind: language.of({ en: 'Staff', zh: '员工' }),
    title: name,
    icon: 'badge' as const,
    hint: [agentNo, ...roles.map((role) => language.code('Role', role))].join(' · '),
    path: `/staff/${id}`,
  }));
}
