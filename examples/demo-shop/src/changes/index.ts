/**
 * @module Every change of the shop port, done once per key.
 */
import {
  parseShopInput,
  SHOP_CHANGES,
  type ShopChangeAnswer,
  type ShopChangeName,
  type ShopChangeRequest,
} from '@shopdesk/core';
import { refund, requestExchange, requestReturn } from './after-delivery.ts';
import { cancelOrder, changeAddress, changeItems, changePayment } from './before-dispatch.ts';
import type { ChangeContext } from './context.ts';
import { once } from './once.ts';

export { CANCEL_REASONS } from './before-dispatch.ts';
export { book, mustCover } from './ledger.ts';
export { methodOf, note, type CancelRefunds, type ChangeContext } from './context.ts';
export { once } from './once.ts';

type OrderChange = Exclude<ShopChangeName, 'updateCustomerAddress'>;
type OrderChanges = { readonly [N in OrderChange]: (context: ChangeContext, request: ShopChangeRequest<N>) => void };

const ORDER_CHANGES: OrderChanges = {
  cancelOrder,
  changeAddress,
  changePayment,
  changeItems,
  requestReturn,
  requestExchange,
  refund,
};

/** Checks the input, does the change once for its key and answers with the order or customer as it is then. */
export function change<N extends ShopChangeName>(context: ChangeContext, name: N, input: unknown): ShopChangeAnswer<N> {
  const request: ShopChangeRequest<ShopChangeName> = parseShopInput(SHOP_CHANGES[name].input, input);
  const work = (): ShopChangeAnswer<ShopChangeName> => {
    if ('customerId' in request) return context.customers.moveTo(request.customerId, request.address);
    const act = ORDER_CHANGES[name as OrderChange] as (context: ChangeContext, request: unknown) => void;
    act(context, request);
    return context.orders.order(request.orderId);
  };
  return once(context.db, request.idempotencyKey, [name, request], context.now(), work) as ShopChangeAnswer<N>;
}
