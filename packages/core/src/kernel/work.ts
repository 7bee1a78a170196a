/**
 * @module A work item is a trait of an entity: a row that somebody has in hand until it is settled. The trait says
 * which fields hold its owner and its due, in which states it waits and for whom, which clocks run, and what the
 * customer is told. The feature `work` keeps its steps, its clocks and one index of items of every kind from that.
 */
import type { AnyAction } from './action.ts';
import { isWorded, type BaseRow, type Entity, type Words } from './entity.ts';
import { finalStates } from './machine.ts';
import type { Said } from './said.ts';

/** A column of a board: states that people read as one. */
export interface WorkGroup extends Words {
  readonly states: readonly string[];
}

/** How long a clock runs. Service and office time are those of the store's calendar; wall time never rests. */
export interface Span {
  readonly minutes: number;
  readonly of: 'SERVICE' | 'OFFICE' | 'WALL';
}

export const serviceMinutes = (minutes: number): Span => ({ minutes, of: 'SERVICE' });
export const wallMinutes = (count: number): Span => ({ minutes: count, of: 'WALL' });
export const officeHours = (hours: number): Span => ({ minutes: hours * 60, of: 'OFFICE' });
export const wallHours = (count: number): Span => ({ minutes: count * 60, of: 'WALL' });

/** What the desk does by itself when a clock has run out: an event of the machine, and what it changes. */
export interface LateMove {
  readonly event: string;
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** A limit by which something must have happened; its words say what. */
export interface WorkClock<in R = never> extends Words {
  /**
   * States in which it runs. It begins when an item comes into one of them from elsewhere, and ends when it comes into
   * a state that is neither here nor in `rests`.
   */
  readonly runs: readonly string[];
  /** States in which it stands still; what was left goes on afterwards. @defaultValue none */
  readonly rests?: readonly string[];
  /** How long it runs, or the instant that the row names itself; null: it does not run. */
  readonly within: Span | ((row: R) => string | null);
  /** What happens then beside the step that says so. Undefined, or an event that is impossible by then: nothing. */
  readonly late?: (row: R) => LateMove | undefined;
}

/** The most files of an item whose trait does not say. */
export const MOST_FILES = 9;

/** Files that are kept with an item. */
export interface WorkFiles {
  /** The most of them. @defaultValue 9 */
  readonly most?: number;
  /** The item's customer adds some too. @defaultValue false */
  readonly fromCustomer?: boolean;
}

/** An action that the desk would take next with an item, and why, as whoever may take it reads it. */
export interface Advice {
  readonly action: string;
  readonly because: Said;
}

/** What makes rows of an entity work items; names are those of fields and states of the entity. */
export interface Work<in R = never> {
  /** The permission with which staff see the items, in lists of all kinds too. */
  readonly read: string;
  /** The permission with which staff have one in hand. */
  readonly handle: string;
  /**
   * Letters in front of the number that the desk gives a new item, counted by store: `C` for C-1. It stands in the
   * field `number`. Absent: the feature numbers its items, or they have none.
   */
  readonly number?: string;
  /**
   * What people call many of them: `Complaints`. It is their place in the navigation. Absent: they have none, and are
   * found among all work and by what they belong to.
   */
  readonly called?: Words;
  /** Fields that say in a line what an item is about. */
  readonly title: readonly string[];
  /** The field with the id of the person who has it in hand. @defaultValue `ownerId`, where there is one */
  readonly owner?: string;
  /**
   * The field with the instant by which somebody must act next, null where nobody has to. With `clocks` the desk keeps
   * it, else the feature does. @defaultValue `dueAt`, where there is one
   */
  readonly due?: string;
  /** The columns of its board by their codes, in order; every state is in one. @defaultValue one for each state */
  readonly groups?: Readonly<Record<string, WorkGroup>>;
  /** States in which it is not our turn. */
  readonly waits?: Readonly<Record<string, 'CUSTOMER' | 'PARTNER'>>;
  /** States in which nothing is left to do. @defaultValue those from which nothing leads on */
  readonly ended?: readonly string[];
  readonly clocks?: Readonly<Record<string, WorkClock<R>>>;
  readonly files?: WorkFiles;
  /**
   * What the customer is told when an item comes into a state, which may name the person who has it in hand; they see
   * its steps into these states too. An item whose trait tells nothing is none of theirs.
   */
  readonly told?: Readonly<Record<string, (row: R, names: { readonly owner: string }) => Words>>;
  /**
   * What the desk would do next, best first. Of these the first that somebody may do now is recommended to them; it is
   * the main button of the item's page and of its card. @defaultValue nothing is recommended
   */
  readonly advises?: (row: R) => readonly Advice[];
}

/** The names of an item's fields of owner and due; null where it has none. */
export function workFieldsOf({ work, schema: { shape } }: Pick<Entity, 'work' | 'schema'>) {
  const { owner = shape['ownerId'] && 'ownerId', due = shape['dueAt'] && 'dueAt' } = work ?? {};
  return { owner: owner ?? null, due: due ?? null };
}

/** The states in which there is nothing left to do. */
export const endedStates = ({ work, machine }: Entity): readonly string[] =>
  work?.ended ?? (machine ? finalStates(machine) : []);

const plainWords = ({ en, zh }: Words): Words => ({ en, zh });

/** What a work item is made of, for programs that draw boards, pages and "my work". */
export function describeWork(entity: Entity, work: Work, named = plainWords) {
  const { title, number, called = null, groups = {}, waits = {}, clocks = {}, told = {}, files } = work;
  const { shape } = entity.schema;
  const has = (field: string) => (shape[field] ? field : null);
  const { owner, due } = workFieldsOf(entity);
  return {
    called,
    fields: { number: number ? 'number' : has('number'), title, owner, due, customer: has('customerId') },
    groups: Object.entries(groups).map(([code, group]) => ({ code, title: named(group), states: group.states })),
    waits,
    ended: endedStates(entity),
    clocks: Object.fromEntries(Object.entries(clocks).map(([code, clock]) => [code, named(clock)])),
    tells: Object.keys(told),
    advises: work.advises !== undefined,
    files: files ? { most: files.most ?? MOST_FILES, fromCustomer: files.fromCustomer ?? false } : null,
  };
}

/** One way from a state to another. */
export interface Move {
  readonly action: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
}

/** The ways that an action on the rows of a machine may lead; none where the row stays in its state. */
export function movesOf(
  action: string,
  { on, event = [], stays, leads = [] }: Pick<AnyAction, 'on' | 'event' | 'stays' | 'leads'>,
): Move[] {
  if (stays) return [];
  const events = on?.machine?.events ?? {};
  return [event, leads]
    .flat()
    .flatMap((name) =>
      Object.entries(events[name] ?? {}).map(([from, to]) => ({ action, event: name, from, to: to as string })),
    );
}

type Working = {
  readonly name: string;
  readonly entities: readonly Entity[];
  readonly permissions: Readonly<Record<string, unknown>>;
};

/** What is wrong with the work items of a desk. */
export function workProblems(features: readonly Working[]): string[] {
  const permissions = new Set(features.flatMap((feature) => Object.keys(feature.permissions)));
  const keeper = features.some(({ name }) => name === 'work');
  return features.flatMap(({ entities }) =>
    entities.flatMap((entity) => (entity.work ? problemsOf(entity, entity.work, { permissions, keeper }) : [])),
  );
}

function problemsOf(
  { name, machine, schema: { shape } }: Entity,
  work: Work,
  desk: { readonly permissions: ReadonlySet<string>; readonly keeper: boolean },
): string[] {
  if (!machine) return [`${name} is a work item without a machine`];
  const { owner = [], due, title, number, called, groups, waits = {}, ended = [], clocks, told = {} } = work;
  const fields = ['storeId', owner, due ?? (clocks ? 'dueAt' : []), title, number ? 'number' : []].flat();
  const columns = Object.entries(groups ?? {});
  const states = [
    ...columns.flatMap(([, group]) => group.states),
    ...Object.keys(waits),
    ...ended,
    ...Object.keys(told),
    ...Object.values(clocks ?? {}).flatMap(({ runs, rests = [] }) => [...runs, ...rests]),
  ];
  const worded = [...columns, ...Object.entries(clocks ?? {})];
  const homeless = machine.states.filter(
    (state) => columns.filter(([, { states: of }]) => of.includes(state)).length !== 1,
  );
  return [
    ...(desk.keeper ? [] : [`${name} is a work item, which the feature work keeps: require it`]),
    ...fields.filter((field) => !shape[field]).map((field) => `the work item ${name} has no field ${field}`),
    ...[work.read, work.handle]
      .filter((permission) => !desk.permissions.has(permission))
      .map((permission) => `the work item ${name} asks for the permission ${permission}, which nobody declares`),
    ...[...new Set(states)]
      .filter((state) => !machine.states.includes(state))
      .map((state) => `the work item ${name} names the unknown state ${state}`),
    ...(called && !isWorded(called) ? [`what many of ${name} are called is not said in both languages`] : []),
    ...(groups ? homeless.map((state) => `the state ${state} of ${name} must be in one group`) : []),
    ...worded
      .filter(([, words]) => !isWorded(words))
      .map(([code]) => `${code} of ${name} has no words in both languages`),
  ];
}

/** A row of a work item, as far as every kind has it. */
export type WorkRow = BaseRow & Readonly<Record<string, unknown>>;
