/**
 * @module Orders as the shop keeps them and as the desk sees them.
 */
import {
  money,
  shopNotFound,
  ShopError,
  type ShopAddress,
  type ShopOrder,
  type ShopOrderEvent,
  type ShopOrderLine,
  type ShopOrderSearch,
  type ShopOrderStatus,
  type ShopPage,
  type ShopPayment,
  type ShopReturn,
  type ShopShipment,
} from '@shopdesk/core';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { optionsOf, pictureUrl } from './products.ts';
import { CURRENCY } from './store-file.ts';
import { CARRIER, expectedAt, scansOf } from './tracking.ts';

/** The shop's own names of states. */
export const PENDING = 'pending';
export const ITEMS_MODIFIED = 'pending (item modified)';
/** Handed to the carrier. */
export const SENT = 'processed';
export const DELIVERED = 'delivered';
export const CANCELLED = 'cancelled';
export const RETURN_REQUESTED = 'return requested';
export const EXCHANGE_REQUESTED = 'exchange requested';

const STATUS: Record<string, ShopOrderStatus> = {
  [PENDING]: 'PAID',
  [ITEMS_MODIFIED]: 'PAID',
  [SENT]: 'SHIPPED',
  [DELIVERED]: 'DELIVERED',
  [CANCELLED]: 'CANCELLED',
  [RETURN_REQUESTED]: 'DELIVERED',
  [EXCHANGE_REQUESTED]: 'DELIVERED',
};

interface OrderRow {
  readonly id: string;
  readonly customer_id: string;
  readonly status: string;
  readonly address: string;
  readonly cancel_reason: string | null;
  readonly placed_at: string;
  readonly updated_at: string;
}

const COLUMNS = 'id, customer_id, status, address, cancel_reason, placed_at, updated_at';

/** Reads orders. `now` tells how far a parcel has come, `baseUrl` where the shop front is. */
export class Orders {
  readonly #db: Database;
  readonly #now: () => Date;
  readonly #baseUrl: () => string;

  constructor(db: Database, now: () => Date, baseUrl: () => string) {
    this.#db = db;
    this.#now = now;
    this.#baseUrl = baseUrl;
  }

  order(id: string): ShopOrder {
    const row = this.#db.get<OrderRow>(`SELECT ${COLUMNS} FROM orders WHERE id = ?`, id);
    if (!row) throw shopNotFound('Order');
    return this.#orderOf(row);
  }

  /** All orders, newest first: by a part of the number or the buyer's e-mail, by state and day. */
  search({
    text = '',
    status,
    placedFrom = '',
    placedBefore = '9999',
    first = 20,
    after,
  }: ShopOrderSearch): ShopPage<ShopOrder> {
    const [placedAt, id] = after === undefined ? ['9999', ''] : readCursor(after, 2);
    if (typeof placedAt !== 'string' || typeof id !== 'string') throw new ShopError('INVALID', 'Not valid: after');
    const states = status ? Object.keys(STATUS).filter((name) => STATUS[name] === status) : Object.keys(STATUS);
    const wanted = text.trim().toLowerCase();
    const rows = this.#db.all<OrderRow>(
      `SELECT ${COLUMNS} FROM orders WHERE (instr(lower(id), ?) > 0 OR customer_id IN (SELECT id FROM customers WHERE lower(email) = ?))
       AND status IN (SELECT value FROM json_each(?)) AND placed_at >= ? AND placed_at < ? AND (placed_at, id) < (?, ?) ORDER BY placed_at DESC, id DESC LIMIT ?`,
      wanted,
      wanted,
      JSON.stringify(states),
      placedFrom,
      placedBefore,
      placedAt,
      id,
      first + 1,
    );
    return this.#pageOf(rows, first);
  }

  /** Newest first. */
  ofCustomer(customerId: string, { first, after }: { first: number; after?: string | undefined }): ShopPage<ShopOrder> {
    if (!this.#db.get('SELECT 1 FROM customers WHERE id = ?', customerId)) throw shopNotFound('Customer');
    const [placedAt, id] = after === undefined ? ['9999', ''] : readCursor(after, 2);
    if (typeof placedAt !== 'string' || typeof id !== 'string') throw new ShopError('INVALID', 'Not valid: after');
    const rows = this.#db.all<OrderRow>(
      `SELECT ${COLUMNS} FROM orders WHERE customer_id = ? AND (placed_at, id) < (?, ?) ORDER BY placed_at DESC, id DESC LIMIT ?`,
      customerId,
      placedAt,
      id,
      first + 1,
    );
    return this.#pageOf(rows, first);
  }

  #pageOf(rows: readonly OrderRow[], first: number): ShopPage<ShopOrder> {
    const page = rows.slice(0, first);
    const last = page.at(-1);
    const items = page.map((row) => this.#orderOf(row));
    return rows.length > first && last ? { items, next: writeCursor([last.placed_at, last.id]) } : { items };
  }

  #orderOf(row: OrderRow): ShopOrder {
    const lines = this.#linesOf(row.id);
    const payments = this.#paymentsOf(row.id);
    return {
      id: row.id,
      number: row.id,
      customerId: row.customer_id,
      status: STATUS[row.status] ?? 'CONFIRMED',
      shopStatus: row.status,
      address: JSON.parse(row.address) as ShopAddress,
      lines,
      amounts: amountsOf(lines, payments),
      // This shop knows no promotions and sends for nothing.
      discounts: [],
      payments,
      shipments: this.#shipmentsOf(row.id, lines),
      returns: this.#returnsOf(row.id),
      history: this.#historyOf(row.id),
      ...(row.cancel_reason === null ? {} : { cancelReason: row.cancel_reason }),
      placedAt: row.placed_at,
      updatedAt: row.updated_at,
    };
  }

  #linesOf(orderId: string): ShopOrderLine[] {
    return this.#db
      .all<{ id: string; product_id: string; variant_id: string; title: string; options: string; price: number }>(
        'SELECT id, product_id, variant_id, title, options, price FROM order_lines WHERE order_id = ? ORDER BY position',
        orderId,
      )
      .map((line) => ({
        id: line.id,
        productId: line.product_id,
        variantId: line.variant_id,
        title: line.title,
        options: optionsOf(line.options),
        quantity: 1,
        unitPrice: money(line.price, CURRENCY),
        imageUrl: pictureUrl(this.#baseUrl(), line.product_id),
      }));
  }

  #paymentsOf(orderId: string): ShopPayment[] {
    return this.#db
      .all<{ position: number; kind: ShopPayment['kind']; amount: number; payment_method_id: string; at: string }>(
        'SELECT position, kind, amount, payment_method_id, at FROM payments WHERE order_id = ? ORDER BY position',
        orderId,
      )
      .map(({ position, kind, amount, payment_method_id, at }) => ({
        id: `${orderId}/${position + 1}`,
        kind,
        amount: money(amount, CURRENCY),
        paymentMethodId: payment_method_id,
        at,
      }));
  }

  #shipmentsOf(orderId: string, lines: readonly ShopOrderLine[]): ShopShipment[] {
    const rows = this.#db.all<{
      position: number;
      tracking_numbers: string;
      variant_ids: string;
      shipped_at: string;
      delivered_at: string | null;
    }>(
      'SELECT position, tracking_numbers, variant_ids, shipped_at, delivered_at FROM shipments WHERE order_id = ? ORDER BY position',
      orderId,
    );
    return rows.map((row) => {
      const inside = JSON.parse(row.variant_ids) as string[];
      return {
        id: `${orderId}/${row.position + 1}`,
        carrier: CARRIER,
        trackingNumbers: JSON.parse(row.tracking_numbers) as string[],
        lineIds: lines.filter(({ variantId }) => inside.includes(variantId)).map(({ id }) => id),
        shippedAt: row.shipped_at,
        expectedAt: expectedAt(row.shipped_at),
        ...(row.delivered_at === null ? {} : { deliveredAt: row.delivered_at }),
        events: scansOf(row.shipped_at, row.delivered_at, this.#now()),
      };
    });
  }

  #returnsOf(orderId: string): ShopReturn[] {
    const row = this.#db.get<{
      kind: ShopReturn['kind'];
      payment_method_id: string;
      price_difference: number | null;
      at: string;
    }>('SELECT kind, payment_method_id, price_difference, at FROM returns WHERE order_id = ?', orderId);
    if (!row) return [];
    const lines = this.#db.all<{ line_id: string; new_variant_id: string | null }>(
      'SELECT line_id, new_variant_id FROM return_lines WHERE order_id = ? ORDER BY position',
      orderId,
    );
    const asked = lines.map(({ line_id, new_variant_id }) => ({
      lineId: line_id,
      quantity: 1,
      ...(new_variant_id === null ? {} : { newVariantId: new_variant_id }),
    }));
    return [
      {
        id: `${orderId}/return`,
        kind: row.kind,
        lines: asked,
        paymentMethodId: row.payment_method_id,
        ...(row.price_difference === null ? {} : { priceDifference: money(row.price_difference, CURRENCY) }),
        at: row.at,
      },
    ];
  }

  #historyOf(orderId: string): ShopOrderEvent[] {
    return this.#db
      .all<{ at: string; kind: ShopOrderEvent['kind']; text: string | null }>(
        'SELECT at, kind, text FROM order_events WHERE order_id = ? ORDER BY position',
        orderId,
      )
      .map(({ at, kind, text }) => ({ at, kind, ...(text === null ? {} : { text }) }));
  }
}

function amountsOf(lines: readonly ShopOrderLine[], payments: readonly ShopPayment[]): ShopOrder['amounts'] {
  const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0);
  const sumOf = (kind: ShopPayment['kind']) =>
    payments.reduce((sum, entry) => sum + (entry.kind === kind ? entry.amount.amount : 0), 0);
  const usd = (amount: number) => money(amount, CURRENCY);
  return {
    goods: usd(goods),
    discount: usd(0),
    freight: usd(0),
    total: usd(goods),
    paid: usd(sumOf('PAYMENT')),
    refunded: usd(sumOf('REFUND')),
  };
}
