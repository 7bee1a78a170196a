/** @module Keeps the facts of service up with what happens, in the same commit. */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { expects } from '../../kernel/feature.ts';
import { zonedDay, zonedDayEnd } from '../../policies/zoned-day.ts';
import { storeOf, type Store } from '../access/index.ts';
import { isOpen, nextOpening, serviceCalendar, type ServiceCalendar } from '../calendar/index.ts';
import { Conversation, conversations, Rating, TransferAttempt } from '../conversations/index.ts';
import { localDay } from '../metrics/index.ts';
import { Sla, SlaClock } from '../service-levels/index.ts';
import {
  AttemptFact,
  isAnswered,
  isVoid,
  RatingFact,
  Round,
  ServedConversation,
  type RoundRow,
  type Served,
  type Talk,
} from './facts.ts';
import { NO_ROUNDS, withRound } from './served.ts';
import { isSilent, watchSilence } from './silence.ts';

type StoreRow = RowOf<typeof Store>;
type Clock = RowOf<typeof SlaClock>;

const GRACE_MS = 3_600_000;

/** What a round knows when it opens. */
export const opened = (store: StoreRow, { queuedAt, startedAt }: Clock, talk: Talk | undefined) => ({
  ...localDay(queuedAt, store.timeZone),
  channel: talk?.channel ?? null,
  intent: talk?.intent ?? null,
  voided: talk ? isVoid(talk) : false,
  inService: isOpen(serviceCalendar(store), startedAt),
});

/** Until the answer; a round that opened outside service and was answered inside begins with the opening (4.0). */
function msFrom(from: string, stoppedAt: string, calendar: ServiceCalendar): number {
  const opening = isOpen(calendar, from) ? undefined : nextOpening(calendar, from);
  const start = opening !== undefined && opening <= stoppedAt ? opening : from;
  return Math.max(0, Date.parse(stoppedAt) - Date.parse(start));
}

/** What an answer adds: a taken-over round is measured from when the person got it, a first answer always is. */
export function answered(store: StoreRow, round: Clock) {
  const { startedAt, assignedAt, takenOver, stoppedAt } = round;
  if (!isAnswered(round) || stoppedAt === null) return {};
  const calendar = serviceCalendar(store);
  const got = assignedAt !== null && assignedAt > startedAt ? assignedAt : startedAt;
  const end = zonedDayEnd(zonedDay(Date.parse(startedAt), store.timeZone), store.timeZone);
  return {
    waitedMs: msFrom(startedAt, stoppedAt, calendar),
    ownMs: msFrom(takenOver ? got : startedAt, stoppedAt, calendar),
    ownFirstMs: msFrom(got, stoppedAt, calendar),
    sameDay: Date.parse(stoppedAt) <= end + GRACE_MS,
  };
}

const storeFor = (ctx: ReadContext, { storeId }: { readonly storeId: string }) => storeOf(ctx, storeId);

/** A clock starts, is given to somebody, or stops. */
export const keepRounds = whenChanged(
  ({ name }) => name === SlaClock.name,
  async (ctx, { before, row }) => {
    if (!row) return;
    const [was, clock] = [before as RoundRow | undefined, row as RoundRow];
    const isReply = clock.target !== 'RESOLUTION';
    const begins = was === undefined;
    const stops = !begins && was.stoppedAt === null && clock.stoppedAt !== null;
    if (!begins && !stops && was.agentId === clock.agentId) return;
    const store = await storeFor(ctx, clock);
    const facts = begins
      ? opened(store, clock, await ctx.maybe(Conversation, clock.conversationId))
      : stops
        ? answered(store, clock)
        : {};
    const next = Object.keys(facts).length > 0 ? ctx.update(Round, clock, facts) : clock;
    if (!isReply) return;
    if (begins) await watchSilence(ctx, next);
    if (stops) await isSilent(ctx, next);
    await keepServed(ctx, was, { ...next, ...facts });
  },
);

/** The row of a conversation takes what a round counts. */
async function keepServed(ctx: ActionContext, before: RoundRow | undefined, round: RoundRow): Promise<void> {
  const { conversationId, day, minute } = round;
  if (day === null || minute === null) return;
  const known = await ctx.maybe(ServedConversation, conversationId);
  if (known && (before || known.day === day))
    return void ctx.update(ServedConversation, known, withRound(known, before, round));
  if (before) return;
  const begun = {
    storeId: round.storeId,
    conversationId,
    queuedAt: round.queuedAt,
    day,
    minute,
    channel: round.channel,
    intent: round.intent,
    voided: round.voided,
  };
  const talk = await ctx.maybe(Conversation, conversationId);
  const counts = {
    ...withRound(NO_ROUNDS, undefined, round),
    questions: talk?.customerMessages ?? round.customerMessages,
    answers: talk?.agentMessages ?? round.agentMessages,
  };
  if (!known) return void ctx.insert(ServedConversation, { id: conversationId, ...begun, ...counts });
  // It comes back on another day: what was counted on the day before stays there.
  const { id: _id, tenantId: _tenant, version: _version, createdAt: _created, updatedAt: _updated, ...past } = known;
  ctx.insert(ServedConversation, {
    ...past,
    questions: Math.min(past.questions, round.customerMessages),
    answers: Math.min(past.answers, round.agentMessages),
  });
  ctx.update(ServedConversation, known, { ...begun, ...counts });
}

/** A conversation is understood, moved to another channel, found to be spam, merged away, or written in. */
export const keepTalks = whenChanged(
  ({ name }) => name === Conversation.name,
  async (ctx, { before, row }) => {
    const [was, talk] = [before as Talk | undefined, row as RowOf<typeof Sla> | undefined];
    if (!was || !talk || talk.queuedAt === null) return;
    const said = was.customerMessages !== talk.customerMessages || was.agentMessages !== talk.agentMessages;
    const about = was.intent !== talk.intent || was.channel !== talk.channel || isVoid(was) !== isVoid(talk);
    if (!said && !about) return;
    const marks = { channel: talk.channel, intent: talk.intent, voided: isVoid(talk) };
    const served = await ctx.maybe(ServedConversation, talk.id);
    if (about) await markRounds(ctx, talk, { marks, hasNone: isNew(ctx, served) });
    if (!served) return;
    ctx.update(ServedConversation, served, {
      ...marks,
      questions: talk.customerMessages,
      answers: talk.agentMessages,
    });
    if (isVoid(was) !== isVoid(talk)) await markPast(ctx, talk, marks);
  },
);

/** It has begun in this commit, or not at all: no round of it is stored. */
const isNew = ({ now }: ReadContext, served: Served | undefined): boolean =>
  !served || (served.version === 1 && served.createdAt === now);

const MOST_ROUNDS = 1000;
type Marks = Pick<Served, 'channel' | 'intent' | 'voided'>;

/** The rounds of a conversation, those of this commit included. */
async function markRounds(
  ctx: ActionContext,
  talk: RowOf<typeof Sla>,
  { marks, hasNone }: { readonly marks: Marks; readonly hasNone: boolean },
): Promise<void> {
  const [stored, reply, resolution] = await Promise.all([
    hasNone ? [] : ctx.find(Round, { where: { conversationId: talk.id }, limit: MOST_ROUNDS }),
    ctx.maybe(Round, talk.slaClockId),
    ctx.maybe(Round, talk.resolutionClockId),
  ]);
  const rounds = new Map(
    [...stored, reply, resolution].flatMap((round) => (round ? [[round.id, round] as const] : [])),
  );
  for (const id of rounds.keys()) {
    const round = await ctx.get(Round, id);
    if (round.channel !== marks.channel || round.intent !== marks.intent || round.voided !== marks.voided)
      ctx.update(Round, round, marks);
  }
}

/** Days on which it was served before: only what it is found to be changes them. */
async function markPast(ctx: ActionContext, { id }: Talk, { voided }: Marks): Promise<void> {
  const past = await ctx.find(ServedConversation, {
    where: { conversationId: id, voided: !voided },
    limit: MOST_ROUNDS,
  });
  for (const row of past) if (row.id !== id) ctx.update(ServedConversation, row, { voided });
}

/** A rating, or a transfer that was refused, gets its day. */
export const keepMoments = whenChanged(
  ({ name }) => name === Rating.name || name === TransferAttempt.name,
  async (ctx, { entity, before, row }) => {
    if (before || !row) return;
    const { conversationId } = row as RowOf<typeof Rating>;
    const [store, talk] = await Promise.all([
      storeFor(ctx, row as RowOf<typeof Rating>),
      ctx.maybe(Conversation, conversationId),
    ]);
    const about = { channel: talk?.channel ?? null, intent: talk?.intent ?? null };
    if (entity.name === Rating.name) {
      const rating = row as RowOf<typeof Rating>;
      ctx.update(RatingFact, rating, { ...localDay(rating.ratedAt, store.timeZone), ...about });
    } else {
      const attempt = row as RowOf<typeof TransferAttempt>;
      ctx.update(AttemptFact, attempt, { ...localDay(attempt.at, store.timeZone), ...about });
    }
  },
);

/** What a message counts in is read with its conversation. */
export const servedBySending = expects(conversations.actions.sendMessage, (_actor, { conversationId }) => [
  { entity: ServedConversation, id: conversationId },
]);
