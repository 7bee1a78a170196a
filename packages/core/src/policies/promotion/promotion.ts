/**
 * @module Promotions and what they take off a cart. All amounts are minor units.
 */
import { allocate, percentOf } from '../refund/allocate.ts';
import type { Text } from '../text.ts';

/** The order in which price promotions are applied; each sees what the ones before left. */
export const PROMOTION_ORDER = ['DISCOUNT', 'BUNDLE', 'FULL_REDUCTION', 'COUPON', 'FULL_GIFT'] as const;

/** One promotion of the shop. */
export interface Promotion {
  readonly id: string;
  readonly title: Text;
  readonly kind: (typeof PROMOTION_ORDER)[number];
  /** Eligible amount needed, to the cent. */
  readonly threshold: number;
  readonly reward:
    | { readonly off: number; readonly every?: boolean }
    | { readonly percent: number }
    | { readonly gift: string; readonly giftTitle: Text };
  /** SKUs it counts on; all without it. */
  readonly scope?: readonly string[];
  /** Units a bundle needs, by SKU. */
  readonly bundle?: Readonly<Record<string, number>>;
  /** False: with no other price promotion at all. */
  readonly stackable?: boolean;
  /** Kinds or ids it cannot be combined with. */
  readonly notWith?: readonly string[];
  /** Of one group only one applies; of gifts the one with the highest threshold. */
  readonly group?: string;
  /** ISO instants; start inclusive, end exclusive. */
  readonly start?: string;
  readonly end?: string;
  /** Only this customer may use it. */
  readonly customerId?: string;
}

/** One line of a cart. */
export interface CartLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** Whose cart it is, and when. */
export interface Cart {
  readonly currency: string;
  readonly lines: readonly CartLine[];
  readonly at: string;
  readonly customerId?: string;
}

/** Why a promotion does not count. */
export type UnusedWhy = 'NOT_STARTED' | 'EXPIRED' | 'OTHER_ACCOUNT' | 'SCOPE' | 'THRESHOLD' | 'COMBINATION' | 'NO_GAIN';

/** Whether the promotion gives something rather than taking money off. */
export function isGift({ reward }: Promotion): boolean {
  return 'gift' in reward;
}

/** Lines the promotion counts on. */
export function scopeOf({ scope }: Promotion, { lines }: Cart): number[] {
  return [...lines.keys()].filter((index) => scope?.includes(lines[index]!.sku) ?? true);
}

/** The amount the promotion counts on, given the net amounts of the lines. */
export function eligibleAmount(promotion: Promotion, cart: Cart, net: readonly number[]): number {
  return scopeOf(promotion, cart).reduce((sum, index) => sum + net[index]!, 0);
}

function bundleCount({ bundle = {} }: Promotion, { lines }: Cart): number {
  const held = (sku: string): number =>
    lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + line.quantity, 0);
  const needs = Object.entries(bundle);
  return needs.length === 0 ? 0 : Math.min(...needs.map(([sku, units]) => Math.floor(held(sku) / units)));
}

/** What the promotion takes off an eligible amount; 0 below its threshold. */
export function reductionOn(promotion: Promotion, cart: Cart, eligible: number): number {
  const { reward, threshold, kind } = promotion;
  if ('gift' in reward || eligible < threshold) return 0;
  if ('percent' in reward) return percentOf(eligible, reward.percent);
  const times =
    kind === 'BUNDLE' ? bundleCount(promotion, cart) : reward.every ? Math.floor(eligible / Math.max(1, threshold)) : 1;
  return Math.min(eligible, reward.off * times);
}

/** Takes an amount off the lines in scope, by their share. */
export function takeOff(promotion: Promotion, cart: Cart, net: readonly number[], amount: number): number[] {
  const scope = scopeOf(promotion, cart);
  const parts = allocate(
    amount,
    scope.map((index) => net[index]!),
  );
  const left = [...net];
  scope.forEach((index, at) => (left[index]! -= parts[at]!));
  return left;
}

/** Whether two promotions may be used together. */
export function combine(a: Promotion, b: Promotion): boolean {
  if (a.group !== undefined && a.group === b.group) return false;
  if (isGift(a) || isGift(b)) return true;
  const bars = (one: Promotion, other: Promotion): boolean =>
    one.stackable === false || (one.notWith?.some((name) => name === other.kind || name === other.id) ?? false);
  return !bars(a, b) && !bars(b, a);
}

/** Why the promotion is out of the question for this cart, before any amount is looked at. */
export function barred(promotion: Promotion, cart: Cart): UnusedWhy | undefined {
  const at = Date.parse(cart.at);
  if (promotion.start && at < Date.parse(promotion.start)) return 'NOT_STARTED';
  if (promotion.end && at >= Date.parse(promotion.end)) return 'EXPIRED';
  if (promotion.customerId !== undefined && promotion.customerId !== cart.customerId) return 'OTHER_ACCOUNT';
  return scopeOf(promotion, cart).length === 0 ? 'SCOPE' : undefined;
}

/** List prices of the lines. */
export function listPrices({ lines }: Cart): number[] {
  return lines.map((line) => line.unitPrice * line.quantity);
}

/** The order in which promotions are applied. */
export function inOrder(promotions: readonly Promotion[]): Promotion[] {
  const place = ({ kind }: Promotion): number => PROMOTION_ORDER.indexOf(kind);
  return promotions.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
