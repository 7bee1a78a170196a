/**
 * @module The changes a desk asks of a shop. Each carries a key: the same key twice acts once and gives the first
 * answer.
 */
import { z } from 'zod';
import { keyed as keyedFor, question, type Certainty } from '../kernel/certainty.ts';
import { hours } from '../kernel/effect.ts';
import { Money } from '../kernel/money.ts';
import { missingAddressParts } from '../text/index.ts';
import { ShopId } from './shop-catalogue.ts';
import { ShopAddress, ShopCustomer } from './shop-customer.ts';
import { ShopOrder } from './shop-order.ts';

const keyed = { idempotencyKey: z.string().min(1).max(200) };
const ofOrder = { ...keyed, orderId: ShopId };
const some = <S extends z.ZodType>(item: S) => z.array(item).min(1).max(100);
const quantity = z.int().min(1).max(100_000).default(1);

/** Cancels an order that has not left; what was paid goes back. */
export const CancelOrder = z.object({ ...ofOrder, reason: z.string().min(1).max(200) });

/** An address that goods can be sent to. */
const SendableAddress = ShopAddress.superRefine((address, ctx) => {
  for (const part of missingAddressParts(address)) ctx.addIssue({ code: 'custom', path: [part], message: 'Required.' });
});

/** Sends an order that has not left to another address. */
export const ChangeAddress = z.object({ ...ofOrder, address: SendableAddress });

/** Takes the payment of an order by another method and gives the first back. */
export const ChangePayment = z.object({ ...ofOrder, paymentMethodId: ShopId });

/** Swaps lines for other variants before dispatch; the difference is paid or refunded by the method given. */
export const ChangeItems = z.object({
  ...ofOrder,
  items: some(z.object({ lineId: ShopId, quantity, newVariantId: ShopId })),
  paymentMethodId: ShopId,
});

/** Announces that delivered goods come back. */
export const RequestReturn = z.object({
  ...ofOrder,
  items: some(z.object({ lineId: ShopId, quantity })),
  /** Where the refund will go. Absent: nothing goes back, or the method that paid. */
  paymentMethodId: ShopId.optional(),
  reason: z.string().max(200).optional(),
});

/** Announces that delivered goods come back and others go out. */
export const RequestExchange = z.object({
  ...ofOrder,
  items: some(z.object({ lineId: ShopId, quantity, newVariantId: ShopId })),
  /** What pays or receives the difference. Absent: there is none, or the method that paid. */
  paymentMethodId: ShopId.optional(),
  reason: z.string().max(200).optional(),
});

/** Changes the customer's default address; orders keep theirs. */
export const UpdateCustomerAddress = z.object({ ...keyed, customerId: ShopId, address: SendableAddress });

/** Gives money of an order back; never more than is left of what was paid. */
export const Refund = z.object({
  ...ofOrder,
  amount: Money.extend({ amount: z.int().positive() }),
  /** Absent: the method that paid. */
  paymentMethodId: ShopId.optional(),
  reason: z.string().min(1).max(200),
});

interface ChangesOrder<I extends z.ZodType> {
  readonly input: I;
  readonly answer: typeof ShopOrder;
}
interface ChangesCustomer<I extends z.ZodType> {
  readonly input: I;
  readonly answer: typeof ShopCustomer;
}
const ordered = <I extends z.ZodType>(input: I): ChangesOrder<I> => ({ input, answer: ShopOrder });
const known = <I extends z.ZodType>(input: I): ChangesCustomer<I> => ({ input, answer: ShopCustomer });

/** Every change with what it takes and what it answers: the order or the customer as it is afterwards. */
export const SHOP_CHANGES = {
  cancelOrder: ordered(CancelOrder),
  changeAddress: ordered(ChangeAddress),
  changePayment: ordered(ChangePayment),
  changeItems: ordered(ChangeItems),
  requestReturn: ordered(RequestReturn),
  requestExchange: ordered(RequestExchange),
  updateCustomerAddress: known(UpdateCustomerAddress),
  refund: ordered(Refund),
} as const;

/** The name of a change. */
export type ShopChangeName = keyof typeof SHOP_CHANGES;
/** What the caller of a change gives. */
export type ShopChangeInput<N extends ShopChangeName> = z.input<(typeof SHOP_CHANGES)[N]['input']>;
/** What a shop works with, defaults filled in. */
export type ShopChangeRequest<N extends ShopChangeName> = z.output<(typeof SHOP_CHANGES)[N]['input']>;
/** What a change answers: the order or the customer as it is afterwards. */
export type ShopChangeAnswer<N extends ShopChangeName> = z.output<(typeof SHOP_CHANGES)[N]['answer']>;

/** The names of all changes, in the order they are documented. */
export const SHOP_CHANGE_NAMES = Object.keys(SHOP_CHANGES) as ShopChangeName[];

/** How long a shop keeps a key at least, from when it first saw it. */
export const SHOP_KEYS_KEPT_MS = hours(24);

/** What a shop promises of each change whose answer was lost: every one is keyed. */
export const SHOP_CERTAINTY = Object.fromEntries(
  SHOP_CHANGE_NAMES.map((name) => [name, keyedFor({ keptFor: SHOP_KEYS_KEPT_MS })]),
) as Readonly<Record<ShopChangeName, Certainty>>;

/** A look-up in a shop changes nothing there. */
export const SHOP_LOOKUP_CERTAINTY = question();

/** Calls to shops at once in a process, and to one shop. */
export const SHOP_POOL = { size: 8, perStore: 2 } as const;
