import type { AdminFeature } from '../desk/feature.ts';

/** Where a row is shown: on the page of the feature that has one for its entity, else on the generic page. */
export function rowPath(features: readonly AdminFeature[], entity: string, id: string): string {
  const own = features.map(({ rows }) => rows[entity]).find(Boolean);
  return own ? `${own}/${id}` : `/records/${entity}/${id}`;
}
