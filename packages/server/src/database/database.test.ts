import { describe, expect, it } from 'vitest';
import { createTestDatabase } from 'shopdesk-test/database';
import { databaseContract } from './database.contract.ts';
import { DatabaseUnavailableError, openDatabase } from './database.ts';

databaseContract('PGlite in memory', () => openDatabase({ dataDir: 'memory:' }));
databaseContract('PGlite in a folder', async () => openDatabase((await createTestDatabase('pglite', { flush: true })).options));
databaseContract('PGlite in a folder without flushing', async () => openDatabase((await createTestDatabase('pglite')).options));
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
