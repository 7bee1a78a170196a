/**
 * @module Freight, refunds and damages under Chinese law.
 */
import type { DecisionTable } from '../../table-schema.ts';
import { say } from '../../vocabulary/columns.ts';
import { wrongdoing } from '../../vocabulary/order-inputs.ts';
import * as out from '../../vocabulary/outputs.ts';
import * as fact from '../../vocabulary/return-inputs.ts';
import { rowsAsOf } from '../rows.ts';
import { CN_LAW_AS_OF } from './returns.ts';

const rows = rowsAsOf(CN_LAW_AS_OF);

export const cnFreight: DecisionTable = {
  code: 'CN-FREIGHT',
  title: say('法定运费承担', 'Statutory freight'),
  decision: 'FREIGHT',
  hitPolicy: 'COLLECT',
  inputs: [fact.reason],
  outputs: [out.payer],
  rows: rows([
    {
      id: 'CN-13',
      source: 'DK✓',
      when: { reason: 'NO_REASON' },
      answer: { payer: 'BUYER' },
      clause: say(
        '无理由退货的退回运费由消费者承担，另有约定的按约定。',
        'The buyer pays the return freight of a no-reason return unless agreed otherwise.',
      ),
    },
    {
      id: 'CN-14-freight',
      rules: ['CN-14'],
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { payer: 'SELLER' },
      clause: say(
        '因质量、迟延或其他不符约定退换的，经营者承担运输等必要费用。',
        'For goods that do not conform or come late the seller bears the necessary cost, freight included.',
      ),
    },
    {
      id: 'CN-16-freight',
      rules: ['CN-16'],
      source: 'DK',
      when: { reason: 'PERFORMANCE_FAULT' },
      answer: { payer: 'SELLER' },
      clause: say(
        '三包退换修的合理运输费用由经营者承担。',
        'Reasonable carriage under the three guarantees is borne by the seller.',
      ),
    },
  ]),
};

export const cnRefundRule: DecisionTable = {
  code: 'CN-REFUND',
  title: say('法定退款算法', 'Statutory refund calculation'),
  decision: 'REFUND_RULE',
  hitPolicy: 'COLLECT',
  inputs: [fact.reason],
  outputs: [out.basis, out.clawBackFreight, out.outboundFreight, out.route],
  rows: rows([
    {
      id: 'CN-12',
      rules: ['CN-10', 'CN-12', 'CN-13'],
      source: 'DK',
      when: { reason: { not: fact.SELLER_FAULT } },
      answer: { basis: 'RESETTLE', clawBackFreight: true, outboundFreight: 'KEPT', route: 'ORIGINAL' },
      clause: say(
        '按实付价款原路退回，券和积分按原形式退回；套装、满减部分退货的按购买时规则重新结算；赠品一并退回或按事先标明的价格支付；不再满足包邮条件的可扣除运费。',
        'The real amount paid goes back the way it came, coupons and points in their form; a partial return of a bundle or full-reduction is settled again at purchase-time prices; gifts are returned or priced as stated beforehand; a lost free-shipping threshold may be deducted.',
      ),
    },
    {
      id: 'CN-12-fault',
      rules: ['CN-12', 'CN-14'],
      source: 'DK',
      when: { reason: { in: fact.SELLER_FAULT } },
      answer: { basis: 'SHARE', clawBackFreight: false, outboundFreight: 'WITH_ALL_GOODS', route: 'ORIGINAL' },
      clause: say(
        '因卖家原因退货的，按实付分摊退款，不扣回优惠和运费。',
        'With seller fault the refund is the share of what was paid; no benefit and no freight is clawed back.',
      ),
    },
  ]),
};

export const cnRefundTiming: DecisionTable = {
  code: 'CN-REFUND-TIME',
  title: say('法定退款时限', 'Statutory refund time'),
  decision: 'REFUND_TIMING',
  hitPolicy: 'COLLECT',
  inputs: [fact.remedy],
  outputs: [out.due],
  rows: rows([
    {
      id: 'CN-11',
      source: 'DK✓',
      when: { remedy: 'RETURN' },
      answer: { due: { from: 'goodsReceivedAt', days: 7 } },
      clause: say(
        '经营者应当自收到退回商品之日起七日内退款。',
        'The seller refunds within seven days of receiving the returned goods.',
      ),
    },
  ]),
};

export const cnDamages: DecisionTable = {
  code: 'CN-DAMAGES',
  title: say('惩罚性赔偿', 'Punitive damages'),
  decision: 'DAMAGES',
  hitPolicy: 'UNIQUE',
  currency: 'CNY',
  inputs: [wrongdoing],
  outputs: [out.multiple, out.minimum],
  rows: rows([
    {
      id: 'CN-19',
      source: 'DK✓',
      when: { wrongdoing: 'FRAUD' },
      answer: { multiple: 3, minimum: 50_000 },
      clause: say(
        '经营者有欺诈行为的，增加赔偿价款的三倍，不足五百元的按五百元（消费者权益保护法第五十五条）。',
        'For fraud the seller pays three times the price on top, at least ¥500 (Consumer Rights Law, art. 55).',
      ),
    },
    {
      id: 'CN-19-food',
      rules: ['CN-19'],
      source: 'DK',
      when: { wrongdoing: 'FOOD_SAFETY' },
      answer: { multiple: 10, minimum: 100_000 },
      clause: say(
        '食品不符合安全标准的，价款十倍或损失三倍的赔偿金，不足一千元的按一千元（食品安全法第一百四十八条）。',
        'For unsafe food ten times the price or three times the loss, at least ¥1,000 (Food Safety Law, art. 148).',
      ),
    },
  ]),
};
