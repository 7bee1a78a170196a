/**
 * @module Limits of a case that ran out: a refund past its day is a breach like any other – on the record, as an event,
 * as a notice to who handles the case and to those who lead the store, and in the share of limits that were kept
 * (K-20).
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { inCommit } from '../../kernel/event.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { clearNoticesAbout, noticeKind, NoticeKind, notify, type NoticeKindRule } from '../notices/index.ts';
import { serviceMinutes } from '../../kernel/work.ts';
import { AfterSalesCase } from './entities.ts';
import { caseEscalated, caseMoved, refundOverdue } from './events.ts';
import type { CaseRow } from './plan.ts';
import { noteStep, runs } from './steps.ts';
import { refundDueTimer } from './timers.ts';

export const CaseNotices = addTo(NoticeKind, {
  REFUND_OVERDUE: { en: 'Refund overdue', zh: '退款逾期' },
  CASE_OVERDUE: { en: 'Case overdue', zh: '售后单超时' },
});

const acknowledge = serviceMinutes(15);
export const refundLate = noticeKind(CaseNotices, { code: 'REFUND_OVERDUE', severity: 'URGENT', acknowledge });
export const caseLate = noticeKind(CaseNotices, { code: 'CASE_OVERDUE', severity: 'URGENT', acknowledge });

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

/** Whoever handles the case hears of it with those who lead the store; when nobody says that they see to it, the manager. */
const tell = (ctx: ActionContext, { id, storeId, handlerId, number }: CaseRow, kind: NoticeKindRule) =>
  notify(ctx, kind, {
    storeId,
    key: id,
    title: number,
    about: { entity: AfterSalesCase.name, id },
    to: { userIds: [handlerId], permission: 'conversation.assign' },
    next: [{ roles: ['MG'] }],
  });

/** The case has gone on: nobody need be told any more that it has not. */
async function settle(ctx: ActionContext, row: CaseRow): Promise<void> {
  const over = [
    ...(row.escalatedAt ? [caseLate] : []),
    ...(row.refundOverdueAt && !owesRefund(row) ? [refundLate] : []),
  ];
  if (over.length > 0) await clearNoticesAbout(ctx, row.id, over);
}

export const overdueAlerts = [
  inCommit(refundOverdue, async (ctx, row) => void (await tell(ctx, row, refundLate))),
  inCommit(caseEscalated, async (ctx, row) => void (await tell(ctx, row, caseLate))),
  inCommit(caseMoved, settle),
];
