/**
 * @module What the database itself keeps of the audit trail's promise: entries are only added, and sealed once.
 */
import { AuditEvent } from '@shopdesk/core';
import type { Database, Queryable } from '../database/database.ts';
import { tableOf } from '../store/table.ts';

const TABLE = tableOf(AuditEvent).sql;

/** The end of each tenant's chain, so that entries missing at its end are noticed. */
export const HEADS = 'desk_audit_heads';

/** Any number will do; it is the lock's name among the advisory locks of the database. */
const LOCK = 7_239_412;

const STATEMENTS = [
  `CREATE TABLE IF NOT EXISTS ${HEADS} (tenant_id text COLLATE "C" PRIMARY KEY, chain_seq bigint NOT NULL, hash text NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS audit_events_unsealed ON ${TABLE} (tenant_id, at, id) WHERE chain_seq IS NULL`,
  `CREATE OR REPLACE FUNCTION desk_audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unsealed ${TABLE}%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    unsealed := NEW;
    unsealed.chain_seq := NULL;
    unsealed.prev_hash := NULL;
    unsealed.hash := NULL;
    IF NEW.chain_seq IS NOT NULL AND NEW.prev_hash IS NOT NULL AND NEW.hash IS NOT NULL AND unsealed IS NOT DISTINCT FROM OLD THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The audit trail only grows.' USING ERRCODE = 'DK002';
END $$`,
  `CREATE OR REPLACE FUNCTION desk_audit_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.tenant_id = OLD.tenant_id AND NEW.chain_seq > OLD.chain_seq THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'The audit trail only grows.' USING ERRCODE = 'DK002';
END $$`,
  `CREATE OR REPLACE TRIGGER desk_audit_entry_stays BEFORE UPDATE OR DELETE ON ${TABLE} FOR EACH ROW EXECUTE FUNCTION desk_audit_entry_stays()`,
  `CREATE OR REPLACE TRIGGER desk_audit_trail_stays BEFORE TRUNCATE ON ${TABLE} FOR EACH STATEMENT EXECUTE FUNCTION desk_audit_head_grows()`,
  `CREATE OR REPLACE TRIGGER desk_audit_head_grows BEFORE UPDATE OR DELETE ON ${HEADS} FOR EACH ROW EXECUTE FUNCTION desk_audit_head_grows()`,
  `CREATE OR REPLACE TRIGGER desk_audit_heads_stay BEFORE TRUNCATE ON ${HEADS} FOR EACH STATEMENT EXECUTE FUNCTION desk_audit_head_grows()`,
];

const NAMES = STATEMENTS.flatMap((statement) => /TRIGGER (desk_audit\w+) BEFORE/.exec(statement)?.[1] ?? []);

/** The triggers that should guard the trail and do not: they are missing, or were disabled. */
export async function unguarded(database: Queryable): Promise<string[]> {
  const text = `SELECT tgname AS name FROM pg_trigger WHERE tgrelid IN (to_regclass($1), to_regclass($2)) AND NOT tgisinternal AND tgenabled IN ('O', 'A')`;
  const { rows } = await database.query<{ name: string }>(text, [TABLE, HEADS]);
  const guarding = new Set(rows.map(({ name }) => name));
  return NAMES.filter((name) => !guarding.has(name));
}

/**
 * Protects the audit trail; run after the tables exist, as often as one likes. Answers which triggers had been there
 * and were disabled: somebody did that, and they guard again now.
 */
export async function protectAudit(database: Pick<Database, 'transaction'>): Promise<string[]> {
  return database.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const lacking = await unguarded(tx);
    // Replacing a trigger would wait for everybody who writes.
    if (lacking.length === 0) return [];
    const { rows } = await tx.query<{ name: string }>(
      'SELECT tgname AS name FROM pg_trigger WHERE tgrelid IN (to_regclass($1), to_regclass($2))',
      [TABLE, HEADS],
    );
    for (const statement of STATEMENTS) await tx.query(statement);
    for (const table of [TABLE, HEADS]) await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    return lacking.filter((name) => rows.some((known) => known.name === name));
  });
}
