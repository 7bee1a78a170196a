/**
 * @module Tells the desk that an order has changed, signed as Standard Webhooks say: one after the other, each until
 * the desk has taken it, also after a restart. What is sent is read from the log, so nothing is lost between a change
 * and its event.
 */
import { createHash, createHmac } from 'node:crypto';
import type { Database } from './database.ts';
import type { LoggedChange, OrderLog } from './order-log.ts';

export interface DeskEventsOptions {
  /** Where the desk takes events: `http://desk/shops/my-store/events`. */
  readonly url: string;
  /** `whsec_…`, as the desk's store holds it. */
  readonly secret: string;
  /** Distinguishes shops that send to one store. */
  readonly shopId: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly now: () => Date;
  /** Between two looks at the log, in milliseconds. */
  readonly everyMs?: number;
}

const TIMEOUT_MS = 5000;
const SLOWEST_MS = 60_000;
const BATCH = 50;
/** What will not be taken tomorrow either. */
const FINAL: readonly number[] = [400, 404, 410, 413];

/** The headers that prove who sent a body. */
export function signedHeaders({
  id,
  body,
  secret,
  at,
}: {
  id: string;
  body: string;
  secret: string;
  at: Date;
}): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** Sends what the log holds from now on; what was there before is no news. */
export class DeskEvents {
  readonly #db: Database;
  readonly #log: OrderLog;
  readonly #options: DeskEventsOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  #stopped = false;

  constructor(db: Database, log: OrderLog, options: DeskEventsOptions) {
    this.#db = db;
    this.#log = log;
    this.#options = options;
    if (this.#db.get('SELECT 1 FROM events_sent') === undefined)
      this.#db.run('INSERT INTO events_sent (place) VALUES (?)', log.end());
    this.#wait();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #wait(): void {
    const { everyMs = 250 } = this.#options;
    const pause = this.#failures === 0 ? everyMs : Math.min(SLOWEST_MS, 1000 * 2 ** (this.#failures - 1));
    this.#timer = setTimeout(() => (this.#running = this.#round()), pause).unref();
  }

  async #round(): Promise<void> {
    try {
      for (const change of this.#log.after(this.#place(), BATCH)) {
        if (this.#stopped) return;
        await this.#send(change);
        this.#db.run('UPDATE events_sent SET place = ?', change.place);
      }
      this.#failures = 0;
    } catch {
      // The desk is away or full: the same event again, later and later.
      this.#failures += 1;
    } finally {
      if (!this.#stopped) this.#wait();
    }
  }

  /** A place beyond the end is one of before a reset: the log has begun anew. */
  #place(): number {
    this.#db.run('UPDATE events_sent SET place = min(place, ?)', this.#log.end());
    return this.#db.get<{ place: number }>('SELECT place FROM events_sent')?.place ?? 0;
  }

  async #send({ place, orderId, at }: LoggedChange): Promise<void> {
    const { url, secret, shopId, fetch = globalThis.fetch, now } = this.#options;
    // The same change has the same id, however often it is sent.
    const id = `evt_${createHash('sha256').update(`${shopId} ${place} ${orderId} ${at}`).digest('hex').slice(0, 32)}`;
    const body = JSON.stringify({ type: 'order.changed', timestamp: at, data: { orderId } });
    const { status } = await fetch(url, {
      method: 'POST',
      headers: signedHeaders({ id, body, secret, at: now() }),
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (status >= 300 && !FINAL.includes(status)) throw new Error(`The desk answered ${status}.`);
  }
}
