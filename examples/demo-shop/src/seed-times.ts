/**
 * @module The store file knows no dates, so each order gets some that fit its state: always the same for one order and
 * one day of loading.
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

/** Between 14:00 and 22:00 UTC of a day so many days before `now`: people and carriers work in daylight. */
function daytime(now: Date, daysAgo: number, fraction: number): number {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysAgo);
  return midnight + Math.round((14 + fraction * 8) * HOUR);
}

const iso = (time: number): string => new Date(time).toISOString();

/** When an order of that state was placed, sent, delivered or cancelled, seen from `now`. */
export function timesOf(orderId: string, status: string, now: Date): OrderTimes {
  const [a, b, c, d] = fractionsOf(orderId);
  if (status === 'processed') {
    const days = 1 + Math.floor(b * 2);
    return { placedAt: iso(daytime(now, days + 1, a)), shippedAt: iso(daytime(now, days, c)) };
  }
  if (status === 'delivered' || status.endsWith('requested')) {
    // Most of them lately; some too long ago for a return without reason.
    const delivered = c < 0.85 ? 1 + Math.floor(c * 28) : 32 + Math.floor((c - 0.85) * 180);
    const shipped = delivered + 2 + Math.floor(b * 3);
    return {
      placedAt: iso(daytime(now, shipped + 1, a)),
      shippedAt: iso(daytime(now, shipped, b)),
      deliveredAt: iso(daytime(now, delivered, d)),
    };
  }
  if (status === 'cancelled') {
    const cancelled = 1 + Math.floor(b * 30);
    return { placedAt: iso(daytime(now, cancelled + 1, a)), cancelledAt: iso(daytime(now, cancelled, c)) };
  }
  return { placedAt: iso(now.getTime() - Math.round((0.5 + a * 46) * HOUR)) };
}
