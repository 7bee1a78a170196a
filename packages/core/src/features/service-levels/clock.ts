/**
 * @module The clocks of a conversation. Each change of whose turn it is writes one clock and sets or clears one timer;
 * what lists show of it is written with the conversation, which is in the same commit anyway.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Instants } from './choose.ts';
import { SlaClock, slaClockMachine } from './entities.ts';
import { slaBreached } from './events.ts';
import { chosen, factsKey, slaSettingOf, type Setting } from './facts.ts';
import { NO_SLA, Sla, type SlaLevel, type SlaTargetName } from './fields.ts';
import { slaTimer } from './timers.ts';

type ConversationRow = RowOf<typeof Sla>;
export type ClockRow = RowOf<typeof SlaClock>;

/** What lists show while a reply clock runs. */
export const shownOf = (
  { aimAt, lateAt, dueAt, target }: Pick<ClockRow, 'aimAt' | 'lateAt' | 'dueAt' | 'target'>,
  state: SlaLevel,
): Partial<ConversationRow> => ({
  slaState: dueAt ? state : 'NONE',
  slaTarget: target,
  slaAimAt: aimAt,
  slaLateAt: lateAt,
  slaDueAt: dueAt,
});

/** What lists show while no reply is owed: the resolution, as soon as it is at risk. */
export const restOf = ({
  resolutionState,
  resolutionDueAt,
}: Pick<ConversationRow, 'resolutionState' | 'resolutionDueAt'>): Partial<ConversationRow> => {
  const risky = resolutionState !== 'NONE' && resolutionState !== 'RUNNING';
  return {
    slaState: risky ? resolutionState : 'NONE',
    slaTarget: risky ? 'RESOLUTION' : null,
    slaAimAt: null,
    slaLateAt: null,
    slaDueAt: risky ? resolutionDueAt : null,
  };
};

async function setTimer(ctx: ActionContext, clock: ClockRow): Promise<void> {
  const next = clock.warnAt ?? clock.dueAt;
  if (next) await ctx.at(slaTimer, next, clock);
}

const NOT_YET = { state: 'RUNNING', warnedAt: null, breachedAt: null, stoppedAt: null } as const;

function insertClock(
  ctx: ActionContext,
  conversation: ConversationRow,
  target: SlaTargetName,
  startedAt: string,
  instants: Instants & { policy: string | null },
): ClockRow {
  const { id: conversationId, storeId, ownerId, queuedAt, customerMessages, agentMessages } = conversation;
  return ctx.insert(SlaClock, {
    ...NOT_YET,
    ...instants,
    storeId,
    conversationId,
    target,
    agentId: ownerId,
    startedAt,
    queuedAt: queuedAt ?? startedAt,
    assignedAt: null,
    takenOver: false,
    customerMessages: Math.max(0, customerMessages - 1),
    agentMessages,
  });
}

/** The customer waits for a person from `at` on. */
export async function startRound(ctx: ActionContext, conversation: ConversationRow, at: string): Promise<void> {
  const setting = await slaSettingOf(ctx, conversation);
  const target = conversation.firstHumanReplyAt ? 'NEXT_REPLY' : 'FIRST_REPLY';
  const clock = insertClock(ctx, conversation, target, at, chosen(setting, target, at));
  const resolution = conversation.resolutionClockId ? {} : await startResolution(ctx, conversation, setting, at);
  ctx.update(Sla, conversation, {
    ...resolution,
    ...shownOf(clock, 'RUNNING'),
    slaClockId: clock.id,
    slaFacts: factsKey(conversation),
  });
  await setTimer(ctx, clock);
}

async function startResolution(
  ctx: ActionContext,
  conversation: ConversationRow,
  setting: Setting,
  at: string,
): Promise<Partial<ConversationRow>> {
  const instants = chosen(setting, 'RESOLUTION', at);
  if (!instants.dueAt) return {};
  const clock = insertClock(ctx, conversation, 'RESOLUTION', at, instants);
  await setTimer(ctx, clock);
  return { resolutionClockId: clock.id, resolutionState: 'RUNNING', resolutionDueAt: clock.dueAt };
}

/**
 * Intent, priority or channel have changed while the customer waits: the clock keeps its start and gets other limits.
 */
export async function chooseAgain(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  const clock = await ctx.maybe(SlaClock, conversation.slaClockId);
  if (!clock) return;
  const instants = chosen(await slaSettingOf(ctx, conversation), clock.target, clock.startedAt);
  const same = instants.dueAt === clock.dueAt && instants.policy === clock.policy;
  if (same) return void ctx.update(Sla, conversation, { slaFacts: factsKey(conversation) });
  const again = ctx.fire(SlaClock, clock, 'chooseAgain', { ...instants, warnedAt: null, breachedAt: null });
  ctx.update(Sla, conversation, { ...shownOf(again, 'RUNNING'), slaFacts: factsKey(conversation) });
  if (again.dueAt) await setTimer(ctx, again);
  else await ctx.unset(slaTimer, clock);
}

/** A person has answered (R-CH-04); or, with `drop`, the conversation ended without an answer. */
export async function stopRound(
  ctx: ActionContext,
  conversation: ConversationRow,
  stop: { readonly event: 'answer' | 'drop'; readonly agentId: string | null; readonly at: string },
): Promise<void> {
  const id = conversation.slaClockId;
  if (!id) return;
  const [clock] = await Promise.all([ctx.get(SlaClock, id), ctx.unset(slaTimer, id)]);
  stopClock(ctx, clock, stop);
  ctx.update(Sla, conversation, { ...restOf(conversation), slaClockId: null });
}

/** A limit that passed before the timer came is a breach all the same. */
function stopClock(
  ctx: ActionContext,
  clock: ClockRow,
  { event, agentId, at }: { event: 'answer' | 'drop'; agentId: string | null; at: string },
): void {
  const late = clock.dueAt !== null && at > clock.dueAt && clock.breachedAt === null && clock.state !== 'BREACHED';
  const known = late ? ctx.fire(SlaClock, clock, 'breach', { breachedAt: clock.dueAt }) : clock;
  if (late) ctx.emit(slaBreached, known);
  ctx.fire(SlaClock, known, event, { stoppedAt: at, agentId: agentId ?? clock.agentId });
}

/** The conversation is over: nothing is owed any more. */
export async function stopAll(ctx: ActionContext, conversation: ConversationRow, at: string): Promise<void> {
  const { ownerId, slaClockId, resolutionClockId } = conversation;
  const ids = [slaClockId, resolutionClockId].filter((id) => id !== null);
  await Promise.all(ids.map((id) => ctx.unset(slaTimer, id)));
  const [round, resolution] = await Promise.all([
    ctx.maybe(SlaClock, slaClockId),
    ctx.maybe(SlaClock, resolutionClockId),
  ]);
  if (round) stopClock(ctx, round, { event: 'drop', agentId: ownerId, at });
  if (resolution)
    ctx.fire(SlaClock, resolution, conversation.state === 'ABANDONED' ? 'drop' : 'answer', {
      stoppedAt: at,
      agentId: ownerId,
    });
  if (ids.length > 0) ctx.update(Sla, conversation, { ...NO_SLA });
}

/** Somebody got the conversation while the customer waits: he is measured from now (4.0). */
export async function noteAgent(ctx: ActionContext, conversation: ConversationRow, at: string): Promise<void> {
  const clock = await ctx.maybe(SlaClock, conversation.slaClockId);
  if (clock && clock.agentId !== conversation.ownerId)
    ctx.update(SlaClock, clock, { agentId: conversation.ownerId, assignedAt: at, takenOver: clock.agentId !== null });
}

export const isRunning = ({ state }: Pick<ClockRow, 'state'>): boolean =>
  slaClockMachine.events['answer']?.[state] !== undefined;
