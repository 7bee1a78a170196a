import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyAction } from '../kernel/action.ts';
import { standardFeatures } from './index.ts';
import { breaches } from './testing/contract.ts';
import { standardScenes } from './testing/scenes.ts';
import { validCases, type ValidCase } from './testing/valid-cases.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
let cases: ReadonlyMap<string, ValidCase>;
beforeAll(async () => {
  world = await createWorld();
  cases = await validCases(world, standardScenes);
}, 60_000);

const actions = standardFeatures.flatMap((feature) => Object.entries<AnyAction>(feature.actions));

/** What no button, bot or list is about: it answers what it did with the queue, and leaves the row where there is nobody. */
const OF_THE_QUEUE = ['routeConversation'];

test('whoever takes the id of a row is on that row, so that its offers tell of it, but for signals', () => {
  const besides = standardFeatures
    .flatMap((feature) => Object.entries<AnyAction>(feature.actions))
    .filter(([, { on, unaudited, input }]) => !on && !unaudited && 'id' in input.shape);
  expect(besides.map(([name]) => name)).toEqual(OF_THE_QUEUE);
});

describe('the contract of every action, from its definition', () => {
  test.each(actions.map(([name]) => name))('%s', async (name) => {
    const valid = cases.get(name);
    if (!valid)
      throw new Error(`No scene shows a valid call of ${name}: say in the feature's scenes how it is called.`);
    expect(await breaches(world, valid)).toEqual([]);
  });
});
