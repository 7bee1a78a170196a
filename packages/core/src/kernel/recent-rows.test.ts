import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyWords, MemoryStore } from '../testing/index.ts';
import { defineAction, one } from './action.ts';
import type { SystemActor } from './actor.ts';
import { deny, DeniedError } from './denial.ts';
import { refuse } from './context.ts';
import { createDesk } from './desk.ts';
import { defineEntity } from './entity.ts';
import { defineFeature, expects } from './feature.ts';
import type { DeskStore } from './store.ts';

const title = { en: 'Purse', zh: '钱包' };
const Purse = defineEntity({
  name: 'Purse',
  title,
  schema: z.object({ amount: z.int(), lastSeq: z.int() }),
  visible: () => 'all',
});
/** Beside a purse, under its id: only looked at when something is spent, and often not there. */
const Lock = defineEntity({ name: 'Lock', title, schema: z.object({ shut: z.boolean() }), visible: () => 'all' });
const Spent = defineEntity({
  name: 'Spent',
  title,
  schema: z.object({ purseId: z.string(), seq: z.int(), amount: z.int() }),
  unique: [{ name: 'spent_seq', fields: ['purseId', 'seq'] }],
  visible: () => 'all',
});

const allow = { system: true } as const;
/** What happens after an action has seen the purse and before it sees its lock. */
const meanwhile: { next: (() => void) | undefined } = { next: undefined };
const spend = defineAction({
  title,
  allow,
  input: z.object({ id: z.string(), amount: z.int() }),
  output: one(Purse),
  reads: (_actor, { id }) => [{ entity: Purse, id }],
  run: async (ctx, { id, amount }) => {
    const purse = await ctx.get(Purse, id);
    const lock = await ctx.maybe(Lock, id);
    if (lock?.shut) return refuse('CONFLICT');
    if (purse.amount < amount) return refuse('LIMIT_EXCEEDED');
    if (amount === 0) return purse;
    const seq = purse.lastSeq + 1;
    ctx.insert(Spent, { purseId: id, seq, amount });
    return ctx.update(Purse, purse, { amount: purse.amount - amount, lastSeq: seq });
  },
});
const purses = defineFeature({
  words: anyWords,
  name: 'purses',
  entities: [Purse, Lock, Spent],
  actions: {
    openPurse: defineAction({
      title,
      allow,
      input: z.object({ amount: z.int() }),
      output: one(Purse),
      run: (ctx, { amount }) => ctx.insert(Purse, { amount, lastSeq: 0 }),
    }),
    spend,
    spendSlowly: defineAction({
      title,
      allow,
      input: z.object({ id: z.string(), amount: z.int() }),
      output: one(Purse),
      run: async (ctx, { id, amount }) => {
        const purse = await ctx.get(Purse, id);
        meanwhile.next?.();
        const lock = await ctx.maybe(Lock, id);
        if (purse.amount < amount && lock && !lock.shut) return refuse('LIMIT_EXCEEDED');
        return ctx.update(Purse, purse, { amount: purse.amount - amount });
      },
    }),
    fill: defineAction({
      title,
      allow,
      on: Purse,
      input: z.object({ amount: z.int() }),
      output: one(Purse),
      run: (ctx, purse, { amount }) => ctx.update(Purse, purse, { amount: purse.amount + amount }),
    }),
    lock: defineAction({
      title,
      allow,
      input: z.object({ id: z.string(), to: z.string() }),
      output: one(Purse),
      run: async (ctx, { id, to }) => {
        const lock = await ctx.maybe(Lock, id);
        if (to === 'GONE' && lock) ctx.remove(Lock, lock);
        else if (lock) ctx.update(Lock, lock, { shut: to === 'SHUT' });
        else if (to !== 'GONE') ctx.insert(Lock, { id, shut: to === 'SHUT' });
        return ctx.get(Purse, id);
      },
    }),
  },
  expects: [expects(spend, (_actor, { id }) => [{ entity: Lock, id }])],
});

const SYSTEM: SystemActor = { kind: 'system', tenantId: 't1', name: 'test' };
let ids = 0;

/** A process of its own on the store that all of them share; what it asks of it is counted. */
function processOn(memory: MemoryStore, options: { readonly slow?: () => Promise<void> } = {}) {
  const asked = { reads: 0, commits: 0 };
  const store: DeskStore = {
    checks: true,
    find: async (query) => {
      asked.reads += 1;
      await options.slow?.();
      return memory.find(query);
    },
    count: (query) => memory.count(query),
    commit: async (writes) => {
      asked.commits += 1;
      await options.slow?.();
      return memory.commit(writes);
    },
  };
  const clock = () => new Date(Date.UTC(2026, 0, 1) + ids * 1000);
  const desk = createDesk({ features: [purses], store, ports: {} as never, clock, newId: () => `id-${(ids += 1)}` });
  return { asked, purses: desk.as(SYSTEM).purses };
}

const codeOf = (error: unknown): string => {
  if (error instanceof DeniedError) return error.denial.code;
  throw error;
};
const outcome = (call: Promise<unknown>): Promise<string> => call.then(() => 'DONE', codeOf);

/** Numbers that are the same for the same seed. */
function random(seed: number): (below: number) => number {
  let state = seed * 7919 + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

describe('a call about what the last commit of the process has left', () => {
  test('asks the store for nothing, and its commit checks what it has begun with', async () => {
    const here = processOn(new MemoryStore());
    const { id } = await here.purses.openPurse({ amount: 9 });
    await here.purses.spend({ id, amount: 1 });
    Object.assign(here.asked, { reads: 0, commits: 0 });
    expect(await here.purses.spend({ id, amount: 2 })).toMatchObject({ amount: 6, lastSeq: 2 });
    expect(here.asked).toEqual({ reads: 0, commits: 1 });
  });

  test('is not accepted by what another process has changed meanwhile, whether it writes that or only looks at it', async () => {
    const memory = new MemoryStore();
    const [here, there] = [processOn(memory), processOn(memory)];
    const { id } = await here.purses.openPurse({ amount: 9 });
    await here.purses.spend({ id, amount: 1 });
    await there.purses.spend({ id, amount: 8 });
    expect(await outcome(here.purses.spend({ id, amount: 1 }))).toBe('LIMIT_EXCEEDED');
    const { id: other } = await here.purses.openPurse({ amount: 9 });
    await here.purses.spend({ id: other, amount: 1 });
    await there.purses.lock({ id: other, to: 'SHUT' });
    expect(await outcome(here.purses.spend({ id: other, amount: 1 }))).toBe('CONFLICT');
    expect((await memory.find({ entity: Spent, tenantId: 't1', where: [], limit: 10 })).length).toBe(3);
  });

  test('is not refused by what another process has changed meanwhile', async () => {
    const memory = new MemoryStore();
    const [here, there] = [processOn(memory), processOn(memory)];
    const { id } = await here.purses.openPurse({ amount: 1 });
    await here.purses.spend({ id, amount: 1 });
    await there.purses.fill({ id, amount: 3 });
    expect(await here.purses.spend({ id, amount: 2 })).toMatchObject({ amount: 1, lastSeq: 2 });
  });

  test('is answered by what is stored also when it writes nothing', async () => {
    const memory = new MemoryStore();
    const [here, there] = [processOn(memory), processOn(memory)];
    const { id } = await here.purses.openPurse({ amount: 5 });
    await here.purses.spend({ id, amount: 1 });
    await there.purses.fill({ id, amount: 3 });
    expect(await here.purses.spend({ id, amount: 0 })).toMatchObject({ amount: 7 });
  });

  test('sees a row that another process has removed and made again under the same version', async () => {
    const memory = new MemoryStore();
    const [here, there] = [processOn(memory), processOn(memory)];
    const { id } = await here.purses.openPurse({ amount: 9 });
    await here.purses.lock({ id, to: 'OPEN' });
    await here.purses.spend({ id, amount: 1 });
    await there.purses.lock({ id, to: 'GONE' });
    await there.purses.lock({ id, to: 'SHUT' });
    expect(await outcome(here.purses.spend({ id, amount: 1 }))).toBe('CONFLICT');
  });

  test('reads while another process is at the same thing, instead of being wrong each time', async () => {
    const memory = new MemoryStore();
    const [here, there] = [processOn(memory), processOn(memory)];
    const { id } = await here.purses.openPurse({ amount: 100 });
    for (let n = 0; n < 10; n += 1) {
      await here.purses.spend({ id, amount: 1 });
      await there.purses.spend({ id, amount: 1 });
    }
    // The one conflict at which each of them met the other.
    expect(here.asked.commits + there.asked.commits).toBeLessThanOrEqual(1 + 20 + 2);
  });

  test('changes nothing in a store that takes no checks: it reads', async () => {
    const memory = new MemoryStore();
    const plain: DeskStore = {
      find: (query) => memory.find(query),
      count: (query) => memory.count(query),
      commit: (writes) => {
        expect(writes.some(({ kind }) => kind === 'check')).toBe(false);
        return memory.commit(writes);
      },
    };
    const newId = () => `id-${(ids += 1)}`;
    const desk = createDesk({ features: [purses], store: plain, ports: {} as never, clock: () => new Date(), newId });
    const { openPurse, spend: take } = desk.as(SYSTEM).purses;
    const { id } = await openPurse({ amount: 9 });
    await take({ id, amount: 1 });
    expect(await take({ id, amount: 1 })).toMatchObject({ amount: 7 });
  });

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'whatever two processes do in turn, each sees all that was done before (seed %i)',
    async (seed) => {
      const next = random(seed);
      const memory = new MemoryStore();
      const processes = [processOn(memory), processOn(memory)] as const;
      const purse = [] as { id: string; amount: number; shut: boolean }[];
      for (const amount of [3, 20]) {
        const { id } = await processes[0].purses.openPurse({ amount });
        purse.push({ id, amount, shut: false });
      }
      for (let step = 0; step < 60; step += 1) {
        const at = processes[next(2)] as (typeof processes)[0];
        const known = purse[next(2)] as (typeof purse)[0];
        const { id } = known;
        const amount = next(4);
        const what = next(8);
        if (what < 5) {
          const expected = known.shut ? 'CONFLICT' : known.amount < amount ? 'LIMIT_EXCEEDED' : 'DONE';
          expect(await outcome(at.purses.spend({ id, amount }))).toBe(expected);
          if (expected === 'DONE') known.amount -= amount;
        } else if (what === 5) {
          expect(await at.purses.fill({ id, amount })).toMatchObject({ amount: known.amount + amount });
          known.amount += amount;
        } else {
          const to = ['SHUT', 'OPEN', 'GONE'][next(3)] ?? 'GONE';
          await at.purses.lock({ id, to });
          known.shut = to === 'SHUT';
        }
      }
    },
  );

  test.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'whatever two processes do at once, each number is given once and none is skipped (seed %i)',
    async (seed) => {
      const next = random(seed + 100);
      const memory = new MemoryStore();
      const slow = async () => {
        for (let turn = next(6); turn > 0; turn -= 1) await new Promise((resolve) => setImmediate(resolve));
      };
      const processes = [processOn(memory, { slow }), processOn(memory, { slow })];
      const { id } = await (processes[0] as (typeof processes)[0]).purses.openPurse({ amount: 40 });
      const outcomes: string[] = [];
      for (let round = 0; round < 12; round += 1)
        outcomes.push(
          ...(await Promise.all(
            Array.from({ length: 1 + next(4) }, () =>
              outcome((processes[next(2)] as (typeof processes)[0]).purses.spend({ id, amount: 1 + next(3) })),
            ),
          )),
        );
      const spent = await memory.find({ entity: Spent, tenantId: 't1', where: [], limit: 1000 });
      const done = spent as unknown as { seq: number; amount: number }[];
      expect(done.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(done.map((_, n) => n + 1));
      expect(done).toHaveLength(outcomes.filter((code) => code === 'DONE').length);
      const [now] = (await memory.find({ entity: Purse, tenantId: 't1', where: [{ id }], limit: 1 })) as unknown as [
        { amount: number },
      ];
      expect(now.amount).toBe(40 - done.reduce((sum, { amount }) => sum + amount, 0));
      expect(now.amount).toBeGreaterThanOrEqual(0);
    },
  );
});

test('nothing is refused by two rows of which one was read before a change of another process and one after', async () => {
  const memory = new MemoryStore();
  const there = processOn(memory);
  let toDo: (() => Promise<unknown>) | undefined;
  const here = processOn(memory, {
    slow: async () => {
      const now = toDo;
      toDo = undefined;
      await now?.();
    },
  });
  const { id } = await there.purses.openPurse({ amount: 5 });
  await there.purses.spend({ id, amount: 5 });
  // The purse is seen empty, and then its lock open: it was filled in between.
  meanwhile.next = () => {
    meanwhile.next = undefined;
    toDo = async () => {
      await there.purses.fill({ id, amount: 5 });
      await there.purses.lock({ id, to: 'OPEN' });
    };
  };
  expect(await outcome(here.purses.spendSlowly({ id, amount: 5 }))).toBe('DONE');
});

test('an action that a rule refuses by what is stored is refused as before', async () => {
  const here = processOn(new MemoryStore());
  const { id } = await here.purses.openPurse({ amount: 2 });
  await here.purses.spend({ id, amount: 1 });
  const denied = deny('LIMIT_EXCEEDED').code;
  expect(await outcome(here.purses.spend({ id, amount: 5 }))).toBe(denied);
  expect(await here.purses.spend({ id, amount: 1 })).toMatchObject({ amount: 0 });
});
