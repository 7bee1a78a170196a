/**
 * @module After-sale rules in the Tmall style (5.4); no-reason returns and exclusions are those of CN_LAW.
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { timer, virtualGoods } from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { unpaidReminder } from '../desk/limits.ts';
import { rowsAsOf } from '../rows.ts';

export const TMALL_AS_OF = '2025-12-31';
const rows = rowsAsOf(TMALL_AS_OF);

export const tmallReturns: DecisionTable = {
  code: 'TM-RETURN',
  title: say('退换货', 'Returns and exchanges'),
  decision: 'RETURN',
  hitPolicy: 'COLLECT',
  inputs: [fact.reason, fact.daysSinceSigned, fact.goodsIntact],
  outputs: [out.outcome, out.remedies, out.auto],
  rows: rows([
    {
      id: 'TM-01',
      source: 'DK',
      when: { reason: { in: ['SIZE_COLOR', 'EXCHANGE'] }, daysSinceSigned: { lte: 7 }, goodsIntact: true },
      answer: { outcome: 'ALLOW', remedies: ['RETURN', 'EXCHANGE'], auto: false },
      clause: say(
        '尺码或颜色不合，签收次日起七天内可退换。',
        'For size or colour, return or exchange within seven days from the day after signing.',
      ),
    },
    {
      id: 'TM-02',
      source: 'DK',
      when: { reason: 'LATE', daysSinceSigned: { lte: 7, orNull: true } },
      answer: { outcome: 'ALLOW', remedies: ['RETURN', 'REFUND_ONLY'], auto: false },
      clause: say('迟发、迟到的订单可申请退款。', 'A late order may be refunded.'),
    },
    {
      id: 'TM-03',
      source: 'DK',
      when: { reason: 'REFUSED' },
      answer: { outcome: 'ALLOW', remedies: ['RETURN'], auto: false },
      clause: say('拒收的包裹退回后退款。', 'A refused parcel is refunded when it is back.'),
      told: say(
        '您拒收的包裹退回我们后，即为您退款。',
        'The parcel that you refused comes back to us, and then you get your money back.',
      ),
    },
  ]),
};

export const tmallFreight: DecisionTable = {
  code: 'TM-FREIGHT',
  title: say('退换运费', 'Return freight'),
  decision: 'FREIGHT',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason, fact.freightInsured],
  outputs: [out.payer],
  rows: rows([
    {
      id: 'TM-11',
      source: 'DK',
      when: { reason: { in: ['NO_REASON', 'SIZE_COLOR', 'EXCHANGE'] }, freightInsured: false },
      answer: { payer: 'BUYER' },
      clause: say('无理由退货由买家承担运费。', 'Without reason the buyer pays the freight.'),
    },
    {
      id: 'TM-12',
      source: 'DK',
      when: { reason: { in: ['NO_REASON', 'SIZE_COLOR', 'EXCHANGE'] }, freightInsured: true },
      answer: { payer: 'BUYER' },
      clause: say(
        '无理由退货由买家垫付，运费险赔付。',
        'Without reason the buyer advances the freight and the return-freight insurance pays it back.',
      ),
    },
    {
      id: 'TM-13',
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { payer: 'SELLER' },
      clause: say(
        '质量问题、发错货、与描述不符由卖家承担运费。',
        'For quality, wrong goods or mismatch the seller pays.',
      ),
    },
    {
      id: 'TM-14',
      source: 'DK',
      when: { reason: 'REFUSED' },
      answer: { payer: 'FAULT_PARTY' },
      clause: say(
        '拒收、换货地址错误的运费由责任方承担。',
        'After a refusal or a wrong exchange address the party at fault pays.',
      ),
    },
  ]),
};

const NOBODY = { due: null, until: null };

export const tmallDeadlines: DecisionTable = {
  code: 'TM-DEADLINE',
  title: say('售后时限', 'Time limits'),
  decision: 'DEADLINE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [timer, virtualGoods],
  outputs: [out.due, out.until, out.onTimeout],
  rows: rows([
    {
      id: 'TM-21',
      source: 'DK',
      when: { timer: 'AFTER_SALE_APPLICATION' },
      answer: { ...NOBODY, until: { from: 'succeededAt', days: 15 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say(
        '交易成功后 15 天内可申请售后，质量问题另按三包。',
        'After-sale may be asked for up to 15 days after the completed sale; quality also later under the three guarantees.',
      ),
    },
    {
      id: 'TM-22',
      source: 'DK✓',
      when: { timer: 'SELLER_ANSWERS_BEFORE_SHIPPING' },
      answer: { ...NOBODY, due: { from: 'at', hours: 48 }, onTimeout: 'AUTO_REFUND' },
      clause: say(
        '发货前退款申请卖家 48 小时内处理，逾期自动退款；期间发货则申请关闭。',
        'A refund before shipping is answered within 48 hours, else refunded by itself; shipping meanwhile closes the request.',
      ),
    },
    {
      id: 'TM-23',
      source: 'DK✓',
      when: { timer: 'SELLER_ANSWERS_AFTER_SHIPPING', virtualGoods: false },
      answer: { ...NOBODY, due: { from: 'at', hours: 120 }, onTimeout: 'AUTO_APPROVE' },
      volatile: true,
      clause: say(
        '发货后的退款申请卖家 5 天内处理，逾期自动同意。',
        'A refund after shipping is answered within 5 days, else agreed by itself.',
      ),
    },
    {
      id: 'TM-24',
      source: 'DK✓',
      when: { timer: 'SELLER_ANSWERS_AFTER_SHIPPING', virtualGoods: true },
      answer: { ...NOBODY, due: { from: 'at', hours: 72 }, onTimeout: 'AUTO_APPROVE' },
      volatile: true,
      clause: say(
        '虚拟商品的退款申请卖家 3 天内处理，逾期自动同意。',
        'For virtual goods within 3 days, else agreed by itself.',
      ),
    },
    {
      id: 'TM-25',
      source: 'DK',
      when: { timer: 'BUYER_RETURNS_GOODS' },
      answer: { ...NOBODY, until: { from: 'approvedAt', hours: 168 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say(
        '买家须在同意后 7 天内寄回并填写运单号，逾期关闭。',
        'The buyer sends the goods back with a waybill within 7 days of approval, else the request closes.',
      ),
    },
    {
      id: 'TM-26',
      source: 'DK',
      when: { timer: 'SELLER_CONFIRMS_RETURN' },
      answer: { ...NOBODY, due: { from: 'returnShippedAt', hours: 240 }, onTimeout: 'AUTO_REFUND' },
      volatile: true,
      clause: say(
        '卖家在买家寄回后 10 天内确认收货，逾期自动退款（极速退款为签收后 48 小时）。',
        'The seller confirms the goods within 10 days of the buyer shipping (48 hours after signing for fast refunds), else refunded by itself.',
      ),
    },
    {
      id: 'TM-27',
      source: 'DK✓',
      when: { timer: 'AUTO_CONFIRM_RECEIPT' },
      answer: { ...NOBODY, until: { from: 'shippedAt', hours: 240 }, onTimeout: 'NONE' },
      clause: say('快递发货后 10 天自动确认收货。', 'Receipt is confirmed by itself 10 days after express shipping.'),
    },
    {
      id: 'TM-28',
      source: 'DK',
      when: { timer: 'RATING' },
      answer: { ...NOBODY, until: { from: 'succeededAt', days: 15 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say('交易成功后 15 天内可评价。', 'Ratings are open for 15 days after the completed sale.'),
    },
    {
      id: 'TM-29',
      source: 'DK',
      when: { timer: 'APPEND_REVIEW' },
      answer: { ...NOBODY, until: { from: 'succeededAt', days: 180 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say('180 天内可追加评价。', 'A review may be appended for 180 days.'),
    },
    {
      id: 'TM-30',
      source: 'DK',
      when: { timer: 'PRICE_PROTECTION' },
      answer: { ...NOBODY, until: { from: 'paidAt', days: 15 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say(
        '活动承诺价保 7–15 天，默认 15 天。',
        'Price protection in campaigns is 7 to 15 days by promise; 15 by default.',
      ),
    },
    {
      id: 'TM-31',
      source: 'DK',
      when: { timer: 'EVIDENCE' },
      answer: { ...NOBODY, due: { from: 'escalatedAt', hours: 72 }, onTimeout: 'NONE' },
      volatile: true,
      clause: say('平台介入后 3 天内举证。', 'Evidence within 3 days of the platform stepping in.'),
    },
    {
      id: 'TM-32',
      source: 'DK',
      when: { timer: 'APPEAL' },
      answer: { ...NOBODY, until: { from: 'decidedAt', days: 7 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say('裁决后 7 天内可申诉。', 'An appeal within 7 days of the decision.'),
    },
    unpaidReminder('TM-33'),
  ]),
};

export const tmallRefundTiming: DecisionTable = {
  code: 'TM-REFUND-TIME',
  title: say('退款时限', 'Refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'COLLECT',
  inputs: [fact.remedy],
  outputs: [out.due],
  rows: rows([
    {
      id: 'TM-35',
      source: 'DK',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'returnShippedAt', hours: 240 } },
      volatile: true,
      clause: say(
        '买家寄回后 10 天内卖家未处理的自动退款。',
        'Ten days after the buyer ships, the refund happens by itself.',
      ),
    },
  ]),
};
