/**
 * @module Contract cases about what a shop must not do: wrong state, bad input, other people's things, too much money.
 */
import { ShopError, type ShopChangeName, type ShopRefusal } from '../ports/shop.ts';
import type { ShopCase, ShopUnderTest } from './shop-contract-case.ts';
import { offered } from './shop-contract-changes.ts';
import { mustEqual, mustFail, mustHold } from './shop-contract-checks.ts';
import {
  otherAddress,
  payerOf,
  request,
  stateOf,
  swapOf,
  validRequests,
  type Unkeyed,
} from './shop-contract-requests.ts';

const ORDER_CHANGES = [
  'cancelOrder',
  'changeAddress',
  'changePayment',
  'changeItems',
  'requestReturn',
  'requestExchange',
  'refund',
] as const satisfies readonly ShopChangeName[];
const BEFORE_DISPATCH = ['cancelOrder', 'changeAddress', 'changePayment', 'changeItems'] as const;
const AFTER_DELIVERY = ['requestReturn', 'requestExchange'] as const;
const WITH_ITEMS = ['changeItems', 'requestReturn', 'requestExchange'] as const;
const UNKNOWN = 'no-such-thing-0';

/** Runs `attempt` and checks that it left everything as it was. */
async function unchanged(subject: ShopUnderTest, attempt: () => Promise<unknown>): Promise<void> {
  const before = await stateOf(subject);
  await attempt();
  mustEqual(await stateOf(subject), before, 'a refused change leaves everything as it was');
}

const refuses = (
  subject: ShopUnderTest,
  name: ShopChangeName,
  input: Unkeyed<ShopChangeName>,
  claim: string,
  reasons: readonly ShopRefusal[] = [],
) => unchanged(subject, () => mustFail(() => request(subject.shop, name, input, claim), 'REFUSED', claim, reasons));

const rejects = (subject: ShopUnderTest, name: ShopChangeName, input: Unkeyed<ShopChangeName>, claim: string) =>
  unchanged(subject, () => mustFail(() => request(subject.shop, name, input, claim), 'INVALID', claim));

async function unknownOrder(subject: ShopUnderTest, name: (typeof ORDER_CHANGES)[number]): Promise<void> {
  const input = { ...(await validRequests[name](subject)), orderId: UNKNOWN };
  await mustFail(() => request(subject.shop, name, input, 'unknown'), 'NOT_FOUND', `${name} of an unknown order`);
}

async function forbiddenState(subject: ShopUnderTest, name: (typeof ORDER_CHANGES)[number]): Promise<void> {
  const before = BEFORE_DISPATCH.some((early) => early === name);
  const { open, sent, delivered } = subject.orders;
  const input = await validRequests[name](subject);
  for (const orderId of before ? [sent, delivered] : [open, sent]) {
    await refuses(subject, name, { ...input, orderId }, `${name} of ${orderId}`, ['ORDER_STATE']);
  }
}

async function refusesTwice(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.cancelOrder(subject);
  await request(subject.shop, 'cancelOrder', input, 'first');
  await refuses(subject, 'cancelOrder', input, 'second', ['ORDER_STATE']);
}

async function badItems(subject: ShopUnderTest, name: (typeof WITH_ITEMS)[number]): Promise<void> {
  const input = await validRequests[name](subject);
  const [item] = input.items;
  mustHold(item !== undefined, 'the request has an item');
  const held = item.quantity ?? 1;
  await rejects(subject, name, { ...input, items: [] }, `${name} of nothing`);
  for (const quantity of [0, -1, 0.5]) {
    await rejects(subject, name, { ...input, items: [{ ...item, quantity }] }, `${name} of ${quantity} pieces`);
  }
  const tooMany = [{ ...item, quantity: held + 1 }];
  await refuses(subject, name, { ...input, items: tooMany }, `${name} of more than was bought`, ['LINE_UNKNOWN']);
  await refuses(subject, name, { ...input, items: [item, item] }, `${name} of one line twice`, ['LINE_UNKNOWN']);
  const foreign = [{ ...item, lineId: UNKNOWN }];
  await refuses(subject, name, { ...input, items: foreign }, `${name} of a line the order does not hold`, [
    'LINE_UNKNOWN',
  ]);
}

async function badVariant(subject: ShopUnderTest, name: 'changeItems' | 'requestExchange'): Promise<void> {
  const { shop } = subject;
  const input = await validRequests[name](subject);
  const { line } = await swapOf(shop, await shop.order(input.orderId));
  const { items: products } = await shop.searchProducts({ text: '', first: 100 });
  const other = products.find(({ id }) => id !== line.productId)?.variants.find(({ available }) => available);
  mustHold(other !== undefined, 'the shop sells another product');
  const swapFor = (newVariantId: string) => ({
    ...input,
    items: input.items.map((item) => ({ ...item, newVariantId })),
  });
  await refuses(subject, name, swapFor(other.id), `${name} for another product`, ['OTHER_PRODUCT']);
  const unknown = () => request(shop, name, swapFor(UNKNOWN), 'unknown variant');
  await unchanged(subject, () => mustFail(unknown, 'NOT_FOUND', `${name} for an unknown variant`));
}

async function foreignMethod(
  subject: ShopUnderTest,
  name: 'changePayment' | 'changeItems' | 'requestReturn' | 'requestExchange',
) {
  const input = { ...(await validRequests[name](subject)), paymentMethodId: UNKNOWN };
  await refuses(subject, name, input, `${name} by a method the customer does not have`, ['PAYMENT_METHOD_UNKNOWN']);
}

async function sameMethod(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.changePayment(subject);
  const paymentMethodId = payerOf(await subject.shop.order(input.orderId));
  await refuses(subject, 'changePayment', { ...input, paymentMethodId }, 'the method that paid', [
    'PAYMENT_METHOD_SAME',
  ]);
}

async function badAddress(subject: ShopUnderTest): Promise<void> {
  const address = { ...otherAddress(subject), city: ' ' };
  await rejects(subject, 'changeAddress', { orderId: subject.orders.open, address }, 'an address without a city');
}

async function refundsNoMoreThanPaid(subject: ShopUnderTest): Promise<void> {
  const { shop } = subject;
  const input = await validRequests.refund(subject);
  const { amounts } = await shop.order(input.orderId);
  const left = amounts.paid.amount - amounts.refunded.amount;
  const of = (amount: number) => ({ ...input, amount: { ...input.amount, amount } });
  await refuses(subject, 'refund', of(left + 1), 'one unit above what was paid', ['ABOVE_REFUNDABLE']);
  await request(shop, 'refund', of(left - 1), 'nearly all');
  await refuses(subject, 'refund', of(2), 'one unit above what is left', ['ABOVE_REFUNDABLE']);
  const order = await request(shop, 'refund', of(1), 'the rest');
  mustEqual(order.amounts.refunded, order.amounts.paid, 'everything can be refunded');
  await refuses(subject, 'refund', of(1), 'when nothing is left', ['ABOVE_REFUNDABLE']);
}

async function refundsOnceInARace(subject: ShopUnderTest): Promise<void> {
  const { shop } = subject;
  const input = await validRequests.refund(subject);
  const { amounts } = await shop.order(input.orderId);
  const all = { ...input, amount: { ...amounts.paid, amount: amounts.paid.amount - amounts.refunded.amount } };
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map((n) => request(shop, 'refund', all, `race-${n}`)));
  mustEqual(outcomes.filter(({ status }) => status === 'fulfilled').length, 1, 'one of four full refunds is made');
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const error: unknown = outcome.reason;
    mustHold(
      error instanceof ShopError && error.reason === 'ABOVE_REFUNDABLE',
      `the others are refused: ${String(error)}`,
    );
  }
  const after = await shop.order(input.orderId);
  mustEqual(after.amounts.refunded, after.amounts.paid, 'no more is refunded than was paid');
}

async function badRefunds(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.refund(subject);
  for (const amount of [0, -1, 0.5, Number.MAX_SAFE_INTEGER + 1]) {
    await rejects(subject, 'refund', { ...input, amount: { ...input.amount, amount } }, `a refund of ${amount}`);
  }
  const currency = input.amount.currency === 'XTS' ? 'USD' : 'XTS';
  await rejects(subject, 'refund', { ...input, amount: { ...input.amount, currency } }, 'a refund in another currency');
  await rejects(subject, 'refund', { ...input, reason: '' }, 'a refund without a reason');
}

async function badKey(subject: ShopUnderTest, name: ShopChangeName): Promise<void> {
  const input = await validRequests[name](subject);
  await unchanged(subject, () =>
    mustFail(() => request(subject.shop, name, input, ''), 'INVALID', `${name} without a key`),
  );
}

/** What a shop must not do. */
export const refusalCases: readonly ShopCase[] = [
  ...ORDER_CHANGES.map((name) =>
    offered(name, 'of an unknown order is NOT_FOUND', (subject) => unknownOrder(subject, name)),
  ),
  ...[...BEFORE_DISPATCH, ...AFTER_DELIVERY].map((name) =>
    offered(name, 'is refused where the order’s state forbids it', (subject) => forbiddenState(subject, name)),
  ),
  ...ORDER_CHANGES.map((name) => offered(name, 'needs a key', (subject) => badKey(subject, name))),
  ...WITH_ITEMS.map((name) => offered(name, 'takes only what the order holds', (subject) => badItems(subject, name))),
  ...(['changeItems', 'requestExchange'] as const).map((name) =>
    offered(name, 'takes only variants of the same product', (subject) => badVariant(subject, name)),
  ),
  ...(['changePayment', 'changeItems', 'requestReturn', 'requestExchange'] as const).map((name) =>
    offered(name, 'takes only the customer’s own payment methods', (subject) => foreignMethod(subject, name)),
  ),
  offered('cancelOrder', 'is refused for a cancelled order', refusesTwice),
  offered('changePayment', 'is refused for the method that paid', sameMethod),
  offered('changeAddress', 'rejects an incomplete address', badAddress),
  offered('refund', 'never gives back more than was paid', refundsNoMoreThanPaid),
  offered('refund', 'gives the whole back once when four ask at the same moment', refundsOnceInARace),
  offered('refund', 'rejects impossible amounts', badRefunds),
];
