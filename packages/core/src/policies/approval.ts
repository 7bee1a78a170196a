/**
 * @module Who may approve: the tier the policy names, and whether a role reaches it.
 */
import { decide, type Decision } from './decide.ts';
import type { StoreSetting } from './facts.ts';
import type { Policy } from './policy.ts';

/** Lowest first; roles of one tier may do the same. */
const TIERS: readonly (readonly string[])[] = [['AA', 'CO'], ['TL'], ['SV'], ['MG']];

function tierOf(role: string): number {
  return TIERS.findIndex((roles) => roles.includes(role));
}

/** Whether one of the roles reaches the approver the policy names. */
export function roleMayApprove(roles: readonly string[], approver: string): boolean {
  const needed = tierOf(approver);
  return needed >= 0 && roles.some((role) => tierOf(role) >= needed);
}

/** What is to be approved, in minor units of the store's currency. */
export interface ApprovalQuestion {
  readonly subject: 'REFUND_ONLY' | 'RETURN_REFUND' | 'COMPENSATION';
  readonly amount: number;
  readonly goodsBackAndPassed?: boolean;
}

/** The approval a sum needs (2.7-12), and whether these roles may give it alone. */
export function approvalOf(
  policy: Policy,
  question: ApprovalQuestion,
  store: StoreSetting,
  roles: readonly string[],
): { approver: string; may: boolean; decision: Decision } {
  const decision = decide(policy, 'APPROVAL', { ...question }, store);
  const approver = String(decision.outputs['approver'] ?? 'MG');
  return { approver, may: roleMayApprove(roles, approver), decision };
}
