/**
 * @module A conversation sleeps until a time, or until the customer's next word: nobody asks whether the customer is
 * still there, and nothing closes by itself. It wakes once, and its owner hears of it.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant, type RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { unless } from '../../kernel/feature.ts';
import { warnIdleCustomer, closeIdleConversation } from '../conversations/index.ts';
import { Conversation, conversationClosed, messageSent, OWNED_STATES } from '../conversations/index.ts';
import { clearNotices, notify } from '../notices/index.ts';
import { Awaited } from './fields.ts';
import { conversationWoke } from './notices.ts';
import { aheadProblem } from './sleep.ts';
import { ticketTexts as t } from './texts.ts';
import { conversationSleepTimer } from './timers.ts';

type Row = RowOf<typeof Awaited>;

const owned: readonly string[] = OWNED_STATES;

function mayLetSleep({ actor }: ReadContext, row: RowOf<typeof Conversation>): Denial | undefined {
  if (!owned.includes(row.state)) return deny('INVALID_TRANSITION', { details: { from: row.state, event: 'sleep' } });
  return actor.kind === 'staff' && row.ownerId !== actor.userId ? deny('FORBIDDEN', { text: t.takeFirst }) : undefined;
}

export const sleepConversation = defineAction({
  title: { en: 'Let it sleep', zh: '休眠会话' },
  allow: { staff: 'customer.reply' },
  on: Awaited,
  input: z.object({ until: instant(), reason: z.string().trim().max(500).default('') }),
  output: one(Awaited),
  // Whoever waits for an answer is answered first.
  when: (ctx, row) =>
    mayLetSleep(ctx, row) ?? (row.waitingSince ? deny('INVALID_TRANSITION', { text: t.answerCustomer }) : undefined),
  check: (ctx, _row, { until }) => aheadProblem(ctx, until),
  run: async (ctx, row, { until }) => {
    const asleep = ctx.update(Awaited, row, { sleepUntil: until });
    await ctx.at(conversationSleepTimer, until, row.id);
    return asleep;
  },
});

/** Awake; what was to wake it later is gone. */
async function wake(ctx: ActionContext, row: Row): Promise<Row> {
  await ctx.unset(conversationSleepTimer, row.id);
  return ctx.update(Awaited, row, { sleepUntil: null });
}

export const wakeConversation = defineAction({
  title: { en: 'Wake it', zh: '唤醒会话' },
  allow: { staff: 'customer.reply' },
  on: Awaited,
  input: z.object({}),
  output: one(Awaited),
  when: (ctx, row) =>
    mayLetSleep(ctx, row) ?? (row.sleepUntil ? undefined : deny('INVALID_TRANSITION', { text: t.notAsleep })),
  run: wake,
});

/** The timer of a conversation that sleeps: it wakes, unless something else has woken it. */
export const endConversationSleep = defineAction({
  title: { en: 'Wake a conversation in time', zh: '会话到时唤醒' },
  allow: { system: true },
  on: Awaited,
  input: z.object({}),
  output: one(Awaited),
  when: (ctx, { sleepUntil }) =>
    sleepUntil && sleepUntil <= ctx.now ? undefined : deny('INVALID_TRANSITION', { text: t.notAsleep }),
  run: async (ctx, row) => {
    const awake = await wake(ctx, row);
    if (!awake.ownerId) return awake;
    await notify(ctx, conversationWoke, {
      storeId: awake.storeId,
      key: awake.id,
      title: awake.preview,
      about: { entity: Conversation.name, id: awake.id },
      to: { userIds: [awake.ownerId] },
    });
    return ctx.update(Awaited, awake, { toldAwake: true });
  },
});

async function seen(ctx: ActionContext, row: Row): Promise<void> {
  ctx.update(Awaited, row, { toldAwake: false });
  await clearNotices(ctx, conversationWoke, row.id);
}

const wokenByCustomer = inCommit(messageSent, async (ctx, { sender, conversationId }) => {
  const row = await ctx.get(Awaited, conversationId);
  if (row.sleepUntil && sender === 'CUSTOMER') await wake(ctx, row);
  if (sender === 'AGENT' && row.toldAwake) await seen(ctx, row);
});

const wokenByItsEnd = inCommit(conversationClosed, async (ctx, { id }) => {
  const row = await ctx.get(Awaited, id);
  if (row.sleepUntil) await wake(ctx, row);
  if (row.toldAwake) await seen(ctx, await ctx.get(Awaited, id));
});

export const conversationsWake = [wokenByCustomer, wokenByItsEnd];

const asleep = (_ctx: ReadContext, row: RowOf<typeof Conversation>): Denial | undefined =>
  (row as Row).sleepUntil ? deny('INVALID_TRANSITION', { details: { from: row.state, event: 'idle' } }) : undefined;

export const sleepersAreLeftAlone = [
  unless(warnIdleCustomer, { when: asleep }),
  unless(closeIdleConversation, { when: asleep }),
];
