/**
 * @module Disputes, norms, messages, dispatch, invoices and duties of the default pack (5.5).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/desk-inputs.ts';
import * as order from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { commonSteps, DISPUTE_COLUMNS, step } from '../desk/disputes.ts';
import { rowsAsOf } from '../rows.ts';
import { GENERIC_AS_OF } from './returns.ts';

const rows = rowsAsOf(GENERIC_AS_OF);

export const genericDisputes: DecisionTable = {
  code: 'GEN-DISPUTE',
  title: say('纠纷', 'Disputes'),
  decision: 'DISPUTE',
  hitPolicy: 'UNIQUE',
  complete: false,
  ...DISPUTE_COLUMNS,
  rows: rows([
    {
      id: 'GEN-61',
      source: 'S',
      when: { move: 'ESCALATE_BY_BUYER', stage: { in: ['OPENED', 'NEGOTIATING'] } },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      clause: say(
        '未解决的可升级到上级，再到外部机构。',
        'What is unsolved goes to a superior, then to an external body.',
      ),
    },
    {
      id: 'GEN-62',
      source: 'DK',
      when: { move: 'AUTO_ESCALATE', stage: { in: ['OPENED', 'NEGOTIATING'] }, sinceOpened: { gte: 'PT24H' } },
      answer: step('ALLOW', 'ESCALATED_TO_PLATFORM'),
      clause: say(
        '24 小时未解决自动升级主管，48 小时升级经理。',
        'Unsolved after 24 hours it goes to the supervisor, after 48 to the manager.',
      ),
    },
    {
      id: 'GEN-63',
      source: 'DK',
      when: { move: 'APPEAL', stage: 'DECIDED', daysSinceDecided: { lte: 7 } },
      answer: step('ALLOW', 'APPEALED'),
      clause: say('处理决定后七天内可申诉。', 'An appeal is possible within seven days of the decision.'),
    },
    ...commonSteps('GEN'),
  ]),
};

export const genericResponse: DecisionTable = {
  code: 'GEN-RESPONSE',
  title: say('首次响应时限', 'First reply'),
  decision: 'RESPONSE',
  hitPolicy: 'UNIQUE',
  inputs: [fact.channel],
  outputs: [out.due],
  rows: rows([
    {
      id: 'GEN-71',
      source: 'DK',
      when: { channel: 'CHAT' },
      answer: { due: { from: 'askedAt', minutes: 3 } },
      clause: say('在线聊天首次回复不超过 3 分钟。', 'The first reply in a chat takes at most 3 minutes.'),
    },
    {
      id: 'GEN-72',
      source: 'DK',
      when: { channel: { in: ['EMAIL', 'MESSAGE', 'INQUIRY', 'ISSUE'] } },
      answer: { due: { from: 'askedAt', hours: 24 } },
      clause: say('邮件和留言 24 小时内回复。', 'E-mails and messages are answered within 24 hours.'),
    },
    {
      id: 'GEN-73',
      source: 'DK',
      when: { channel: 'SOCIAL' },
      answer: { due: { from: 'askedAt', hours: 2 } },
      clause: say('社交媒体 2 小时内回复。', 'Social media is answered within 2 hours.'),
    },
    {
      id: 'GEN-74',
      source: 'DK',
      when: { channel: 'COMPLAINT' },
      answer: { due: { from: 'askedAt', minutes: 30 } },
      clause: say('投诉 30 分钟内确认受理。', 'A complaint is acknowledged within 30 minutes.'),
    },
  ]),
};

export const genericMessaging: DecisionTable = {
  code: 'GEN-MESSAGING',
  title: say('消息触达', 'Messages'),
  decision: 'MESSAGING',
  hitPolicy: 'FIRST',
  inputs: [fact.messageKind, fact.consent, fact.optedOut, fact.quietHours, order.sentToday],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'GEN-81',
      source: 'DK',
      when: { messageKind: { in: ['SERVICE', 'ORDER_COMPLETING', 'CONTRACT_CHANGE'] } },
      answer: { outcome: 'ALLOW' },
      clause: say('服务消息可以发送。', 'Service messages may be sent.'),
    },
    {
      id: 'GEN-82',
      rules: ['GEN-82', 'CN-20'],
      source: 'DK',
      when: { messageKind: 'POSITIVE_REVIEW_REQUEST' },
      answer: { outcome: 'DENY' },
      clause: say('不得诱导好评。', 'No positive review may be solicited.'),
    },
    {
      id: 'GEN-83',
      source: 'DK',
      when: { optedOut: true },
      answer: { outcome: 'DENY' },
      clause: say('客户已退订。', 'The customer has opted out.'),
    },
    {
      id: 'GEN-84',
      source: 'DK',
      when: { consent: false },
      answer: { outcome: 'DENY' },
      clause: say('营销消息须经客户同意。', "Marketing needs the customer's consent."),
    },
    {
      id: 'GEN-85',
      source: 'DK',
      when: { quietHours: true },
      answer: { outcome: 'DENY' },
      clause: say('22:00–08:00 免打扰。', 'Quiet hours are 22:00–08:00.'),
    },
    {
      id: 'GEN-86',
      source: 'DK',
      when: { sentToday: { gte: 1 } },
      answer: { outcome: 'DENY' },
      clause: say('每天最多一条。', 'At most one message a day.'),
    },
    {
      id: 'GEN-87',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say('经同意、未超限的消息可以发送。', 'With consent and within the caps a message may be sent.'),
    },
  ]),
};

export const dispatch: DecisionTable = {
  code: 'GEN-DISPATCH',
  title: say('发货', 'Dispatch'),
  decision: 'DISPATCH',
  hitPolicy: 'FIRST',
  inputs: [order.campaignActive, order.dispatchException, order.paidBeforeCutOff],
  outputs: [out.due],
  rows: rows([
    {
      id: 'DSP-01',
      rules: ['R-FUL-02'],
      source: 'S',
      when: { campaignActive: true, dispatchException: true },
      answer: { due: { from: 'paidAt', hours: 24 } },
      clause: say(
        '活动期间缺货或打包瓶颈的，付款后 24 小时内发出。',
        'During a campaign a shortage or bottleneck extends dispatch to 24 hours after payment.',
      ),
    },
    {
      id: 'DSP-02',
      rules: ['R-FUL-01'],
      source: 'S',
      when: { campaignActive: true },
      answer: { due: { from: 'paidAt', days: 0 } },
      clause: say('活动期间当日货当日出。', "During a campaign today's orders leave today."),
    },
    {
      id: 'DSP-03',
      rules: ['I-2'],
      source: 'S',
      when: { paidBeforeCutOff: true },
      answer: { due: { from: 'cutOffAt', hours: 1 } },
      clause: say(
        '17:30 前付款的订单当天下班前交仓库。',
        "Orders paid before 17:30 are with the warehouse before the day's end.",
      ),
    },
    {
      id: 'DSP-04',
      rules: ['I-2'],
      source: 'S',
      when: {},
      answer: { due: { from: 'paidAt', businessDays: 1 } },
      clause: say('17:30 起付款的订单属于下一工作日。', 'Orders paid from 17:30 belong to the next working day.'),
    },
  ]),
};

export const genericInvoice: DecisionTable = {
  code: 'GEN-INVOICE',
  title: say('发票', 'Invoices'),
  decision: 'INVOICE',
  hitPolicy: 'COLLECT',
  inputs: [fact.invoiceKind],
  outputs: [out.outcome, out.due],
  rows: rows([
    {
      id: 'GEN-91',
      source: 'DK',
      when: { invoiceKind: 'ELECTRONIC' },
      answer: { outcome: 'ALLOW', due: { from: 'invoiceAskedAt', businessDays: 3 } },
      clause: say(
        '可索要发票，电子发票 3 个工作日内开具。',
        'Invoices on request; an e-invoice within 3 working days.',
      ),
    },
    {
      id: 'GEN-92',
      source: 'DK',
      when: { invoiceKind: { in: ['PAPER', 'RECEIPT', 'VAT', 'VAT_SPECIAL'] } },
      answer: { outcome: 'ALLOW', due: null },
      clause: say('可索要其他票据。', 'Other invoices are issued on request.'),
    },
  ]),
};

export const genericDuties: DecisionTable = {
  code: 'GEN-DUTY',
  title: say('其他规则', 'Other rules'),
  decision: 'DUTY',
  hitPolicy: 'COLLECT',
  inputs: [fact.duty],
  outputs: [out.must, out.months],
  rows: rows([
    {
      id: 'GEN-95',
      rules: ['2.7-14'],
      source: 'DK',
      when: { duty: 'STATE_RULE_ON_REFUSAL' },
      answer: { must: true, months: null },
      clause: say(
        '每次拒绝须写明规则、证据和申诉途径。',
        'Every rejection states rule, evidence and the way to appeal.',
      ),
    },
    {
      id: 'GEN-96',
      rules: ['2.7-16'],
      source: 'DK',
      when: { duty: 'ABUSE_REVIEW' },
      answer: { must: true, months: null },
      clause: say('滥用审查仅由主管进行。', 'Abuse is reviewed by the supervisor only.'),
    },
    {
      id: 'GEN-97',
      rules: ['I-3'],
      source: 'S',
      when: { duty: 'LOST_PARCELS' },
      answer: { must: true, months: null },
      clause: say('丢件在每月月底前 15 天移交财务。', 'Lost parcels go to finance 15 days before each month end.'),
    },
    {
      id: 'GEN-98',
      rules: ['2.7-15'],
      source: 'DK',
      when: { duty: 'KEEP_RECORDS' },
      answer: { must: true, months: 36 },
      clause: say('档案保存三年。', 'Records are kept for three years.'),
    },
  ]),
};
