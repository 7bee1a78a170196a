import { describe, expect, test } from 'vitest';
import { createDesk } from '../kernel/desk.ts';
import { layered, withRequired } from '../kernel/order.ts';
import type { Feature } from '../kernel/feature.ts';
import { MemoryStore, shuffled, testPorts } from '../testing/index.ts';
import { botDesk } from './answer-bot/testing/bot-desk.ts';
import { standardFeatures } from './index.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const standard: readonly Feature[] = standardFeatures;
const namesOf = (features: readonly Feature[]) => features.map(({ name }) => name);

describe('the order of the list of features', () => {
  test('says nothing: features react in the same order, each after those that it builds on', () => {
    const lists = SEEDS.map((seed) => shuffled(standard, seed));
    expect(new Set(lists.map((list) => namesOf(list).join())).size).toBeGreaterThan(15);
    const order = namesOf(layered(standard));
    for (const features of lists) {
      const desk = createDesk({
        features,
        store: new MemoryStore(),
        clock: () => new Date(0),
        newId: () => '',
        ports: testPorts(),
      });
      expect(namesOf(desk.features)).toEqual(order);
    }
    for (const feature of standard)
      for (const below of withRequired(feature))
        expect(order.indexOf(below.name)).toBeLessThanOrEqual(order.indexOf(feature.name));
  });

  test('never lets the bot answer an angry customer, whom it hands to a person', { timeout: 60_000 }, async () => {
    for (const seed of SEEDS) {
      const { say, session } = await botDesk({ seed });
      await say('气死我了,骗子,垃圾');
      const { state, handOver } = await session();
      expect({ seed, state, handOver }).toEqual({ seed, state: 'HUMAN', handOver: 'SENSITIVE' });
    }
  });
});
