import { AuditEvent, createDesk, standardFeatures, type Desk, type RowOf } from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import fc from 'fast-check';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from '../store/migrate.ts';
import { SqlStore } from '../store/sql-store.ts';
import { protectAudit } from './protect.ts';
import { sealAudit } from './seal.ts';
import { startSealer } from './sealer.ts';
import { verifyAudit } from './verify.ts';

type Entry = RowOf<typeof AuditEvent>;

let tenants = 0;
const SYSTEM = (tenantId: string) => ({ kind: 'system', tenantId, name: 'test' }) as const;

describe.each(DATABASE_KINDS)('the audit trail on %s', (kind) => {
  let db: Database;
  let store: SqlStore;
  let desk: Desk;
  beforeAll(async () => {
    const { options } = await createTestDatabase(kind, { tables: true });
    db = await openDatabase(options);
    let ids = 0;
    const newId = () => `id-${String((ids += 1)).padStart(6, '0')}`;
    store = new SqlStore(db);
    desk = createDesk({
      features: standardFeatures,
      store,
      clock: () => new Date(),
      newId,
      ports: testPorts(),
    }) as unknown as Desk;
    await migrate(db, desk.entities);
    await protectAudit(db);
  });
  afterAll(() => db.close());

  /** A tenant of its own with so many entries, sealed. */
  async function chainOf(length: number): Promise<string> {
    const tenantId = `tenant-${(tenants += 1)}`;
    await addEntries(tenantId, length);
    await sealAll();
    return tenantId;
  }

  async function addEntries(tenantId: string, count: number): Promise<void> {
    for (let n = 0; n < count; n += 1)
      await desk.perform(SYSTEM(tenantId), 'createStore', {
        name: `S${n}`,
        key: `store-${tenantId}-${n}-${Math.random().toString(36).slice(2)}`,
      });
  }

  async function sealAll(): Promise<void> {
    while ((await sealAudit(db)).more);
  }

  const report = async (tenantId: string) => (await verifyAudit(db, tenantId))[0];
  const entries = async (tenantId: string) =>
    (await store.find({
      entity: AuditEvent,
      tenantId,
      where: [],
      order: [['chainSeq', 'asc']],
      limit: 1000,
    })) as Entry[];

  /** What somebody with all rights on the database could do. */
  async function tamper(sql: string, values: readonly unknown[]): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.query('ALTER TABLE audit_events DISABLE TRIGGER USER');
      await tx.query(sql, values);
      await tx.query('ALTER TABLE audit_events ENABLE TRIGGER USER');
    });
  }

  it('is linked in order from its first entry, per tenant', async () => {
    const [first, second] = [await chainOf(5), await chainOf(3)];
    expect(await report(first)).toEqual({ tenantId: first, sealed: 5, unsealed: 0, broken: undefined });
    expect(await report(second)).toEqual({ tenantId: second, sealed: 3, unsealed: 0, broken: undefined });
    const chain = await entries(first);
    expect(chain.map(({ chainSeq }) => chainSeq)).toEqual([1, 2, 3, 4, 5]);
    expect(chain.slice(1).map(({ prevHash }) => prevHash)).toEqual(chain.slice(0, -1).map(({ hash }) => hash));
  });

  it('goes on where it ended, and says what is not sealed yet', async () => {
    const tenantId = await chainOf(2);
    await addEntries(tenantId, 2);
    expect(await report(tenantId)).toMatchObject({ sealed: 2, unsealed: 2, broken: undefined });
    await sealAll();
    expect(await report(tenantId)).toMatchObject({ sealed: 4, unsealed: 0, broken: undefined });
  });

  it('holds texts of every kind', async () => {
    const tenantId = `tenant-${(tenants += 1)}`;
    for (const name of ['退货 🙂', ' "\\ ', 'é e\u0301', '\u202eabc', '1e3'])
      await desk.perform(SYSTEM(tenantId), 'createStore', {
        name: `${name}x`,
        key: `text-${tenants}-${Math.random().toString(36).slice(2)}`,
      });
    await sealAll();
    expect(await report(tenantId)).toMatchObject({ sealed: 5, broken: undefined });
  });

  it('cannot be changed or shortened through the database', async () => {
    const tenantId = await chainOf(2);
    await addEntries(tenantId, 1);
    const refused = { code: 'DK002' };
    const all = `WHERE tenant_id = $1`;
    await expect(db.query(`DELETE FROM audit_events ${all}`, [tenantId])).rejects.toMatchObject(refused);
    await expect(db.query(`UPDATE audit_events SET reason = 'x' ${all}`, [tenantId])).rejects.toMatchObject(refused);
    await expect(
      db.query(`UPDATE audit_events SET chain_seq = NULL, hash = NULL, prev_hash = NULL ${all} AND chain_seq = 2`, [
        tenantId,
      ]),
    ).rejects.toMatchObject(refused);
    await expect(
      db.query(
        `UPDATE audit_events SET chain_seq = 9, hash = 'a', prev_hash = 'b', actor = 'me' ${all} AND chain_seq IS NULL`,
        [tenantId],
      ),
    ).rejects.toMatchObject(refused);
    await expect(db.query('TRUNCATE audit_events')).rejects.toMatchObject(refused);
    await expect(db.query(`UPDATE desk_audit_heads SET chain_seq = 1 ${all}`, [tenantId])).rejects.toMatchObject(
      refused,
    );
    await expect(db.query(`DELETE FROM desk_audit_heads ${all}`, [tenantId])).rejects.toMatchObject(refused);
    await sealAll();
    expect(await report(tenantId)).toMatchObject({ sealed: 3, unsealed: 0, broken: undefined });
  });

  it('can be protected twice', async () => {
    await protectAudit(db);
    await expect(db.query('TRUNCATE audit_events')).rejects.toMatchObject({ code: 'DK002' });
  });

  const LENGTH = 8;
  const place = fc.integer({ min: 1, max: LENGTH });
  const EDITS = [
    `actor = actor || 'x'`,
    `actor_name = 'Somebody else'`,
    `role = 'AD'`,
    `at = at + interval '1 millisecond'`,
    `action = 'other'`,
    `entity = 'Other'`,
    `entity_id = entity_id || '0'`,
    `"from" = 'QUEUED'`,
    `"to" = 'CLOSED'`,
    `reason = 'because'`,
    `changes = '[]'`,
    `store_id = 'elsewhere'`,
    `changes = jsonb_set(changes, '{0,after,name}', '"forged"')`,
    `hash = md5(hash) || md5('x' || hash)`,
    `prev_hash = md5(prev_hash) || md5('x' || prev_hash)`,
    `created_at = created_at - interval '1 day'`,
    `updated_at = updated_at + interval '1 day'`,
    `version = 7`,
  ];

  it('shows any one edit, at the first entry that it touches', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom(...EDITS), async (seq, edit) => {
        const tenantId = await chainOf(LENGTH);
        await tamper(`UPDATE audit_events SET ${edit} WHERE tenant_id = $1 AND chain_seq = $2`, [tenantId, seq]);
        const { broken, sealed } = (await report(tenantId)) ?? {};
        expect({ broken, sealed }).toMatchObject({ broken: { chainSeq: seq }, sealed: seq - 1 });
        expect(broken?.cause).toMatch(/edited|reordered/);
      }),
      { numRuns: 30 },
    );
  });

  it('shows that an entry was removed, wherever it stood', async () => {
    for (let seq = 1; seq <= LENGTH; seq += 1) {
      const tenantId = await chainOf(LENGTH);
      await tamper('DELETE FROM audit_events WHERE tenant_id = $1 AND chain_seq = $2', [tenantId, seq]);
      expect(await report(tenantId)).toMatchObject({
        sealed: seq - 1,
        broken: { chainSeq: seq, id: undefined, cause: 'removed' },
      });
    }
  });

  it('shows that an entry was taken out of the chain and left unsealed', async () => {
    const tenantId = await chainOf(LENGTH);
    await tamper(
      'UPDATE audit_events SET chain_seq = NULL, prev_hash = NULL, hash = NULL WHERE tenant_id = $1 AND chain_seq = $2',
      [tenantId, LENGTH],
    );
    expect(await report(tenantId)).toMatchObject({ broken: { chainSeq: LENGTH, cause: 'removed' } });
  });

  it('shows an entry that was inserted, wherever it was put', async () => {
    for (let seq = 1; seq <= LENGTH + 1; seq += 1) {
      const tenantId = await chainOf(LENGTH);
      const [model] = await entries(tenantId);
      const forged = { ...(model as Entry), id: `forged-${tenantId}`, action: 'forged', chainSeq: seq };
      await store.commit([{ kind: 'insert', entity: AuditEvent, row: forged }]);
      const { broken } = (await report(tenantId)) ?? {};
      expect(broken?.chainSeq).toBe(seq);
    }
  });

  it('shows that two entries changed places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { minLength: 2, maxLength: 2 }), async ([a = 0, b = 0]) => {
        const tenantId = await chainOf(LENGTH);
        await tamper(
          'UPDATE audit_events SET chain_seq = $2 + $3 - chain_seq WHERE tenant_id = $1 AND chain_seq IN ($2, $3)',
          [tenantId, a, b],
        );
        expect((await report(tenantId))?.broken?.chainSeq).toBe(Math.min(a, b));
      }),
      { numRuns: 10 },
    );
  });

  it('shows a trail of which nothing is left', async () => {
    const tenantId = await chainOf(2);
    await tamper('DELETE FROM audit_events WHERE tenant_id = $1', [tenantId]);
    const found = (await verifyAudit(db)).find((one) => one.tenantId === tenantId);
    expect(found).toMatchObject({ sealed: 0, broken: { chainSeq: 1, cause: 'removed' } });
  });

  it('is sealed within a second of the commit, by however many processes', async () => {
    const tenantId = `tenant-${(tenants += 1)}`;
    const errors: unknown[] = [];
    const sealers = Array.from({ length: 3 }, () =>
      startSealer({ desk, database: db, onError: (error) => errors.push(error), withinMs: 50 }),
    );
    await Promise.all(Array.from({ length: 4 }, () => addEntries(tenantId, 5)));
    await vi.waitFor(
      async () => expect(await report(tenantId)).toMatchObject({ sealed: 20, unsealed: 0, broken: undefined }),
      1000,
    );
    await addEntries(tenantId, 1);
    await Promise.all(sealers.map((stop) => stop()));
    expect(await report(tenantId)).toMatchObject({ sealed: 21, unsealed: 0, broken: undefined });
    expect(errors).toEqual([]);
  });
});
