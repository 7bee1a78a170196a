/**
 * @module The order of those who wait. Each is placed as if he had come some seconds earlier; that place never changes
 * while he waits, so it is an indexed field, and whoever has waited `most` seconds longer is always first.
 */
import type { RoutingSettings } from './policy.ts';
import { stageOf } from './skills.ts';

export interface Claim {
  readonly priority: 'P1' | 'P2' | 'P3' | 'P4';
  readonly intent: string | null;
  readonly tier: string | null;
}

/** Seconds a customer is placed ahead of his arrival. */
export function headStart(
  { priority, intent, tier }: Claim,
  { headStarts }: Pick<RoutingSettings, 'headStarts'>,
): number {
  const stage = stageOf(intent);
  const known = headStarts.tiers.find((one) => one.tier.toUpperCase() === tier?.toUpperCase());
  const sum = headStarts.priority[priority] + (stage ? headStarts.stage[stage] : 0) + (known?.seconds ?? 0);
  return Math.min(sum, headStarts.most);
}

/** The instant by which he is ordered. */
export const rankOf = (queuedAt: string, claim: Claim, settings: Pick<RoutingSettings, 'headStarts'>): string =>
  later(queuedAt, -headStart(claim, settings));

/** An instant `seconds` after another. */
export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** Whole seconds from an instant until now. */
export const secondsSince = (instant: string, now: string): number =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 1000));
