import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DatabaseUnavailableError,
  openDatabase,
  QueryError,
  UniqueConstraintError,
  WriteConflictError,
  type Database,
} from './database.ts';

/** What every database of the desk must do; a new kind starts by passing this. */
function databaseContract(name: string, open: () => Promise<Database>): void {
  describe(`${name} as a database of the desk`, () => {
    let db: Database;
    beforeAll(async () => {
      db = await open();
      await db.exec(`
        CREATE TABLE thing (id text PRIMARY KEY, n int NOT NULL DEFAULT 0, note text, CONSTRAINT thing_note_key UNIQUE (note));
        CREATE FUNCTION refuse_version() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stale' USING ERRCODE = 'DK001'; END $$`);
    });
    afterAll(() => db.close());

    const one = async (sql: string, values: readonly unknown[] = []) =>
      (await db.query<{ v: unknown }>(sql, values)).rows[0]?.v;

    describe('values', () => {
      it.each([
        ['int4', '2147483647::int4', 2147483647],
        ['int8', '9007199254740991::int8', 9007199254740991],
        ['numeric', '1.25::numeric', 1.25],
        ['float8', '0.1::float8', 0.1],
        ['bool', 'true', true],
        ['text', `'退货 🙂'`, '退货 🙂'],
        ['null', 'NULL::text', null],
        ['date', `'2026-11-22'::date`, '2026-11-22'],
        ['an instant', `'2026-11-22T07:08:09.120Z'::timestamptz`, '2026-11-22T07:08:09.120Z'],
        ['an instant with microseconds, cut', `'2026-11-22T07:08:09.999999Z'::timestamptz`, '2026-11-22T07:08:09.999Z'],
        ['an instant with no fraction', `'2026-11-22T07:08:09+08'::timestamptz`, '2026-11-21T23:08:09.000Z'],
        ['jsonb', `'{"a":[1,null,"x"]}'::jsonb`, { a: [1, null, 'x'] }],
        ['json null inside jsonb', `'null'::jsonb`, null],
        ['bytea', String.raw`'\x00ff10'::bytea`, new Uint8Array([0, 255, 16])],
        [
          'text[]',
          `ARRAY['a,b', 'c"d', 'e\\f', 'NULL', NULL, '', '{}']`,
          ['a,b', 'c"d', 'e\\f', 'NULL', null, '', '{}'],
        ],
        ['an empty array', `ARRAY[]::text[]`, []],
        ['int8[]', 'ARRAY[1, 2]::int8[]', [1, 2]],
        [
          'nested arrays',
          `ARRAY[ARRAY['a', 'b'], ARRAY['c', 'd']]`,
          [
            ['a', 'b'],
            ['c', 'd'],
          ],
        ],
        ['timestamptz[]', `ARRAY['2026-11-22T00:00:00Z'::timestamptz]`, ['2026-11-22T00:00:00.000Z']],
        ['jsonb[]', `ARRAY['{"a":1}'::jsonb]`, [{ a: 1 }]],
      ])('reads %s', async (_, sql, expected) => {
        expect(await one(`SELECT ${sql} AS v`)).toEqual(expected);
      });

      it.each([
        ['text', 'text', '退货 "x" \\ \' $1'],
        ['an int8', 'int8', 9007199254740991],
        ['a bool', 'bool', false],
        ['null', 'text', null],
        ['an object as jsonb', 'jsonb', { a: { b: ['c'] } }],
        ['an array', 'text[]', ['a,b', 'c"d', 'e\\f', 'NULL', null, '', '退货']],
        ['numbers', 'int4[]', [1, -2]],
        ['bytes', 'bytea', new Uint8Array([0, 1, 254, 255])],
      ])('sends %s and gets it back', async (_, type, value) => {
        expect(await one(`SELECT $1::${type} AS v`, [value])).toEqual(value);
      });

      it('sends a Date as an instant', async () => {
        expect(await one('SELECT $1::timestamptz AS v', [new Date('2026-01-02T03:04:05.678Z')])).toBe(
          '2026-01-02T03:04:05.678Z',
        );
      });

      it('rather fails than rounds an integer, and goes on', async () => {
        await expect(db.query('SELECT 9007199254740993::int8 AS v')).rejects.toThrow(RangeError);
        expect(await one('SELECT 1 AS v')).toBe(1);
      });

      it('works in UTC', async () => {
        expect(await one(`SELECT date_trunc('day', '2026-11-22T23:30:00Z'::timestamptz) AS v`)).toBe(
          '2026-11-22T00:00:00.000Z',
        );
      });
    });

    describe('statements', () => {
      it('tells how many rows were touched', async () => {
        expect((await db.query(`INSERT INTO thing VALUES ('count-1'), ('count-2')`)).affected).toBe(2);
        expect((await db.query(`UPDATE thing SET n = 1 WHERE id LIKE 'count-%'`)).affected).toBe(2);
        expect((await db.query(`SELECT * FROM thing`)).affected).toBe(0);
        expect((await db.query(`DELETE FROM thing WHERE id LIKE 'count-%'`)).affected).toBe(2);
      });

      it('runs a named statement again with other values', async () => {
        const name = 'contract-sum';
        for (let n = 0; n < 3; n += 1) {
          const { rows } = await db.query<{ v: number }>('SELECT $1::int + 1 AS v', [n], { name });
          expect(rows).toEqual([{ v: n + 1 }]);
        }
      });

      it('can use the name of a statement whose first run failed', async () => {
        const ask = (divisor: number) => db.query('SELECT 6 / $1::int AS v', [divisor], { name: 'contract-divide' });
        await expect(ask(0)).rejects.toMatchObject({ code: '22012' });
        expect((await ask(3)).rows).toEqual([{ v: 2 }]);
      });

      it('answers many callers at once, each with its own rows', async () => {
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, n) => db.query('SELECT $1::int AS v', [n], { name: 'contract-echo' })),
        );
        expect(answers.map(({ rows }) => rows[0])).toEqual(Array.from({ length: 50 }, (_, v) => ({ v })));
      });

      it('reads an answer of several megabytes', async () => {
        const { rows } = await db.query<{ v: string }>(
          `SELECT repeat('信', 1000) || n AS v FROM generate_series(1, 3000) n`,
        );
        expect(rows).toHaveLength(3000);
        expect(rows.at(-1)?.v).toBe(`${'信'.repeat(1000)}3000`);
      });

      it('runs a script as a whole or not at all', async () => {
        await expect(
          db.exec(`INSERT INTO thing VALUES ('script-1'); SELECT 1 / 0; INSERT INTO thing VALUES ('script-2')`),
        ).rejects.toThrow(QueryError);
        expect(await one(`SELECT count(*) AS v FROM thing WHERE id LIKE 'script-%'`)).toBe(0);
        await db.exec(`INSERT INTO thing VALUES ('script-1'); DELETE FROM thing WHERE id = 'script-1'`);
      });
    });

    describe('errors', () => {
      it('names the unique constraint that refused a row', async () => {
        await db.query(`INSERT INTO thing VALUES ('unique-1', 0, 'same')`);
        const again = db.query(`INSERT INTO thing VALUES ('unique-2', 0, 'same')`);
        await expect(again).rejects.toThrow(UniqueConstraintError);
        await expect(again).rejects.toMatchObject({ constraint: 'thing_note_key' });
      });

      it('reports our own version check as a conflict and takes nothing back by halves', async () => {
        const write = db.query(
          `WITH i AS (INSERT INTO thing VALUES ('version-1') RETURNING id) SELECT refuse_version() FROM i`,
        );
        await expect(write).rejects.toThrow(WriteConflictError);
        expect(await one(`SELECT count(*) AS v FROM thing WHERE id = 'version-1'`)).toBe(0);
      });

      it('gives the SQLSTATE of any other error', async () => {
        await expect(db.query('SELECT * FROM nowhere')).rejects.toMatchObject({ name: 'QueryError', code: '42P01' });
      });
    });

    describe('transactions', () => {
      it('keeps all or nothing', async () => {
        const stop = new Error('stop');
        const failed = db.transaction(async (tx) => {
          await tx.query(`INSERT INTO thing VALUES ('tx-1')`);
          throw stop;
        });
        await expect(failed).rejects.toBe(stop);
        const result = await db.transaction(async (tx) => {
          await tx.query(`INSERT INTO thing VALUES ('tx-2')`);
          return 'done';
        });
        expect(result).toBe('done');
        expect((await db.query(`SELECT id FROM thing WHERE id LIKE 'tx-%'`)).rows).toEqual([{ id: 'tx-2' }]);
      });

      it('does not let others in between', async () => {
        await db.query(`INSERT INTO thing VALUES ('counter')`);
        const increment = () =>
          db.transaction(async (tx) => {
            const { rows } = await tx.query<{ n: number }>(`SELECT n FROM thing WHERE id = 'counter' FOR UPDATE`);
            await sleep(1);
            await tx.query(`UPDATE thing SET n = $1 WHERE id = 'counter'`, [(rows[0]?.n ?? 0) + 1]);
          });
        await Promise.all(Array.from({ length: 20 }, increment));
        expect(await one(`SELECT n AS v FROM thing WHERE id = 'counter'`)).toBe(20);
      });

      it('reports a failure that was swallowed inside, instead of a commit that did not happen', async () => {
        const work = db.transaction(async (tx) => {
          await tx.query('SELECT 1 / 0').catch(() => {});
        });
        await expect(work).rejects.toMatchObject({ code: '25P02' });
        expect(await one('SELECT 1 AS v')).toBe(1);
      });

      it('refuses its handle after the end', async () => {
        let late: Promise<unknown> | undefined;
        await db.transaction(async (tx) => {
          late = sleep(5).then(() => tx.query('SELECT 1'));
        });
        await expect(late).rejects.toThrow('over');
      });
    });

    describe('messages', () => {
      it('reach every listener of the channel until it stops', async () => {
        const first: string[] = [];
        const second: string[] = [];
        const stopFirst = await db.listen(
          'Desk "x"',
          (payload) => first.push(payload),
          () => {},
        );
        const stopSecond = await db.listen(
          'Desk "x"',
          (payload) => second.push(payload),
          () => {},
        );
        await db.notify('Desk "x"', 'one');
        await db.notify('other', 'not heard');
        await expect.poll(() => [first, second]).toEqual([['one'], ['one']]);
        await stopFirst();
        await db.notify('Desk "x"', 'two 退');
        await expect.poll(() => second).toEqual(['one', 'two 退']);
        expect(first).toEqual(['one']);
        await stopSecond();
        await db.notify('Desk "x"', 'three');
        await sleep(50);
        expect(second).toEqual(['one', 'two 退']);
      });

      it('of a transaction come after its commit, or never', async () => {
        const heard: string[] = [];
        const stop = await db.listen(
          'tx',
          (payload) => heard.push(payload),
          () => {},
        );
        await db.transaction(async (tx) => {
          await tx.query(`SELECT pg_notify('tx', 'committed')`);
          await sleep(20);
          expect(heard).toEqual([]);
        });
        await db
          .transaction(async (tx) => {
            await tx.query(`SELECT pg_notify('tx', 'rolled back')`);
            throw new Error('no');
          })
          .catch(() => {});
        await expect.poll(() => heard).toEqual(['committed']);
        await stop();
      });

      it('reach the others when one listener throws', async () => {
        const heard: string[] = [];
        const stops = [
          await db.listen(
            'throws',
            () => {
              throw new Error('broken listener');
            },
            () => {},
          ),
          await db.listen(
            'throws',
            (payload) => heard.push(payload),
            () => {},
          ),
        ];
        await db.notify('throws', 'still here');
        await expect.poll(() => heard).toEqual(['still here']);
        for (const stop of stops) await stop();
      });
    });

    it('says in one sentence what a power cut may cost', () => {
      expect(db.durability).toMatch(/^[A-Z].*\bpower cut\b.*\.$|^The database is in memory/);
    });
  });
}

databaseContract('PGlite in memory', () => openDatabase({ dataDir: 'memory:' }));
databaseContract('PGlite in a folder', async () =>
  openDatabase((await createTestDatabase('pglite', { flush: true })).options),
);
databaseContract('PGlite in a folder without flushing', async () =>
  openDatabase((await createTestDatabase('pglite')).options),
);
databaseContract('PostgreSQL', async () => openDatabase((await createTestDatabase('postgres')).options));

describe('openDatabase', () => {
  it('wants to be told where', async () => {
    await expect(openDatabase({})).rejects.toThrow('url or a dataDir');
  });

  it.each(['pglite', 'postgres'] as const)('refuses calls after close (%s)', async (kind) => {
    const db = await openDatabase((await createTestDatabase(kind)).options);
    const late = db.query('SELECT 1 AS one');
    await Promise.all([late, db.close(), db.close()]);
    await expect(db.query('SELECT 1')).rejects.toThrow(DatabaseUnavailableError);
  });
});
