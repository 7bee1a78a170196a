/**
 * @module Hand-over to a colleague or the queue (R-PRE-17): with a reason and a summary, accepted within ten minutes;
 * until then, and when nobody accepts, the conversation stays with its owner.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { answer } from '../../kernel/point.ts';
import { User } from '../access/index.ts';
import { MOST_TIED, Placed, Team, teamClosed, teamTies } from '../organisation/index.ts';
import { Conversation, Transfer, TransferAttempt, transferReason } from './entities.ts';
import { OPEN_TRANSFERS } from './machine.ts';
import { giveTo, serves } from './queue.ts';
import { TRANSFER_NOT_AUTHORISED } from './reasons.ts';
import { conversationTexts as t } from './texts.ts';

/** Reasons that need no approval (R-PRE-17). */
const WHITELIST: readonly string[] = ['AFTER_SALE', 'SKILL', 'LANGUAGE', 'SHIFT_END', 'CUSTOMER_REQUEST'];

export const requestTransfer = defineAction({
  title: { en: 'Transfer', zh: '转接' },
  allow: { staff: 'customer.reply' },
  on: Conversation,
  input: z.object({
    toUserId: z.string().nullable().default(null),
    /** Whoever of the team accepts first. */
    toTeam: ref('Team').nullable().default(null),
    reason: transferReason.optional(),
    note: z.string().trim().max(500).default(''),
    summary: z.string().trim().max(2000).default(''),
  }),
  output: one(Transfer),
  event: 'transferAccepted',
  stays: true,
  when: async (ctx, { id: conversationId, ownerId }) => {
    const mine = ctx.actor.kind === 'staff' && ownerId === ctx.actor.userId;
    if (!mine) return deny('FORBIDDEN', { text: t.ownerTransfers });
    const open = await ctx.first(Transfer, { conversationId, state: { in: [...OPEN_TRANSFERS] } });
    return open ? deny('DUPLICATE') : undefined;
  },
  check: async (ctx, conversation, { toUserId, toTeam, reason, summary }) => {
    if (!reason) return deny(TRANSFER_NOT_AUTHORISED, { details: { missing: 'reason' } });
    if (!summary)
      return deny('VALIDATION_FAILED', {
        fields: [{ path: 'summary', text: t.saySummary }],
      });
    if (toUserId && toTeam)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'toTeam', text: t.choosePersonOrTeam }] });
    if (toTeam && !(await ctx.get(Team, toTeam)).active)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'toTeam', text: t.teamIsClosed }] });
    const target = toUserId ? await ctx.get(User, toUserId) : undefined;
    if (target && (!target.active || !serves(target, conversation.storeId) || target.id === conversation.ownerId))
      return deny('NOT_FOUND');
    return undefined;
  },
  refused: (ctx, row, _input, { code }) => {
    if (code !== TRANSFER_NOT_AUTHORISED.code || ctx.actor.kind !== 'staff') return;
    attempted(ctx, row, ctx.actor.userId, 'TRANSFER_NOT_AUTHORISED');
  },
  run: (ctx, conversation, { toUserId, toTeam, reason = 'OTHER', note, summary }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const free = WHITELIST.includes(reason) || actor.permissions.has('conversation.transferOutsideWhitelist');
    const transfer = ctx.insert(Transfer, {
      storeId: conversation.storeId,
      conversationId: conversation.id,
      fromUserId: actor.userId,
      toUserId,
      toTeam,
      reason,
      note,
      summary,
      state: 'REQUESTED',
      requestedAt: ctx.now,
      decidedAt: null,
      approverId: null,
    });
    return ctx.fire(Transfer, transfer, free ? 'offer' : 'needApproval');
  },
});

/** Counted as K-23. */
function attempted(
  ctx: ActionContext,
  { id: conversationId, storeId }: { id: string; storeId: string },
  userId: string,
  code: 'TRANSFER_NOT_AUTHORISED' | 'APPROVAL_DECLINED',
): void {
  ctx.insert(TransferAttempt, { storeId, conversationId, userId, code, at: ctx.now });
}

/** Approves a transfer outside the whitelist; nobody approves his own. */
export const approveTransfer = defineAction({
  title: { en: 'Approve the transfer', zh: '批准转接' },
  allow: { staff: 'conversation.transferOutsideWhitelist' },
  on: Transfer,
  input: z.object({}),
  output: one(Transfer),
  event: 'offer',
  when: ({ actor }, { fromUserId }) =>
    actor.kind === 'staff' && actor.userId === fromUserId ? deny('FORBIDDEN') : undefined,
  run: (ctx, row) => {
    const approverId = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
    return ctx.fire(Transfer, row, 'offer', { approverId });
  },
});

const decide = (ctx: ActionContext, row: RowOf<typeof Transfer>, event: 'accept' | 'decline') =>
  ctx.fire(Transfer, row, event, { decidedAt: ctx.now });

async function isMeant(ctx: ReadContext, { fromUserId, toUserId, toTeam }: RowOf<typeof Transfer>): Promise<boolean> {
  if (ctx.actor.kind !== 'staff' || ctx.actor.userId === fromUserId) return false;
  if (toUserId) return toUserId === ctx.actor.userId;
  return !toTeam || (await ctx.get(Placed, ctx.actor.userId)).teams.includes(toTeam);
}

export const acceptTransfer = defineAction({
  title: { en: 'Accept the transfer', zh: '接受转接' },
  allow: { staff: 'customer.reply' },
  on: Transfer,
  input: z.object({}),
  output: one(Transfer),
  event: 'accept',
  when: async (ctx, transfer) => ((await isMeant(ctx, transfer)) ? undefined : deny('FORBIDDEN')),
  run: async (ctx, row) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const transfer = decide(ctx, row, 'accept');
    const conversation = await ctx.get(Conversation, transfer.conversationId);
    const given = await giveTo(
      ctx,
      conversation,
      { id: actor.userId, name: actor.name },
      'transferAccepted',
      'TRANSFERRED',
    );
    ctx.update(Conversation, given, { transferCount: given.transferCount + 1 });
    return transfer;
  },
});

/**
 * Ends the transfer for everybody, so that only the person to whom it was offered may do it, and whoever approves. One
 * of several to whom it was offered leaves it to the others.
 */
export const declineTransfer = defineAction({
  title: { en: 'Decline the transfer', zh: '拒绝转接' },
  allow: { staff: 'customer.reply' },
  on: Transfer,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(Transfer),
  event: 'decline',
  when: ({ actor }, { state, toUserId }) => {
    const approves = actor.kind === 'staff' && actor.permissions.has('conversation.transferOutsideWhitelist');
    const offered = state === 'OFFERED' && actor.kind === 'staff' && actor.userId === toUserId;
    return approves || offered ? undefined : deny('FORBIDDEN');
  },
  run: (ctx, row) => {
    const { state, conversationId, storeId, fromUserId } = row;
    if (state === 'APPROVAL_PENDING') attempted(ctx, { id: conversationId, storeId }, fromUserId, 'APPROVAL_DECLINED');
    return decide(ctx, row, 'decline');
  },
});

/** Transfers that nobody has answered yet, for a team that may be closed. */
const openFor = (teamId: string) => ({ toTeam: teamId, state: { in: [...OPEN_TRANSFERS] } });

export const transfersToTeam = answer(teamTies, async (ctx, { teamId }) => [
  {
    entity: Transfer.name,
    count: await ctx.count(Transfer, openFor(teamId), MOST_TIED),
  },
]);

/** What was offered to a team that is closed is offered to the next one, or to everybody. */
export const offerOn = inCommit(teamClosed, async (ctx, { team, to: toTeam }) => {
  const open = await ctx.find(Transfer, { where: openFor(team.id), limit: MOST_TIED });
  for (const transfer of open) ctx.update(Transfer, transfer, { toTeam });
});

/** Timers of an earlier version come here. The clocks of the work item end it now. */
export const expireTransfer = defineAction({
  title: { en: 'Expire the transfer', zh: '转接超时' },
  allow: { system: true },
  unaudited: true,
  on: Transfer,
  input: z.object({}),
  output: one(Transfer),
  run: (_ctx, row) => row,
});
