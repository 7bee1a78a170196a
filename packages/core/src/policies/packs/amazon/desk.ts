/**
 * @module Messages, claims, metrics and norms in the Amazon style (5.2).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { commonSteps, DISPUTE_COLUMNS, step } from '../desk/disputes.ts';
import { unpaidReminder } from '../desk/limits.ts';
import { rowsAsOf } from '../rows.ts';
import { AMAZON_AS_OF } from './returns.ts';

const rows = rowsAsOf(AMAZON_AS_OF);
const EARLY = { in: ['OPENED', 'NEGOTIATING'] };

export const amazonMessaging: DecisionTable = {
  code: 'AMZ-MESSAGING',
  title: say('消息', 'Messages'),
  decision: 'MESSAGING',
  hitPolicy: 'FIRST',
  inputs: [fact.messageKind, fact.optedOut],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'AMZ-51',
      source: 'DK✓',
      when: { messageKind: { in: ['MARKETING', 'COUPON', 'OUTSIDE_LINK'] } },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say('不得发送营销、优惠券或站外链接。', 'No marketing, no coupon, no outside link.'),
    },
    {
      id: 'AMZ-52',
      source: 'DK✓',
      when: { messageKind: 'POSITIVE_REVIEW_REQUEST' },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say('不得诱导或索要好评。', 'No incentive for, and no request of, a positive review.'),
    },
    {
      id: 'AMZ-53',
      source: 'DK✓',
      when: { messageKind: 'REVIEW_REQUEST', optedOut: true },
      answer: { outcome: 'DENY' },
      clause: say('尊重买家退订。', 'The opt-out is honoured.'),
    },
    {
      id: 'AMZ-54',
      source: 'DK✓',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say('只发送完成订单或服务所需的消息。', 'Order-completing and service messages only.'),
    },
  ]),
};

export const amazonDisputes: DecisionTable = {
  code: 'AMZ-DISPUTE',
  title: say('A-to-z 保障', 'A-to-z Guarantee'),
  decision: 'DISPUTE',
  hitPolicy: 'UNIQUE',
  complete: false,
  ...DISPUTE_COLUMNS,
  inputs: [...DISPUTE_COLUMNS.inputs, fact.lateDelivery],
  rows: rows([
    {
      id: 'AMZ-61',
      source: 'DK✓',
      when: {
        move: 'CLAIM',
        stage: EARLY,
        lateDelivery: false,
        sinceContacted: { gte: 'PT48H' },
        daysSinceMaxEta: { lte: 90 },
      },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      clause: say(
        '联系卖家 48 小时未解决可申请保障，最晚为最晚预计送达后 90 天。',
        'A claim is possible 48 hours after contacting the seller, at the latest 90 days after the latest estimated delivery.',
      ),
    },
    {
      id: 'AMZ-62',
      source: 'DK✓',
      when: {
        move: 'CLAIM',
        stage: EARLY,
        lateDelivery: true,
        sinceContacted: { gte: 'PT48H' },
        daysSinceMaxEta: { gt: 3, lte: 90 },
      },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      clause: say(
        '迟到的，最晚预计送达 3 天后可申请。',
        'For late delivery, from 3 days after the latest estimated delivery.',
      ),
    },
    {
      id: 'AMZ-63',
      source: 'DK✓',
      when: { move: 'APPEAL', stage: 'DECIDED', daysSinceDecided: { lte: 30 } },
      answer: step('ALLOW', 'APPEALED'),
      clause: say('卖家可在裁决后 30 天内申诉。', 'The seller may appeal within 30 days.'),
    },
    {
      id: 'AMZ-64',
      source: 'DK✓',
      when: { move: 'REIMBURSE', daysSinceDecided: { lte: 60 } },
      answer: step('ALLOW', 'SAME'),
      clause: say('卖家可在 60 天内申请赔付（SAFE-T）。', 'Seller reimbursement (SAFE-T) within 60 days.'),
    },
    ...commonSteps('AMZ'),
  ]),
};

export const amazonDeadlines: DecisionTable = {
  code: 'AMZ-DEADLINE',
  title: say('时限', 'Time limits'),
  decision: 'DEADLINE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.timer],
  outputs: [out.due, out.until, out.onTimeout],
  rows: rows([
    {
      id: 'AMZ-66',
      source: 'DK',
      when: { timer: 'RETURN_DECISION' },
      answer: { due: { from: 'at', hours: 24 }, until: null, onTimeout: 'AUTO_APPROVE' },
      clause: say(
        '超出政策的退货申请 24 小时内人工答复。',
        'An out-of-policy request is decided by a person within 24 hours.',
      ),
    },
    {
      id: 'AMZ-67',
      source: 'DK✓',
      when: { timer: 'INFORMATION_REQUEST' },
      answer: { due: { from: 'escalatedAt', hours: 72 }, until: null, onTimeout: 'NONE' },
      clause: say('平台要求说明须 72 小时内回复。', 'An information request is answered within 72 hours.'),
    },
    {
      id: 'AMZ-68',
      source: 'DK✓',
      when: { timer: 'APPEAL' },
      answer: { due: null, until: { from: 'decidedAt', days: 30 }, onTimeout: 'CLOSE' },
      clause: say('申诉期 30 天。', 'An appeal within 30 days.'),
    },
    {
      id: 'AMZ-69',
      source: 'DK✓',
      when: { timer: 'BUYER_MAY_ESCALATE' },
      answer: { due: { from: 'contactedAt', hours: 48 }, until: null, onTimeout: 'NONE' },
      clause: say('买家联系卖家 48 小时后可申请保障。', 'The buyer may claim 48 hours after contacting the seller.'),
    },
    unpaidReminder('AMZ-70'),
  ]),
};

export const amazonResponse: DecisionTable = {
  code: 'AMZ-RESPONSE',
  title: say('响应时限', 'Response norms'),
  decision: 'RESPONSE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.channel],
  outputs: [out.due],
  rows: rows([
    {
      id: 'AMZ-71',
      source: 'DK✓',
      when: { channel: { in: ['MESSAGE', 'EMAIL', 'CHAT', 'INQUIRY'] } },
      answer: { due: { from: 'askedAt', hours: 24 } },
      clause: say(
        '每条买家消息 24 小时内回复或标记无需回复，周末与节假日照计。',
        'Every buyer message is answered, or marked as needing no answer, within 24 hours, weekends and holidays included.',
      ),
    },
    {
      id: 'AMZ-72',
      source: 'DK✓',
      when: { channel: 'ISSUE' },
      answer: { due: { from: 'askedAt', hours: 48 } },
      clause: say('问题单 48 小时内回复。', 'An issue is answered within 48 hours.'),
    },
  ]),
};

export const amazonMetrics: DecisionTable = {
  code: 'AMZ-METRIC',
  title: say('考核指标', 'Metrics'),
  decision: 'METRIC',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.metric],
  outputs: [out.limitPct],
  rows: rows([
    {
      id: 'AMZ-81',
      source: 'DK✓',
      when: { metric: 'ORDER_DEFECT_RATE' },
      answer: { limitPct: 1 },
      clause: say('订单缺陷率低于 1%。', 'Order defect rate below 1 %.'),
    },
    {
      id: 'AMZ-82',
      source: 'DK✓',
      when: { metric: 'PRE_FULFILMENT_CANCEL_RATE' },
      answer: { limitPct: 2.5 },
      clause: say('发货前取消率低于 2.5%。', 'Cancellations before fulfilment below 2.5 %.'),
    },
    {
      id: 'AMZ-83',
      source: 'DK✓',
      when: { metric: 'LATE_SHIPMENT_RATE' },
      answer: { limitPct: 4 },
      clause: say('迟发率低于 4%。', 'Late shipments below 4 %.'),
    },
    {
      id: 'AMZ-84',
      source: 'DK✓',
      when: { metric: 'VALID_TRACKING_RATE' },
      answer: { limitPct: 95 },
      clause: say('有效追踪率不低于 95%。', 'Valid tracking of at least 95 %.'),
    },
  ]),
};

export const amazonInvoice: DecisionTable = {
  code: 'AMZ-INVOICE',
  title: say('发票', 'Invoices'),
  decision: 'INVOICE',
  hitPolicy: 'COLLECT',
  inputs: [fact.invoiceKind],
  outputs: [out.outcome, out.due],
  rows: rows([
    {
      id: 'AMZ-91',
      source: 'DK',
      when: { invoiceKind: 'VAT' },
      answer: { outcome: 'ALLOW', due: { from: 'invoiceAskedAt', businessDays: 3 } },
      clause: say(
        '增值税地区可索要发票，3 个工作日内开具。',
        'In VAT regions an invoice on request within 3 business days.',
      ),
    },
    {
      id: 'AMZ-92',
      source: 'DK',
      when: { invoiceKind: { in: ['RECEIPT', 'ELECTRONIC'] } },
      answer: { outcome: 'ALLOW', due: null },
      clause: say('美国提供收据。', 'A receipt in the US.'),
    },
  ]),
};

export const amazonDuties: DecisionTable = {
  code: 'AMZ-DUTY',
  title: say('其他规则', 'Other rules'),
  decision: 'DUTY',
  hitPolicy: 'COLLECT',
  inputs: [fact.duty],
  outputs: [out.must, out.months],
  rows: rows([
    {
      id: 'AMZ-95',
      source: 'DK✓',
      when: { duty: 'SELLER_POLICY_FLOOR' },
      answer: { must: true, months: null },
      clause: say('卖家政策不得低于平台政策。', "The seller's policy is at least as good as the platform's."),
    },
    {
      id: 'AMZ-96',
      source: 'DK',
      when: { duty: 'TONE' },
      answer: { must: true, months: null },
      clause: say(
        '首条消息即致歉并给出方案，不归咎平台。',
        'Apology and solution in the first message; the platform is not blamed.',
      ),
    },
  ]),
};

export const amazonWarranty: DecisionTable = {
  code: 'AMZ-WARRANTY',
  title: say('质保', 'Warranty'),
  decision: 'WARRANTY',
  hitPolicy: 'UNIQUE',
  inputs: [fact.lateDelivery],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'AMZ-97',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say(
        '先适用平台保障，否则适用厂商质保。',
        "The platform's guarantee first, else the manufacturer's warranty.",
      ),
    },
  ]),
};
