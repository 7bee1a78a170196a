/**
 * @module The commits of an effect: it is sent with its cause, claimed by whoever performs it, and settled with what
 * became of it. Each carries the version of the one before, so a latecomer changes nothing.
 */
import { judge, nextStep, type Judged, type NextStep } from './certainty.ts';
import { refuse, type ActionContext, type ReadContext } from './context.ts';
import { Effect, EffectGivenUp, UNFINISHED, type EffectDefinition, type EffectState } from './effect.ts';
import type { RowOf } from './entity.ts';
import { canonical } from './idempotency.ts';
import { storable } from './input.ts';
import { ownTexts } from './own-texts.ts';
import { clip } from './clip.ts';

export type EffectRow = RowOf<typeof Effect>;

/** How long after the end of a call its claim still stands, so that the outcome can be written down. */
const LEASE_MARGIN_MS = 15_000;
/** How soon an effect is looked at again that waits for one before it in its lane. */
const LANE_MS = 5000;

const after = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();

export const effectId = (tenantId: string, { name }: Pick<EffectDefinition, 'name'>, key: string): string =>
  `${tenantId}:${name}:${key}`;

/** What was sent under a key. */
export const sentEffect = (
  ctx: ReadContext,
  effect: Pick<EffectDefinition, 'name'>,
  key: string,
): Promise<EffectRow | undefined> =>
  ctx.trusted('a row of the desk itself').maybe(Effect, effectId(ctx.actor.tenantId, effect, key));

/** Writes an effect down. The same key twice is once; with another input it is CONFLICT. */
export async function sendEffect(
  ctx: ActionContext,
  effect: EffectDefinition,
  key: string,
  given: object,
): Promise<EffectRow> {
  const input = storable(effect.input.parse(given)) as never;
  const inputHash = ctx.ports.tokens.hash(canonical(input));
  const known = await sentEffect(ctx, effect, key);
  if (known && known.inputHash !== inputHash)
    return refuse('CONFLICT', { text: ownTexts.sentBefore, details: { key } });
  if (known) return known;
  const { entity, id: entityId, label, storeId } = effect.about(input);
  return ctx.trusted('a row of the desk itself').insert(Effect, {
    id: effectId(ctx.actor.tenantId, effect, key),
    name: clip(label, 200),
    what: { ...effect.title },
    effect: effect.name,
    port: effect.port,
    callKey: key,
    storeId,
    entity,
    entityId,
    state: 'READY',
    attempts: 0,
    dueAt: ctx.now,
    problem: null,
    settledAt: null,
    input,
    inputHash,
    lane: effect.lane?.(input) ?? null,
    round: 0,
    flownAt: null,
    doubts: 0,
    doubtSince: null,
  });
}

/** A claimed effect: what to call it with, and the version that its settling needs. */
export interface Claim {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly input: never;
  readonly step: Exclude<NextStep, 'PERSON'>;
}

/**
 * Takes an effect that is due, or whose lease is over. Nothing when it is not, was outdated, or must wait for its lane.
 */
export async function claimEffect(
  ctx: ActionContext,
  effect: EffectDefinition,
  id: string,
): Promise<Claim | undefined> {
  const row = await ctx.trusted('a row of the desk itself').maybe(Effect, id);
  if (!row || row.dueAt > ctx.now || !['READY', 'FLYING'].includes(row.state)) return undefined;
  if (row.lane !== null && (await isHeld(ctx, row))) {
    ctx.update(Effect, row, { dueAt: after(ctx.now, LANE_MS) });
    return undefined;
  }
  const parsed = effect.input.safeParse(row.input);
  // A newer version cannot read what this one or an older one has stored: a person must know.
  if (!parsed.success) {
    ctx.fire(Effect, row, 'doubt', { problem: clip(`The stored input does not parse: ${parsed.error.message}`, 500) });
    return undefined;
  }
  const input = parsed.data as never;
  const outdated = await effect.still?.(ctx, input);
  if (outdated !== undefined) {
    await end(ctx, effect, row, { event: 'drop', problem: clip(outdated, 500) });
    return undefined;
  }
  // Whoever flew it before is dead or has lost the database: their call may have been carried out.
  const doubts = row.doubts + (row.state === 'FLYING' ? 1 : 0);
  const doubtSince = row.doubtSince ?? (row.state === 'FLYING' ? row.flownAt : null);
  const step = nextStep(effect.certainty, effect.ask !== undefined, { doubts, doubtSince, now: ctx.now });
  if (step === 'PERSON') {
    ctx.fire(Effect, row, 'doubt', { doubts, doubtSince, problem: row.problem ?? 'The call was cut off.' });
    await effect.uncertain?.(ctx, input);
    return undefined;
  }
  const claimed = ctx.fire(Effect, row, 'claim', {
    attempts: row.attempts + (step === 'CALL' ? 1 : 0),
    dueAt: after(ctx.now, effect.timeout + LEASE_MARGIN_MS),
    flownAt: ctx.now,
    doubts,
    doubtSince,
  });
  return { id, version: claimed.version, key: keyOf(row), input, step };
}

/** A key of its own for each time that a person has said it did not happen. */
const keyOf = ({ callKey, round }: EffectRow): string => (round === 0 ? callKey : `${callKey}~${round}`);

async function isHeld(ctx: ActionContext, { id, port, lane }: EffectRow): Promise<boolean> {
  const where = { port, lane, state: { in: UNFINISHED } };
  const [first] = await ctx
    .trusted('a row of the desk itself')
    .find(Effect, { where, order: [['createdAt', 'asc']], limit: 1 });
  return first !== undefined && first.id !== id;
}

/** What became of a call. */
export type Outcome =
  | { readonly kind: 'ANSWERED'; readonly answer: unknown }
  /** Asked: the earlier call was not carried out. */
  | { readonly kind: 'NOT_HAPPENED' }
  | { readonly kind: 'FAILED'; readonly error: unknown; readonly judged: Judged };

export const failed = (error: unknown, judged: Judged = judge(error)): Outcome => ({ kind: 'FAILED', error, judged });

const messageOf = (error: unknown) => clip(error instanceof Error ? error.message : String(error), 500);

/**
 * Writes down what became of a claimed effect, with what its feature adds. Changes nothing when the claim is no longer
 * the last word.
 */
export async function settleEffect(
  ctx: ActionContext,
  effect: EffectDefinition,
  { id, version, input }: Claim,
  outcome: Outcome,
): Promise<EffectRow | undefined> {
  const row = await ctx.trusted('a row of the desk itself').maybe(Effect, id);
  if (!row || row.version !== version || row.state !== 'FLYING') return undefined;
  if (outcome.kind === 'ANSWERED') {
    const ended = await end(ctx, effect, row, { event: 'finish', problem: null });
    await effect.done(ctx, input, outcome.answer as never);
    return ended;
  }
  if (outcome.kind === 'NOT_HAPPENED')
    return ctx.fire(Effect, row, 'wait', { ...UNSENT, dueAt: ctx.now, round: row.round + 1 });
  const { error, judged } = outcome;
  const problem = messageOf(error);
  if (judged.verdict === 'REFUSED') {
    const ended = await end(ctx, effect, row, { event: 'refuse', problem });
    await effect.refused(ctx, input, error);
    return ended;
  }
  const doubt = judged.verdict === 'IN_DOUBT' ? doubtAfter(row, judged, ctx.now) : {};
  const { doubts, doubtSince } = { ...row, ...doubt };
  const step = nextStep(effect.certainty, effect.ask !== undefined, { doubts, doubtSince, now: ctx.now });
  if (step === 'PERSON') {
    const unknown = ctx.fire(Effect, row, 'doubt', { ...doubt, problem });
    await effect.uncertain?.(ctx, input);
    return unknown;
  }
  const pause = effect.retry[Math.min(Math.max(row.attempts, 1), effect.retry.length) - 1] ?? 0;
  const waiting = ctx.fire(Effect, row, 'wait', { ...doubt, problem, dueAt: after(ctx.now, pause) });
  await effect.waits?.(ctx, input, row.attempts);
  return waiting;
}

const UNSENT = { doubts: 0, doubtSince: null, flownAt: null } as const;
/** Before any key of a shop: a failure that the other side repeats for ever has ended the life of its key. */
const LONG_AGO = '0001-01-01T00:00:00.000Z';

const doubtAfter = (row: EffectRow, { replayed }: Judged, now: string) => ({
  doubts: row.doubts + 1,
  doubtSince: replayed ? LONG_AGO : (row.doubtSince ?? row.flownAt ?? now),
});

/** Ends an effect; the next one in its lane may leave. What was sent is not kept: it may hold personal data. */
async function end(
  ctx: ActionContext,
  { fleeting }: EffectDefinition,
  row: EffectRow,
  {
    event,
    problem,
  }: { readonly event: 'finish' | 'refuse' | 'drop' | 'arrived' | 'giveUp'; readonly problem: string | null },
): Promise<EffectRow> {
  if (row.lane !== null) await wakeNext(ctx, row);
  if (!fleeting) return ctx.fire(Effect, row, event, { problem, settledAt: ctx.now, input: {} });
  ctx.remove(Effect, row);
  return row;
}

async function wakeNext(ctx: ActionContext, { id, port, lane }: EffectRow): Promise<void> {
  const where = { port, lane, state: 'READY' satisfies EffectState, id: { ne: id } };
  const [next] = await ctx
    .trusted('a row of the desk itself')
    .find(Effect, { where, order: [['createdAt', 'asc']], limit: 1 });
  if (next && next.dueAt > ctx.now && next.attempts === 0) ctx.update(Effect, next, { dueAt: ctx.now });
}

/** What a person says of an effect of which nobody knows. */
export type EffectDecision = 'ARRIVED' | 'AGAIN' | 'GIVE_UP';

/** Does what a person has decided, in the desk's own reach. */
export async function decideEffect(
  ctx: ActionContext,
  row: EffectRow,
  { decision, reason }: { readonly decision: EffectDecision; readonly reason: string },
): Promise<EffectRow> {
  const desk = ctx.trusted('a row of the desk itself');
  const effect = ctx.effects.get(row.effect) ?? refuse('NOT_FOUND');
  const input = effect.input.parse(row.input) as never;
  if (decision === 'AGAIN')
    return desk.fire(Effect, row, 'again', { ...UNSENT, dueAt: desk.now, round: row.round + 1 });
  if (decision === 'ARRIVED') {
    const ended = await end(desk, effect, row, { event: 'arrived', problem: row.problem });
    await effect.done(desk, input, undefined as never);
    return ended;
  }
  const ended = await end(desk, effect, row, { event: 'giveUp', problem: row.problem });
  await effect.refused(desk, input, new EffectGivenUp(reason));
  return ended;
}
