/**
 * @module Contract cases about questions: what is found, what is not, pages, and a shop that does not answer.
 */
import { sumMoney } from '../kernel/money.ts';
import {
  SHOP_CHANGE_NAMES,
  ShopCustomer,
  ShopOrder,
  ShopProduct,
  ShopVariant,
  type Shop,
  type ShopPage,
} from '../ports/shop.ts';
import { mustEqual, mustFail, mustHold } from './shop-contract-checks.ts';
import type { ShopCase, ShopUnderTest } from './shop-contract-case.ts';

const UNKNOWN = 'no-such-thing-0';

async function everyPage<T>(fetchPage: (after?: string) => Promise<ShopPage<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    items.push(...page.items);
    mustHold(items.length <= 10_000, 'a list ends');
    after = page.next;
  } while (after !== undefined);
  return items;
}

async function findsTheCustomer({ shop, customer }: ShopUnderTest): Promise<void> {
  const found = await shop.customer(customer.id);
  ShopCustomer.parse(found);
  mustEqual(found.id, customer.id, 'the customer of an id has that id');
  mustEqual(await shop.customerByEmail(customer.email), found, 'the same by e-mail');
  mustEqual(await shop.customerByEmail(customer.email.toUpperCase()), found, 'the same by e-mail in capitals');
  const { givenName, familyName, postalCode } = customer;
  const named = await shop.customersByName({ givenName, familyName: familyName.toUpperCase(), postalCode });
  mustEqual(
    named.filter(({ id }) => id === customer.id),
    [found],
    'the same, once, by name and postcode',
  );
}

async function findsTheOrders({ shop, orders }: ShopUnderTest): Promise<void> {
  for (const [kind, id] of Object.entries(orders)) {
    const order = await shop.order(id);
    ShopOrder.parse(order);
    mustEqual(order.id, id, `the ${kind} order has its id`);
    mustEqual((await shop.customer(order.customerId)).id, order.customerId, `the ${kind} order’s customer exists`);
    mustHold(order.lines.length > 0, `the ${kind} order has lines`);
    const mine = await everyPage((after) =>
      shop.ordersOf(order.customerId, { first: 100, ...(after ? { after } : {}) }),
    );
    mustEqual(
      mine.find((other) => other.id === id),
      order,
      `the ${kind} order is among its customer’s orders`,
    );
  }
}

async function amountsAddUp({ shop, orders }: ShopUnderTest): Promise<void> {
  for (const id of Object.values(orders)) {
    const { amounts, lines, payments } = await shop.order(id);
    const { currency } = amounts.total;
    const goods = lines.reduce((sum, line) => sum + line.unitPrice.amount * line.quantity, 0);
    mustEqual(amounts.goods.amount, goods, 'goods are the sum of the lines');
    mustEqual(
      amounts.total.amount,
      amounts.goods.amount - amounts.discount.amount + amounts.freight.amount,
      'the total adds up',
    );
    const sumOf = (kind: string) =>
      sumMoney(
        currency,
        payments.filter((entry) => entry.kind === kind).map(({ amount }) => amount),
      );
    mustEqual(sumOf('PAYMENT'), amounts.paid, 'paid is the sum of the payments');
    mustEqual(sumOf('REFUND'), amounts.refunded, 'refunded is the sum of the refunds');
    mustHold(amounts.paid.amount >= amounts.refunded.amount, 'no more is refunded than was paid');
  }
}

/** What fewer goods would have cost must follow from the order, or be said to be unknown. */
async function explainsItsBenefits({ shop, orders }: ShopUnderTest): Promise<void> {
  for (const id of Object.values(orders)) {
    const { amounts, lines, discounts = [], freeFreight, benefitsUnknown } = await shop.order(id);
    if (benefitsUnknown) continue;
    const sum = discounts.reduce((total, { amount }) => total + amount.amount, 0);
    mustEqual(
      sum,
      amounts.discount.amount,
      'the discounts that are listed are all that was taken off, or benefitsUnknown is true',
    );
    const known = new Set(lines.map((line) => line.id));
    for (const { title, rule, lineIds = [] } of discounts) {
      mustHold(rule !== undefined, `the rule of “${title}” is stated, or benefitsUnknown is true`);
      mustHold(
        rule.kind !== 'EVERY' || (rule.step !== undefined && (rule.threshold?.amount ?? 0) > 0),
        `“${title}” states limit and step`,
      );
      mustHold(
        rule.kind !== 'BUNDLE' || (rule.step !== undefined && (rule.requires?.length ?? 0) > 0),
        `“${title}” states its set and step`,
      );
      mustHold(
        [...lineIds, ...(rule.requires ?? []).map(({ lineId }) => lineId)].every((lineId) => known.has(lineId)),
        `“${title}” names lines of the order`,
      );
    }
    mustHold(
      (freeFreight?.lineIds ?? []).every((lineId) => known.has(lineId)),
      'free freight counts lines of the order',
    );
  }
}

async function findsTheGoods({ shop, orders }: ShopUnderTest): Promise<void> {
  const order = await shop.order(orders.open);
  for (const line of order.lines) {
    const product = await shop.product(line.productId);
    ShopProduct.parse(product);
    const variant = await shop.variant(line.variantId);
    ShopVariant.parse(variant);
    mustEqual(variant.productId, line.productId, 'a line’s variant belongs to its product');
    mustEqual(
      product.variants.find(({ id }) => id === variant.id),
      variant,
      'a product lists its variants',
    );
  }
}

async function searches({ shop, orders }: ShopUnderTest): Promise<void> {
  const [line] = (await shop.order(orders.open)).lines;
  mustHold(line !== undefined, 'the open order has a line');
  const { title } = await shop.product(line.productId);
  const search = (text: string, first: number) =>
    everyPage((after) => shop.searchProducts({ text, first, ...(after ? { after } : {}) }));
  const found = await search(title.toUpperCase(), 100);
  mustHold(
    found.some(({ id }) => id === line.productId),
    'a product is found by its title, in capitals',
  );
  mustEqual((await search('qqxxzzvvkk', 100)).length, 0, 'nothing is found for a word that nothing is called');
  const all = (await search('', 100)).map(({ id }) => id);
  mustEqual(new Set(all).size, all.length, 'a list holds nothing twice');
  mustEqual(
    (await search('', 7)).map(({ id }) => id),
    all,
    'small pages give the same list',
  );
}

/** Where a shop lists its orders at all. */
async function searchesOrders({ shop, orders, customer }: ShopUnderTest): Promise<void> {
  if (!shop.searchOrders) return;
  const search = (
    wanted: { text?: string; status?: ShopOrder['status']; placedFrom?: string; placedBefore?: string },
    first = 100,
  ) =>
    everyPage(
      (after) =>
        shop.searchOrders?.({ ...wanted, first, ...(after ? { after } : {}) }) ?? Promise.resolve({ items: [] }),
    );
  const open = await shop.order(orders.open);
  const has = (found: readonly ShopOrder[]) => found.some(({ id }) => id === open.id);
  mustHold(has(await search({ text: open.number })), 'an order is found by its number');
  mustHold(
    has(await search({ text: customer.email.toUpperCase() })) === (open.customerId === customer.id),
    'a buyer’s orders are found by his e-mail',
  );
  mustHold(
    (await search({ status: open.status })).every(({ status }) => status === open.status),
    'only orders of the state that is asked for',
  );
  mustHold(has(await search({ text: open.number, placedFrom: open.placedAt })), 'the first instant of a span is in it');
  mustHold(!has(await search({ text: open.number, placedBefore: open.placedAt })), 'the last instant of a span is not');
  mustEqual((await search({ text: 'qqxxzzvvkk' })).length, 0, 'nothing is found for a number that no order has');
  const all = (await search({ text: customer.email })).map(({ id }) => id);
  mustEqual(
    (await search({ text: customer.email }, 1)).map(({ id }) => id),
    all,
    'one at a time gives the same list',
  );
}

async function pagesOrders({ shop, customer }: ShopUnderTest): Promise<void> {
  const { items: all } = await shop.ordersOf(customer.id, { first: 100 });
  mustHold(all.length >= 2, 'the customer has at least two orders');
  const single = await everyPage((after) => shop.ordersOf(customer.id, { first: 1, ...(after ? { after } : {}) }));
  mustEqual(single, all, 'one at a time gives the same list');
  const times = all.map(({ placedAt }) => placedAt);
  mustEqual(times.toSorted().toReversed(), times, 'the newest order comes first');
}

async function unknownIsNotFound({ shop }: ShopUnderTest): Promise<void> {
  await mustFail(() => shop.customer(UNKNOWN), 'NOT_FOUND', 'an unknown customer');
  await mustFail(() => shop.customerByEmail('nobody@nowhere.invalid'), 'NOT_FOUND', 'an unknown e-mail');
  await mustFail(() => shop.order(UNKNOWN), 'NOT_FOUND', 'an unknown order');
  await mustFail(() => shop.ordersOf(UNKNOWN), 'NOT_FOUND', 'the orders of an unknown customer');
  await mustFail(() => shop.product(UNKNOWN), 'NOT_FOUND', 'an unknown product');
  await mustFail(() => shop.variant(UNKNOWN), 'NOT_FOUND', 'an unknown variant');
  const nobody = await shop.customersByName({ givenName: 'No', familyName: 'Body', postalCode: '00000' });
  mustEqual(nobody, [], 'an unknown name finds nobody');
}

async function refusesBadPages({ shop, customer }: ShopUnderTest): Promise<void> {
  for (const first of [0, -1, 1.5, 101]) {
    await mustFail(() => shop.ordersOf(customer.id, { first }), 'INVALID', `a page of ${first} orders`);
    await mustFail(() => shop.searchProducts({ text: '', first }), 'INVALID', `a page of ${first} products`);
  }
  await mustFail(() => shop.ordersOf(customer.id, { after: 'not a cursor' }), 'INVALID', 'a cursor from nowhere');
  await mustFail(() => shop.searchProducts({ text: '', after: 'not a cursor' }), 'INVALID', 'a cursor from nowhere');
}

async function declaresWhatItCan({ shop }: ShopUnderTest): Promise<void> {
  const implemented = SHOP_CHANGE_NAMES.filter((name) => typeof shop[name] === 'function');
  mustEqual(
    implemented.toSorted(),
    shop.capabilities.changes.toSorted(),
    'the declared changes are those with a method',
  );
}

const unavailable = (name: string, pick: (subject: ShopUnderTest) => Shop): ShopCase => ({
  title: `says UNAVAILABLE when the shop is ${name}`,
  check: async (subject) => {
    const shop = pick(subject);
    const { open } = subject.orders;
    await mustFail(() => shop.order(open), 'UNAVAILABLE', 'a look-up');
    const { cancelOrder } = shop;
    if (!cancelOrder) return;
    const reason = shop.capabilities.cancelReasons?.[0] ?? 'no longer needed';
    await mustFail(
      () => cancelOrder({ orderId: open, reason, idempotencyKey: 'unavailable' }),
      'UNAVAILABLE',
      'a change',
    );
  },
});

/** Questions. */
export const lookUpCases: readonly ShopCase[] = [
  { title: 'finds a customer by id, by e-mail and by name with postcode', check: findsTheCustomer },
  { title: 'finds an order by id and among its customer’s orders', check: findsTheOrders },
  { title: 'gives amounts that add up', check: amountsAddUp },
  {
    title: 'states the rule, limit and scope of each discount and of free freight, or says that it cannot',
    check: explainsItsBenefits,
  },
  { title: 'finds products and variants by id', check: findsTheGoods },
  { title: 'searches products by words', check: searches },
  { title: 'pages the orders of a customer, newest first', check: pagesOrders },
  { title: 'finds orders by number, e-mail, state and time, where it lists them', check: searchesOrders },
  { title: 'answers NOT_FOUND for what it does not know', check: unknownIsNotFound },
  { title: 'answers INVALID for impossible pages', check: refusesBadPages },
  { title: 'declares the changes that it offers', check: declaresWhatItCan },
  unavailable('down', ({ down }) => down),
  unavailable('silent', ({ silent }) => silent),
];
