import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { Desk } from '../../kernel/desk.ts';
import { defineEntity, ref } from '../../kernel/entity.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { anyWords, createTestDesk, MemoryStore, TestClock } from '../../testing/index.ts';
import { access, Store, storeOf } from '../access/index.ts';
import { standardFeatures } from '../index.ts';
import { Notice } from '../notices/index.ts';
import { localDay } from './days.ts';
import { FigureRecount, MetricCell, MetricState, stateId } from './entities.ts';
import { fillAll } from './fill.ts';
import { countedIn, knownMetrics, metric, MetricCode, metrics } from './index.ts';

const title = { en: 'x', zh: 'x' };

/** A parcel that weighs something, packed by somebody. */
const Parcel = defineEntity({
  name: 'Parcel',
  title: { en: 'Parcel', zh: '包裹' },
  schema: z.object({
    storeId: ref('Store'),
    packerId: z.string().nullable(),
    grams: z.int(),
    day: z.string().nullable(),
    minute: z.int().nullable(),
  }),
  visible: (actor) => (actor.kind === 'staff' && actor.permissions.has('kpi.read') ? 'all' : 'none'),
});
const Codes = addTo(MetricCode, { WEIGHT: { en: 'Mean weight', zh: '平均重量' } });

/** A desk with one figure of its own, whose formula one may break or change. */
function shop({ version = 1, times = 1 } = {}) {
  const formula = { broken: false };
  const weight = metric(Codes, {
    code: 'WEIGHT',
    version,
    unit: 'RATIO',
    sign: 'NONE',
    least: 5,
    formula: title,
    additive: 'SUM',
    sources: [
      countedIn(Parcel, {
        day: 'day',
        by: { agent: 'packerId', minute: 'minute' },
        count: ({ grams }) => {
          if (formula.broken && grams === 13) throw new Error('thirteen');
          return grams === 0 ? null : { num: grams * times, den: 1 };
        },
      }),
    ],
  });
  const input = z.object({ storeId: z.string(), packerId: z.string().nullable(), grams: z.int() });
  const parcels = defineFeature({
    name: 'parcels',
    words: anyWords,
    requires: [access, metrics],
    entities: [Parcel],
    members: [Codes],
    answers: [knownMetrics(weight)],
    actions: {
      pack: defineAction({
        title,
        allow: { system: true },
        input,
        output: one(Parcel),
        run: async (ctx, parcel) =>
          ctx.insert(Parcel, {
            ...parcel,
            ...localDay(ctx.now, (await storeOf(ctx, parcel.storeId)).timeZone),
          }),
      }),
      repack: defineAction({
        title,
        allow: { system: true },
        on: Parcel,
        input: z.object({ packerId: z.string().nullable(), grams: z.int() }),
        output: one(Parcel),
        run: (ctx, row, changes) => ctx.update(Parcel, row, changes),
      }),
      losePacked: defineAction({
        title,
        allow: { system: true },
        on: Parcel,
        input: z.object({}),
        output: one(Parcel),
        run: (ctx, row) => (ctx.remove(Parcel, row), row),
      }),
    },
  });
  return { formula, features: [...standardFeatures, parcels] };
}

async function scene(options: Parameters<typeof shop>[0] & { store?: MemoryStore; clock?: TestClock } = {}) {
  const made = shop(options);
  const setup = await createTestDesk({ features: made.features, store: options.store, clock: options.clock } as never);
  const desk = setup.desk as unknown as Desk;
  const { system, store } = setup;
  const supervisor = await setup.staff('SV1', ['SV'], { presence: 'OFFLINE' });
  const pack = (grams: number, packerId: string | null = null, storeId = store.id) =>
    desk.perform(system, 'pack', { storeId, packerId, grams } as never) as unknown as Promise<{ id: string }>;
  const figure = async (more: object = {}) => {
    const asked = { metrics: ['WEIGHT'], from: '2025-03-01', to: '2025-03-31', ...more };
    return (await desk.show(supervisor, 'figures', asked)) as unknown as {
      figures: { value: number | null; n: number; enough: boolean }[];
      groups: { by: string; key: string; figures: { value: number; n: number }[] }[];
      filling: string[];
      failedDays: string[];
      before: { from: string; to: string; toMinute: number | null; figures: { n: number }[] } | null;
    };
  };
  return { ...setup, ...made, desk, supervisor, pack, figure, kept: options.store };
}

describe('a figure', () => {
  test('follows facts that come late, go to somebody else, are changed and are erased', async () => {
    const { desk, system, pack, figure, clock } = await scene();
    const first = await pack(100, 'A');
    await pack(300, 'B');
    clock.advance(86_400_000);
    expect((await figure()).figures).toMatchObject([{ value: 200, n: 2, enough: false }]);
    await desk.perform(system, 'repack', { id: first.id, packerId: 'B', grams: 500 } as never);
    const report = await figure({ by: ['AGENT', 'DAY'] });
    expect(report.groups.map(({ by, key, figures: [one] }) => [by, key, one?.value, one?.n])).toEqual([
      ['AGENT', 'B', 400, 2],
      ['DAY', '2025-03-10', 400, 2],
    ]);
    await desk.perform(system, 'losePacked', { id: first.id } as never);
    expect((await figure()).figures).toMatchObject([{ value: 300, n: 1 }]);
  });

  test('is empty where there is nothing to divide by, and refuses days that are none', async () => {
    const { figure } = await scene();
    expect((await figure()).figures).toMatchObject([{ value: null, n: 0 }]);
    await expect(figure({ from: '2025-02-30' })).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    await expect(figure({ from: '2025-04-01' })).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    await expect(figure({ from: '2020-01-01' })).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
  });

  test('puts a fact on the day of its own store, also where two stores have two days at once', async () => {
    const clock = new TestClock('2025-03-29T23:30:00.000Z');
    const { desk, system, pack, figure } = await scene({ clock });
    const add = { name: 'Berlin', key: 'berlin', timeZone: 'Europe/Berlin' };
    const berlin = (await desk.perform(system, 'createStore', add as never)) as unknown as { id: string };
    await pack(100);
    await pack(200, null, berlin.id);
    const days = (await figure({ by: ['DAY'] })).groups.map(({ key, figures: [one] }) => [key, one?.n]);
    expect(days).toEqual([['2025-03-30', 2]]);
    // Berlin loses an hour in this night: its day has 23.
    clock.set('2025-03-30T21:59:00.000Z');
    await pack(200, null, berlin.id);
    clock.set('2025-03-30T22:01:00.000Z');
    await pack(200, null, berlin.id);
    await pack(100);
    const later = (await figure({ by: ['DAY'] })).groups.map(({ key, figures: [one] }) => [key, one?.n]);
    expect(later).toEqual([
      ['2025-03-30', 3],
      ['2025-03-31', 2],
    ]);
  });

  test('of a period that runs is compared with the same part of the one before, to the minute', async () => {
    const { pack, figure, clock } = await scene({ clock: new TestClock('2025-03-03T02:00:00.000Z') });
    await pack(1);
    clock.set('2025-03-03T09:00:00.000Z');
    await pack(1);
    clock.set('2025-03-10T03:00:00.000Z');
    await pack(1);
    const monday = { from: '2025-03-10', to: '2025-03-16', against: 7 };
    const running = await figure(monday);
    expect(running.before).toMatchObject({ from: '2025-03-03', to: '2025-03-03', toMinute: 660, figures: [{ n: 1 }] });
    clock.set('2025-03-20T03:00:00.000Z');
    expect((await figure(monday)).before).toMatchObject({ to: '2025-03-09', toMinute: null, figures: [{ n: 2 }] });
  });

  test('shows its numbers to who may not see the rows, and says so', async () => {
    const { desk, pack, staff } = await scene();
    const packer = await staff('PA1', ['PA'], { presence: 'OFFLINE' });
    await pack(100, packer.userId);
    await pack(900, 'somebody else');
    const asked = { metric: 'WEIGHT', from: '2025-03-01', to: '2025-03-31' };
    expect(await desk.show(packer, 'figureRows', asked)).toMatchObject({
      figure: { value: 100, n: 1 },
      rows: [],
      hidden: true,
    });
    const others = { metrics: ['WEIGHT'], agentId: 'somebody else' };
    await expect(desk.show(packer, 'figures', others)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
  });
});

describe('a formula that throws', () => {
  test('harms no action; the day is marked, somebody is told, and it is recounted when the formula works', async () => {
    const { desk, system, pack, figure, formula, clock, supervisor } = await scene();
    await pack(100);
    formula.broken = true;
    await pack(13);
    expect((await figure()).figures).toMatchObject([{ n: 1 }]);
    expect((await figure()).failedDays).toEqual(['2025-03-10']);
    clock.advance(61_000);
    await desk.runTimers();
    expect(await desk.read(system).all(Notice, {})).toMatchObject([{ kind: 'FIGURE_FAILS', state: 'OPEN', count: 1 }]);
    const recount = { metric: 'WEIGHT', storeId: (await desk.read(system).first(Store, {}))?.id, day: '2025-03-10' };
    const manager = { ...supervisor, permissions: new Set([...supervisor.permissions, 'metric.recount']) };
    await expect(desk.perform(manager, 'recountDay', recount as never)).rejects.toMatchObject({
      denial: { code: 'POLICY_DENIED' },
    });
    formula.broken = false;
    clock.advance(3_600_000);
    await desk.runTimers();
    expect(await figure()).toMatchObject({ figures: [{ value: 56.5, n: 2 }], failedDays: [] });
    expect(await desk.read(system).all(Notice, {})).toMatchObject([{ state: 'CLEARED' }]);
    expect((await desk.read(system).all(FigureRecount, {})).map(({ corrected }) => corrected)).toEqual([0, 1]);
  });
});

describe('a fixed figure', () => {
  test('never moves, and says how today differs', async () => {
    const { desk, system, pack, supervisor } = await scene();
    const parcel = await pack(100);
    const asked = { metric: 'WEIGHT', from: '2025-03-01', to: '2025-03-31', reason: 'Appraisal of March.' };
    const fixed = (await desk.perform(supervisor, 'fixFigure', asked as never)) as unknown as { id: string };
    const today = () => desk.show(supervisor, 'fixedFigureToday', { id: fixed.id });
    expect(await today()).toEqual({ fixed: 100, fixedN: 1, today: 100, todayN: 1, differs: false });
    await desk.perform(system, 'repack', { id: parcel.id, packerId: null, grams: 400 } as never);
    expect(await today()).toEqual({ fixed: 100, fixedN: 1, today: 400, todayN: 1, differs: true });
    await desk.perform(system, 'repack', { id: parcel.id, packerId: null, grams: 100 } as never);
    expect(await today()).toMatchObject({ today: 100, differs: false });
  });
});

describe('the past of a figure', () => {
  test('is counted anew for a new version of its formula, in slices that may be killed, and shown when it is whole', async () => {
    const store = new MemoryStore();
    const clock = new TestClock();
    const old = await scene({ store, clock });
    for (let day = 0; day < 12; day += 1) {
      await old.pack(100);
      clock.advance(86_400_000);
    }
    const next = shop({ version: 2, times: 2 });
    let kill = false;
    const killed = new Proxy(store, {
      get(target, name) {
        const found = Reflect.get(target, name) as unknown;
        if (name !== 'commit') return typeof found === 'function' ? (found.bind(target) as unknown) : found;
        return async (writes: never) => {
          await target.commit(writes);
          if (kill) throw new Error('killed');
        };
      },
    });
    let ids = 0;
    const { createDesk } = await import('../../kernel/desk.ts');
    const { testPorts } = await import('../../testing/index.ts');
    const desk = createDesk({
      features: next.features,
      store: killed,
      clock: clock.now,
      newId: () => `new-${(ids += 1)}`,
      ports: testPorts(),
      onError: () => undefined,
    }) as unknown as Desk;
    const asked = { metrics: ['WEIGHT'], from: '2025-03-01', to: '2025-03-31' };
    const figure = () => desk.show(old.supervisor, 'figures', asked) as Promise<unknown>;
    kill = true;
    await fillAll(desk).catch(() => undefined);
    kill = false;
    // It is read from its rows until its cells say all of it.
    expect(await figure()).toMatchObject({ figures: [{ version: 2, value: 200, n: 12 }], filling: ['WEIGHT'] });
    await desk.perform(old.system, 'pack', { storeId: old.store.id, packerId: null, grams: 100 } as never);
    await fillAll(desk);
    for (let n = 0; n < 6; n += 1) await desk.runTimers();
    expect(await figure()).toMatchObject({ figures: [{ version: 2, value: 200, n: 13 }], filling: [] });
    const cells = await desk.read(old.system).all(MetricCell, { where: { formula: 'WEIGHT@2' } });
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(13);
    expect((await desk.read(old.system).get(MetricState, stateId({ actor: old.system }))).whole['WEIGHT']).toBe(2);
  });

  test('is set right by a recount where cells are not what their facts say, which is found before', async () => {
    const store = new MemoryStore();
    const { desk, system, pack, figure, store: shopStore } = await scene({ store });
    await pack(100);
    const [cell] = await desk.read(system).all(MetricCell, { where: { formula: 'WEIGHT@1' } });
    await store.commit([{ kind: 'add', entity: MetricCell, begin: cell!, amounts: { num: 7, den: 0, n: 1 } }]);
    const at = { storeId: shopStore.id, day: '2025-03-10' };
    expect(await desk.show(system, 'figureDrift', at)).toMatchObject({ wrong: [{ metric: 'WEIGHT', cells: 1 }] });
    const done = await desk.perform(system, 'recountDay', { metric: 'WEIGHT', ...at } as never);
    expect(done).toMatchObject({ corrected: 1 });
    expect(await desk.show(system, 'figureDrift', at)).toMatchObject({ wrong: [] });
    expect((await figure()).figures).toMatchObject([{ value: 100, n: 1 }]);
  });
});
