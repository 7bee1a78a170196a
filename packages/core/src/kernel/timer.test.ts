import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyCodes, anyWords, MemoryStore, testPorts } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity } from './entity.ts';
import { defineFeature, type Feature } from './feature.ts';
import { Timer, timer, whenDue } from './timer.ts';

const title = { en: 'T', zh: '题' };
const system = { kind: 'system', tenantId: 't', name: 'test' } as const;

const Kettle = defineEntity({
  name: 'Kettle',
  title,
  schema: z.object({ heat: z.int() }),
  visible: () => 'all',
});
const Cup = defineEntity({ name: 'Cup', title, schema: z.object({ full: z.boolean() }), visible: () => 'all' });

const heatTimer = timer({ key: 'heat', on: Kettle, input: z.object({ by: z.int() }) });
const roomTimer = timer({
  key: 'room',
  on: Kettle,
  rowAs: 'kettleId',
  input: z.object({ room: z.string(), by: z.int() }),
  per: ['room'],
});
const tenantTimer = timer({ key: 'all' });
const strangeTimer = timer({ key: 'strange', on: Kettle });

const heat = defineAction({
  title,
  allow: { system: true },
  on: Kettle,
  input: z.object({ by: z.int() }),
  output: one(Kettle),
  run: (ctx, kettle, { by }) => ctx.update(Kettle, kettle, { heat: kettle.heat + by }),
});
const heatRoom = defineAction({
  title,
  allow: { system: true },
  input: z.object({ kettleId: z.string(), room: z.string(), by: z.int() }),
  output: one(Kettle),
  run: async (ctx, { kettleId, by }) => {
    const kettle = await ctx.get(Kettle, kettleId);
    return ctx.update(Kettle, kettle, { heat: kettle.heat + by });
  },
});
const heatAll = defineAction({
  title,
  allow: { system: true },
  input: z.object({}),
  output: one(Kettle),
  run: async (ctx) => ctx.update(Kettle, await ctx.get(Kettle, 'k'), { heat: 100 }),
});
const make = defineAction({
  title,
  allow: { system: true },
  input: z.object({}),
  output: one(Kettle),
  run: (ctx) => ctx.insert(Kettle, { id: 'k', heat: 0 }),
});
const plan = defineAction({
  title,
  allow: { system: true },
  on: Kettle,
  input: z.object({ what: anyCodes('KettleStep', ['HEAT', 'ROOMS', 'ALL', 'STRANGE', 'UNSET', 'ONE_ROOM_LESS']) }),
  output: one(Kettle),
  run: async (ctx, kettle, { what }) => {
    if (what === 'HEAT') await ctx.at(heatTimer, later(60), kettle, { by: 1 });
    if (what === 'ROOMS') {
      await ctx.at(roomTimer, later(60), kettle, { room: 'a', by: 2 });
      await ctx.at(roomTimer, later(60), kettle.id, { room: 'b', by: 3 });
    }
    if (what === 'ONE_ROOM_LESS') await ctx.unset(roomTimer, kettle, { room: 'b' });
    if (what === 'ALL') await ctx.at(tenantTimer, later(60));
    if (what === 'UNSET') await ctx.unset(heatTimer, kettle);
    if (what === 'STRANGE') {
      ctx.update(Kettle, kettle, { heat: 1 });
      await ctx.at(strangeTimer, later(60), kettle);
    }
    return ctx.get(Kettle, kettle.id);
  },
});

const START = Date.parse('2025-03-10T01:00:00.000Z');
const later = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

const timers = [whenDue(heatTimer, heat), whenDue(roomTimer, heatRoom), whenDue(tenantTimer, heatAll)];
const kitchen = defineFeature({
  words: anyWords,
  name: 'kitchen',
  entities: [Kettle, Cup],
  actions: { make, plan, heat, heatRoom, heatAll },
  timers,
});

function deskOf<const F extends readonly Feature[]>(features: F, store = new MemoryStore()) {
  let at = START;
  let ids = 0;
  const errors: { readonly error: unknown; readonly where: string }[] = [];
  const desk = createDesk({
    features,
    store,
    clock: () => new Date(at),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
    onError: (error, where) => errors.push({ error, where }),
  });
  const set = () => desk.read(system).all(Timer, { order: [['key', 'asc']] });
  const goTo = async (seconds: number) => {
    at = START + seconds * 1000;
    return desk.runTimers();
  };
  return { desk, store, errors, set, goTo };
}

async function kitchenDesk() {
  const setup = deskOf([kitchen] as const);
  const api = setup.desk.as(system).kitchen;
  await api.make({});
  const heatNow = async () => (await setup.desk.read(system).get(Kettle, 'k')).heat;
  return { ...setup, heatNow, plan: (what: Parameters<typeof api.plan>[0]['what']) => api.plan({ id: 'k', what }) };
}

const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    deskOf(features);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

describe('a timer', () => {
  test('calls its action with its row and its input, once, and can be taken back', async () => {
    const { plan: does, set, goTo, heatNow } = await kitchenDesk();
    await does('HEAT');
    expect(await set()).toMatchObject([
      { id: 't:heat:k', key: 'heat:k', action: 'heat', input: { id: 'k', by: 1 }, dueAt: later(60) },
    ]);
    await goTo(61);
    await goTo(62);
    expect(await heatNow()).toBe(1);
    await does('HEAT');
    await does('UNSET');
    expect([await set(), await goTo(200), await heatNow()]).toEqual([[], 0, 1]);
  });

  test('is one for each of the values that tell it from others, under the name its action gives the row', async () => {
    const { plan: does, set, goTo, heatNow } = await kitchenDesk();
    await does('ROOMS');
    expect(await set()).toMatchObject([
      { key: 'room:k:a', input: { kettleId: 'k', room: 'a', by: 2 } },
      { key: 'room:k:b', input: { kettleId: 'k', room: 'b', by: 3 } },
    ]);
    await does('ONE_ROOM_LESS');
    await goTo(61);
    expect(await heatNow()).toBe(2);
  });

  test('may be the tenant’s', async () => {
    const { plan: does, set, goTo, heatNow } = await kitchenDesk();
    await does('ALL');
    expect(await set()).toMatchObject([{ key: 'all', action: 'heatAll', input: {} }]);
    await goTo(61);
    expect(await heatNow()).toBe(100);
  });

  test('that no feature of the desk lists is a ConfigError, and nothing of the action stays', async () => {
    const { plan: does, set, heatNow } = await kitchenDesk();
    const thrown = await does('STRANGE').catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ConfigError);
    expect((thrown as ConfigError).problems).toEqual(['no feature of the desk lists the timer strange']);
    expect([await set(), await heatNow()]).toEqual([[], 0]);
  });

  test('that is listed twice, shares its key with another feature or calls no action of the desk is named at the start', () => {
    const other = timer({ key: 'heat', on: Cup });
    const fill = defineAction({
      title: { en: 'Fill the cup', zh: '倒满' },
      allow: { system: true },
      on: Cup,
      input: z.object({}),
      output: one(Cup),
      run: (_ctx, cup) => cup,
    });
    const cups = (name: string, options: object) =>
      defineFeature({ words: anyWords, name, ...options }) as unknown as Feature;
    expect(problemsOf(kitchen, cups('cups', { actions: { fill }, timers: [whenDue(other, fill)] }))).toEqual([
      'timer heat is declared by kitchen and by cups',
    ]);
    expect(problemsOf(kitchen, cups('more', { timers: [whenDue(heatTimer, heat)] }))).toContain(
      'timer heat is listed twice',
    );
    const cupTimer = timer({ key: 'cup', on: Cup });
    expect(problemsOf(kitchen, cups('cups', { timers: [whenDue(cupTimer, fill)] }))).toEqual([
      'timer cup of cups calls "Fill the cup", which is no action of the desk',
    ]);
    expect(problemsOf(kitchen, cups('cups', { actions: { fill }, timers: [whenDue(cupTimer, fill)] }))).toEqual([]);
  });

  test('on the wrong row, with the wrong input or for an action that takes something else does not compile', () => {
    // @ts-expect-error the action takes a number
    whenDue(timer({ key: 'x', on: Kettle, input: z.object({ by: z.string() }) }), heat);
    // @ts-expect-error the action needs more than the row
    whenDue(timer({ key: 'x', on: Kettle }), heat);
    // @ts-expect-error the action calls its row by another name
    whenDue(timer({ key: 'x', on: Kettle, input: z.object({ room: z.string(), by: z.int() }) }), heatRoom);
    // @ts-expect-error the input has no such field
    timer({ key: 'x', on: Kettle, input: z.object({ by: z.int() }), per: ['room'] });
    defineAction({
      title,
      allow: { system: true },
      on: Cup,
      input: z.object({}),
      output: one(Cup),
      run: async (ctx, cup) => {
        // @ts-expect-error a cup is no kettle
        await ctx.at(heatTimer, ctx.now, cup, { by: 1 });
        // @ts-expect-error without its input
        await ctx.at(heatTimer, ctx.now, 'k');
        // @ts-expect-error with the name of an action
        await ctx.at('heat', ctx.now, 'k', { by: 1 });
        // @ts-expect-error which of the rooms
        await ctx.unset(roomTimer, 'k');
        return cup;
      },
    });
    expect(timers).toHaveLength(3);
  });
});

describe('a timer that this version cannot read', () => {
  const row = (key: string, action: string, input: object) => ({
    id: `t:${key}`,
    tenantId: 't',
    version: 1,
    createdAt: later(0),
    updatedAt: later(0),
    key,
    dueAt: later(0),
    action,
    input,
  });

  test('is told and waits for the version that can, and holds up nothing behind it', async () => {
    const store = new MemoryStore();
    const { heat: _missing, ...without } = kitchen.actions;
    const older = defineFeature({ words: anyWords, name: 'kitchen', entities: [Kettle, Cup], actions: without });
    const before = deskOf([older], store);
    await before.desk.as(system).kitchen.make({});
    await store.commit(
      [row('heat:k', 'heat', { id: 'k', by: 1 }), row('all', 'heatAll', {})].map((one_) => ({
        kind: 'insert' as const,
        entity: Timer,
        row: one_ as never,
      })),
    );
    await before.goTo(1);
    expect(before.errors).toMatchObject([{ where: 'timer heat' }]);
    expect(await before.set()).toMatchObject([{ key: 'heat:k', action: 'heat', dueAt: later(3601) }]);
    const after = deskOf([kitchen] as const, store);
    await after.goTo(3602);
    expect(await after.desk.read(system).get(Kettle, 'k')).toMatchObject({ heat: 101 });
    expect(after.errors).toEqual([]);
  });

  test('because its input is not what the action takes, is kept too', async () => {
    const { store, errors, set, goTo, heatNow } = await kitchenDesk();
    await store.commit([
      { kind: 'insert', entity: Timer, row: row('heat:k', 'heat', { id: 'k', by: 'one' }) as never },
    ]);
    await goTo(1);
    expect(errors).toMatchObject([{ where: 'timer heat', error: { denial: { code: 'VALIDATION_FAILED' } } }]);
    expect(await set()).toMatchObject([{ input: { by: 'one' }, dueAt: later(3601) }]);
    expect(await heatNow()).toBe(0);
  });
});
