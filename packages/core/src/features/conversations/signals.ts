import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation } from './entities.ts';
import { signalled, type Signal } from './events.ts';

const Signalled = value('Signalled', z.object({ ok: z.boolean() }));

function signal(ctx: ActionContext, conversation: RowOf<typeof Conversation>, kind: Signal['kind'], on: boolean) {
  const { actor } = ctx;
  ctx.emit(signalled, {
    conversationId: conversation.id,
    storeId: conversation.storeId,
    kind,
    side: actor.kind === 'staff' ? 'STAFF' : 'CUSTOMER',
    userId: actor.kind === 'staff' ? actor.userId : null,
    name: actor.kind === 'staff' ? actor.name : '',
    on,
  });
  return { ok: true };
}

/** Tells the other side that somebody types, or has stopped. Repeat every few seconds; readers forget it after ten. */
export const setTyping = defineAction({
  title: { en: 'Typing', zh: '正在输入' },
  allow: { shopper: true, staff: 'customer.reply' },
  unaudited: true,
  input: z.object({ id: z.string(), on: z.boolean() }),
  output: Signalled,
  run: async (ctx, { id, on }) => signal(ctx, await ctx.get(Conversation, id), 'TYPING', on),
});

/** Tells colleagues who else is looking at a conversation. */
export const setViewing = defineAction({
  title: { en: 'Viewing', zh: '正在查看' },
  allow: { staff: 'conversation.read' },
  unaudited: true,
  input: z.object({ id: z.string(), on: z.boolean() }),
  output: Signalled,
  run: async (ctx, { id, on }) => signal(ctx, await ctx.get(Conversation, id), 'VIEWING', on),
});

const marksInput = z.object({ id: z.string(), seq: z.int().min(0) });

function shopperMarks(row: RowOf<typeof Conversation>, seq: number, read: boolean) {
  const reached = Math.min(seq, row.lastPublicSeq);
  const customerDeliveredSeq = Math.max(row.customerDeliveredSeq, reached);
  if (!read) return { customerDeliveredSeq };
  const customerReadSeq = Math.max(row.customerReadSeq, reached);
  return {
    customerDeliveredSeq,
    customerReadSeq,
    unreadForCustomer: customerReadSeq >= row.lastPublicSeq ? 0 : row.unreadForCustomer,
  };
}

function staffMarks(row: RowOf<typeof Conversation>, seq: number, read: boolean) {
  const reached = Math.min(seq, row.lastPublicSeq);
  const staffDeliveredSeq = Math.max(row.staffDeliveredSeq, reached);
  if (!read) return { staffDeliveredSeq };
  const staffReadSeq = Math.max(row.staffReadSeq, reached);
  return {
    staffDeliveredSeq,
    staffReadSeq,
    unreadForStaff: staffReadSeq >= row.lastPublicSeq ? 0 : row.unreadForStaff,
  };
}

async function advance(ctx: ActionContext, { id, seq }: z.output<typeof marksInput>, read: boolean) {
  const conversation = await ctx.get(Conversation, id);
  const marks =
    ctx.actor.kind === 'shopper' ? shopperMarks(conversation, seq, read) : staffMarks(conversation, seq, read);
  const moved = Object.entries(marks).some(([field, mark]) => conversation[field as keyof typeof marks] !== mark);
  return moved ? ctx.update(Conversation, conversation, marks) : conversation;
}

/** Everything up to public number `seq` has reached this side's device. Marks only move forward. */
export const markDelivered = defineAction({
  title: { en: 'Mark delivered', zh: '标记已送达' },
  allow: { shopper: true, staff: 'conversation.read' },
  unaudited: true,
  input: marksInput,
  output: one(Conversation),
  run: (ctx, input) => advance(ctx, input, false),
});

/** Everything up to public number `seq` was seen by this side. */
export const markRead = defineAction({
  title: { en: 'Mark read', zh: '标记已读' },
  allow: { shopper: true, staff: 'conversation.read' },
  unaudited: true,
  input: marksInput,
  output: one(Conversation),
  run: (ctx, input) => advance(ctx, input, true),
});
