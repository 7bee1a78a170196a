import type { CaseState } from './machine.ts';

/** Whose turn it is in a state: a role, or `CU` for the customer. */
export const CASE_TURN: Partial<Record<CaseState, string>> = {
  REQUESTED: 'AA',
  UNDER_REVIEW: 'AA',
  AWAITING_RETURN: 'CU',
  IN_TRANSIT: 'WH',
  RECEIVED: 'WH',
  INSPECTED_PASS: 'AA',
  INSPECTED_PARTIAL: 'CU',
  INSPECTED_FAIL: 'SV',
  REFUND_PENDING: 'FN',
  RESHIPPING: 'WH',
  REPAIRING: 'WH',
  DISPUTED: 'CO',
};
