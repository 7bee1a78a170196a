/**
 * @module One attempt of an action: the rows that it has read, and what it will write, tell and do in one commit.
 * However many contexts look at it, each row is read once and seen as the action has left it so far.
 */
import type { Ports } from '../ports/index.ts';
import type { AnyAction } from './action.ts';
import type { Actor } from './actor.ts';
import type { ActionContext, ChangedRow, PlannedRead } from './context.ts';
import type { Effects } from './effect.ts';
import type { BaseRow, Entity, RowOf } from './entity.ts';
import type { EmittedEvent } from './event.ts';
import type { Entities } from './extend.ts';
import type { Extensions } from './extensions.ts';
import type { Feature } from './feature.ts';
import type { Answers } from './point.ts';
import { Reads } from './reads.ts';
import type { RecentRows } from './recent-rows.ts';
import type { CheckWrite, DeskStore, Query, Write } from './store.ts';
import { isBroken } from './text.ts';
import { Timer, type Timers } from './timer.ts';
import type { Vocabularies } from './vocabulary.ts';
import { WorkContext } from './work-context.ts';

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
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly features: readonly Feature[];
  readonly extensions: Extensions;
  readonly vocabularies: Vocabularies;
  readonly effects: Effects;
  readonly timers: Timers;
  /**
   * Rows that the commit before in the same call has just left: what follows it begins with them. One that somebody
   * else has changed since is found by its version, and the next attempt reads anew.
   */
  readonly left?: LeftRows | undefined;
  /** Rows that the commits of this process have left. */
  readonly recent: RecentRows;
  /** The id of what the call is about: its planned rows are remembered. */
  readonly about?: string | undefined;
  /** Whether it begins with what is remembered; its commit checks that. */
  readonly fromMemory: boolean;
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
  /** Who does which action here, where that is not whom the unit of work began for. */
  deed: { readonly actor: Actor; readonly action: string } | undefined;
  readonly #pending = new Map<string, Pending>();
  readonly #cells = new Map<string, Cell>();
  readonly #read = new Map<string, Promise<BaseRow | undefined>>();
  /** The rows of {@link #read} that have come. */
  readonly #known: LeftRows;
  readonly #reads: Reads;
  /** Answers that were planned and not yet asked for, by their question. */
  readonly #planned = new Map<string, Promise<BaseRow[]>>();
  /** Planned rows of what the call is about. */
  readonly #kept = new Map<string, Entity>();
  /** Rows that were remembered, not read. */
  readonly #remembered: CheckWrite[] = [];
  /** Rows that were read by their id. */
  readonly #looked: CheckWrite[] = [];
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

  /** Another one on the same desk at the same instant, which has read and changed nothing. */
  anew(): UnitOfWork {
    const { left: _left, consume: _consume, about: _about, ...options } = this.options;
    return new UnitOfWork({ ...options, attempt: 1, fromMemory: false });
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
        if (!entity.kept) this.#looked.push({ kind: 'check', entity, tenantId, id, ...expecting(found) });
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
        if (id && !isBroken(id) && !this.#begin(entity, tenantId, id))
          this.load(entity, tenantId, id).catch(() => undefined);
      } else {
        const query = { tenantId, ...read, where: [read.where].flat() };
        const rows = this.#reads.find(query);
        rows.catch(() => undefined);
        this.#planned.set(questionOf(query), rows);
      }
    }
  }

  /** Whether a planned row of what the call is about is remembered. */
  #begin(entity: Entity, tenantId: string, id: string): boolean {
    const { recent, about, fromMemory, store } = this.options;
    if (id !== about || entity.kept || !store.checks) return false;
    const key = keyOf(entity, id);
    this.#kept.set(key, entity);
    const remembered = fromMemory && !this.#known.has(key) ? recent.of(entity, tenantId, id) : undefined;
    if (!remembered) return false;
    const { row } = remembered;
    this.#known.set(key, row);
    this.#remembered.push({ kind: 'check', entity, tenantId, id, ...expecting(row) });
    return true;
  }

  /**
   * What says whether the rows that were remembered, and those read by more than one statement, belong together: none
   * of them has changed between the first look and the last. Nothing where there was one look.
   */
  doubts(): CheckWrite[] {
    const looked = this.#reads.statements + Math.min(1, this.#remembered.length) > 1 ? this.#looked : [];
    return this.options.store.checks ? [...this.#remembered, ...looked] : [];
  }

  /** After a conflict: what is remembered and was not changed by this process meanwhile, another process has changed. */
  doubtMemory(): void {
    const { recent } = this.options;
    for (const { entity, tenantId, id } of this.#remembered)
      if (recent.of(entity, tenantId, id)?.row === this.#known.get(keyOf(entity, id))) recent.metAnother(tenantId, id);
  }

  /** Remembers, after the commit, how it has left what the call is about. */
  remember(tenantId: string): void {
    const { recent, about = '' } = this.options;
    for (const { entity, before, row, blind } of this.#pending.values()) {
      const { tenantId: of, id } = row ?? before ?? blind ?? { tenantId, id: '' };
      if (blind) recent.forget(of, id);
      else recent.written(entity, of, id, row);
    }
    for (const { begin } of this.#cells.values()) recent.forget(begin.tenantId, begin.id);
    for (const [key, entity] of this.#kept) {
      const pending = this.#pending.get(key);
      if (this.#cells.has(key) || pending?.blind || !(pending || this.#known.has(key))) continue;
      recent.keep(entity, tenantId, about, pending ? pending.row : this.#known.get(key));
    }
  }

  newId(): string {
    const id = this.options.newId();
    this.#newIds.add(id);
    return id;
  }

  /** However often an action changes a row, it is stored as one new version; a new row is stored with the first. */
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
    return [...[...this.#pending.values()].flatMap(writeOf), ...cells, ...this.#remembered];
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

const expecting = (row: BaseRow | undefined): Pick<CheckWrite, 'expected'> =>
  row ? { expected: { version: row.version, createdAt: row.createdAt } } : {};

const questionOf = ({ entity, tenantId, where, order, after, limit, each }: Query): string =>
  `${entity.name} ${JSON.stringify([tenantId, where, order, after, limit, each])}`;

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
