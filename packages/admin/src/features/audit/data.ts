import { listQuery, withJson, type FilterOf, type JsonIn, type Row } from '../../desk/documents.ts';

const entryFields = `id storeId actor actorName role at action entity entityId from to reason chainSeq changes {
  entity id before
  after }`;
type Changed = { readonly before: Values | null; readonly after: Values | null };
type Values = Readonly<Record<string, unknown>>;
export type AuditItem = JsonIn<Row<'AuditEvent', typeof entryFields>, Changed>;
export type AuditFilter = FilterOf<'AuditEvent'>;

export const auditEvents = withJson<Changed>()(listQuery('auditEvents', 'AuditEvent', entryFields));

/** The filter that an address names. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  const [entity, action, actor, id, from, to] = ['entity', 'action', 'actor', 'id', 'from', 'to'].map((key) =>
    search.get(key),
  );
  const at = {
    ...(from ? { gte: new Date(`${from}T00:00:00`).toISOString() } : {}),
    ...(to ? { lt: dayAfter(to) } : {}),
  };
  return {
    ...(entity ? { entity: { eq: entity } } : {}),
    ...(action ? { action: { eq: action } } : {}),
    ...(actor ? { actor: { eq: actor } } : {}),
    ...(id ? { entityId: { eq: id } } : {}),
    ...(from || to ? { at } : {}),
  };
}

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
