/** @module The course of a case: each step is written down beside it, and what is due next is kept on it. */
import type { ActionContext } from '../../kernel/context.ts';
import { CaseStep } from './entities.ts';
import type { CaseState } from './machine.ts';
import type { CaseRow } from './plan.ts';

interface Limits {
  readonly state: CaseState;
  readonly decisionDueAt: string | null;
  readonly returnDueAt: string | null;
  readonly receiptDueAt: string | null;
  readonly refundDueAt: string | null;
}

/** Which limits run in a state. */
const RUNNING: Partial<Record<CaseState, readonly Exclude<keyof Limits, 'state'>[]>> = {
  REQUESTED: ['decisionDueAt'],
  UNDER_REVIEW: ['decisionDueAt'],
  APPROVED: ['refundDueAt'],
  AWAITING_RETURN: ['returnDueAt'],
  IN_TRANSIT: ['receiptDueAt', 'refundDueAt'],
  RECEIVED: ['refundDueAt'],
  INSPECTED_PASS: ['refundDueAt'],
  INSPECTED_PARTIAL: ['refundDueAt'],
  INSPECTED_FAIL: ['refundDueAt'],
  REFUND_PENDING: ['refundDueAt'],
};

/** Whether a limit runs in a state. */
export const runs = (state: CaseState, limit: Exclude<keyof Limits, 'state'>): boolean =>
  RUNNING[state]?.includes(limit) ?? false;

/** By when somebody has to act next. */
export function nextDue(row: Limits): string | null {
  const limits = (RUNNING[row.state] ?? []).flatMap((name) => row[name] ?? []);
  return limits.toSorted()[0] ?? null;
}

const ACTORS = { shopper: 'CUSTOMER', staff: 'STAFF', system: 'SYSTEM', rule: 'SYSTEM', anonymous: 'SYSTEM' } as const;

interface StepDetails {
  readonly from?: CaseState | null;
  readonly note?: string | undefined;
  /** The rules that decided it by themselves; absent where a person or the course of the case did. */
  readonly byRules?: readonly string[] | undefined;
}

/** Writes a step down. `row` is the case after it. */
export function noteStep(
  ctx: ActionContext,
  row: CaseRow,
  event: string,
  { from = row.state, note = '', byRules }: StepDetails = {},
): void {
  const { now: at } = ctx;
  const actor = byRules ? 'POLICY' : ACTORS[ctx.actor.kind];
  const userId = ctx.actor.kind === 'staff' && !byRules ? ctx.actor.userId : null;
  const ruleIds = [...(byRules ?? [])];
  const { id: caseId, storeId, customerId, state: to } = row;
  ctx.insert(CaseStep, { storeId, caseId, customerId, at, event, from, to, actor, userId, ruleIds, note });
}
