/**
 * @module The shop's own database: one SQLite file in the data folder.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const SCHEMA = `
CREATE TABLE products (id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, category TEXT NOT NULL);
CREATE TABLE variants (
  id TEXT PRIMARY KEY, product_id TEXT NOT NULL REFERENCES products, position INTEGER NOT NULL,
  options TEXT NOT NULL, price INTEGER NOT NULL CHECK (price >= 0), available INTEGER NOT NULL);
CREATE INDEX variants_by_product ON variants (product_id, position);
CREATE TABLE customers (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, given_name TEXT NOT NULL, family_name TEXT NOT NULL,
  email TEXT NOT NULL, address TEXT NOT NULL, postal_code TEXT NOT NULL);
CREATE INDEX customers_by_email ON customers (lower(email));
CREATE INDEX customers_by_name ON customers (lower(family_name), lower(given_name), postal_code);
CREATE TABLE payment_methods (
  customer_id TEXT NOT NULL REFERENCES customers, id TEXT NOT NULL, position INTEGER NOT NULL,
  source TEXT NOT NULL, brand TEXT, last_four TEXT, balance INTEGER, PRIMARY KEY (customer_id, id));
CREATE TABLE orders (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers, position INTEGER NOT NULL,
  status TEXT NOT NULL, address TEXT NOT NULL, cancel_reason TEXT, placed_at TEXT NOT NULL, updated_at TEXT NOT NULL);
CREATE INDEX orders_by_customer ON orders (customer_id, placed_at DESC, id DESC);
CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders, id TEXT NOT NULL, position INTEGER NOT NULL, product_id TEXT NOT NULL,
  variant_id TEXT NOT NULL, title TEXT NOT NULL, options TEXT NOT NULL, price INTEGER NOT NULL, PRIMARY KEY (order_id, id));
CREATE TABLE payments (
  order_id TEXT NOT NULL REFERENCES orders, position INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('PAYMENT', 'REFUND')),
  amount INTEGER NOT NULL CHECK (amount >= 0), payment_method_id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (order_id, position));
CREATE TABLE shipments (
  order_id TEXT NOT NULL REFERENCES orders, position INTEGER NOT NULL, tracking_numbers TEXT NOT NULL,
  variant_ids TEXT NOT NULL, shipped_at TEXT NOT NULL, delivered_at TEXT, PRIMARY KEY (order_id, position));
CREATE TABLE returns (
  order_id TEXT PRIMARY KEY REFERENCES orders, kind TEXT NOT NULL CHECK (kind IN ('RETURN', 'EXCHANGE')),
  payment_method_id TEXT NOT NULL, price_difference INTEGER, at TEXT NOT NULL);
CREATE TABLE return_lines (
  order_id TEXT NOT NULL REFERENCES returns, position INTEGER NOT NULL, line_id TEXT NOT NULL, new_variant_id TEXT,
  PRIMARY KEY (order_id, position));
CREATE TABLE order_events (
  order_id TEXT NOT NULL REFERENCES orders, position INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, text TEXT,
  PRIMARY KEY (order_id, position));
CREATE TABLE answers (key TEXT PRIMARY KEY, request TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE sessions (hash TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers, expires_at TEXT NOT NULL);
PRAGMA user_version = 1;
`;

/** How far the desk was told; a shop's own bookkeeping, which no store file and no reset touches. */
const EVENTS = 'CREATE TABLE events_sent (place INTEGER NOT NULL); PRAGMA user_version = 2;';

/** The tables that hold the shop's data, in an order that foreign keys allow filling them. */
const TABLES = [
  'products',
  'variants',
  'customers',
  'payment_methods',
  'orders',
  'order_lines',
  'payments',
  'shipments',
  'returns',
  'return_lines',
  'order_events',
  'answers',
  'sessions',
] as const;

export type Row = Record<string, SQLInputValue>;

/** Customers' addresses are in these files, so only the account that runs the shop may read them. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Makes an empty file, or takes the one that is there; SQLite gives the files beside it the same rights. */
function privateFile(path: string): string {
  closeSync(openSync(path, 'a', FILE_MODE));
  chmodSync(path, FILE_MODE);
  return path;
}

/** SQL with prepared statements that are kept. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #folder: string;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    chmodSync(folder, FOLDER_MODE);
    this.#folder = folder;
    for (const name of ['shop.db-wal', 'shop.db-shm', 'seed.db'])
      if (existsSync(join(folder, name))) chmodSync(join(folder, name), FILE_MODE);
    this.#db = new DatabaseSync(privateFile(join(folder, 'shop.db')));
    this.#db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000',
    );
    this.transaction(() => {
      if (this.get('PRAGMA user_version')?.['user_version'] === 0) this.#db.exec(SCHEMA);
      if (this.get('PRAGMA user_version')?.['user_version'] === 1) this.#db.exec(EVENTS);
    });
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  get<R = Row>(sql: string, ...values: SQLInputValue[]): R | undefined {
    return this.#statement(sql).get(...values) as R | undefined;
  }

  all<R = Row>(sql: string, ...values: SQLInputValue[]): R[] {
    return this.#statement(sql).all(...values) as R[];
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  insert(table: (typeof TABLES)[number], row: Row): void {
    const names = Object.keys(row);
    this.run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
  }

  /** All or nothing; an inner call is undone alone when it throws. */
  transaction<T>(work: () => T): T {
    const inner = this.#db.isTransaction;
    const name = `level_${this.#depth}`;
    this.#db.exec(inner ? `SAVEPOINT ${name}` : 'BEGIN IMMEDIATE');
    this.#depth += 1;
    try {
      const result = work();
      this.#db.exec(inner ? `RELEASE ${name}` : 'COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec(inner ? `ROLLBACK TO ${name}; RELEASE ${name}` : 'ROLLBACK');
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  isEmpty(): boolean {
    return this.get('SELECT 1 FROM products LIMIT 1') === undefined;
  }

  clear(): void {
    for (const table of TABLES.toReversed()) this.run(`DELETE FROM ${table}`);
  }

  /** Keeps the present data as what `restore` goes back to. */
  keepAsSeed(): void {
    const file = join(this.#folder, 'seed.db');
    rmSync(file, { force: true });
    this.#db.prepare('VACUUM INTO ?').run(privateFile(file));
  }

  /** Goes back to the data that `keepAsSeed` kept. */
  restore(): void {
    this.#db.prepare('ATTACH ? AS seed').run(join(this.#folder, 'seed.db'));
    // The seed was consistent when it was kept; checking every row again would double the time.
    this.#db.exec('PRAGMA foreign_keys = OFF');
    try {
      this.transaction(() => {
        this.clear();
        for (const table of TABLES) this.#db.exec(`INSERT INTO ${table} SELECT * FROM seed.${table}`);
      });
    } finally {
      this.#db.exec('PRAGMA foreign_keys = ON; DETACH seed');
    }
  }

  close(): void {
    this.#db.close();
  }
}
