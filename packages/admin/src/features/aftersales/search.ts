/** @module Cases by number, order or customer, for the command palette. */
import type { AdminCommand, SearchContext } from '../../desk/feature.ts';
import { can } from '../../desk/viewer.ts';
import { searchCases } from './data.ts';

export async function search(
  text: string,
  { client, viewer, language }: SearchContext,
): Promise<readonly AdminCommand[]> {
  const wanted = text.replace(/^#/, '');
  if (!can(viewer, 'case.read') || wanted.length < 2) return [];
  const { nodes } = await client.query(searchCases, { text: wanted, first: 5 });
  return nodes.map(({ id, number, state, customerName }) => ({
    id: `case-${id}`,
    kind: language.of({ en: 'After-sales cases', zh: '售后单' }),
    title: number,
    icon: 'return' as const,
    hint: [language.code('CaseState', state), customerName].filter(Boolean).join(' · '),
    path: `/cases/${id}`,
  }));
}
