/**
 * @module An action changes something, a view shows something. Both say who may ask; policy can be asked without acting.
 */
import type { z } from 'zod';
import type { ActionContext, ReadContext } from './context.ts';
import type { Denial } from './denial.ts';
import type { BaseRow, Entity } from './entity.ts';

/** Who may ask. Staff need the named permission; `true` means any signed-in member of staff. */
export interface Allow {
  readonly staff?: string | true;
  readonly shopper?: true;
  readonly anonymous?: true;
  /** Timers and imports. */
  readonly system?: true;
}

/** One page of rows; pass `endCursor` as `after` to get the next. */
export interface Page<R> {
  readonly rows: readonly R[];
  readonly endCursor: string | null;
  readonly hasMore: boolean;
}

declare const outputType: unique symbol;

/** Describes what an action or a view answers, for the derivations. */
export interface Output<out O> {
  readonly [outputType]?: O;
  readonly shape: 'one' | 'maybe' | 'list' | 'page' | 'value';
  readonly entity?: Entity;
  readonly name?: string;
  readonly schema?: z.ZodType;
}

export const one = <R extends BaseRow>(entity: Entity<R>): Output<R> => ({ shape: 'one', entity });
export const maybe = <R extends BaseRow>(entity: Entity<R>): Output<R | undefined> => ({ shape: 'maybe', entity });
export const listOf = <R extends BaseRow>(entity: Entity<R>): Output<readonly R[]> => ({ shape: 'list', entity });
export const pageOf = <R extends BaseRow>(entity: Entity<R>): Output<Page<R>> => ({ shape: 'page', entity });
/** A named value; the name becomes a GraphQL type. */
export const value = <S extends z.ZodType>(name: string, schema: S): Output<z.output<S>> => ({
  shape: 'value',
  name,
  schema,
});

export interface Action<in out I = never, out O = unknown> {
  readonly kind: 'action';
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  /** The entity whose row `input.id` names; makes the action show up on that row. */
  readonly on?: Entity;
  readonly input: z.ZodObject;
  readonly output: Output<O>;
  readonly check: (ctx: ActionContext, input: I) => Promise<Denial | undefined> | Denial | undefined;
  readonly run: (ctx: ActionContext, input: I) => Promise<O> | O;
  /** What a refusal by `check` leaves behind, committed by itself; the caller is denied all the same. */
  readonly refused?: (ctx: ActionContext, input: I, denial: Denial) => Promise<void> | void;
  /** A signal that is not worth an audit entry (typing, read marks). */
  readonly unaudited?: true;
  /** Open before sign-in, but for staff: a shop's page may not use it. */
  readonly staffDoor?: true;
  /** Concerns every store of the tenant: FORBIDDEN to staff who work for some of them only. */
  readonly tenantWide?: true;
  /** Takes no idempotency key: each call acts and leaves its trace, and its answer is kept nowhere. */
  readonly keyless?: true;
}

export interface View<in out I = never, out O = unknown> {
  readonly kind: 'view';
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  readonly input: z.ZodObject;
  readonly output: Output<O>;
  readonly run: (ctx: ReadContext, input: I) => Promise<O> | O;
  /** Shows what concerns every store of the tenant: FORBIDDEN to staff who work for some of them only. */
  readonly tenantWide?: true;
}

/** An action of any input and output, as lists hold it. */
export type AnyAction = Omit<Action, 'check' | 'run' | 'refused'> & {
  readonly check: (ctx: ActionContext, input: never) => Promise<Denial | undefined> | Denial | undefined;
  readonly run: (ctx: ActionContext, input: never) => unknown;
  readonly refused?: (ctx: ActionContext, input: never, denial: Denial) => Promise<void> | void;
};
export type AnyView = Omit<View, 'run'> & { readonly run: (ctx: ReadContext, input: never) => unknown };

/**
 * Declares an action. `check` answers why not, without acting; `run` acts, in the same unit of work.
 * Both see committed rows plus what this action itself has changed by id; keep them free of side effects
 * outside the context, because the desk runs them again when another writer was faster.
 */
export function defineAction<S extends z.ZodObject, O>(options: {
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  readonly on?: Entity;
  readonly input: S;
  readonly output: Output<O>;
  readonly check?: (ctx: ActionContext, input: z.output<S>) => Promise<Denial | undefined> | Denial | undefined;
  readonly run: (ctx: ActionContext, input: z.output<S>) => Promise<O> | O;
  readonly refused?: (ctx: ActionContext, input: z.output<S>, denial: Denial) => Promise<void> | void;
  readonly unaudited?: true;
  readonly staffDoor?: true;
  readonly tenantWide?: true;
  readonly keyless?: true;
}): TypedAction<z.input<S>, z.output<S>, O> {
  return { check: () => undefined, ...options, kind: 'action' } as unknown as TypedAction<z.input<S>, z.output<S>, O>;
}

/** Declares a view: a question that is more than a list of rows. */
export function defineView<S extends z.ZodObject, O>(options: {
  readonly title: { readonly en: string; readonly zh: string };
  readonly allow: Allow;
  readonly input: S;
  readonly output: Output<O>;
  readonly run: (ctx: ReadContext, input: z.output<S>) => Promise<O> | O;
  readonly tenantWide?: true;
}): TypedView<z.input<S>, z.output<S>, O> {
  return { ...options, kind: 'view' } as unknown as TypedView<z.input<S>, z.output<S>, O>;
}

declare const callInput: unique symbol;

/** An action that remembers what a caller may pass (before defaults) and what comes back. */
export interface TypedAction<C, I, O> extends Action<I, O> {
  readonly [callInput]?: C;
}
export interface TypedView<C, I, O> extends View<I, O> {
  readonly [callInput]?: C;
}
