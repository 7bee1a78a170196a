/**
 * @module Follows each tenant's chain of audit entries from its beginning and names the first link that does not hold.
 */
import { AuditEvent, Tenant } from '@shopdesk/core';
import type { Database, Queryable } from '../database/database.ts';
import { tableOf } from '../store/table.ts';
import type { Head, Heads } from './kept-heads.ts';
import { HEADS } from './protect.ts';
import { NO_HASH, sealOf, type AuditEntry } from './seal.ts';

/** The first link that does not hold. */
export interface BrokenLink {
  /** Place in the chain. */
  readonly chainSeq: number;
  /** The entry found there, if any. */
  readonly id: string | undefined;
  /** What was done to it, as far as the chain shows. */
  readonly cause: 'removed' | 'inserted' | 'edited' | 'reordered';
}

export interface AuditReport {
  readonly tenantId: string;
  /** Entries whose links hold. */
  readonly sealed: number;
  /** Entries that are not linked yet: what the last second brought. */
  readonly unsealed: number;
  readonly broken: BrokenLink | undefined;
}

const PAGE = 1000;
const { sql: TABLE, selected: COLUMNS } = tableOf(AuditEvent);

const TENANTS = tableOf(Tenant).sql;
const NOTHING_KEPT: Heads = new Map();

/**
 * Verifies the chain of one tenant, or of all; reads them page by page in one snapshot. `kept` are the ends that were
 * kept outside the database: what is not reached any more, or is another entry by now, is a broken link.
 */
export async function verifyAudit(
  database: Pick<Database, 'transaction'>,
  tenantId?: string,
  kept: Heads = NOTHING_KEPT,
): Promise<AuditReport[]> {
  return database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const reports: AuditReport[] = [];
    for (const id of tenantId === undefined ? await tenants(tx, kept) : [tenantId])
      reports.push(await verifyTenant(tx, id, kept.get(id)));
    return reports;
  });
}

async function tenants(tx: Queryable, kept: Heads): Promise<string[]> {
  const there = await tx.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [HEADS]);
  // A database that no desk has used yet.
  if (!there.rows[0]?.there) return [...kept.keys()];
  const { rows } = await tx.query<{ id: string }>(
    `SELECT tenant_id AS id FROM ${TABLE} UNION SELECT tenant_id FROM ${HEADS} UNION SELECT id FROM ${TENANTS}`,
  );
  return [...new Set([...rows.map(({ id }) => id), ...kept.keys()])].toSorted();
}

type End = Head;

async function verifyTenant(tx: Queryable, tenantId: string, kept: Head | undefined): Promise<AuditReport> {
  const counted = await tx.query<{ n: number }>(
    `SELECT count(*) AS n FROM ${TABLE} WHERE tenant_id = $1 AND chain_seq IS NULL`,
    [tenantId],
  );
  const unsealed = counted.rows[0]?.n ?? 0;
  let end: End = { chainSeq: 0, hash: NO_HASH };
  for await (const entry of chain(tx, tenantId)) {
    const cause = flaw(end, entry);
    if (cause) return { tenantId, sealed: end.chainSeq, unsealed, broken: place(end, entry, cause) };
    end = { chainSeq: end.chainSeq + 1, hash: entry.hash as string };
    if (end.chainSeq === kept?.chainSeq && end.hash !== kept.hash)
      return { tenantId, sealed: end.chainSeq - 1, unsealed, broken: place(end, entry, 'edited') };
  }
  // Making a tenant is the first entry of its chain.
  const cut = (kept && kept.chainSeq > end.chainSeq) || (end.chainSeq === 0 && unsealed === 0);
  const gone: BrokenLink | undefined = cut
    ? { chainSeq: end.chainSeq + 1, id: undefined, cause: 'removed' }
    : undefined;
  return { tenantId, sealed: end.chainSeq, unsealed, broken: (await flawAtEnd(tx, tenantId, end)) ?? gone };
}

async function* chain(tx: Queryable, tenantId: string): AsyncGenerator<AuditEntry> {
  const text = `SELECT ${COLUMNS} FROM ${TABLE} WHERE tenant_id = $1 AND (chain_seq, id) > ($2::bigint, $3) ORDER BY chain_seq, id LIMIT ${PAGE}`;
  for (let last: Pick<AuditEntry, 'chainSeq' | 'id'> = { chainSeq: -(2 ** 53), id: '' }; ;) {
    const { rows } = await tx.query<AuditEntry>(text, [tenantId, last.chainSeq, last.id]);
    yield* rows;
    last = rows.at(-1) ?? last;
    if (rows.length < PAGE) return;
  }
}

function flaw({ chainSeq, hash }: End, entry: AuditEntry): BrokenLink['cause'] | undefined {
  const place = entry.chainSeq ?? 0;
  if (place > chainSeq + 1) return 'removed';
  if (place <= chainSeq) return 'inserted';
  if (entry.prevHash !== hash) return 'reordered';
  // Fields outside the seal say the same thing twice.
  const same = entry.createdAt === entry.at && entry.updatedAt === entry.at && entry.version === 1;
  return same && entry.hash === sealOf(hash, entry) ? undefined : 'edited';
}

/** A missing entry has no id to name; any other is the one at hand. */
const place = (end: End, entry: AuditEntry, cause: BrokenLink['cause']): BrokenLink =>
  cause === 'removed'
    ? { chainSeq: end.chainSeq + 1, id: undefined, cause }
    : { chainSeq: entry.chainSeq ?? 0, id: entry.id, cause };

/** The chain must end where it was sealed last. */
async function flawAtEnd(tx: Queryable, tenantId: string, end: End): Promise<BrokenLink | undefined> {
  const { rows } = await tx.query<End>(`SELECT chain_seq AS "chainSeq", hash FROM ${HEADS} WHERE tenant_id = $1`, [
    tenantId,
  ]);
  const head = rows[0] ?? { chainSeq: 0, hash: NO_HASH };
  if (head.chainSeq > end.chainSeq) return { chainSeq: end.chainSeq + 1, id: undefined, cause: 'removed' };
  if (head.chainSeq < end.chainSeq) return { chainSeq: head.chainSeq + 1, id: undefined, cause: 'inserted' };
  return head.hash === end.hash ? undefined : { chainSeq: end.chainSeq, id: undefined, cause: 'edited' };
}
