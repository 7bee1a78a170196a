import { createDesk, standardFeatures, type Desk } from '@shopdesk/core';
import { metricContract, testPorts } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterEach, describe, test } from 'vitest';
import { randomDay } from '../../../core/src/features/kpis/testing/random-day.ts';
import { openDatabase } from '../database/database.ts';
import { migrate } from './migrate.ts';
import { SqlStore } from './sql-store.ts';

describe.each(DATABASE_KINDS)('cells of figures on %s', (kind) => {
  const cleanUp: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const undo of cleanUp.splice(0).toReversed()) await undo();
  });

  const contract = metricContract({
    metric: 'K_03',
    steps: 20,
    seed: 5,
    prepare: async ({ around, roll }) => {
      const { options, remove } = await createTestDatabase(kind);
      const database = await openDatabase(options);
      cleanUp.push(remove, () => database.close());
      const store = new SqlStore(database);
      const parts = { features: standardFeatures, clock: () => new Date(), newId: () => '', ports: testPorts() };
      await migrate(database, (createDesk({ ...parts, store }) as unknown as Desk).entities);
      const { loose, supervisor, act } = await randomDay(roll, around(store));
      return { desk: loose, reader: supervisor, act };
    },
  });
  test.each(contract)('$title', { timeout: 60_000 }, ({ run }) => run());
});
