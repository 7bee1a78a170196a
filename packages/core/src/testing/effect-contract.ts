/**
 * @module What effects must do on every store: each leaves with its commit or not at all, acts once as far as the other
 * side lets one know, and ends in a row that says how. Runs under any test runner: each case throws when it fails.
 */
import { z } from 'zod';
import { defineAction, one } from '../kernel/action.ts';
import { askable, keyed, neither, type Certainty } from '../kernel/certainty.ts';
import { refuse, type ActionContext } from '../kernel/context.ts';
import { DeniedError } from '../kernel/denial.ts';
import { createDesk, type Desk } from '../kernel/desk.ts';
import { backoff, defineEffect, Effect, EffectGivenUp, hours, type EffectCall } from '../kernel/effect.ts';
import { decideEffect } from '../kernel/effect-steps.ts';
import { defineEntity, type RowOf } from '../kernel/entity.ts';
import { defineFeature } from '../kernel/feature.ts';
import { pause } from '../kernel/host.ts';
import type { DeskStore } from '../kernel/store.ts';
import { anyCodes, anyWords } from './any-words.ts';
import { expectEqual, expectRejects, type ContractCase } from './contract.ts';
import { TestClock, testPorts } from './test-desk.ts';

/** What the cases send; create its storage, and that of {@link Effect}, before they run. */
export const ContractParcel = defineEntity({
  name: 'ContractParcel',
  title: { en: 'Parcel', zh: '包裹' },
  schema: z.object({ label: z.string(), state: z.string(), note: z.string() }),
  index: [['label']],
  visible: () => 'all',
});

const ParcelInput = z.object({ label: z.string(), storeId: z.string().nullable(), lane: z.string().default('') });
type ParcelInput = z.output<typeof ParcelInput>;

/** The other side: it counts what it really did, and answers as a case wants. */
class Outside {
  readonly calls: string[] = [];
  readonly carriedOut: string[] = [];
  readonly asked: string[] = [];
  /** What becomes of the next calls, in order; afterwards each is carried out and answered. */
  readonly plan: ('OK' | 'LOST' | 'NOT_SENT' | 'NO' | 'KEPT_500' | 'HANG')[] = [];
  readonly hanging: (() => void)[] = [];
  outdated = false;

  async call(label: string, { key, signal }: EffectCall): Promise<string> {
    this.calls.push(`${label} ${key}`);
    const next = this.plan.shift() ?? 'OK';
    if (next === 'NOT_SENT') throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    if (next === 'NO') throw Object.assign(new Error('no'), { status: 409 });
    if (next === 'KEPT_500') throw Object.assign(new Error('kept'), { verdict: 'IN_DOUBT', replayed: true });
    // The same key twice acts once.
    if (!this.carriedOut.includes(key)) this.carriedOut.push(key);
    if (next === 'LOST') throw new Error('connection reset');
    if (next === 'HANG')
      await new Promise<void>((resolve) => {
        this.hanging.push(resolve);
        signal.addEventListener('abort', () => {});
      });
    return `answer to ${label}`;
  }

  ask({ key }: EffectCall) {
    this.asked.push(key);
    return this.carriedOut.includes(key)
      ? ({ happened: true, answer: 'found' } as const)
      : ({ happened: false } as const);
  }
}

/** Long enough that nothing in a case runs into it by itself, short enough for those that wait for it. */
const TIMEOUT_MS = 1000;
const PAUSE_S = [5, 30] as const;

const KINDS: Readonly<Record<string, Certainty>> = {
  keyed: keyed({ keptFor: hours(24) }),
  askable: askable(),
  neither: neither(),
  mail: neither({ repeats: 1 }),
};

function parcels(outside: Outside) {
  const note = async (ctx: ActionContext, { label }: ParcelInput, state: string, text = '') => {
    const parcel = await ctx.first(ContractParcel, { label });
    if (parcel) ctx.update(ContractParcel, parcel, { state, note: text });
  };
  const effects = Object.entries(KINDS).map(([kind, certainty]) =>
    defineEffect({
      name: `contract.${kind}`,
      title: { en: 'Send', zh: '发送' },
      port: 'shop',
      input: ParcelInput,
      certainty,
      pool: { size: 3, perStore: 2 },
      timeout: TIMEOUT_MS,
      retry: backoff(...PAUSE_S),
      about: ({ label, storeId }) => ({ entity: 'ContractParcel', id: label, label, storeId }),
      still: () => (outside.outdated ? 'no longer wanted' : undefined),
      do: (_ports, { label }, call) => outside.call(label, call),
      ...(kind === 'askable'
        ? { ask: async (_ports: unknown, _input: ParcelInput, call: EffectCall) => outside.ask(call) }
        : {}),
      done: (ctx, input, answer) => note(ctx, input, 'DONE', answer ?? 'a person says so'),
      refused: (ctx, input, why) => note(ctx, input, 'REFUSED', why instanceof EffectGivenUp ? why.reason : ''),
      waits: (ctx, input) => note(ctx, input, 'WAITS'),
      uncertain: (ctx, input) => note(ctx, input, 'UNCERTAIN'),
      ...(kind === 'keyed' ? { lane: ({ lane, label }: ParcelInput) => lane || label } : {}),
    }),
  );
  const sendParcel = defineAction({
    title: { en: 'Send a parcel', zh: '寄包裹' },
    allow: { system: true },
    input: ParcelInput.extend({ kind: z.string(), key: z.string().optional(), fails: z.boolean().default(false) }),
    output: one(ContractParcel),
    run: async (ctx, { kind, key, fails, ...input }) => {
      const effect = effects.find(({ name }) => name === `contract.${kind}`) ?? refuse('NOT_FOUND');
      await ctx.send(effect, key ?? input.label, input);
      if (fails) refuse('POLICY_DENIED');
      const known = await ctx.first(ContractParcel, { label: input.label });
      return known ?? ctx.insert(ContractParcel, { label: input.label, state: 'SENT', note: '' });
    },
  });
  const decideParcel = defineAction({
    title: { en: 'Decide', zh: '决定' },
    allow: { system: true },
    input: z.object({ id: z.string(), decision: anyCodes('EffectDecision', ['ARRIVED', 'AGAIN', 'GIVE_UP']) }),
    output: one(Effect),
    run: async (ctx, { id, decision }) =>
      decideEffect(ctx, await ctx.get(Effect, id), { decision, reason: 'looked there' }),
  });
  return defineFeature({
    words: anyWords,
    name: 'contractParcels',
    entities: [ContractParcel],
    actions: { sendParcel, decideParcel },
    effects,
  });
}

const SECOND = 1000;
const GONE_MS = TIMEOUT_MS + 20 * SECOND;

/**
 * The cases. `stores` gives one or two stores over the same rows, as two processes have them; `tenant` a tenant that no
 * other case has. Cases look at due rows of every tenant, so they run one after the other.
 */
export function effectContract(stores: () => readonly DeskStore[], tenant: () => string): ContractCase[] {
  const scene = () => {
    const clock = new TestClock();
    const outside = new Outside();
    const tenantId = tenant();
    const system = { kind: 'system', tenantId, name: 'contract' } as const;
    let ids = 0;
    const errors: unknown[] = [];
    const deskOn = (store: DeskStore): Desk =>
      createDesk({
        features: [parcels(outside)],
        store,
        clock: clock.now,
        newId: () => `${tenantId}-${String((ids += 1)).padStart(5, '0')}`,
        ports: testPorts(),
        onError: (error) => errors.push(error),
      }) as unknown as Desk;
    const desks = stores().map(deskOn);
    const [desk, other] = [desks[0] as Desk, (desks[1] ?? desks[0]) as Desk];
    const send = (kind: string, label: string, more: object = {}) =>
      desk.perform(system, 'sendParcel', { kind, label, storeId: null, ...more });
    const effect = async (label: string): Promise<RowOf<typeof Effect>> =>
      (await desk.read(system).first(Effect, { entityId: label })) ?? refuse('NOT_FOUND');
    const parcel = async (label: string) => (await desk.read(system).first(ContractParcel, { label }))?.state;
    const decide = async (label: string, decision: string) =>
      desk.perform(system, 'decideParcel', { id: (await effect(label)).id, decision });
    const later = async (seconds: number, on: Desk = desk) => {
      clock.advance(seconds * SECOND);
      await on.runEffects();
    };
    /** A process that dies while its call is under way: it never settles, and another one comes later. */
    const die = async (kind: string, label: string) => {
      outside.plan.push('HANG');
      const dying = deskOn(stuckAfterClaim((stores()[0] ?? stores().at(-1)) as DeskStore, outside));
      await dying.perform(system, 'sendParcel', { kind, label, storeId: null });
      clock.advance(GONE_MS);
    };
    return { clock, outside, system, desk, other, deskOn, errors, send, effect, parcel, decide, later, die };
  };
  const contractCase = (title: string, test: (the: ReturnType<typeof scene>) => Promise<void>): ContractCase => ({
    title,
    run: () => test(scene()),
  });
  return [
    contractCase(
      'An effect leaves with its commit, and its end is written down with what its feature adds',
      async (the) => {
        await the.send('keyed', 'a');
        await the.desk.runEffects();
        const { state, attempts, input, settledAt } = await the.effect('a');
        expectEqual([state, attempts, input, await the.parcel('a')], ['DONE', 1, {}, 'DONE']);
        expectEqual([the.outside.calls, settledAt !== null], [['a a'], true]);
      },
    ),
    contractCase('An action that is refused lets nothing leave', async (the) => {
      await expectRejects(() => the.send('keyed', 'b', { fails: true }), DeniedError);
      await the.desk.runEffects();
      expectEqual(the.outside.calls, []);
    }),
    contractCase(
      'The same key twice is one call, also after its end; with another input it is refused',
      async (the) => {
        await the.send('keyed', 'c');
        await the.send('keyed', 'c');
        await the.desk.runEffects();
        await the.send('keyed', 'c');
        await the.desk.runEffects();
        expectEqual(the.outside.calls, ['c c']);
        const error = await expectRejects(() => the.send('keyed', 'another', { key: 'c' }), DeniedError);
        expectEqual(error.denial.code, 'CONFLICT');
      },
    ),
    contractCase('Two senders of one key at the same moment make one call', async (the) => {
      await Promise.all([
        the.send('keyed', 'd'),
        the.other.perform(the.system, 'sendParcel', { kind: 'keyed', label: 'd', storeId: null }),
      ]);
      await the.desk.runEffects();
      expectEqual(the.outside.calls, ['d d']);
    }),
    contractCase('Two processes that look for work at the same moment call once each', async (the) => {
      the.outside.plan.push(...Array.from({ length: 20 }, () => 'NOT_SENT' as const));
      for (let n = 0; n < 20; n += 1) await the.send('keyed', `e${n}`);
      await the.desk.runEffects();
      the.outside.calls.length = 0;
      the.clock.advance(PAUSE_S[0] * SECOND);
      await Promise.all([the.desk.runEffects(), the.other.runEffects(), the.desk.runEffects()]);
      await the.desk.runEffects();
      expectEqual([the.outside.calls.length, new Set(the.outside.calls).size], [20, 20]);
    }),
    contractCase(
      'What surely was not sent is sent again under its key after a pause, of whatever kind',
      async (the) => {
        for (const kind of Object.keys(KINDS)) {
          the.outside.plan.push('NOT_SENT', 'NOT_SENT');
          await the.send(kind, `f-${kind}`);
          await the.desk.runEffects();
          expectEqual([(await the.effect(`f-${kind}`)).state, await the.parcel(`f-${kind}`)], ['READY', 'WAITS']);
          await the.later(PAUSE_S[0] - 1);
          expectEqual((await the.effect(`f-${kind}`)).attempts, 1);
          await the.later(1);
          await the.later(PAUSE_S[1]);
          expectEqual([(await the.effect(`f-${kind}`)).state, the.outside.carriedOut.at(-1)], ['DONE', `f-${kind}`]);
        }
        expectEqual(the.outside.asked, []);
      },
    ),
    contractCase('What was answered no is refused and never called again', async (the) => {
      for (const kind of Object.keys(KINDS)) {
        the.outside.plan.push('NO');
        await the.send(kind, `g-${kind}`);
        await the.later(3600);
        expectEqual([(await the.effect(`g-${kind}`)).state, await the.parcel(`g-${kind}`)], ['REFUSED', 'REFUSED']);
      }
      expectEqual(the.outside.calls.length, Object.keys(KINDS).length);
    }),
    contractCase('In doubt, a keyed one is called again under the same key', async (the) => {
      the.outside.plan.push('LOST', 'LOST');
      await the.send('keyed', 'h');
      await the.later(PAUSE_S[0]);
      await the.later(PAUSE_S[1]);
      expectEqual([the.outside.calls, the.outside.carriedOut], [['h h', 'h h', 'h h'], ['h']]);
      expectEqual((await the.effect('h')).state, 'DONE');
    }),
    contractCase('In doubt when its key may be forgotten, a keyed one waits for a person', async (the) => {
      the.outside.plan.push('LOST', 'LOST');
      await the.send('keyed', 'i');
      await the.later(hours(24) / SECOND);
      expectEqual(
        [(await the.effect('i')).state, await the.parcel('i'), the.outside.calls.length],
        ['UNCERTAIN', 'UNCERTAIN', 1],
      );
    }),
    contractCase('A failure that the other side repeats for ever is no answer to wait for', async (the) => {
      the.outside.plan.push('KEPT_500');
      await the.send('keyed', 'j');
      await the.desk.runEffects();
      expectEqual((await the.effect('j')).state, 'UNCERTAIN');
    }),
    contractCase('In doubt, an askable one asks: what happened is done, and called once', async (the) => {
      the.outside.plan.push('LOST');
      await the.send('askable', 'k');
      await the.later(PAUSE_S[0]);
      expectEqual([(await the.effect('k')).state, the.outside.calls, the.outside.asked], ['DONE', ['k k'], ['k']]);
    }),
    contractCase('In doubt, an askable one that did not happen is called under a key of its own', async (the) => {
      the.outside.plan.push('LOST');
      await the.send('askable', 'l');
      the.outside.carriedOut.length = 0;
      await the.later(PAUSE_S[0]);
      expectEqual([the.outside.calls, the.outside.carriedOut], [['l l', 'l l~1'], ['l~1']]);
    }),
    contractCase('In doubt, one that is neither waits for a person and is not called again', async (the) => {
      the.outside.plan.push('LOST');
      await the.send('neither', 'm');
      await the.later(hours(48) / SECOND);
      expectEqual([(await the.effect('m')).state, the.outside.calls.length], ['UNCERTAIN', 1]);
    }),
    contractCase('In doubt, a mail is sent once more under its key, and then a person decides', async (the) => {
      the.outside.plan.push('LOST', 'LOST');
      await the.send('mail', 'n');
      await the.later(PAUSE_S[0]);
      await the.later(3600);
      expectEqual([(await the.effect('n')).state, the.outside.calls], ['UNCERTAIN', ['n n', 'n n']]);
    }),
    contractCase('A call that hangs ends with its time and is in doubt', async (the) => {
      the.outside.plan.push('HANG');
      await the.send('keyed', 'o');
      await the.desk.runEffects();
      expectEqual([(await the.effect('o')).state, await the.parcel('o')], ['READY', 'WAITS']);
      await the.later(PAUSE_S[0]);
      expectEqual([the.outside.carriedOut, await the.parcel('o')], [['o'], 'DONE']);
    }),
    contractCase('What a dead process left is finished by the next one, each kind in its way', async (the) => {
      await the.die('keyed', 'p');
      await the.other.runEffects();
      expectEqual([(await the.effect('p')).state, the.outside.calls], ['DONE', ['p p', 'p p']]);
      await the.die('askable', 'q');
      await the.other.runEffects();
      expectEqual([(await the.effect('q')).state, the.outside.asked], ['DONE', ['q']]);
      await the.die('neither', 'r');
      await the.other.runEffects();
      expectEqual((await the.effect('r')).state, 'UNCERTAIN');
      expectEqual(the.outside.carriedOut, ['p', 'q', 'r']);
    }),
    contractCase('A latecomer changes nothing, also while another process makes the same call', async (the) => {
      the.outside.plan.push('HANG', 'HANG');
      const slow = the.send('keyed', 's0');
      await until(() => the.outside.hanging.length === 1);
      the.clock.advance(GONE_MS);
      const fresh = the.deskOn((stores().at(-1) ?? stores()[0]) as DeskStore);
      await fresh.startEffects();
      await until(() => the.outside.hanging.length === 2);
      const before = await the.effect('s0');
      the.outside.hanging[0]?.();
      await slow;
      await pause(50);
      expectEqual([await the.effect('s0'), await the.parcel('s0')], [before, 'SENT']);
      the.outside.hanging[1]?.();
      await fresh.runEffects();
      expectEqual([(await the.effect('s0')).state, await the.parcel('s0')], ['DONE', 'DONE']);
    }),
    contractCase('A latecomer changes nothing', async (the) => {
      await the.die('keyed', 's');
      await the.other.runEffects();
      const before = await the.effect('s');
      for (const answer of the.outside.hanging.splice(0)) answer();
      await pause(20);
      expectEqual(await the.effect('s'), before);
    }),
    contractCase('One that is outdated is dropped before it leaves, and says why', async (the) => {
      the.outside.plan.push('NOT_SENT');
      await the.send('keyed', 't');
      the.outside.outdated = true;
      await the.later(PAUSE_S[0]);
      const { state, problem } = await the.effect('t');
      expectEqual([state, problem, the.outside.calls.length], ['DROPPED', 'no longer wanted', 1]);
    }),
    contractCase('Effects of one lane leave in order, and one in doubt for ever holds those behind it', async (the) => {
      const lane = { lane: 'one by one' };
      the.outside.plan.push('KEPT_500');
      for (const label of ['u1', 'u2', 'u3']) {
        await the.send('keyed', label, lane);
        the.clock.advance(1);
      }
      await the.later(60);
      expectEqual([the.outside.calls, (await the.effect('u2')).state], [['u1 u1'], 'READY']);
      await the.decide('u1', 'ARRIVED');
      await the.later(60);
      await the.later(60);
      expectEqual(the.outside.calls, ['u1 u1', 'u2 u2', 'u3 u3']);
    }),
    contractCase('A store whose calls hang leaves room for another store', async (the) => {
      the.outside.plan.push('HANG', 'HANG');
      const slow = [0, 1, 2, 3, 4].map((n) => the.send('neither', `v${n}`, { storeId: 'slow' }));
      await until(() => the.outside.calls.length === 2);
      const quick = the.send('neither', 'w', { storeId: 'quick' });
      await until(() => the.outside.calls.includes('w w'));
      expectEqual(the.outside.calls.length, 3);
      await Promise.all([...slow, quick]);
      await the.desk.runEffects();
      expectEqual([the.outside.calls.length, await the.parcel('w')], [6, 'DONE']);
    }),
    contractCase(
      'A person says that it arrived, that it be made anew under a new key, or that it be left',
      async (the) => {
        for (const label of ['x', 'y', 'z']) {
          the.outside.plan.push('LOST');
          await the.send('neither', label);
        }
        await the.desk.runEffects();
        await the.decide('x', 'ARRIVED');
        await the.decide('y', 'AGAIN');
        await the.decide('z', 'GIVE_UP');
        await the.desk.runEffects();
        expectEqual(await Promise.all(['x', 'y', 'z'].map(the.parcel)), ['DONE', 'DONE', 'REFUSED']);
        expectEqual((await the.effect('z')).state, 'GIVEN_UP');
        expectEqual(the.outside.calls, ['x x', 'y y', 'z z', 'y y~1']);
      },
    ),
  ];
}

/** Waits until something is so; the case then finds out itself when it never was. */
async function until(so: () => boolean): Promise<void> {
  for (let waited = 0; !so() && waited < TIMEOUT_MS * 0.8; waited += 10) await pause(10);
}

/** A store that takes nothing more once the first call of its process is under way: the process is dead. */
function stuckAfterClaim(store: DeskStore, { hanging }: Outside): DeskStore {
  const never = new Promise<never>(() => {});
  const calls = hanging.length;
  return {
    find: (query) => store.find(query),
    count: (query) => store.count(query),
    commit: (writes) => (hanging.length > calls ? never : store.commit(writes)),
  };
}
