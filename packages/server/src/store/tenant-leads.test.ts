import { createTestDesk } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { tableOf } from './table.ts';

const KEYS = `
SELECT c.relname::text AS "table", i.relname::text AS name, x.indisprimary AS "isKey",
  (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = x.indkey[0]) AS first
FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'`;

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  let db: Database;
  let entities: Awaited<ReturnType<typeof createTestDesk>>['desk']['entities'];
  beforeAll(async () => {
    db = await openDatabase((await createTestDatabase(kind)).options);
    entities = (await createTestDesk()).desk.entities;
    await migrate(db, entities);
  });
  afterAll(() => db.close());

  const keys = async () => {
    const { rows } = await db.query<{ table: string; name: string; isKey: boolean; first: string }>(KEYS);
    return rows.filter(({ table }) => table !== 'desk_migrations');
  };
  /** Found before the tenant is known, unique over all tenants, or an index of the words in a text. */
  const declared = () => {
    const all = entities.map((entity) => ({ entity, table: tableOf(entity) }));
    return new Set(
      all
        .flatMap(({ entity, table }) => [
          ...(entity.lookup ? table.indexes.filter(({ unique }) => !unique) : []),
          ...table.indexes.filter(({ definition }) => definition.startsWith('USING gin')),
          ...entity.unique.flatMap((key) =>
            key.global ? table.indexes.filter(({ name }) => table.keyOfIndex.get(name) === key.name) : [],
          ),
        ])
        .map(({ name }) => name),
    );
  };

  test('the tenant leads the key of every table', async () => {
    const found = (await keys()).filter(({ isKey }) => isKey);
    expect(found).toHaveLength(entities.length);
    expect(found.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
  });

  test('the tenant leads every index but those that are declared to be asked before it is known', async () => {
    const allowed = declared();
    const others = (await keys()).filter(({ first }) => first !== 'tenant_id');
    expect(others.filter(({ name }) => !allowed.has(name))).toEqual([]);
  });

  test('no table refers to another by an id alone', async () => {
    const { rows } = await db.query(
      `SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
    );
    expect(rows).toEqual([]);
  });

  test('a key of an older desk is replaced, and its rows stay', async () => {
    const table = tableOf(entities[0] as (typeof entities)[number]);
    const key = `"${table.name}_pkey"`;
    await db.query(`ALTER TABLE ${table.sql} DROP CONSTRAINT ${key}, ADD CONSTRAINT ${key} PRIMARY KEY ("id")`);
    const { statements } = await migrate(db, entities);
    expect(statements).toEqual([
      `ALTER TABLE ${table.sql} DROP CONSTRAINT ${key}, ADD CONSTRAINT ${key} PRIMARY KEY ("tenant_id", "id")`,
    ]);
    expect((await migrate(db, entities)).statements).toEqual([]);
  });
});
