import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { roleMayApprove } from '../../policies/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseDecided } from './events.ts';
import { caseMachine } from './machine.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

export const takeUpCase = defineAction({
  title: { en: 'Take up the case', zh: '受理售后单' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'takeUp'),
});

/** Approves and goes on: the shop is told, goods are waited for, money is paid. */
export async function approve(ctx: ActionContext, row: CaseRow, approvedBy: string, changes: Partial<CaseRow> = {}): Promise<CaseRow> {
  const approved = ctx.fire(AfterSalesCase, row, 'approve', { ...changes, approvedBy, shopState: 'PENDING' });
  ctx.emit(caseDecided, approved);
  await ctx.follow(`case:${row.id}`, 'advanceCase', { id: row.id });
  return approved;
}

/**
 * Approves a case within one's limit (2.7-12); above it a second person of the needed role decides, and nobody approves
 * what he submitted himself above his own limit. What the policy denied needs an override with a reason (SV, MG).
 */
export const approveCase = defineAction({
  title: { en: 'Approve the case', zh: '同意售后申请' },
  allow: { staff: 'case.approve' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), overrideReason: z.string().trim().max(500).optional(), reason: z.string().trim().max(500).optional() }),
  output: one(AfterSalesCase),
  check: async (ctx, { id, overrideReason }) => {
    const { actor } = ctx;
    const row = await ctx.get(AfterSalesCase, id);
    const impossible = mayFire(caseMachine, row.state, 'approve');
    if (impossible) return impossible;
    if (actor.kind !== 'staff') return undefined;
    if (!roleMayApprove(actor.roles, row.approverNeeded)) return deny('LIMIT_EXCEEDED', { details: { approver: row.approverNeeded } });
    if (row.eligible) return undefined;
    if (!actor.permissions.has('policy.override')) return deny('POLICY_DENIED', { details: { ruleIds: row.ruleIds } });
    return overrideReason ? undefined : deny('REASON_REQUIRED', { details: { override: true } });
  },
  run: async (ctx, { id, overrideReason }) => {
    ctx.because(overrideReason);
    return approve(ctx, await ctx.get(AfterSalesCase, id), actorKey(ctx.actor), { overrideReason: overrideReason ?? null });
  },
});

/** Rejects with the rule, the reason and the way to appeal (2.7-14). */
export const rejectCase = defineAction({
  title: { en: 'Reject the case', zh: '拒绝售后申请' },
  allow: { staff: 'case.approve' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), reason: z.string().trim().max(1000).default('') }),
  output: one(AfterSalesCase),
  check: async (ctx, { id, reason }) => {
    const row = await ctx.get(AfterSalesCase, id);
    if (!reason) return deny('REASON_REQUIRED');
    const statutory = row.eligible && ctx.actor.kind === 'staff' && !ctx.actor.permissions.has('policy.override');
    return statutory ? deny('POLICY_DENIED', { message: 'The policy grants this: only a supervisor may refuse it.', details: { ruleIds: row.ruleIds } }) : mayFire(caseMachine, row.state, 'reject');
  },
  run: async (ctx, { id, reason }) => {
    const rejected = ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'reject', { rejection: reason, settledAt: ctx.now });
    ctx.emit(caseDecided, rejected);
    return rejected;
  },
});

/** The customer takes his request back, as long as the goods are with him. */
export const withdrawCase = defineAction({
  title: { en: 'Withdraw the case', zh: '撤销售后申请' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), reason: z.string().trim().max(500).optional() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => {
    await Promise.all(['return', 'remind3', 'remind6'].map((timer) => ctx.unschedule(`case-${timer}:${id}`)));
    return ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'withdraw', { settledAt: ctx.now });
  },
});

/** Records that the customer was apologised to, which a quality case needs before a solution is offered (R-AFT-03). */
export const recordApology = defineAction({
  title: { en: 'Record the apology', zh: '记录致歉' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    return row.apologySentAt ? row : ctx.update(AfterSalesCase, row, { apologySentAt: ctx.now });
  },
});

/** Archives a finished case (record F4/F5). */
export const archiveCase = defineAction({
  title: { en: 'Archive the case', zh: '归档售后单' },
  allow: { staff: 'case.handle', system: true },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'archive', { closedAt: ctx.now }),
});

const REOPEN_MS = 7 * 24 * 3600 * 1000;

/** Within seven days of closing the customer may say that it is not solved. */
export const reopenCase = defineAction({
  title: { en: 'Reopen the case', zh: '重新打开售后单' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), reason: z.string().trim().max(500).default('') }),
  output: one(AfterSalesCase),
  check: async (ctx, { id, reason }) => {
    const row = await ctx.get(AfterSalesCase, id);
    if (!reason) return deny('REASON_REQUIRED');
    const late = row.closedAt && Date.parse(ctx.now) - Date.parse(row.closedAt) > REOPEN_MS;
    return late ? deny('INVALID_TRANSITION', { details: { from: row.state, event: 'reopen' } }) : mayFire(caseMachine, row.state, 'reopen');
  },
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'reopen', { closedAt: null, settledAt: null }),
});

