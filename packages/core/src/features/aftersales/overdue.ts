/**
 * @module Limits of a case that ran out: a refund past its day is a breach like any other – on the record, as an event,
 * as an alert to who handles the case and to those who lead the store, and in the share of limits that were kept
 * (K-20).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { inCommit } from '../../kernel/event.ts';
import { extend } from '../../kernel/extend.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { AlertKind, StaffAlert } from '../routing/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseEscalated, refundOverdue } from './events.ts';
import type { CaseRow } from './plan.ts';
import { noteStep, runs } from './steps.ts';
import { refundDueTimer } from './timers.ts';

export const CaseAlertKind = addTo(AlertKind, {
  REFUND_OVERDUE: { en: 'Refund overdue', zh: '退款逾期' },
  CASE_OVERDUE: { en: 'Case overdue', zh: '售后单超时' },
});

/** An alert with the case that is meant. */
export const CaseAlert = extend(StaffAlert, { fields: { caseId: z.string().max(64).nullable().default(null) } });

const REFUNDS: readonly CaseRow['type'][] = ['RETURN_REFUND', 'REFUND_ONLY'];

/** Whether money is owed by a day now: the limit runs, and something is to be paid or still to be worked out. */
export const owesRefund = (row: CaseRow): boolean =>
  row.refundDueAt !== null && REFUNDS.includes(row.type) && row.refundAmount !== 0 && runs(row.state, 'refundDueAt');

/** Sets the clock of a refund by where the case stands now, or stops it. */
export async function watchRefund(ctx: ActionContext, row: CaseRow): Promise<void> {
  if (owesRefund(row) && row.refundDueAt) await ctx.at(refundDueTimer, row.refundDueAt, row);
  else await ctx.unset(refundDueTimer, row);
}

/** The day by which the money had to be back has passed. */
export const passRefundDeadline = defineAction({
  title: { en: 'Refund overdue', zh: '退款逾期' },
  allow: { system: true },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  when: ({ now }, row) => {
    const isLate = owesRefund(row) && (row.refundDueAt ?? '') <= now && row.refundOverdueAt === null;
    return isLate ? undefined : deny('INVALID_TRANSITION', { details: { from: row.state, event: 'refundOverdue' } });
  },
  run: (ctx, row) => {
    const late = ctx.update(AfterSalesCase, row, {
      refundOverdueAt: row.refundDueAt,
      escalatedAt: row.escalatedAt ?? ctx.now,
    });
    noteStep(ctx, late, 'refundOverdue');
    ctx.emit(refundOverdue, late);
    return late;
  },
});

function alert(
  ctx: ActionContext,
  { id: caseId, storeId, conversationId, handlerId, number }: CaseRow,
  kind: keyof typeof CaseAlertKind.codes,
): void {
  const about = {
    storeId,
    kind,
    conversationId,
    caseId,
    aboutUserId: handlerId,
    note: number,
    at: ctx.now,
    seenAt: null,
    seenById: null,
  };
  for (const toUserId of handlerId ? [null, handlerId] : [null]) ctx.insert(CaseAlert, { ...about, toUserId });
}

export const overdueAlerts = [
  inCommit(refundOverdue, (ctx, row) => alert(ctx, row, 'REFUND_OVERDUE')),
  inCommit(caseEscalated, (ctx, row) => alert(ctx, row, 'CASE_OVERDUE')),
];
