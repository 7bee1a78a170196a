/**
 * @module The audit trail: one entry per action that changed something, chained by hash per tenant.
 * Entries hold ids and audited fields, never message text, so that erasing a person breaks no chain (R-SEC-02).
 */
import { z } from 'zod';
import { actorKey, actorRole, type Actor } from './actor.ts';
import type { ChangedRow } from './context.ts';
import {
  defineEntity,
  instant,
  marksOf,
  named,
  personalRecord,
  type BaseRow,
  type Entity,
  type RowOf,
} from './entity.ts';
import { keptOf } from './personal.ts';

/** The audited fields of one row, before and after. */
export const AuditChange = named(
  'AuditChange',
  z.object({
    entity: z.string(),
    id: z.string(),
    before: personalRecord(z.record(z.string(), z.json()).nullable()),
    after: personalRecord(z.record(z.string(), z.json()).nullable()),
  }),
);

export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  title: { en: 'Audit entry', zh: '审计记录' },
  schema: z.object({
    storeId: z.string().nullable(),
    actor: z.string(),
    actorName: z.string(),
    role: z.string(),
    at: instant(),
    action: z.string(),
    entity: z.string(),
    entityId: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string().nullable(),
    changes: z.array(AuditChange),
    /** Place in the tenant's chain; null until the entry is sealed. */
    chainSeq: z.int().nullable(),
    prevHash: z.string().nullable(),
    /** SHA-256 over the previous hash and the canonical form of this entry. */
    hash: z.string().nullable(),
  }),
  index: [['-at'], ['entity', 'entityId', '-at'], ['actor', '-at'], ['chainSeq']],
  visible: (actor) => {
    if (actor.kind !== 'staff' || !actor.permissions.has('audit.read')) return 'none';
    // Who works for some stores reads what was done there, and what they did themselves.
    return actor.storeIds ? { or: [{ storeId: { in: actor.storeIds } }, { actor: actorKey(actor) }] } : 'all';
  },
  list: { filters: ['entity', 'entityId', 'actor', 'action', 'storeId', 'at'], orders: [[['at', 'desc']]] },
});

type AuditRow = RowOf<typeof AuditEvent>;

/** Fields of an entry that its hash covers, in a fixed order. */
export const SEALED_FIELDS = [
  'id',
  'tenantId',
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
  'changes',
  'chainSeq',
] as const;

/** The text whose SHA-256 (with the previous hash before it) seals an entry. */
export function canonicalEntry(entry: AuditRow): string {
  return JSON.stringify(SEALED_FIELDS.map((field) => sorted(entry[field])));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

type Values = Record<string, z.core.util.JSONType>;

function audited(entity: Entity, row: BaseRow | undefined): Values | null {
  if (!row) return null;
  const values = row as unknown as Values;
  return Object.fromEntries(entity.audited.map((field) => [field, values[field] ?? null]));
}

/** As the trail keeps it: what is personal is masked, because an entry can never be erased. */
function kept({ schema: { shape } }: Entity, values: Values | null): Values | null {
  if (!values) return null;
  const mask = (field: string, value: Values[string]) => {
    const { personal: kind } = marksOf(shape[field] ?? z.never());
    return kind && value !== null ? (keptOf(kind, value) as string | null) : value;
  };
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, mask(field, value as Values[string])]),
  );
}

function changed(change: ChangedRow): boolean {
  const before = audited(change.entity, change.before);
  return !change.before || !change.row || JSON.stringify(before) !== JSON.stringify(audited(change.entity, change.row));
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'staff') return `${actor.name} (${actor.agentNo})`;
  return actor.kind === 'system' || actor.kind === 'rule' ? actor.name : '';
}

/** Builds the entry of one action; `target` is the row that the action is about. */
export function auditEntry(options: {
  id: string;
  at: string;
  actor: Actor;
  action: string;
  reason: string | undefined;
  changes: readonly ChangedRow[];
  tenantId: string;
}): AuditRow {
  const { changes, actor, tenantId } = options;
  const target = changes.find((c) => c.entity.machine && changed(c)) ?? changes[0];
  const row = (target?.row ?? target?.before) as (BaseRow & Record<string, unknown>) | undefined;
  const stateOf = (r: BaseRow | undefined) => {
    const field = target?.entity.machine?.field;
    return field && r ? String((r as unknown as Record<string, unknown>)[field]) : null;
  };
  return {
    id: options.id,
    tenantId,
    version: 1,
    createdAt: options.at,
    updatedAt: options.at,
    storeId: (row?.['storeId'] as string | undefined) ?? null,
    actor: actorKey(actor),
    actorName: nameOf(actor),
    role: actorRole(actor),
    at: options.at,
    action: options.action,
    entity: target?.entity.name ?? '',
    entityId: row?.id ?? '',
    from: stateOf(target?.before),
    to: stateOf(target?.row),
    reason: options.reason ?? null,
    changes: changes
      .filter((c) => c.entity.audited.length > 0 && changed(c))
      .map((c) => ({
        entity: c.entity.name,
        id: (c.row ?? c.before)?.id ?? '',
        before: kept(c.entity, audited(c.entity, c.before)),
        after: kept(c.entity, audited(c.entity, c.row)),
      })),
    chainSeq: null,
    prevHash: null,
    hash: null,
  };
}
