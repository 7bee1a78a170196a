import { defineEvent } from '../../kernel/event.ts';
import type { ShopOrder } from '../../ports/shop.ts';

/** The desk has looked at an order of one of its customers: the shop said that it changed, or it was asked for. */
export const orderSeen = defineEvent<{
  readonly storeId: string;
  readonly customerId: string;
  readonly order: ShopOrder;
}>('order.seen');
