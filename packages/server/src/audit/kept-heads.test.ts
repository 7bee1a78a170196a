import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { describe, expect, test, vi } from 'vitest';
import { inspectTrail } from '../cli/audit.ts';
import { wordsOf } from '../cli/words.ts';
import type { Database } from '../database/database.ts';
import { openRuntime } from '../runtime.ts';
import { createTestServer } from '../testing/test-server.ts';
import { headsIn, sealAudit } from './seal.ts';

const WORDS = wordsOf('en');
const CUT = 'DELETE FROM audit_events WHERE tenant_id = $1 AND chain_seq > $2';

describe.each(DATABASE_KINDS)(
  'the audit trail on %s, beside what is kept of it outside the database,',
  { timeout: 120_000 },
  (kind) => {
    /** A desk that has worked and was closed, and its database as somebody with all rights on it has it. */
    async function worked() {
      const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-heads-'));
      const { options: database, remove } = await createTestDatabase(kind, { tables: true });
      const file = join(filesFolder, 'audit-heads.json');
      const desk = await createTestServer({ database, filesFolder, background: true });
      await desk.staff('PA1', ['PA']);
      await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain('tenant-1'), 5000);
      await desk.close();
      /** Opens without switching anything on, as the commands do that only look. */
      const open = () => openRuntime({ database, filesFolder, migrate: false });
      const tamper = async (work: (db: Database) => Promise<unknown>) => {
        const runtime = await open();
        const db = runtime.database as Database;
        await db.exec('ALTER TABLE audit_events DISABLE TRIGGER ALL; ALTER TABLE desk_audit_heads DISABLE TRIGGER ALL');
        await work(db);
        await db.exec('ALTER TABLE audit_events ENABLE TRIGGER ALL; ALTER TABLE desk_audit_heads ENABLE TRIGGER ALL');
        await runtime.close();
      };
      const look = async () => {
        const runtime = await open();
        const trail = await inspectTrail(runtime, WORDS);
        await runtime.close();
        return trail;
      };
      const again = async (work: (runtime: Awaited<ReturnType<typeof open>>) => Promise<unknown>) => {
        const runtime = await openRuntime({ database, filesFolder });
        await work(runtime);
        await runtime.close();
      };
      const close = async () => (await remove(), rm(filesFolder, { recursive: true, force: true }));
      return { file, tamper, look, again, open, close };
    }

    test('is whole, and the file is for its owner alone', async () => {
      const { file, look, close } = await worked();
      expect(await look()).toMatchObject({
        problems: [],
        nothingKept: false,
        reports: [{ tenantId: 'tenant-1', broken: undefined }],
      });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await close();
    });

    test('shows a tail that was cut off, also where the head was moved with it, and after the desk went on', async () => {
      const { file, tamper, look, again, close } = await worked();
      await tamper(async (db) => {
        await db.query(CUT, ['tenant-1', 3]);
        await db.query(
          `UPDATE desk_audit_heads SET chain_seq = 3, hash = (SELECT hash FROM audit_events WHERE tenant_id = 'tenant-1' AND chain_seq = 3)`,
        );
      });
      expect((await look()).problems).toEqual([WORDS.auditBroken('tenant-1', 4, undefined, 'removed')]);
      const before = await readFile(file, 'utf8');
      const length = (JSON.parse(before) as { heads: { chainSeq: number }[] }).heads[0]?.chainSeq ?? 0;
      await again(async ({ desk, database, auditHeads }) => {
        for (let n = 0; n < length; n += 1)
          await desk.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'createStore', {
            name: 'S',
            key: `more-${n}`,
          });
        const { heads } = await sealAudit(database as Database);
        expect(await auditHeads.advance(database as Database, heads)).toEqual(['tenant-1']);
      });
      expect((await look()).problems).toEqual([
        expect.stringMatching(new RegExp(`BROKEN at entry ${length} .*edited`)),
      ]);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(before));
      await close();
    });

    test('names a tenant of which nothing is left in the database, and one that has no entry', async () => {
      const { tamper, look, close } = await worked();
      await tamper(async (db) => {
        await db.query('DELETE FROM audit_events');
        await db.query('DELETE FROM desk_audit_heads');
      });
      expect((await look()).problems).toEqual([WORDS.auditBroken('tenant-1', 1, undefined, 'removed')]);
      await tamper((db) => db.query('DELETE FROM tenants'));
      expect((await look()).problems).toEqual([WORDS.auditBroken('tenant-1', 1, undefined, 'removed')]);
      await close();
    });

    test('names guards that were disabled or dropped, and the next start brings them back and says so', async () => {
      const { open, look, again, close } = await worked();
      const runtime = await open();
      await runtime.database?.exec(
        'ALTER TABLE audit_events DISABLE TRIGGER ALL; DROP TRIGGER desk_audit_head_grows ON desk_audit_heads',
      );
      await runtime.close();
      expect((await look()).problems).toEqual([
        WORDS.auditUnguarded('desk_audit_entry_stays, desk_audit_trail_stays, desk_audit_head_grows'),
      ]);
      await again(async ({ database }) =>
        expect(database?.query('TRUNCATE audit_events')).rejects.toMatchObject({ code: 'DK002' }),
      );
      expect((await look()).problems).toEqual([]);
      await close();
    });

    test('shows a file that somebody wrote without the secret, and takes a new end only when one says so', async () => {
      const { file, tamper, look, open, close } = await worked();
      await tamper((db) => db.query(CUT, ['tenant-1', 3]));
      const written = JSON.parse(await readFile(file, 'utf8')) as { heads: { chainSeq: number }[] };
      await writeFile(
        file,
        JSON.stringify({ ...written, heads: written.heads.map((head) => ({ ...head, chainSeq: 3 })) }),
      );
      expect((await look()).problems).toContain(WORDS.auditForged(file));
      await writeFile(file, 'nonsense');
      expect((await look()).problems).toContain(WORDS.auditForged(file));
      await tamper((db) =>
        db.query(
          `UPDATE desk_audit_heads SET chain_seq = 3, hash = (SELECT hash FROM audit_events WHERE tenant_id = 'tenant-1' AND chain_seq = 3)`,
        ),
      );
      const runtime = await open();
      await runtime.auditHeads.replace(await headsIn(runtime.database as Database));
      await runtime.close();
      expect((await look()).problems).toEqual([]);
      await close();
    });
  },
);
