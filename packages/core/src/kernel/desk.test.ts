import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyWords, createTestDesk, MemoryStore } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import { AuditEvent } from './audit.ts';
import { refuse } from './context.ts';
import { createDesk, type Desk } from './desk.ts';
import { defineEntity } from './entity.ts';
import { deny } from './denial.ts';
import { defineEvent, on, inCommit } from './event.ts';
import { defineFeature, unless } from './feature.ts';
import { timer, whenDue } from './timer.ts';
import { VersionConflictError, type DeskStore, type Query, type Write } from './store.ts';
import { access } from '../features/access/index.ts';
import { calendar } from '../features/calendar/index.ts';
import { conversations } from '../features/conversations/index.ts';
import { work } from '../features/work/index.ts';
import { notices } from '../features/notices/index.ts';
import { organisation } from '../features/organisation/index.ts';
import { customers } from '../features/customers/index.ts';
import { texts } from './said.ts';

const said = texts('guard', { notThirteen: { en: 'Not thirteen.', zh: '不能是十三。' } });

const Counter = defineEntity({
  name: 'Counter',
  title: { en: 'Counter', zh: '计数器' },
  schema: z.object({ name: z.string(), total: z.int() }),
  unique: [{ name: 'counter_name', fields: ['name'] }],
  audited: ['total'],
  visible: (actor) => (actor.kind === 'staff' ? 'all' : 'none'),
});
const counted = defineEvent<{ id: string; total: number }>('counter.counted');
const heard: number[] = [];
const countTimer = timer({ key: 'count', on: Counter, input: z.object({ by: z.int() }) });
const againTimer = timer({ key: 'again', on: Counter });

const count = defineAction({
  title: { en: 'Count', zh: '计数' },
  allow: { staff: true, system: true },
  on: Counter,
  input: z.object({ by: z.int().default(1) }),
  output: one(Counter),
  run: (ctx, counter, { by }) => {
    const next = ctx.update(Counter, counter, { total: counter.total + by });
    ctx.emit(counted, { id: counter.id, total: next.total });
    return next;
  },
});

const counting = defineFeature({
  words: anyWords,
  name: 'counting',
  entities: [Counter],
  actions: {
    makeCounter: defineAction({
      title: { en: 'Make', zh: '新建' },
      allow: { staff: true },
      input: z.object({ name: z.string() }),
      output: one(Counter),
      run: (ctx, { name }) => ctx.insert(Counter, { name, total: 0 }),
    }),
    count,
    countLater: defineAction({
      title: { en: 'Count later', zh: '稍后计数' },
      allow: { staff: true },
      on: Counter,
      input: z.object({ at: z.string() }),
      output: one(Counter),
      run: async (ctx, row, { at }) => {
        await ctx.at(countTimer, at, row, { by: 1 });
        return row;
      },
    }),
    countTwice: defineAction({
      title: { en: 'Count now and once more', zh: '连续计数' },
      allow: { staff: true },
      on: Counter,
      input: z.object({}),
      output: one(Counter),
      run: async (ctx, counter) => {
        await ctx.afterCommit(againTimer, counter);
        return ctx.update(Counter, counter, { total: counter.total + 1 });
      },
    }),
  },
  timers: [whenDue(countTimer, count), whenDue(againTimer, count)],
  on: [on(counted, ({ total }) => void heard.push(total))],
});

const Tally = defineEntity({
  name: 'Tally',
  title: { en: 'Tally', zh: '小计' },
  schema: z.object({ counterId: z.string(), seen: z.int() }),
  visible: () => 'all',
});

/** A feature of somebody else, which knows counting only by what it exports. */
const tallying = defineFeature({
  words: anyWords,
  name: 'tallying',
  entities: [Tally],
  inCommit: [
    inCommit(counted, async (ctx, { id, total }) => {
      if (total > 90) refuse('LIMIT_EXCEEDED');
      const tally = await ctx.first(Tally, { counterId: id });
      if (tally) ctx.update(Tally, tally, { seen: total });
      else ctx.insert(Tally, { counterId: id, seen: total });
      if (total === 7) ctx.update(Counter, await ctx.get(Counter, id), { name: 'lucky' });
    }),
  ],
  unless: [
    unless(counting.actions.count, {
      check: (_ctx, _row, { by }) => (by === 13 ? deny('FORBIDDEN', { text: said.notThirteen }) : undefined),
    }),
  ],
});

async function setUp(store: DeskStore = new MemoryStore()) {
  const setup = await createTestDesk({
    features: [access, calendar, customers, notices, organisation, work, conversations, counting, tallying] as const,
    store,
  });
  const agent = await setup.staff('A1', ['PA']);
  const api = setup.desk.as(agent).counting;
  return { ...setup, agent, api, counter: await api.makeCounter({ name: 'c' }) };
}

describe('the desk', () => {
  test('runs an action again when another writer was faster, so that no count is lost', async () => {
    const { api, counter } = await setUp();
    await Promise.all(Array.from({ length: 6 }, () => api.count({ id: counter.id })));
    expect((await api.count({ id: counter.id, by: 0 })).total).toBe(6);
  });

  test('lets everybody through when sixty want the same row', async () => {
    const { api, counter } = await setUp();
    await Promise.all(Array.from({ length: 60 }, () => api.count({ id: counter.id })));
    expect((await api.count({ id: counter.id, by: 0 })).total).toBe(60);
  });

  test('does not wait for itself when what follows is about the same row', async () => {
    const { api, counter } = await setUp();
    await Promise.all(Array.from({ length: 20 }, () => api.countTwice({ id: counter.id })));
    expect((await api.count({ id: counter.id, by: 0 })).total).toBeGreaterThan(20);
  });

  test('begins what follows a commit with the rows that it left, and reads them anew when somebody else was faster', async () => {
    const inner = new MemoryStore();
    let between: () => Promise<void> = async () => {};
    let looks = 0;
    const store: DeskStore = {
      find: (query) => {
        if (query.entity === Counter) looks += 1;
        return inner.find(query);
      },
      count: (query) => inner.count(query),
      commit: async (writes) => {
        await inner.commit(writes);
        await between();
      },
    };
    const { api, counter, desk, agent } = await setUp(store);
    looks = 0;
    expect((await api.countTwice({ id: counter.id })).total).toBe(2);
    expect(looks).toBe(1);
    between = async () => {
      between = async () => {};
      const { version } = await desk.read(agent).get(Counter, counter.id);
      const at = { entity: Counter, tenantId: counter.tenantId, id: counter.id, expectedVersion: version };
      await inner.commit([{ kind: 'update', ...at, changes: { total: 50 } }]);
    };
    expect((await api.countTwice({ id: counter.id })).total).toBe(51);
  });

  test('asks for what is wanted at the same time by one statement, and does without a store that cannot', async () => {
    const inner = new MemoryStore();
    const asked: string[] = [];
    const name = ({ entity, where }: Query) => `${entity.name} ${JSON.stringify(where)}`;
    const store: DeskStore = {
      find: (query) => (asked.push(name(query)), inner.find(query)),
      count: (query) => (asked.push(`count ${name(query)}`), inner.count(query)),
      answer: (questions) => {
        asked.push(questions.map(({ kind, ...query }) => `${kind} ${name(query)}`).join(' + '));
        return Promise.all(questions.map((question) => inner[question.kind](question)));
      },
      commit: (writes) => inner.commit(writes),
    };
    const { desk, agent, counter } = await setUp(store);
    asked.length = 0;
    const ctx = desk.read(agent);
    const [one, none, tallies, count] = await Promise.all([
      ctx.get(Counter, counter.id),
      ctx.maybe(Counter, 'nobody'),
      ctx.find(Tally, { limit: 3 }),
      ctx.count(Tally, {}),
    ]);
    expect([one.name, none, tallies, count]).toEqual(['c', undefined, [], 0]);
    expect(asked).toEqual([
      `find Counter [{"id":{"in":["${counter.id}","nobody"]}}] + find Tally [{}] + count Tally [{}]`,
    ]);
    expect(await ctx.get(Counter, counter.id)).toBe(one);
    expect(asked).toHaveLength(1);
  });

  test('wants to know how many rows are asked for at most, and gives all only when they are a list', async () => {
    const store = new MemoryStore();
    const { desk, agent, counter } = await setUp(store);
    const ctx = desk.read(agent);
    await expect(ctx.find(Counter, {} as never)).rejects.toThrow('at most');
    expect(await ctx.all(Counter)).toHaveLength(1);
    const more = (count: number) =>
      Array.from({ length: count }, (_, n): Write => {
        const id = `more-${count}-${n}`;
        return { kind: 'insert', entity: Counter, row: { ...counter, id, name: id } as never };
      });
    for (let n = 0; n < 999; n += 333) await store.commit(more(333 + n).slice(0, 333));
    expect(await ctx.all(Counter)).toHaveLength(1000);
    await store.commit(more(1));
    await expect(ctx.all(Counter)).rejects.toThrow('More than 1000 rows of Counter match');
    expect(await ctx.all(Counter, { where: { id: counter.id } })).toHaveLength(1);
  });

  test('commits what other features add to an event with it, or nothing', async () => {
    const { api, counter, desk, agent } = await setUp();
    await api.count({ id: counter.id, by: 6 });
    expect(await api.count({ id: counter.id })).toMatchObject({ total: 7, name: 'lucky', version: 3 });
    expect(await desk.read(agent).first(Tally, { counterId: counter.id })).toMatchObject({ seen: 7, version: 2 });
    await expect(api.count({ id: counter.id, by: 90 })).rejects.toMatchObject({ denial: { code: 'LIMIT_EXCEEDED' } });
    expect(await desk.read(agent).get(Counter, counter.id)).toMatchObject({ total: 7 });
  });

  test('asks other features before it acts, and when it is only asked', async () => {
    const { api, counter } = await setUp();
    await expect(api.count({ id: counter.id, by: 13 })).rejects.toMatchObject({ denial: { text: said.notThirteen } });
    expect(await api.count.check({ id: counter.id, by: 13 })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await api.count.check({ id: counter.id, by: 12 })).toBeUndefined();
  });

  test('gives up with CONFLICT when it never gets through', async () => {
    const inner = new MemoryStore();
    const busy: DeskStore = {
      find: (query) => inner.find(query),
      count: (query) => inner.count(query),
      commit: async (writes: readonly Write[]) => {
        if (writes.some((write) => write.kind === 'update' && write.entity.name === 'Counter'))
          throw new VersionConflictError();
        return inner.commit(writes);
      },
    };
    const { api, counter } = await setUp(busy);
    await expect(api.count({ id: counter.id })).rejects.toMatchObject({ denial: { code: 'CONFLICT' } });
  });

  test('refuses a caller who read an older version', async () => {
    const { api, counter } = await setUp();
    await api.count({ id: counter.id });
    await expect(api.count({ id: counter.id }, { expectedVersion: 1 })).rejects.toMatchObject({
      denial: { code: 'CONFLICT', details: { version: 2 } },
    });
  });

  test('answers a repeated key with the first answer and refuses it for another action', async () => {
    const { api, counter, desk, agent } = await setUp();
    const first = await api.count({ id: counter.id }, { idempotencyKey: 'k1' });
    expect(await api.count({ id: counter.id }, { idempotencyKey: 'k1' })).toEqual(first);
    await expect(desk.perform(agent, 'makeCounter', { name: 'other' }, { idempotencyKey: 'k1' })).rejects.toMatchObject(
      { denial: { code: 'CONFLICT' } },
    );
  });

  test('performs a timer once, although two runners see it', async () => {
    const { api, counter, desk, clock } = await setUp();
    await api.countLater({ id: counter.id, at: '2025-03-10T01:10:00.000Z' });
    clock.set('2025-03-10T01:09:59.999Z');
    expect(await desk.runTimers()).toBe(0);
    clock.set('2025-03-10T01:10:00.000Z');
    await Promise.all([desk.runTimers(), desk.runTimers(), desk.runTimers()]);
    expect((await api.count({ id: counter.id, by: 0 })).total).toBe(1);
    expect(await desk.runTimers()).toBe(0);
  });

  test('performs what follows before it answers, once also when the call is repeated', async () => {
    const { api, counter, desk } = await setUp();
    const options = { idempotencyKey: 'twice' };
    expect((await api.countTwice({ id: counter.id }, options)).total).toBe(2);
    expect((await api.countTwice({ id: counter.id }, options)).total).toBe(2);
    expect(await desk.runTimers()).toBe(0);
  });

  test('tells handlers and the commit feed only what was committed', async () => {
    const { api, counter, desk } = await setUp();
    heard.length = 0;
    const fed: string[] = [];
    desk.onCommitted(({ action }) => fed.push(action));
    await api.count({ id: counter.id, by: 3 });
    await expect(api.makeCounter({ name: 'c' })).rejects.toMatchObject({ denial: { code: 'DUPLICATE' } });
    expect([heard, fed]).toEqual([[3], ['count']]);
  });

  test('audits the audited fields before and after', async () => {
    const { api, counter, desk, system } = await setUp();
    await api.count({ id: counter.id, by: 2 });
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'count' } });
    expect(entry?.changes).toEqual([{ entity: 'Counter', id: counter.id, before: { total: 0 }, after: { total: 2 } }]);
  });

  test('refuses text that no database can keep, wherever it stands', async () => {
    const { api, desk, system } = await setUp();
    for (const name of ['nul\u0000', 'half\ud83d'])
      await expect(api.makeCounter({ name })).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'name' }] },
      });
    const hours = [{ weekday: 1, from: '09:00\udc00', to: '10:00' }];
    await expect(
      desk.perform(system, 'createStore', { name: 'S', key: 'store-2', serviceHours: hours }),
    ).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
  });

  test('names every mistake of its features at once', () => {
    const broken = defineFeature({ words: anyWords, name: 'counting', entities: [Counter], actions: counting.actions });
    const lost = { ...Counter, name: 'Lost', audited: ['nothing'] };
    const make = () =>
      createDesk({
        features: [counting, broken, defineFeature({ words: anyWords, name: 'lost', entities: [lost] })],
        store: new MemoryStore(),
        clock: () => new Date(0),
        newId: () => '1',
        ports: {} as never,
      });
    expect(make).toThrow(/feature counting is declared.*\n.*entity Counter is declared[^]*unknown field nothing/);
  });

  test('says which actions are possible on a row now, and why not the others', async () => {
    const { desk, agent, shopper } = await createTestDesk().then(async (s) => ({
      ...s,
      agent: await s.staff('PA1', ['PA']),
      shopper: await s.shopper(),
    }));
    const { id } = await desk.as(shopper).conversations.openConversation({});
    const actions = await (desk as unknown as Desk).availableActions(agent, 'Conversation', id);
    expect(actions).toContainEqual({ action: 'takeConversation' });
    const why = (name: string) => actions.find(({ action }) => action === name)?.denial?.code;
    expect([why('closeConversation'), why('holdConversation')]).toEqual(['INVALID_TRANSITION', 'FORBIDDEN']);
  });
});
