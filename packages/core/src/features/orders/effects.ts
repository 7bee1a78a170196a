import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { named } from '../../kernel/entity.ts';
import { formatMoney } from '../../kernel/currency.ts';
import { Money } from '../../kernel/money.ts';
import { joinTexts } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import { LocalText } from '../access/index.ts';
import { payingMethod, priceChange, type PriceChange } from './facts.ts';
import type { PlannedChange, WantedChange } from './plan.ts';

/** One thing that a change would do. */
export const OrderChangeEffect = named(
  'OrderChangeEffect',
  z.object({
    kind: codes('OrderChangeEffectKind', {
      REFUND: { en: 'Money back', zh: '退款' },
      PAY: { en: 'To pay', zh: '需付款' },
      STATUS: { en: 'State', zh: '状态' },
      ADDRESS: { en: 'Address', zh: '地址' },
      ITEMS: { en: 'Goods', zh: '商品' },
      WAIT: { en: 'First', zh: '前提', note: 'What has to happen before.' },
      RETURN: { en: 'Instead', zh: '改为', note: 'A return takes its place.' },
    }),
    amount: Money.nullable(),
    methodId: z.string().nullable(),
    text: LocalText,
  }),
);
type Effect = z.output<typeof OrderChangeEffect>;

const plain = (kind: Effect['kind'], zh: string, en: string): Effect => ({
  kind,
  amount: null,
  methodId: null,
  text: { zh, en },
});
const refund = (amount: Money | null, methodId: string | null): Effect => ({
  kind: 'REFUND',
  amount,
  methodId,
  text: { zh: '退款', en: 'Refund' },
});
const pay = (amount: Money | null, methodId: string | null): Effect => ({
  kind: 'PAY',
  amount,
  methodId,
  text: { zh: '付款', en: 'Payment' },
});

const COURSES: Record<Exclude<PlannedChange['course'], 'DO'>, Effect> = {
  ACKNOWLEDGE: plain(
    'WAIT',
    '订单已打单，须仓库确认后才会修改',
    'The order is being packed: it changes once the warehouse agrees',
  ),
  BY_HAND: plain(
    'WAIT',
    '包裹已发出，我们会尝试拦截或改派，不保证成功',
    'The parcel is on its way: we try to stop or redirect it, without guarantee',
  ),
  CONVERT: plain(
    'RETURN',
    '包裹已发出，不能取消；请改为申请退货',
    'The parcel is on its way and cannot be cancelled: ask for a return instead',
  ),
};

/** How a price difference comes about, in words. */
function differenceText({ amounts }: ShopOrder, { price, paid }: PriceChange): Effect['text'] {
  const say = (amount: number, locale: 'zh-CN' | 'en') =>
    formatMoney({ amount, currency: amounts.total.currency }, locale);
  const [zh, en] = amounts.discount.amount > 0 ? ['（已计入订单优惠）', ' with the discount of the order'] : ['', ''];
  return {
    zh: `新商品 ${say(price, 'zh-CN')}${zh}，原商品实付 ${say(paid, 'zh-CN')}，${price > paid ? '须补' : '退还'}差价`,
    en: `the new ones cost ${say(price, 'en')}${en} and ${say(paid, 'en')} was paid for the old ones: the difference is ${price > paid ? 'to be paid' : 'refunded'}`,
  };
}

/** What is held by each method: payments less refunds. */
function heldByMethod({ payments }: ShopOrder): [methodId: string, amount: number][] {
  const held = new Map<string, number>();
  for (const { kind, amount, paymentMethodId = '' } of payments)
    held.set(paymentMethodId, (held.get(paymentMethodId) ?? 0) + (kind === 'PAYMENT' ? amount.amount : -amount.amount));
  return [...held].filter(([, amount]) => amount > 0);
}

/** Everything a change would do, to the cent, before anything is done. */
export function effectsOf(input: WantedChange, planned: PlannedChange): Effect[] {
  if (planned.course === 'CONVERT' || planned.course === 'BY_HAND') return [COURSES[planned.course]];
  return [...(planned.course === 'DO' ? [] : [COURSES[planned.course]]), ...changed(input, planned)];
}

function changed({ change, paymentMethodId }: WantedChange, { order, items }: PlannedChange): Effect[] {
  const chosen = paymentMethodId ?? null;
  const { currency } = order.amounts.total;
  switch (change) {
    case 'CANCEL':
      return [
        plain('STATUS', '订单将被取消，不能恢复', 'The order is cancelled for good'),
        ...heldByMethod(order).map(([methodId, amount]) => refund({ amount, currency }, methodId || null)),
      ];
    case 'ADDRESS':
      return [plain('ADDRESS', '订单将寄往新地址', 'The order goes to the new address')];
    case 'PAYMENT': {
      const paid = order.payments[0]?.amount ?? null;
      return [pay(paid, chosen), refund(paid, payingMethod(order) ?? null)];
    }
    case 'ITEMS': {
      const { price, paid } = priceChange(order, items);
      const swap = plain(
        'ITEMS',
        '商品将更换，之后不能再次修改',
        'The items are changed; they cannot be changed again',
      );
      if (price === paid) return [swap];
      const owed = { amount: Math.abs(price - paid), currency };
      const why = joinTexts([swap.text, differenceText(order, { price, paid })], { zh: '；', en: '; ' });
      return [{ ...swap, text: why }, (price > paid ? pay : refund)(owed, chosen)];
    }
  }
}
