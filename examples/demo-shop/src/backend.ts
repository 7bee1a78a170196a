/**
 * @module The shop without any page or port: its data and everything that can be done to it.
 */
import type { ShopChangeAnswer, ShopChangeName, ShopOrder } from '@shopdesk/core';
import { change, type CancelRefunds, type ChangeContext } from './changes/index.ts';
import { buy } from './checkout.ts';
import { Customers } from './customers.ts';
import { Database } from './database.ts';
import { OrderLog } from './order-log.ts';
import { Orders } from './orders.ts';
import { Products } from './products.ts';
import { Sessions } from './sessions.ts';
import { exportStore } from './store-export.ts';
import { readStoreFile, type StoreFile } from './store-file.ts';
import { loadStore } from './store-load.ts';
import { DeskEvents, type DeskEventsOptions } from './desk-events.ts';
import { moveOn } from './warehouse.ts';

export interface BackendOptions {
  /** Where the data is kept; made when it is not there. */
  readonly dataDir: string;
  /** What an empty shop is filled with. */
  readonly seedFile: string;
  readonly baseUrl: () => string;
  readonly cancelRefunds?: CancelRefunds;
  /** Where changes of orders are told; nowhere without it. */
  readonly events?: Omit<DeskEventsOptions, 'now'>;
  readonly now?: () => Date;
}

export interface Backend {
  readonly products: Products;
  readonly customers: Customers;
  readonly orders: Orders;
  readonly sessions: Sessions;
  readonly log: OrderLog;
  change<N extends ShopChangeName>(name: N, input: unknown): ShopChangeAnswer<N>;
  buy(input: unknown): ShopOrder;
  /** The warehouse or the carrier does the next thing with an order. */
  moveOn(orderId: string, wanted: string): ShopOrder;
  /** Replaces everything by a store file. */
  loadStore(file: string): void;
  /** Everything in the form of a store file, exact to the cent. */
  exportStore(): StoreFile;
  /** Goes back to the store file that was loaded last. */
  reset(): void;
  /** Resolves when no event is under way any more. */
  close(): Promise<void>;
}

/** Opens the shop's data; fills it from the seed file the first time. */
export function openBackend({
  dataDir,
  seedFile,
  baseUrl,
  cancelRefunds = 'outstanding',
  events,
  now = () => new Date(),
}: BackendOptions): Backend {
  const db = new Database(dataDir);
  if (db.isEmpty()) loadStore(db, readStoreFile(seedFile), now());
  const products = new Products(db, baseUrl);
  const customers = new Customers(db);
  const orders = new Orders(db, now, baseUrl);
  const log = new OrderLog(db);
  const sender = events && new DeskEvents(db, log, { ...events, now });
  const context: ChangeContext = { db, orders, customers, products, now, cancelRefunds };
  return {
    products,
    customers,
    orders,
    sessions: new Sessions(db, now),
    log,
    change: (name, input) => change(context, name, input),
    buy: (input) => buy(context, input),
    moveOn: (orderId, wanted) => moveOn(context, orderId, wanted),
    loadStore: (file) => loadStore(db, readStoreFile(file), now()),
    exportStore: () => exportStore(db),
    reset: () => db.restore(),
    close: async () => {
      // Without events the file is closed before anybody else may want it.
      if (sender) await sender.stop();
      db.close();
    },
  };
}
