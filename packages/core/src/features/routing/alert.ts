import { z } from 'zod';
import { defineAction, defineView, one, pageOf } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { Transfer } from '../conversations/index.ts';
import type { WorkItem } from '../work/index.ts';
import { StaffAlert } from './entities.ts';

/** Nobody has accepted a transfer in time: those who lead the store are told (SC-11). */
export async function alertLeads(
  ctx: ActionContext,
  { item }: { readonly item: RowOf<typeof WorkItem> },
): Promise<void> {
  if (item.entity !== Transfer.name) return;
  const { storeId, conversationId, fromUserId } = await ctx.get(Transfer, item.id);
  ctx.insert(StaffAlert, {
    storeId,
    kind: 'TRANSFER_UNACCEPTED',
    conversationId,
    toUserId: null,
    aboutUserId: fromUserId,
    note: '',
    at: ctx.now,
    seenAt: null,
    seenById: null,
  });
}

/** Puts an alert away: for oneself, or for all who lead the store. */
export const dismissAlert = defineAction({
  title: { en: 'Mark the alert as seen', zh: '标记提醒为已读' },
  allow: { staff: 'conversation.read' },
  inPerson: true,
  on: StaffAlert,
  input: z.object({}),
  output: one(StaffAlert),
  run: (ctx, alert) =>
    alert.seenAt ? alert : ctx.update(StaffAlert, alert, { seenAt: ctx.now, seenById: staffOf(ctx).userId }),
});

/** What one must know and has not put away, newest first: one's own, and for a lead those of the stores. */
export const myAlerts = defineView({
  title: { en: 'My alerts', zh: '我的提醒' },
  allow: { staff: 'conversation.read' },
  input: z.object({}),
  output: pageOf(StaffAlert, [['at', 'desc']]),
  run: (ctx, _input, page) => {
    if (ctx.actor.kind !== 'staff') return [];
    const { userId, permissions } = ctx.actor;
    const meant = permissions.has('conversation.assign')
      ? { or: [{ toUserId: userId }, { toUserId: null }] }
      : { toUserId: userId };
    return ctx.find(StaffAlert, { where: [{ seenAt: null }, meant], ...page });
  },
});
