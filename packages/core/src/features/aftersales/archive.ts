/**
 * @module The end of a case and its file: cause and responsible party (T12), archive, and within seven days the
 * customer's word that it is not solved.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { claimAgain } from './claims.ts';
import { AfterSalesCase, faultParty, stockAction } from './entities.ts';
import type { CaseRow } from './plan.ts';
import { move } from './progress.ts';
import { noteStep } from './steps.ts';
import { archiveTimer, decisionTimer } from './timers.ts';
import { aftersalesTexts as t } from './texts.ts';

const REOPEN_MS = 7 * 24 * 3600 * 1000;

/** Records whose fault it was and what becomes of the goods; with it the record F4/F5 is complete. */
export const recordCause = defineAction({
  title: { en: 'Record the cause', zh: '登记原因与责任' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({
    faultParty,
    description: z.string().trim().max(2000).optional(),
    stockAction: stockAction.optional(),
  }),
  output: one(AfterSalesCase),
  // There is no cause before the decision, and an archived record stays: what is corrected then is a reopened case.
  when: (_ctx, { state }) =>
    ['REQUESTED', 'UNDER_REVIEW', 'CLOSED'].includes(state)
      ? deny('INVALID_TRANSITION', { details: { from: state, event: 'recordCause' } })
      : undefined,
  run: (ctx, row, { description, stockAction: action, ...cause }) => {
    noteStep(ctx, row, 'recordCause');
    return ctx.update(AfterSalesCase, row, {
      ...cause,
      ...(description === undefined ? {} : { description }),
      ...(action ? { stockAction: action } : {}),
    });
  },
});

/**
 * Fields of the record that are still open: F4 wants the responsible party, F5 what becomes of goods that came back.
 */
function openFields({ faultParty: fault, receivedAt, stockAction: action, state }: CaseRow): string[] {
  return [
    ...(fault === 'UNCLEAR' ? ['faultParty'] : []),
    ...(receivedAt && state !== 'REJECTED' && !action ? ['stockAction'] : []),
  ];
}

function recordLacks(row: CaseRow): Denial | undefined {
  const fields = openFields(row).map((path) => ({ path, text: t.requiredForRecord }));
  return fields.length > 0 ? deny('VALIDATION_FAILED', { fields }) : undefined;
}

/** Archives a finished case; its record F4/F5 must be complete. */
export const archiveCase = defineAction({
  title: { en: 'Archive the case', zh: '归档售后单' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({}),
  output: one(AfterSalesCase),
  event: 'archive',
  when: (_ctx, row) => recordLacks(row),
  run: archive,
});

async function archive(ctx: ActionContext, row: CaseRow): Promise<CaseRow> {
  await ctx.unset(archiveTimer, row);
  return move(ctx, row, 'archive', { closedAt: ctx.now });
}

/** The time has come: a case whose record is complete is archived; another waits on the list of those who handle it. */
export const archiveSettledCase = defineAction({
  title: { en: 'Archive by itself', zh: '自动归档' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'archive',
  input: z.object({}),
  output: one(AfterSalesCase),
  when: (_ctx, row) => recordLacks(row),
  run: archive,
});

/** Within seven days of closing the customer may say that it is not solved. */
export const reopenCase = defineAction({
  title: { en: 'Reopen the case', zh: '重新打开售后单' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(AfterSalesCase),
  event: 'reopen',
  when: (ctx, row) => tooLate(row, ctx.now),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row, { reason }) => {
    if (!row.claims) await claimAgain(ctx, row);
    const dueAt = new Date(Date.parse(ctx.now) + 24 * 3600 * 1000).toISOString();
    await ctx.at(decisionTimer, dueAt, row);
    return move(ctx, row, 'reopen', { ...reopened(row), decisionDueAt: dueAt, note: reason });
  },
});

const tooLate = ({ closedAt, state }: CaseRow, now: string): Denial | undefined =>
  closedAt && Date.parse(now) - Date.parse(closedAt) > REOPEN_MS
    ? deny('INVALID_TRANSITION', { details: { from: state, event: 'reopen' } })
    : undefined;

/** What was paid stays paid: a reopened case starts with nothing to refund, and a person says what more is due. */
function reopened(row: CaseRow): Partial<CaseRow> {
  const paid = row.refundSplit.filter(({ state }) => state === 'PAID').reduce((sum, { amount }) => sum + amount, 0);
  const afresh = {
    closedAt: null,
    settledAt: null,
    refundDueAt: null,
    refundOverdueAt: null,
    refundPaidAt: null,
    claims: true,
    rejection: null,
    inspection: null,
    inspectionAcceptedAt: null,
    shopState: 'NONE',
    onDecisionTimeout: 'ESCALATE',
    outcome: 'REVIEW',
    reopenCount: row.reopenCount + 1,
  } as const;
  return paid > 0
    ? { ...afresh, refundedBefore: row.refundedBefore + paid, refundAmount: 0, refundLines: [], compensationAmount: 0 }
    : afresh;
}
