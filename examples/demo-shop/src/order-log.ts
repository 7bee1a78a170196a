/**
 * @module What happened to orders, in the order it happened: for a desk that asks, and for the events that are sent to
 * it.
 */
import { ShopError } from '@shopdesk/core';
import type { Database } from './database.ts';

const PAGE = 100;

export interface LoggedChange {
  readonly place: number;
  readonly orderId: string;
  readonly at: string;
}

/** Reads the log. A place is a number that only grows. */
export class OrderLog {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The place of the newest change. */
  end(): number {
    return this.#db.get<{ place: number | null }>('SELECT max(rowid) AS place FROM order_events')?.place ?? 0;
  }

  after(place: number, limit: number): LoggedChange[] {
    return this.#db.all<LoggedChange & Record<string, never>>(
      'SELECT rowid AS place, order_id AS orderId, at FROM order_events WHERE rowid > ? ORDER BY rowid LIMIT ?',
      place,
      limit,
    );
  }

  /** The shop port's `orderChanges`. A place beyond the end is one of before a reset: there is nothing to catch up. */
  changes(since: string | undefined): { orderIds: string[]; cursor: string; more: boolean } {
    if (since !== undefined && !/^\d{1,15}$/.test(since))
      throw new ShopError('INVALID', 'Not valid: since', {
        fields: [{ path: 'since', message: 'Not a cursor of this list' }],
      });
    const from = Math.min(since === undefined ? Number.POSITIVE_INFINITY : Number(since), this.end());
    const found = this.after(from, PAGE);
    return {
      orderIds: [...new Set(found.map(({ orderId }) => orderId))],
      cursor: String(found.at(-1)?.place ?? from),
      more: found.length === PAGE,
    };
  }
}
