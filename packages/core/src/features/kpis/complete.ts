/**
 * @module Rows that an older version wrote say nothing of their day: they get what their commit would have written, a
 * slice at a time. Being completed is a change like any other, so it is counted.
 */
import type { ActionContext } from '../../kernel/context.ts';
import type { BaseRow, Entity, RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { localDay } from '../metrics/index.ts';
import { AttemptFact, RatingFact, Round, ServedConversation, type RoundRow, type Talk } from './facts.ts';
import { answered, opened } from './keep.ts';
import { NO_ROUNDS, withRound } from './served.ts';

const SLICE = 50;
const MOST_ROUNDS = 1000;
type Stores = ReadonlyMap<string, RowOf<typeof Store>>;

/** Completes one slice; answers whether there may be more. */
export async function complete(ctx: ActionContext): Promise<boolean> {
  const stores: Stores = new Map((await ctx.find(Store, { limit: 1000 })).map((store) => [store.id, store]));
  return (await rounds(ctx, stores)) || (await moments(ctx, stores));
}

const without = <R extends BaseRow>(ctx: ActionContext, entity: Entity<R>) =>
  ctx.find(entity, { where: { day: null }, limit: SLICE });

async function talksOf(ctx: ActionContext, ids: readonly string[]): Promise<ReadonlyMap<string, Talk>> {
  const found = await ctx.find(Conversation, { where: { id: { in: [...new Set(ids)] } }, limit: SLICE });
  return new Map(found.map((talk) => [talk.id, talk]));
}

/** Whole conversations, so that what each counts is put together in the order of its rounds. */
async function rounds(ctx: ActionContext, stores: Stores): Promise<boolean> {
  const slice = await without(ctx, Round);
  const ids = [...new Set(slice.map(({ conversationId }) => conversationId))];
  const talks = await talksOf(ctx, ids);
  for (const id of ids) await conversation(ctx, stores, { id, talk: talks.get(id) });
  return slice.length > 0;
}

async function conversation(
  ctx: ActionContext,
  stores: Stores,
  { id, talk }: { readonly id: string; readonly talk: Talk | undefined },
): Promise<void> {
  const found = await ctx.find(Round, {
    where: { conversationId: id },
    order: [['startedAt', 'asc']],
    limit: MOST_ROUNDS,
  });
  const past: RoundRow[] = [];
  for (const round of found) {
    if (round.day !== null) continue;
    const store = stores.get(round.storeId);
    // The clock of the round was kept by the wall until now; what it has missed is over.
    const silentSeconds = round.stoppedAt === null ? silence(ctx, round) : 0;
    const facts = store
      ? { ...opened(store, round, talk), ...answered(store, round), silentSeconds }
      : { ...localDay(round.queuedAt, 'UTC'), voided: true };
    past.push(ctx.update(Round, round, facts));
  }
  const replies = past.filter(({ target }) => target !== 'RESOLUTION');
  if (replies.length > 0 && !(await ctx.maybe(ServedConversation, id))) putServed(ctx, replies, talk);
}

const silence = ({ now }: ActionContext, { startedAt }: RoundRow): number => {
  const seconds = (Date.parse(now) - Date.parse(startedAt)) / 1000;
  return seconds > 180 ? 180 : seconds > 30 ? 30 : 0;
};

/** One row for each day on which it was served; the last has the id of the conversation. */
function putServed(ctx: ActionContext, rounds: readonly RoundRow[], talk: Talk | undefined): void {
  const days = [...Map.groupBy(rounds, ({ day }) => day ?? '').entries()];
  days.forEach(([day, own], n) => {
    const [first] = own;
    if (!first) return;
    const isLast = n === days.length - 1;
    const counts = own.reduce((served, round) => withRound(served, undefined, round), NO_ROUNDS);
    const until = isLast ? talk : days[n + 1]?.[1][0];
    ctx.insert(ServedConversation, {
      ...(isLast ? { id: first.conversationId } : {}),
      storeId: first.storeId,
      conversationId: first.conversationId,
      queuedAt: first.queuedAt,
      day,
      minute: first.minute ?? 0,
      channel: first.channel,
      intent: first.intent,
      voided: first.voided,
      ...counts,
      questions: Math.max(counts.questionsBefore, until?.customerMessages ?? counts.questionsBefore),
      answers: Math.max(counts.answersBefore, until?.agentMessages ?? counts.answersBefore),
    });
  });
}

async function moments(ctx: ActionContext, stores: Stores): Promise<boolean> {
  const [ratings, attempts] = await Promise.all([without(ctx, RatingFact), without(ctx, AttemptFact)]);
  const talks = await talksOf(
    ctx,
    [...ratings, ...attempts].map(({ conversationId }) => conversationId),
  );
  const facts = ({ storeId, conversationId }: (typeof ratings)[number] | (typeof attempts)[number], at: string) => ({
    ...localDay(at, stores.get(storeId)?.timeZone ?? 'UTC'),
    channel: talks.get(conversationId)?.channel ?? null,
    intent: talks.get(conversationId)?.intent ?? null,
  });
  for (const row of ratings) ctx.update(RatingFact, row, facts(row, row.ratedAt));
  for (const row of attempts) ctx.update(AttemptFact, row, facts(row, row.at));
  return ratings.length + attempts.length > 0;
}
