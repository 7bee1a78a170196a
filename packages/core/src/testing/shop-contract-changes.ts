/**
 * @module Contract cases about what changes do, and that each is done once.
 */
import { addMoney, subtractMoney } from '../kernel/money.ts';
import { SHOP_CHANGES, SHOP_CHANGE_NAMES, type ShopChangeName } from '../ports/shop.ts';
import type { ShopCase, ShopUnderTest } from './shop-contract-case.ts';
import { mustEqual, mustFail, mustHold } from './shop-contract-checks.ts';
import { otherAddress, payerOf, request, stateOf, swapOf, validRequests } from './shop-contract-requests.ts';

async function actsOnce(subject: ShopUnderTest, name: ShopChangeName): Promise<void> {
  const { shop } = subject;
  const input = await validRequests[name](subject);
  const before = await stateOf(subject);
  const first = await request(shop, name, input, 'one-key');
  SHOP_CHANGES[name].answer.parse(first);
  const after = await stateOf(subject);
  mustHold(JSON.stringify(after) !== JSON.stringify(before), `${name} changes something`);
  mustEqual(await request(shop, name, input, 'one-key'), first, `${name} gives the first answer again`);
  mustEqual(await stateOf(subject), after, `${name} changes nothing the second time`);
}

async function actsOnceAtATime(subject: ShopUnderTest, name: ShopChangeName): Promise<void> {
  const { shop } = subject;
  const input = await validRequests[name](subject);
  const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => request(shop, name, input, 'one-key')));
  for (const other of others) mustEqual(other, first, `${name} gives one answer to all`);
  const isCustomer = name === 'updateCustomerAddress';
  const now = isCustomer ? await shop.customer(subject.customer.id) : await shop.order((first as { id: string }).id);
  mustEqual(first, now, `${name} answers with what is stored`);
}

async function cancels(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.cancelOrder(subject);
  const order = await request(subject.shop, 'cancelOrder', input, 'cancel');
  mustEqual(order.status, 'CANCELLED', 'the order is cancelled');
  mustEqual(order.cancelReason, input.reason, 'the reason is kept');
  mustEqual(order.amounts.refunded, order.amounts.paid, 'all that was paid goes back');
}

async function cancelsAfterAnotherPayment(subject: ShopUnderTest): Promise<void> {
  if (!subject.shop.cancelOrder || !subject.shop.changePayment) return;
  await request(subject.shop, 'changePayment', await validRequests.changePayment(subject), 'payment');
  const order = await request(subject.shop, 'cancelOrder', await validRequests.cancelOrder(subject), 'cancel');
  mustEqual(order.amounts.refunded, order.amounts.paid, 'all that was paid goes back, and no more');
}

async function changesTheAddress(subject: ShopUnderTest): Promise<void> {
  const { shop, orders } = subject;
  const { customerId } = await shop.order(orders.open);
  const customer = await shop.customer(customerId);
  const order = await request(shop, 'changeAddress', await validRequests.changeAddress(subject), 'address');
  mustEqual(order.address, otherAddress(subject), 'the order goes to the new address');
  mustEqual(await shop.customer(customerId), customer, 'the customer’s own address stays');
}

async function changesThePayment(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.changePayment(subject);
  const { amounts: before } = await subject.shop.order(input.orderId);
  const order = await request(subject.shop, 'changePayment', input, 'payment');
  const kept = subtractMoney(order.amounts.paid, order.amounts.refunded);
  mustEqual(kept, subtractMoney(before.paid, before.refunded), 'the shop holds as much money as before');
  const paidBy = order.payments.filter(({ kind }) => kind === 'PAYMENT').at(-1)?.paymentMethodId;
  mustEqual(paidBy, input.paymentMethodId, 'the new method paid');
}

async function changesItems(subject: ShopUnderTest): Promise<void> {
  const { shop, orders } = subject;
  const before = await shop.order(orders.open);
  const { line, variant } = await swapOf(shop, before);
  const order = await request(shop, 'changeItems', await validRequests.changeItems(subject), 'items');
  const swapped = order.lines.filter(({ variantId }) => variantId === variant.id);
  mustHold(swapped.length > 0, 'the order holds the new variant');
  mustEqual(swapped.at(-1)?.unitPrice, variant.price, 'at its own price');
  const difference = (variant.price.amount - line.unitPrice.amount) * line.quantity;
  mustEqual(order.amounts.goods.amount, before.amounts.goods.amount + difference, 'the goods cost the difference less');
  const kept = (amounts: typeof order.amounts) => amounts.paid.amount - amounts.refunded.amount;
  mustEqual(kept(order.amounts), kept(before.amounts) + difference, 'exactly the difference was settled');
}

async function takesReturns(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.requestReturn(subject);
  const order = await request(subject.shop, 'requestReturn', input, 'return');
  const accepted = order.returns.at(-1);
  mustEqual(accepted?.kind, 'RETURN', 'the order carries the return');
  mustEqual(
    accepted?.lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
    input.items,
    'with its lines',
  );
  mustEqual(accepted?.paymentMethodId, input.paymentMethodId, 'and where the money will go');
}

async function takesExchanges(subject: ShopUnderTest): Promise<void> {
  const { shop, orders } = subject;
  const { line, variant } = await swapOf(shop, await shop.order(orders.delivered));
  const input = await validRequests.requestExchange(subject);
  const accepted = (await request(shop, 'requestExchange', input, 'exchange')).returns.at(-1);
  mustEqual(accepted?.kind, 'EXCHANGE', 'the order carries the exchange');
  mustEqual(accepted?.lines, input.items, 'with its lines and their new variants');
  const difference = (variant.price.amount - line.unitPrice.amount) * line.quantity;
  mustEqual(accepted?.priceDifference?.amount, difference, 'and what it costs');
}

async function refunds(subject: ShopUnderTest): Promise<void> {
  const input = await validRequests.refund(subject);
  const before = await subject.shop.order(input.orderId);
  const order = await request(subject.shop, 'refund', input, 'refund');
  mustEqual(order.amounts.refunded, addMoney(before.amounts.refunded, input.amount), 'refunded grows by the amount');
  mustEqual(order.amounts.paid, before.amounts.paid, 'paid stays');
  const last = order.payments.at(-1);
  mustEqual(
    [last?.kind, last?.amount, last?.paymentMethodId],
    ['REFUND', input.amount, payerOf(before)],
    'to the method that paid',
  );
}

async function updatesTheCustomer(subject: ShopUnderTest): Promise<void> {
  const { shop, customer } = subject;
  const { items: before } = await shop.ordersOf(customer.id, { first: 100 });
  const input = await validRequests.updateCustomerAddress(subject);
  const changed = await request(shop, 'updateCustomerAddress', input, 'customer');
  mustEqual(changed.address, otherAddress(subject), 'the customer has the new address');
  const { items: after } = await shop.ordersOf(customer.id, { first: 100 });
  mustEqual(after, before, 'the orders keep theirs');
}

/** Where a shop lists its changes for a desk that asks. */
async function listsChanges({ shop, ...subject }: ShopUnderTest): Promise<void> {
  const { orderChanges } = shop;
  if (!orderChanges) return;
  const begin = await orderChanges();
  mustEqual(begin.orderIds, [], 'nothing has changed since now');
  const input = await validRequests.cancelOrder({ shop, ...subject });
  await request(shop, 'cancelOrder', input, 'a change');
  const next = await orderChanges(begin.cursor);
  mustEqual(next.orderIds, [input.orderId], 'the changed order is listed, once');
  mustEqual((await orderChanges(next.cursor)).orderIds, [], 'and not again after its cursor');
  mustEqual((await orderChanges(begin.cursor)).orderIds, [input.orderId], 'but again for whoever has not read it');
  await mustFail(() => orderChanges('not a cursor'), 'INVALID', 'a cursor from nowhere');
}

/** A case that counts only where the change is offered. */
export const offered = (name: ShopChangeName, title: string, check: ShopCase['check']): ShopCase => ({
  title: `${name} ${title}`,
  check: async (subject) => {
    if (subject.shop.capabilities.changes.includes(name)) await check(subject);
  },
});

/** What changes do. */
export const changeCases: readonly ShopCase[] = [
  ...SHOP_CHANGE_NAMES.flatMap((name) => [
    offered(name, 'acts once when it is called again with the same key', (subject) => actsOnce(subject, name)),
    offered(name, 'acts once when it is called four times at the same moment', (subject) =>
      actsOnceAtATime(subject, name),
    ),
  ]),
  offered('cancelOrder', 'gives back all that was paid', cancels),
  offered('cancelOrder', 'gives back no more than was paid after the payment was changed', cancelsAfterAnotherPayment),
  offered('changeAddress', 'changes the order and not the customer', changesTheAddress),
  offered('changePayment', 'takes the money by the new method and returns the old', changesThePayment),
  offered('changeItems', 'swaps the variant and settles the difference', changesItems),
  offered('requestReturn', 'keeps lines and refund method', takesReturns),
  offered('requestExchange', 'keeps lines, new variants and the difference', takesExchanges),
  offered('refund', 'gives back exactly the amount', refunds),
  offered('updateCustomerAddress', 'leaves the orders alone', updatesTheCustomer),
  offered('cancelOrder', 'is in the list of changes, where the shop has one', listsChanges),
];
