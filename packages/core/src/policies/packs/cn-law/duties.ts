/**
 * @module Proof, reviews, records, invoices, privacy and complaint channels under Chinese law.
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { duty, invoiceKind, reviewAct } from '../../vocabulary/desk-inputs.ts';
import { compensationFor } from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import { durableGoods, monthsSinceSigned } from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';
import { CN_LAW_AS_OF } from './returns.ts';

const rows = rowsAsOf(CN_LAW_AS_OF);

export const cnProof: DecisionTable = {
  code: 'CN-PROOF',
  title: say('举证责任', 'Burden of proof'),
  decision: 'WARRANTY',
  hitPolicy: 'UNIQUE',
  inputs: [durableGoods, monthsSinceSigned],
  outputs: [out.proofBy],
  rows: rows([
    {
      id: 'CN-15',
      source: 'DK',
      when: { durableGoods: true, monthsSinceSigned: { lte: 6, orNull: true } },
      answer: { proofBy: 'SELLER' },
      clause: say(
        '耐用商品或装饰装修在六个月内出现瑕疵争议的，由经营者举证（消费者权益保护法第二十三条）。',
        'Durable goods and decoration: in a defect dispute within six months the seller must prove (Consumer Rights Law, art. 23).',
      ),
    },
    {
      id: 'CN-15-later',
      rules: ['CN-15'],
      source: 'DK',
      when: { durableGoods: true, monthsSinceSigned: { gt: 6 } },
      answer: { proofBy: 'BUYER' },
      clause: say('超过六个月的，由消费者举证。', 'After six months the consumer must prove.'),
    },
    {
      id: 'CN-15-other',
      rules: ['CN-15'],
      source: 'DK',
      when: { durableGoods: false },
      answer: { proofBy: 'BUYER' },
      clause: say('其他商品由消费者举证。', 'For other goods the consumer must prove.'),
    },
  ]),
};

export const cnReviews: DecisionTable = {
  code: 'CN-REVIEW',
  title: say('评价的法律限制', 'Law on reviews'),
  decision: 'REVIEW',
  hitPolicy: 'COLLECT',
  inputs: [reviewAct],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'CN-20',
      source: 'DK✓',
      when: { reviewAct: { in: ['DELETE', 'FAKE', 'PAY_FOR_GOOD', 'ASK_TO_CHANGE_FOR_MONEY'] } },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say(
        '不得删除消费者评价、虚构评价，不得以返现、赠券等诱导指定好评（网络反不正当竞争暂行规定，2024-09-01 施行）。',
        'Reviews are neither deleted nor faked, and no cash-back or coupon is given for designated good reviews (provisions in force since 2024-09-01).',
      ),
    },
  ]),
};

export const cnCompensation: DecisionTable = {
  code: 'CN-COMPENSATION',
  title: say('补偿的法律限制', 'Law on compensation'),
  decision: 'COMPENSATION',
  hitPolicy: 'COLLECT',
  inputs: [compensationFor],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'CN-20-cash',
      rules: ['CN-20'],
      source: 'DK✓',
      when: { compensationFor: 'GOOD_REVIEW' },
      answer: { outcome: 'DENY' },
      final: true,
      clause: say(
        '不得以返现、赠券换取指定好评。',
        'No cash-back or coupon may be given for a designated good review.',
      ),
    },
  ]),
};

export const cnInvoice: DecisionTable = {
  code: 'CN-INVOICE',
  title: say('开票义务', 'Duty to invoice'),
  decision: 'INVOICE',
  hitPolicy: 'COLLECT',
  inputs: [invoiceKind],
  outputs: [out.outcome],
  rows: rows([
    {
      id: 'CN-22',
      source: 'DK',
      when: { invoiceKind: { in: ['ELECTRONIC', 'PAPER', 'VAT', 'VAT_SPECIAL'] } },
      answer: { outcome: 'ALLOW' },
      clause: say(
        '消费者索要发票的，经营者必须出具；电子发票与纸质发票具有同等效力。',
        'The seller must issue an invoice on request; an e-invoice is equal.',
      ),
    },
  ]),
};

export const cnDuties: DecisionTable = {
  code: 'CN-DUTY',
  title: say('其他法定义务', 'Other statutory duties'),
  decision: 'DUTY',
  hitPolicy: 'COLLECT',
  inputs: [duty],
  outputs: [out.must, out.months],
  rows: rows([
    {
      id: 'CN-21',
      source: 'DK',
      when: { duty: 'KEEP_RECORDS' },
      answer: { must: true, months: 36 },
      clause: say(
        '商品和服务信息、交易信息保存不少于三年（电子商务法第三十一条）。',
        'Transaction data is kept for at least three years (E-Commerce Law, art. 31).',
      ),
    },
    {
      id: 'CN-23',
      source: 'DK',
      when: { duty: 'PRIVACY' },
      answer: { must: true, months: null },
      clause: say(
        '处理个人信息须有明确目的、最小必要、取得同意，并支持删除和查阅（个人信息保护法）。',
        'Personal data needs a purpose, is kept to the minimum, by consent, and may be deleted and seen on request (PIPL).',
      ),
    },
    {
      id: 'CN-24',
      source: 'DK',
      when: { duty: 'COMPLAINT_CHANNELS' },
      answer: { must: true, months: null },
      clause: say(
        '投诉途径：卖家 → 平台 → 12315 → 消费者协会 → 仲裁或诉讼。',
        'Ways to complain: seller → platform → 12315 → consumers’ association → arbitration or court.',
      ),
    },
  ]),
};
