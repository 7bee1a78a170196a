/**
 * @module What an action can see and do: rows in the actor's reach, the clock, the ports, and one unit of work.
 */
import type { Ports } from '../ports/index.ts';
import type { Actor } from './actor.ts';
import { DeniedError, deny, type DenialCode } from './denial.ts';
import type { EffectDefinition, Effects } from './effect.ts';
import { sendEffect } from './effect-steps.ts';
import type { BaseRow, Entity, Filter, Order, RowOf, Visibility } from './entity.ts';
import type { DomainEvent, EmittedEvent } from './event.ts';
import type { Entities, Extension } from './extend.ts';
import { storable } from './input.ts';
import { mayFire } from './machine.ts';
import type { Answers, Point } from './point.ts';
import type { DeskStore, Write } from './store.ts';
import { storeProblem } from './store-guard.ts';
import { isBroken } from './text.ts';
import { Timer, type TimerInput } from './timer.ts';

export interface FindOptions {
  /** One filter, or several that must all hold. */
  readonly where?: Filter | readonly Filter[];
  readonly order?: Order;
  readonly limit?: number;
  readonly after?: readonly (string | number | null)[];
}

export interface ReadContext {
  readonly actor: Actor;
  /** The instant of this unit of work; it does not move while an action runs. */
  readonly now: string;
  readonly ports: Ports;
  /** Every permission of the desk with the roles that have it by default. */
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  /** The row, if the actor may see it; else NOT_FOUND. */
  get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R>;
  /** The row, if it exists and the actor may see it. */
  maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined>;
  /** Committed rows the actor may see. */
  find<R extends BaseRow>(entity: Entity<R>, options?: FindOptions): Promise<R[]>;
  first<R extends BaseRow>(entity: Entity<R>, where: Filter, order?: Order): Promise<R | undefined>;
  count<R extends BaseRow>(entity: Entity<R>, where: Filter, limit?: number): Promise<number>;
  /** A context of the desk itself in the same tenant: for facts the actor may not read but the rule needs. */
  readonly desk: ReadContext;
  /** Finds a row of an entity marked `lookup` before a tenant is known. */
  lookup<R extends BaseRow>(entity: Entity<R>, where: Filter): Promise<R | undefined>;
  /** All rows of an entity marked `lookup` in whatever tenant, at most `limit`. */
  lookupAll<R extends BaseRow>(entity: Entity<R>, where: Filter, limit: number): Promise<R[]>;
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
  /** Moves the row by an event of its machine; refuses with INVALID_TRANSITION. */
  fire<R extends BaseRow>(entity: Entity<R>, row: R, event: string, changes?: Partial<Omit<R, keyof BaseRow>>): R;
  remove<R extends BaseRow>(entity: Entity<R>, row: R): void;
  emit<P>(event: DomainEvent<P>, payload: P): void;
  /** Performs an action as the desk at `dueAt`, exactly once; the same key replaces the earlier timer. */
  schedule(key: string, dueAt: string, action: string, input: TimerInput): Promise<void>;
  unschedule(key: string): Promise<void>;
  /** When the timer of this key is due; undefined when there is none. */
  scheduled(key: string): Promise<string | undefined>;
  /**
   * Performs an action as the desk right after this commit, before the caller gets his answer. For work outside the
   * database: what is to be done is committed first, so a process that dies in between leaves a timer that does it.
   */
  follow(key: string, action: string, input: TimerInput): Promise<void>;
  /**
   * Lets something leave the desk: written down in this commit, performed right after it outside every unit of work.
   * The same key twice is once, for ever; with another input it is CONFLICT.
   */
  send<I extends object>(effect: EffectDefinition<I>, key: string, input: I): Promise<void>;
  /** Every effect of the desk, by name. */
  readonly effects: Effects;
  /** Why this happens, for the audit trail. */
  because(reason: string | undefined): void;
  readonly desk: ActionContext;
  /** The desk's own reach in a tenant that a look-up found; for an actor who has no tenant yet. */
  inTenant(tenantId: string): ActionContext;
  ask<Q, A>(point: Point<Q, A, ActionContext>, question: Q): Promise<readonly A[]>;
}

/** What a new row may say of itself beside its fields; else it gets an id, and the tenant of the actor. */
export interface NewRow {
  readonly id?: string;
  readonly tenantId?: string;
}

/** Ends an action with a denial. */
export function refuse(code: DenialCode, options: Parameters<typeof deny>[1] = {}): never {
  throw new DeniedError(deny(code, options));
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
}

interface WorkOptions {
  readonly store: DeskStore;
  readonly ports: Ports;
  readonly now: string;
  readonly newId: () => string;
  readonly attempt: number;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly entities: Entities;
  readonly answers: Answers;
  readonly effects: Effects;
}

/** The unit of work behind all contexts of one attempt of an action. */
export class UnitOfWork {
  readonly options: WorkOptions;
  readonly events: EmittedEvent[] = [];
  /** Ids of timers to run right after the commit. */
  readonly followUps: string[] = [];
  /** Ids of effects to perform right after the commit. */
  readonly sent: string[] = [];
  reason: string | undefined;
  readonly #pending = new Map<string, Pending>();
  readonly #read = new Map<string, Promise<BaseRow | undefined>>();

  constructor(options: WorkOptions) {
    this.options = options;
  }

  context(actor: Actor, trusted = false): ActionContext {
    return new WorkContext(this, actor, trusted);
  }

  load(entity: Entity, tenantId: string, id: string): Promise<BaseRow | undefined> {
    const key = `${entity.name}:${id}`;
    const pending = this.#pending.get(key);
    if (pending) return Promise.resolve(pending.row);
    let row = this.#read.get(key);
    if (!row) {
      row = this.options.store.find({ entity, tenantId, where: [{ id }], limit: 1 }).then((rows) => rows[0]);
      this.#read.set(key, row);
    }
    return row;
  }

  /** Takes over rows that were read together. */
  know(entity: Entity, rows: readonly BaseRow[]): void {
    for (const row of rows) this.#read.set(`${entity.name}:${row.id}`, Promise.resolve(row));
  }

  /** However often an action changes a row, it is one new version when it is stored; a new row is stored with the first. */
  nextVersion(entity: Entity, row: BaseRow): number {
    const pending = this.#pending.get(`${entity.name}:${row.id}`);
    if (!pending) return row.version + 1;
    return pending.before ? pending.before.version + 1 : 1;
  }

  /** The row as this unit of work has left it so far. */
  latest<R extends BaseRow>(entity: Entity<R>, row: R): R {
    return (this.#pending.get(`${entity.name}:${row.id}`)?.row as R | undefined) ?? row;
  }

  put(entity: Entity, row: BaseRow | undefined, before: BaseRow | undefined): void {
    const id = (row ?? before)?.id ?? '';
    const key = `${entity.name}:${id}`;
    const pending = this.#pending.get(key);
    if (pending) pending.row = row;
    else
      this.#pending.set(key, {
        entity: this.options.entities.whole(entity),
        ...(before ? { before } : {}),
        ...(row ? { row } : {}),
      });
  }

  changes(): ChangedRow[] {
    return [...this.#pending.values()].filter((p) => p.before || p.row);
  }

  writes(): Write[] {
    return this.changes().map(({ entity, before, row }) => {
      if (!before) return { kind: 'insert', entity, row: row as BaseRow };
      const at = { entity, tenantId: before.tenantId, id: before.id, expectedVersion: before.version };
      if (!row) return { kind: 'delete', ...at };
      return { kind: 'update', ...at, changes: difference(before, row) };
    });
  }
}

function difference(before: BaseRow, row: BaseRow): Record<string, unknown> {
  const old = before as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(row).filter(([field, value]) => field !== 'version' && value !== old[field]),
  );
}

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

  get desk(): ActionContext {
    return this.#work.context(this.actor, true);
  }

  inTenant(tenantId: string): ActionContext {
    return this.#work.context({ kind: 'system', tenantId, name: 'sign-in' }, true);
  }

  newId(): string {
    return this.#work.options.newId();
  }

  async get<R extends BaseRow>(entity: Entity<R>, id: string): Promise<R> {
    return (await this.maybe(entity, id)) ?? refuse('NOT_FOUND');
  }

  async maybe<R extends BaseRow>(entity: Entity<R>, id: string | null | undefined): Promise<R | undefined> {
    if (!id || this.#scope(entity) === 'none' || isBroken(id)) return undefined;
    const row = (await this.#work.load(entity, this.actor.tenantId, id)) as R | undefined;
    return row && (this.#trusted || isInReach(this.actor, entity, row)) ? row : undefined;
  }

  async find<R extends BaseRow>(
    entity: Entity<R>,
    { where = {}, order, limit = 100, after }: FindOptions = {},
  ): Promise<R[]> {
    const scope = this.#scope(entity);
    if (scope === 'none') return [];
    const rows = await this.#work.options.store.find({
      entity,
      tenantId: this.actor.tenantId,
      where: [where, scope === 'all' ? [] : scope].flat(),
      limit,
      ...(order ? { order } : {}),
      ...(after ? { after } : {}),
    });
    return rows as R[];
  }

  async first<R extends BaseRow>(entity: Entity<R>, where: Filter, order?: Order): Promise<R | undefined> {
    return (await this.find(entity, { where, limit: 1, ...(order ? { order } : {}) }))[0];
  }

  async count<R extends BaseRow>(entity: Entity<R>, where: Filter, limit = 1000): Promise<number> {
    const scope = this.#scope(entity);
    if (scope === 'none') return 0;
    const filters = scope === 'all' ? [where] : [where, scope];
    return this.#work.options.store.count({ entity, tenantId: this.actor.tenantId, where: filters, limit });
  }

  async lookup<R extends BaseRow>(entity: Entity<R>, where: Filter): Promise<R | undefined> {
    return (await this.lookupAll(entity, where, 1))[0];
  }

  async lookupAll<R extends BaseRow>(entity: Entity<R>, where: Filter, limit: number): Promise<R[]> {
    if (!entity.lookup) throw new Error(`${entity.name} is not open to look-ups.`);
    return (await this.#work.options.store.find({ entity, where: [where], limit })) as R[];
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

  emit<P>(event: DomainEvent<P>, payload: P): void {
    this.#work.events.push({ name: event.name, payload, actor: this.actor, at: this.now });
  }

  async schedule(key: string, dueAt: string, action: string, input: TimerInput): Promise<void> {
    const id = timerId(this.actor.tenantId, key);
    const timer = (await this.#work.load(Timer, this.actor.tenantId, id)) as RowOf<typeof Timer> | undefined;
    const values = { key, dueAt, action, input: { ...input } };
    if (timer) this.update(Timer, timer, values);
    else this.insert(Timer, { id, ...values });
  }

  async follow(key: string, action: string, input: TimerInput): Promise<void> {
    await this.schedule(key, this.now, action, input);
    this.#work.followUps.push(timerId(this.actor.tenantId, key));
  }

  async scheduled(key: string): Promise<string | undefined> {
    const timer = await this.#work.load(Timer, this.actor.tenantId, timerId(this.actor.tenantId, key));
    return (timer as RowOf<typeof Timer> | undefined)?.dueAt;
  }

  async unschedule(key: string): Promise<void> {
    const id = timerId(this.actor.tenantId, key);
    const timer = await this.#work.load(Timer, this.actor.tenantId, id);
    if (timer) this.remove(Timer, timer as RowOf<typeof Timer>);
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

const timerId = (tenantId: string, key: string) => `${tenantId}:${key}`;

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
