/**
 * @module Fills the database from a store file.
 */
import type { ShopAddress } from '@shopdesk/core';
import { categoryOf } from './categories.ts';
import type { Database } from './database.ts';
import { timesOf, type OrderTimes } from './seed-times.ts';
import { toCents, type StoreAddress, type StoreFile, type StoreOrder, type StoreUser } from './store-file.ts';

const addressOf = ({ address1, address2, city, state, zip, country }: StoreAddress): ShopAddress => ({
  line1: address1,
  line2: address2,
  city,
  region: state,
  postalCode: zip,
  country,
});

function loadProducts(db: Database, products: StoreFile['products']): void {
  for (const [position, { product_id: id, name, variants }] of Object.values(products).entries()) {
    db.insert('products', { id, position, title: name, category: categoryOf(name) });
    for (const [place, variant] of Object.values(variants).entries()) {
      db.insert('variants', {
        id: variant.item_id,
        product_id: id,
        position: place,
        options: JSON.stringify(Object.entries(variant.options)),
        price: toCents(variant.price),
        available: variant.available ? 1 : 0,
      });
    }
  }
}

function loadUser(db: Database, user: StoreUser, position: number): void {
  const address = addressOf(user.address);
  db.insert('customers', {
    id: user.user_id,
    position,
    given_name: user.name.first_name,
    family_name: user.name.last_name,
    email: user.email,
    address: JSON.stringify(address),
    postal_code: address.postalCode,
  });
  for (const [place, method] of Object.values(user.payment_methods).entries()) {
    db.insert('payment_methods', {
      customer_id: user.user_id,
      id: method.id,
      position: place,
      source: method.source,
      brand: method.brand ?? null,
      last_four: method.last_four ?? null,
      balance: method.balance === undefined ? null : toCents(method.balance),
    });
  }
}

function loadReturn(db: Database, order: StoreOrder, at: string): void {
  const exchange = order.exchange_items !== undefined;
  const items = order.exchange_items ?? order.return_items;
  if (!items) return;
  db.insert('returns', {
    order_id: order.order_id,
    kind: exchange ? 'EXCHANGE' : 'RETURN',
    payment_method_id: order.exchange_payment_method_id ?? order.return_payment_method_id ?? '',
    price_difference: order.exchange_price_difference === undefined ? null : toCents(order.exchange_price_difference),
    at,
  });
  const productOf = (variantId: string) =>
    db.get<{ product_id: string }>('SELECT product_id FROM variants WHERE id = ?', variantId)?.product_id;
  const lines = order.items.map((item, index) => ({ ...item, line: String(index + 1) }));
  const replacements = [...(order.exchange_new_items ?? [])];
  for (const [position, itemId] of items.entries()) {
    const found = lines.findIndex(({ item_id }) => item_id === itemId);
    const [line] = lines.splice(found, found < 0 ? 0 : 1);
    if (!line) throw new Error(`${order.order_id} returns ${itemId}, which it does not hold`);
    // The file sorts both lists apart, so which new item replaces which is told by the product.
    const partner = replacements.findIndex((id) => productOf(id) === line.product_id);
    const [replacement] = exchange ? replacements.splice(partner, 1) : [];
    db.insert('return_lines', {
      order_id: order.order_id,
      position,
      line_id: line.line,
      new_variant_id: replacement ?? null,
    });
  }
}

function loadLines(db: Database, { order_id, items }: StoreOrder): void {
  for (const [position, item] of items.entries()) {
    db.insert('order_lines', {
      order_id,
      id: String(position + 1),
      position,
      product_id: item.product_id,
      variant_id: item.item_id,
      title: item.name,
      options: JSON.stringify(Object.entries(item.options)),
      price: toCents(item.price),
    });
  }
}

function loadPayments(
  db: Database,
  { order_id, payment_history }: StoreOrder,
  { placedAt }: OrderTimes,
  later: string,
): void {
  for (const [position, entry] of payment_history.entries()) {
    db.insert('payments', {
      order_id,
      position,
      kind: entry.transaction_type === 'payment' ? 'PAYMENT' : 'REFUND',
      amount: toCents(entry.amount),
      payment_method_id: entry.payment_method_id,
      at: position === 0 ? placedAt : later,
    });
  }
}

function loadParcels(db: Database, { order_id, fulfillments }: StoreOrder, times: OrderTimes): void {
  for (const [position, parcel] of fulfillments.entries()) {
    db.insert('shipments', {
      order_id,
      position,
      tracking_numbers: JSON.stringify(parcel.tracking_id),
      variant_ids: JSON.stringify(parcel.item_ids),
      shipped_at: times.shippedAt ?? times.placedAt,
      delivered_at: times.deliveredAt ?? null,
    });
  }
}

function loadEvents(db: Database, order_id: string, times: OrderTimes): void {
  const events = [
    ['PLACED', times.placedAt],
    ['SHIPPED', times.shippedAt],
    ['DELIVERED', times.deliveredAt],
    ['CANCELLED', times.cancelledAt],
  ] as const;
  let position = 0;
  for (const [kind, at] of events) {
    if (at === undefined) continue;
    db.insert('order_events', { order_id, position, at, kind, text: null });
    position += 1;
  }
}

function loadOrder(db: Database, order: StoreOrder, position: number, now: Date): void {
  const { order_id: id, status } = order;
  const times = timesOf(id, status, now);
  const updatedAt = times.cancelledAt ?? times.deliveredAt ?? times.shippedAt ?? times.placedAt;
  db.insert('orders', {
    id,
    customer_id: order.user_id,
    position,
    status,
    address: JSON.stringify(addressOf(order.address)),
    cancel_reason: order.cancel_reason ?? null,
    placed_at: times.placedAt,
    updated_at: updatedAt,
  });
  loadLines(db, order);
  loadPayments(db, order, times, updatedAt);
  loadParcels(db, order, times);
  loadEvents(db, id, times);
  loadReturn(db, order, updatedAt);
}

/** Replaces everything in the shop by a store file, all or nothing, and keeps it as what `restore` goes back to. */
export function loadStore(db: Database, store: StoreFile, now: Date): void {
  db.transaction(() => {
    db.clear();
    loadProducts(db, store.products);
    for (const [position, user] of Object.values(store.users).entries()) loadUser(db, user, position);
    const places = new Map(
      Object.values(store.users).flatMap((user) => user.orders.map((id, place) => [id, place] as const)),
    );
    for (const order of Object.values(store.orders)) {
      loadOrder(db, order, places.get(order.order_id) ?? places.size, now);
    }
  });
  db.keepAsSeed();
}
