/**
 * @module The carrier's scans of a parcel, told from when it left and when it arrived.
 */
import type { ShopTrackingEvent } from '@shopdesk/core';

/** Who delivers for this shop. */
export const CARRIER = 'Blue Heron Parcel';

const HOUR = 3_600_000;

/** Three days, by evening: what this carrier promises. */
export const expectedAt = (shippedAt: string): string => {
  const day = new Date(Date.parse(shippedAt) + 72 * HOUR);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 22)).toISOString();
};

const TEXTS = {
  PICKED_UP: 'Picked up from the shop',
  IN_TRANSIT: 'At the sorting centre',
  OUT_FOR_DELIVERY: 'Out for delivery',
  DELIVERED: 'Delivered',
} as const;

/** The scans up to `now`, oldest first. */
export function scansOf(shippedAt: string, deliveredAt: string | null, now: Date): ShopTrackingEvent[] {
  const shipped = Date.parse(shippedAt);
  const arrived = deliveredAt === null ? undefined : Date.parse(deliveredAt);
  const scans: [number, keyof typeof TEXTS][] = [
    [shipped, 'PICKED_UP'],
    [shipped + 9 * HOUR, 'IN_TRANSIT'],
  ];
  if (arrived !== undefined)
    scans.push([Math.max(shipped, arrived - 4 * HOUR), 'OUT_FOR_DELIVERY'], [arrived, 'DELIVERED']);
  return scans
    .filter(([at]) => at <= now.getTime() && (arrived === undefined || at <= arrived))
    .toSorted(([a], [b]) => a - b)
    .map(([at, status]) => ({ at: new Date(at).toISOString(), status, text: TEXTS[status] }));
}
