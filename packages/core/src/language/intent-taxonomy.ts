/**
 * The intents of a shop's customers (taxonomy 2.12.5) as editable data: two levels, the business
 * function that answers them and the priority they start with. A key is `LEVEL1` or `LEVEL1.LEVEL2`.
 * @module
 */
import type { BilingualText } from './terms.ts';

/** P1 is the most urgent. */
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

/** Before, during or after the sale; `ANY` where the taxonomy names no function. */
export type BusinessFunction = 'PRE' | 'IN' | 'AFTER' | 'ANY';

/** One intent of either level. */
export interface Intent {
  readonly key: string;
  readonly name: BilingualText;
  readonly function: BusinessFunction;
  readonly priority: Priority;
}

type Child = readonly [code: string, zh: string, en: string, priority?: Priority];

function family(
  key: string,
  zh: string,
  en: string,
  where: readonly [BusinessFunction, Priority],
  children: readonly Child[] = [],
): Intent[] {
  const [place, priority] = where;
  return [
    { key, name: { zh, en }, function: place, priority },
    ...children.map(([code, childZh, childEn, own]) => ({
      key: `${key}.${code}`,
      name: { zh: childZh, en: childEn },
      function: place,
      priority: own ?? priority,
    })),
  ];
}

/** The taxonomy a new shop starts with. */
export const DEFAULT_INTENTS: readonly Intent[] = [
  ...family(
    'PRODUCT',
    '商品咨询',
    'Product',
    ['PRE', 'P4'],
    [
      ['SPEC', '规格参数', 'Specification'],
      ['USAGE', '使用方法', 'Usage'],
      ['STOCK', '库存', 'Stock'],
      ['COMPARE', '对比推荐', 'Comparison'],
      ['AUTHENTICITY', '正品', 'Authenticity'],
    ],
  ),
  ...family(
    'PROMOTION',
    '活动优惠',
    'Promotion',
    ['PRE', 'P4'],
    [
      ['COUPON', '优惠券', 'Coupon'],
      ['GIFT', '赠品', 'Gift'],
      ['PRICE_PROTECTION', '价保', 'Price protection'],
    ],
  ),
  ...family(
    'ORDER',
    '订单',
    'Order',
    ['IN', 'P3'],
    [
      ['PLACE', '下单', 'Placing'],
      ['CHANGE', '修改订单', 'Change'],
      ['CANCEL', '取消订单', 'Cancellation'],
      ['DUPLICATE', '重复下单', 'Duplicate'],
      ['UNPAID', '未付款', 'Unpaid'],
    ],
  ),
  ...family(
    'PAYMENT',
    '支付',
    'Payment',
    ['IN', 'P2'],
    [
      ['FAILED', '付款失败', 'Failed payment'],
      ['COUPON_FAIL', '优惠券用不了', 'Coupon not accepted'],
      ['INSTALMENT', '分期', 'Instalments'],
      ['REFUND_STATE', '退款到账', 'Refund to the account'],
      ['BILLING', '扣款账单', 'Billing'],
    ],
  ),
  ...family(
    'LOGISTICS',
    '物流',
    'Logistics',
    ['IN', 'P3'],
    [
      ['DISPATCH', '发货', 'Dispatch'],
      ['PROGRESS', '物流进度', 'Progress'],
      ['STALLED', '物流停滞', 'Stalled', 'P2'],
      ['LOST', '丢件', 'Lost', 'P2'],
      ['DAMAGED', '破损', 'Damaged', 'P2'],
      ['WRONG_ADDRESS', '地址错误', 'Wrong address', 'P2'],
    ],
  ),
  ...family(
    'RETURN',
    '退货',
    'Return',
    ['AFTER', 'P3'],
    [
      ['NO_REASON', '无理由退货', 'No reason'],
      ['QUALITY', '质量问题', 'Quality'],
      ['WRONG_ITEM', '发错货', 'Wrong item', 'P2'],
      ['SIZE', '尺码不合', 'Size'],
    ],
  ),
  ...family('EXCHANGE', '换货', 'Exchange', ['AFTER', 'P3']),
  ...family('REPAIR', '维修', 'Repair', ['AFTER', 'P3']),
  ...family(
    'REFUND',
    '退款',
    'Refund',
    ['AFTER', 'P3'],
    [
      ['STATE', '退款进度', 'Refund progress'],
      ['AMOUNT', '退款金额', 'Refund amount'],
    ],
  ),
  ...family('INVOICE', '发票', 'Invoice', ['AFTER', 'P4']),
  ...family('ACCOUNT', '账户', 'Account', ['ANY', 'P3']),
  ...family('TECH', '技术问题', 'Technical', ['ANY', 'P3']),
  ...family(
    'COMPLAINT',
    '投诉',
    'Complaint',
    ['AFTER', 'P2'],
    [
      ['SERVICE', '投诉服务', 'About service'],
      ['PRODUCT', '投诉商品', 'About a product'],
      ['LOGISTICS', '投诉物流', 'About delivery'],
      ['PRICE', '投诉价格', 'About a price'],
    ],
  ),
  ...family('SUGGESTION', '建议', 'Suggestion', ['ANY', 'P4']),
  ...family(
    'COOPERATION',
    '商务合作',
    'Cooperation',
    ['PRE', 'P3'],
    [
      ['WHOLESALE', '批发', 'Wholesale'],
      ['B2B', '企业采购', 'Business purchase'],
    ],
  ),
  ...family(
    'SAFETY',
    '安全',
    'Safety',
    ['ANY', 'P1'],
    [
      ['INJURY', '人身伤害', 'Injury'],
      ['ALLERGY', '过敏', 'Allergy'],
    ],
  ),
  ...family('OTHER', '其他', 'Other', ['ANY', 'P4']),
];

/** The first level of an intent key. */
export const topIntent = (key: string): string => (key.includes('.') ? key.slice(0, key.indexOf('.')) : key);
