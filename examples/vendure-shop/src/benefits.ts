/**
 * @module The promotions of a Vendure order as the desk wants them: by which rule, from which limit and on which lines
 * each discount and free shipping was given. What Vendure's own conditions and actions do not tell, the desk is told is
 * unknown.
 */
import { money, type ShopDiscount, type ShopFreeFreight, type ShopOrder } from '@shopdesk/core';
import { z } from 'zod';

const Operation = z.object({ code: z.string(), args: z.array(z.object({ name: z.string(), value: z.string() })) });
const Discount = z.object({ adjustmentSource: z.string(), description: z.string(), amountWithTax: z.int() });

/** Discounts of one line. */
export const LineDiscounts = z.array(Discount).optional();

/** What {@link BENEFIT_FIELDS} answers; absent where it was not asked. */
export const Benefits = z.object({
  subTotal: z.int().optional(),
  subTotalWithTax: z.int().optional(),
  promotions: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        couponCode: z.string().nullish(),
        conditions: z.array(Operation),
        actions: z.array(Operation),
      }),
    )
    .optional(),
  shippingLines: z
    .array(
      z.object({
        priceWithTax: z.int(),
        discountedPriceWithTax: z.int(),
        discounts: z.array(Discount),
        shippingMethod: z.object({ checker: Operation }),
      }),
    )
    .optional(),
});

const DISCOUNT = 'discounts { adjustmentSource description amountWithTax }';
const OPERATION = '{ code args { name value } }';
export const LINE_DISCOUNT_FIELDS = DISCOUNT;
export const BENEFIT_FIELDS = `
  subTotal subTotalWithTax promotions { id name couponCode conditions ${OPERATION} actions ${OPERATION} }
  shippingLines { priceWithTax discountedPriceWithTax ${DISCOUNT} shippingMethod { checker ${OPERATION} } }`;

type Promotion = NonNullable<z.output<typeof Benefits>['promotions']>[number];

/** The parts of an order that its benefits are read from. */
export type BenefitsOf = z.output<typeof Benefits> & {
  readonly currencyCode: string;
  readonly lines: readonly { readonly id: string; readonly discounts?: z.output<typeof LineDiscounts> }[];
};

/** Actions that take off the whole order, and those that take off lines, with the desk's name of their rule. */
const ORDER_ACTIONS: Readonly<Record<string, 'PERCENT' | 'FIXED'>> = {
  order_percentage_discount: 'PERCENT',
  order_fixed_discount: 'FIXED',
};
const LINE_ACTIONS: Readonly<Record<string, 'PERCENT'>> = {
  products_percentage_discount: 'PERCENT',
  facet_based_discount: 'PERCENT',
};
const FREE_SHIPPING = 'free_shipping';

const sourceOf = ({ id }: Promotion): string => `PROMOTION:${id}`;
const argOf = ({ args }: z.output<typeof Operation>, name: string): string | undefined =>
  args.find((arg) => arg.name === name)?.value;

/**
 * What the goods must reach, in prices with tax: 0 for any goods, undefined where a condition is not known. A limit
 * without tax cannot be compared with prices that have some.
 */
function limitOf({ conditions }: Promotion, { subTotal, subTotalWithTax }: BenefitsOf): number | undefined {
  let limit = 0;
  for (const condition of conditions) {
    // Who buys does not change with what goes back.
    if (condition.code === 'customer_group') continue;
    const amount = Number(argOf(condition, 'amount'));
    const comparable = argOf(condition, 'taxInclusive') === 'true' || subTotal === subTotalWithTax;
    if (condition.code !== 'minimum_order_amount' || !Number.isSafeInteger(amount) || !comparable) return undefined;
    limit = Math.max(limit, amount);
  }
  return limit;
}

/**
 * The rule of a promotion with one known action; a limit counts the whole order, so a rule for some lines may have
 * none.
 */
function ruleOf(
  promotion: Promotion,
  order: BenefitsOf,
  lineIds: readonly string[],
): Pick<ShopDiscount, 'rule' | 'lineIds'> {
  const limit = limitOf(promotion, order);
  const [action, ...others] = promotion.actions.filter(({ code }) => code !== FREE_SHIPPING);
  const threshold = limit ? { threshold: money(limit, order.currencyCode) } : {};
  const ofOrder = ORDER_ACTIONS[action?.code ?? ''];
  if (limit === undefined || others.length > 0) return {};
  if (ofOrder) return { rule: { kind: ofOrder, ...threshold } };
  const kind = LINE_ACTIONS[action?.code ?? ''];
  return kind && (limit === 0 || lineIds.length === order.lines.length)
    ? { rule: { kind, ...threshold }, lineIds: [...lineIds] }
    : {};
}

/** Discounts on lines come before those on the order, as Vendure takes them off. */
const onOrder = ({ actions }: Promotion): boolean => actions.some(({ code }) => code in ORDER_ACTIONS);

function discountsOf(order: BenefitsOf, promotions: readonly Promotion[]): ShopDiscount[] {
  const given = (source: string) =>
    order.lines.flatMap(({ id, discounts = [] }) =>
      discounts.filter((one) => one.adjustmentSource === source).map((one) => ({ id, ...one })),
    );
  const sources = new Set(
    order.lines.flatMap(({ discounts = [] }) => discounts.map(({ adjustmentSource }) => adjustmentSource)),
  );
  const known = promotions
    .toSorted((a, b) => Number(onOrder(a)) - Number(onOrder(b)))
    .filter((one) => sources.has(sourceOf(one)));
  const unknown = [...sources].filter((source) => !promotions.some((one) => sourceOf(one) === source));
  const entry = (source: string, title: string, more: Partial<ShopDiscount>): ShopDiscount => ({
    id: source,
    title,
    amount: money(-given(source).reduce((sum, { amountWithTax }) => sum + amountWithTax, 0), order.currencyCode),
    ...more,
  });
  return [
    ...known.map((one) =>
      entry(sourceOf(one), one.name, {
        ...ruleOf(
          one,
          order,
          given(sourceOf(one)).map(({ id }) => id),
        ),
        ...(one.couponCode ? { coupon: true } : {}),
      }),
    ),
    ...unknown.map((source) => entry(source, given(source)[0]?.description ?? source, {})),
  ];
}

/** Free shipping with its limit; `unknown` where it hangs on what Vendure does not tell. */
function freeShipping(
  order: BenefitsOf,
  promotions: readonly Promotion[],
): { free?: ShopFreeFreight; unknown: boolean } {
  const { shippingLines = [], currencyCode } = order;
  // A method that is only offered from some amount on would have been another one for fewer goods.
  const offered = shippingLines.some(
    ({ shippingMethod: { checker } }) => Number(argOf(checker, 'orderMinimum') ?? 0) > 0,
  );
  const spared = shippingLines.reduce((sum, line) => sum + line.priceWithTax - line.discountedPriceWithTax, 0);
  const sources = new Set(
    shippingLines.flatMap(({ discounts }) => discounts.map(({ adjustmentSource }) => adjustmentSource)),
  );
  if (spared === 0 || sources.size === 0) return { unknown: offered };
  const [promotion, ...others] = promotions.filter((one) => sources.has(sourceOf(one)));
  const limit = promotion && limitOf(promotion, order);
  if (!promotion || others.length > 0 || sources.size > 1 || limit === undefined) return { unknown: true };
  return {
    unknown: offered,
    ...(limit > 0 ? { free: { threshold: money(limit, currencyCode), fee: money(spared, currencyCode) } } : {}),
  };
}

/** What the desk is told of an order's benefits; nothing where Vendure was not asked for them. */
export function benefitsOf(order: BenefitsOf): Pick<ShopOrder, 'discounts' | 'freeFreight' | 'benefitsUnknown'> {
  const { promotions } = order;
  if (!promotions) return {};
  const { free, unknown } = freeShipping(order, promotions);
  return {
    discounts: discountsOf(order, promotions),
    ...(free ? { freeFreight: free } : {}),
    ...(unknown ? { benefitsUnknown: true } : {}),
  };
}
