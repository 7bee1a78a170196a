/**
 * @module Returns, freight, fees and refunds in the Amazon style (5.2).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';

export const AMAZON_AS_OF = '2025-12-31';
const rows = rowsAsOf(AMAZON_AS_OF);

const RETURN = { outcome: 'ALLOW', remedies: ['RETURN'], auto: true };
const HOLIDAY = { gte: '11-01', lte: '12-31' };
const OUT = { excluded: true, noReasonOnly: true };

export const amazonReturns: DecisionTable = {
  code: 'AMZ-RETURN',
  title: say('退货', 'Returns'),
  decision: 'RETURN',
  hitPolicy: 'COLLECT',
  inputs: [
    fact.reason,
    fact.goodsGroup,
    fact.daysSinceDelivered,
    fact.daysSinceEstimatedDelivery,
    fact.orderedOn,
    fact.requestedOn,
  ],
  outputs: [out.outcome, out.remedies, out.auto],
  rows: rows([
    {
      id: 'AMZ-01',
      source: 'DK✓',
      when: { daysSinceDelivered: { lte: 30 } },
      answer: RETURN,
      clause: say(
        '大多数商品送达后 30 天内可退货，自动授权并提供退货标签。',
        'Most items may be returned within 30 days of delivery; in-policy returns are authorised by themselves with a label.',
      ),
    },
    {
      id: 'AMZ-02',
      source: 'DK✓',
      when: { daysSinceDelivered: { lte: 0, orNull: true }, daysSinceEstimatedDelivery: { lte: 30 } },
      answer: RETURN,
      clause: say(
        '送达日未知时，自动授权按预计送达日计算 30 天。',
        'While the delivery is not recorded, the 30 days count from the estimated delivery.',
      ),
    },
    {
      id: 'AMZ-03',
      source: 'DK✓',
      when: { goodsGroup: { not: ['APPLE'] }, orderedOn: HOLIDAY, requestedOn: { lte: '+1 01-31' } },
      answer: RETURN,
      volatile: true,
      clause: say(
        '11 月 1 日至 12 月 31 日的订单可退至次年 1 月 31 日。',
        'Orders of 1 November to 31 December may be returned until 31 January of the next year.',
      ),
    },
    {
      id: 'AMZ-04',
      source: 'DK✓',
      when: { goodsGroup: 'APPLE', orderedOn: HOLIDAY, requestedOn: { lte: '+1 01-15' } },
      answer: RETURN,
      volatile: true,
      clause: say(
        '苹果产品的节日订单可退至次年 1 月 15 日（2025 季）。',
        'Holiday orders of Apple products may be returned until 15 January (2025 season).',
      ),
    },
    {
      id: 'AMZ-05',
      source: 'DK',
      when: { goodsGroup: 'BABY', daysSinceDelivered: { lte: 90 } },
      answer: RETURN,
      volatile: true,
      clause: say('母婴商品送达后 90 天内可退货。', 'Baby items may be returned within 90 days of delivery.'),
    },
    {
      id: 'AMZ-06',
      source: 'DK',
      when: { reason: 'REFUSED' },
      answer: RETURN,
      clause: say('拒收的包裹退回后退款。', 'A refused parcel is refunded when it is back.'),
      told: say(
        '您拒收的包裹退回我们后，即为您退款。',
        'The parcel that you refused comes back to us, and then you get your money back.',
      ),
    },
  ]),
};

export const amazonExclusions: DecisionTable = {
  code: 'AMZ-EXCLUSION',
  title: say('不可退商品', 'Non-returnable goods'),
  decision: 'RETURN',
  role: 'EXCLUSION',
  hitPolicy: 'COLLECT',
  inputs: [fact.returnClass, fact.opened],
  outputs: [out.excluded, out.noReasonOnly],
  rows: rows([
    {
      id: 'AMZ-11',
      source: 'DK✓',
      when: {
        returnClass: { in: ['PERISHABLE', 'HAZMAT', 'CUSTOM', 'GIFT_CARD', 'PHARMACY', 'VEHICLE', 'FINAL_SALE'] },
      },
      answer: OUT,
      clause: say(
        '易腐、限运危险品、定制、礼品卡、药品、车辆及最终销售商品不可退。',
        'Perishable, shipping-restricted and custom goods, gift cards, pharmacy, vehicles and final sale are not returnable.',
      ),
      told: say('抱歉，这类商品不支持无理由退货。', 'Sorry, goods of this kind cannot be returned without a reason.'),
    },
    {
      id: 'AMZ-12',
      source: 'DK✓',
      when: { returnClass: { in: ['HYGIENE', 'SAFETY_ON_OPENING'] }, opened: true },
      answer: OUT,
      clause: say('拆封后有健康风险的商品不可退。', 'Health-risk goods are not returnable once opened.'),
      told: say(
        '抱歉，这类商品拆封或使用后不支持无理由退货。',
        'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
      ),
    },
    {
      id: 'AMZ-13',
      source: 'DK✓',
      when: { returnClass: 'DIGITAL', opened: true },
      answer: OUT,
      clause: say(
        '已下载或使用的部分数字商品不可退。',
        'Some digital goods are not returnable once downloaded or used.',
      ),
      told: say(
        '抱歉，这类商品拆封或使用后不支持无理由退货。',
        'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
      ),
    },
  ]),
};

export const amazonFreight: DecisionTable = {
  code: 'AMZ-FREIGHT',
  title: say('退货运费', 'Return freight'),
  decision: 'FREIGHT',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason, fact.freeReturnItem],
  outputs: [out.payer],
  rows: rows([
    {
      id: 'AMZ-21',
      source: 'DK✓',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { payer: 'SELLER' },
      clause: say('卖家原因：免费退货、全额退款。', 'Seller fault: free return and full refund.'),
    },
    {
      id: 'AMZ-22',
      source: 'DK✓',
      when: { reason: { not: fact.SELLER_FAULT }, freeReturnItem: true },
      answer: { payer: 'SELLER' },
      clause: say('免费退货商品由卖家承担标签费用。', 'For a free-return item the seller pays the label.'),
    },
    {
      id: 'AMZ-23',
      source: 'DK✓',
      when: { reason: { not: fact.SELLER_FAULT }, freeReturnItem: false },
      answer: { payer: 'BUYER' },
      clause: say('其他原因由买家承担退货标签费用。', 'For other reasons the buyer pays the label.'),
    },
  ]),
};

export const amazonFees: DecisionTable = {
  code: 'AMZ-FEE',
  title: say('退货扣费', 'Return fees'),
  decision: 'RETURN_FEE',
  hitPolicy: 'FIRST',
  inputs: [fact.reason, fact.returnClass, fact.goodsGroup, fact.opened, fact.usedOrDamaged, fact.daysLate],
  outputs: [out.feePct, out.feeIsCeiling],
  rows: rows([
    {
      id: 'AMZ-31',
      source: 'DK✓',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { feePct: 0, feeIsCeiling: false },
      clause: say('卖家原因不扣费。', 'No fee for seller fault.'),
    },
    {
      id: 'AMZ-32',
      source: 'DK',
      when: { returnClass: 'COLLECTIBLE', opened: true },
      answer: { feePct: 100, feeIsCeiling: false },
      volatile: true,
      clause: say('收藏品拆封后扣 100%。', 'Collectibles carry a 100 % fee when opened.'),
    },
    {
      id: 'AMZ-33',
      source: 'DK✓',
      when: { goodsGroup: 'MEDIA', opened: true },
      answer: { feePct: 100, feeIsCeiling: true },
      volatile: true,
      clause: say('拆封的软件、游戏、卡券最高扣 100%。', 'Opened software, games and cards: up to 100 %.'),
    },
    {
      id: 'AMZ-34',
      source: 'DK✓',
      when: { usedOrDamaged: true },
      answer: { feePct: 50, feeIsCeiling: true },
      volatile: true,
      clause: say('已使用或受损最高扣 50%。', 'Used or damaged: up to 50 %.'),
    },
    {
      id: 'AMZ-35',
      source: 'DK✓',
      when: { daysLate: { gt: 30 } },
      answer: { feePct: 100, feeIsCeiling: true },
      volatile: true,
      clause: say(
        '超过适用的退货期 30 天以上退回，最高扣 100%。',
        'More than 30 days after the end of the return window that applies: up to 100 %.',
      ),
    },
    {
      id: 'AMZ-36',
      source: 'DK✓',
      when: { daysLate: { gt: 0 } },
      answer: { feePct: 20, feeIsCeiling: false },
      volatile: true,
      clause: say(
        '超过适用的退货期 30 天内退回，扣 20%。',
        'Up to 30 days after the end of the return window that applies: 20 %.',
      ),
    },
    {
      id: 'AMZ-37',
      source: 'DK✓',
      when: {},
      answer: { feePct: 0, feeIsCeiling: false },
      clause: say('期限内完好退回不扣费。', 'No fee for goods returned in time and in order.'),
    },
  ]),
};

export const amazonRefundRule: DecisionTable = {
  code: 'AMZ-REFUND',
  title: say('退款算法', 'Refund calculation'),
  decision: 'REFUND_RULE',
  hitPolicy: 'UNIQUE',
  inputs: [fact.reason],
  outputs: [out.basis, out.clawBackFreight, out.outboundFreight, out.route],
  rows: rows([
    {
      id: 'AMZ-38',
      source: 'DK✓',
      when: {},
      answer: { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'REFUNDED', route: 'ORIGINAL' },
      clause: say(
        '首次扫描退款时，无论责任均退还发货运费。',
        'With the first-scan refund the outbound freight is refunded irrespective of fault.',
      ),
    },
  ]),
};

export const amazonRefundTiming: DecisionTable = {
  code: 'AMZ-REFUND-TIME',
  title: say('退款时限', 'Refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'COLLECT',
  inputs: [fact.remedy],
  outputs: [out.due],
  rows: rows([
    {
      id: 'AMZ-39',
      source: 'DK✓',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'goodsReceivedAt', businessDays: 2 } },
      clause: say('收到退货后 2 个工作日内退款。', 'The refund is made within 2 business days of receipt.'),
    },
    {
      id: 'AMZ-40',
      source: 'DK✓',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'firstScanAt', days: 0 } },
      clause: say(
        '使用平台标签的，承运人首次扫描当日退款。',
        'With a platform label the refund is made on the first carrier scan.',
      ),
    },
  ]),
};
