import { anyWords } from '../testing/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, one } from '../kernel/action.ts';
import { refuse } from '../kernel/context.ts';
import { deny } from '../kernel/denial.ts';
import { createDesk, type Desk } from '../kernel/desk.ts';
import { defineEntity } from '../kernel/entity.ts';
import { defineFeature } from '../kernel/feature.ts';
import { testPorts } from '../testing/test-desk.ts';
import { standardFeatures } from './index.ts';
import { offersOf } from './testing/offers.ts';
import { standardScenes } from './testing/scenes.ts';
import { strayFromIndex } from './testing/work-contract.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const onRows = standardFeatures
  .flatMap((feature) => Object.entries(feature.actions))
  .flatMap(([name, { on }]) => (on ? [[on.name, name] as const] : []));
const byEntity = Map.groupBy(onRows, ([entity]) => entity);

/** What is offered on a row in any state is done with a valid input, and what is not is refused, by whoever asks. */
describe('what is offered is accepted, and what is not offered is refused', () => {
  test.each([...byEntity].map(([entity, pairs]) => [entity, pairs.map(([, name]) => name)] as const))(
    'for every action on %s',
    async (name, names) => {
      const entity = world.whole(name);
      const { contradictions, valid } = await offersOf(world, standardScenes, entity);
      expect(contradictions).toEqual([]);
      // An action that nobody could ever do would be in order by never being offered.
      expect(names.filter((one) => !valid.has(one))).toEqual([]);
      const strays = [];
      for (const one of valid.values()) strays.push(...(await strayFromIndex(world, standardScenes, one)));
      expect(strays, 'the index of work says what the row says').toEqual([]);
    },
    60_000,
  );

  test('and every exception names an action that is there', () => {
    const names = onRows.map(([, name]) => name);
    expect(Object.keys(standardScenes.excused).filter((name) => !names.includes(name))).toEqual([]);
  });
});

const Parcel = defineEntity({
  name: 'Parcel',
  title: { en: 'Parcel', zh: '包裹' },
  schema: z.object({ heavy: z.boolean() }),
  visible: () => 'all',
});
const common = { allow: { staff: true }, on: Parcel, input: z.object({}), output: one(Parcel) } as const;
const parcels = defineFeature({
  words: anyWords,
  name: 'parcels',
  entities: [Parcel],
  actions: {
    // Refuses where nobody is told so before.
    sendParcel: defineAction({ ...common, title: { en: 'Send', zh: '寄出' }, run: () => refuse('FORBIDDEN') }),
    weighParcel: defineAction({
      ...common,
      title: { en: 'Weigh', zh: '称重' },
      when: (_ctx, { heavy }) => (heavy ? deny('LIMIT_EXCEEDED') : undefined),
      run: (_ctx, row) => row,
    }),
  },
});

describe('the property of offers', () => {
  const worldOf = (): World => {
    const desk = createDesk({
      features: [parcels],
      store: world.memory,
      clock: () => new Date(world.now),
      newId: () => 'id',
      ports: testPorts(),
    }) as unknown as Desk;
    return { ...world, desk, actors: [world.staff.PA] };
  };

  test('finds an action that refuses by itself what it is offered for', async () => {
    const { contradictions } = await offersOf(worldOf(), standardScenes, Parcel);
    expect(contradictions).toEqual([expect.stringMatching(/^sendParcel on Parcel by PA1: is offered, and refused/)]);
  });

  test('finds an action that is done although it is not offered', async () => {
    const planted = worldOf();
    const { desk } = planted;
    const shy = {
      actions: desk.actions,
      read: desk.read.bind(desk),
      perform: desk.perform.bind(desk),
      availableActionsOf: async (...about: Parameters<Desk['availableActionsOf']>) => {
        const offers = await desk.availableActionsOf(...about);
        return new Map(
          [...offers].map(([id, of]) => [id, of.map((offer) => ({ ...offer, denial: deny('LIMIT_EXCEEDED') }))]),
        );
      },
    };
    const { contradictions } = await offersOf({ ...planted, desk: shy as unknown as Desk }, standardScenes, Parcel);
    expect(contradictions).toEqual(['weighParcel on Parcel by PA1: is not offered, and is done']);
  });
});
