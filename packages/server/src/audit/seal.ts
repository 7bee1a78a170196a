/**
 * @module Links new entries of the audit trail into their tenant's chain of hashes.
 */
import { createHash } from 'node:crypto';
import { AuditEvent, canonicalEntry, type RowOf } from '@shopdesk/core';
import type { Database, Queryable } from '../database/database.ts';
import { tableOf } from '../store/table.ts';
import type { Head, Heads } from './kept-heads.ts';
import { HEADS } from './protect.ts';

export type AuditEntry = RowOf<typeof AuditEvent>;

/** The hash before the first entry of a chain. */
export const NO_HASH = '0'.repeat(64);

/** One process seals at a time; any number will do for the lock's name. */
const LOCK = 7_239_413;
const BATCH = 500;
const NONE: Heads = new Map();

const { sql: TABLE, selected: COLUMNS } = tableOf(AuditEvent);

/** The hash that seals an entry: over the one before it and everything the entry says. */
export const sealOf = (prevHash: string, entry: AuditEntry): string =>
  createHash('sha256').update(prevHash).update(canonicalEntry(entry)).digest('hex');

interface Seal extends Head {
  readonly id: string;
  readonly tenantId: string;
  readonly prevHash: string;
}

export interface Sealed {
  /** There are more entries to seal. */
  readonly more: boolean;
  /** Another process is sealing; it may not see the newest entries. */
  readonly busy: boolean;
  /** Where the chains of the sealed entries end now. */
  readonly heads: Heads;
}

/** Seals one batch of entries. */
export async function sealAudit(database: Pick<Database, 'transaction'>): Promise<Sealed> {
  return database.transaction(async (tx) => {
    const { rows: locks } = await tx.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${LOCK}) AS locked`,
      [],
      { name: 'audit_lock' },
    );
    if (!locks[0]?.locked) return { more: false, busy: true, heads: NONE };
    const { rows: entries } = await tx.query<AuditEntry>(
      `SELECT ${COLUMNS} FROM ${TABLE} WHERE chain_seq IS NULL ORDER BY tenant_id, at, id LIMIT ${BATCH}`,
      [],
      { name: 'audit_unsealed' },
    );
    if (entries.length === 0) return { more: false, busy: false, heads: NONE };
    const heads = await headsOf(tx, [...new Set(entries.map(({ tenantId }) => tenantId))]);
    await write(
      tx,
      entries.map((entry) => next(heads, entry)),
      heads,
    );
    return { more: entries.length === BATCH, busy: false, heads };
  });
}

/** Where every chain ends, as the database itself says; none where no desk has used it yet. */
export async function headsIn(database: Queryable): Promise<Heads> {
  const known = await database.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [HEADS]);
  if (!known.rows[0]?.there) return NONE;
  const { rows } = await database.query<Head & { tenantId: string }>(
    `SELECT tenant_id AS "tenantId", chain_seq AS "chainSeq", hash FROM ${HEADS}`,
  );
  return new Map(rows.map(({ tenantId, chainSeq, hash }) => [tenantId, { chainSeq, hash }]));
}

async function headsOf(tx: Queryable, tenantIds: readonly string[]): Promise<Map<string, Head>> {
  const text = `SELECT tenant_id AS "tenantId", chain_seq AS "chainSeq", hash FROM ${HEADS} WHERE tenant_id = ANY($1::text[])`;
  const { rows } = await tx.query<Head & { tenantId: string }>(text, [tenantIds], { name: 'audit_heads' });
  return new Map(rows.map(({ tenantId, chainSeq, hash }) => [tenantId, { chainSeq, hash }]));
}

function next(heads: Map<string, Head>, entry: AuditEntry): Seal {
  const { id, tenantId } = entry;
  const { chainSeq: last, hash: prevHash } = heads.get(tenantId) ?? { chainSeq: 0, hash: NO_HASH };
  const head = { chainSeq: last + 1, hash: sealOf(prevHash, { ...entry, chainSeq: last + 1 }) };
  heads.set(tenantId, head);
  return { id, tenantId, prevHash, ...head };
}

const WRITE = `
WITH sealed AS (
  UPDATE ${TABLE} e SET chain_seq = s.chain_seq, prev_hash = s.prev_hash, hash = s.hash
  FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $8::text[]) AS s(id, chain_seq, prev_hash, hash, tenant_id)
  WHERE e.tenant_id = s.tenant_id AND e.id = s.id RETURNING 1
), moved AS (
  INSERT INTO ${HEADS} (tenant_id, chain_seq, hash) SELECT * FROM unnest($5::text[], $6::bigint[], $7::text[])
  ON CONFLICT (tenant_id) DO UPDATE SET chain_seq = EXCLUDED.chain_seq, hash = EXCLUDED.hash
)
SELECT count(*) AS n FROM sealed`;

async function write(tx: Queryable, seals: readonly Seal[], heads: ReadonlyMap<string, Head>): Promise<void> {
  const moved = [...heads];
  const values = [
    seals.map(({ id }) => id),
    seals.map(({ chainSeq }) => chainSeq),
    seals.map(({ prevHash }) => prevHash),
    seals.map(({ hash }) => hash),
    moved.map(([tenantId]) => tenantId),
    moved.map(([, { chainSeq }]) => chainSeq),
    moved.map(([, { hash }]) => hash),
    seals.map(({ tenantId }) => tenantId),
  ];
  await tx.query(WRITE, values, { name: 'audit_seal' });
}
