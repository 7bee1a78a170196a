/**
 * @module Goods on their way back: sent by the customer, seen by the carrier, received and inspected in the warehouse.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { large } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { isTrackingNumber, trackingNumber } from '../../text/index.ts';
import { lowersRefund, needsProof } from './codes.ts';
import { receiptDeadline, refundDue } from './deadlines.ts';
import { AfterSalesCase, inspectionResult } from './entities.ts';
import { caseEscalated } from './events.ts';
import { ceilingAtInspection, leastRefund } from './fee-ceiling.ts';
import { factsNow } from './instants.ts';
import { caseMachine } from './machine.ts';
import type { CaseRow } from './plan.ts';
import { move, policyOf } from './progress.ts';
import { payOut } from './refund.ts';
import { RETURN_CLOCKS, stopClocks } from './review.ts';
import { noteStep } from './steps.ts';
import { unspeakable } from './spoken.ts';
import { receiptTimer } from './timers.ts';
import { says } from '../../kernel/problems.ts';
import { aftersalesTexts as t } from './texts.ts';

/** A carrier's number as people paste it; it is stored as {@link trackingNumber} writes it. */
export const waybill = z.string().max(200).overwrite(trackingNumber).refine(isTrackingNumber, says(t.waybillForm));

/** The customer has sent the goods back. */
export const shipReturn = defineAction({
  title: { en: 'Goods sent back', zh: '填写退货单号' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ carrier: z.string().trim().min(1).max(100), waybill }),
  output: one(AfterSalesCase),
  event: 'customerShips',
  run: async (ctx, row, { carrier, waybill: returnWaybill }) => {
    await stopClocks(ctx, row, RETURN_CLOCKS);
    const policy = await policyOf(ctx, row);
    const limit = receiptDeadline(policy, factsNow(row), ctx.now);
    if (limit) await ctx.at(receiptTimer, limit.at, row);
    return move(ctx, row, 'customerShips', {
      returnCarrier: carrier,
      returnWaybill,
      returnDueAt: null,
      shippedBackAt: ctx.now,
      receiptDueAt: limit?.at ?? null,
      onReceiptTimeout: limit?.onTimeout ?? 'NONE',
      refundDueAt: refundDue(policy, factsNow(row, { returnShippedAt: ctx.now })) ?? row.refundDueAt,
    });
  },
});

/** The carrier has scanned the parcel for the first time; where the policy says so the refund is paid now. */
export const noteFirstScan = defineAction({
  title: { en: 'First carrier scan', zh: '承运人首次扫描' },
  allow: { staff: 'case.handle', system: true },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  leads: 'firstScan',
  when: (_ctx, { state }) => mayFire(caseMachine, state, 'firstScan'),
  run: (ctx, row) => {
    if (row.firstScanAt) return row;
    if (!row.refundAtFirstScan || row.type !== 'RETURN_REFUND' || row.refundAmount === null) {
      noteStep(ctx, row, 'firstScan');
      return ctx.update(AfterSalesCase, row, { firstScanAt: ctx.now });
    }
    return payOut(ctx, row, 'firstScan', { firstScanAt: ctx.now });
  },
});

/** The goods have arrived in the warehouse; where they were refunded at the first scan only that is noted. */
export const receiveReturn = defineAction({
  title: { en: 'Goods received', zh: '退货签收' },
  allow: { staff: 'case.inspect' },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  leads: 'receive',
  when: (_ctx, row) => (refundedOnTheWay(row) ? undefined : mayFire(caseMachine, row.state, 'receive')),
  run: async (ctx, row) => {
    if (refundedOnTheWay(row)) {
      noteStep(ctx, row, 'receive');
      return ctx.update(AfterSalesCase, row, { receivedAt: ctx.now });
    }
    const policy = await policyOf(ctx, row);
    const refundDueAt = refundDue(policy, factsNow(row, { goodsReceivedAt: ctx.now })) ?? row.refundDueAt;
    return move(ctx, row, 'receive', {
      receivedAt: ctx.now,
      refundDueAt,
      feeCeiling: ceilingAtInspection(policy, row),
    });
  },
});

const refundedOnTheWay = ({ state, firstScanAt, refundAtFirstScan, receivedAt }: CaseRow): boolean =>
  refundAtFirstScan &&
  firstScanAt !== null &&
  receivedAt === null &&
  ['REFUND_PENDING', 'REFUNDED', 'CLOSED'].includes(state);

const EVENTS = { PASS: 'inspectPass', PARTIAL: 'inspectPartial', FAIL: 'inspectFail' } as const;

const inspection = z.object({
  result: inspectionResult,
  note: z.string().trim().max(1000).default(''),
  /** Names or ids of the photos that show it. */
  photos: z.array(z.string().min(1).max(200)).max(20).default([]),
  accessories: z.string().trim().max(500).default(''),
  gifts: z.string().trim().max(500).default(''),
  /** What of the refund is left, in minor units; only for PARTIAL. */
  refundAmount: large(z.int().min(0)).optional(),
});

/**
 * Inspects the goods; anything but PASS needs a note and a photo. A partial pass may lower the refund, with its reason.
 */
export const inspectReturn = defineAction({
  title: { en: 'Inspect the goods', zh: '验货' },
  allow: { staff: 'case.inspect' },
  on: AfterSalesCase,
  input: inspection,
  output: one(AfterSalesCase),
  event: Object.values(EVENTS),
  check: async (ctx, row, { result, note, photos, refundAmount }) => {
    if (needsProof(result) && !note) return deny('REASON_REQUIRED');
    if (needsProof(result) && photos.length === 0)
      return deny('VALIDATION_FAILED', { fields: [{ path: 'photos', text: t.addPhoto }] });
    const raised = refundAmount !== undefined && (!lowersRefund(result) || refundAmount > (row.refundAmount ?? 0));
    if (!raised)
      return result === 'PASS'
        ? undefined
        : ((await belowLeast(ctx, row, refundAmount)) ?? unspeakable(ctx, row, note));
    return deny('VALIDATION_FAILED', {
      fields: [{ path: 'refundAmount', text: t.lowerOnPartialPass }],
    });
  },
  run: async (ctx, row, { result, note, photos, accessories, gifts, refundAmount }) => {
    const passed: Record<string, string> = result === 'PASS' ? { inspectionPassedAt: ctx.now } : {};
    return move(ctx, row, EVENTS[result], {
      note,
      inspection: { result, note, photos, accessories, gifts, at: ctx.now, by: actorKey(ctx.actor) },
      refundDueAt: refundDue(await policyOf(ctx, row), factsNow(row, passed)) ?? row.refundDueAt,
      ...lowered(row, refundAmount, note),
    });
  },
});

/**
 * Why a refund may not be lowered so far: the seller is at fault, or the fee for the state of the goods has a ceiling.
 */
export async function belowLeast(
  ctx: ReadContext,
  row: CaseRow,
  refundAmount: number | undefined,
): Promise<Denial | undefined> {
  if (refundAmount === undefined || row.refundAmount === null || refundAmount >= row.refundAmount) return undefined;
  const least = leastRefund(await policyOf(ctx, row), row);
  if (refundAmount >= least) return undefined;
  const text = least === row.refundAmount ? t.nothingToTakeOff : t.belowFee;
  return deny('VALIDATION_FAILED', {
    fields: [{ path: 'refundAmount', text }],
    details: { least, currency: row.currency },
  });
}

function lowered(row: CaseRow, refundAmount: number | undefined, note: string): Partial<CaseRow> {
  if (refundAmount === undefined || row.refundAmount === null || refundAmount >= row.refundAmount) return {};
  const less = row.refundAmount - refundAmount;
  const deduction = {
    code: 'DEDUCTION',
    amount: -less,
    text: { zh: `验货扣除：${note}`, en: `Deducted at inspection: ${note}` },
  };
  return { refundAmount, refundLines: [...row.refundLines, deduction], refundSplit: takeOff(row.refundSplit, less) };
}

/** Takes an amount off the last methods first, never below nothing. */
function takeOff(split: CaseRow['refundSplit'], less: number): CaseRow['refundSplit'] {
  let rest = less;
  return split
    .toReversed()
    .map((part) => {
      const off = Math.min(part.amount, rest);
      rest -= off;
      return { ...part, amount: part.amount - off };
    })
    .toReversed();
}

/** After a failed inspection: the goods go back to the customer, who may open a dispute. */
export const refuseReturn = defineAction({
  title: { en: 'Refuse after inspection', zh: '验货不通过，拒绝' },
  allow: { staff: 'policy.override' },
  on: AfterSalesCase,
  input: z.object({ reason: z.string().trim().max(1000).default('') }),
  output: one(AfterSalesCase),
  event: 'refuse',
  check: (ctx, row, { reason }) => (reason ? unspeakable(ctx, row, reason) : deny('REASON_REQUIRED')),
  run: (ctx, row, input) => move(ctx, row, 'refuse', { rejection: input.reason }),
});

/** The seller let his time to confirm the goods run out: what the platform does then. */
export const passReceiptDeadline = defineAction({
  title: { en: 'Receipt not confirmed in time', zh: '超时未确认收货' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'autoRefund',
  input: z.object({}),
  output: one(AfterSalesCase),
  run: async (ctx, row) => {
    if (row.onReceiptTimeout === 'AUTO_REFUND' && row.type === 'RETURN_REFUND' && row.refundAmount !== null) {
      const facts = factsNow(row);
      const limit = receiptDeadline(await policyOf(ctx, row), facts, row.shippedBackAt ?? ctx.now);
      return payOut(ctx, row, 'autoRefund', { byRules: limit?.ruleIds ?? [] });
    }
    const escalated = ctx.update(AfterSalesCase, row, { escalatedAt: ctx.now });
    noteStep(ctx, escalated, 'escalate');
    ctx.emit(caseEscalated, escalated);
    return escalated;
  },
});
