import { setTimeout as sleep } from 'node:timers/promises';
import {
  createDesk,
  defineAction,
  defineEntity,
  defineFeature,
  Effect,
  IdempotencyKey,
  one,
  ShopperSession,
  StaffSession,
  standardFeatures,
  Timer,
  timer,
  whenDue,
  type BaseRow,
  type Desk,
  type Entity,
  type RowOf,
} from '@shopdesk/core';
import { anyWords, TestClock, testPorts } from '@shopdesk/core/testing';
import { createTestDatabase, DATABASE_KINDS } from 'shopdesk-test/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { openDatabase, type Database } from '../database/database.ts';
import { migrate } from '../store/migrate.ts';
import { SqlStore } from '../store/sql-store.ts';
import { purge } from './purge.ts';
import { repeat } from './repeat.ts';
import { startTimers } from './timer-loop.ts';

/** Each timer adds a row and counts up one that all of them fight for. */
const Mark = defineEntity({
  name: 'Mark',
  title: { en: 'Mark', zh: '标记' },
  visible: () => 'all',
  schema: z.object({ of: z.string(), count: z.int() }),
  index: [['of']],
});
const markTimer = timer({ key: 'mark', input: z.object({ of: z.string() }), per: ['of'] });
const brokenTimer = timer({ key: 'broken', input: z.object({ n: z.int() }), per: ['n'] });
const scheduleMarks = defineAction({
  title: { en: 'Schedule', zh: '安排' },
  allow: { system: true },
  input: z.object({ count: z.int(), dueAt: z.string() }),
  output: one(Mark),
  run: async (ctx, { count, dueAt }) => {
    for (let n = 0; n < count; n += 1) await ctx.at(markTimer, dueAt, { of: `timer ${n}` });
    return ctx.insert(Mark, { id: 'total', of: 'total', count: 0 });
  },
});
const takeMark = defineAction({
  title: { en: 'Take effect', zh: '生效' },
  allow: { system: true },
  input: z.object({ of: z.string() }),
  output: one(Mark),
  run: async (ctx, { of }) => {
    const total = await ctx.get(Mark, 'total');
    ctx.update(Mark, total, { count: total.count + 1 });
    return ctx.insert(Mark, { of, count: 1 });
  },
});
let broken = true;
const breakOnce = defineAction({
  title: { en: 'Break', zh: '出错' },
  allow: { system: true },
  input: z.object({ n: z.int() }),
  output: one(Mark),
  run: (ctx) => {
    if (broken) throw new Error('broken');
    return ctx.insert(Mark, { of: 'mended', count: 1 });
  },
});
const scheduleBroken = defineAction({
  title: { en: 'Schedule', zh: '安排' },
  allow: { system: true },
  input: z.object({}),
  output: one(Mark),
  run: async (ctx) => {
    for (let n = 0; n < 120; n += 1) await ctx.at(brokenTimer, ctx.now, { n });
    await ctx.at(markTimer, ctx.now, { of: 'behind' });
    return ctx.insert(Mark, { of: 'scheduled', count: 0 });
  },
});
const marks = defineFeature({
  words: anyWords,
  name: 'marks',
  entities: [Mark],
  actions: { scheduleMarks, takeMark, breakOnce, scheduleBroken },
  timers: [whenDue(markTimer, takeMark), whenDue(brokenTimer, breakOnce)],
});

const SYSTEM = { kind: 'system', tenantId: 't', name: 'test' } as const;

describe.each(DATABASE_KINDS)('timers on %s', (kind) => {
  let connections: Database[];
  let desks: Desk[];
  const clock = new TestClock();
  beforeAll(async () => {
    const { options } = await createTestDatabase(kind, { tables: true });
    const first = await openDatabase(options);
    connections = kind === 'postgres' ? [first, await openDatabase(options)] : [first];
    let ids = 0;
    const deskOn = (database: Database) =>
      createDesk({
        features: [...standardFeatures, marks],
        store: new SqlStore(database),
        clock: clock.now,
        newId: () => `id-${(ids += 1)}`,
        ports: testPorts(),
      }) as unknown as Desk;
    desks = [deskOn(first), deskOn(connections.at(-1) ?? first)];
    await migrate(first, desks[0]?.entities ?? []);
  });
  afterAll(() => Promise.all(connections.map((database) => database.close())));

  const rows = async <R extends BaseRow>(entity: Entity<R>) =>
    (await new SqlStore(connections[0] as Database).find({ entity, where: [], limit: 1000 })) as R[];

  it('take effect once each, however many processes look for them', async () => {
    const count = 60;
    await desks[0]?.perform(SYSTEM, 'scheduleMarks', {
      count,
      dueAt: new Date(clock.now().getTime() + 1000).toISOString(),
    });
    const errors: unknown[] = [];
    const stops = [...desks, ...desks].map((desk) =>
      startTimers({ desk, onError: (error) => errors.push(error), everyMs: 10 }),
    );
    await sleep(60);
    expect(await rows(Mark)).toHaveLength(1);
    clock.advance(1000);
    await vi.waitFor(async () => expect(await rows(Timer)).toEqual([]), 15_000);
    await Promise.all(stops.map((stop) => stop()));
    const found = await rows(Mark);
    expect(found.find(({ id }) => id === 'total')?.count).toBe(count);
    expect(new Set(found.map(({ of }) => of)).size).toBe(found.length);
    expect([found.length, errors]).toEqual([count + 1, []]);
  });

  it('that fail are tried again a minute later and hold up no others', async () => {
    const [desk] = desks as [Desk];
    broken = true;
    await desk.perform(SYSTEM, 'scheduleBroken', {});
    while ((await desk.runTimers(50)) === 50);
    const of = async () => (await rows(Mark)).map((row) => row.of);
    expect([(await of()).includes('behind'), (await of()).includes('mended'), (await rows(Timer)).length]).toEqual([
      true,
      false,
      120,
    ]);
    broken = false;
    clock.advance(60_000);
    while ((await desk.runTimers(50)) === 50);
    expect([(await of()).filter((name) => name === 'mended').length, (await rows(Timer)).length]).toEqual([120, 0]);
  });

  it('and what has lost its use is removed in batches, and nothing else', async () => {
    const store = new SqlStore(connections[0] as Database);
    const at = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
    const base = (id: string) => ({ id, tenantId: 't', version: 1, createdAt: at(-90), updatedAt: at(-90) });
    const key = (n: number, expiresAt: string) => ({
      ...base(`key-${n}`),
      actor: 'a',
      key: `k${n}`,
      action: 'x',
      answer: null,
      expiresAt,
    });
    const session = (id: string, expiresAt: string, endedAt: string | null) => ({
      ...base(id),
      userId: 'u',
      tokenHash: id,
      expiresAt,
      endedAt,
    });
    const shopper = (id: string, expiresAt: string, endedAt: string | null) => ({
      ...base(id),
      storeId: 's',
      customerId: 'c',
      tokenHash: id,
      verified: false,
      externalId: null,
      expiresAt,
      endedAt,
    });
    const call = (id: string, state: string, settledAt: string | null) => ({
      ...base(id),
      name: 'C1',
      what: { en: 'Pay', zh: '付款' },
      effect: 'aftersales.payPart',
      port: 'shop',
      callKey: id,
      storeId: 's',
      entity: 'AfterSalesCase',
      entityId: 'c',
      state,
      attempts: 1,
      dueAt: at(-800),
      problem: null,
      settledAt,
      input: {},
      inputHash: '',
      lane: null,
      round: 0,
      flownAt: null,
      doubts: 0,
      doubtSince: null,
    });
    const insert = (entity: Entity, row: BaseRow) => ({ kind: 'insert' as const, entity, row });
    await store.commit([
      ...Array.from({ length: 1203 }, (_, n) => insert(IdempotencyKey, key(n, at(n < 1200 ? -0.01 : 1)))),
      ...[
        session('open', at(1), null),
        session('ended', at(1), at(-1)),
        session('old', at(1), at(-31)),
        session('expired', at(-31), null),
      ].map((row) => insert(StaffSession, row)),
      ...[shopper('s-open', at(100), null), shopper('s-old', at(100), at(-40))].map((row) =>
        insert(ShopperSession, row),
      ),
      ...[
        call('paid-last-year', 'DONE', at(-366)),
        call('refused-last-year', 'REFUSED', at(-366)),
        call('paid-lately', 'DONE', at(-364)),
        call('nobody-knows', 'UNCERTAIN', null),
        call('on-its-way', 'READY', null),
      ].map((row) => insert(Effect, row)),
    ]);
    const options = { database: connections[0] as Database, clock: clock.now };
    let rounds = 1;
    while (await purge(options)) rounds += 1;
    expect(rounds).toBe(3);
    expect((await rows(IdempotencyKey)).map(({ id }) => id).toSorted()).toEqual(['key-1200', 'key-1201', 'key-1202']);
    expect((await rows(StaffSession)).map(({ id }) => id).toSorted()).toEqual(['ended', 'open']);
    expect((await rows(Effect)).map(({ id }) => id).toSorted()).toEqual(['nobody-knows', 'on-its-way', 'paid-lately']);
    expect((await rows(ShopperSession)).map(({ id }: RowOf<typeof ShopperSession>) => id)).toEqual(['s-open']);
  });
});

describe('repeated work', () => {
  it('never runs twice at once, goes on after a failure, and is finished when stopped', async () => {
    let running = 0;
    let most = 0;
    let rounds = 0;
    const errors: unknown[] = [];
    const loop = repeat({
      everyMs: 5,
      onError: (error) => errors.push(error),
      work: async () => {
        running += 1;
        most = Math.max(most, running);
        rounds += 1;
        await sleep(12);
        running -= 1;
        if (rounds === 2) throw new Error('once');
        return rounds === 3;
      },
    });
    const waking = setInterval(() => loop.wake(0), 1);
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(5));
    clearInterval(waking);
    await loop.stop();
    const stopped = rounds;
    expect([running, most, errors.length]).toEqual([0, 1, 1]);
    await sleep(30);
    expect(rounds).toBe(stopped);
  });

  it('comes soon when it is woken, also while a round is under way', async () => {
    let rounds = 0;
    const loop = repeat({
      everyMs: 60_000,
      onError: () => {},
      work: async () => {
        rounds += 1;
        await sleep(200);
        return false;
      },
    });
    loop.wake(0);
    await vi.waitFor(() => expect(rounds).toBe(1));
    loop.wake(5);
    await vi.waitFor(() => expect(rounds).toBe(2));
    await loop.stop();
  });
});
