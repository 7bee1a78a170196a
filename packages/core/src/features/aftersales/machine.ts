import { defineMachine, type EventOf } from '../../kernel/machine.ts';

export const CASE_STATES = [
  'REQUESTED',
  'UNDER_REVIEW',
  'APPROVED',
  'REJECTED',
  'AWAITING_RETURN',
  'IN_TRANSIT',
  'RECEIVED',
  'INSPECTED_PASS',
  'INSPECTED_PARTIAL',
  'INSPECTED_FAIL',
  'REFUND_PENDING',
  'REFUNDED',
  'RESHIPPING',
  'REPAIRING',
  'COMPLETED',
  'DISPUTED',
  'WITHDRAWN',
  'EXPIRED',
  'CLOSED',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/**
 * Domain model 3.4; `explain` ends a case of usage help, `autoRefund` is what a platform does when the seller lets his
 * time run out.
 */
export const caseMachine = defineMachine({
  field: 'state',
  states: CASE_STATES,
  events: {
    submit: { NEW: 'REQUESTED' },
    takeUp: { REQUESTED: 'UNDER_REVIEW' },
    approve: { REQUESTED: 'APPROVED', UNDER_REVIEW: 'APPROVED' },
    reject: { REQUESTED: 'REJECTED', UNDER_REVIEW: 'REJECTED' },
    withdraw: {
      REQUESTED: 'WITHDRAWN',
      UNDER_REVIEW: 'WITHDRAWN',
      APPROVED: 'WITHDRAWN',
      AWAITING_RETURN: 'WITHDRAWN',
    },
    needsReturn: { APPROVED: 'AWAITING_RETURN' },
    refundOnly: { APPROVED: 'REFUND_PENDING' },
    reship: { APPROVED: 'RESHIPPING' },
    explain: { APPROVED: 'COMPLETED' },
    customerShips: { AWAITING_RETURN: 'IN_TRANSIT' },
    deadline: { AWAITING_RETURN: 'EXPIRED' },
    firstScan: { IN_TRANSIT: 'REFUND_PENDING' },
    autoRefund: { IN_TRANSIT: 'REFUND_PENDING', RECEIVED: 'REFUND_PENDING' },
    receive: { IN_TRANSIT: 'RECEIVED' },
    inspectPass: { RECEIVED: 'INSPECTED_PASS' },
    inspectPartial: { RECEIVED: 'INSPECTED_PARTIAL' },
    inspectFail: { RECEIVED: 'INSPECTED_FAIL' },
    refund: { INSPECTED_PASS: 'REFUND_PENDING' },
    exchange: { INSPECTED_PASS: 'RESHIPPING' },
    repair: { INSPECTED_PASS: 'REPAIRING' },
    exchangeRepair: { REPAIRING: 'RESHIPPING' },
    agree: { INSPECTED_PARTIAL: 'REFUND_PENDING' },
    refuse: { INSPECTED_FAIL: 'REJECTED' },
    openDispute: { INSPECTED_FAIL: 'DISPUTED', INSPECTED_PARTIAL: 'DISPUTED', REJECTED: 'DISPUTED' },
    refundConfirmed: { REFUND_PENDING: 'REFUNDED' },
    delivered: { RESHIPPING: 'COMPLETED' },
    repaired: { REPAIRING: 'COMPLETED' },
    decideRefund: { DISPUTED: 'REFUND_PENDING' },
    decideReject: { DISPUTED: 'REJECTED' },
    decideReship: { DISPUTED: 'RESHIPPING' },
    archive: { REFUNDED: 'CLOSED', COMPLETED: 'CLOSED', REJECTED: 'CLOSED', WITHDRAWN: 'CLOSED', EXPIRED: 'CLOSED' },
    reopen: { CLOSED: 'UNDER_REVIEW' },
  },
});

export type CaseEvent = EventOf<typeof caseMachine>;

/** How people sort cases: by who has to act next. */
export const CASE_GROUPS = {
  DECIDE: ['REQUESTED', 'UNDER_REVIEW'],
  RETURN: ['APPROVED', 'AWAITING_RETURN', 'IN_TRANSIT'],
  INSPECT: ['RECEIVED', 'INSPECTED_PASS', 'INSPECTED_PARTIAL', 'INSPECTED_FAIL'],
  PAY: ['REFUND_PENDING'],
  SEND: ['RESHIPPING', 'REPAIRING'],
  DISPUTE: ['DISPUTED'],
  DONE: ['REFUNDED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'],
  CLOSED: ['CLOSED'],
} as const satisfies Record<string, readonly CaseState[]>;
export type CaseGroup = keyof typeof CASE_GROUPS;

/** States that a case is archived from. */
export const SETTLED_STATES: readonly CaseState[] = ['REFUNDED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'];
/** Where a case gives its goods free for another one: nothing came of it. */
export const RELEASING_STATES: readonly CaseState[] = ['REJECTED', 'WITHDRAWN', 'EXPIRED'];
