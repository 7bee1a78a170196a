/**
 * @module Gives the shop back in the form of a store file.
 */
import type { ShopAddress } from '@shopdesk/core';
import type { Database } from './database.ts';
import { toDollars, type StoreAddress, type StoreFile, type StoreOrder, type StoreUser } from './store-file.ts';

const addressOf = (json: string): StoreAddress => {
  const { line1, line2, city, region, postalCode, country } = JSON.parse(json) as ShopAddress;
  return { address1: line1, address2: line2, city, country, state: region, zip: postalCode };
};

const optionsOf = (json: string): Record<string, string> => Object.fromEntries(JSON.parse(json) as [string, string][]);

/** Rows of a table by the row they belong to. */
const grouped = <R>(rows: readonly R[], keyOf: (row: R) => string): ((key: string) => readonly R[]) => {
  const groups = Map.groupBy(rows, keyOf);
  return (key) => groups.get(key) ?? [];
};

function exportProducts(db: Database): StoreFile['products'] {
  const variantsOf = grouped(
    db.all<{ id: string; product_id: string; options: string; price: number; available: number }>(
      'SELECT id, product_id, options, price, available FROM variants ORDER BY position',
    ),
    ({ product_id }) => product_id,
  );
  const products = db.all<{ id: string; title: string }>('SELECT id, title FROM products ORDER BY position');
  const entries = products.map(({ id, title }) => {
    const variants = variantsOf(id).map((variant) => [
      variant.id,
      {
        item_id: variant.id,
        options: optionsOf(variant.options),
        available: variant.available === 1,
        price: toDollars(variant.price),
      },
    ]);
    return [
      id,
      {
        name: title,
        product_id: id,
        variants: Object.fromEntries(variants) as StoreFile['products'][string]['variants'],
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

interface MethodRow {
  customer_id: string;
  id: string;
  source: string;
  brand: string | null;
  last_four: string | null;
  balance: number | null;
}

const exportMethod = ({ id, source, brand, last_four, balance }: MethodRow): StoreUser['payment_methods'][string] => ({
  source,
  id,
  ...(brand === null ? {} : { brand }),
  ...(last_four === null ? {} : { last_four }),
  ...(balance === null ? {} : { balance: toDollars(balance) }),
});

function exportUsers(db: Database): StoreFile['users'] {
  const methodsOf = grouped(
    db.all<MethodRow>(
      'SELECT customer_id, id, source, brand, last_four, balance FROM payment_methods ORDER BY position',
    ),
    ({ customer_id }) => customer_id,
  );
  const ordersOf = grouped(
    db.all<{ id: string; customer_id: string }>('SELECT id, customer_id FROM orders ORDER BY position'),
    ({ customer_id }) => customer_id,
  );
  const customers = db.all<{ id: string; given_name: string; family_name: string; email: string; address: string }>(
    'SELECT id, given_name, family_name, email, address FROM customers ORDER BY position',
  );
  const entries = customers.map((customer): [string, StoreUser] => [
    customer.id,
    {
      user_id: customer.id,
      name: { first_name: customer.given_name, last_name: customer.family_name },
      address: addressOf(customer.address),
      email: customer.email,
      payment_methods: Object.fromEntries(methodsOf(customer.id).map((method) => [method.id, exportMethod(method)])),
      orders: ordersOf(customer.id).map(({ id }) => id),
    },
  ]);
  return Object.fromEntries(entries);
}

function returnsOf(db: Database): (orderId: string) => Partial<StoreOrder> {
  const asked = new Map(
    db
      .all<{ order_id: string; kind: string; payment_method_id: string; price_difference: number | null }>(
        'SELECT * FROM returns',
      )
      .map((row) => [row.order_id, row]),
  );
  const linesOf = grouped(
    db.all<{ order_id: string; variant_id: string; new_variant_id: string | null }>(
      `SELECT return_lines.order_id, order_lines.variant_id, return_lines.new_variant_id FROM return_lines
       JOIN order_lines ON order_lines.order_id = return_lines.order_id AND order_lines.id = return_lines.line_id`,
    ),
    ({ order_id }) => order_id,
  );
  return (orderId) => {
    const row = asked.get(orderId);
    if (!row) return {};
    const items = linesOf(orderId)
      .map(({ variant_id }) => variant_id)
      .toSorted();
    if (row.kind === 'RETURN') return { return_items: items, return_payment_method_id: row.payment_method_id };
    return {
      exchange_items: items,
      exchange_new_items: linesOf(orderId)
        .map(({ new_variant_id }) => new_variant_id ?? '')
        .toSorted(),
      exchange_payment_method_id: row.payment_method_id,
      exchange_price_difference: toDollars(row.price_difference ?? 0),
    };
  };
}

interface LineRow {
  order_id: string;
  title: string;
  product_id: string;
  variant_id: string;
  price: number;
  options: string;
}

const exportLine = ({ title, product_id, variant_id, price, options }: LineRow): StoreOrder['items'][number] => ({
  name: title,
  product_id,
  item_id: variant_id,
  price: toDollars(price),
  options: optionsOf(options),
});

interface PaymentRow {
  order_id: string;
  kind: string;
  amount: number;
  payment_method_id: string;
}

const exportPayment = ({ kind, amount, payment_method_id }: PaymentRow): StoreOrder['payment_history'][number] => ({
  transaction_type: kind === 'PAYMENT' ? 'payment' : 'refund',
  amount: toDollars(amount),
  payment_method_id,
});

interface ParcelRow {
  order_id: string;
  tracking_numbers: string;
  variant_ids: string;
}

const exportParcel = ({ tracking_numbers, variant_ids }: ParcelRow): StoreOrder['fulfillments'][number] => ({
  tracking_id: JSON.parse(tracking_numbers) as string[],
  item_ids: JSON.parse(variant_ids) as string[],
});

function exportOrders(db: Database): StoreFile['orders'] {
  const byOrder = <R extends { order_id: string }>(table: string) =>
    grouped(db.all<R>(`SELECT * FROM ${table} ORDER BY position`), ({ order_id }) => order_id);
  const linesOf = byOrder<LineRow>('order_lines');
  const paymentsOf = byOrder<PaymentRow>('payments');
  const parcelsOf = byOrder<ParcelRow>('shipments');
  const returnOf = returnsOf(db);
  const orders = db.all<{
    id: string;
    customer_id: string;
    status: string;
    address: string;
    cancel_reason: string | null;
  }>('SELECT id, customer_id, status, address, cancel_reason FROM orders ORDER BY rowid');
  const entries = orders.map(({ id, customer_id, status, address, cancel_reason }): [string, StoreOrder] => [
    id,
    {
      order_id: id,
      user_id: customer_id,
      address: addressOf(address),
      items: linesOf(id).map(exportLine),
      status,
      fulfillments: parcelsOf(id).map(exportParcel),
      payment_history: paymentsOf(id).map(exportPayment),
      ...(cancel_reason === null ? {} : { cancel_reason }),
      ...returnOf(id),
    },
  ]);
  return Object.fromEntries(entries);
}

/** Everything, exact to the cent. */
export function exportStore(db: Database): StoreFile {
  return db.transaction(() => ({ products: exportProducts(db), users: exportUsers(db), orders: exportOrders(db) }));
}
