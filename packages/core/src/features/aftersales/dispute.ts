/**
 * @module The hand-over point to a dispute: the customer does not accept the outcome, somebody decides, the case goes
 * on.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { deny } from '../../kernel/denial.ts';
import { claimAgain } from './claims.ts';
import { AfterSalesCase } from './entities.ts';
import { praiseDenied } from './praise.ts';
import { move } from './progress.ts';
import { payOut } from './refund.ts';
import { archiveTimer } from './timers.ts';

const reason = z.string().trim().max(1000).default('');

/** The customer does not accept the outcome: the case waits for a decision on the dispute. */
export const openCaseDispute = defineAction({
  title: { en: 'Open a dispute', zh: '发起纠纷' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ reason }),
  output: one(AfterSalesCase),
  event: 'openDispute',
  check: (_ctx, _row, input) => (input.reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row, input) => {
    await ctx.unset(archiveTimer, row);
    if (!row.claims) await claimAgain(ctx, row);
    return move(ctx, row, 'openDispute', { claims: true, settledAt: null, note: input.reason });
  },
});

const OUTCOMES = { REFUND: 'decideRefund', REJECT: 'decideReject', RESHIP: 'decideReship' } as const;

/**
 * Carries out the decision on a dispute. A refund needs its amount (`setRefundAmount` where the books do not tell it).
 */
export const decideCaseDispute = defineAction({
  title: { en: 'Decide the dispute', zh: '纠纷裁定' },
  allow: { staff: 'dispute.decide' },
  on: AfterSalesCase,
  input: z.object({
    outcome: codes('CaseDisputeOutcome', {
      REFUND: { en: 'Refund', zh: '退款' },
      REJECT: { en: 'Refuse', zh: '不支持' },
      RESHIP: { en: 'Send new goods', zh: '补寄' },
    }),
    reason,
  }),
  output: one(AfterSalesCase),
  event: Object.values(OUTCOMES),
  check: (_ctx, _row, { outcome, reason: why }) => {
    if (!why) return deny('REASON_REQUIRED');
    return outcome === 'REJECT' ? undefined : praiseDenied(why);
  },
  run: (ctx, row, { outcome, reason: why }) => {
    if (outcome === 'REFUND') return payOut(ctx, row, OUTCOMES.REFUND, { note: why });
    return move(ctx, row, OUTCOMES[outcome], { note: why, ...(outcome === 'REJECT' ? { rejection: why } : {}) });
  },
});
