import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { deny } from '../../kernel/denial.ts';
import { mayFire } from '../../kernel/machine.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMachine } from './machine.ts';

const WAYBILL = /^[A-Za-z0-9-]{6,40}$/;

/** The customer has sent the goods back. */
export const shipReturn = defineAction({
  title: { en: 'Goods sent back', zh: '填写退货单号' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), carrier: z.string().trim().min(1).max(100), waybill: z.string().trim().regex(WAYBILL, 'Not a waybill number.') }),
  output: one(AfterSalesCase),
  run: async (ctx, { id, carrier, waybill }) => {
    await Promise.all(['return', 'remind3', 'remind6'].map((timer) => ctx.unschedule(`case-${timer}:${id}`)));
    return ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'customerShips', { returnCarrier: carrier, returnWaybill: waybill });
  },
});

/** The goods have arrived in the warehouse. */
export const receiveReturn = defineAction({
  title: { en: 'Goods received', zh: '退货签收' },
  allow: { staff: 'case.inspect' },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'receive', { receivedAt: ctx.now }),
});

const EVENTS = { PASS: 'inspectPass', PARTIAL: 'inspectPartial', FAIL: 'inspectFail' } as const;

/** Inspects the goods; anything but PASS needs a note and a photo. A partial pass may lower the refund, with its reason. */
export const inspectReturn = defineAction({
  title: { en: 'Inspect the goods', zh: '验货' },
  allow: { staff: 'case.inspect' },
  on: AfterSalesCase,
  input: z.object({
    id: z.string(),
    result: z.enum(['PASS', 'PARTIAL', 'FAIL']),
    note: z.string().trim().max(1000).default(''),
    photos: z.array(z.string().max(100)).max(20).default([]),
    /** What of the refund is left, in minor units; only for PARTIAL. */
    refundAmount: z.int().min(0).optional(),
  }),
  output: one(AfterSalesCase),
  check: async (ctx, { id, result, note, refundAmount }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const impossible = mayFire(caseMachine, row.state, EVENTS[result]);
    if (impossible) return impossible;
    if (result !== 'PASS' && !note) return deny('REASON_REQUIRED');
    const raised = refundAmount !== undefined && (result !== 'PARTIAL' || refundAmount > row.refundAmount);
    return raised ? deny('VALIDATION_FAILED', { fields: [{ path: 'refundAmount', message: 'Only a partial pass lowers the refund, and never raises it.' }] }) : undefined;
  },
  run: async (ctx, { id, result, note, photos, refundAmount }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const inspection = { result, note, photos, at: ctx.now, by: actorKey(ctx.actor) };
    const less = row.refundAmount - (refundAmount ?? row.refundAmount);
    const deduction = { code: 'DEDUCTION', amount: -less, text: { zh: `验货扣除:${note}`, en: `Deducted at inspection: ${note}` } };
    const lowered = less > 0 ? { refundAmount: row.refundAmount - less, refundLines: [...row.refundLines, deduction], refundSplit: lower(row.refundSplit, less) } : {};
    return ctx.fire(AfterSalesCase, row, EVENTS[result], { inspection, ...lowered });
  },
});

/** Takes an amount off the last methods first, never below nothing. */
function lower(split: readonly { methodId: string; amount: number }[], less: number): { methodId: string; amount: number }[] {
  let rest = less;
  return split
    .toReversed()
    .map(({ methodId, amount }) => {
      const off = Math.min(amount, rest);
      rest -= off;
      return { methodId, amount: amount - off };
    })
    .toReversed();
}

/** After a failed inspection: the goods go back to the customer, who may open a dispute. */
export const refuseReturn = defineAction({
  title: { en: 'Refuse after inspection', zh: '验货不通过,拒绝' },
  allow: { staff: 'policy.override' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), reason: z.string().trim().max(1000).default('') }),
  output: one(AfterSalesCase),
  check: (_ctx, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, { id, reason }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'refuse', { rejection: reason, settledAt: ctx.now }),
});

/** The customer does not accept the outcome: the case waits for a decision on the dispute. */
export const openCaseDispute = defineAction({
  title: { en: 'Open a dispute', zh: '发起纠纷' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), reason: z.string().trim().max(1000).default('') }),
  output: one(AfterSalesCase),
  check: (_ctx, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'openDispute'),
});
