/**
 * @module People decide: within their limit, a second person above it, an exception only with its reason. A quality
 * case hears an apology before a solution (R-AFT-03); it may be sent with the approval.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { actorKey, type StaffActor } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { named } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { roleMayApprove } from '../../policies/index.ts';
import { LocalText } from '../access/index.ts';
import { messageText } from '../conversations/index.ts';
import { buyerOf, orderOf, shopOf } from '../orders/index.ts';
import { policyDenial } from '../policies/index.ts';
import { apologise, apologyFirst } from './apology.ts';
import { approve } from './approve.ts';
import { AfterSalesCase, minorUnits, caseApprover } from './entities.ts';
import { overrideDenied } from './judgement.ts';
import { unspeakable } from './spoken.ts';
import { caseMachine } from './machine.ts';
import { praiseDenied } from './praise.ts';
import type { CaseRow } from './plan.ts';
import { move, policyOf } from './progress.ts';
import { needsMethod, needsOverride } from './codes.ts';
import { unknownRefund } from './submit.ts';
import { decisionTimer, firstReminderTimer, receiptTimer, returnTimer, secondReminderTimer } from './timers.ts';
import { aftersalesTexts as t } from './texts.ts';

const reason = z.string().trim().max(1000).default('');

export const takeUpCase = defineAction({
  title: { en: 'Take up the case', zh: '受理售后单' },
  allow: { staff: 'case.handle' },
  inPerson: true,
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  event: 'takeUp',
  run: (ctx, row) => move(ctx, row, 'takeUp', { handlerId: staffOf(ctx).userId }),
});

const staffOf = ({ actor }: ReadContext): StaffActor => (actor.kind === 'staff' ? actor : refuse('FORBIDDEN'));

/**
 * Whether somebody may approve: his role reaches the amount, above an agent's limit it is a second person, and what the
 * policy denies is an exception that needs its reason.
 */
function mayApprove(ctx: ReadContext, row: CaseRow): Denial | undefined {
  const actor = staffOf(ctx);
  const limit = withinLimit(actor, row);
  if (limit) return limit;
  if (unknownRefund(row))
    return deny('VALIDATION_FAILED', { fields: [{ path: 'refundAmount', text: t.planRefundFirst }] });
  const praise = row.compensationAmount > 0 ? praiseDenied(row.description, row.exceptionReason) : undefined;
  if (praise || !needsOverride(row) || actor.permissions.has('policy.override')) return praise;
  return deny('POLICY_DENIED', { details: { ruleIds: row.ruleIds, clause: row.explanation } });
}

/** What else an approval needs: a reason that the policy takes for one where it denies, and the apology that is due. */
async function approvalLacks(
  ctx: ReadContext,
  row: CaseRow,
  { overrideReason, apology }: { readonly overrideReason?: string | undefined; readonly apology?: string | undefined },
): Promise<Denial | undefined> {
  const exception = needsOverride(row) ? await exceptionDenied(ctx, row, overrideReason) : undefined;
  return exception ?? (apology ? unspeakable(ctx, row, apology) : apologyFirst(row));
}

async function exceptionDenied(
  ctx: ReadContext,
  row: CaseRow,
  overrideReason: string | undefined,
): Promise<Denial | undefined> {
  if (!overrideReason) return deny('REASON_REQUIRED', { details: { override: true } });
  const { roles } = staffOf(ctx);
  const policy = await policyOf(ctx, row);
  const denied = overrideDenied(policy, roles, overrideReason);
  return denied && policyDenial(denied, ctx, { zone: policy.setting.zone, now: ctx.now });
}

function withinLimit(actor: StaffActor, { approverNeeded, submittedBy }: CaseRow): Denial | undefined {
  if (!roleMayApprove(actor.roles, approverNeeded))
    return deny('LIMIT_EXCEEDED', { details: { approver: approverNeeded } });
  if (approverNeeded === 'AA' || submittedBy !== actorKey(actor)) return undefined;
  return deny('FORBIDDEN', {
    text: t.secondPersonApproves,
    details: { approver: approverNeeded, secondPerson: true },
  });
}

/** A case that gives money back says by which of the customer's methods; a shop that names none knows it by itself. */
async function methodChosen(ctx: ReadContext, row: CaseRow, chosen: string | undefined): Promise<Denial | undefined> {
  if (!needsMethod(row)) return undefined;
  const access = await shopOf(ctx, row.storeId);
  const { customer } = await buyerOf(ctx, access, await orderOf(ctx, access, row.orderId));
  if (customer.paymentMethods.length === 0 || customer.paymentMethods.some((method) => method.id === chosen))
    return undefined;
  return deny('VALIDATION_FAILED', { fields: [{ path: 'paymentMethodId', text: t.chooseRefundMethod }] });
}

export const approveCase = defineAction({
  title: { en: 'Approve the case', zh: '同意售后申请' },
  allow: { staff: 'case.approve' },
  inPerson: true,
  on: AfterSalesCase,
  input: z.object({
    overrideReason: z.string().trim().max(500).optional(),
    reason: z.string().trim().max(500).optional(),
    /** Where the money goes, in a case that does not know it. */
    paymentMethodId: z.string().min(1).max(200).optional(),
    /** What is said to the customer before the approval, where an apology is due. */
    apology: messageText.optional(),
  }),
  output: one(AfterSalesCase),
  event: 'approve',
  when: mayApprove,
  check: async (ctx, row, { overrideReason, reason: why, paymentMethodId, apology }) =>
    (await approvalLacks(ctx, row, { overrideReason, apology })) ??
    praiseDenied(overrideReason, why) ??
    methodChosen(ctx, row, paymentMethodId),
  run: async (ctx, asked, { overrideReason, reason, paymentMethodId, apology }) => {
    ctx.reason(overrideReason);
    const row = apology ? await apologise(ctx, asked, { text: apology, granting: true }) : asked;
    return approve(ctx, row, {
      approvedBy: actorKey(ctx.actor),
      handlerId: row.handlerId ?? staffOf(ctx).userId,
      offeredAt: ctx.now,
      overrideReason: overrideReason ?? null,
      ...(needsMethod(row) && paymentMethodId ? { refundMethodId: paymentMethodId } : {}),
      ...(reason ? { note: reason } : {}),
    });
  },
});

const Approval = named(
  'CaseApproval',
  z.object({
    caseId: z.string(),
    number: z.string(),
    version: z.int(),
    currency: z.string(),
    /** What would be paid, refund and compensation; null where somebody has to work it out first. Minor units. */
    amount: minorUnits.nullable(),
    allowed: z.boolean(),
    /** Why not: the code of the denial. */
    code: z.string().nullable(),
    approver: caseApprover.nullable(),
    clause: LocalText.nullable(),
  }),
);

/** Which of some cases one may approve now, with the amount of each; what one may not see is left out. */
export const previewApprovals = defineView({
  title: { en: 'Preview approvals', zh: '预览批量同意' },
  allow: { staff: 'case.approve' },
  input: z.object({ ids: z.array(z.string()).min(1).max(100) }),
  output: value('CaseApprovals', z.object({ cases: z.array(Approval) })),
  run: async (ctx, { ids }) => {
    const rows = await ctx.find(AfterSalesCase, { where: { id: { in: ids } }, limit: ids.length });
    const known = new Map(rows.map((row) => [row.id, row]));
    return {
      cases: await Promise.all(ids.flatMap((caseId) => known.get(caseId) ?? []).map((row) => approvalOf(ctx, row))),
    };
  },
});

async function approvalOf(ctx: ReadContext, row: CaseRow): Promise<z.output<typeof Approval>> {
  const denial =
    mayFire(caseMachine, row.state, 'approve') ?? mayApprove(ctx, row) ?? (await approvalLacks(ctx, row, {}));
  const clause = (denial?.details?.['clause'] as z.output<typeof LocalText> | undefined) ?? null;
  const { id: caseId, number, version, currency, refundAmount, compensationAmount, approverNeeded } = row;
  return {
    caseId,
    number,
    version,
    currency,
    amount: refundAmount === null ? null : refundAmount + compensationAmount,
    allowed: !denial,
    code: denial?.code ?? null,
    approver: denial?.code === 'LIMIT_EXCEEDED' || denial?.details?.['secondPerson'] ? approverNeeded : null,
    clause,
  };
}

/**
 * Rejects with the rule, the reason and the way to appeal (2.7-14). What the policy grants only a supervisor may
 * refuse.
 */
export const rejectCase = defineAction({
  title: { en: 'Reject the case', zh: '拒绝售后申请' },
  allow: { staff: 'case.approve' },
  inPerson: true,
  on: AfterSalesCase,
  input: z.object({ reason }),
  output: one(AfterSalesCase),
  event: 'reject',
  when: (ctx, { outcome, ruleIds }) =>
    outcome === 'ALLOW' && !staffOf(ctx).permissions.has('policy.override')
      ? deny('POLICY_DENIED', {
          text: t.policyGrants,
          details: { ruleIds },
        })
      : undefined,
  check: (ctx, row, { reason: why }) => (why ? unspeakable(ctx, row, why) : deny('REASON_REQUIRED')),
  run: async (ctx, row, { reason: why }) => {
    await ctx.unset(decisionTimer, row);
    return move(ctx, row, 'reject', {
      rejection: why,
      decisionDueAt: null,
      handlerId: row.handlerId ?? staffOf(ctx).userId,
    });
  },
});

/** What waits for the customer to send the goods back. */
export const RETURN_CLOCKS = [returnTimer, firstReminderTimer, secondReminderTimer] as const;
const CLOCKS = [decisionTimer, ...RETURN_CLOCKS, receiptTimer] as const;

/** Stops the clocks of a case. */
export async function stopClocks(
  ctx: ActionContext,
  row: CaseRow,
  clocks: readonly (typeof CLOCKS)[number][] = CLOCKS,
): Promise<void> {
  for (const clock of clocks) await ctx.unset(clock, row);
}

/** The customer takes his request back, as long as the goods are with him. */
export const withdrawCase = defineAction({
  title: { en: 'Withdraw the case', zh: '撤销售后申请' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(AfterSalesCase),
  event: 'withdraw',
  run: async (ctx, row, input) => {
    await stopClocks(ctx, row);
    return move(ctx, row, 'withdraw', {
      decisionDueAt: null,
      ...(input.reason ? { note: input.reason } : {}),
    });
  },
});
