import type { AdminFeature, AdminPage } from '../desk/feature.ts';

const ownPath = (features: readonly AdminFeature[], entity: string): string | undefined =>
  features.map(({ rows }) => rows[entity]).find(Boolean);

/** Where a row is shown: on the page of the feature that has one for its entity, else on the generic page. */
export function rowPath(features: readonly AdminFeature[], entity: string, id: string): string {
  const own = ownPath(features, entity);
  return own ? `${own}/${id}` : `/records/${entity}/${id}`;
}

/** The element that shows a row there; it gets the id in its `params`. */
export function rowPage(
  features: readonly AdminFeature[],
  entity: string,
): Pick<AdminPage, 'tag' | 'load'> & { readonly values: object } {
  const path = `${ownPath(features, entity)?.slice(1)}/:id`;
  const page = features.flatMap(({ pages }) => pages).find((one) => one.path === path);
  if (page) return { tag: page.tag, load: page.load, values: { ...page.values } };
  return { tag: 'desk-admin-record', load: () => import('./record-page.ts'), values: { entity, start: undefined } };
}
