/**
 * @module Norms, proof, documents and duties between firms (5.3).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as fact from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { threeGuarantees } from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';
import { ALIBABA_AS_OF } from './trade.ts';

const rows = rowsAsOf(ALIBABA_AS_OF);

export const alibabaResponse: DecisionTable = {
  code: 'ALI-RESPONSE',
  title: say('响应时限', 'Response norms'),
  decision: 'RESPONSE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [fact.channel],
  outputs: [out.due],
  rows: rows([
    {
      id: 'ALI-41',
      source: 'DK✓',
      when: { channel: { in: ['INQUIRY', 'MESSAGE', 'EMAIL'] } },
      answer: { due: { from: 'askedAt', hours: 24 } },
      clause: say(
        '询盘 24 小时内回复，按 30 天统计；及时拒绝的垃圾询盘不计入分母。',
        'An inquiry is answered within 24 hours, rated over 30 days; spam rejected in time leaves the denominator.',
      ),
    },
    {
      id: 'ALI-42',
      source: 'DK✓',
      when: { channel: 'CHAT' },
      answer: { due: { from: 'askedAt', minutes: 60 } },
      clause: say('即时消息 1 小时内回复。', 'An instant message is answered within one hour.'),
    },
  ]),
};

export const alibabaMessaging: DecisionTable = {
  code: 'ALI-MESSAGING',
  title: say('沟通留痕', 'Proof of talks'),
  decision: 'MESSAGING',
  hitPolicy: 'FIRST',
  inputs: [fact.messageKind, fact.bothAccepted, fact.consent],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'ALI-51',
      source: 'DK✓',
      when: { messageKind: 'CONTRACT_CHANGE', bothAccepted: true },
      answer: { outcome: 'ALLOW' },
      clause: say(
        '合同变更经双方在变更卡片上确认后生效。',
        'A contract change holds once both accept the change card.',
      ),
    },
    {
      id: 'ALI-52',
      source: 'DK✓',
      when: { messageKind: 'CONTRACT_CHANGE' },
      answer: { outcome: 'REVIEW' },
      clause: say(
        '每次规格变更须双方书面确认。',
        'Every change of specification is confirmed in writing by both sides.',
      ),
    },
    {
      id: 'ALI-53',
      source: 'DK✓',
      when: { messageKind: 'OUTSIDE_LINK' },
      answer: { outcome: 'DENY' },
      clause: say('沟通留在平台内。', 'Talks stay on the platform.'),
    },
    {
      id: 'ALI-54',
      source: 'DK',
      when: { messageKind: { in: ['MARKETING', 'COUPON'] }, consent: false },
      answer: { outcome: 'DENY' },
      clause: say('推广须经客户同意。', "Marketing needs the customer's consent."),
    },
    {
      id: 'ALI-55',
      source: 'DK',
      when: { messageKind: 'POSITIVE_REVIEW_REQUEST' },
      answer: { outcome: 'DENY' },
      clause: say('不得索要好评。', 'No positive review may be solicited.'),
    },
    {
      id: 'ALI-56',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say('业务消息可以发送。', 'Business messages may be sent.'),
    },
  ]),
};

export const alibabaInvoice: DecisionTable = {
  code: 'ALI-INVOICE',
  title: say('单证与发票', 'Documents and invoices'),
  decision: 'INVOICE',
  hitPolicy: 'COLLECT',
  inputs: [fact.invoiceKind],
  outputs: [out.outcome, out.due],
  rows: rows([
    {
      id: 'ALI-61',
      source: 'DK',
      when: { invoiceKind: 'PROFORMA' },
      answer: { outcome: 'ALLOW', due: null },
      clause: say('形式发票随报价出具。', 'A proforma invoice comes with the quotation.'),
    },
    {
      id: 'ALI-62',
      source: 'DK',
      when: { invoiceKind: { not: ['PROFORMA'] } },
      answer: { outcome: 'ALLOW', due: null },
      clause: say(
        '出口提供商业发票、装箱单、提单或空运单、原产地证；内贸可开增值税专用发票。',
        'Export: commercial invoice, packing list, bill of lading or airway bill, certificate of origin; domestic: VAT special invoice.',
      ),
    },
  ]),
};

export const alibabaWarranty: DecisionTable = {
  code: 'ALI-WARRANTY',
  title: say('质保', 'Warranty'),
  decision: 'WARRANTY',
  hitPolicy: 'UNIQUE',
  inputs: [threeGuarantees],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'ALI-63',
      source: 'DK',
      when: {},
      answer: { outcome: 'ALLOW' },
      clause: say(
        '质保按合同（例如 12 个月、1–2% 备件）。',
        'Warranty by contract, e.g. 12 months and 1 to 2 % spare parts.',
      ),
    },
  ]),
};

export const alibabaDuties: DecisionTable = {
  code: 'ALI-DUTY',
  title: say('其他规则', 'Other rules'),
  decision: 'DUTY',
  hitPolicy: 'COLLECT',
  inputs: [fact.duty],
  outputs: [out.must, out.months],
  rows: rows([
    {
      id: 'ALI-71',
      source: 'DK✓',
      when: { duty: 'INSPECTION_FEE' },
      answer: { must: true, months: null },
      clause: say(
        '平台指定第三方检验（SGS、TÜV 莱茵、必维），买家垫付费用，败方承担。',
        'A third-party inspector named by the platform (SGS, TÜV Rheinland, Bureau Veritas); the buyer advances the fee, the losing party bears it.',
      ),
    },
    {
      id: 'ALI-72',
      source: 'DK',
      when: { duty: 'ORDER_FLOW' },
      answer: { must: true, months: null },
      clause: say(
        '询盘 → 报价（有效 7–30 天）→ 样品 → 形式发票 → 定金（通常 30%）→ 生产 → 验货 → 尾款 70% → 发货 → 收货 → 售后。',
        'Inquiry → quotation (valid 7–30 days) → sample → proforma invoice → deposit (typically 30 %) → production → inspection → balance 70 % → shipment → receipt → after-sale.',
      ),
    },
    {
      id: 'ALI-73',
      source: 'DK',
      when: { duty: 'DOCUMENTS' },
      answer: { must: true, months: null },
      clause: say(
        '单证齐全：形式发票、商业发票、装箱单、提单、原产地证。',
        'Documents complete: proforma, commercial invoice, packing list, bill of lading, certificate of origin.',
      ),
    },
    {
      id: 'ALI-74',
      source: 'DK',
      when: { duty: 'PROFILE' },
      answer: { must: true, months: null },
      clause: say('显示客户当地时间、工作时间和语言。', "Show the customer's local time, working hours and language."),
    },
  ]),
};
