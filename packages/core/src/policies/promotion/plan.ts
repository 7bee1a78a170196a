/**
 * @module The cheapest way to buy a cart, and why (R-PRE-09): every allowed combination is considered, those that
 * cannot win are not tried out.
 */
import { formatMoney } from '../scalar.ts';
import { inBoth, type Text } from '../text.ts';
import {
  barred,
  combine,
  eligibleAmount,
  inOrder,
  isGift,
  listPrices,
  reductionOn,
  takeOff,
  type Cart,
  type Promotion,
  type UnusedWhy,
} from './promotion.ts';

/** One promotion at work. */
export interface PlanStep {
  readonly promotionId: string;
  /** What it took off. */
  readonly off: number;
  /** What it counted on. */
  readonly eligible: number;
}

/** A way to buy the cart. */
export interface Plan {
  readonly total: number;
  readonly steps: readonly PlanStep[];
  /** Net amounts by line, in the cart's order. */
  readonly net: readonly number[];
  /** Gift promotions reached by what is paid. */
  readonly giftIds: readonly string[];
}

/** A promotion that the cheapest plan does not use. */
export interface Unused {
  readonly promotionId: string;
  readonly why: UnusedWhy;
  /** How much is missing to its threshold. */
  readonly missing?: number;
  /** The best total with it. */
  readonly totalWith?: number;
  readonly text: Text;
}

/** The cheapest plan with its reasons. */
export interface CheapestPlan extends Plan {
  readonly listTotal: number;
  readonly unused: readonly Unused[];
  readonly explanation: readonly Text[];
}

interface Search {
  readonly cart: Cart;
  readonly candidates: readonly Promotion[];
  /** The most each candidate and all after it could take off. */
  readonly most: readonly number[];
  readonly wanted: Promotion | undefined;
  best: Plan | undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function better(plan: Plan, best: Plan | undefined): boolean {
  if (!best || plan.total !== best.total) return !best || plan.total < best.total;
  return plan.steps.length < best.steps.length;
}

function explore(
  search: Search,
  at: number,
  net: readonly number[],
  chosen: readonly Promotion[],
  steps: readonly PlanStep[],
): void {
  const { cart, candidates, most, wanted } = search;
  const total = sum(net);
  if (search.best && total - (most[at] ?? 0) > search.best.total) return;
  const promotion = candidates[at];
  if (!promotion) {
    const plan = { total, steps, net, giftIds: [] };
    if (better(plan, search.best)) search.best = plan;
    return;
  }
  const eligible = eligibleAmount(promotion, cart, net);
  const off = reductionOn(promotion, cart, eligible);
  if (off > 0 && chosen.every((other) => combine(other, promotion))) {
    const step = { promotionId: promotion.id, off, eligible };
    explore(search, at + 1, takeOff(promotion, cart, net, off), [...chosen, promotion], [...steps, step]);
  }
  if (promotion !== wanted) explore(search, at + 1, net, chosen, steps);
}

/** A reduction never grows when less is left, so what it takes off the list price is its most. */
function bounds(candidates: readonly Promotion[], cart: Cart): number[] {
  const list = listPrices(cart);
  const most = candidates.map((promotion) => reductionOn(promotion, cart, eligibleAmount(promotion, cart, list)));
  return most.map((_, index) => sum(most.slice(index)));
}

function bestPlan(cart: Cart, candidates: readonly Promotion[], wanted?: Promotion): Plan | undefined {
  const search: Search = { cart, candidates, most: bounds(candidates, cart), wanted, best: undefined };
  explore(search, 0, listPrices(cart), [], []);
  return search.best;
}

/** Gifts reached by what is paid; of one group the one with the highest threshold. */
export function giftsReached(cart: Cart, promotions: readonly Promotion[], net: readonly number[]): Promotion[] {
  const reached = promotions.filter(
    (promotion) =>
      isGift(promotion) && !barred(promotion, cart) && eligibleAmount(promotion, cart, net) >= promotion.threshold,
  );
  return reached.filter(
    (gift) =>
      !reached.some(
        (other) => gift.group !== undefined && other.group === gift.group && other.threshold > gift.threshold,
      ),
  );
}

const WHY: Record<UnusedWhy, Text> = {
  NOT_STARTED: { zh: '尚未开始', en: 'has not started' },
  EXPIRED: { zh: '已过期', en: 'has expired' },
  OTHER_ACCOUNT: { zh: '属于其他账号', en: 'belongs to another account' },
  SCOPE: { zh: '不适用于所选商品', en: 'does not count on these goods' },
  THRESHOLD: { zh: '未达门槛', en: 'is below its threshold' },
  COMBINATION: { zh: '不能与所选优惠叠加', en: 'cannot be combined with what is used' },
  NO_GAIN: { zh: '不会更便宜', en: 'makes it no cheaper' },
};

function amounts(cart: Cart, amount: number): Text {
  return inBoth((language) => formatMoney(amount, language, cart.currency));
}

function missingOf(promotion: Promotion, cart: Cart, net: readonly number[]): number {
  return Math.max(0, promotion.threshold - eligibleAmount(promotion, cart, net));
}

function unusedText(
  promotion: Promotion,
  cart: Cart,
  why: UnusedWhy,
  { missing, more, totalWith }: { missing?: number; more?: number; totalWith?: number },
): Text {
  const base = { zh: `${promotion.title.zh}${WHY[why].zh}`, en: `${promotion.title.en} ${WHY[why].en}` };
  if (missing !== undefined) {
    const gap = amounts(cart, missing);
    return { zh: `${base.zh}，还差 ${gap.zh}`, en: `${base.en}: ${gap.en} short` };
  }
  if (totalWith === undefined || more === undefined) return base;
  const [total, extra] = [amounts(cart, totalWith), amounts(cart, more)];
  return {
    zh: `${base.zh}；使用它合计 ${total.zh}，贵 ${extra.zh}`,
    en: `${base.en}; with it the total is ${total.en}, ${extra.en} more`,
  };
}

function unusedOf(promotion: Promotion, cart: Cart, promotions: readonly Promotion[], plan: Plan): Unused {
  const promotionId = promotion.id;
  const out = barred(promotion, cart);
  if (out) return { promotionId, why: out, text: unusedText(promotion, cart, out, {}) };
  const missing = missingOf(promotion, cart, isGift(promotion) ? plan.net : listPrices(cart));
  if (missing > 0)
    return { promotionId, why: 'THRESHOLD', missing, text: unusedText(promotion, cart, 'THRESHOLD', { missing }) };
  const used = promotions.filter((other) => plan.steps.some((step) => step.promotionId === other.id));
  const why = used.every((other) => combine(other, promotion)) ? 'NO_GAIN' : 'COMBINATION';
  const totalWith = isGift(promotion) ? undefined : bestPlan(cart, priceCandidates(cart, promotions), promotion)?.total;
  if (totalWith === undefined) return outOfReach(promotion, cart, plan, why);
  return {
    promotionId,
    why,
    totalWith,
    text: unusedText(promotion, cart, why, { totalWith, more: totalWith - plan.total }),
  };
}

/** A threshold that the list price reaches may be lost to what other promotions take off. */
function outOfReach(promotion: Promotion, cart: Cart, plan: Plan, why: UnusedWhy): Unused {
  const missing = missingOf(promotion, cart, plan.net);
  if (missing === 0 || isGift(promotion))
    return { promotionId: promotion.id, why, text: unusedText(promotion, cart, why, {}) };
  return {
    promotionId: promotion.id,
    why: 'THRESHOLD',
    missing,
    text: unusedText(promotion, cart, 'THRESHOLD', { missing }),
  };
}

function priceCandidates(cart: Cart, promotions: readonly Promotion[]): Promotion[] {
  return inOrder(promotions.filter((promotion) => !isGift(promotion) && !barred(promotion, cart)));
}

function explain(cart: Cart, promotions: readonly Promotion[], plan: Plan, unused: readonly Unused[]): Text[] {
  const titled = (id: string): Text => promotions.find((promotion) => promotion.id === id)!.title;
  const total = amounts(cart, plan.total);
  const steps = plan.steps.map(({ promotionId, off }): Text => {
    const [title, taken] = [titled(promotionId), amounts(cart, off)];
    return { zh: `${title.zh}：减 ${taken.zh}`, en: `${title.en}: ${taken.en} off` };
  });
  const gifts = plan.giftIds.map((id): Text => ({ zh: `满赠：${titled(id).zh}`, en: `gift: ${titled(id).en}` }));
  return [...steps, { zh: `合计 ${total.zh}`, en: `total ${total.en}` }, ...gifts, ...unused.map(({ text }) => text)];
}

/** Finds the cheapest plan and says why nothing else is cheaper. */
export function cheapestPlan(cart: Cart, promotions: readonly Promotion[]): CheapestPlan {
  const net = listPrices(cart);
  const found = bestPlan(cart, priceCandidates(cart, promotions)) ?? { total: sum(net), steps: [], net, giftIds: [] };
  const plan = { ...found, giftIds: giftsReached(cart, promotions, found.net).map(({ id }) => id) };
  const active = new Set([...plan.steps.map((step) => step.promotionId), ...plan.giftIds]);
  const unused = promotions
    .filter(({ id }) => !active.has(id))
    .map((promotion) => unusedOf(promotion, cart, promotions, plan));
  return { ...plan, listTotal: sum(net), unused, explanation: explain(cart, promotions, plan, unused) };
}

/** A reward the cart nearly reaches. */
export interface NextTier {
  readonly promotionId: string;
  readonly missing: number;
  readonly text: Text;
}

/** How far the cart is from each reward above it, nearest first (R-PRE-10). */
export function nextTiers(
  cart: Cart,
  promotions: readonly Promotion[],
  net: readonly number[] = listPrices(cart),
): NextTier[] {
  return promotions
    .filter((promotion) => !barred(promotion, cart))
    .flatMap((promotion): NextTier[] => {
      const missing = missingOf(promotion, cart, net);
      const gap = amounts(cart, missing);
      const text = { zh: `再买 ${gap.zh} 可享${promotion.title.zh}`, en: `${gap.en} to ${promotion.title.en}` };
      return missing > 0 ? [{ promotionId: promotion.id, missing, text }] : [];
    })
    .toSorted((a, b) => a.missing - b.missing);
}
