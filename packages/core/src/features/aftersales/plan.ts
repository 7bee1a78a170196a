/**
 * @module What a request would bring, worked out alike for the preview, the submission and a solution that is offered
 * later.
 */
import { z } from 'zod';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { large, named, type RowOf } from '../../kernel/entity.ts';
import { paidPraise, paysForPraise } from '../../language/paid-praise.ts';
import { approvalOf, type Facts } from '../../policies/index.ts';
import type { ShopCustomer, ShopOrder } from '../../ports/shop.ts';
import {
  buyerOf,
  confirmationOf,
  deliveryOfLine,
  orderOf,
  payingMethod,
  shopOf,
  withVariants,
  type ShopAccess,
  type WantedItem,
} from '../orders/index.ts';
import { confirmedLines, storePolicy, termsOf, type StorePolicy } from '../policies/index.ts';
import { casesOf, checkQuantities, claimsOf, counting, takesGoods, type ClaimsRow } from './claims.ts';
import { choosesGoods, mayCompensate, mustCompensate, SELLER_FAULT } from './codes.ts';
import { caseReason, caseType, compensationFor, type AfterSalesCase, caseApprover } from './entities.ts';
import { judge, type CaseQuestion, type Judgement } from './judgement.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { aftersalesTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

export type CaseRow = RowOf<typeof AfterSalesCase>;

const item = named(
  'CaseItem',
  z.object({
    lineId: z.string().max(200),
    quantity: z.int().min(1).max(100_000).default(1),
    newVariantId: z.string().max(200).optional(),
  }),
);

/** What the customer says of the goods; what he leaves out counts as in order. */
const condition = named(
  'GoodsCondition',
  z.object({
    opened: z.boolean().optional(),
    goodsIntact: z.boolean().optional(),
    sealBroken: z.boolean().optional(),
    tampered: z.boolean().optional(),
    tagOrSoil: z.boolean().optional(),
    usedOrDamaged: z.boolean().optional(),
  }),
);

export const wantedCase = z.object({
  storeId: z.string().optional(),
  conversationId: z.string().optional(),
  orderId: z.string().min(1).max(200),
  type: caseType,
  reason: caseReason,
  items: z.array(item).min(1).max(100),
  description: z.string().trim().max(2000).default(''),
  /** Ids of attachments of the conversation: photos of the defect, the whole item, the waybill. */
  evidence: z.array(z.string()).max(20).default([]),
  /** Where the refund goes, or what settles the difference of an exchange. */
  paymentMethodId: z.string().max(200).optional(),
  condition: condition.default({}),
  /** Minor units; for staff. */
  compensationAmount: large(z.int().min(0)).default(0),
  compensationFor: compensationFor.optional(),
  /** Staff ask for an exception from the policy, which a supervisor decides (R-AFT-06). */
  exceptionReason: z.string().trim().max(500).optional(),
});
export type WantedCase = z.output<typeof wantedCase>;

export interface PlannedCase {
  readonly access: ShopAccess;
  readonly order: ShopOrder;
  readonly customer: ShopCustomer;
  readonly customerId: string | null;
  readonly claims: ClaimsRow | undefined;
  readonly cases: readonly CaseRow[];
  readonly policy: StorePolicy;
  readonly judgement: Judgement;
  readonly approver: z.output<typeof caseApprover>;
  readonly refundMethodId: string | null;
  readonly confirmation: string;
}

const DAY_MS = 24 * 3_600_000;

const problem = (path: string, text: Said): never => refuse('VALIDATION_FAILED', { fields: [{ path, text }] });

function checkAsker(
  { actor }: ReadContext,
  { type, reason, items, compensationAmount, compensationFor: cause, exceptionReason }: WantedCase,
): void {
  const money = mustCompensate(type) || compensationAmount > 0 || cause !== undefined;
  if (actor.kind === 'shopper' && (money || exceptionReason)) refuse('FORBIDDEN');
  if (mustCompensate(type) && compensationAmount === 0) problem('compensationAmount', ownTexts.required);
  if (compensationAmount > 0 && !mayCompensate(type)) problem('compensationAmount', t.compensationWithRefund);
  if (type === 'RESHIP' && !SELLER_FAULT.includes(reason)) problem('reason', t.resendOnSellerFault);
  if (choosesGoods(type) && items.some(({ newVariantId }) => newVariantId === undefined))
    problem('items', t.sayExchange);
}

/** Plans a case. `own` is the case itself where another solution is sought for it. */
export async function planCase(ctx: ReadContext, input: WantedCase, own?: CaseRow): Promise<PlannedCase> {
  checkAsker(ctx, input);
  const access = await shopOf(ctx, input.storeId);
  const order = await orderOf(ctx, access, input.orderId);
  const claims = await claimsOf(ctx, access.store.id, order.id);
  const all = await casesOf(ctx, access.store.id, order.id);
  const cases = counting(all).filter(({ id }) => id !== own?.id || own.refundedBefore > 0);
  const [{ customer, customerId }, policy] = await Promise.all([
    buyerOf(ctx, access, order),
    storePolicy(ctx, access.store, { at: order.placedAt, currency: order.amounts.total.currency }),
  ]);
  const question = await questionOf(ctx, input, {
    access,
    order,
    customer,
    earlier: all.filter(({ id }) => id !== own?.id),
  });
  const judgement = judge(question, policy, cases);
  if (judgement.outcome !== 'DENY' || (input.exceptionReason && !judgement.final))
    checkGoods(
      order,
      input,
      cases.filter(({ id }) => id !== own?.id),
    );
  const refundMethodId = question.paymentMethodId ?? null;
  const total = judgement.refund?.total ?? 0;
  const confirmation = confirmationOf([input, total, judgement.outcome], order.updatedAt);
  return {
    access,
    order,
    customer,
    customerId,
    claims,
    cases,
    policy,
    judgement,
    refundMethodId,
    confirmation,
    approver: approverOf(policy, input, total),
  };
}

/** Goods that are taken must be left; a case that takes none still names lines of the order. */
function checkGoods(order: ShopOrder, { type, items }: WantedCase, cases: readonly CaseRow[]): void {
  checkQuantities(order, items, takesGoods(type) ? cases : []);
}

/** The lowest role that may approve so much alone (2.7-12). */
export function approverOf(
  policy: StorePolicy,
  { type, compensationAmount }: { type: WantedCase['type']; compensationAmount: number },
  total: number,
): z.output<typeof caseApprover> {
  const subject = type === 'REFUND_ONLY' ? 'REFUND_ONLY' : type === 'COMPENSATION' ? 'COMPENSATION' : 'RETURN_REFUND';
  const ask = (of: 'REFUND_ONLY' | 'RETURN_REFUND' | 'COMPENSATION', amount: number) =>
    caseApprover.options.indexOf(
      approvalOf(policy.policy, { subject: of, amount }, policy.setting, []).approver as 'AA',
    );
  // What goes back without money (an exchange, a repair) needs nobody above the agent.
  const refund = type === 'COMPENSATION' || total === 0 ? 0 : ask(subject, total);
  const more = compensationAmount > 0 ? ask('COMPENSATION', compensationAmount) : 0;
  return caseApprover.options[Math.max(refund, more)] ?? 'MG';
}

interface Known {
  readonly access: ShopAccess;
  readonly order: ShopOrder;
  readonly customer: ShopCustomer;
  readonly earlier: readonly CaseRow[];
}

/** What the policy is asked about a request, with everything the desk and the shop know. */
export async function questionOf(
  ctx: ReadContext,
  input: WantedCase,
  { access: { store, shop }, order, customer, earlier }: Known,
): Promise<CaseQuestion> {
  const [terms, confirmed] = await Promise.all([
    termsOf(ctx, store.id, [...new Set(order.lines.map(({ productId }) => productId))]),
    confirmedLines(ctx, store.id, order.id),
  ]);
  const productOf = (lineId: string) => order.lines.find(({ id }) => id === lineId)?.productId ?? '';
  return {
    order,
    customer,
    asker: 'CUSTOMER',
    now: ctx.now,
    type: input.type,
    reason: input.reason,
    stated: { ...input.condition, region: store.region },
    factsOfLine: (lineId) => ({
      ...terms.get(productOf(lineId)),
      purchaseConfirmed: confirmed.has(lineId),
      ...repairFacts(earlier, lineId),
      ...deliveryOfLine(order, lineId),
    }),
    paymentMethodId: input.paymentMethodId ?? payingMethod(order),
    items: (await withVariants(shop, input.items)) as readonly WantedItem[],
    compensationFor: input.compensationFor ?? null,
    compensationAmount: input.compensationAmount,
    paidPraise: actorPays(ctx, input),
    refundTo: giftCardOf(order, customer, input.paymentMethodId),
  };
}

/**
 * Whether staff pay for praise. In a compensation the reason alone tells; for goods or money without a return it takes
 * praise and a gift. What a customer says of a shop that offered him money is no offer of ours.
 */
function actorPays(
  { actor }: ReadContext,
  { type, description, compensationAmount, exceptionReason = '' }: WantedCase,
): boolean {
  if (actor.kind === 'shopper') return false;
  if (type === 'COMPENSATION' || compensationAmount > 0) return [description, exceptionReason].some(paysForPraise);
  return paidPraise(exceptionReason) || ((type === 'REFUND_ONLY' || type === 'RESHIP') && paidPraise(description));
}

/**
 * A gift card that did not pay takes the whole refund where the customer chose it; else money goes back to those who
 * paid.
 */
function giftCardOf(
  order: ShopOrder,
  { paymentMethods }: ShopCustomer,
  chosen: string | undefined,
): CaseQuestion['refundTo'] {
  const method = paymentMethods.find(({ id, kind }) => id === chosen && kind === 'GIFT_CARD');
  if (
    !method ||
    order.payments.some(({ kind, paymentMethodId }) => kind === 'PAYMENT' && paymentMethodId === method.id)
  )
    return undefined;
  return { id: method.id, title: { zh: method.id, en: method.id } };
}

/** What the three guarantees count (CN-16, CN-17): repairs so far and the days they took. */
function repairFacts(earlier: readonly CaseRow[], lineId: string): Facts {
  const repaired = earlier.filter(
    ({ type, lines, receivedAt, settledAt, rejection }) =>
      type === 'REPAIR' && receivedAt && settledAt && !rejection && lines.some((line) => line.lineId === lineId),
  );
  const days = repaired.reduce(
    (sum, { receivedAt, settledAt }) => sum + (Date.parse(settledAt ?? '') - Date.parse(receivedAt ?? '')) / DAY_MS,
    0,
  );
  return repaired.length > 0 ? { repairs: repaired.length, repairDays: Math.floor(days) } : {};
}
