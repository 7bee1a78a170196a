/**
 * @module Runs an action as one unit of work: asks why not, runs it, lets other features join in, commits, and does
 * what follows from the commit. It runs again when another writer was faster.
 */
import type { AnyAction } from './action.ts';
import { asked, type Asked } from './asked.ts';
import type { Beginning, Call, DeskParts, FollowingCall } from './call.ts';
import { reasonOf, type Commits } from './commits.ts';
import type { ActionContext } from './context.ts';
import { DeniedError, deny, type Denial, type OwnCode } from './denial.ts';
import type { BaseRow, Entity, RowOf } from './entity.ts';
import { host } from './host.ts';
import { earlierAnswer, keepAnswer, type KeyedCall } from './idempotency.ts';
import { outOfReach, outOfReachNow, rowActedOn, rowsNamed, seenNow } from './reach.ts';
import { UniqueViolationError, VersionConflictError } from './store.ts';
import { Timer } from './timer.ts';
import { RecentRows } from './recent-rows.ts';
import { Turnstile } from './turnstile.ts';
import { UnitOfWork, type LeftRows } from './unit-of-work.ts';

const MAX_ATTEMPTS = 8;
/** A refusal that is not noted would be a free guess. */
const MAX_NOTES = 100;

/** What is done right after a commit. */
export interface Next {
  readonly timer: (timer: RowOf<typeof Timer>, as: FollowingCall) => Promise<void>;
  /** Begins these effects; resolves when they are settled, or after so many milliseconds. */
  readonly effects: (ids: readonly string[], waitMs: number) => Promise<void>;
}

/** The id of what a call is about. */
function aboutOf({ input }: Pick<Call, 'input'>): string | undefined {
  const { conversationId, id } = input as { readonly conversationId?: unknown; readonly id?: unknown };
  const about = conversationId ?? id;
  return typeof about === 'string' ? about : undefined;
}

/** Calls about the same thing stand in the same line. */
function lineOf(call: Call): string | undefined {
  const about = aboutOf(call);
  return about === undefined ? undefined : `${call.actor.tenantId}:${about}`;
}

function again(worthIt: boolean, code: OwnCode, details: Record<string, unknown>): undefined {
  if (!worthIt) throw new DeniedError(deny(code, { details }));
}

export class ActionRuns {
  readonly #parts: DeskParts;
  readonly #commits: Commits;
  readonly #next: Next;
  readonly #turnstile = new Turnstile();
  readonly #recent = new RecentRows();

  constructor(parts: DeskParts, commits: Commits, next: Next) {
    this.#parts = parts;
    this.#commits = commits;
    this.#next = next;
  }

  /**
   * Why not: the row is not in the right state, a row that the input names is out of reach, or a rule about the input.
   */
  async whyNot(
    action: AnyAction,
    ctx: ActionContext,
    { row, about, input }: Asked & { readonly input: never },
  ): Promise<Denial | undefined> {
    return (
      (row && (await this.#parts.extensions.when(action, ctx, row))) ??
      (await outOfReach(ctx, rowsNamed(action, input, this.#parts.entities.byName))) ??
      this.#parts.extensions.check(action, ctx, about)
    );
  }

  async run(call: Call): Promise<unknown> {
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
    const ctx = this.work().context(call.actor);
    const earlier = keyed && (await earlierAnswer(ctx, keyed));
    if (!earlier) return undefined;
    const named = [
      ...rowActedOn(call.action, call.input),
      ...rowsNamed(call.action, call.input, this.#parts.entities.byName),
    ];
    const unseen = await outOfReachNow(ctx, named);
    if (unseen) throw new DeniedError(unseen);
    return { answer: await seenNow(ctx, call.action, earlier.answer) };
  }

  /** Also when others are refused at the same time and note it in the same row. */
  async #noteRefusal(call: Call, denial: Denial): Promise<void> {
    for (let attempt = 1; call.action.refused; attempt += 1) {
      const work = this.work(attempt);
      const ctx = work.context(call.actor).trusted('a refusal leaves its note');
      const about = await asked(call.action, ctx, call.input).catch(nothingThere);
      if (!about) return;
      await call.action.refused(ctx, ...about.about, denial as never);
      if (work.changes().length === 0) return;
      await this.#parts.extensions.react(work, ctx, () => ({ action: call.name, reason: reasonOf(work, call) }));
      try {
        return await this.#commits.commit(work, call);
      } catch (error) {
        if (!(error instanceof VersionConflictError || error instanceof UniqueViolationError) || attempt === MAX_NOTES)
          throw error;
      }
    }
  }

  async #stillDue(timer: RowOf<typeof Timer>): Promise<void> {
    const where = [{ id: timer.id, version: timer.version }];
    const rows = await this.#parts.store.find({ entity: Timer, tenantId: timer.tenantId, where, limit: 1 });
    if (rows.length === 0) throw new DeniedError(deny('CONFLICT'));
  }

  async #attempt(call: Call, attempt: number): Promise<unknown> {
    const { actor, action } = call;
    const earlier = attempt > 1 && (await this.#earlier(call));
    if (earlier) return earlier.answer;
    const work = this.work(attempt, { ...call, fromMemory: attempt === 1 && !call.following });
    const answer = await this.#decided(call, work);
    await this.#commit(call, work);
    const left: LeftRows = call.following ?? new Map();
    if (call.following || work.followUps.size > 0) work.leave(left);
    if (work.followUps.size + work.sent.length === 0) return answer;
    const until = host.performance.now() + (call.waitMs ?? 0);
    const waitMs = () => until - host.performance.now();
    for (const id of work.followUps) await this.#follow(id, actor.tenantId, { following: left, waitMs: waitMs() });
    await this.#next.effects(work.sent, waitMs());
    // What has left the desk comes back by commits of its own.
    if (work.sent.length > 0) left.clear();
    return this.#afresh(action, answer, left);
  }

  /**
   * What an action decides. A refusal stands only where the rows that it was decided by belong together; it commits
   * nothing that would tell. Where one of them has changed meanwhile, this is a conflict as any other.
   */
  async #decided(call: Call, work: UnitOfWork): Promise<unknown> {
    try {
      return await this.#decide(call, work);
    } catch (error) {
      const doubts = work.doubts();
      if (doubts.length > 0) await this.#checked(work, () => this.#parts.store.commit(doubts));
      throw error;
    }
  }

  /** Everything before the commit. */
  async #decide(call: Call, work: UnitOfWork): Promise<unknown> {
    const { actor, action, input } = call;
    const ctx = work.context(actor);
    work.expect(action.reads?.(actor, input) ?? [], actor.tenantId);
    work.expect(this.#parts.extensions.reads(action, actor, input), actor.tenantId);
    const about = await asked(action, ctx, input);
    await checkVersion(ctx, call);
    const denial = await this.whyNot(action, ctx, { input, ...about });
    if (denial) throw new DeniedError(denial);
    const ran = await action.run(ctx, ...about.about);
    // What was done as somebody else is theirs, and so is what features add to it.
    const by = work.deed ? work.context(work.deed.actor) : ctx;
    await this.#parts.extensions.react(work, by, () => ({
      action: work.deed?.action ?? call.name,
      reason: reasonOf(work, call),
    }));
    const answer = asLeft(work, action, ran);
    const keyed = keyedOf(call);
    if (keyed) keepAnswer(ctx, keyed, answer);
    return answer;
  }

  async #commit(call: Call, work: UnitOfWork): Promise<void> {
    await this.#checked(work, () => this.#commits.commit(work, call));
    work.remember(call.actor.tenantId);
  }

  async #checked(work: UnitOfWork, commit: () => Promise<void>): Promise<void> {
    try {
      await commit();
    } catch (error) {
      if (error instanceof VersionConflictError) work.doubtMemory();
      throw error;
    }
  }

  async #follow(id: string, tenantId: string, as: FollowingCall): Promise<void> {
    const known = as.following.has(`Timer:${id}`);
    const timer = known ? as.following.get(`Timer:${id}`) : await this.#stored(Timer, tenantId, id);
    if (timer) await this.#next.timer(timer as RowOf<typeof Timer>, as);
  }

  /** The row of an answer as it is now. */
  async #afresh({ output: { shape, entity } }: AnyAction, answer: unknown, left: LeftRows): Promise<unknown> {
    if (!entity) return answer;
    const now = async (row: BaseRow) =>
      left.get(`${entity.name}:${row.id}`) ?? (await this.#stored(entity, row.tenantId, row.id)) ?? row;
    if (shape === 'list') return Promise.all((answer as readonly BaseRow[]).map(now));
    return shape === 'one' ? now(answer as BaseRow) : answer;
  }

  async #stored(entity: Entity, tenantId: string, id: string): Promise<BaseRow | undefined> {
    return (await this.#parts.store.find({ entity, tenantId, where: [{ id }], limit: 1 }))[0];
  }

  work(attempt = 1, { store = this.#parts.store, ...call }: Partial<Beginning> = {}): UnitOfWork {
    const { consume, following, fromMemory = false, input } = call;
    const now = this.#parts.clock().toISOString();
    const left = attempt === 1 ? following : undefined;
    const about = input && aboutOf({ input });
    const recent = this.#recent;
    return new UnitOfWork({ ...this.#parts, store, attempt, now, left, consume, recent, about, fromMemory });
  }
}

const keyedOf = ({ name, action, input, options: { idempotencyKey: key } }: Call): KeyedCall | undefined =>
  key ? { key, name, action, input } : undefined;

/** The row of an answer as the reactions of other features have left it. */
function asLeft(work: UnitOfWork, { output: { shape, entity } }: AnyAction, answer: unknown): unknown {
  if (!entity || !answer) return answer;
  if (shape === 'list') return (answer as readonly BaseRow[]).map((row) => work.latest(entity, row));
  return shape === 'one' || shape === 'maybe' ? work.latest(entity, answer as BaseRow) : answer;
}

/** A refusal about a row that is not there leaves nothing behind. */
function nothingThere(error: unknown): undefined {
  if (!(error instanceof DeniedError)) throw error;
}

async function checkVersion(ctx: ActionContext, { action, input, options }: Call): Promise<void> {
  if (options.expectedVersion === undefined || !action.on) return;
  const row = await ctx.get(action.on, (input as { id: string }).id);
  if (row.version !== options.expectedVersion)
    throw new DeniedError(deny('CONFLICT', { details: { version: row.version } }));
}
