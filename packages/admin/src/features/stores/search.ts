/** @module Stores and their settings by name, for the command palette. */
import type { AdminCommand, SearchContext } from '../../desk/feature.ts';
import { can } from '../../desk/viewer.ts';
import { listQuery } from '../../desk/documents.ts';
import { storeWords } from './words.ts';

const names = listQuery('stores', 'Store', 'id name key');

export async function search(
  text: string,
  { client, viewer, language }: SearchContext,
): Promise<readonly AdminCommand[]> {
  if (!can(viewer, 'store.read')) return [];
  const { nodes } = await client.query(names, { first: 20 });
  const wanted = text.toLocaleLowerCase();
  const { tabs, tabsLabel } = language.words(storeWords);
  const fits = (...said: readonly string[]) => said.some((one) => one.toLocaleLowerCase().includes(wanted));
  const sections = Object.entries(tabs).filter(([, title]) => fits(title));
  return nodes.flatMap(({ id, name, key }) => [
    ...(fits(name, key)
      ? [{ id: `store-${id}`, kind: tabsLabel, title: name, icon: 'shop' as const, path: `/stores/${id}` }]
      : []),
    ...sections.map(([section, title]) => ({
      id: `store-${id}-${section}`,
      kind: tabsLabel,
      title,
      icon: 'sliders' as const,
      hint: name,
      path: `/stores/${id}/${section}`,
    })),
  ]);
}
