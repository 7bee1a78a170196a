/** @module The hand-over point to a dispute: the customer does not accept the outcome, somebody decides, the case goes on. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { named } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { claimAgain } from './claims.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMachine } from './machine.ts';
import { praiseDenied } from './praise.ts';
import { move } from './progress.ts';
import { payOut } from './refund.ts';

const id = z.string();
const reason = z.string().trim().max(1000).default('');

/** The customer does not accept the outcome: the case waits for a decision on the dispute. */
export const openCaseDispute = defineAction({
  title: { en: 'Open a dispute', zh: '发起纠纷' },
  allow: { shopper: true, staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id, reason }),
  output: one(AfterSalesCase),
  check: async (ctx, input) =>
    mayFire(caseMachine, (await ctx.get(AfterSalesCase, input.id)).state, 'openDispute') ??
    (input.reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, input) => {
    const row = await ctx.get(AfterSalesCase, input.id);
    await ctx.unschedule(`case-archive:${row.id}`);
    if (!row.claims) await claimAgain(ctx, row);
    return move(ctx, row, 'openDispute', { claims: true, settledAt: null, note: input.reason });
  },
});

const OUTCOMES = { REFUND: 'decideRefund', REJECT: 'decideReject', RESHIP: 'decideReship' } as const;

/** Carries out the decision on a dispute. A refund needs its amount (`setRefundAmount` where the books do not tell it). */
export const decideCaseDispute = defineAction({
  title: { en: 'Decide the dispute', zh: '纠纷裁定' },
  allow: { staff: 'dispute.decide' },
  on: AfterSalesCase,
  input: z.object({ id, outcome: named('CaseDisputeOutcome', z.enum(['REFUND', 'REJECT', 'RESHIP'])), reason }),
  output: one(AfterSalesCase),
  check: async (ctx, { id: caseId, outcome = 'REFUND', reason: why }) => {
    const impossible = mayFire(caseMachine, (await ctx.get(AfterSalesCase, caseId)).state, OUTCOMES[outcome]);
    if (impossible) return impossible;
    if (!why) return deny('REASON_REQUIRED');
    return outcome === 'REJECT' ? undefined : praiseDenied(why);
  },
  run: async (ctx, { id: caseId, outcome, reason: why }) => {
    const row = await ctx.get(AfterSalesCase, caseId);
    if (outcome === 'REFUND') return payOut(ctx, row, OUTCOMES.REFUND, { note: why });
    return move(ctx, row, OUTCOMES[outcome], { note: why, ...(outcome === 'REJECT' ? { rejection: why } : {}) });
  },
});
