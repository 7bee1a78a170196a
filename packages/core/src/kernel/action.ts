/**
 * @module An action changes something, a view shows something. Both say who may ask; policy can be asked without
 * acting.
 */
import { z } from 'zod';
import type { Actor } from './actor.ts';
import type { ActionContext, FindOptions, PlannedRead, ReadContext } from './context.ts';
import { ConfigError, type Denial } from './denial.ts';
import type { BaseRow, Entity, Order } from './entity.ts';
import type { ActionCall } from './feature.ts';
import type { Fields, Shape } from './shape.ts';

/** Who may ask. Staff need the named permission; `true` means any signed-in member of staff. */
export interface Allow {
  readonly staff?: string | true;
  readonly shopper?: true;
  readonly anonymous?: true;
  /** Timers and imports. */
  readonly system?: true;
}

/** Which rows of a view are wanted: passed on to `find` as it is. */
export type Page = Required<Pick<FindOptions, 'order' | 'limit'>> & Pick<FindOptions, 'after'>;

declare const outputType: unique symbol;

/** Describes what an action or a view answers, for the derivations. */
export interface Output<out O> {
  readonly [outputType]?: O;
  readonly shape: 'one' | 'maybe' | 'list' | 'page' | 'value';
  readonly entity?: Entity;
  readonly name?: string;
  readonly schema?: z.ZodType;
  /** Of a page: the order of its rows. */
  readonly order?: (actor: Actor) => Order;
  /** Of a list: how many rows it has at most, and why, in English. */
  readonly bound?: string;
}

export const one = <R extends BaseRow>(entity: Entity<R>): Output<R> => ({ shape: 'one', entity });
export const maybe = <R extends BaseRow>(entity: Entity<R>): Output<R | undefined> => ({ shape: 'maybe', entity });
/**
 * Rows that are few however large a desk grows; what can grow is a page. `bound` says to the API's reader how many there
 * are at most, and why: `At most 100: …`.
 */
export const listOf = <R extends BaseRow>(entity: Entity<R>, bound: string): Output<readonly R[]> => ({
  shape: 'list',
  entity,
  bound,
});
/**
 * Rows in an order, of which a caller takes a page after the other. The view finds them with the page that it is told:
 * `run: (ctx, input, page) => ctx.find(Box, { where: { … }, ...page })`. In process it answers the first 100.
 */
export const pageOf = <R extends BaseRow>(
  entity: Entity<R>,
  order: Order | ((actor: Actor) => Order),
): Output<readonly R[]> => ({ shape: 'page', entity, order: typeof order === 'function' ? order : () => order });
/** A named value; the name becomes a GraphQL type. */
export const value = <S extends z.ZodType>(name: string, schema: S): Output<z.output<S>> => ({
  shape: 'value',
  name,
  schema,
});

/** An answer to "may I": the reason why not, or nothing. */
export type WhyNot = Promise<Denial | undefined> | Denial | undefined;

/** Marks how a caller sees an action or a view; there is no such field at run time. */
export declare const call: unique symbol;

/** An action of any row, input and output, as lists hold it. */
export interface AnyAction {
  readonly [call]?: unknown;
  readonly kind: 'action';
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  /** The entity of the row that the action is about. */
  readonly on?: Entity;
  /** The events of that entity's machine of which at least one must be possible. */
  readonly event?: string | readonly string[];
  readonly stays?: true;
  readonly leads?: string | readonly string[];
  /** What a caller passes; for an action on a row it begins with the row's `id`. */
  readonly input: z.ZodObject;
  readonly output: Output<unknown>;
  readonly reads?: (actor: Actor, input: never) => readonly PlannedRead[];
  readonly when?: (ctx: ReadContext, row: never) => WhyNot;
  readonly check?: (ctx: ActionContext, ...about: never[]) => WhyNot;
  readonly run: (ctx: ActionContext, ...about: never[]) => unknown;
  readonly refused?: (ctx: ActionContext, ...about: never[]) => Promise<void> | void;
  readonly unaudited?: true;
  readonly staffDoor?: true;
  readonly tenantWide?: true;
  readonly inPerson?: true;
  readonly keyless?: true;
  readonly manner?: Manner;
  readonly about?: { readonly en: string; readonly zh: string };
}

/**
 * How an action is offered. `light`: done at once where it needs no input. `grave`: its consequence is said first, and it
 * stands apart from the others.
 */
export type Manner = 'light' | 'grave';

declare const types: unique symbol;

/**
 * An action that remembers the fields of its input, its answer and its row (never, where it is on none). What follows
 * from the fields is worked out where somebody asks for it.
 */
export interface TypedAction<S extends Shape, out O, out R extends BaseRow = never> extends AnyAction {
  readonly [call]: ActionCall<Passed<S, R>, O>;
  readonly [types]?: { readonly fields: S; readonly row: R };
}

export interface View<in out I = never, out O = unknown> {
  readonly [call]?: unknown;
  readonly kind: 'view';
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  readonly input: z.ZodObject;
  readonly output: Output<O>;
  readonly run: (ctx: ReadContext, input: I, page: Page) => Promise<O> | O;
  /** Shows what concerns every store of the tenant: FORBIDDEN to staff who work for some of them only. */
  readonly tenantWide?: true;
  /** Open before sign-in, but for staff: a shop's page may not ask it. */
  readonly staffDoor?: true;
}

export type AnyView = Omit<View, 'run'> & {
  readonly run: (ctx: ReadContext, input: never, page: Page) => unknown;
};

/** What is told to a function of an action: the row, where there is one, and the input. */
type About<R, I> = [R] extends [never] ? [input: I] : [row: R, input: I];

/** What is declared only of an action on a row. */
type OfRow<R, T> = [R] extends [never] ? never : T;

/**
 * What an action declares; without a row (`R` is never) it is about none that exists yet, or about several. One type
 * for both, since the compiler tries each of several in turn, and that twice.
 */
interface Declared<S extends Shape, O, R extends BaseRow> {
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  /**
   * The entity of the row. Callers name the row by `id`, which the kernel adds to the input and takes out again. The
   * row is loaded once; NOT_FOUND when the actor may not see it.
   */
  readonly on?: Entity<R>;
  readonly input: z.ZodObject<S>;
  readonly output: Output<O>;
  /**
   * Rows that it will read by id, most likely: they are read together with its own row, in one statement. Those of the
   * thing that the call is about, under its own id, are not even read where the last commit of this process has left
   * them: the commit checks them.
   */
  readonly reads?: (actor: Actor, input: Fields<S>['output']) => readonly PlannedRead[];
  /**
   * An event of the entity's machine, or several of which one must be possible: INVALID_TRANSITION in any other state.
   */
  readonly event?: OfRow<R, string | readonly string[]>;
  /** The row stays in its state: `event` says only in which states this is possible. */
  readonly stays?: OfRow<R, true>;
  /** An event by which it may lead on, where it is possible in other states too and so names no `event`. */
  readonly leads?: OfRow<R, string | readonly string[]>;
  /** Why this actor may not do it with this row now, whatever the input will be. Every button, bot and list asks it. */
  readonly when?: OfRow<R, (ctx: ReadContext, row: R) => WhyNot>;
  /**
   * Why not with this input. It is asked after `event` and `when`, and only with an input that the schema has accepted.
   */
  readonly check?: (ctx: ActionContext, ...about: About<R, Fields<S>['output']>) => WhyNot;
  readonly run: (ctx: ActionContext, ...about: About<R, Fields<S>['output']>) => Promise<NoInfer<O>> | NoInfer<O>;
  /** What a refusal leaves behind, committed by itself; the caller is denied all the same. */
  readonly refused?: (
    ctx: ActionContext,
    ...about: [...About<R, Fields<S>['output']>, denial: Denial]
  ) => Promise<void> | void;
  /** A signal that is not worth an audit entry (typing, read marks). */
  readonly unaudited?: true;
  /** Open before sign-in, but for staff: a shop's page may not use it. */
  readonly staffDoor?: true;
  /** Concerns every store of the tenant: FORBIDDEN to staff who work for some of them only. */
  readonly tenantWide?: true;
  /** Is done in somebody's own name: FORBIDDEN to the desk itself, which may do what else staff may. */
  readonly inPerson?: true;
  /** Takes no idempotency key: each call acts and leaves its trace, and its answer is kept nowhere. */
  readonly keyless?: true;
  readonly manner?: Manner;
  /** One sentence that a person reads before they do it: what follows from it. */
  readonly about?: { readonly en: string; readonly zh: string };
}

/** What a caller passes: the row's id with what the schema takes, or that alone; where it takes nothing, nothing. */
export type Passed<S extends Shape, R> = [R] extends [never]
  ? [keyof S] extends [never]
    ? Record<string, never>
    : Fields<S>['given']
  : { readonly id: string } & Fields<S>['given'];

/**
 * Declares an action. `run` acts; `event`, `when` and `check` say why not, in the same unit of work, without acting.
 * All of them see committed rows plus what this action itself has changed by id; keep them free of side effects
 * outside the context, because the desk runs them again when another writer was faster.
 */
export function defineAction<S extends Shape, O, R extends BaseRow = never>(
  options: Declared<S, O, R>,
): TypedAction<S, O, R>;
export function defineAction(options: Omit<AnyAction, 'kind'>): AnyAction {
  return { ...options, kind: 'action', input: options.on ? withId(options.input) : options.input };
}

/** The input with the id of the row first. */
function withId(input: z.ZodObject): z.ZodObject {
  if (input.shape['id']) throw new ConfigError(['an action on a row gets its id from the kernel, not from its input']);
  return input.clone({ ...input.def, shape: { id: z.string(), ...input.shape } });
}

/** Declares a view: a question that is more than a list of rows. */
export function defineView<S extends Shape, O>(options: {
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  readonly input: z.ZodObject<S>;
  readonly output: Output<O>;
  readonly run: (ctx: ReadContext, input: Fields<S>['output'], page: Page) => Promise<O> | O;
  readonly tenantWide?: true;
  readonly staffDoor?: true;
}): TypedView<S, O> {
  return { ...options, kind: 'view' } as unknown as TypedView<S, O>;
}

/** A view that remembers the fields of its input and what comes back. */
export interface TypedView<S extends Shape, O> extends View<Fields<S>['output'], O> {
  readonly [call]: (input: Passed<S, never>) => Promise<O>;
}
