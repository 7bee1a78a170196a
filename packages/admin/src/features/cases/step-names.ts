/** The steps of a case, in the order in which they are offered. */
export const STEP_NAMES = [
  'takeUpCase', 'recordApology', 'approveCase', 'rejectCase', 'offerSolution', 'proceedCase', 'shipReturn', 'noteFirstScan', 'receiveReturn', 'inspectReturn', 'acceptInspection',
  'settleReturn', 'refuseReturn', 'noteReplacement', 'completeCase', 'exchangeRepair', 'confirmRefund', 'retryRefund', 'decideCaseDispute', 'setRefundAmount', 'openCaseDispute', 'withdrawCase', 'reopenCase', 'recordCause', 'archiveCase',
] as const;
export type StepName = (typeof STEP_NAMES)[number];
