import { describe, test } from 'vitest';
import { MemoryStore, metricContract } from '../../testing/index.ts';
import { serviceMetrics } from './metrics.ts';
import { randomDay } from './testing/random-day.ts';

describe.each(serviceMetrics.map(({ code }, n) => [code, n + 1] as const))('the figure %s', (metric, seed) => {
  const contract = metricContract({
    metric,
    seed,
    steps: 25,
    prepare: async ({ around, roll }) => {
      const { loose, supervisor, act } = await randomDay(roll, around(new MemoryStore()));
      return { desk: loose, reader: supervisor, act };
    },
  });
  test.each(contract)('$title', ({ run }) => run());
});
