import { randomUUID } from 'node:crypto';
import { ContractThing, storeContract } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

describe.each(DATABASE_KINDS)('the store on %s', (kind) => {
  let db: Database;
  let store: SqlStore;
  beforeAll(async () => {
    db = await openDatabase((await createTestDatabase(kind)).options);
    await migrate(db, [ContractThing]);
    store = new SqlStore(db);
  });
  afterAll(() => db.close());

  for (const { title, run } of storeContract(() => store, () => randomUUID())) it(title, run);
});
