/**
 * @module Agreeing on a solution and carrying it out: another one than asked for, the amount where the books do not
 * tell it, and after the inspection the refund, the new goods or the repair.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { large } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { allocate, roleMayApprove } from '../../policies/index.ts';
import { ShopError } from '../../ports/shop.ts';
import { orderOf, refuseShopError, shopOf } from '../orders/index.ts';
import { apologyHeardFirst } from './apology.ts';
import { casesOf, claim, claimsOf, takesGoods } from './claims.ts';
import { settlement } from './codes.ts';
import { waybill } from './goods.ts';
import { AfterSalesCase, caseType, compensationFor } from './entities.ts';
import { belowLeast } from './goods.ts';
import { caseMachine, type CaseEvent } from './machine.ts';
import { praiseDenied } from './praise.ts';
import { approverOf, planCase, type CaseRow, type WantedCase } from './plan.ts';
import { move, policyOf } from './progress.ts';
import { refundableByMethod } from './refund-order.ts';
import { payOut } from './refund.ts';
import { startRepair } from './repair.ts';
import { noteStep } from './steps.ts';
import { solutionFields } from './submit.ts';
import { repairTimer } from './timers.ts';
import { NOTIFY_CUSTOMER_FIRST } from '../work/index.ts';
import { aftersalesTexts as t } from './texts.ts';
import { quoted } from '../../kernel/said.ts';

const OPEN: readonly string[] = ['REQUESTED', 'UNDER_REVIEW'];

/**
 * Offers another solution than the one asked for (T4); in a quality case after the apology (R-AFT-03). The policy
 * judges it anew.
 */
export const offerSolution = defineAction({
  title: { en: 'Offer a solution', zh: '协商方案' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({
    type: caseType,
    newVariantIds: z.array(z.string().max(200)).max(100).default([]),
    compensationAmount: large(z.int().min(0)).default(0),
    compensationFor: compensationFor.optional(),
    exceptionReason: z.string().trim().max(500).optional(),
  }),
  output: one(AfterSalesCase),
  when: (_ctx, row) => {
    return OPEN.includes(row.state)
      ? apologyHeardFirst(row)
      : deny('INVALID_TRANSITION', { details: { from: row.state, event: 'offerSolution' } });
  },
  run: async (ctx, row, { newVariantIds, ...offer }) => {
    const wanted = offered(row, offer, newVariantIds);
    const planned = await planCase(ctx, wanted, row);
    const { judgement } = planned;
    if (judgement.outcome === 'DENY' && (!offer.exceptionReason || judgement.final))
      return refuse('POLICY_DENIED', {
        text: quoted(judgement.explanation),
        details: { ruleIds: judgement.ruleIds, clause: judgement.explanation, whatWouldChangeIt: judgement.changes },
      });
    if (takesGoods(offer.type)) claim(ctx, planned.claims, { storeId: row.storeId, orderId: row.orderId });
    const lines = row.lines.map((line, index) => ({ ...line, newVariantId: newVariantIds[index] ?? null }));
    const { decisionDueAt: _kept, ...solution } = solutionFields(wanted, planned, ctx.now);
    const before = row.refundSplit.filter(({ state }) => state === 'PAID');
    noteStep(ctx, row, 'offerSolution', {
      note: `${row.type} → ${offer.type}${offer.exceptionReason ? `: ${offer.exceptionReason}` : ''}`,
    });
    const paid =
      before.length > 0 ? { refundRecord: row.refundRecord, refundSplit: [...before, ...solution.refundSplit] } : {};
    return ctx.update(AfterSalesCase, row, {
      ...solution,
      ...paid,
      lines,
      offeredAt: ctx.now,
      exceptionReason: offer.exceptionReason ?? row.exceptionReason,
    });
  },
});

type Offer = Pick<WantedCase, 'type' | 'compensationAmount' | 'compensationFor' | 'exceptionReason'>;

function offered(row: CaseRow, offer: Offer, newVariantIds: readonly string[]): WantedCase {
  return {
    ...offer,
    storeId: row.storeId,
    orderId: row.orderId,
    reason: row.reason,
    items: row.lines.map(({ lineId, quantity }, index) => ({
      lineId,
      quantity,
      ...(newVariantIds[index] ? { newVariantId: newVariantIds[index] } : {}),
    })),
    description: row.description,
    evidence: [],
    condition: {},
    ...(row.refundMethodId ? { paymentMethodId: row.refundMethodId } : {}),
  };
}

/**
 * Says what is refunded where the shop's books do not tell it, never more than is left over all cases, and within one's
 * limit.
 */
export const setRefundAmount = defineAction({
  title: { en: 'Set the refund', zh: '核定退款金额' },
  allow: { staff: 'case.approve' },
  inPerson: true,
  on: AfterSalesCase,
  input: z.object({ refundAmount: large(z.int().min(0)), reason: z.string().trim().max(500).default('') }),
  output: one(AfterSalesCase),
  when: (_ctx, { state, type }) =>
    UNPAID.includes(state) && REFUNDING.includes(type)
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'setRefundAmount' } }),
  check: async (ctx, row, { refundAmount, reason }) => {
    if (!reason) return deny('REASON_REQUIRED');
    return (
      praiseDenied(reason) ??
      (await withinTier(ctx, row, refundAmount)) ??
      (mayOverride(ctx) ? undefined : belowLeast(ctx, row, refundAmount))
    );
  },
  run: async (ctx, row, { refundAmount, reason }) => {
    const line = {
      code: 'SET_BY_HAND',
      amount: refundAmount - sum(row.refundLines),
      text: { zh: `人工核定：${reason}`, en: `Set by hand: ${reason}` },
    };
    const refundSplit = await spread(ctx, row, refundAmount);
    const approverNeeded = approverOf(await policyOf(ctx, row), row, refundAmount);
    noteStep(ctx, row, 'setRefundAmount', { note: reason });
    return ctx.update(AfterSalesCase, row, {
      refundAmount,
      refundSplit,
      approverNeeded,
      refundLines: line.amount === 0 ? row.refundLines : [...row.refundLines, line],
    });
  },
});

const UNPAID: readonly string[] = [
  'REQUESTED',
  'UNDER_REVIEW',
  'APPROVED',
  'AWAITING_RETURN',
  'IN_TRANSIT',
  'RECEIVED',
  'INSPECTED_PASS',
  'INSPECTED_PARTIAL',
  'DISPUTED',
];
const REFUNDING: readonly string[] = ['RETURN_REFUND', 'REFUND_ONLY', 'EXCHANGE', 'REPAIR'];
const sum = (lines: CaseRow['refundLines']) => lines.reduce((total, { amount }) => total + amount, 0);

/** Who may grant an exception from the policy may also take off more than it provides for. */
const mayOverride = ({ actor }: ActionContext): boolean =>
  actor.kind === 'staff' && actor.permissions.has('policy.override');

async function withinTier(ctx: ActionContext, row: CaseRow, amount: number): Promise<Denial | undefined> {
  const approver = approverOf(await policyOf(ctx, row), row, amount);
  const { actor } = ctx;
  return actor.kind === 'staff' && roleMayApprove(actor.roles, approver)
    ? undefined
    : deny('LIMIT_EXCEEDED', { details: { approver } });
}

/** Spreads an amount over what is left by each payer; more than that is refused. */
async function spread(ctx: ActionContext, row: CaseRow, amount: number): Promise<CaseRow['refundSplit']> {
  const access = await shopOf(ctx, row.storeId);
  const order = await orderOf(ctx, access, row.orderId);
  const claims = await claimsOf(ctx, row.storeId, row.orderId);
  const others = (await casesOf(ctx, row.storeId, row.orderId)).map((one) =>
    one.id === row.id ? { ...one, refundSplit: one.refundSplit.filter(({ state }) => state === 'PAID') } : one,
  );
  const left = [...refundableByMethod(order, others)];
  const most = left.reduce((total, [, one]) => total + one, 0);
  if (amount > most)
    return refuse('LIMIT_EXCEEDED', {
      text: t.aboveRefundable,
      details: { refundable: most },
    });
  claim(ctx, claims, { storeId: row.storeId, orderId: row.orderId });
  const parts = allocate(
    amount,
    left.map(([, one]) => one),
  );
  const pending = left.map(([methodId], index) => ({
    methodId,
    amount: parts[index] ?? 0,
    state: 'PENDING' as const,
    tries: 0,
  }));
  return [...row.refundSplit.filter(({ state }) => state === 'PAID'), ...pending.filter((part) => part.amount > 0)];
}

/**
 * Orders what the inspection earned: the refund, the new goods or the repair. New goods that are gone become a refund
 * (3.4).
 */
export const settleReturn = defineAction({
  title: { en: 'Refund, exchange or repair', zh: '执行退款、换货或维修' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({
    instead: codes('CaseAlternative', {
      REFUND: { en: 'A refund instead', zh: '改为退款' },
    }).optional(),
  }),
  output: one(AfterSalesCase),
  event: ['refund', 'exchange', 'repair', 'agree'],
  when: (_ctx, row) => agreedFirst(row, settlement(row)),
  check: async (ctx, row, { instead }) => {
    const event = instead ? 'refund' : settlement(row);
    const impossible = mayFire(caseMachine, row.state, event);
    if (impossible || event !== 'exchange') return impossible;
    return (await inStock(ctx, row))
      ? undefined
      : deny('POLICY_DENIED', {
          text: t.newItemUnavailable,
          details: { code: 'NOT_AVAILABLE', instead: 'REFUND', ruleIds: [] },
        });
  },
  run: async (ctx, row, { instead }) => {
    const event = instead ? 'refund' : settlement(row);
    if (event === 'refund' || event === 'agree')
      return payOut(ctx, row, event, instead ? await asRefund(ctx, row) : {});
    return event === 'repair' ? startRepair(ctx, row) : move(ctx, row, event);
  },
});

/** What a partial inspection leaves is for the customer to accept (3.4: CU and AA). */
const agreedFirst = ({ inspectionAcceptedAt }: CaseRow, event: CaseEvent): Denial | undefined =>
  event === 'agree' && !inspectionAcceptedAt
    ? deny(NOTIFY_CUSTOMER_FIRST, {
        text: t.inspectionNotAccepted,
        details: { step: 'INSPECTION' },
      })
    : undefined;

/** The customer accepts what a partial inspection left of his refund; staff record what he said on the phone. */
export const acceptInspection = defineAction({
  title: { en: 'Accept the inspection', zh: '接受验货结果' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  event: 'agree',
  stays: true,
  when: (_ctx, { state, inspectionAcceptedAt }) =>
    inspectionAcceptedAt
      ? deny('INVALID_TRANSITION', { details: { from: state, event: 'acceptInspection' } })
      : undefined,
  run: (ctx, row) => {
    noteStep(ctx, row, 'acceptInspection');
    return ctx.update(AfterSalesCase, row, { inspectionAcceptedAt: ctx.now });
  },
});

async function inStock(ctx: ActionContext, { storeId, lines }: CaseRow): Promise<boolean> {
  const { shop } = await shopOf(ctx, storeId);
  const found = await Promise.all(
    lines.map(({ newVariantId }) => shop.variant(newVariantId ?? '').catch(unknownVariant)),
  );
  return found.every((variant) => variant?.available === true);
}

function unknownVariant(error: unknown): undefined {
  if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
  return refuseShopError(error);
}

/** An exchange or a repair that becomes a refund, worked out as the return it now is. */
async function asRefund(ctx: ActionContext, row: CaseRow): Promise<Partial<CaseRow>> {
  if (row.type === 'RETURN_REFUND') return {};
  if (row.refundAmount) return { type: 'RETURN_REFUND' };
  const wanted = offered(
    row,
    { type: 'RETURN_REFUND', compensationAmount: row.compensationAmount, exceptionReason: 'instead' },
    [],
  );
  const planned = await planCase(ctx, wanted, row);
  const { type, refundAmount, refundLines, refundSplit, refundRecord, feeCeiling } = solutionFields(
    wanted,
    planned,
    ctx.now,
  );
  return { type, refundAmount, refundLines, refundSplit, refundRecord, feeCeiling };
}

/** New goods are on their way to the customer. */
export const noteReplacement = defineAction({
  title: { en: 'Replacement sent', zh: '登记补发运单' },
  allow: { staff: 'case.ship' },
  on: AfterSalesCase,
  input: z.object({ carrier: z.string().trim().min(1).max(100), waybill }),
  output: one(AfterSalesCase),
  when: (_ctx, { state }) => {
    return state === 'RESHIPPING' || state === 'REPAIRING'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'noteReplacement' } });
  },
  run: (ctx, row, { carrier, waybill: outboundWaybill }) => {
    noteStep(ctx, row, 'noteReplacement', { note: `${carrier} ${outboundWaybill}` });
    return ctx.update(AfterSalesCase, row, { outboundCarrier: carrier, outboundWaybill });
  },
});

/** The new goods have arrived, or the repaired ones. */
export const completeCase = defineAction({
  title: { en: 'Complete the case', zh: '完成售后单' },
  allow: { staff: 'case.handle', system: true },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  event: ['delivered', 'repaired'],
  run: async (ctx, row) => {
    await ctx.unset(repairTimer, row);
    return move(ctx, row, completeEvent(row.state));
  },
});

const completeEvent = (state: CaseRow['state']): CaseEvent => (state === 'REPAIRING' ? 'repaired' : 'delivered');
