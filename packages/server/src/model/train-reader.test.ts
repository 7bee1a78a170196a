import { retrainIntents } from '@shopdesk/core/language';
import { expect, test } from 'vitest';
import { trainReader } from './train-reader.ts';

const RETRAINING = {
  corrections: [{ text: '可以刻字吗', intent: 'COOPERATION' }],
  keptOut: [{ text: '能不能刻字', intent: 'COOPERATION' }],
};

test('another thread trains the same reader, while this one goes on', async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 5);
  const trained = await trainReader(RETRAINING);
  clearInterval(ticking);
  const here = retrainIntents(RETRAINING);
  expect([trained.before, trained.after]).toEqual([here.before, here.after]);
  expect(Buffer.from(trained.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  expect(ticks).toBeGreaterThan(10);
}, 30_000);

test('a training that fails is an error, not silence', async () => {
  await expect(trainReader({ ...RETRAINING, current: new Uint8Array([1, 2, 3]) })).rejects.toThrow(/snapshot/i);
}, 30_000);
