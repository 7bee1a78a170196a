/** @module After-sales: returns, exchanges, refunds, repairs and compensation, from request to record (domain model 3.4). */
import { defineFeature } from '../../kernel/feature.ts';
import { AfterSalesCase, OrderClaims } from './entities.ts';
import { inspectReturn, openCaseDispute, receiveReturn, refuseReturn, shipReturn } from './goods.ts';
import { approveCase, archiveCase, recordApology, rejectCase, reopenCase, takeUpCase, withdrawCase } from './review.ts';
import { advanceCase, completeCase, confirmRefund, decideCaseDispute, expireCase, payRefund, remindReturn, settleReturn } from './settle.ts';
import { previewCase, submitCase } from './submit.ts';

export const aftersales = defineFeature({
  name: 'aftersales',
  entities: [AfterSalesCase, OrderClaims],
  actions: {
    submitCase, takeUpCase, approveCase, rejectCase, withdrawCase, recordApology, archiveCase, reopenCase,
    shipReturn, receiveReturn, inspectReturn, refuseReturn, openCaseDispute, decideCaseDispute,
    advanceCase, expireCase, remindReturn, settleReturn, payRefund, confirmRefund, completeCase,
  },
  views: { previewCase },
  permissions: {
    'case.read': ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'WH', 'FN', 'DL', 'AN'],
    'case.submit': ['PA', 'AA', 'CO', 'TL', 'SV', 'MG'],
    'case.handle': ['AA', 'CO', 'TL', 'SV', 'MG'],
    // Domain model 3.13.
    'case.approve': ['AA', 'CO', 'TL', 'SV', 'MG'],
    'case.inspect': ['WH'],
    'policy.override': ['SV', 'MG'],
    'refund.confirm': ['FN'],
    'dispute.decide': ['CO', 'SV', 'MG'],
  },
});

export * from './entities.ts';
export * from './events.ts';
export { CASE_STATES, CLAIMING_STATES, type CaseState } from './machine.ts';
