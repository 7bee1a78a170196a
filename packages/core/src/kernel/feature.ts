/**
 * @module A feature is a folder: its entities, actions, views and event handlers under one name.
 * Ours are made by the same call as a third party's.
 */
import type { AnyAction, AnyView, call, TypedAction, WhyNot } from './action.ts';
import type { Actor } from './actor.ts';
import type { ChangeReaction } from './changes.ts';
import type { ActionContext, PlannedRead, ReadContext } from './context.ts';
import { codeClashes, wordlessCodes } from './codes.ts';
import type { DemoCourse } from './demo.ts';
import { ConfigError } from './denial.ts';
import type { Desk } from './desk.ts';
import { effectProblems, type EffectDefinition } from './effect.ts';
import { isWorded, type BaseRow, type Entity, type Words } from './entity.ts';
import type { EventHandler, Reaction } from './event.ts';
import { composed, extensionProblems, type Extension } from './extend.ts';
import { fileProblems, type FileKind } from './file.ts';
import { grantProblems } from './grant.ts';
import { layerProblems } from './order.ts';
import type { Answer } from './point.ts';
import { textProblems, type Texts } from './said.ts';
import type { Fields, Shape } from './shape.ts';
import { wordlessFields, type WordList } from './words.ts';
import { workProblems } from './work.ts';
import { timerProblems, type TimedAction } from './timer.ts';
import { vocabularyProblems, type Addition, type Vocabulary } from './vocabulary.ts';

export interface Feature<
  Name extends string = string,
  Actions extends Readonly<Record<string, AnyAction>> = Readonly<Record<string, AnyAction>>,
  Views extends Readonly<Record<string, AnyView>> = Readonly<Record<string, AnyView>>,
> {
  readonly name: Name;
  /** The features that this one builds on; it reacts, objects and answers after them. */
  readonly requires: readonly Feature[];
  readonly entities: readonly Entity[];
  /** Fields that this feature adds to entities of those it requires; see `extend`. */
  readonly extensions: readonly Extension[];
  /** Sets of codes to which other features may add; see `vocabulary`. */
  readonly vocabularies: readonly Vocabulary[];
  /** Codes that this feature adds to vocabularies of those it requires; see `addTo`. */
  readonly members: readonly Addition[];
  readonly actions: Actions;
  readonly views: Views;
  readonly on: readonly EventHandler[];
  /** What this feature adds to the commits of others; see `inCommit`. */
  readonly inCommit: readonly Reaction[];
  /** What this feature adds to every change of some rows; see `whenChanged`. */
  readonly changes: readonly ChangeReaction[];
  /** Reasons of this feature against actions of others; see `unless`. */
  readonly unless: readonly Objection[];
  /** What this feature answers at points of others; see `point`. */
  readonly answers: readonly Answer[];
  /** What this feature lets leave the desk; see `defineEffect`. */
  readonly effects: readonly EffectDefinition[];
  /** What this feature does later; see `timer`. */
  readonly timers: readonly TimedAction[];
  /** Kinds of files that people send up and open; see `defineFile`. */
  readonly files: readonly FileKind[];
  /** Rows that this feature wants when an action of another runs; see `expects`. */
  readonly expects: readonly Expectation[];
  /** What a server does when it starts, on its own tables: rows of an older version get what this one derives. */
  readonly upgraded?: (desk: Desk) => Promise<void>;
  /** What there is to see of it on a desk that somebody tries out. */
  readonly demo: readonly DemoCourse[];
  /** Permissions that this feature adds, by their codes. */
  readonly permissions: Readonly<Record<string, Permission>>;
  /**
   * Permissions of this feature and of those it requires, with the roles that have them by default too: roles that this
   * feature adds, of which the permission's own feature cannot know.
   */
  readonly grants: Readonly<Record<string, readonly string[]>>;
  /** What its fields are called, by their names; see `words.ts`. */
  readonly words: WordList;
  /** What the feature says in denials and of fields; see `texts`. */
  readonly texts: Texts;
}

/** What one may be allowed to do, as an administrator reads it: `See policies`. */
export interface Permission extends Words {
  /** The roles that have it unless the tenant decides otherwise. */
  readonly roles: readonly string[];
}

/** Reasons why not, that one feature has against an action of another. */
export interface Objection {
  readonly action: AnyAction;
  /** About row and actor alone; asked with the action's own `when`. */
  readonly when?: (ctx: ReadContext, row: never) => WhyNot;
  /** About the input too; asked after the action's own `check`. */
  readonly check?: (ctx: ActionContext, ...about: never[]) => WhyNot;
}

/** What a feature has against an action on a row. */
interface RowObjection<I, R> {
  readonly when?: (ctx: ReadContext, row: R) => WhyNot;
  readonly check?: (ctx: ActionContext, row: R, input: I) => WhyNot;
}

/** What one feature will read when an action of another runs. */
export interface Expectation {
  readonly action: AnyAction;
  readonly reads: (actor: Actor, input: never) => readonly PlannedRead[];
}

/**
 * Names rows that a feature's reactions will most likely read when an action of another feature runs: they are read
 * with what the action reads first, in one statement. It only saves time; a row that is not named is read when it is
 * asked for.
 */
export const expects = <S extends Shape, O, R extends BaseRow>(
  action: TypedAction<S, O, R>,
  reads: (actor: Actor, input: Fields<S>['output']) => readonly PlannedRead[],
): Expectation => ({ action, reads: reads as Expectation['reads'] });

/** Adds a reason why not to an action of another feature; asked after the action's own, before it runs. */
export function unless<S extends Shape, O>(
  action: TypedAction<S, O>,
  check: (ctx: ActionContext, input: Fields<S>['output']) => WhyNot,
): Objection;
export function unless<S extends Shape, O, R extends BaseRow>(
  action: TypedAction<S, O, R>,
  against: RowObjection<Fields<S>['output'], R>,
): Objection;
export function unless(action: AnyAction, against: Objection['check'] | Omit<Objection, 'action'>): Objection {
  return { action, ...(typeof against === 'function' ? { check: against } : against) };
}

/**
 * Declares a feature. The names of actions and views become GraphQL mutations and queries, so they are unique in a
 * desk.
 */
export function defineFeature<
  const Name extends string,
  Actions extends Readonly<Record<string, AnyAction>> = Record<never, never>,
  Views extends Readonly<Record<string, AnyView>> = Record<never, never>,
>(options: {
  readonly name: Name;
  readonly requires?: readonly Feature[];
  // As a tuple it has no type of its elements, for which the compiler would compare each with each.
  readonly entities?: readonly Entity[] | readonly [];
  readonly extensions?: readonly Extension[];
  readonly vocabularies?: readonly Vocabulary[];
  readonly members?: readonly Addition[];
  readonly actions?: Actions;
  readonly views?: Views;
  readonly on?: readonly EventHandler[];
  readonly inCommit?: readonly Reaction[];
  readonly changes?: readonly ChangeReaction[];
  readonly unless?: readonly Objection[];
  readonly answers?: readonly Answer[];
  readonly effects?: readonly EffectDefinition[];
  readonly timers?: readonly TimedAction[];
  readonly files?: readonly FileKind[];
  readonly expects?: readonly Expectation[];
  readonly upgraded?: (desk: Desk) => Promise<void>;
  readonly demo?: readonly DemoCourse[];
  readonly permissions?: Readonly<Record<string, Permission>>;
  readonly grants?: Readonly<Record<string, readonly string[]>>;
  readonly words?: WordList;
  readonly texts?: Texts;
}): Feature<Name, Actions, Views> {
  return {
    requires: [],
    entities: [],
    extensions: [],
    vocabularies: [],
    members: [],
    actions: {} as Actions,
    views: {} as Views,
    on: [],
    inCommit: [],
    changes: [],
    unless: [],
    answers: [],
    effects: [],
    timers: [],
    files: [],
    expects: [],
    demo: [],
    permissions: {},
    grants: {},
    words: {},
    texts: {},
    ...options,
  };
}

export interface CallOptions {
  /**
   * The same key by the same actor acts once; later calls get the first answer, a row as it is by then. Kept for 24
   * hours.
   */
  readonly idempotencyKey?: string;
  /** Refuses with CONFLICT when the row has moved on since the caller read it. */
  readonly expectedVersion?: number;
}

export interface ActionCall<C, O> {
  (input: C, options?: CallOptions): Promise<O>;
  /** Why not? Answers without acting. */
  check(input: C): Promise<import('./denial.ts').Denial | undefined>;
}

/** How a caller sees the actions and views of a feature: functions of what they pass. */
export type FeatureApi<F extends Feature> = {
  readonly [K in keyof F['actions']]: F['actions'][K][typeof call];
} & { readonly [K in keyof F['views']]: F['views'][K][typeof call] };

/** Finds requirements that are missing, names that are taken twice and references to nothing. */
export function checkFeatures(
  features: readonly Feature[],
  kernelEntities: readonly Entity[] = [],
  kernelVocabularies: readonly Vocabulary[] = [],
): void {
  const problems = [
    ...layerProblems(features),
    ...extensionProblems(features),
    ...vocabularyProblems(features, kernelVocabularies),
  ];
  const taken = new Map<string, string>();
  const claim = (kind: string, name: string, feature: string) => {
    const owner = taken.get(`${kind} ${name}`);
    if (owner) problems.push(`${kind} ${name} is declared by ${owner} and by ${feature}`);
    taken.set(`${kind} ${name}`, feature);
  };
  for (const { name } of kernelEntities) claim('entity', name, 'the desk itself');
  for (const feature of features) {
    claim('feature', feature.name, feature.name);
    for (const entity of feature.entities) claim('entity', entity.name, feature.name);
    for (const name of Object.keys(feature.actions)) claim('action', name, feature.name);
    for (const name of Object.keys(feature.views)) claim('view', name, feature.name);
    for (const name of Object.keys(feature.permissions)) claim('permission', name, feature.name);
    for (const { name } of feature.effects) claim('effect', name, feature.name);
  }
  for (const entity of composed(features)) problems.push(...unknownFields(entity));
  const permissions = new Set(features.flatMap((feature) => Object.keys(feature.permissions)));
  for (const feature of features)
    for (const field of wordlessFields(feature))
      problems.push(`the field ${field} of ${feature.name} has no words: list them in the feature’s \`words\``);
  for (const feature of features)
    for (const code of wordlessCodes(feature))
      problems.push(`the code ${code} of ${feature.name} has no words: declare it with \`codes\``);
  problems.push(...codeClashes(features));
  problems.push(...textProblems(features));
  for (const feature of features)
    for (const [name, words] of Object.entries(feature.permissions))
      if (!isWorded(words)) problems.push(`the permission ${name} of ${feature.name} has no words in both languages`);
  for (const feature of features)
    for (const [name, definition] of Object.entries({ ...feature.actions, ...feature.views })) {
      const permission = definition.allow.staff;
      if (typeof permission === 'string' && !permissions.has(permission))
        problems.push(`${name} asks for the permission ${permission}, which nobody declares`);
    }
  for (const feature of features)
    for (const [name, action] of Object.entries(feature.actions))
      problems.push(...unknownEvents(action).map((event) => `${name} names the unknown event ${event}`));
  problems.push(...grantProblems(features));
  problems.push(...timerProblems(features));
  problems.push(...fileProblems(features));
  problems.push(...workProblems(features));
  problems.push(...effectProblems(features.flatMap((feature) => feature.effects)));
  if (problems.length > 0) throw new ConfigError(problems);
}

const unknownEvents = ({ on, event = [] }: AnyAction): string[] =>
  [event].flat().filter((name) => !on?.machine?.events[name]);

function unknownFields(entity: Entity): string[] {
  const known = new Set([...Object.keys(entity.schema.shape), 'id', 'version', 'createdAt', 'updatedAt']);
  const named = [
    ...entity.index.flat(),
    ...entity.unique.flatMap((key) => key.fields),
    ...entity.audited,
    ...(entity.list
      ? [...entity.list.filters, ...entity.list.orders.flatMap((order) => order.map(([field]) => field))]
      : []),
  ];
  return named
    .map((field) => field.replace(/^-/, ''))
    .filter((field) => !known.has(field))
    .map((field) => `entity ${entity.name} names the unknown field ${field}`);
}
