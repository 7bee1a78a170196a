/**
 * @module What an action can see and do: rows in the actor's reach, the clock, the ports, and one unit of work.
 */
import type { z } from 'zod';
import type { Ports } from '../ports/index.ts';
import type { Actor } from './actor.ts';
import { DeniedError, deny, type Denial, type OwnCode, type Reason } from './denial.ts';
import type { EffectDefinition, Effects } from './effect.ts';
import type { BaseRow, Entity, Filter, Order } from './entity.ts';
import type { DomainEvent } from './event.ts';
import type { Extension } from './extend.ts';
import type { Point } from './point.ts';
import type { AnyTimer, timerAbout, timerWhich } from './timer.ts';
import type { MembersOf, Vocabulary } from './vocabulary.ts';

export interface FindOptions {
  /** One filter, or several that must all hold. */
  readonly where?: Filter | readonly Filter[];
  readonly order?: Order;
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
  /** So many rows for each of these values of a field; see `Query.each`. */
  readonly each?: { readonly field: string; readonly of: readonly string[] };
}

export interface ReadContext {
  readonly actor: Actor;
  /** The instant of this unit of work; it does not move while an action runs. */
  readonly now: string;
  readonly ports: Ports;
  /** Every permission of the desk with the roles that have it by default. */
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  /** Every entity of the desk by its name, each with the fields of all features. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** The members of a vocabulary on this desk with their words, those of all features. */
  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code>;
  /**
   * The schema with the members of all features, for data that comes another way than as an input: a file, a row of
   * JSON.
   */
  whole<S extends z.ZodType>(schema: S): S;
  /** The row, if the actor may see it; else NOT_FOUND. */
  get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R>;
  /** The row, if it exists and the actor may see it. */
  maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined>;
  /** Committed rows the actor may see, at most `limit`. */
  find<R extends BaseRow>(entity: Entity<R>, options: FindOptions): Promise<R[]>;
  /**
   * All rows the actor may see that match. @throws Error when there are more than 1,000: page through them with `find`
   */
  all<R extends BaseRow>(entity: Entity<R>, options?: Omit<FindOptions, 'limit' | 'after'>): Promise<R[]>;
  first<R extends BaseRow>(entity: Entity<R>, where: Filter, order?: Order): Promise<R | undefined>;
  count<R extends BaseRow>(entity: Entity<R>, where: Filter, limit?: number): Promise<number>;
  /**
   * A context of the desk itself in the same tenant, for facts that the actor may not read but the rule needs. `why`
   * says in a few words why the rule needs them: who reviews reach reads these words.
   */
  trusted(why: string): ReadContext;
  /** Finds a row of an entity marked `lookup` before a tenant is known. */
  lookup<R extends BaseRow>(entity: Entity<R>, where: Filter): Promise<R | undefined>;
  /** All rows of an entity marked `lookup` in whatever tenant, at most `limit`. */
  lookupAll<R extends BaseRow>(entity: Entity<R>, where: Filter, limit: number): Promise<R[]>;
  /** When a timer is due; undefined when it is not set. */
  dueAt<T extends AnyTimer>(timer: T, ...which: T[typeof timerWhich]): Promise<string | undefined>;
  /** What the desk's features answer at a point, in the order of what they build on; none: an empty list. */
  ask<Q, A>(point: Point<Q, A, ReadContext>, question: Q): Promise<readonly A[]>;
  /**
   * Why the actor may not do an action now, for who plans one: their right, and for an action on a row what its offer
   * says, without its input; for any other what it says of the input. Nothing is done.
   */
  whyNot(action: string, input?: Readonly<Record<string, unknown>>): Promise<Denial | undefined>;
  /**
   * Lets something be played in a unit of work of its own that is thrown away: what it would have changed, and what of
   * it would have been refused. Nothing is written, nothing leaves.
   */
  rehearse<T>(actor: Actor, play: (ctx: ActionContext) => Promise<T>): Promise<Rehearsal<T>>;
  /** Whether something left the desk under this key, or is about to, whatever became of it. */
  wasSent(effect: EffectDefinition, key: string): Promise<boolean>;
}

export interface ActionContext extends ReadContext {
  /** 1, or more when another writer was faster and the action runs again on fresh rows. */
  readonly attempt: number;
  newId(): string;
  /**
   * Adds a row; fields that are not given begin with their default, those of other features included. Text that a shop
   * or a model sent is repaired on its way into a row, here and in `update`.
   */
  insert<R extends BaseRow, I>(entity: Entity<R, I>, values: NoInfer<I> & NewRow): R;
  /** Changes a row; through an extension also a row that was read without its fields. */
  update<R extends BaseRow>(entity: Entity<R>, row: R, changes: Changes<R>): R;
  update<R extends BaseRow, B extends BaseRow>(
    entity: Extension<R, B>,
    row: NoInfer<B>,
    changes: Changes<NoInfer<R>>,
  ): R;
  /**
   * Moves the row by an event of its machine; refuses with INVALID_TRANSITION. An event that it has not does not
   * compile.
   */
  fire<R extends BaseRow, Event extends string>(
    entity: Entity<R, unknown, Event>,
    row: R,
    event: NoInfer<Event>,
    changes?: Changes<R>,
  ): R;
  remove<R extends BaseRow>(entity: Entity<R>, row: R): void;
  /**
   * Adds to numbers of the row of this id, without reading it: however many do so at once, none is run again. `begin`
   * is what else stands in a row that is not there yet; its numbers begin at 0. What counts in a cell must not be set
   * by `update`, and nobody hears of it live.
   */
  add<R extends BaseRow>(
    entity: Entity<R>,
    id: string,
    amounts: Partial<Record<NumberField<R>, number>>,
    begin: Omit<R, keyof BaseRow | NumberField<R>>,
  ): void;
  emit<P>(event: DomainEvent<P>, payload: P): void;
  /**
   * Sets a timer: the desk performs its action at `dueAt`, exactly once. Set again for the same row, it is moved.
   * @throws ConfigError when no feature of the desk lists it
   */
  at<T extends AnyTimer>(timer: T, dueAt: string, ...about: T[typeof timerAbout]): Promise<void>;
  /** Takes a timer back; nothing happens when there is none. */
  unset<T extends AnyTimer>(timer: T, ...which: T[typeof timerWhich]): Promise<void>;
  /**
   * Performs a timer's action as the desk right after this commit, before the caller gets their answer. What is to be
   * done is committed first, so a process that dies in between leaves a timer that does it.
   */
  afterCommit<T extends AnyTimer>(timer: T, ...about: T[typeof timerAbout]): Promise<void>;
  /**
   * Lets something leave the desk: written down in this commit, performed right after it outside every unit of work.
   * The same key twice is once, as long as its row is kept; with another input it is CONFLICT.
   */
  send<I extends object>(effect: EffectDefinition<I>, key: string, input: I): Promise<void>;
  /** Every effect of the desk, by name. */
  readonly effects: Effects;
  /** Why this happens, for the audit trail. */
  reason(reason: string | undefined): void;
  trusted(why: string): ActionContext;
  /** The desk's own reach in a tenant that a look-up found; for an actor who has no tenant yet. */
  inTenant(tenantId: string): ActionContext;
  ask<Q, A>(point: Point<Q, A, ActionContext>, question: Q): Promise<readonly A[]>;
  /**
   * Does an action of the desk in this unit of work, as somebody else: their right, the input, the row and every rule
   * are asked as of a call of their own, and the commit stands in the audit trail as theirs. One unit of work does one.
   * @throws DeniedError what the action is refused for; nothing may be written afterwards
   */
  act(actor: Actor, action: string, input: unknown): Promise<unknown>;
}

/** What was played without being done. */
export interface Rehearsal<T> {
  /** Absent when it was refused. */
  readonly value?: T;
  readonly denial?: Denial;
  readonly rows: readonly ChangedRow[];
}

/** Fields of a row that are set; what the kernel keeps of it is not. */
export type Changes<R> = { readonly [F in Exclude<keyof R, keyof BaseRow>]?: R[F] };

/** What a new row may say of itself beside its fields; else it gets an id, and the tenant of the actor. */
export interface NewRow {
  readonly id?: string;
  readonly tenantId?: string;
}

/** The fields of a row that hold a number. */
export type NumberField<R> = { [F in Exclude<keyof R, keyof BaseRow>]: R[F] extends number ? F : never }[Exclude<
  keyof R,
  keyof BaseRow
>];

/** Ends an action with a denial: by its code, or with one that a rule has given. */
export function refuse(because: OwnCode | Reason | Denial, options: Parameters<typeof deny>[1] = {}): never {
  const isDenial = typeof because === 'object' && 'text' in because;
  throw new DeniedError(isDenial ? because : deny(because, options));
}

/** What a unit of work has changed, as the commit feed tells it. */
export interface ChangedRow {
  readonly entity: Entity;
  readonly before?: BaseRow;
  /** Absent when the row was removed. */
  readonly row?: BaseRow;
}

/** A row that an action will want, or what a `find` of the desk itself will ask for in the same words. */
export type PlannedRead =
  | { readonly entity: Entity; readonly id: string | null | undefined }
  | ({ readonly entity: Entity; readonly limit: number } & Pick<FindOptions, 'order'> &
      Required<Pick<FindOptions, 'where'>>);

/** Looks at a row only if it has been read already. */
export type Seen = <R extends BaseRow>(entity: Entity<R>, id: string) => R | undefined;
