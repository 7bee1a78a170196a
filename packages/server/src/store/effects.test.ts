import { AuditEvent, Effect, IdempotencyKey, Timer } from '@shopdesk/core';
import { ContractParcel, effectContract } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

describe.each(DATABASE_KINDS)('Effects on %s', (kind) => {
  let connections: Database[] = [];
  let remove = async () => {};
  beforeAll(async () => {
    const { options, remove: gone } = await createTestDatabase(kind);
    remove = gone;
    const first = await openDatabase(options);
    connections = kind === 'postgres' ? [first, await openDatabase(options)] : [first];
    await migrate(first, [ContractParcel, Effect, Timer, IdempotencyKey, AuditEvent]);
  });
  afterAll(async () => {
    await Promise.all(connections.map((database) => database.close()));
    await remove();
  });

  let tenants = 0;
  const stores = () => connections.map((database) => new SqlStore(database));
  for (const { title, run } of effectContract(stores, () => `t${(tenants += 1)}`)) it(title, run);
});
