/**
 * @module After-sales: returns, exchanges, refunds, repairs and compensation, from request to record (domain model
 * 3.4).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { kpis } from '../kpis/index.ts';
import { metrics } from '../metrics/index.ts';
import { routing } from '../routing/index.ts';
import { shifts } from '../shifts/index.ts';
import { policies } from '../policies/index.ts';
import { orders } from '../orders/index.ts';
import { guard } from '../guard/index.ts';
import { customers } from '../customers/index.ts';
import { conversations } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { advanceCase, expireCase, passDecisionDeadline, proceedCase, remindReturn } from './advance.ts';
import { apologyDraft, apologyHeard, recordApology } from './apology.ts';
import { customerNotices, knownCustomerNotices } from '../customer-notices/index.ts';
import { apologyTold, caseNews, CaseTold, returnReminder } from './told.ts';
import { announceCase } from './announce.ts';
import { archiveCase, archiveSettledCase, recordCause, reopenCase } from './archive.ts';
import { CaseSubject } from './decision-subject.ts';
import { decideCaseDispute, openCaseDispute } from './dispute.ts';
import { AfterSalesCase, CasePhoto, CaseStep, OrderClaims, ReturnAddress } from './entities.ts';
import { inspectReturn, noteFirstScan, passReceiptDeadline, receiveReturn, refuseReturn, shipReturn } from './goods.ts';
import { CaseItem } from './handover-kind.ts';
import { keepRefundDay, keptRefunds } from './kept-refunds.ts';
import { caseOptions } from './options.ts';
import { caseCounts } from './counts.ts';
import { caseLate, CaseNotices, overdueAlerts, passRefundDeadline, refundLate } from './overdue.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { payPart } from './pay-effect.ts';
import { addCasePhoto, casePhotoFile } from './photo.ts';
import { caseRecord, searchCases } from './record.ts';
import { confirmRefund, payRefund, retryRefund } from './refund.ts';
import { exchangeRepair, passRepairLimit } from './repair.ts';
import {
  generateReturnsReport,
  noteReturnsMeasure,
  recordShippedUnits,
  returnsReportCsv,
  returnsReportLines,
} from './report.ts';
import { ReturnsMeasure, ReturnsReport, ReturnsReportPart, ShippedUnits } from './report-entities.ts';
import { setReturnAddress } from './return-address.ts';
import { approveCase, previewApprovals, rejectCase, takeUpCase, withdrawCase } from './review.ts';
import {
  acceptInspection,
  completeCase,
  noteReplacement,
  offerSolution,
  setRefundAmount,
  settleReturn,
} from './solve.ts';
import { previewCase, submitCase } from './submit.ts';
import { aftersalesTexts } from './texts.ts';
import { whenDue } from '../../kernel/timer.ts';
import {
  decisionTimer,
  returnTimer,
  firstReminderTimer,
  secondReminderTimer,
  receiptTimer,
  refundDueTimer,
  payTimer,
  advanceTimer,
  repairTimer,
  archiveTimer,
  reportTimer,
} from './timers.ts';
import { work } from '../work/index.ts';
import { aftersalesWords } from './words.ts';

const HANDLE = ['AA', 'CO', 'TL', 'SV', 'MG'] as const;

export const aftersales = defineFeature({
  name: 'aftersales',
  words: aftersalesWords,
  requires: [
    access,
    conversations,
    customerNotices,
    customers,
    guard,
    kpis,
    metrics,
    notices,
    orders,
    policies,
    routing,
    shifts,
    work,
  ],
  members: [CaseItem, CaseSubject, CaseNotices, CaseTold],
  entities: [
    AfterSalesCase,
    CaseStep,
    CasePhoto,
    OrderClaims,
    ReturnAddress,
    ReturnsReport,
    ReturnsReportPart,
    ReturnsMeasure,
    ShippedUnits,
  ],
  actions: {
    submitCase,
    takeUpCase,
    recordApology,
    offerSolution,
    setRefundAmount,
    approveCase,
    rejectCase,
    withdrawCase,
    proceedCase,
    shipReturn,
    noteFirstScan,
    receiveReturn,
    inspectReturn,
    acceptInspection,
    refuseReturn,
    settleReturn,
    noteReplacement,
    completeCase,
    exchangeRepair,
    confirmRefund,
    retryRefund,
    openCaseDispute,
    decideCaseDispute,
    recordCause,
    archiveCase,
    reopenCase,
    advanceCase,
    payRefund,
    expireCase,
    remindReturn,
    passDecisionDeadline,
    passReceiptDeadline,
    passRefundDeadline,
    passRepairLimit,
    archiveSettledCase,
    addCasePhoto,
    setReturnAddress,
    generateReturnsReport,
    recordShippedUnits,
    noteReturnsMeasure,
  },
  views: {
    previewCase,
    caseRecord,
    apologyDraft,
    caseCounts,
    previewApprovals,
    searchCases,
    returnsReportLines,
    returnsReportCsv,
    caseOptions,
  },
  inCommit: overdueAlerts,
  answers: [
    keptRefunds,
    knownNotices(refundLate, caseLate),
    apologyHeard,
    knownCustomerNotices(caseNews, returnReminder, apologyTold),
  ],
  changes: [keepRefundDay],
  effects: [announceCase, payPart],
  timers: [
    whenDue(decisionTimer, passDecisionDeadline),
    whenDue(returnTimer, expireCase),
    whenDue(firstReminderTimer, remindReturn),
    whenDue(secondReminderTimer, remindReturn),
    whenDue(receiptTimer, passReceiptDeadline),
    whenDue(refundDueTimer, passRefundDeadline),
    whenDue(payTimer, payRefund),
    whenDue(advanceTimer, advanceCase),
    whenDue(repairTimer, passRepairLimit),
    whenDue(archiveTimer, archiveSettledCase),
    whenDue(reportTimer, generateReturnsReport),
  ],
  files: [casePhotoFile],
  permissions: {
    'case.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'WH', 'FN', 'DL', 'AN'],
      en: 'See after-sales cases',
      zh: '查看售后单',
    },
    'case.submit': { roles: ['PA', ...HANDLE], en: 'Open cases for customers', zh: '代顾客申请售后' },
    'case.handle': { roles: HANDLE, en: 'Work on cases', zh: '处理售后单' },
    // Domain model 3.13.
    'case.approve': { roles: HANDLE, en: 'Decide cases within the limit', zh: '在额度内审批售后' },
    'case.inspect': { roles: ['WH'], en: 'Receive and inspect returned goods', zh: '退货签收与验货' },
    'case.photo': { roles: ['PA', 'WH', 'TS', ...HANDLE], en: 'Add photos to cases', zh: '添加售后照片' },
    'case.ship': { roles: ['WH', 'TS', ...HANDLE], en: 'Send replacements', zh: '寄出补发商品' },
    'case.configure': { roles: ['SV', 'MG', 'AD'], en: 'Set return addresses', zh: '设置退货地址' },
    'policy.override': { roles: ['SV', 'MG'], en: 'Grant exceptions from the policy', zh: '政策例外放行' },
    'refund.confirm': { roles: ['FN'], en: 'Confirm refunds as paid', zh: '确认已退款' },
    'dispute.decide': { roles: ['CO', 'SV', 'MG'], en: 'Decide disputes', zh: '裁定纠纷' },
    'report.read': {
      roles: ['AA', 'TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'FN'],
      en: 'See returns reports',
      zh: '查看退货月报',
    },
    'report.manage': { roles: ['SV', 'MG', 'AN'], en: 'Note measures and shipped units', zh: '登记改进措施与发货件数' },
  },
  texts: aftersalesTexts,
});

export {
  CASE_REASONS,
  CASE_TYPES,
  apologyDue,
  choosesGoods,
  lowersRefund,
  mayCompensate,
  maySettleInMoney,
  mustCompensate,
  needsMethod,
  needsOverride,
  needsProof,
  settlement,
  SELLER_FAULT,
  type CaseReason,
  type CaseType,
} from './codes.ts';
export {
  AfterSalesCase,
  caseApprover,
  CasePhoto,
  caseReason,
  CaseStep,
  caseType,
  compensationFor,
  faultParty,
  ReturnAddress,
} from './entities.ts';
export { caseEscalated, caseMoved, caseSubmitted, refundOverdue } from './events.ts';
export { CASE_GROUPS, CASE_STATES, caseMachine, type CaseGroup, type CaseState } from './machine.ts';
export { CASE_TURN } from './turn.ts';
export { paidAtOnce, paidWhen, refundParts, type PaidBy } from './refund-parts.ts';
export { ReturnsMeasure, ReturnsReport, ShippedUnits, type ReportLine } from './report-entities.ts';
export { planCase } from './plan.ts';
