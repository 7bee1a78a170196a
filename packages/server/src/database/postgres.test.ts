import { setTimeout as sleep } from 'node:timers/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { startPostgres, type PostgresServer } from 'shopdesk-test/postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailableError, openDatabase, QueryError, type Database } from './database.ts';

let server: PostgresServer;
let db: Database | undefined;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
afterEach(async () => {
  await server.start();
  await db?.close();
  db = undefined;
});

const open = async () => (db = await openDatabase({ url: server.url }));
const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('PostgreSQL that goes away', () => {
  it('makes calls fail fast and typed, and work again by themselves', async () => {
    const database = await open();
    await database.query('SELECT 1', [], { name: 'one' });
    await server.kill();
    const took = await milliseconds(() =>
      expect(database.query('SELECT 1', [], { name: 'one' })).rejects.toThrow(DatabaseUnavailableError),
    );
    expect(took).toBeLessThan(2500);
    await expect(database.transaction((tx) => tx.query('SELECT 1'))).rejects.toThrow(DatabaseUnavailableError);
    await expect(database.exec('SELECT 1')).rejects.toThrow(DatabaseUnavailableError);
    await server.start();
    expect((await database.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('rejects what is under way, and says that its outcome is unknown', async () => {
    const database = await open();
    const pending = Promise.allSettled([
      database.query('SELECT pg_sleep(20)'),
      database.transaction((tx) => tx.query('SELECT pg_sleep(20)')),
    ]);
    await sleep(200);
    const took = await milliseconds(() => server.kill().then(() => pending));
    expect(took).toBeLessThan(2500);
    for (const outcome of await pending)
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { name: 'DatabaseUnavailableError', uncertain: true },
      });
  });

  it('does not end the process when idle connections or one between two statements are cut', async () => {
    const database = await open();
    await Promise.all(Array.from({ length: 5 }, () => database.query('SELECT pg_sleep(0.05)')));
    const work = database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      await server.kill();
      await sleep(100);
      await tx.query('SELECT 1');
    });
    await expect(work).rejects.toThrow(DatabaseUnavailableError);
  });

  it('tells listeners to look for what they missed when it is back', async () => {
    const database = await open();
    const heard: string[] = [];
    const stop = await database.listen(
      'news',
      (payload) => heard.push(payload),
      () => heard.push('resync'),
    );
    await server.kill();
    await sleep(300);
    await server.start();
    await expect.poll(() => heard, { timeout: 15_000 }).toEqual(['resync']);
    await database.notify('news', 'again');
    await expect.poll(() => heard).toEqual(['resync', 'again']);
    await stop();
  });

  it('hears again after only the listening connection was cut', async () => {
    const database = await open();
    const heard: string[] = [];
    await database.listen(
      'news',
      (payload) => heard.push(payload),
      () => heard.push('resync'),
    );
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`,
    );
    await expect.poll(() => heard, { timeout: 15_000 }).toEqual(['resync']);
    await database.notify('news', 'again');
    await expect.poll(() => heard).toEqual(['resync', 'again']);
  });

  it('cannot be listened to while it is away, which the caller is told', async () => {
    const database = await open();
    await server.kill();
    await expect(
      database.listen(
        'late',
        () => {},
        () => {},
      ),
    ).rejects.toThrow(DatabaseUnavailableError);
    await server.start();
    const heard: string[] = [];
    await database.listen(
      'late',
      (payload) => heard.push(payload),
      () => {},
    );
    await database.notify('late', 'now');
    await expect.poll(() => heard).toEqual(['now']);
  });
});

describe('PostgreSQL that cannot be opened', () => {
  it('is reported when nobody answers at the address', async () => {
    await expect(openDatabase({ url: 'postgres://postgres@127.0.0.1:1/postgres' })).rejects.toThrow(
      DatabaseUnavailableError,
    );
  });

  it('is reported within seconds when somebody takes calls and never answers', async () => {
    const silent: Server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const took = await milliseconds(() =>
      expect(openDatabase({ url: `postgres://postgres@127.0.0.1:${port}/postgres` })).rejects.toThrow(
        DatabaseUnavailableError,
      ),
    );
    expect(took).toBeLessThan(3500);
    silent.close();
  });

  it('is reported as a wrong setting when the database does not exist', async () => {
    const error = await openDatabase({ url: server.urlOf('nowhere') }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(QueryError);
    expect(error).toMatchObject({ code: '3D000' });
  });
});

describe('what a power cut may cost on PostgreSQL', () => {
  it.each([
    [{ fsync: true }, /^PostgreSQL [\d.]+: a power cut costs nothing that was acknowledged/],
    [{ fsync: false }, /fsync=off: a power cut may damage the whole database/],
  ])('depends on the settings of the server (%o)', async (options, sentence) => {
    const own = await startPostgres(options);
    const database = await openDatabase({ url: own.url });
    expect(database.durability).toMatch(sentence);
    await database.close();
    await own.stop();
  });

  it('depends on how commits are made', async () => {
    const own = await startPostgres({ fsync: true });
    const lax = await openDatabase({ url: `${own.url}?options=-c%20synchronous_commit%3Doff` });
    expect(lax.durability).toContain('a power cut may cost the last acknowledged messages');
    await lax.close();
    await own.stop();
  });
});
