/**
 * @module A durable timer: an action that the desk performs later. It is removed in the same commit as what it does,
 * so it works once, whichever process is first and however often one is killed.
 */
import { z } from 'zod';
import type { AnyAction, Passed, TypedAction } from './action.ts';
import type { Shape } from './shape.ts';
import type { PlannedRead } from './context.ts';
import { defineEntity, instant, type BaseRow, type Entity } from './entity.ts';

/** What the action will be called with. */
export type TimerInput = Record<string, string | number | boolean | null>;

export const Timer = defineEntity({
  name: 'Timer',
  title: { en: 'Timer', zh: '定时任务' },
  schema: z.object({
    key: z.string(),
    dueAt: instant(),
    action: z.string(),
    input: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  index: [['dueAt']],
  visible: () => 'none',
  lookup: true,
});

/** What a timer is set with: its row and its input. There is no such field at run time. */
export declare const timerAbout: unique symbol;
/** What tells a timer from others of its definition: its row, and the fields of `per`. No field at run time either. */
export declare const timerWhich: unique symbol;
declare const timerCalls: unique symbol;

/** A timer on any row and with any input. */
export interface AnyTimer {
  readonly [timerAbout]: readonly unknown[];
  readonly [timerWhich]: readonly unknown[];
  readonly key: string;
  readonly on?: Entity;
  readonly rowAs: string;
  readonly per: readonly string[];
}

/** A declared timer, and what it calls its action with. */
export interface TimerDefinition<
  out About extends readonly unknown[],
  out Which extends readonly unknown[],
  out Calls,
> extends AnyTimer {
  readonly [timerAbout]: About;
  readonly [timerWhich]: Which;
  readonly [timerCalls]: Calls;
}

type OnRow<R> = [R] extends [never] ? [] : [row: R | string];
type Given<S extends z.ZodObject> = [S] extends [never] ? [] : [input: z.input<S>];
type Which<S extends z.ZodObject, Per extends string> = [Per] extends [never] ? [] : [which: Pick<z.input<S>, Per>];
type Calls<R, S extends z.ZodObject, RowAs extends string> = [R] extends [never]
  ? [S] extends [never]
    ? Record<string, never>
    : z.input<S>
  : Record<RowAs, string> & ([S] extends [never] ? unknown : z.input<S>);

/**
 * Declares a timer: what it is on, and what its action will be called with. A feature lists it under `timers` with the
 * action, see {@link whenDue}; an action sets it with `ctx.at(idleWarning, dueAt, conversation, { seq })`.
 *
 * What is stored is the action's name and its input, so what an older version has set must still be known by that name
 * and parse.
 */
export function timer<
  R extends BaseRow = never,
  S extends z.ZodObject = never,
  const RowAs extends string = 'id',
  const Per extends keyof z.input<S> & string = never,
>(options: {
  /**
   * The beginning of the stored key, `<key>:<id of the row>`; it is never changed. There is one timer of a key for a
   * row: two definitions of one feature with the same key take each other's place.
   */
  readonly key: string;
  /** The row that it is about; without it the timer is the tenant's. */
  readonly on?: Entity<R>;
  /** The name of the row's id in the input of the action. @defaultValue `id` */
  readonly rowAs?: RowAs;
  /** What the action is called with beside the row's id. */
  readonly input?: S;
  /** Fields of the input of which each value has a timer of its own; the key goes on with them. */
  readonly per?: readonly Per[];
}): TimerDefinition<[...OnRow<R>, ...Given<S>], [...OnRow<R>, ...Which<S, Per>], Calls<R, S, RowAs>> {
  const { key, on, rowAs = 'id', per = [] } = options;
  return { key, ...(on ? { on } : {}), rowAs, per } as unknown as ReturnType<typeof timer<R, S, RowAs, Per>>;
}

/** What a timer of a desk does. */
export interface TimedAction {
  readonly timer: AnyTimer;
  readonly action: AnyAction;
}

/** Says what is done when a timer is due: an action that takes what the timer is set with. */
export const whenDue = <F extends Shape, O, R extends BaseRow>(
  due: TimerDefinition<readonly unknown[], readonly unknown[], NoInfer<Passed<F, R>>>,
  action: TypedAction<F, O, R>,
): TimedAction => ({ timer: due, action });

/** The names of the actions of a desk's timers. */
export type Timers = ReadonlyMap<AnyTimer, string>;

type OfFeature = {
  readonly name: string;
  readonly actions: Readonly<Record<string, AnyAction>>;
  readonly timers: readonly TimedAction[];
};

/** What the timers of a desk's features do. */
export function timersOf(features: readonly OfFeature[]): Timers {
  const names = new Map(features.flatMap(({ actions }) => Object.entries(actions).map(([name, one]) => [one, name])));
  return new Map(features.flatMap(({ timers }) => timers.map((one) => [one.timer, names.get(one.action) ?? ''])));
}

/** What is wrong with the timers of a desk. */
export function timerProblems(features: readonly OfFeature[]): string[] {
  const problems: string[] = [];
  const actions = new Set(features.flatMap((feature) => Object.values(feature.actions)));
  const owners = new Map<string, string>();
  const listed = new Set<AnyTimer>();
  for (const { name, timers } of features)
    for (const { timer: one, action } of timers) {
      const owner = owners.get(one.key) ?? name;
      owners.set(one.key, owner);
      if (owner !== name) problems.push(`timer ${one.key} is declared by ${owner} and by ${name}`);
      if (listed.has(one)) problems.push(`timer ${one.key} is listed twice`);
      listed.add(one);
      if (!actions.has(action))
        problems.push(`timer ${one.key} of ${name} calls "${action.title.en}", which is no action of the desk`);
    }
  return problems;
}

/** The stored key of a timer, of what it is set with or what tells it from others. */
export function timerKey({ key, on, per }: AnyTimer, about: readonly unknown[]): string {
  const [input] = about.slice(on ? 1 : 0) as [TimerInput?];
  return [key, ...(on ? [rowIdOf(about[0])] : []), ...per.map((field) => String(input?.[field]))].join(':');
}

/** What a timer will call its action with. */
export function timerInput({ on, rowAs }: AnyTimer, about: readonly unknown[]): TimerInput {
  const [input] = about.slice(on ? 1 : 0) as [TimerInput?];
  return { ...(on ? { [rowAs]: rowIdOf(about[0]) } : {}), ...input };
}

const rowIdOf = (row: unknown): string => (typeof row === 'string' ? row : (row as BaseRow).id);

/** The id of a timer's row. */
export const timerId = (tenantId: string, key: string) => `${tenantId}:${key}`;

/** Names a timer that an action will want to know of, for its `reads`. */
export const timerOf = <T extends AnyTimer>(
  timer: T,
  tenantId: string,
  ...which: T[typeof timerWhich]
): PlannedRead => ({ entity: Timer, id: timerId(tenantId, timerKey(timer, which)) });
