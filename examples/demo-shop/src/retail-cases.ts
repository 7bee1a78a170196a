/**
 * @module Recorded retail cases, played on a shop through its port.
 */
import { readFileSync } from 'node:fs';
import { ShopError, type Shop, type ShopAddress, type ShopChanges, type ShopOrder } from '@shopdesk/core';
import type { StoreFile } from './store-file.ts';

type Arguments = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Step {
  readonly action: string;
  readonly arguments: Arguments;
  readonly expect: 'ok' | 'error';
  readonly reason?: string;
  readonly result?: string;
}

export interface RetailCase {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly changes: {
    readonly orders: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly users: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

export const readCases = (path: string): RetailCase[] => JSON.parse(readFileSync(path, 'utf8')) as RetailCase[];

const text = (values: Arguments, name: string): string => String(values[name] ?? '');
const list = (values: Arguments, name: string): readonly string[] => [values[name] ?? []].flat();

const addressOf = (values: Arguments): ShopAddress => ({
  line1: text(values, 'address1'),
  line2: text(values, 'address2'),
  city: text(values, 'city'),
  region: text(values, 'state'),
  postalCode: text(values, 'zip'),
  country: text(values, 'country'),
});

/** Items are named by their variants, as often as the order holds them; the port names lines. */
function linesOf(order: ShopOrder, variantIds: readonly string[]): { lineId: string }[] {
  const left = [...order.lines];
  return variantIds.map((variantId) => {
    const index = left.findIndex((line) => line.variantId === variantId);
    const [line] = left.splice(index, index < 0 ? 0 : 1);
    return { lineId: line?.id ?? `none of ${variantId}` };
  });
}

async function swapsOf(shop: Shop, values: Arguments) {
  const lines = linesOf(await shop.order(text(values, 'order_id')), list(values, 'item_ids'));
  const replacements = list(values, 'new_item_ids');
  const length = Math.max(lines.length, replacements.length);
  return Array.from({ length }, (_none, index) => ({
    lineId: lines[index]?.lineId ?? '',
    newVariantId: replacements[index] ?? '',
  }));
}

/** One step; the answer is an id where the step looks somebody up. */
export async function play(
  shop: Shop & ShopChanges,
  { action, arguments: values }: Step,
  idempotencyKey: string,
): Promise<unknown> {
  const orderId = text(values, 'order_id');
  const paymentMethodId = text(values, 'payment_method_id');
  switch (action) {
    case 'find_user_id_by_email':
      return (await shop.customerByEmail(text(values, 'email'))).id;
    case 'find_user_id_by_name_zip': {
      const name = {
        givenName: text(values, 'first_name'),
        familyName: text(values, 'last_name'),
        postalCode: text(values, 'zip'),
      };
      const [found] = await shop.customersByName(name);
      if (!found) throw new ShopError('NOT_FOUND', 'Nobody of that name');
      return found.id;
    }
    case 'get_user_details':
      return await shop.customer(text(values, 'user_id'));
    case 'get_order_details':
      return await shop.order(orderId);
    case 'get_product_details':
      return await shop.product(text(values, 'product_id'));
    case 'get_item_details':
      return await shop.variant(text(values, 'item_id'));
    case 'cancel_pending_order':
      return await shop.cancelOrder({ orderId, reason: text(values, 'reason'), idempotencyKey });
    case 'modify_pending_order_address':
      return await shop.changeAddress({ orderId, address: addressOf(values), idempotencyKey });
    case 'modify_pending_order_payment':
      return await shop.changePayment({ orderId, paymentMethodId, idempotencyKey });
    case 'modify_pending_order_items':
      return await shop.changeItems({ orderId, items: await swapsOf(shop, values), paymentMethodId, idempotencyKey });
    case 'modify_user_address':
      return await shop.updateCustomerAddress({
        customerId: text(values, 'user_id'),
        address: addressOf(values),
        idempotencyKey,
      });
    case 'return_delivered_order_items': {
      const items = linesOf(await shop.order(orderId), list(values, 'item_ids'));
      return await shop.requestReturn({ orderId, items, paymentMethodId, idempotencyKey });
    }
    case 'exchange_delivered_order_items':
      return await shop.requestExchange({
        orderId,
        items: await swapsOf(shop, values),
        paymentMethodId,
        idempotencyKey,
      });
    default:
      throw new Error(`Unknown action ${action}`);
  }
}

/** The store as it should be after a case that began with `before`. */
export function expectedStore(before: StoreFile, { changes }: RetailCase): StoreFile {
  const apply = <T>(
    rows: Readonly<Record<string, T>>,
    changed: Readonly<Record<string, object>>,
  ): Record<string, T> => ({
    ...rows,
    ...Object.fromEntries(Object.entries(changed).map(([id, fields]) => [id, { ...rows[id], ...fields } as T])),
  });
  return {
    products: before.products,
    users: apply(before.users, changes.users),
    orders: apply(before.orders, changes.orders),
  };
}
