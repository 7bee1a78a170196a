/**
 * @module The changes that the desk asks for, done by Vendure's own services, so that stock, taxes, payments and
 * history are theirs.
 */
import {
  type Address,
  Country,
  Customer,
  type CustomerService,
  type HistoryService,
  isGraphQlErrorResult,
  Order,
  type OrderService,
  type Payment,
  type RequestContext,
  type TransactionalConnection,
} from '@vendure/core';
import { refuse } from './desk-answer.ts';
import type { DeskAddress } from './desk-schema.ts';

export interface DeskServices {
  readonly connection: TransactionalConnection;
  readonly orders: OrderService;
  readonly customers: CustomerService;
  readonly history: HistoryService;
}

type Id = string | number;

const NOT_SENT: readonly string[] = ['PaymentAuthorized', 'PaymentSettled'];
const HELD: readonly string[] = ['Authorized', 'Settled'];

async function orderOf({ orders }: DeskServices, ctx: RequestContext, orderId: Id): Promise<Order> {
  const order = await orders.findOne(ctx, orderId, ['lines', 'payments', 'payments.refunds']);
  return order && !order.active ? order : refuse('NOT_FOUND');
}

const heldBy = ({ amount, refunds }: Payment): number =>
  amount - refunds.reduce((sum, { state, total }) => sum + (state === 'Failed' ? 0 : total), 0);

/** What Vendure answers where it would rather not. */
function agreed(result: unknown): void {
  if (isGraphQlErrorResult(result as never)) refuse('ORDER_STATE');
}

async function giveBack(
  { orders }: DeskServices,
  ctx: RequestContext,
  { payments, amount, reason }: { payments: readonly Payment[]; amount: number; reason: string },
): Promise<void> {
  let left = amount;
  for (const payment of payments) {
    const part = Math.min(left, heldBy(payment));
    if (part <= 0) continue;
    agreed(
      await orders.refundOrder(ctx, {
        paymentId: payment.id,
        amount: part,
        lines: [],
        shipping: 0,
        adjustment: 0,
        reason,
      }),
    );
    left -= part;
  }
  if (left > 0) refuse('ABOVE_REFUNDABLE');
}

/** Cancels an order that has not left and gives back what was paid. */
export async function cancelOrder(
  services: DeskServices,
  ctx: RequestContext,
  { orderId, reason }: { orderId: Id; reason: string },
): Promise<void> {
  const order = await orderOf(services, ctx, orderId);
  if (!NOT_SENT.includes(order.state)) refuse('ORDER_STATE');
  agreed(await services.orders.cancelOrder(ctx, { orderId, reason, cancelShipping: true }));
  for (const { id, state } of order.payments)
    if (state === 'Authorized') agreed(await services.orders.cancelPayment(ctx, id));
  const settled = order.payments.filter(({ state }) => state === 'Settled');
  await giveBack(services, ctx, {
    payments: settled,
    amount: settled.reduce((sum, payment) => sum + heldBy(payment), 0),
    reason,
  });
}

/** Refunds by the method that paid, never more than it still holds. */
export async function refund(
  services: DeskServices,
  ctx: RequestContext,
  input: { orderId: Id; amount: number; currency: string; method?: string; reason: string },
): Promise<void> {
  const { orderId, amount, currency, method, reason } = input;
  const order = await orderOf(services, ctx, orderId);
  if (order.currencyCode !== currency) refuse('WRONG_CURRENCY');
  const settled = order.payments.filter(({ state }) => state === 'Settled');
  const payments = settled.filter((payment) => method === undefined || payment.method === method);
  if (payments.length === 0) refuse(settled.length === 0 ? 'ORDER_STATE' : 'PAYMENT_METHOD_NOT_ALLOWED');
  await giveBack(services, ctx, { payments, amount, reason });
}

async function countryOf({ connection }: DeskServices, ctx: RequestContext, named: string): Promise<Country> {
  const countries = await connection.getRepository(ctx, Country).find({ where: { enabled: true } });
  const wanted = named.toLowerCase();
  const found = countries.find(
    ({ code, translations }) =>
      code.toLowerCase() === wanted || translations.some(({ name }) => name.toLowerCase() === wanted),
  );
  return found ?? refuse('UNKNOWN_COUNTRY');
}

/** Sends an order that has not left elsewhere, as long as that costs the same. */
export async function changeAddress(
  services: DeskServices,
  ctx: RequestContext,
  { orderId, address }: { orderId: Id; address: DeskAddress },
): Promise<void> {
  const before = await orderOf(services, ctx, orderId);
  if (!NOT_SENT.includes(before.state)) refuse('ORDER_STATE');
  const { country, ...lines } = address;
  const { code } = await countryOf(services, ctx, country);
  const { fullName, company, phoneNumber } = before.shippingAddress;
  const person = {
    ...(fullName ? { fullName } : {}),
    ...(company ? { company } : {}),
    ...(phoneNumber ? { phoneNumber } : {}),
  };
  const total = before.totalWithTax;
  await services.orders.setShippingAddress(ctx, orderId, { ...person, ...lines, countryCode: code });
  const after = await orderOf(services, ctx, orderId);
  if (after.totalWithTax !== total) refuse('PRICE_WOULD_CHANGE');
  await services.history.createHistoryEntryForOrder({
    ctx,
    orderId,
    type: 'DESK_ADDRESS_CHANGED' as never,
    data: {} as never,
  });
}

const isDefault = ({ defaultShippingAddress }: Address): boolean => defaultShippingAddress;

/** Changes the customer's default address, or makes his first one. */
export async function updateCustomerAddress(
  services: DeskServices,
  ctx: RequestContext,
  { customerId, address }: { customerId: Id; address: DeskAddress },
): Promise<void> {
  const { country, ...lines } = address;
  const { code: countryCode } = await countryOf(services, ctx, country);
  const customer = await services.connection
    .getRepository(ctx, Customer)
    .findOneOrFail({ where: { id: customerId }, relations: ['addresses'] });
  const known = customer.addresses.find(isDefault) ?? customer.addresses[0];
  if (known)
    await services.customers.updateAddress(ctx, { id: known.id, ...lines, countryCode, defaultShippingAddress: true });
  else
    await services.customers.createAddress(ctx, customerId, {
      fullName: `${customer.firstName} ${customer.lastName}`,
      ...lines,
      countryCode,
      defaultShippingAddress: true,
    });
}

/** Whether money of a payment counts as paid. */
export const isHeld = ({ state }: Pick<Payment, 'state'>): boolean => HELD.includes(state);
export { Customer, Order };
