/** @module Customers by name, for the command palette. */
import type { AdminCommand, SearchContext } from '../../desk/feature.ts';
import { can } from '../../desk/viewer.ts';
import { customersByName } from './data.ts';

export async function search(
  text: string,
  { client, viewer, language }: SearchContext,
): Promise<readonly AdminCommand[]> {
  if (!can(viewer, 'customer.read')) return [];
  const part = { contains: text };
  const { nodes } = await client.query(customersByName, { filter: { or: [{ name: part }, { nick: part }] }, first: 5 });
  return nodes.map(({ id, name, nick }) => ({
    id: `customer-${id}`,
    kind: language.of({ en: 'Customers', zh: '顾客' }),
    title: name || nick || '–',
    icon: 'people' as const,
    path: `/customers/${id}`,
  }));
}
