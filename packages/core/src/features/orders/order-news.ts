/** @module What happened to an order since somebody last looked, in words for the customer. Pure. */
import type { ShopOrder, ShopOrderEvent, ShopShipment } from '../../ports/shop.ts';

/** Something that is new, said once. */
export interface News {
  /** What makes it the same piece of news of its order. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

const WORDS: Readonly<Record<Exclude<ShopOrderEvent['kind'], 'PLACED' | 'OTHER'>, readonly [zh: string, en: string]>> =
  {
    SHIPPED: ['您的订单 {order} 已发货。', 'Your order {order} has been shipped.'],
    DELIVERED: ['您的订单 {order} 已送达。', 'Your order {order} has been delivered.'],
    CANCELLED: ['您的订单 {order} 已取消。', 'Your order {order} has been cancelled.'],
    ADDRESS_CHANGED: [
      '您的订单 {order} 的收货地址已修改。',
      'The delivery address of your order {order} has been changed.',
    ],
    PAYMENT_CHANGED: ['您的订单 {order} 的支付方式已更换。', 'The payment of your order {order} has been changed.'],
    ITEMS_CHANGED: ['您的订单 {order} 的商品已修改。', 'The items of your order {order} have been changed.'],
    RETURN_REQUESTED: ['您的订单 {order} 已登记退货。', 'A return of your order {order} has been registered.'],
    EXCHANGE_REQUESTED: ['您的订单 {order} 已登记换货。', 'An exchange for your order {order} has been registered.'],
    REFUNDED: ['您的订单 {order} 已有一笔退款。', 'A refund has been made for your order {order}.'],
  };

const fill = (text: string, number: string) => text.replace('{order}', number);

const dayOf = (at: string, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone }).format(new Date(at));

/** Carrier, number and when it should arrive, as far as the shop knows. */
function shipped(
  { number }: ShopOrder,
  { id, carrier = '', trackingNumbers, expectedAt }: ShopShipment,
  timeZone: string,
): News {
  const by = [carrier, trackingNumbers.join(', ')].filter(Boolean).join(' ');
  const arrival = expectedAt
    ? {
        zh: `，预计${dayOf(expectedAt, 'zh-CN', timeZone)}送达`,
        en: `, expected on ${dayOf(expectedAt, 'en', timeZone)}`,
      }
    : { zh: '', en: '' };
  return {
    key: `shipment:${id}`,
    zh: `您的订单 ${number} 已发货${by ? `：${by}` : ''}${arrival.zh}。`,
    en: `Your order ${number} has been shipped${by ? `: ${by}` : ''}${arrival.en}.`,
  };
}

export interface Known {
  /** Entries of the history that were told. */
  readonly seen: number;
  readonly shipmentsTold: readonly string[];
}

/** Shipments that left; one message each, with carrier and number (R-MID-10). */
export const sentShipments = ({ shipments }: ShopOrder): ShopShipment[] =>
  shipments.filter(({ shippedAt }) => shippedAt !== undefined);

/** What is new, oldest first; days are those of the store's zone. */
export function newsOf(order: ShopOrder, { seen, shipmentsTold }: Known, timeZone: string): News[] {
  const parcels = sentShipments(order)
    .filter(({ id }) => !shipmentsTold.includes(id))
    .map((shipment) => shipped(order, shipment, timeZone));
  const events = order.history.slice(seen).flatMap(({ kind, text }, index): News[] => {
    const key = `order:${order.id}:${seen + index}`;
    // Parcels that the shop names are told one by one.
    if (kind === 'PLACED' || (kind === 'SHIPPED' && parcels.length > 0)) return [];
    if (kind === 'OTHER')
      return text ? [{ key, zh: `订单 ${order.number}：${text}`, en: `Order ${order.number}: ${text}` }] : [];
    const [zh, en] = WORDS[kind];
    return [{ key, zh: fill(zh, order.number), en: fill(en, order.number) }];
  });
  return [...parcels, ...events];
}
