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

describe('the contract of every action, from its definition', () => {
  test.each(actions.map(([name]) => name))('%s', async (name) => {
    const valid = cases.get(name);
    if (!valid)
      throw new Error(`No scene shows a valid call of ${name}: say in the feature's scenes how it is called.`);
    expect(await breaches(world, valid)).toEqual([]);
  });
});
