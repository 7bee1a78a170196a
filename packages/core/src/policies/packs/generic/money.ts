/**
 * @module Freight, refunds and time limits of the default pack (5.5, 2.7).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { timer } from '../../vocabulary/desk-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { unpaidReminder } from '../desk/limits.ts';
import { rowsAsOf } from '../rows.ts';
import { GENERIC_AS_OF } from './returns.ts';

const rows = rowsAsOf(GENERIC_AS_OF);

export const genericFreight: DecisionTable = {
  code: 'GEN-FREIGHT',
  title: say('退换运费', 'Return freight'),
  decision: 'FREIGHT',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason],
  outputs: [out.payer],
  rows: rows([
    {
      id: 'GEN-31',
      rules: ['GEN-31', '2.7-5'],
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { payer: 'SELLER' },
      clause: say('卖家原因的退换由卖家承担运费。', 'With seller fault the seller pays the freight.'),
    },
    {
      id: 'GEN-32',
      rules: ['GEN-32', '2.7-5'],
      source: 'DK',
      when: { reason: { in: ['NO_REASON', 'SIZE_COLOR', 'EXCHANGE'] } },
      answer: { payer: 'BUYER' },
      clause: say(
        '无理由退货由买家承担运费；尺码颜色换货由买家承担往返运费，另有承诺的除外。',
        'Without reason the buyer pays; an exchange for size or colour costs the buyer both ways unless promised otherwise.',
      ),
    },
    {
      id: 'GEN-33',
      rules: ['GEN-33', '2.7-10'],
      source: 'DK',
      when: { reason: 'REFUSED' },
      answer: { payer: 'FAULT_PARTY' },
      clause: say('拒收的运费由责任方承担。', 'After a refusal on delivery the party at fault pays.'),
    },
  ]),
};

export const genericRefundRule: DecisionTable = {
  code: 'GEN-REFUND',
  title: say('退款算法', 'Refund calculation'),
  decision: 'REFUND_RULE',
  hitPolicy: 'UNIQUE',
  inputs: [fact.region, fact.reason],
  outputs: [out.basis, out.clawBackFreight, out.outboundFreight, out.route],
  rows: rows([
    {
      id: 'GEN-41',
      rules: ['GEN-41', '2.7-6', '2.7-7'],
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS', route: 'ORIGINAL' },
      clause: say(
        '卖家原因：按实付分摊退款，不扣回优惠与运费。',
        'Seller fault: the pro-rata share of the paid amount; no benefit or freight is clawed back.',
      ),
    },
    {
      id: 'GEN-42',
      rules: ['GEN-42', '2.7-6', '2.7-7'],
      source: 'DK',
      when: { region: { in: ['CN', 'OTHER'] }, reason: { not: fact.SELLER_FAULT } },
      answer: { basis: 'RESETTLE', clawBackFreight: true, outboundFreight: 'KEPT', route: 'ORIGINAL' },
      clause: say(
        '部分退货破坏优惠的按购买时价格重新结算：退款 = 实付 − 保留商品失去优惠后的价格 − 失去的包邮运费。',
        'A partial return that breaks a promotion is settled again: refund = paid − price of the kept goods without the lost benefit − lost free freight.',
      ),
    },
    {
      id: 'GEN-47',
      source: 'DK',
      when: { region: 'EU', reason: { not: fact.SELLER_FAULT } },
      answer: { basis: 'RESETTLE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS', route: 'ORIGINAL' },
      clause: say(
        '欧盟买家撤回合同的，退还含标准配送费在内的款项。',
        'In the EU a withdrawal refunds the payments, standard delivery included.',
      ),
    },
  ]),
};

export const genericRefundTiming: DecisionTable = {
  code: 'GEN-REFUND-TIME',
  title: say('退款时限', 'Refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'COLLECT',
  inputs: [fact.remedy],
  outputs: [out.due],
  rows: rows([
    {
      id: 'GEN-43',
      rules: ['GEN-43', '2.7-8'],
      source: 'DK',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'inspectionPassedAt', hours: 24 } },
      clause: say('验货通过后 24 小时内退款。', 'The refund is made within 24 hours of the passed inspection.'),
    },
    {
      id: 'GEN-44',
      rules: ['GEN-44', '2.7-8'],
      source: 'DK',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'goodsReceivedAt', days: 7 } },
      clause: say('最迟不超过收到退货后七天。', 'It is never later than seven days after the goods are received.'),
    },
    {
      id: 'GEN-45',
      source: 'DK',
      when: { remedy: 'REFUND_ONLY' },
      answer: { due: { from: 'approvedAt', hours: 24 } },
      clause: say('仅退款在同意后 24 小时内退款。', 'A refund without return is made within 24 hours of approval.'),
    },
  ]),
};

export const genericFees: DecisionTable = {
  code: 'GEN-FEE',
  title: say('退货扣费', 'Return fees'),
  decision: 'RETURN_FEE',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason],
  outputs: [out.feePct, out.feeIsCeiling],
  rows: rows([
    {
      id: 'GEN-46',
      source: 'DK',
      when: {},
      answer: { feePct: 0, feeIsCeiling: false },
      clause: say('退货不收取折损费。', 'No fee is charged on returns.'),
    },
  ]),
};

export const genericDeadlines: DecisionTable = {
  code: 'GEN-DEADLINE',
  title: say('售后时限', 'Time limits'),
  decision: 'DEADLINE',
  hitPolicy: 'UNIQUE',
  complete: false,
  inputs: [timer],
  outputs: [out.due, out.until, out.onTimeout],
  rows: rows([
    {
      id: 'GEN-51',
      source: 'DK',
      when: { timer: 'RETURN_DECISION' },
      answer: { due: { from: 'at', hours: 24 }, until: null, onTimeout: 'ESCALATE' },
      clause: say(
        '退换申请 24 小时内答复，最长 48 小时。',
        'A return request is answered within 24 hours, 48 at most.',
      ),
    },
    {
      id: 'GEN-52',
      source: 'DK',
      when: { timer: 'BUYER_RETURNS_GOODS' },
      answer: { due: null, until: { from: 'approvedAt', days: 7 }, onTimeout: 'CLOSE' },
      clause: say(
        '同意后七天内寄回，逾期关闭。',
        'The goods are sent back within seven days of approval, else the case closes.',
      ),
    },
    unpaidReminder('GEN-53'),
    {
      id: 'GEN-54',
      source: 'DK',
      when: { timer: 'ESCALATE_TO_SUPERVISOR' },
      answer: { due: { from: 'openedAt', hours: 24 }, until: null, onTimeout: 'ESCALATE' },
      clause: say('24 小时未解决升级主管。', 'Unsolved after 24 hours it goes to the supervisor.'),
    },
    {
      id: 'GEN-55',
      source: 'DK',
      when: { timer: 'ESCALATE_TO_MANAGER' },
      answer: { due: { from: 'openedAt', hours: 48 }, until: null, onTimeout: 'ESCALATE' },
      clause: say('48 小时未解决升级经理。', 'Unsolved after 48 hours it goes to the manager.'),
    },
    {
      id: 'GEN-56',
      rules: ['GEN-56', '2.7-15'],
      source: 'DK',
      when: { timer: 'RECORDS' },
      answer: { due: null, until: { from: 'succeededAt', months: 36 }, onTimeout: 'NONE' },
      clause: say('售后档案保存三年。', 'Records are kept for three years.'),
    },
    {
      id: 'GEN-57',
      source: 'DK',
      when: { timer: 'PRICE_PROTECTION' },
      answer: { due: null, until: { from: 'paidAt', days: 15 }, onTimeout: 'CLOSE' },
      volatile: true,
      clause: say('价格保护期为付款后十五天。', 'Price protection lasts fifteen days after payment.'),
    },
  ]),
};
