/**
 * @module Whom the shop sells to.
 */
import { money, shopNotFound, type ShopAddress, type ShopCustomer, type ShopPaymentMethod } from '@shopdesk/core';
import type { Database } from './database.ts';
import { CURRENCY } from './store-file.ts';

interface CustomerRow {
  readonly id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly email: string;
  readonly address: string;
}

interface MethodRow {
  readonly id: string;
  readonly source: string;
  readonly brand: string | null;
  readonly last_four: string | null;
  readonly balance: number | null;
}

const COLUMNS = 'id, given_name, family_name, email, address';
const KINDS: Record<string, ShopPaymentMethod['kind']> = {
  credit_card: 'CARD',
  gift_card: 'GIFT_CARD',
  paypal: 'WALLET',
};

function methodOf({ id, source, brand, last_four, balance }: MethodRow): ShopPaymentMethod {
  const kind = KINDS[source] ?? 'OTHER';
  const provider = brand ?? (kind === 'GIFT_CARD' ? undefined : source);
  return {
    id,
    kind,
    ...(provider ? { provider } : {}),
    ...(last_four === null ? {} : { lastFour: last_four }),
    ...(balance === null ? {} : { balance: money(balance, CURRENCY) }),
  };
}

/** Reads and changes customers. */
export class Customers {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  #customerOf(row: CustomerRow): ShopCustomer {
    return {
      id: row.id,
      name: `${row.given_name} ${row.family_name}`,
      givenName: row.given_name,
      familyName: row.family_name,
      email: row.email,
      address: JSON.parse(row.address) as ShopAddress,
      paymentMethods: this.methodsOf(row.id),
    };
  }

  methodsOf(customerId: string): ShopPaymentMethod[] {
    const sql =
      'SELECT id, source, brand, last_four, balance FROM payment_methods WHERE customer_id = ? ORDER BY position';
    return this.#db.all<MethodRow>(sql, customerId).map(methodOf);
  }

  customer(id: string): ShopCustomer {
    const row = this.#db.get<CustomerRow>(`SELECT ${COLUMNS} FROM customers WHERE id = ?`, id);
    if (!row) throw shopNotFound('Customer');
    return this.#customerOf(row);
  }

  byEmail(email: string): ShopCustomer {
    const row = this.#db.get<CustomerRow>(
      `SELECT ${COLUMNS} FROM customers WHERE lower(email) = lower(?) ORDER BY position`,
      email,
    );
    if (!row) throw shopNotFound('Customer');
    return this.#customerOf(row);
  }

  byName({
    givenName,
    familyName,
    postalCode,
  }: {
    givenName: string;
    familyName: string;
    postalCode: string;
  }): ShopCustomer[] {
    const rows = this.#db.all<CustomerRow>(
      `SELECT ${COLUMNS} FROM customers
       WHERE lower(family_name) = lower(?) AND lower(given_name) = lower(?) AND postal_code = ? ORDER BY position`,
      familyName,
      givenName,
      postalCode,
    );
    return rows.map((row) => this.#customerOf(row));
  }

  /** The sign-in list: people whose name, e-mail or id holds the text, and how many there are in all. */
  search(
    text: string,
    first: number,
    skip: number,
  ): { people: { customer: ShopCustomer; orders: number }[]; total: number } {
    const like = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const where = `WHERE given_name || ' ' || family_name LIKE ?1 ESCAPE '\\' OR email LIKE ?1 ESCAPE '\\' OR id LIKE ?1 ESCAPE '\\'`;
    const rows = this.#db.all<CustomerRow & { orders: number }>(
      `SELECT ${COLUMNS}, (SELECT count(*) FROM orders WHERE customer_id = customers.id) AS orders
       FROM customers ${where} ORDER BY given_name, family_name, id LIMIT ?2 OFFSET ?3`,
      like,
      first,
      skip,
    );
    const total = this.#db.get<{ n: number }>(`SELECT count(*) AS n FROM customers ${where}`, like)?.n ?? 0;
    return { people: rows.map((row) => ({ customer: this.#customerOf(row), orders: row.orders })), total };
  }

  moveTo(id: string, address: ShopAddress): ShopCustomer {
    const sql = 'UPDATE customers SET address = ?, postal_code = ? WHERE id = ?';
    if (this.#db.run(sql, JSON.stringify(address), address.postalCode, id) === 0) throw shopNotFound('Customer');
    return this.customer(id);
  }
}
