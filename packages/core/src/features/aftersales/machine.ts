import type { Words } from '../../kernel/entity.ts';
import { defineMachine, type EventOf } from '../../kernel/machine.ts';

export const CASE_STATES = {
  REQUESTED: { en: 'Requested', zh: '待受理' },
  UNDER_REVIEW: { en: 'Under review', zh: '审核中' },
  APPROVED: { en: 'Approved', zh: '已同意' },
  REJECTED: { en: 'Rejected', zh: '已拒绝' },
  AWAITING_RETURN: { en: 'Awaiting return', zh: '待寄回' },
  IN_TRANSIT: { en: 'In transit', zh: '退货途中' },
  RECEIVED: { en: 'Received', zh: '已收货' },
  INSPECTED_PASS: { en: 'Inspected, passed', zh: '验货通过' },
  INSPECTED_PARTIAL: { en: 'Inspected, passed in part', zh: '验货部分通过' },
  INSPECTED_FAIL: { en: 'Inspected, failed', zh: '验货未通过' },
  REFUND_PENDING: { en: 'Refund pending', zh: '退款中' },
  REFUNDED: { en: 'Refunded', zh: '已退款' },
  RESHIPPING: { en: 'Re-shipping', zh: '补寄中' },
  REPAIRING: { en: 'Repairing', zh: '维修中' },
  COMPLETED: { en: 'Completed', zh: '已完成' },
  DISPUTED: { en: 'Disputed', zh: '纠纷中' },
  WITHDRAWN: { en: 'Withdrawn', zh: '已撤销' },
  EXPIRED: { en: 'Expired', zh: '超时关闭', note: 'The goods were not sent back in time.' },
  CLOSED: { en: 'Closed', zh: '已归档' },
};
export type CaseState = keyof typeof CASE_STATES;

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

export const CASE_GROUP_WORDS: Readonly<Record<CaseGroup, Words>> = {
  DECIDE: { en: 'To decide', zh: '待审核' },
  RETURN: { en: 'Goods to come back', zh: '待退回' },
  INSPECT: { en: 'To inspect', zh: '待验货' },
  PAY: { en: 'To refund', zh: '待退款' },
  SEND: { en: 'To send or repair', zh: '待补寄/维修' },
  DISPUTE: { en: 'In dispute', zh: '纠纷中' },
  DONE: { en: 'Settled', zh: '已处理' },
  CLOSED: { en: 'Archived', zh: '已归档' },
};

/** The columns of the board. */
export const CASE_BOARD = Object.fromEntries(
  Object.entries(CASE_GROUPS).map(([group, states]) => [group, { ...CASE_GROUP_WORDS[group as CaseGroup], states }]),
);

/** States that a case is archived from. */
export const SETTLED_STATES: readonly CaseState[] = ['REFUNDED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'];
/** Where a case gives its goods free for another one: nothing came of it. */
export const RELEASING_STATES: readonly CaseState[] = ['REJECTED', 'WITHDRAWN', 'EXPIRED'];
