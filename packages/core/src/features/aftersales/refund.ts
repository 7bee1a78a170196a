/**
 * @module The refund of a case: what it pays, part by part, and how it is ordered, tried again and confirmed. The money
 * itself leaves the desk in `pay-effect`.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { large } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMachine, type CaseEvent } from './machine.ts';
import type { CaseRow } from './plan.ts';
import { isPaying, payNext, type RefundPart } from './pay-effect.ts';
import { move, type CaseChanges } from './progress.ts';
import { refundParts } from './refund-parts.ts';
import { noteStep } from './steps.ts';
import { payTimer, receiptTimer } from './timers.ts';
import { aftersalesTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

const problem = (path: string, text: Said): never => refuse('VALIDATION_FAILED', { fields: [{ path, text }] });

/**
 * Orders the refund by an event that leads to REFUND_PENDING. Where nobody has worked it out yet, somebody must first.
 */
export async function payOut(
  ctx: ActionContext,
  row: CaseRow,
  event: CaseEvent,
  changes: CaseChanges = {},
): Promise<CaseRow> {
  const planned = { ...row, ...changes };
  if (planned.refundAmount === null) return problem('refundAmount', t.planRefundFirst);
  const round = row.round + 1;
  const refundNo = `${row.number}-R${round}`;
  const moved = await move(ctx, row, event, {
    ...changes,
    refundSplit: [...refundParts(planned)],
    round,
    refundNo,
    shopState: 'PENDING',
    shopRefusal: null,
    attempts: 0,
  });
  await ctx.unset(receiptTimer, row);
  await ctx.afterCommit(payTimer, row);
  return moved;
}

/**
 * Has the shop pay what is not paid yet: its first part, after which the others follow by themselves. So it is possible
 * until that part is under way, and two at once pay it once. Timers of an earlier version come here too.
 */
export const payRefund = defineAction({
  title: { en: 'Pay the refund', zh: '执行退款' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'refundConfirmed',
  input: z.object({}),
  output: one(AfterSalesCase),
  when: async (ctx, row) => {
    // Refused, somebody says how to go on; where there is nothing to ask the shop, finance pays by hand.
    const over = row.shopState === 'REFUSED' || row.shopState === 'NONE' || (await isPaying(ctx, row));
    return over ? deny('INVALID_TRANSITION', { details: { from: row.state, event: 'payRefund' } }) : undefined;
  },
  run: (ctx, row) => {
    const shop = ctx.ports.shop(row.storeId);
    return shop && !shop.refund ? ctx.update(AfterSalesCase, row, { shopState: 'NONE' }) : payNext(ctx, row);
  },
});

/**
 * Tries a refused refund again, by another method where one is given. A refusal means that nothing was paid, so the key
 * is a new one.
 */
export const retryRefund = defineAction({
  title: { en: 'Retry the refund', zh: '重新退款' },
  allow: { staff: 'case.approve' },
  on: AfterSalesCase,
  input: z.object({ paymentMethodId: z.string().min(1).max(200).optional() }),
  output: one(AfterSalesCase),
  when: (_ctx, { state, shopState }) => {
    return state === 'REFUND_PENDING' && shopState === 'REFUSED'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'retryRefund' } });
  },
  run: async (ctx, row, { paymentMethodId }) => {
    const refundSplit = row.refundSplit.map((part): RefundPart =>
      part.state === 'REFUSED'
        ? { ...part, state: 'PENDING', tries: part.tries + 1, methodId: paymentMethodId ?? part.methodId }
        : part,
    );
    await ctx.afterCommit(payTimer, row);
    noteStep(ctx, row, 'retryRefund');
    return ctx.update(AfterSalesCase, row, { refundSplit, shopState: 'PENDING', shopRefusal: null, attempts: 0 });
  },
});

/** The payment provider or finance says that a refund was paid. The same refund number twice is one refund (SC-17). */
export const confirmRefund = defineAction({
  title: { en: 'Confirm the refund', zh: '确认已退款' },
  allow: { staff: 'refund.confirm', system: true },
  on: AfterSalesCase,
  input: z.object({ refundNo: z.string().min(1).max(100), amount: large(z.int().min(0)) }),
  output: one(AfterSalesCase),
  leads: 'refundConfirmed',
  // Who confirms twice is told the same twice.
  when: (_ctx, { state, refundNo }) =>
    ['REFUNDED', 'CLOSED'].includes(state) && refundNo ? undefined : mayFire(caseMachine, state, 'refundConfirmed'),
  check: (_ctx, row, { refundNo, amount }) => {
    const wrong = (path: string, text: Said) => deny('VALIDATION_FAILED', { fields: [{ path, text }] });
    if (row.refundNo !== refundNo) return wrong('refundNo', t.otherRefund);
    return amount === row.refundSplit.reduce((sum, part) => sum + part.amount, 0) - row.refundedBefore
      ? undefined
      : wrong('amount', t.otherAmount);
  },
  run: async (ctx, row) => {
    if (row.state !== 'REFUND_PENDING') return row;
    await ctx.unset(payTimer, row);
    return move(ctx, row, 'refundConfirmed', {
      shopState: 'DONE',
      shopRefusal: null,
      refundSplit: row.refundSplit.map((part): RefundPart => ({ ...part, state: 'PAID' })),
    });
  },
});
