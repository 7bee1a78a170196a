import { listQuery, withJson, type FilterOf, type JsonIn, type Row } from '../../desk/documents.ts';

const entryFields = `id storeId actor actorName role at action entity entityId from to reason chainSeq changes {
  entity id before
  after }`;
type Changed = { readonly before: Values | null; readonly after: Values | null };
type Values = Readonly<Record<string, unknown>>;
export type AuditItem = JsonIn<Row<'AuditEvent', typeof entryFields>, Changed>;
export type AuditFilter = FilterOf<'AuditEvent'>;

export const auditEvents = withJson<Changed>()(listQuery('auditEvents', 'AuditEvent', entryFields));

/** What people of the desk did: who signs in is not known before. Timers, bots and customers are many more. */
const BY_PEOPLE = [{ actor: { contains: 'staff:' } }, { entity: { eq: 'StaffSession' } }];

/** The filter that an address names; without another word, what people did. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  const [entity, action, actor, id, from, to, by] = ['entity', 'action', 'actor', 'id', 'from', 'to', 'by'].map((key) =>
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
    ...(by === 'all' || actor || id ? {} : { or: BY_PEOPLE }),
    ...(from || to ? { at } : {}),
  };
}

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + 1);
  return at.toISOString();
}
