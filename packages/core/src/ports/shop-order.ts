/**
 * @module An order as the desk sees it: what was bought, paid, sent, asked back and refunded, and what happened when.
 */
import { z } from 'zod';
import { instant, personal } from '../kernel/entity.ts';
import { Money } from '../kernel/money.ts';
import { ShopDiscount, ShopFreeFreight } from './shop-benefit.ts';
import { ShopId, ShopOption, ShopPageInput } from './shop-catalogue.ts';
import { ShopAddress } from './shop-customer.ts';
import { codes } from '../kernel/codes.ts';

/** The desk's names of an order's states, domain model 3.7. */
export const ShopOrderStatus = codes('ShopOrderStatus', {
  CREATED: { en: 'Unpaid', zh: '待付款' },
  PAID: { en: 'Paid', zh: '已付款' },
  CONFIRMED: { en: 'Confirmed', zh: '已确认' },
  RELEASED_TO_WAREHOUSE: { en: 'At the warehouse', zh: '仓库处理中' },
  PACKED: { en: 'Packed', zh: '已打包' },
  SHIPPED: { en: 'Shipped', zh: '已发货' },
  DELIVERED: { en: 'Delivered', zh: '已签收' },
  COMPLETED: { en: 'Completed', zh: '已完成' },
  CLOSED_UNPAID: { en: 'Closed unpaid', zh: '未付款关闭' },
  CANCELLED: { en: 'Cancelled', zh: '已取消' },
  RETURNED: { en: 'Returned', zh: '已退货' },
});
export type ShopOrderStatus = z.output<typeof ShopOrderStatus>;

/** One line: a variant as it was when it was bought. */
export const ShopOrderLine = z.object({
  id: ShopId,
  productId: ShopId,
  variantId: ShopId,
  title: z.string(),
  options: z.array(ShopOption),
  quantity: z.int().min(1),
  unitPrice: Money,
  /** A picture that the shop's own pages may show. */
  imageUrl: z.url().optional(),
});
export type ShopOrderLine = z.output<typeof ShopOrderLine>;

/** The money of an order: `total` = goods − discount + freight; what can still go back is `paid` − `refunded`. */
export const ShopOrderAmounts = z.object({
  goods: Money,
  discount: Money,
  freight: Money,
  total: Money,
  paid: Money,
  refunded: Money,
});
export type ShopOrderAmounts = z.output<typeof ShopOrderAmounts>;

/** Money that came in (`PAYMENT`) or went back (`REFUND`), oldest first; amounts are never negative. */
export const ShopPayment = z.object({
  id: ShopId,
  kind: codes('ShopPaymentKind', {
    PAYMENT: { en: 'Payment', zh: '付款' },
    REFUND: { en: 'Refund', zh: '退款' },
  }),
  amount: Money,
  /** Absent where the shop no longer knows the method. */
  paymentMethodId: ShopId.optional(),
  at: instant().optional(),
});
export type ShopPayment = z.output<typeof ShopPayment>;

/** A scan of the carrier; `status` lets the desk say it in the reader's language. */
export const ShopTrackingEvent = z.object({
  at: instant(),
  status: codes('ShopTrackingStatus', {
    PICKED_UP: { en: 'Picked up', zh: '已揽收' },
    IN_TRANSIT: { en: 'On its way', zh: '运输中' },
    OUT_FOR_DELIVERY: { en: 'Out for delivery', zh: '派送中' },
    DELIVERED: { en: 'Delivered', zh: '已签收' },
    EXCEPTION: { en: 'Problem', zh: '异常' },
    OTHER: { en: 'Scan', zh: '扫描' },
  }),
  text: z.string(),
  /** Where the carrier scanned it, which may be the door. */
  place: personal('address', z.string().optional()),
});
export type ShopTrackingEvent = z.output<typeof ShopTrackingEvent>;

/** A parcel on its way. */
export const ShopShipment = z.object({
  id: ShopId,
  carrier: z.string().optional(),
  trackingNumbers: z.array(z.string()),
  lineIds: z.array(ShopId),
  shippedAt: instant().optional(),
  /** When the carrier means to deliver it. */
  expectedAt: instant().optional(),
  deliveredAt: instant().optional(),
  /** Oldest first. */
  events: z.array(ShopTrackingEvent),
});
export type ShopShipment = z.output<typeof ShopShipment>;

/** A return or an exchange that the shop has accepted. */
export const ShopReturn = z.object({
  id: ShopId,
  kind: codes('ShopReturnKind', {
    RETURN: { en: 'Return', zh: '退货' },
    EXCHANGE: { en: 'Exchange', zh: '换货' },
  }),
  lines: z.array(z.object({ lineId: ShopId, quantity: z.int().min(1), newVariantId: ShopId.optional() })),
  /** Where a refund goes, or what pays the difference. */
  paymentMethodId: ShopId.optional(),
  /** Of an exchange: above 0 the customer pays, below 0 he gets money back. */
  priceDifference: Money.optional(),
  at: instant().optional(),
});
export type ShopReturn = z.output<typeof ShopReturn>;

/** Something that happened to an order. */
export const ShopOrderEvent = z.object({
  at: instant(),
  kind: codes('ShopOrderEventKind', {
    PLACED: { en: 'Order placed', zh: '下单' },
    SHIPPED: { en: 'Shipped', zh: '发货' },
    DELIVERED: { en: 'Delivered', zh: '签收' },
    CANCELLED: { en: 'Cancelled', zh: '取消' },
    ADDRESS_CHANGED: { en: 'Address changed', zh: '修改地址' },
    PAYMENT_CHANGED: { en: 'Payment changed', zh: '更换支付' },
    ITEMS_CHANGED: { en: 'Items changed', zh: '更换商品' },
    RETURN_REQUESTED: { en: 'Return registered', zh: '登记退货' },
    EXCHANGE_REQUESTED: { en: 'Exchange registered', zh: '登记换货' },
    REFUNDED: { en: 'Refunded', zh: '退款' },
    OTHER: { en: 'Note of the shop', zh: '商城备注' },
  }),
  text: z.string().optional(),
});
export type ShopOrderEvent = z.output<typeof ShopOrderEvent>;

/** An order. */
export const ShopOrder = z.object({
  id: ShopId,
  /** What people call the order. */
  number: z.string(),
  customerId: ShopId,
  status: ShopOrderStatus,
  /** The shop's own name of the state, as people there know it. */
  shopStatus: z.string(),
  /** What the shop's pages call the state, in the language that was asked for. Absent: the desk's own word. */
  statusText: z.string().max(100).optional(),
  address: ShopAddress,
  lines: z.array(ShopOrderLine),
  amounts: ShopOrderAmounts,
  /** Every discount; together they are `amounts.discount`. Absent: the shop does not list them. */
  discounts: z.array(ShopDiscount).optional(),
  /** Absent: the freight did not depend on the goods. */
  freeFreight: ShopFreeFreight.optional(),
  /**
   * The shop cannot say every rule by which discounts and free freight were given: a person works out partial refunds.
   */
  benefitsUnknown: z.boolean().optional(),
  payments: z.array(ShopPayment),
  shipments: z.array(ShopShipment),
  returns: z.array(ShopReturn),
  history: z.array(ShopOrderEvent),
  cancelReason: z.string().optional(),
  placedAt: instant(),
  updatedAt: instant(),
});
export type ShopOrder = z.output<typeof ShopOrder>;

/**
 * Which orders: by a part of the number or an e-mail address, by state, by when they were placed. An empty text means
 * all.
 */
export const ShopOrderSearch = ShopPageInput.extend({
  text: z.string().trim().max(200).default(''),
  status: ShopOrderStatus.optional(),
  /** From this instant on. */
  placedFrom: instant().optional(),
  /** Before this instant. */
  placedBefore: instant().optional(),
});
export type ShopOrderSearch = z.input<typeof ShopOrderSearch>;
