/**
 * @module Disputes, norms, reviews, messages and invoices in the Tmall style (5.4).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/desk-inputs.ts';
import * as order from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { commonSteps, DISPUTE_COLUMNS, step } from '../desk/disputes.ts';
import { rowsAsOf } from '../rows.ts';
import { TMALL_AS_OF } from './returns.ts';

const rows = rowsAsOf(TMALL_AS_OF);
const EARLY = { in: ['OPENED', 'NEGOTIATING'] };

export const tmallDisputes: DecisionTable = {
  code: 'TM-DISPUTE',
  title: say('纠纷', 'Disputes'),
  decision: 'DISPUTE',
  hitPolicy: 'UNIQUE',
  complete: false,
  ...DISPUTE_COLUMNS,
  rows: rows([
    {
      id: 'TM-41',
      source: 'DK',
      when: { move: 'ESCALATE_BY_BUYER', stage: EARLY, sellerRefused: true },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      volatile: true,
      clause: say(
        '卖家拒绝后买家可申请平台介入。',
        "After the seller's refusal the buyer may ask the platform to step in.",
      ),
    },
    {
      id: 'TM-42',
      source: 'DK',
      when: { move: 'ESCALATE_BY_SELLER', stage: EARLY },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      volatile: true,
      clause: say('卖家可申请平台介入。', 'The seller may ask the platform to step in.'),
    },
    {
      id: 'TM-43',
      source: 'DK',
      when: { move: 'APPEAL', stage: 'DECIDED', daysSinceDecided: { lte: 7 } },
      answer: step('ALLOW', 'APPEALED'),
      volatile: true,
      clause: say('裁决后 7 天内可申诉。', 'An appeal is possible within 7 days of the decision.'),
    },
    ...commonSteps('TM'),
  ]),
};

export const tmallMetrics: DecisionTable = {
  code: 'TM-METRIC',
  title: say('考核指标', 'Metrics'),
  decision: 'METRIC',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.metric],
  outputs: [out.limitPct],
  rows: rows([
    {
      id: 'TM-51',
      source: 'DK✓',
      when: { metric: 'THREE_MINUTE_REPLY_RATE' },
      answer: { limitPct: null },
      clause: say(
        '3 分钟人工回复率：08:00–23:00，近 30 天；机器人和子账号聊天不计；平均人工回复每轮封顶 10 分钟。目标值由店铺设定。',
        '3-minute human reply rate: 08:00–23:00 over 30 days, robots and sub-account chats excluded; average human reply capped at 10 minutes a round. The shop sets the target.',
      ),
    },
  ]),
};

export const tmallResponse: DecisionTable = {
  code: 'TM-RESPONSE',
  title: say('响应时限', 'Response norms'),
  decision: 'RESPONSE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.channel],
  outputs: [out.due],
  rows: rows([
    {
      id: 'TM-52',
      source: 'DK✓',
      when: { channel: 'CHAT' },
      answer: { due: { from: 'askedAt', minutes: 3 } },
      clause: say('在线咨询 3 分钟内人工回复。', 'A chat is answered by a person within 3 minutes.'),
    },
  ]),
};

export const tmallReviews: DecisionTable = {
  code: 'TM-REVIEW',
  title: say('评价', 'Reviews'),
  decision: 'REVIEW',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.reviewAct],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'TM-53',
      source: 'DK',
      when: { reviewAct: { in: ['REPLY', 'EXPLAIN'] } },
      answer: { outcome: 'ALLOW' },
      volatile: true,
      clause: say(
        '卖家可解释评价；三项 DSR 评分统计近 6 个月。',
        'The seller may explain a review; the three DSR scores cover 6 months.',
      ),
    },
  ]),
};

export const tmallMessaging: DecisionTable = {
  code: 'TM-MESSAGING',
  title: say('消息触达', 'Messages'),
  decision: 'MESSAGING',
  hitPolicy: 'FIRST',
  inputs: [fact.messageKind, fact.consent, fact.optedOut, fact.quietHours, order.sentToday, fact.sentThisMonth],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'TM-61',
      source: 'DK',
      when: { messageKind: { in: ['SERVICE', 'ORDER_COMPLETING', 'CONTRACT_CHANGE'] } },
      answer: { outcome: 'ALLOW' },
      clause: say('服务消息可以发送。', 'Service messages may be sent.'),
    },
    {
      id: 'TM-62',
      source: 'DK✓',
      when: { messageKind: { in: ['OUTSIDE_LINK', 'POSITIVE_REVIEW_REQUEST'] } },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say(
        '禁止站外链接、线下交易和有偿评价。',
        'Outside links, off-platform deals and paid reviews are forbidden.',
      ),
    },
    {
      id: 'TM-63',
      source: 'DK',
      when: { optedOut: true },
      answer: { outcome: 'DENY' },
      clause: say('客户已退订。', 'The customer has opted out.'),
    },
    {
      id: 'TM-64',
      source: 'DK',
      when: { consent: false },
      answer: { outcome: 'DENY' },
      clause: say('营销须经客户同意。', "Marketing needs the customer's consent."),
    },
    {
      id: 'TM-65',
      source: 'DK',
      when: { quietHours: true },
      answer: { outcome: 'DENY' },
      clause: say('免打扰时段不发送。', 'Nothing is sent in quiet hours.'),
    },
    {
      id: 'TM-66',
      source: 'DK',
      when: { sentToday: { gte: 1 } },
      answer: { outcome: 'DENY' },
      clause: say('每天最多一条。', 'At most one message a day.'),
    },
    {
      id: 'TM-67',
      source: 'DK',
      when: { sentThisMonth: { gte: 4 } },
      answer: { outcome: 'DENY' },
      clause: say('每月最多四条。', 'At most four messages a month.'),
    },
    {
      id: 'TM-68',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say('经同意、未超限的营销消息可以发送。', 'With consent and within the caps marketing may be sent.'),
    },
  ]),
};

export const tmallDispatch: DecisionTable = {
  code: 'TM-DISPATCH',
  title: say('发货', 'Dispatch'),
  decision: 'DISPATCH',
  hitPolicy: 'UNIQUE',
  inputs: [order.campaignActive],
  outputs: [out.due],
  rows: rows([
    {
      id: 'TM-71',
      source: 'DK',
      when: { campaignActive: false },
      answer: { due: { from: 'paidAt', hours: 48 } },
      volatile: true,
      clause: say(
        '付款后 48 小时内发货，预售按承诺；迟发赔付比例由店铺设定。',
        'Dispatch within 48 hours of payment, pre-sale by promise; the percentage for late dispatch is set by the shop.',
      ),
    },
    {
      id: 'TM-72',
      rules: ['R-FUL-02'],
      source: 'S',
      when: { campaignActive: true },
      answer: { due: { from: 'paidAt', hours: 24 } },
      volatile: true,
      clause: say(
        '活动按公告发货，本店最长 24 小时。',
        'During campaigns as announced; this desk ships within 24 hours.',
      ),
    },
  ]),
};

export const tmallInvoice: DecisionTable = {
  code: 'TM-INVOICE',
  title: say('发票', 'Invoices'),
  decision: 'INVOICE',
  hitPolicy: 'COLLECT',
  inputs: [fact.invoiceKind],
  outputs: [out.outcome, out.due],
  rows: rows([
    {
      id: 'TM-81',
      source: 'DK',
      when: { invoiceKind: { not: ['PROFORMA'] } },
      answer: { outcome: 'ALLOW', due: { from: 'invoiceAskedAt', days: 7 } },
      clause: say(
        '必须开票，不得加收税点或费用，优先电子发票，7 天内开具。',
        'An invoice must be issued, without extra fee or tax point, an e-invoice by preference, within 7 days.',
      ),
    },
  ]),
};

export const tmallDuties: DecisionTable = {
  code: 'TM-DUTY',
  title: say('其他规则', 'Other rules'),
  decision: 'DUTY',
  hitPolicy: 'COLLECT',
  inputs: [fact.duty],
  outputs: [out.must, out.months],
  rows: rows([
    {
      id: 'TM-91',
      source: 'DK✓',
      when: { duty: 'FORBIDDEN_TO_AGENTS' },
      answer: { must: true, months: null },
      clause: say(
        '禁止：拒绝符合条件的退货、“没有发票”、关闭已付款订单、线下付款或站外链接、向非本人泄露订单、极限词、有偿评价。',
        'Forbidden: refusing an eligible return, "no invoice", closing a paid order, off-platform payment or links, showing an order to others, absolute words, paid reviews.',
      ),
    },
  ]),
};
