/**
 * @module The desk puts features on a store and answers for them: what is asked is looked up, asked for permission and
 * validated here, then run as one unit of work (`run-actions.ts`), committed and told (`commits.ts`).
 */
import type { Ports } from '../ports/index.ts';
import type { AnyAction, AnyView, Page } from './action.ts';
import type { Actor } from './actor.ts';
import { asked } from './asked.ts';
import { AuditEvent } from './audit.ts';
import type { ReadContext } from './context.ts';
import { ConfigError, DeniedError, deny, type Denial } from './denial.ts';
import { DenialCodes } from './denial-codes.ts';
import { EffectRunner } from './effect-pool.ts';
import { Effect, type Effects } from './effect.ts';
import type { Entity } from './entity.ts';
import { composed, Entities } from './extend.ts';
import { Extensions } from './extensions.ts';
import type { DeskActions, DeskApi, DeskViews, NamedCall } from './desk-api.ts';
import type { FileKind } from './file.ts';
import { checkFeatures, type CallOptions, type Feature } from './feature.ts';
import { defaultRoles } from './grant.ts';
import { IdempotencyKey, keyProblem } from './idempotency.ts';
import { languageProblems, Languages, type LanguageFile } from './languages.ts';
import { layered } from './order.ts';
import { Answers } from './point.ts';
import { mayAsk, parse } from './question.ts';
import { outOfReach, rowsNamed } from './reach.ts';
import type { DeskStore } from './store.ts';
import { Timer, timersOf } from './timer.ts';
import { Vocabularies, type MembersOf, type Vocabulary } from './vocabulary.ts';
import type { Call, DeskParts } from './call.ts';
import { Commits, type Committed } from './commits.ts';
import { offersOf, type Offer } from './offers.ts';
import { ActionRuns } from './run-actions.ts';
import { effectRuns } from './run-effects.ts';
import { TimerRuns } from './run-timers.ts';
import type { Speakers } from './declared-words.ts';
import type { Texts } from './said.ts';

/** Rows of a page of a view, where nobody says how many. */
const FIRST_PAGE = 100;

export type { Committed } from './commits.ts';
export type { Offer } from './offers.ts';

/** A kind of file of the desk, with the name of the action that takes it in. */
export interface DeskFile extends FileKind {
  readonly action: string;
}

export interface DeskOptions<F extends readonly Feature[]> {
  readonly features: F;
  readonly store: DeskStore;
  /** The clock; every rule asks this one. */
  readonly clock: () => Date;
  /** Unique ids that sort by time. */
  readonly newId: () => string;
  readonly ports: Ports;
  /** Hears of failures in event handlers and timers; nobody else does. */
  readonly onError?: (error: unknown, where: string) => void;
  /** Texts of the program around the desk, which its languages say too. */
  readonly texts?: Texts;
  /** Languages beside English and Chinese; what one lacks is said in English. */
  readonly languages?: readonly LanguageFile[];
}

/** A desk of features; every one is also a `Desk` of features that are not known by name. */
export type Desk<F extends readonly Feature[] = readonly Feature[]> = DeskWith<
  F,
  DeskApi<F>,
  DeskActions<F>,
  DeskViews<F>
>;

type Calls = Readonly<Record<string, NamedCall>>;

/**
 * A desk by its features and by their calls, all only given out: that makes one of more features fit where fewer are
 * asked for.
 */
export interface DeskWith<
  out F extends readonly Feature[],
  out Api,
  out Actions extends Calls,
  out Views extends Calls,
> {
  /** In the order of what they build on. */
  readonly features: F;
  /** Each with the fields that features have added to it. */
  readonly entities: readonly Entity[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly views: ReadonlyMap<string, AnyView>;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  /** The store, where an entity named by the feature that declares it has the fields of all. */
  readonly store: DeskStore;
  /** The entity with the fields of all features, whoever named it. */
  whole<E extends Entity>(entity: E): E;
  /** The members of a vocabulary with their words, those of all features. */
  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code>;
  readonly effects: Effects;
  readonly files: readonly DeskFile[];
  /** The languages it speaks; sentences are made here, of denials and whatever else is said. */
  readonly languages: Languages;
  /** Everything an actor may ask, typed by feature: `desk.as(actor).conversations.takeConversation({ id })`. */
  as(actor: Actor): Api;
  /** A fresh look at the rows the actor may see. */
  read(actor: Actor): ReadContext;
  /** Performs an action by its name. @throws DeniedError */
  perform<N extends keyof Actions & string>(
    actor: Actor,
    action: N,
    input: Actions[N]['input'],
    options?: CallOptions,
  ): Promise<Actions[N]['answer']>;
  /** Why not? Answers without acting. */
  check<N extends keyof Actions & string>(
    actor: Actor,
    action: N,
    input: Actions[N]['input'],
  ): Promise<Denial | undefined>;
  /** Shows a view by its name; of pages this one, else the first 100 rows. @throws DeniedError */
  show<N extends keyof Views & string>(
    actor: Actor,
    view: N,
    input: Views[N]['input'],
    page?: Page,
  ): Promise<Views[N]['answer']>;
  /**
   * The actions on a row that the actor could do now, and for the others why not, judged by `event` and `when` alone:
   * nobody has filled in anything yet. @throws DeniedError NOT_FOUND
   */
  availableActions(actor: Actor, entity: string, id: string): Promise<Offer[]>;
  /** The same for several rows at once, by the row's id; what the actor may not see is left out. */
  availableActionsOf(actor: Actor, entity: string, ids: readonly string[]): Promise<ReadonlyMap<string, Offer[]>>;
  /** Performs what is due; answers how many timers ran. Safe in several processes at once. */
  runTimers(limit?: number): Promise<number>;
  /** The same desk by another clock: what it does now was done then. Its commits are told to its own listeners. */
  at(clock: () => Date): Desk;
  /** Begins the effects that are due and for which there is room, and waits for none; answers how many were begun. */
  startEffects(): Promise<number>;
  /** Performs the effects that are due, and what follows from them, to their end; answers how many calls were made. */
  runEffects(): Promise<number>;
  /** Begins no effect more; resolves when none is under way. After so many milliseconds calls are ended. */
  stopEffects(graceMs?: number): Promise<void>;
  onCommitted(listener: (committed: Committed) => void): () => void;
}

/**
 * How long a caller waits for what their action sent: a shop that answers is seen at once, one that hangs holds nobody.
 */
const EFFECT_WAIT_MS = 100;
const STOP_GRACE_MS = 5000;
const KERNEL_ENTITIES: readonly Entity[] = [AuditEvent, Timer, IdempotencyKey, Effect];

const KERNEL_VOCABULARIES: readonly Vocabulary[] = [DenialCodes];

/** Puts features on a store. @throws ConfigError naming everything that is wrong at once. */
export function createDesk<const F extends readonly Feature[]>(options: DeskOptions<F>): Desk<F> {
  checkFeatures(options.features, KERNEL_ENTITIES, KERNEL_VOCABULARIES);
  const problems = languageProblems(speakersOf(options), options.languages ?? []);
  if (problems.length > 0) throw new ConfigError(problems);
  return new FeatureDesk(options);
}

const speakersOf = ({ features, texts = {} }: DeskOptions<readonly Feature[]>): Speakers => ({
  features,
  texts,
  kernelEntities: KERNEL_ENTITIES,
});

class FeatureDesk<const F extends readonly Feature[]> implements Desk<F> {
  readonly features: F;
  readonly entities: readonly Entity[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly views: ReadonlyMap<string, AnyView>;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly store: DeskStore;
  readonly effects: Effects;
  readonly files: readonly DeskFile[];
  readonly languages: Languages;
  readonly #options: DeskOptions<F>;
  readonly #parts: DeskParts;
  readonly #commits: Commits;
  readonly #actions: ActionRuns;
  readonly #timers: TimerRuns;
  readonly #effects: EffectRunner;

  constructor(options: DeskOptions<F>) {
    this.#options = options;
    const features: readonly Feature[] = layered(options.features);
    const vocabularies = new Vocabularies(features, KERNEL_VOCABULARIES);
    const entities = new Entities(
      [...composed(features), ...KERNEL_ENTITIES].map((entity) => vocabularies.entity(entity)),
    );
    this.store = entities.store(options.store);
    this.features = features as unknown as F;
    this.languages = new Languages(speakersOf(options), options.languages);
    this.entities = entities.all;
    this.actions = new Map(features.flatMap(actionsOf).map(([name, action]) => [name, vocabularies.action(action)]));
    this.views = new Map(features.flatMap(viewsOf).map(([name, view]) => [name, vocabularies.view(view)]));
    this.permissions = defaultRoles(features);
    this.effects = new Map(features.flatMap(({ effects }) => effects.map((effect) => [effect.name, effect])));
    const nameOf = new Map([...this.actions].map(([name, action]) => [action, name]));
    this.files = features.flatMap(({ files }) =>
      files.map((file) => ({ ...file, action: nameOf.get(vocabularies.action(file.add)) ?? '' })),
    );
    const { ports, clock, newId, onError = () => {} } = options;
    const { actions, permissions, effects, store } = this;
    this.#parts = {
      features,
      actions,
      permissions,
      effects,
      entities,
      vocabularies,
      store,
      ports,
      clock,
      newId,
      onError,
      kernelEntities: KERNEL_ENTITIES,
      timers: timersOf(features),
      answers: new Answers(features),
      extensions: new Extensions(features, vocabularies),
    };
    this.#commits = new Commits(this.#parts);
    this.#actions = new ActionRuns(this.#parts, this.#commits, {
      timer: (timer, as) => this.#timers.perform(timer, as),
      effects: (ids, waitMs) => this.#effects.nudge(ids, waitMs),
    });
    const run = (call: Call) => this.#actions.run(call);
    this.#timers = new TimerRuns(this.#parts, run);
    this.#effects = effectRuns(this.#parts, run, (actor) => this.read(actor));
  }

  whole<E extends Entity>(entity: E): E {
    return this.#parts.entities.whole(entity);
  }

  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code> {
    return this.#parts.vocabularies.members(vocabulary);
  }

  as(actor: Actor): DeskApi<F> {
    return new Proxy({} as DeskApi<F>, {
      get: (_, featureName) =>
        new Proxy(
          {},
          { get: (_api, name) => (typeof name === 'string' ? this.#call(actor, name) : undefined) },
        ) as unknown & typeof featureName,
    });
  }

  #call(actor: Actor, name: string) {
    if (this.views.has(name)) return (input: unknown) => this.show(actor, name, input);
    return Object.assign((input: unknown, options?: CallOptions) => this.perform(actor, name, input, options), {
      check: (input: unknown) => this.check(actor, name, input),
    });
  }

  read(actor: Actor): ReadContext {
    return this.#actions.work().context(actor);
  }

  async show(actor: Actor, name: string, input: unknown, page?: Page): Promise<never> {
    const view = this.views.get(name) ?? unknownName();
    const denial = mayAsk(actor, view) ?? undefined;
    if (denial) throw new DeniedError(denial);
    const ctx = this.read(actor);
    const read = parse(view, input) as never;
    const unseen = await outOfReach(ctx, rowsNamed(view, read, this.#parts.entities.byName));
    if (unseen) throw new DeniedError(unseen);
    const order = view.output.order?.(actor) ?? [];
    return (await view.run(ctx, read, page ?? { order, limit: FIRST_PAGE })) as never;
  }

  async check(actor: Actor, name: string, input: unknown): Promise<Denial | undefined> {
    try {
      const action = this.actions.get(name) ?? unknownName();
      const denial = mayAsk(actor, action);
      if (denial) return denial;
      const [ctx, read] = [this.#actions.work().context(actor), parse(action, input) as never];
      return await this.#actions.whyNot(action, ctx, { input: read, ...(await asked(action, ctx, read)) });
    } catch (error) {
      if (error instanceof DeniedError) return error.denial;
      throw error;
    }
  }

  async perform(actor: Actor, name: string, input: unknown, options: CallOptions = {}): Promise<never> {
    const action = this.actions.get(name) ?? unknownName();
    const denial = mayAsk(actor, action) ?? keyProblem(actor, action, options.idempotencyKey);
    if (denial) throw new DeniedError(denial);
    const waitMs = EFFECT_WAIT_MS;
    return (await this.#actions.run({
      actor,
      name,
      action,
      input: parse(action, input) as never,
      options,
      waitMs,
    })) as never;
  }

  startEffects(): Promise<number> {
    return this.#effects.start();
  }

  runEffects(): Promise<number> {
    return this.#effects.run();
  }

  stopEffects(graceMs = STOP_GRACE_MS): Promise<void> {
    return this.#effects.stop(graceMs);
  }

  at(clock: () => Date): Desk {
    return new FeatureDesk<readonly Feature[]>({ ...this.#options, clock });
  }

  runTimers(limit = 100): Promise<number> {
    return this.#timers.due(limit);
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    return this.#commits.onCommitted(listener);
  }

  async availableActions(actor: Actor, entityName: string, id: string): Promise<Offer[]> {
    return (await this.availableActionsOf(actor, entityName, [id])).get(id) ?? unknownName();
  }

  availableActionsOf(actor: Actor, entityName: string, ids: readonly string[]): Promise<ReadonlyMap<string, Offer[]>> {
    return offersOf(this.#parts, this.#actions, { actor, entityName, ids });
  }
}

const actionsOf = ({ actions }: Feature) => Object.entries(actions);
const viewsOf = ({ views }: Feature) => Object.entries(views);

function unknownName(): never {
  throw new DeniedError(deny('NOT_FOUND'));
}
