/**
 * @module What a change of an order would do: the policy's word, the effects to the cent, and how it would be carried
 * out.
 */
import { asJson, ask, policyDenial, storePolicy, type StorePolicy } from '../policies/index.ts';
import { z } from 'zod';
import { someOf } from '../../kernel/codes.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import type { Decision, Facts } from '../../policies/index.ts';
import { missingAddressParts } from '../../text/index.ts';
import { ShopAddress, ShopError, type Shop, type ShopChangeName, type ShopOrder } from '../../ports/shop.ts';
import { confirmationOf } from './confirmation.ts';
import { orderChange, OrderRequestCount, type OrderChange } from './entities.ts';
import { codeOf, orderFacts, type WantedItem } from './facts.ts';
import { buyerOf, orderOf, shopOf, type ShopAccess } from './shop-access.ts';
import { sender } from '../conversations/index.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { orderTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';
import { inWords } from '../../kernel/sentence.ts';

const item = named(
  'OrderChangeItem',
  z.object({
    lineId: z.string().max(200),
    quantity: z.int().min(1).max(100_000).default(1),
    newVariantId: z.string().max(200),
  }),
);

/** What is asked; which of the optional parts is needed depends on the change. */
export const wantedChange = z.object({
  storeId: z.string().optional(),
  conversationId: z.string().optional(),
  orderId: z.string().min(1).max(200),
  change: orderChange,
  reason: z.string().trim().max(500).default(''),
  address: ShopAddress.optional(),
  paymentMethodId: z.string().max(200).optional(),
  items: z.array(item).min(1).max(100).optional(),
  /** AGENT: staff close an unpaid order of their own accord, after `contact` with the customer (R-MID-05). */
  asker: someOf('OrderChangeAsker', sender, ['CUSTOMER', 'AGENT']).default('CUSTOMER'),
  contact: z.string().trim().max(500).optional(),
});
export type WantedChange = z.output<typeof wantedChange>;

interface ChangeKind {
  readonly method: ShopChangeName;
  readonly decisions: readonly string[];
  readonly needs: readonly (keyof WantedChange)[];
}

/** The shop's method, the policy's questions and the parts that each change needs. */
export const CHANGES: Record<OrderChange, ChangeKind> = {
  CANCEL: { method: 'cancelOrder', decisions: ['CANCEL', 'CANCEL_REASON'], needs: ['reason'] },
  ADDRESS: { method: 'changeAddress', decisions: ['CHANGE_ADDRESS'], needs: ['address'] },
  PAYMENT: { method: 'changePayment', decisions: ['CHANGE_PAYMENT'], needs: ['paymentMethodId'] },
  ITEMS: { method: 'changeItems', decisions: ['CHANGE_ITEMS'], needs: ['items', 'paymentMethodId'] },
};

export interface PlannedChange {
  readonly access: ShopAccess;
  readonly order: ShopOrder;
  readonly customerId: string | null;
  readonly facts: Facts;
  readonly policy: StorePolicy;
  readonly decisions: readonly Decision[];
  readonly items: readonly WantedItem[];
  /**
   * DO: the shop does it. ACKNOWLEDGE: the warehouse must agree. BY_HAND: fulfilment tries. CONVERT: it becomes a
   * return.
   */
  readonly course: 'DO' | 'ACKNOWLEDGE' | 'BY_HAND' | 'CONVERT';
  readonly confirmation: string;
  /** The row on which requests for one order meet; none before the first. */
  readonly earlier: RowOf<typeof OrderRequestCount> | undefined;
}

/** The items with what the shop knows of their replacements; an unknown one stays without. */
export async function withVariants(shop: Shop, items: readonly Omit<WantedItem, 'variant'>[]): Promise<WantedItem[]> {
  const known = async (id: string) => {
    try {
      return await shop.variant(id);
    } catch (error) {
      if (error instanceof ShopError && error.code === 'NOT_FOUND') return undefined;
      if (error instanceof ShopError && error.code === 'UNAVAILABLE') return refuse('SHOP_UNAVAILABLE');
      throw error;
    }
  };
  return Promise.all(
    items.map(async (one) => ({ ...one, variant: one.newVariantId ? await known(one.newVariantId) : undefined })),
  );
}

const problem = (path: string, text: Said) => refuse('VALIDATION_FAILED', { fields: [{ path, text }] });

/** Refuses an address that nothing can be sent to, naming every part that it lacks. */
export function checkAddress(address: ShopAddress | undefined): void {
  const missing = address ? missingAddressParts(address) : [];
  if (missing.length > 0)
    refuse('VALIDATION_FAILED', {
      fields: missing.map((part) => ({ path: `address.${part}`, text: ownTexts.required })),
    });
}

function checkParts(ctx: ReadContext, input: WantedChange): void {
  const missing = CHANGES[input.change].needs.filter((field) => !input[field]);
  if (missing.length > 0)
    refuse('VALIDATION_FAILED', { fields: missing.map((path) => ({ path, text: ownTexts.required })) });
  checkAddress(input.address);
  if (ctx.actor.kind === 'shopper' && (input.asker === 'AGENT' || input.contact)) problem('asker', t.staffOnly);
}

const ARRIVED: readonly ShopOrder['status'][] = ['DELIVERED', 'COMPLETED', 'RETURNED'];

/** Nothing about an order is changed any more once it has arrived: what then is asked for is after-sales. */
export const hasArrived = ({ status }: Pick<ShopOrder, 'status'>): boolean => ARRIVED.includes(status);

export const TOO_LATE = inWords(t.arrived);

/** Plans a change, or refuses it as the policy does. */
export async function planChange(ctx: ReadContext, input: WantedChange): Promise<PlannedChange> {
  checkParts(ctx, input);
  const access = await shopOf(ctx, input.storeId);
  const { method, decisions: kinds } = CHANGES[input.change];
  if (!access.shop.capabilities.changes.includes(method))
    return refuse('POLICY_DENIED', {
      text: t.shopDoesNotOffer,
      details: { code: 'NOT_OFFERED', ruleIds: [] },
    });
  const order = await orderOf(ctx, access, input.orderId);
  if (input.change === 'ADDRESS' && hasArrived(order))
    return refuse('POLICY_DENIED', {
      text: t.arrived,
      details: { code: 'ARRIVED', ruleIds: [], clause: TOO_LATE, whatWouldChangeIt: [] },
    });
  const [{ customer, customerId }, items, policy, earlier] = await Promise.all([
    buyerOf(ctx, access, order),
    withVariants(access.shop, input.items ?? []),
    storePolicy(ctx, access.store, { at: order.placedAt, currency: order.amounts.total.currency }),
    ctx.first(OrderRequestCount, { storeId: access.store.id, orderId: order.id }),
  ]);
  const facts = orderFacts({
    order,
    customer,
    asker: input.asker,
    now: ctx.now,
    reason: input.reason,
    contactRecorded: Boolean(input.contact),
    paymentMethodId: input.paymentMethodId,
    ...(items.length > 0 ? { items } : {}),
  });
  const decisions = kinds.map((kind) => ask(policy, kind, facts));
  const course = courseOf(ctx, policy, decisions);
  return {
    access,
    order,
    customerId,
    facts,
    policy,
    decisions,
    items,
    course,
    // What was asked for meanwhile changes what was looked at, also while the shop has not done it yet.
    confirmation: confirmationOf([input, course, earlier?.requests ?? 0], order.updatedAt),
    earlier,
  };
}

/** Where the policy sees a way, which; else its refusal. A shipped order is not cancelled but sent back (R-MID-14). */
function courseOf(ctx: ReadContext, { setting }: StorePolicy, decisions: readonly Decision[]): PlannedChange['course'] {
  const unmet = decisions.find(({ outcome }) => outcome !== 'ALLOW');
  if (!unmet) return 'DO';
  const late = unmet.outputs['code'] === 'CONVERT_TO_RETURN';
  if (unmet.outcome === 'REVIEW') return late ? 'BY_HAND' : 'ACKNOWLEDGE';
  if (late) return 'CONVERT';
  return refuse(policyDenial(unmet, ctx, { zone: setting.zone, now: ctx.now }));
}

/** The request in the shop port's terms. */
export function shopRequest(
  { change, reason, address: to, paymentMethodId, items }: WantedChange,
  { order, access: { shop } }: PlannedChange,
) {
  const own = shop.capabilities.cancelReasons?.find((accepted) => codeOf(accepted) === codeOf(reason)) ?? reason;
  const parts = {
    CANCEL: { reason: own },
    ADDRESS: { address: to },
    PAYMENT: { paymentMethodId },
    ITEMS: { items, paymentMethodId },
  }[change];
  return asJson({ orderId: order.id, ...parts });
}

/** What the change touches, before and after: for the remark and the file. */
export function beforeAndAfter(
  { change, address: to, paymentMethodId }: WantedChange,
  { order, items }: PlannedChange,
) {
  const variants = (of: (item: WantedItem) => string | undefined) =>
    items.map((one) => ({ lineId: one.lineId, variantId: of(one) ?? null }));
  const lineOf = ({ lineId }: WantedItem) => order.lines.find(({ id }) => id === lineId);
  const pairs = {
    CANCEL: [{ status: order.shopStatus }, { status: 'CANCELLED' }],
    ADDRESS: [{ address: order.address }, { address: to }],
    PAYMENT: [{ paymentMethodId: order.payments[0]?.paymentMethodId ?? null }, { paymentMethodId }],
    ITEMS: [{ items: variants((one) => lineOf(one)?.variantId) }, { items: variants((one) => one.newVariantId) }],
  }[change];
  return { before: asJson(pairs[0]), after: asJson(pairs[1]) };
}
