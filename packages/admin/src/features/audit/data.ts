import type { AuditEvent, RowOf } from '@shopdesk/core';
import { listDocument, select, type FilterOf, type SelectedBy } from '../../desk/document.ts';

type AuditRow = RowOf<typeof AuditEvent>;

const entryFields = select<AuditRow>()(
  [
    'id',
    'storeId',
    'actor',
    'actorName',
    'role',
    'at',
    'action',
    'entity',
    'entityId',
    'from',
    'to',
    'reason',
    'chainSeq',
  ],
  {
    changes: 'entity id before after',
  },
);
export type AuditItem = SelectedBy<typeof entryFields>;
export type AuditFilter = FilterOf<AuditRow>;

export const auditEvents = listDocument<AuditRow, AuditItem>(
  { field: 'auditEvents', entity: 'AuditEvent' },
  entryFields,
);

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
