/**
 * @module Returns of the default pack (5.5, 2.7).
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';

export const GENERIC_AS_OF = '2025-12-31';
const rows = rowsAsOf(GENERIC_AS_OF);

const RETURN = { outcome: 'ALLOW', remedies: ['RETURN'], auto: true };
const RETURN_OR_EXCHANGE = { outcome: 'ALLOW', remedies: ['RETURN', 'EXCHANGE'], auto: true };
const FAULT_REMEDIES = { outcome: 'ALLOW', remedies: ['RETURN', 'EXCHANGE'], auto: false };
const REPAIR = { outcome: 'ALLOW', remedies: ['REPAIR'], auto: false };
const OUT = { excluded: true, noReasonOnly: true };
const ELSEWHERE = { in: ['EU', 'OTHER'] };
const OTHER_SIZE = { in: ['SIZE_COLOR', 'EXCHANGE'] };

export const genericReturns: DecisionTable = {
  code: 'GEN-RETURN',
  title: say('退换货', 'Returns and exchanges'),
  decision: 'RETURN',
  hitPolicy: 'COLLECT',
  inputs: [
    fact.region,
    fact.reason,
    fact.daysSinceSigned,
    fact.daysSinceDelivered,
    fact.monthsSinceDelivered,
    fact.goodsIntact,
  ],
  outputs: [out.outcome, out.remedies, out.auto],
  rows: rows([
    {
      id: 'GEN-01',
      rules: ['GEN-01', '2.7-1'],
      source: 'DK',
      when: { region: 'CN', reason: 'NO_REASON', daysSinceSigned: { lte: 7 }, goodsIntact: true },
      answer: RETURN,
      clause: say(
        '签收次日起七天内可无理由退货。',
        'Returns without reason within seven days from the day after signing.',
      ),
    },
    {
      id: 'GEN-02',
      source: 'DK✓',
      when: { region: 'EU', reason: 'NO_REASON', daysSinceDelivered: { lte: 14 } },
      answer: RETURN,
      clause: say('送达后十四天内可无理由退货。', 'Returns without reason within fourteen days of delivery.'),
    },
    {
      id: 'GEN-03',
      source: 'DK',
      when: { region: 'OTHER', reason: 'NO_REASON', daysSinceDelivered: { lte: 30 }, goodsIntact: true },
      answer: RETURN,
      clause: say('送达后三十天内可无理由退货。', 'Returns without reason within thirty days of delivery.'),
    },
    {
      id: 'GEN-04',
      source: 'DK',
      when: { region: 'CN', reason: OTHER_SIZE, daysSinceSigned: { lte: 7 }, goodsIntact: true },
      answer: RETURN_OR_EXCHANGE,
      clause: say(
        '尺码或颜色不合，签收次日起七天内可退换。',
        'For size or colour, return or exchange within seven days from the day after signing.',
      ),
    },
    {
      id: 'GEN-05',
      source: 'DK',
      when: { region: 'EU', reason: OTHER_SIZE, daysSinceDelivered: { lte: 14 }, goodsIntact: true },
      answer: RETURN_OR_EXCHANGE,
      clause: say(
        '尺码或颜色不合，送达后十四天内可退换。',
        'For size or colour, return or exchange within fourteen days of delivery.',
      ),
    },
    {
      id: 'GEN-06',
      source: 'DK',
      when: { region: 'OTHER', reason: OTHER_SIZE, daysSinceDelivered: { lte: 30 }, goodsIntact: true },
      answer: RETURN_OR_EXCHANGE,
      clause: say(
        '尺码或颜色不合，送达后三十天内可退换。',
        'For size or colour, return or exchange within thirty days of delivery.',
      ),
    },
    {
      id: 'GEN-07',
      source: 'DK',
      when: { region: 'CN', reason: { in: fact.SELLER_FAULT }, daysSinceSigned: { lte: 15 } },
      answer: FAULT_REMEDIES,
      clause: say(
        '质量问题等卖家原因，签收次日起十五天内可退换。',
        'For quality and other seller faults, return or exchange within fifteen days from the day after signing.',
      ),
    },
    {
      id: 'GEN-08',
      source: 'DK',
      when: { region: ELSEWHERE, reason: { in: fact.SELLER_FAULT }, daysSinceDelivered: { lte: 15 } },
      answer: FAULT_REMEDIES,
      clause: say(
        '质量问题等卖家原因，送达后十五天内可退换。',
        'For quality and other seller faults, return or exchange within fifteen days of delivery.',
      ),
    },
    {
      id: 'GEN-10',
      source: 'DK',
      when: { region: ELSEWHERE, reason: { in: ['QUALITY', 'PERFORMANCE_FAULT'] }, monthsSinceDelivered: { lte: 12 } },
      answer: REPAIR,
      clause: say('质保十二个月内可维修。', 'Repair within the twelve months of warranty.'),
    },
    {
      id: 'GEN-11',
      rules: ['GEN-11', '2.7-10'],
      source: 'DK',
      when: { reason: 'REFUSED' },
      answer: RETURN,
      clause: say('拒收的包裹自动建立退货单。', 'A parcel refused on delivery opens a return by itself.'),
      told: say(
        '您拒收的包裹退回我们后，即为您退款。',
        'The parcel that you refused comes back to us, and then you get your money back.',
      ),
    },
  ]),
};

export const genericExclusions: DecisionTable = {
  code: 'GEN-EXCLUSION',
  title: say('不支持无理由退货', 'Exclusions'),
  decision: 'RETURN',
  role: 'EXCLUSION',
  hitPolicy: 'COLLECT',
  inputs: [fact.region, fact.returnClass, fact.opened],
  outputs: [out.excluded, out.noReasonOnly],
  rows: rows([
    {
      id: 'GEN-21',
      source: 'DK',
      when: { returnClass: { in: ['CUSTOM', 'PERISHABLE'] } },
      answer: OUT,
      clause: say('定制和鲜活易腐商品不支持无理由退货。', 'Custom-made and perishable goods are excluded.'),
      told: say('抱歉，这类商品不支持无理由退货。', 'Sorry, goods of this kind cannot be returned without a reason.'),
    },
    {
      id: 'GEN-22',
      source: 'DK',
      when: { region: ELSEWHERE, returnClass: { in: ['HYGIENE', 'SAFETY_ON_OPENING'] }, opened: true },
      answer: OUT,
      clause: say('卫生用品拆封后不支持无理由退货。', 'Hygiene goods are excluded once opened.'),
      told: say(
        '抱歉，这类商品拆封或使用后不支持无理由退货。',
        'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
      ),
    },
    {
      id: 'GEN-23',
      source: 'DK',
      when: { returnClass: 'DIGITAL', opened: true },
      answer: OUT,
      clause: say('数字商品使用后不支持无理由退货。', 'Digital goods are excluded once used.'),
      told: say(
        '抱歉，这类商品拆封或使用后不支持无理由退货。',
        'Sorry, once opened or used, goods of this kind cannot be returned without a reason.',
      ),
    },
    {
      id: 'GEN-24',
      source: 'DK',
      when: { region: 'OTHER', returnClass: 'FINAL_SALE' },
      answer: OUT,
      clause: say('已声明不退的特价品不支持无理由退货。', 'Declared final sale is excluded.'),
      told: say('抱歉，这类商品不支持无理由退货。', 'Sorry, goods of this kind cannot be returned without a reason.'),
    },
  ]),
};
