/**
 * @module What one shift leaves to the next (R-WF-02): written, sent, acknowledged. Open conversations are offered to
 * the receivers by transfers with the reason SHIFT_END, and are theirs when they acknowledge.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant, type RowOf } from '../../kernel/entity.ts';
import { User } from '../access/index.ts';
import { Conversation, giveTo, OWNED_STATES, serves, Transfer } from '../conversations/index.ts';
import { itemsOf, MOST_ITEMS } from './draft.ts';
import { Handover, HandoverItem } from './entities.ts';
import { itemKind } from './points.ts';
import { shiftTexts as t } from './texts.ts';

type HandoverRow = RowOf<typeof Handover>;

const MOST_HELD = 200;

const isGiver = (ctx: ReadContext, { giverId }: HandoverRow): boolean =>
  ctx.actor.kind === 'staff' && ctx.actor.userId === giverId;
const NOT_GIVER = deny('FORBIDDEN', { text: t.giverOnly });

const mayWrite = (ctx: ReadContext, handover: HandoverRow): Denial | undefined =>
  isGiver(ctx, handover) ? undefined : NOT_GIVER;

const text = z.string().trim().max(2000);
const Draft = z.object({
  id: z.string().max(80).optional(),
  kind: itemKind,
  refId: z.string().max(200).nullable().default(null),
  text: HandoverItem.shape.text,
  dueAt: instant().nullable().default(null),
});

/** Writes into one's draft; `items` replaces the list, what is left out stays. */
export const editHandover = defineAction({
  title: { en: 'Write the hand-over', zh: '填写交接' },
  allow: { staff: 'shift.read' },
  on: Handover,
  input: z.object({
    items: z.array(Draft).max(200).optional(),
    parcels: text.optional(),
    preOrders: text.optional(),
    anomalies: text.optional(),
    changes: text.optional(),
  }),
  output: one(Handover),
  event: 'submit',
  stays: true,
  when: mayWrite,
  run: (ctx, handover, { items, ...texts }) => {
    const written = items?.map((draft) => ({
      ...draft,
      id: draft.id ?? ctx.newId(),
      state: 'OPEN' as const,
      doneById: null,
      doneAt: null,
    }));
    const given = Object.fromEntries(Object.entries(texts).filter(([, v]) => v !== undefined));
    return ctx.update(Handover, handover, { ...given, ...(written ? { items: written } : {}) });
  },
});

/** Adds to the draft what has become open since it was begun. */
export const refreshHandover = defineAction({
  title: { en: 'Fill in what is open', zh: '更新未完事项' },
  allow: { staff: 'shift.read' },
  on: Handover,
  input: z.object({}),
  output: one(Handover),
  event: 'submit',
  stays: true,
  when: mayWrite,
  run: async (ctx, handover) => {
    const known = new Set(handover.items.map((item) => item.id));
    const fresh = (await itemsOf(ctx, handover.giverId, handover.storeId)).filter((item) => !known.has(item.id));
    return fresh.length > 0
      ? ctx.update(Handover, handover, { items: [...handover.items, ...fresh].slice(0, MOST_ITEMS) })
      : handover;
  },
});

/** Sends the hand-over, to one person or to whoever comes next, and offers the open conversations. */
export const submitHandover = defineAction({
  title: { en: 'Send the hand-over', zh: '提交交接' },
  allow: { staff: 'shift.read' },
  on: Handover,
  input: z.object({ receiverId: z.string().nullable().default(null) }),
  output: one(Handover),
  event: 'submit',
  when: mayWrite,
  check: async (ctx, handover, { receiverId }) => {
    if (!receiverId) return undefined;
    const receiver = await ctx.get(User, receiverId);
    const fits = receiver.active && receiver.id !== handover.giverId && serves(receiver, handover.storeId);
    return fits ? undefined : deny('NOT_FOUND');
  },
  run: async (ctx, row, { receiverId }) => {
    const handover = ctx.fire(Handover, row, 'submit', { receiverId, submittedAt: ctx.now });
    await offerConversations(ctx, handover);
    return handover;
  },
});

async function offerConversations(
  ctx: ActionContext,
  { storeId, giverId, receiverId, items }: HandoverRow,
): Promise<void> {
  const held = await ctx.trusted('whatever the giver holds').find(Conversation, {
    where: { ownerId: giverId, storeId, state: { in: OWNED_STATES } },
    limit: MOST_HELD,
  });
  const ids = held.map((row) => row.id);
  const offered =
    ids.length > 0
      ? await ctx.trusted('whatever the giver holds').find(Transfer, {
          where: { conversationId: { in: ids }, state: { in: ['OFFERED', 'APPROVAL_PENDING'] } },
          limit: MOST_HELD,
        })
      : [];
  const busy = new Set(offered.map(({ conversationId }) => conversationId));
  for (const { id: conversationId, preview } of held.filter((row) => !busy.has(row.id))) {
    const summary = items.find(({ refId }) => refId === conversationId)?.text ?? (preview || '–');
    const transfer = ctx.insert(Transfer, {
      storeId,
      conversationId,
      fromUserId: giverId,
      toUserId: receiverId,
      toTeam: null,
      reason: 'SHIFT_END',
      note: '',
      summary,
      state: 'REQUESTED',
      requestedAt: ctx.now,
      decidedAt: null,
      approverId: null,
    });
    ctx.fire(Transfer, transfer, 'offer');
  }
}

/** Takes the hand-over: it is read, and what was offered with it is one's own from now on. */
export const acknowledgeHandover = defineAction({
  title: { en: 'Acknowledge the hand-over', zh: '确认交接' },
  allow: { staff: 'shift.read' },
  on: Handover,
  input: z.object({ remark: z.string().trim().max(1000).default('') }),
  output: one(Handover),
  event: 'acknowledge',
  when: (ctx, handover) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff' || isGiver(ctx, handover)) return deny('FORBIDDEN', { text: t.notOwnHandover });
    const meant =
      !handover.receiverId || handover.receiverId === actor.userId || actor.permissions.has('shift.override');
    return meant ? undefined : deny('FORBIDDEN', { text: t.meantForSomebodyElse });
  },
  run: async (ctx, row, { remark }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const handover = ctx.fire(Handover, row, 'acknowledge', {
      acknowledgedAt: ctx.now,
      acknowledgedById: actor.userId,
      remark,
    });
    const mine = !handover.receiverId || handover.receiverId === actor.userId;
    if (mine && actor.permissions.has('customer.reply'))
      await takeOffered(ctx, handover, { id: actor.userId, name: actor.name });
    return handover;
  },
});

async function takeOffered(
  ctx: ActionContext,
  { storeId, giverId }: HandoverRow,
  owner: { id: string; name: string },
): Promise<void> {
  const offered = { state: 'OFFERED', fromUserId: giverId, storeId, reason: 'SHIFT_END' };
  const ours = await ctx.trusted('whatever the giver holds').find(Transfer, {
    where: [offered, { or: [{ toUserId: owner.id }, { toUserId: null }] }],
    limit: MOST_HELD,
  });
  for (const transfer of ours) {
    const conversation = await ctx.get(Conversation, transfer.conversationId);
    if (conversation.ownerId !== giverId) continue;
    ctx.fire(Transfer, transfer, 'accept', { decidedAt: ctx.now });
    const given = await giveTo(ctx, conversation, owner, 'transferAccepted', 'TRANSFERRED');
    ctx.update(Conversation, given, { transferCount: given.transferCount + 1 });
  }
}

/** Ticks an item of a hand-over that was sent, or opens it again. */
export const setHandoverItem = defineAction({
  title: { en: 'Tick an item', zh: '勾选交接事项' },
  allow: { staff: 'shift.read' },
  on: Handover,
  input: z.object({ itemId: z.string().max(80), done: z.boolean() }),
  output: one(Handover),
  when: (_ctx, { state }) =>
    state === 'DRAFT' ? deny('INVALID_TRANSITION', { details: { from: state, event: 'tick' } }) : undefined,
  check: (_ctx, { items }, { itemId }) => (items.some((item) => item.id === itemId) ? undefined : deny('NOT_FOUND')),
  run: (ctx, handover, { itemId, done }) => {
    const doneById = done && ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
    const ticked = { state: done ? ('DONE' as const) : ('OPEN' as const), doneById, doneAt: done ? ctx.now : null };
    return ctx.update(Handover, handover, {
      items: handover.items.map((item) => (item.id === itemId ? { ...item, ...ticked } : item)),
    });
  },
});
