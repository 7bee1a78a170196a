/**
 * @module What leaves the desk: a call to a shop, a model or a mail server is a row that is committed with its cause
 * and performed outside every unit of work. A row is claimed, the call is made, its outcome is settled: three short
 * commits.
 */
import { z } from 'zod';
import type { Ports } from '../ports/index.ts';
import type { Asked, Certainty } from './certainty.ts';
import type { ActionContext, ReadContext } from './context.ts';
import { defineEntity, instant, mark, named, personalRecord, secret } from './entity.ts';
import type { CallSignal } from './host.ts';
import { defineMachine } from './machine.ts';
import { codes } from './codes.ts';

export const effectState = codes('EffectState', {
  READY: { en: 'To be sent', zh: '待发送' },
  FLYING: { en: 'Under way', zh: '发送中' },
  DONE: { en: 'Done', zh: '已完成' },
  REFUSED: { en: 'Refused', zh: '已拒绝' },
  DROPPED: { en: 'No longer needed', zh: '不再需要', note: 'It was outdated before it left.' },
  UNCERTAIN: { en: 'Outcome unknown', zh: '结果未知', note: 'Nobody knows whether the other side has carried it out.' },
  GIVEN_UP: { en: 'Given up', zh: '已放弃' },
});
export type EffectState = z.output<typeof effectState>;

/** States in which an effect still holds its lane. */
export const UNFINISHED: readonly EffectState[] = ['READY', 'FLYING', 'UNCERTAIN'];

export const effectMachine = defineMachine({
  field: 'state',
  states: effectState.options,
  events: {
    send: { NEW: 'READY' },
    /** Also of a row whose lease is over: the process that flew it is dead. */
    claim: { READY: 'FLYING', FLYING: 'FLYING' },
    finish: { FLYING: 'DONE' },
    refuse: { FLYING: 'REFUSED' },
    wait: { FLYING: 'READY' },
    doubt: { FLYING: 'UNCERTAIN', READY: 'UNCERTAIN' },
    /** It was outdated before it left. */
    drop: { READY: 'DROPPED', FLYING: 'DROPPED' },
    // What a person says of an effect of which nobody knows.
    arrived: { UNCERTAIN: 'DONE' },
    again: { UNCERTAIN: 'READY' },
    giveUp: { UNCERTAIN: 'GIVEN_UP' },
  },
});

const titled = <S extends z.ZodType>(title: { en: string; zh: string }, schema: S): S => mark(schema, { title });

/** One call to the outside, from the commit that wanted it to its end. */
export const Effect = defineEntity({
  name: 'Effect',
  title: { en: 'Outgoing call', zh: '外部调用' },
  schema: z.object({
    /** What people call the row that it is about: the number of a case or an order. */
    name: titled({ en: 'About', zh: '关于' }, z.string().max(200)),
    what: titled(
      { en: 'What is sent', zh: '内容' },
      named('EffectTitle', z.object({ en: z.string(), zh: z.string() })),
    ),
    /** The name that the effect is declared by. */
    effect: titled({ en: 'Effect', zh: '调用类型' }, z.string().max(100)),
    port: titled({ en: 'Sent to', zh: '发往' }, z.string().max(40)),
    callKey: titled({ en: 'Idempotency key', zh: '幂等键' }, z.string().max(300)),
    storeId: z.string().nullable(),
    /** The row that it is about. */
    entity: z.string().max(100),
    entityId: z.string().max(200),
    state: effectState,
    /** Calls that were begun. */
    attempts: titled({ en: 'Calls made', zh: '调用次数' }, z.int()),
    /** READY: when it is performed. FLYING: when its lease ends. */
    dueAt: titled({ en: 'Next look', zh: '下次处理时间' }, instant()),
    /** What went wrong the last time, for engineers. */
    problem: titled({ en: 'Last problem', zh: '最近的问题' }, z.string().max(500).nullable()),
    settledAt: titled({ en: 'Ended', zh: '结束时间' }, instant().nullable()),
    /** What will be sent, as it was in the commit; emptied when the effect has ended. */
    input: secret(personalRecord(z.record(z.string(), z.json()))),
    inputHash: secret(z.string()),
    lane: secret(z.string().max(300).nullable()),
    /** How often a person has said that it did not happen; each is a key of its own. */
    round: secret(z.int()),
    flownAt: secret(instant().nullable()),
    doubts: secret(z.int()),
    doubtSince: secret(instant().nullable()),
  }),
  machine: effectMachine,
  index: [['state', 'dueAt'], ['state', '-createdAt'], ['lane', 'state'], ['entityId'], ['id'], ['settledAt']],
  unique: [
    { name: 'effect_key', fields: ['effect', 'callKey'] },
    { name: 'effect_lane', fields: ['port', 'lane'], where: { field: 'state', in: ['FLYING', 'UNCERTAIN'] } },
  ],
  audited: ['state', 'effect', 'callKey'],
  visible: (actor) => {
    if (actor.kind !== 'staff' || !actor.permissions.has('effect.read')) return 'none';
    return actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
  },
  list: {
    filters: ['state', 'effect', 'port', 'storeId', 'entityId', 'name', 'createdAt'],
    orders: [[['createdAt', 'desc']]],
  },
  live: (row) => (row.storeId ? [`store:${row.storeId}`] : []),
  // Performed for every tenant by one look, as timers are.
  lookup: true,
});

/** What a call is given beside its input. */
export interface EffectCall {
  /** The same for every call of which nobody has said that it did not happen. */
  readonly key: string;
  /** Ends the call: its time is over, or the server stops. */
  readonly signal: CallSignal;
  readonly now: string;
  /** Committed rows, for what is too large to be frozen with the effect; they may have changed since. */
  readonly read: ReadContext;
}

/** How many calls of a port may be under way at once in a process, and how many of them for one store. */
export interface EffectPool {
  readonly size: number;
  readonly perStore: number;
}

export interface EffectOptions<S extends z.ZodObject, A> {
  /** Dotted and unique, `feature.verb`: it stands in rows, so it is never changed. */
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly port: keyof Ports;
  /** Frozen in the commit that sends, never worked out again. What an older version has stored must parse. */
  readonly input: S;
  readonly certainty: Certainty;
  readonly pool: EffectPool;
  /** Longest call in milliseconds. */
  readonly timeout: number;
  /** Pauses in milliseconds after a failed call, the last one for ever; see {@link backoff}. */
  readonly retry: readonly number[];
  /** Effects of one lane leave one after the other; one of which nobody knows holds those behind it. */
  readonly lane?: (input: z.output<S>) => string;
  /** The row that it is about, for people who look for it. */
  readonly about: (input: z.output<S>) => {
    readonly entity: string;
    readonly id: string;
    readonly label: string;
    readonly storeId: string | null;
  };
  /** Asked right before each call; a text says why the effect has lost its point, and it is dropped. */
  readonly still?: (ctx: ReadContext, input: z.output<S>) => Promise<string | undefined> | string | undefined;
  readonly do: (ports: Ports, input: z.output<S>, call: EffectCall) => Promise<A>;
  /** Whether an earlier call under this key was carried out. */
  readonly ask?: (ports: Ports, input: z.output<S>, call: EffectCall) => Promise<Asked<A>>;
  /** Committed with the effect's end; `answer` is undefined where a person says that it arrived. */
  readonly done: (ctx: ActionContext, input: z.output<S>, answer: A | undefined) => Promise<unknown> | unknown;
  /** Committed with a refusal; an {@link EffectGivenUp} where a person gave up. */
  readonly refused: (ctx: ActionContext, input: z.output<S>, why: unknown) => Promise<unknown> | unknown;
  /** Committed whenever a call has failed and there will be another one. */
  readonly waits?: (ctx: ActionContext, input: z.output<S>, attempts: number) => Promise<unknown> | unknown;
  /** Committed when nobody knows whether it happened. */
  readonly uncertain?: (ctx: ActionContext, input: z.output<S>) => Promise<unknown> | unknown;
  /** A question: its row leaves with its answer, and the same key can be sent again. */
  readonly fleeting?: true;
}

declare const effectInput: unique symbol;

/** A declared effect; `I` is what it is sent with. */
export interface EffectDefinition<out I = unknown> {
  readonly [effectInput]?: I;
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly port: keyof Ports;
  readonly input: z.ZodObject;
  readonly certainty: Certainty;
  readonly pool: EffectPool;
  readonly timeout: number;
  readonly retry: readonly number[];
  readonly lane?: (input: never) => string;
  readonly about: (input: never) => ReturnType<EffectOptions<z.ZodObject, unknown>['about']>;
  readonly still?: (ctx: ReadContext, input: never) => Promise<string | undefined> | string | undefined;
  readonly do: (ports: Ports, input: never, call: EffectCall) => Promise<unknown>;
  readonly ask?: (ports: Ports, input: never, call: EffectCall) => Promise<Asked<unknown>>;
  readonly done: (ctx: ActionContext, input: never, answer: never) => Promise<unknown> | unknown;
  readonly refused: (ctx: ActionContext, input: never, why: unknown) => Promise<unknown> | unknown;
  readonly waits?: (ctx: ActionContext, input: never, attempts: number) => Promise<unknown> | unknown;
  readonly uncertain?: (ctx: ActionContext, input: never) => Promise<unknown> | unknown;
  readonly fleeting?: true;
}

/** An effect that a desk knows, by name. */
export type Effects = ReadonlyMap<string, EffectDefinition>;

/** Declares what leaves the desk; a feature lists it under `effects`. */
export const defineEffect = <S extends z.ZodObject, A>(options: EffectOptions<S, A>): EffectDefinition<z.input<S>> =>
  options as unknown as EffectDefinition<z.input<S>>;

/** A person says that it will not be tried any more. */
export class EffectGivenUp extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = 'EffectGivenUp';
    this.reason = reason;
  }
}

const SECOND_MS = 1000;
export const seconds = (count: number): number => count * SECOND_MS;
export const minutes = (count: number): number => count * 60 * SECOND_MS;
export const hours = (count: number): number => count * 3600 * SECOND_MS;

/** Pauses in seconds between the calls of an effect; the last one is kept for all that follow. */
export const backoff = (...pauses: readonly number[]): readonly number[] => pauses.map(seconds);

/** What is wrong with the effects of a desk. */
export function effectProblems(effects: readonly EffectDefinition[]): string[] {
  const problems: string[] = [];
  const pools = new Map<string, EffectPool>();
  for (const { name, port, pool, certainty, ask, retry, timeout } of effects) {
    const known = pools.get(port) ?? pool;
    pools.set(port, known);
    if (known.size !== pool.size || known.perStore !== pool.perStore)
      problems.push(`effect ${name} has another pool than the other effects of the port ${port}`);
    if (pool.size < 1 || pool.perStore < 1) problems.push(`effect ${name} has a pool in which nothing has room`);
    if (certainty.kind === 'ASKABLE' && !ask) problems.push(`effect ${name} is askable and has no \`ask\``);
    if (retry.length === 0) problems.push(`effect ${name} has no pause between its calls`);
    if (timeout <= 0) problems.push(`effect ${name} has no time for its call`);
  }
  return problems;
}
