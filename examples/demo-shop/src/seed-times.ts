/**
 * @module The store file knows no dates, so each order gets some that fit its state: always the same for one order and one day of loading.
 */
import { createHash } from 'node:crypto';

const HOUR = 3_600_000;

export interface OrderTimes {
  readonly placedAt: string;
  readonly shippedAt?: string;
  readonly deliveredAt?: string;
  readonly cancelledAt?: string;
}

/** Four numbers in [0, 1) that depend on the text alone. */
function fractionsOf(text: string): readonly [number, number, number, number] {
  const digest = createHash('sha256').update(text).digest();
  const at = (offset: number) => digest.readUInt32BE(offset) / 2 ** 32;
  return [at(0), at(4), at(8), at(12)];
}

/** When an order of that state was placed, sent, delivered or cancelled, seen from `now`. */
export function timesOf(orderId: string, status: string, now: Date): OrderTimes {
  const [a, b, c] = fractionsOf(orderId);
  const ago = (hours: number) => new Date(now.getTime() - Math.round(hours * HOUR)).toISOString();
  if (status === 'processed') {
    const shipped = 8 + b * 40;
    return { placedAt: ago(shipped + 10 + a * 30), shippedAt: ago(shipped) };
  }
  if (status === 'delivered' || status.endsWith('requested')) {
    const delivered = 6 + c * 24 * 26;
    const shipped = delivered + 40 + b * 60;
    return { placedAt: ago(shipped + 10 + a * 30), shippedAt: ago(shipped), deliveredAt: ago(delivered) };
  }
  if (status === 'cancelled') {
    const cancelled = 5 + b * 24 * 30;
    return { placedAt: ago(cancelled + 1 + a * 20), cancelledAt: ago(cancelled) };
  }
  return { placedAt: ago(0.5 + a * 46) };
}
