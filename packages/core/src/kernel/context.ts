/**
 * @module What an action can see and do: rows in the actor's reach, the clock, the ports, and one unit of work.
 */
import { z } from 'zod';
import type { Ports } from '../ports/index.ts';
import type { Actor } from './actor.ts';
import { ConfigError, DeniedError, deny, type Denial, type OwnCode, type Reason } from './denial.ts';
import type { EffectDefinition, Effects } from './effect.ts';
import { sendEffect } from './effect-steps.ts';
import type { BaseRow, Entity, Filter, Order, RowOf, Visibility } from './entity.ts';
import type { DomainEvent, EmittedEvent } from './event.ts';
import type { Entities, Extension } from './extend.ts';
import { storable } from './input.ts';
import { mayFire } from './machine.ts';
import type { Answers, Point } from './point.ts';
import { Reads } from './reads.ts';
import type { DeskStore, Query, Write } from './store.ts';
import { storeProblem } from './store-guard.ts';
import { isBroken } from './text.ts';
import { Timer, timerInput, timerKey, type AnyTimer, type timerAbout, type Timers, type timerWhich } from './timer.ts';
import type { MembersOf, Vocabularies, Vocabulary } from './vocabulary.ts';

export interface FindOptions {
  /** One filter, or several that must all hold. */
  readonly where?: Filter | readonly Filter[];
  readonly order?: Order;
  readonly limit: number;
  readonly after?: readonly (string | number | null)[];
}

export interface ReadContext {
  readonly actor: Actor;
  /** The instant of this unit of work; it does not move while an action runs. */
  readonly now: string;
  readonly ports: Ports;
  /** Every permission of the desk with the roles that have it by default. */
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  /** The members of a vocabulary on this desk with their words, those of all features. */
  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code>;
  /** The schema with the members of all features, for data that comes another way than as an input: a file, a row of JSON. */
  whole<S extends z.ZodType>(schema: S): S;
  /** The row, if the actor may see it; else NOT_FOUND. */
  get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R>;
  /** The row, if it exists and the actor may see it. */
  maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined>;
  /** Committed rows the actor may see, at most `limit`. */
  find<R extends BaseRow>(entity: Entity<R>, options: FindOptions): Promise<R[]>;
  /** All rows the actor may see that match. @throws Error when there are more than 1,000: page through them with `find` */
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
  update<R extends BaseRow>(entity: Entity<R>, row: R, changes: Partial<Omit<R, keyof BaseRow>>): R;
  update<R extends BaseRow, B extends BaseRow>(
    entity: Extension<R, B>,
    row: NoInfer<B>,
    changes: Partial<Omit<NoInfer<R>, keyof BaseRow>>,
  ): R;
  /** Moves the row by an event of its machine; refuses with INVALID_TRANSITION. An event that it has not does not compile. */
  fire<R extends BaseRow, Event extends string>(
    entity: Entity<R, unknown, Event>,
    row: R,
    event: NoInfer<Event>,
    changes?: Partial<Omit<R, keyof BaseRow>>,
  ): R;
  remove<R extends BaseRow>(entity: Entity<R>, row: R): void;
  /**
   * Adds to numbers of the row of this id, without reading it: however many do so at once, none is run again. `begin`
   * is what else stands in a row that is not there yet; its numbers begin at 0. What counts in a cell must not be set by
   * `update`, and nobody hears of it live.
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
  because(reason: string | undefined): void;
  trusted(why: string): ActionContext;
  /** The desk's own reach in a tenant that a look-up found; for an actor who has no tenant yet. */
  inTenant(tenantId: string): ActionContext;
  ask<Q, A>(point: Point<Q, A, ActionContext>, question: Q): Promise<readonly A[]>;
}

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
  const isDenial = typeof because === 'object' && 'message' in because;
  throw new DeniedError(isDenial ? because : deny(because, options));
}

/** What a unit of work has changed, as the commit feed tells it. */
export interface ChangedRow {
  readonly entity: Entity;
  readonly before?: BaseRow;
  /** Absent when the row was removed. */
  readonly row?: BaseRow;
}

interface Pending {
  readonly entity: Entity;
  readonly before?: BaseRow;
  row?: BaseRow;
  /** Written without a look at what is stored: its tenant and id. */
  readonly blind?: { readonly tenantId: string; readonly id: string };
}

/** Numbers that are added to a row which this unit of work has not read. */
interface Cell {
  readonly entity: Entity;
  readonly begin: BaseRow;
  readonly amounts: Record<string, number>;
}

/** Rows as a unit of work has read or left them, by entity and id; undefined: there is none. */
export type LeftRows = Map<string, BaseRow | undefined>;

interface WorkOptions {
  readonly store: DeskStore;
  readonly ports: Ports;
  readonly now: string;
  readonly newId: () => string;
  readonly attempt: number;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly entities: Entities;
  readonly answers: Answers;
  readonly vocabularies: Vocabularies;
  readonly effects: Effects;
  readonly timers: Timers;
  /**
   * Rows that the commit before in the same call has just left: what follows it begins with them. One that somebody else
   * has changed since is found by its version, and the next attempt reads anew.
   */
  readonly left?: LeftRows | undefined;
  /** The timer that this unit of work is the work of. */
  readonly consume?: RowOf<typeof Timer> | undefined;
}

/** The unit of work behind all contexts of one attempt of an action. */
export class UnitOfWork {
  readonly options: WorkOptions;
  readonly events: EmittedEvent[] = [];
  /** Ids of timers to run right after the commit. */
  readonly followUps = new Set<string>();
  /** Ids of effects to perform right after the commit. */
  readonly sent: string[] = [];
  reason: string | undefined;
  readonly #pending = new Map<string, Pending>();
  readonly #cells = new Map<string, Cell>();
  readonly #read = new Map<string, Promise<BaseRow | undefined>>();
  /** The rows of {@link #read} that have come. */
  readonly #known: LeftRows;
  readonly #reads: Reads;
  /** Answers that were planned and not yet asked for, by their question. */
  readonly #planned = new Map<string, Promise<BaseRow[]>>();
  /** Ids that were made here: nothing of the database has them. */
  readonly #newIds = new Set<string>();

  constructor(options: WorkOptions) {
    this.options = options;
    this.#reads = new Reads(options.store);
    this.#known = new Map(options.left);
  }

  context(actor: Actor, trusted = false): ActionContext {
    return new WorkContext(this, actor, trusted);
  }

  load(entity: Entity, tenantId: string, id: string): Promise<BaseRow | undefined> {
    const key = keyOf(entity, id);
    const pending = this.#pending.get(key);
    if (pending) return Promise.resolve(pending.row);
    if (this.#newIds.has(id)) return Promise.resolve(undefined);
    if (this.#known.has(key)) return Promise.resolve(inTenant(this.#known.get(key), tenantId));
    const under = `${tenantId} ${key}`;
    let row = this.#read.get(under);
    if (!row) {
      row = this.#reads.row(entity, tenantId, id).then((found) => {
        if (!this.#known.has(key)) this.#known.set(key, found);
        return found;
      });
      this.#read.set(under, row);
    }
    return row;
  }

  /** Takes over rows that were read together. */
  know(entity: Entity, rows: readonly BaseRow[]): void {
    for (const row of rows) this.#known.set(keyOf(entity, row.id), row);
  }

  /** A row that was found is read once. */
  async find(query: Query): Promise<BaseRow[]> {
    const question = questionOf(query);
    const rows = await (this.#planned.get(question) ?? this.#reads.find(query));
    this.#planned.delete(question);
    for (const row of rows) {
      const key = keyOf(query.entity, row.id);
      if (!this.#known.has(key)) this.#known.set(key, row);
    }
    return rows;
  }

  count(query: Query): Promise<number> {
    return this.#reads.count(query);
  }

  /** A row that has been read already, as it is now. */
  seen(entity: Entity, id: string): BaseRow | undefined {
    const key = keyOf(entity, id);
    return this.#pending.has(key) ? this.#pending.get(key)?.row : this.#known.get(key);
  }

  /** Asks for rows that will be wanted; they come with whatever else is asked for now. */
  expect(planned: readonly PlannedRead[], tenantId: string): void {
    for (const read of planned) {
      if ('id' in read) {
        const { entity, id } = read;
        if (id && !isBroken(id)) this.load(entity, tenantId, id).catch(() => undefined);
      } else {
        const query = { tenantId, ...read, where: [read.where].flat() };
        const rows = this.#reads.find(query);
        rows.catch(() => undefined);
        this.#planned.set(questionOf(query), rows);
      }
    }
  }

  newId(): string {
    const id = this.options.newId();
    this.#newIds.add(id);
    return id;
  }

  /** However often an action changes a row, it is one new version when it is stored; a new row is stored with the first. */
  nextVersion(entity: Entity, row: BaseRow): number {
    const pending = this.#pending.get(keyOf(entity, row.id));
    if (!pending) return row.version + 1;
    return pending.before ? pending.before.version + 1 : 1;
  }

  /** The row as this unit of work has left it so far. */
  latest<R extends BaseRow>(entity: Entity<R>, row: R): R {
    return (this.#pending.get(keyOf(entity, row.id))?.row as R | undefined) ?? row;
  }

  put(entity: Entity, row: BaseRow | undefined, before: BaseRow | undefined): void {
    const key = keyOf(entity, (row ?? before)?.id ?? '');
    const pending = this.#pending.get(key);
    if (!pending) {
      const whole = this.options.entities.whole(entity);
      this.#pending.set(key, { entity: whole, ...(before ? { before } : {}), ...(row ? { row } : {}) });
    } else if (row) pending.row = row;
    else delete pending.row;
  }

  /** Sets a row, or removes it, whatever is stored. */
  putBlind(entity: Entity, at: { readonly tenantId: string; readonly id: string }, row: BaseRow | undefined): void {
    this.#pending.set(keyOf(entity, at.id), { entity, blind: at, ...(row ? { row } : {}) });
  }

  add(entity: Entity, begin: BaseRow, amounts: Readonly<Record<string, number>>): void {
    const key = keyOf(entity, begin.id);
    const cell = this.#cells.get(key) ?? { entity, begin, amounts: {} };
    for (const [field, amount] of Object.entries(amounts)) cell.amounts[field] = (cell.amounts[field] ?? 0) + amount;
    this.#cells.set(key, cell);
  }

  changes(): ChangedRow[] {
    return [...this.#pending.values()].filter(({ before, row, blind }) => !blind && (before || row));
  }

  writes(): Write[] {
    const cells = [...this.#cells.values()].map((cell): Write => ({ kind: 'add', ...cell }));
    return [...[...this.#pending.values()].flatMap(writeOf), ...cells];
  }

  /** Tells what follows this commit how it has found and left the rows. */
  leave(left: LeftRows): void {
    const { consume } = this.options;
    for (const [key, row] of this.#known) left.set(key, row);
    if (consume) left.set(keyOf(Timer, consume.id), undefined);
    for (const [key, { row }] of this.#pending) left.set(key, row);
    for (const key of this.#cells.keys()) left.delete(key);
  }
}

/** A row that an action will want, or what a `find` of the desk itself will ask for in the same words. */
export type PlannedRead =
  | { readonly entity: Entity; readonly id: string | null | undefined }
  | ({ readonly entity: Entity; readonly limit: number } & Pick<FindOptions, 'order'> &
      Required<Pick<FindOptions, 'where'>>);

/** Looks at a row only if it has been read already. */
export type Seen = <R extends BaseRow>(entity: Entity<R>, id: string) => R | undefined;

const questionOf = ({ entity, tenantId, where, order, after, limit }: Query): string =>
  `${entity.name} ${JSON.stringify([tenantId, where, order, after, limit])}`;

const keyOf = (entity: Entity, id: string): string => `${entity.name}:${id}`;

const inTenant = (found: BaseRow | undefined, tenantId: string) => (found?.tenantId === tenantId ? found : undefined);

function writeOf({ entity, before, row: after, blind }: Pending): Write[] {
  if (blind) return [after ? { kind: 'put', entity, row: after } : { kind: 'delete', entity, ...blind }];
  if (!before) return after ? [{ kind: 'insert', entity, row: after }] : [];
  const at = { entity, tenantId: before.tenantId, id: before.id, expectedVersion: before.version };
  return [after ? { kind: 'update', ...at, changes: difference(before, after) } : { kind: 'delete', ...at }];
}

function difference(before: BaseRow, row: BaseRow): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(row).filter(([field, value]) => field !== 'version' && value !== old[field]),
  );
}

/** More rows than this are no list that a rule can mean. */
const MOST_AT_ONCE = 1000;

class WorkContext implements ActionContext {
  readonly actor: Actor;
  readonly now: string;
  readonly attempt: number;
  readonly ports: Ports;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly #work: UnitOfWork;
  readonly #trusted: boolean;

  constructor(work: UnitOfWork, actor: Actor, trusted: boolean) {
    this.#work = work;
    this.actor = actor;
    this.now = work.options.now;
    this.attempt = work.options.attempt;
    this.ports = work.options.ports;
    this.permissions = work.options.permissions;
    this.#trusted = trusted;
  }

  trusted(_why: string): ActionContext {
    return this.#work.context(this.actor, true);
  }

  inTenant(tenantId: string): ActionContext {
    return this.#work.context({ kind: 'system', tenantId, name: 'sign-in' }, true);
  }

  newId(): string {
    return this.#work.newId();
  }

  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code> {
    return this.#work.options.vocabularies.members(vocabulary);
  }

  whole<S extends z.ZodType>(schema: S): S {
    return this.#work.options.vocabularies.whole(schema);
  }

  async get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R> {
    return (await this.maybe(entity, id)) ?? refuse('NOT_FOUND');
  }

  async maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined> {
    if (!id || this.#scope(entity) === 'none' || isBroken(id)) return undefined;
    const row = (await this.#work.load(entity, this.actor.tenantId, id)) as R | undefined;
    return row && (this.#trusted || isInReach(this.actor, entity, row)) ? row : undefined;
  }

  async find<R extends BaseRow>(entity: Entity<R>, { where = {}, order, limit, after }: FindOptions): Promise<R[]> {
    if (limit === undefined) throw new TypeError(`Say how many rows of ${entity.name} are wanted at most.`);
    const scope = this.#scope(entity);
    if (scope === 'none') return [];
    const rows = await this.#work.find({
      entity,
      tenantId: this.actor.tenantId,
      where: [where, scope === 'all' ? [] : scope].flat(),
      limit,
      ...(order ? { order } : {}),
      ...(after ? { after } : {}),
    });
    return rows as R[];
  }

  async all<R extends BaseRow>(entity: Entity<R>, options: Omit<FindOptions, 'limit' | 'after'> = {}): Promise<R[]> {
    const rows = await this.find(entity, { ...options, limit: MOST_AT_ONCE + 1 });
    if (rows.length > MOST_AT_ONCE)
      throw new Error(`More than ${MOST_AT_ONCE} rows of ${entity.name} match: page through them.`);
    return rows;
  }

  async first<R extends BaseRow>(entity: Entity<R>, where: Filter, order?: Order): Promise<R | undefined> {
    return (await this.find(entity, { where, limit: 1, ...(order ? { order } : {}) }))[0];
  }

  async count<R extends BaseRow>(entity: Entity<R>, where: Filter, limit = 1000): Promise<number> {
    const scope = this.#scope(entity);
    if (scope === 'none') return 0;
    const filters = scope === 'all' ? [where] : [where, scope];
    return this.#work.count({ entity, tenantId: this.actor.tenantId, where: filters, limit });
  }

  async lookup<R extends BaseRow>(entity: Entity<R>, where: Filter): Promise<R | undefined> {
    return (await this.lookupAll(entity, where, 1))[0];
  }

  async lookupAll<R extends BaseRow>(entity: Entity<R>, where: Filter, limit: number): Promise<R[]> {
    if (!entity.lookup) throw new Error(`${entity.name} is not open to look-ups.`);
    return (await this.#work.find({ entity, where: [where], limit })) as R[];
  }

  insert<R extends BaseRow, I>(entity: Entity<R, I>, values: NoInfer<I> & NewRow): R {
    const { now } = this;
    const row = {
      id: this.newId(),
      tenantId: this.actor.tenantId,
      ...storable(this.#work.options.entities.begun(entity, values)),
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    this.#insist(entity, row as BaseRow);
    this.#work.put(entity, row, undefined);
    return row as unknown as R;
  }

  update<R extends BaseRow>(entity: Entity<R>, row: R, changes: Partial<Omit<R, keyof BaseRow>>): R {
    const latest = this.#work.latest(entity, row);
    const next = {
      ...latest,
      ...storable(changes),
      version: this.#work.nextVersion(entity, latest),
      updatedAt: this.now,
    };
    this.#insist(entity, latest, next);
    this.#work.put(entity, next, latest);
    return next;
  }

  fire<R extends BaseRow>(entity: Entity<R>, row: R, event: string, changes: Partial<Omit<R, keyof BaseRow>> = {}): R {
    const { machine } = entity;
    if (!machine) throw new Error(`${entity.name} has no machine.`);
    const from = String((this.#work.latest(entity, row) as unknown as Record<string, unknown>)[machine.field]);
    const denial = mayFire(machine, from, event);
    if (denial) throw new DeniedError(denial);
    const to = machine.events[event]?.[from];
    return this.update(entity, row, { ...changes, [machine.field]: to } as Partial<Omit<R, keyof BaseRow>>);
  }

  ask<Q, A>(point: Point<Q, A>, question: Q): Promise<readonly A[]> {
    return this.#work.options.answers.ask(point as Point, this, question) as Promise<readonly A[]>;
  }

  remove<R extends BaseRow>(entity: Entity<R>, row: R): void {
    this.#insist(entity, row);
    this.#work.put(entity, undefined, row);
  }

  add<R extends BaseRow>(
    entity: Entity<R>,
    id: string,
    amounts: Partial<Record<NumberField<R>, number>>,
    begin: Omit<R, keyof BaseRow | NumberField<R>>,
  ): void {
    const { now } = this;
    const base = { id, tenantId: this.actor.tenantId, version: 1, createdAt: now, updatedAt: now };
    const first = { ...storable(begin), ...zeroes(this.#work.options.entities.whole(entity)), ...base } as BaseRow;
    this.#insist(entity, first);
    this.#work.add(entity, first, amounts as Record<string, number>);
  }

  emit<P>(event: DomainEvent<P>, payload: P): void {
    this.#work.events.push({ name: event.name, payload, actor: this.actor, at: this.now });
  }

  /** Set blindly: a timer is found by its key, and its version is a number that no other setting of it has. */
  async at(timer: AnyTimer, dueAt: string, ...about: readonly unknown[]): Promise<void> {
    const { tenantId } = this.actor;
    const action = this.#actionOf(timer);
    const key = timerKey(timer, about);
    const id = timerId(tenantId, key);
    const values = { key, dueAt, action, input: timerInput(timer, about) };
    const consumed = this.#consumed(id);
    if (consumed) return void this.update(Timer, consumed, values);
    const base = { id, tenantId, version: nobodyElsesVersion(), createdAt: this.now, updatedAt: this.now };
    this.#work.putBlind(Timer, { tenantId, id }, { ...base, ...values } as BaseRow);
  }

  async afterCommit(timer: AnyTimer, ...about: readonly unknown[]): Promise<void> {
    await this.at(timer, this.now, ...about);
    this.#work.followUps.add(timerId(this.actor.tenantId, timerKey(timer, about)));
  }

  async dueAt(timer: AnyTimer, ...which: readonly unknown[]): Promise<string | undefined> {
    const { tenantId } = this.actor;
    const row = await this.#work.load(Timer, tenantId, timerId(tenantId, timerKey(timer, which)));
    return (row as RowOf<typeof Timer> | undefined)?.dueAt;
  }

  async unset(timer: AnyTimer, ...which: readonly unknown[]): Promise<void> {
    const { tenantId } = this.actor;
    const id = timerId(tenantId, timerKey(timer, which));
    const consumed = this.#consumed(id);
    if (consumed) this.remove(Timer, consumed);
    else this.#work.putBlind(Timer, { tenantId, id }, undefined);
  }

  /** What a timer does; one that nobody lists would never be done. */
  #actionOf(timer: AnyTimer): string {
    const action = this.#work.options.timers.get(timer);
    if (action === undefined) throw new ConfigError([`no feature of the desk lists the timer ${timer.key}`]);
    return action;
  }

  /** The timer whose work this is: only whoever finds it as it was may do the work, so it is written under its version. */
  #consumed(id: string): RowOf<typeof Timer> | undefined {
    const { consume } = this.#work.options;
    return consume?.id === id ? consume : undefined;
  }

  get effects(): Effects {
    return this.#work.options.effects;
  }

  async send<I extends object>(effect: EffectDefinition<I>, key: string, input: I): Promise<void> {
    // It would stay where it is for ever.
    if (this.effects.get(effect.name) !== effect) throw new Error(`No feature lists the effect ${effect.name}.`);
    this.#work.sent.push((await sendEffect(this, effect, key, input)).id);
  }

  because(reason: string | undefined): void {
    this.#work.reason = reason ?? this.#work.reason;
  }

  /** Ends the action when a row is not within the actor's stores. */
  #insist(entity: Entity, ...rows: readonly BaseRow[]): void {
    if (this.#trusted) return;
    const denial = rows.map((row) => storeProblem(this.actor, entity, row)).find(Boolean);
    if (denial) throw new DeniedError(denial);
  }

  #scope(entity: Entity) {
    return this.#trusted ? 'all' : scopeOf(this.actor, entity);
  }
}

const scopeOf = (actor: Actor, entity: Entity): Visibility => (actor.kind === 'system' ? 'all' : entity.visible(actor));

/** Whether an actor may see a row. */
export function isInReach(actor: Actor, entity: Entity, row: BaseRow): boolean {
  const scope = scopeOf(actor, entity);
  return scope === 'all' || (scope !== 'none' && matches(row, scope));
}

const zeroes = ({ schema }: Entity): Record<string, number> =>
  Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([, field]) => (field instanceof z.ZodDefault ? field.unwrap() : field) instanceof z.ZodNumber)
      .map(([name]) => [name, 0]),
  );

/** Names a timer that an action will want to know of, for its `reads`. */
export const timerOf = <T extends AnyTimer>(
  timer: T,
  tenantId: string,
  ...which: T[typeof timerWhich]
): PlannedRead => ({ entity: Timer, id: timerId(tenantId, timerKey(timer, which)) });

const timerId = (tenantId: string, key: string) => `${tenantId}:${key}`;

const nobodyElsesVersion = (): number => 1 + Math.floor(Math.random() * 2 ** 52);

/** Whether a row meets a filter: the same meaning as in storage. */
export function matches(row: BaseRow, filter: Filter): boolean {
  return Object.entries(filter).every(([field, condition]) => {
    if (condition === undefined) return true;
    if (field === 'or') return (condition as readonly Filter[]).some((part) => matches(row, part));
    return meets((row as unknown as Record<string, unknown>)[field] ?? null, condition);
  });
}

function meets(actual: unknown, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return actual === condition;
  const [operator, operand] = Object.entries(condition)[0] as [string, never];
  switch (operator) {
    case 'in':
      return (operand as readonly unknown[]).includes(actual);
    case 'ne':
      return actual !== operand;
    case 'has':
      return Array.isArray(actual) && actual.includes(operand);
    case 'contains':
      return typeof actual === 'string' && actual.toLowerCase().includes(String(operand).toLowerCase());
    default:
      return actual !== null && compares(operator, actual as never, operand);
  }
}

function compares(operator: string, actual: string | number, operand: string | number): boolean {
  switch (operator) {
    case 'lt':
      return actual < operand;
    case 'lte':
      return actual <= operand;
    case 'gt':
      return actual > operand;
    case 'gte':
      return actual >= operand;
    default:
      throw new Error(`Unknown condition ${operator}.`);
  }
}
