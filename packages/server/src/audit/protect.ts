/**
 * @module What the database itself keeps of the audit trail's promise: entries are only added, and sealed once.
 */
import { AuditEvent } from '@shopdesk/core';
import type { Database } from '../database/database.ts';
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

/** Protects the audit trail; run after the tables exist, as often as one likes. */
export async function protectAudit(database: Pick<Database, 'transaction'>): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    const { rows } = await tx.query<{ n: number }>(`SELECT count(*) AS n FROM pg_trigger WHERE tgname LIKE 'desk\\_audit\\_%' AND tgrelid IN (to_regclass($1), to_regclass($2))`, [TABLE, HEADS]);
    // Replacing a trigger would wait for everybody who writes.
    if (rows[0]?.n === TRIGGERS) return;
    for (const statement of STATEMENTS) await tx.query(statement);
  });
}

const TRIGGERS = STATEMENTS.filter((statement) => statement.includes('TRIGGER desk_audit')).length;
