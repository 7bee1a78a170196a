/**
 * @module The desk puts features on a store: it validates, asks for permission, runs an action as one unit of work,
 * runs it again when another writer was faster, writes the audit entry, and tells what was committed.
 */
import { z } from 'zod';
import type { Ports } from '../ports/index.ts';
import type { AnyAction, AnyView } from './action.ts';
import type { Actor, SystemActor } from './actor.ts';
import { asked, type Asked } from './asked.ts';
import { AuditEvent, auditEntry } from './audit.ts';
import type { ActionContext, ChangedRow, ReadContext } from './context.ts';
import { UnitOfWork, type LeftRows } from './unit-of-work.ts';
import { DeniedError, deny, type Denial, type OwnCode } from './denial.ts';
import { DenialCodes } from './denial-codes.ts';
import { claimEffect, settleEffect } from './effect-steps.ts';
import { EffectRunner, isQuietEffect } from './effect-pool.ts';
import { Effect, type EffectDefinition, type Effects } from './effect.ts';
import type { BaseRow, Entity, RowOf } from './entity.ts';
import type { EmittedEvent } from './event.ts';
import { composed, Entities } from './extend.ts';
import { Extensions } from './extensions.ts';
import type { DeskActions, DeskApi, DeskViews, NamedCall } from './desk-api.ts';
import type { FileKind } from './file.ts';
import { checkFeatures, type CallOptions, type Feature } from './feature.ts';
import { host } from './host.ts';
import { earlierAnswer, IdempotencyKey, keepAnswer, keyProblem, type KeyedCall } from './idempotency.ts';
import { layered } from './order.ts';
import { Answers } from './point.ts';
import { mayAsk, parse } from './question.ts';
import { readOnce } from './read-once.ts';
import { outOfReach, outOfReachNow, rowActedOn, rowsNamed, seenNow } from './reach.ts';
import {
  StoreUnavailableError,
  UniqueViolationError,
  VersionConflictError,
  type DeskStore,
  type Write,
} from './store.ts';
import { Timer, timersOf, type Timers } from './timer.ts';
import { Turnstile } from './turnstile.ts';
import { Vocabularies, type MembersOf, type Vocabulary } from './vocabulary.ts';

/** What one commit changed; delivered after it is durable, in the order of commits of this process. */
export interface Committed {
  readonly actor: Actor;
  readonly action: string;
  readonly at: string;
  readonly rows: readonly ChangedRow[];
  readonly events: readonly EmittedEvent[];
}

/** An action that the actor's role has on a row, with the reason when it is not possible now. */
export interface Offer {
  readonly action: string;
  readonly denial?: Denial;
}

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
}

/** A desk of features; every one is also a `Desk` of features that are not known by name. */
export type Desk<F extends readonly Feature[] = readonly Feature[]> = DeskWith<
  F,
  DeskApi<F>,
  DeskActions<F>,
  DeskViews<F>
>;

type Calls = Readonly<Record<string, NamedCall>>;

/** A desk by its features and by their calls, all only given out: that makes one of more features fit where fewer are asked for. */
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
  /** Shows a view by its name. @throws DeniedError */
  show<N extends keyof Views & string>(actor: Actor, view: N, input: Views[N]['input']): Promise<Views[N]['answer']>;
  /**
   * The actions on a row that the actor could do now, and for the others why not, judged by `event` and `when` alone:
   * nobody has filled in anything yet. @throws DeniedError NOT_FOUND
   */
  availableActions(actor: Actor, entity: string, id: string): Promise<Offer[]>;
  /** The same for several rows at once, by the row's id; what the actor may not see is left out. */
  availableActionsOf(actor: Actor, entity: string, ids: readonly string[]): Promise<ReadonlyMap<string, Offer[]>>;
  /** Performs what is due; answers how many timers ran. Safe in several processes at once. */
  runTimers(limit?: number): Promise<number>;
  /** Begins the effects that are due and for which there is room, and waits for none; answers how many were begun. */
  startEffects(): Promise<number>;
  /** Performs the effects that are due, and what follows from them, to their end; answers how many calls were made. */
  runEffects(): Promise<number>;
  /** Begins no effect more; resolves when none is under way. After so many milliseconds calls are ended. */
  stopEffects(graceMs?: number): Promise<void>;
  onCommitted(listener: (committed: Committed) => void): () => void;
}

const MAX_ATTEMPTS = 8;
/** A refusal that is not noted would be a free guess. */
const MAX_NOTES = 100;
const RETRY_TIMER_MS = 60_000;
/** A timer that this version cannot read waits for one that can: during an update both run side by side. */
const UNREADABLE_TIMER_MS = 3_600_000;
/** How long a caller waits for what their action sent: a shop that answers is seen at once, one that hangs holds nobody. */
const EFFECT_WAIT_MS = 100;
const STOP_GRACE_MS = 5000;
const KERNEL_ENTITIES: readonly Entity[] = [AuditEvent, Timer, IdempotencyKey, Effect];

const KERNEL_VOCABULARIES: readonly Vocabulary[] = [DenialCodes];

/** Puts features on a store. @throws ConfigError naming everything that is wrong at once. */
export function createDesk<const F extends readonly Feature[]>(options: DeskOptions<F>): Desk<F> {
  checkFeatures(options.features, KERNEL_ENTITIES, KERNEL_VOCABULARIES);
  return new FeatureDesk(options);
}

interface Call {
  readonly actor: Actor;
  readonly name: string;
  readonly action: AnyAction;
  readonly input: never;
  readonly options: CallOptions;
  readonly consume?: RowOf<typeof Timer>;
  /**
   * Done on behalf of a call that may stand in a line itself: it must not wait for that one to end. It begins with the
   * rows as the commits before it in that call have left them.
   */
  readonly following?: LeftRows;
  /** How long it waits for effects, in milliseconds. @defaultValue not at all */
  readonly waitMs?: number;
}

/** How what follows a commit is called. */
type FollowingCall = Required<Pick<Call, 'following'>> & Pick<Call, 'waitMs'>;

/** What a unit of work begins with. */
type Beginning = Pick<Call, 'consume' | 'following'> & { readonly store: DeskStore };

/** Calls about the same thing stand in the same line. */
function lineOf({ actor, input }: Call): string | undefined {
  const { conversationId, id } = input as { readonly conversationId?: unknown; readonly id?: unknown };
  const about = conversationId ?? id;
  return typeof about === 'string' ? `${actor.tenantId}:${about}` : undefined;
}

function again(worthIt: boolean, code: OwnCode, details: Record<string, unknown>): undefined {
  if (!worthIt) throw new DeniedError(deny(code, { details }));
}

class FeatureDesk<const F extends readonly Feature[]> implements Desk<F> {
  readonly features: F;
  readonly entities: readonly Entity[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly views: ReadonlyMap<string, AnyView>;
  readonly permissions: ReadonlyMap<string, readonly string[]>;
  readonly store: DeskStore;
  readonly #extensions: Extensions;
  readonly #known: {
    readonly entities: Entities;
    readonly answers: Answers;
    readonly timers: Timers;
    readonly vocabularies: Vocabularies;
  };
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly effects: Effects;
  readonly files: readonly DeskFile[];
  readonly #runner: EffectRunner;
  readonly #options: DeskOptions<F>;
  readonly #turnstile = new Turnstile();
  readonly #listeners = new Set<(committed: Committed) => void>();

  constructor(options: DeskOptions<F>) {
    const features: readonly Feature[] = layered(options.features);
    const vocabularies = new Vocabularies(features, KERNEL_VOCABULARIES);
    const entities = new Entities(
      [...composed(features), ...KERNEL_ENTITIES].map((entity) => vocabularies.entity(entity)),
    );
    this.store = entities.store(options.store);
    this.#options = { ...options, store: this.store };
    this.features = features as unknown as F;
    this.entities = entities.all;
    const [actions, views] = [features.flatMap(actionsOf), features.flatMap(viewsOf)];
    this.actions = new Map(actions.map(([name, action]) => [name, vocabularies.action(action)]));
    this.views = new Map(views.map(([name, view]) => [name, vocabularies.view(view)]));
    this.permissions = new Map(
      features.flatMap(({ permissions }) => Object.entries(permissions).map(([code, { roles }]) => [code, roles])),
    );
    this.#extensions = new Extensions(features, vocabularies);
    this.#known = { entities, answers: new Answers(features), timers: timersOf(features), vocabularies };
    this.#entities = entities.byName;
    this.effects = new Map(features.flatMap(({ effects }) => effects.map((effect) => [effect.name, effect])));
    const nameOf = new Map([...this.actions].map(([name, action]) => [action, name]));
    this.files = features.flatMap(({ files }) =>
      files.map((file) => ({ ...file, action: nameOf.get(vocabularies.action(file.add)) ?? '' })),
    );
    const { ports, clock, onError = () => {} } = options;
    this.#runner = new EffectRunner({
      store: this.store,
      ports,
      clock,
      onError,
      effects: this.effects,
      read: (tenantId) => this.read({ kind: 'system', tenantId, name: 'effect' }),
      claim: (effect, row) => this.#onEffect(effect, row, (ctx) => claimEffect(ctx, effect, row.id)),
      settle: async (effect, row, claim, outcome) =>
        void (await this.#onEffect(effect, row, (ctx) => settleEffect(ctx, effect, claim, outcome))),
    });
  }

  whole<E extends Entity>(entity: E): E {
    return this.#known.entities.whole(entity);
  }

  members<Code extends string>(vocabulary: Vocabulary<Code>): MembersOf<Code> {
    return this.#known.vocabularies.members(vocabulary);
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
    return this.#work().context(actor);
  }

  async show(actor: Actor, name: string, input: unknown): Promise<never> {
    const view = this.views.get(name) ?? unknownName();
    const denial = mayAsk(actor, view) ?? undefined;
    if (denial) throw new DeniedError(denial);
    const ctx = this.read(actor);
    const read = parse(view, input) as never;
    const unseen = await outOfReach(ctx, rowsNamed(view, read, this.#entities));
    if (unseen) throw new DeniedError(unseen);
    return (await view.run(ctx, read)) as never;
  }

  async check(actor: Actor, name: string, input: unknown): Promise<Denial | undefined> {
    try {
      const action = this.actions.get(name) ?? unknownName();
      const denial = mayAsk(actor, action);
      if (denial) return denial;
      const [ctx, read] = [this.#work().context(actor), parse(action, input) as never];
      return await this.#whyNot(action, ctx, { input: read, ...(await asked(action, ctx, read)) });
    } catch (error) {
      if (error instanceof DeniedError) return error.denial;
      throw error;
    }
  }

  /** Why not: the row is not in the right state, a row that the input names is out of reach, or a rule about the input. */
  async #whyNot(
    action: AnyAction,
    ctx: ActionContext,
    { row, about, input }: Asked & { readonly input: never },
  ): Promise<Denial | undefined> {
    return (
      (row && (await this.#extensions.when(action, ctx, row))) ??
      (await outOfReach(ctx, rowsNamed(action, input, this.#entities))) ??
      this.#extensions.check(action, ctx, about)
    );
  }

  async perform(actor: Actor, name: string, input: unknown, options: CallOptions = {}): Promise<never> {
    const action = this.actions.get(name) ?? unknownName();
    const denial = mayAsk(actor, action) ?? keyProblem(actor, action, options.idempotencyKey);
    if (denial) throw new DeniedError(denial);
    const waitMs = EFFECT_WAIT_MS;
    return (await this.#run({ actor, name, action, input: parse(action, input) as never, options, waitMs })) as never;
  }

  startEffects(): Promise<number> {
    return this.#runner.start();
  }

  runEffects(): Promise<number> {
    return this.#runner.run();
  }

  stopEffects(graceMs = STOP_GRACE_MS): Promise<void> {
    return this.#runner.stop(graceMs);
  }

  /** One commit of an effect, with what its feature adds; what that sends in turn is waited for. */
  async #onEffect<T>(
    { name, title, fleeting }: EffectDefinition,
    { id, tenantId }: BaseRow,
    run: (ctx: ActionContext) => Promise<T>,
  ): Promise<T> {
    const action = {
      kind: 'action',
      title,
      allow: { system: true },
      input: z.object({}),
      output: { shape: 'value' },
      // A question is asked all day long; what its answer changes is told by its feature.
      ...(fleeting ? { unaudited: fleeting } : {}),
      run,
    } as const;
    const actor: SystemActor = { kind: 'system', tenantId, name: 'effect' };
    const waitMs = Number.POSITIVE_INFINITY;
    return (await this.#run({ actor, name, action, input: { id } as never, options: {}, waitMs })) as T;
  }

  async availableActions(actor: Actor, entityName: string, id: string): Promise<Offer[]> {
    return (await this.availableActionsOf(actor, entityName, [id])).get(id) ?? unknownName();
  }

  async availableActionsOf(
    actor: Actor,
    entityName: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Offer[]>> {
    const entity = this.#entities.get(entityName) ?? unknownName();
    const actions = [...this.actions].filter(([, action]) => action.on?.name === entityName && !mayAsk(actor, action));
    const work = this.#work(1, { store: readOnce(this.#options.store) });
    const ctx = work.context(actor);
    const rows = await ctx.find(entity, { where: { id: { in: ids } }, limit: ids.length });
    work.know(entity, rows);
    const offers = rows.map(async (row) => {
      const ofRow = actions.map(([name, action]) => this.#offer(ctx, name, action, row));
      return [row.id, await Promise.all(ofRow)] as const;
    });
    return new Map(await Promise.all(offers));
  }

  async #offer(ctx: ActionContext, name: string, action: AnyAction, row: BaseRow): Promise<Offer> {
    const denial = await askQuietly(() => this.#extensions.when(action, ctx, row));
    return denial ? { action: name, denial } : { action: name };
  }

  async runTimers(limit = 100): Promise<number> {
    const now = this.#options.clock().toISOString();
    const due = await this.#options.store.find({
      entity: Timer,
      where: [{ dueAt: { lte: now } }],
      order: [['dueAt', 'asc']],
      limit,
    });
    for (const timer of due as RowOf<typeof Timer>[]) await this.#runTimer(timer);
    return due.length;
  }

  async #runTimer(timer: RowOf<typeof Timer>, as: Pick<Call, 'following' | 'waitMs'> = {}): Promise<void> {
    const actor: SystemActor = { kind: 'system', tenantId: timer.tenantId, name: 'timer' };
    const call = this.#readTimer(timer);
    if (call instanceof Error) return this.#putOff(timer, call, UNREADABLE_TIMER_MS);
    try {
      await this.#run({ actor, name: timer.action, ...call, options: {}, consume: timer, ...as });
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      // One whose action fails is tried again later, and does not hold up those behind it until then.
      if (!(error instanceof DeniedError)) return this.#putOff(timer, error, RETRY_TIMER_MS);
      // A timer whose action is denied has lost its point (the chat was closed meanwhile): it is dropped, not retried.
      const { tenantId, id, version: expectedVersion } = timer;
      if (error.denial.code !== 'CONFLICT')
        await this.#settle({ kind: 'delete', entity: Timer, tenantId, id, expectedVersion });
    }
  }

  /** What a timer calls, or why this version cannot tell. */
  #readTimer({ action: name, input }: RowOf<typeof Timer>): Pick<Call, 'action' | 'input'> | Error {
    const action = this.actions.get(name);
    if (!action) return new Error(`No feature of this desk has the action ${name}, which a timer calls.`);
    try {
      return { action, input: parse(action, input) as never };
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  }

  async #putOff({ tenantId, id, version, action }: RowOf<typeof Timer>, error: unknown, wait: number): Promise<void> {
    this.#options.onError?.(error, `timer ${action}`);
    const changes = { dueAt: new Date(this.#options.clock().getTime() + wait).toISOString() };
    await this.#settle({ kind: 'update', entity: Timer, tenantId, id, expectedVersion: version, changes });
  }

  /** Whoever was faster has settled the timer. */
  async #settle(write: Write): Promise<void> {
    await this.#options.store.commit([write]).catch((error: unknown) => {
      if (!(error instanceof VersionConflictError)) throw error;
    });
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #run(call: Call): Promise<unknown> {
    const line = call.following ? undefined : lineOf(call);
    if (!line) return this.#tryAgain(call, 1);
    if (this.#turnstile.hasLine(line)) return this.#turnstile.pass(line, () => this.#tryAgain(call, 1));
    const first = await this.#try(call, 1);
    return first ? first.answer : this.#turnstile.pass(line, () => this.#tryAgain(call, 2));
  }

  async #tryAgain(call: Call, from: number): Promise<unknown> {
    for (let attempt = from; ; attempt += 1) {
      const done = await this.#try(call, attempt);
      if (done) return done.answer;
    }
  }

  /** One attempt; nothing when another writer was faster and it is worth another. */
  async #try(call: Call, attempt: number): Promise<{ answer: unknown } | undefined> {
    try {
      return { answer: await this.#attempt(call, attempt) };
    } catch (error) {
      if (error instanceof DeniedError) return { answer: await this.#earlierOrThrow(call, error) };
      if (error instanceof UniqueViolationError || error instanceof VersionConflictError) call.following?.clear();
      if (error instanceof UniqueViolationError) return again(attempt < 3, 'DUPLICATE', { key: error.key });
      if (!(error instanceof VersionConflictError)) throw error;
      // A timer that is gone was consumed by another process.
      if (call.consume) await this.#stillDue(call.consume);
      return again(attempt < MAX_ATTEMPTS, 'CONFLICT', {});
    }
  }

  /** A repeated call finds the state already changed by the first one: its answer stands. */
  async #earlierOrThrow(call: Call, error: DeniedError): Promise<unknown> {
    const earlier = await this.#earlier(call);
    if (earlier) return earlier.answer;
    await this.#noteRefusal(call, error.denial);
    throw error;
  }

  /** What the first call under this key was answered, seen with the eyes that the actor has now. */
  async #earlier(call: Call): Promise<{ readonly answer: unknown } | undefined> {
    const keyed = keyedOf(call);
    const ctx = this.#work().context(call.actor);
    const earlier = keyed && (await earlierAnswer(ctx, keyed));
    if (!earlier) return undefined;
    const named = [...rowActedOn(call.action, call.input), ...rowsNamed(call.action, call.input, this.#entities)];
    const unseen = await outOfReachNow(ctx, named);
    if (unseen) throw new DeniedError(unseen);
    return { answer: await seenNow(ctx, call.action, earlier.answer) };
  }

  /** Also when others are refused at the same time and note it in the same row. */
  async #noteRefusal(call: Call, denial: Denial): Promise<void> {
    for (let attempt = 1; call.action.refused; attempt += 1) {
      const work = this.#work(attempt);
      const ctx = work.context(call.actor).trusted('a refusal leaves its note');
      const about = await asked(call.action, ctx, call.input).catch(nothingThere);
      if (!about) return;
      await call.action.refused(ctx, ...about.about, denial as never);
      if (work.changes().length === 0) return;
      try {
        return await this.#commit(work, call);
      } catch (error) {
        if (!(error instanceof VersionConflictError || error instanceof UniqueViolationError) || attempt === MAX_NOTES)
          throw error;
      }
    }
  }

  async #stillDue(timer: RowOf<typeof Timer>): Promise<void> {
    const where = [{ id: timer.id, version: timer.version }];
    const rows = await this.#options.store.find({ entity: Timer, tenantId: timer.tenantId, where, limit: 1 });
    if (rows.length === 0) throw new DeniedError(deny('CONFLICT'));
  }

  async #attempt(call: Call, attempt: number): Promise<unknown> {
    const { actor, action, input } = call;
    const earlier = attempt > 1 && (await this.#earlier(call));
    if (earlier) return earlier.answer;
    const work = this.#work(attempt, call);
    const ctx = work.context(actor);
    work.expect(action.reads?.(actor, input) ?? [], actor.tenantId);
    work.expect(this.#extensions.reads(action, actor, input), actor.tenantId);
    const about = await asked(action, ctx, input);
    await checkVersion(ctx, call);
    const denial = await this.#whyNot(action, ctx, { input, ...about });
    if (denial) throw new DeniedError(denial);
    const ran = await action.run(ctx, ...about.about);
    await this.#extensions.react(work, ctx);
    const answer = asLeft(work, action, ran);
    const keyed = keyedOf(call);
    if (keyed) keepAnswer(ctx, keyed, answer);
    await this.#commit(work, call);
    const left: LeftRows = call.following ?? new Map();
    if (call.following || work.followUps.size > 0) work.leave(left);
    if (work.followUps.size + work.sent.length === 0) return answer;
    const until = host.performance.now() + (call.waitMs ?? 0);
    const waitMs = () => until - host.performance.now();
    for (const id of work.followUps) await this.#follow(id, actor.tenantId, { following: left, waitMs: waitMs() });
    await this.#runner.nudge(work.sent, waitMs());
    // What has left the desk comes back by commits of its own.
    if (work.sent.length > 0) left.clear();
    return this.#afresh(action, answer, left);
  }

  async #follow(id: string, tenantId: string, as: FollowingCall): Promise<void> {
    const known = as.following.has(`Timer:${id}`);
    const timer = known ? as.following.get(`Timer:${id}`) : await this.#stored(Timer, tenantId, id);
    if (timer) await this.#runTimer(timer as RowOf<typeof Timer>, as);
  }

  /** The row of an answer as it is now. */
  async #afresh({ output: { shape, entity } }: AnyAction, answer: unknown, left: LeftRows): Promise<unknown> {
    if (shape !== 'one' || !entity) return answer;
    const { id, tenantId } = answer as BaseRow;
    return left.get(`${entity.name}:${id}`) ?? (await this.#stored(entity, tenantId, id)) ?? answer;
  }

  async #stored(entity: Entity, tenantId: string, id: string): Promise<BaseRow | undefined> {
    return (await this.#options.store.find({ entity, tenantId, where: [{ id }], limit: 1 }))[0];
  }

  async #commit(work: UnitOfWork, call: Call): Promise<void> {
    const rows = work.changes();
    const writes: Write[] = work.writes();
    const visibleRows = rows.filter(
      ({ entity, before, row }) =>
        !entity.internal && (entity === Effect ? !isQuietEffect(before, row) : !KERNEL_ENTITIES.includes(entity)),
    );
    if (visibleRows.length > 0 && !call.action.unaudited) writes.push(this.#auditWrite(work, call, visibleRows));
    if (call.consume) {
      const { tenantId, id, version: expectedVersion } = call.consume;
      // The action may have set or removed the same timer itself; then that write stands for its end.
      if (!writes.some((write) => write.entity === Timer && 'id' in write && write.id === id))
        writes.push({ kind: 'delete', entity: Timer, tenantId, id, expectedVersion });
    }
    if (writes.length > 0) await this.#options.store.commit(writes);
    this.#tell({ actor: call.actor, action: call.name, at: work.options.now, rows: visibleRows, events: work.events });
  }

  #auditWrite(work: UnitOfWork, call: Call, changes: readonly ChangedRow[]): Write {
    const reason = work.reason ?? (call.input as { reason?: string }).reason;
    const first = (changes[0]?.row ?? changes[0]?.before) as { tenantId: string };
    const tenantId = call.actor.tenantId || first.tenantId;
    const { now, newId } = work.options;
    const row = auditEntry({ id: newId(), at: now, actor: call.actor, action: call.name, reason, changes, tenantId });
    return { kind: 'insert', entity: AuditEvent, row };
  }

  #tell(committed: Committed): void {
    if (committed.rows.length === 0 && committed.events.length === 0) return;
    for (const listener of this.#listeners) {
      try {
        listener(committed);
      } catch (error) {
        this.#options.onError?.(error, 'commit listener');
      }
    }
    for (const emitted of committed.events)
      for (const { event, handle } of this.features.flatMap((feature) => feature.on))
        if (event === emitted.name) void this.#react(event, () => handle(emitted.payload as never, emitted));
  }

  async #react(event: string, handle: () => Promise<void> | void): Promise<void> {
    try {
      await handle();
    } catch (error) {
      this.#options.onError?.(error, `handler of ${event}`);
    }
  }

  #work(attempt = 1, { consume, following, store = this.#options.store }: Partial<Beginning> = {}): UnitOfWork {
    const { ports, clock, newId } = this.#options;
    const now = clock().toISOString();
    const { permissions, effects } = this;
    const left = attempt === 1 ? following : undefined;
    return new UnitOfWork({ store, ports, newId, attempt, now, permissions, effects, left, consume, ...this.#known });
  }
}

const actionsOf = ({ actions }: Feature) => Object.entries(actions);
const viewsOf = ({ views }: Feature) => Object.entries(views);

const keyedOf = ({ name, action, input, options: { idempotencyKey: key } }: Call): KeyedCall | undefined =>
  key ? { key, name, action, input } : undefined;

/** The row of an answer as the reactions of other features have left it. */
const asLeft = (work: UnitOfWork, { output: { shape, entity } }: AnyAction, answer: unknown) =>
  entity && answer && (shape === 'one' || shape === 'maybe') ? work.latest(entity, answer as BaseRow) : answer;

function unknownName(): never {
  throw new DeniedError(deny('NOT_FOUND'));
}

/** A refusal about a row that is not there leaves nothing behind. */
function nothingThere(error: unknown): undefined {
  if (!(error instanceof DeniedError)) throw error;
}

async function askQuietly(ask: () => Promise<Denial | undefined> | Denial | undefined): Promise<Denial | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DeniedError) return error.denial;
    throw error;
  }
}

async function checkVersion(ctx: ActionContext, { action, input, options }: Call): Promise<void> {
  if (options.expectedVersion === undefined || !action.on) return;
  const row = await ctx.get(action.on, (input as { id: string }).id);
  if (row.version !== options.expectedVersion)
    throw new DeniedError(deny('CONFLICT', { details: { version: row.version } }));
}
