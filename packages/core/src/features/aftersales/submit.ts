/**
 * @module A customer, or an agent for him, asks for goods to be taken back, swapped, repaired or paid for: he sees what
 * he gets and when before he confirms, and the decision is stored with the case.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { approvalOf, dueInstant } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import { Attachment, Conversation } from '../conversations/entities.ts';
import { confirmationOf } from '../orders/confirmation.ts';
import { withVariants } from '../orders/change.ts';
import { payingMethod, wantedLines } from '../orders/facts.ts';
import { buyerOf, orderOf, shopOf, type ShopAccess } from '../orders/shop-access.ts';
import { storePolicy } from '../orders/store-policy.ts';
import { AfterSalesCase, CASE_REASONS, CASE_TYPES, CaseRefundLine, OrderClaims, SELLER_FAULT } from './entities.ts';
import { caseSubmitted } from './events.ts';
import { checkQuantities, claimingCases, judge, type Judgement } from './judgement.ts';
import { approve } from './review.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

const DECISION_HOURS = 24;
/** Reasons that are settled by looking: the policy wants a photo (2.7-4). */
const NEEDS_PHOTO: readonly string[] = ['QUALITY', 'DAMAGED', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'];

const item = z.object({ lineId: z.string().max(200), quantity: z.int().min(1).max(100_000).default(1), newVariantId: z.string().max(200).optional() });
const texts = z.object({ zh: z.string(), en: z.string() });

const wanted = z.object({
  storeId: z.string().optional(),
  conversationId: z.string().optional(),
  orderId: z.string().min(1).max(200),
  type: z.enum(CASE_TYPES),
  reason: z.enum(CASE_REASONS),
  items: z.array(item).min(1).max(100),
  description: z.string().trim().max(2000).default(''),
  evidence: z.array(z.string()).max(20).default([]),
  /** Where the refund goes, or what settles the difference of an exchange. */
  paymentMethodId: z.string().max(200).optional(),
  opened: z.boolean().optional(),
  goodsIntact: z.boolean().optional(),
  /** Minor units; staff only. */
  compensationAmount: z.int().min(0).default(0),
});
type Wanted = z.output<typeof wanted>;

interface Planned {
  readonly access: ShopAccess;
  readonly order: ShopOrder;
  readonly customerId: string | null;
  readonly judgement: Judgement;
  readonly approver: 'AA' | 'TL' | 'SV' | 'MG';
  readonly earlier: readonly CaseRow[];
  readonly confirmation: string;
}

async function plan(ctx: ReadContext, input: Wanted): Promise<Planned> {
  const access = await shopOf(ctx, input.storeId);
  const order = await orderOf(ctx, access, input.orderId);
  const { customer, customerId } = await buyerOf(ctx, access, order);
  const earlier = await claimingCases(ctx, access.store.id, order.id);
  checkQuantities(order, input.items, earlier);
  if (input.compensationAmount > 0 && ctx.actor.kind === 'shopper') return refuse('FORBIDDEN');
  const stated = { ...(input.opened === undefined ? {} : { opened: input.opened }), ...(input.goodsIntact === undefined ? {} : { goodsIntact: input.goodsIntact }), region: access.store.region };
  const question = {
    order, customer, asker: 'CUSTOMER' as const, now: ctx.now, type: input.type, reason: input.reason, stated,
    paymentMethodId: input.paymentMethodId ?? payingMethod(order),
    items: await withVariants(access.shop, input.items),
  };
  const { policy, setting } = await storePolicy(ctx, access.store, order);
  const judgement = judge(question, policy, setting, earlier);
  const subject = input.type === 'REFUND_ONLY' ? 'REFUND_ONLY' : input.type === 'COMPENSATION' ? 'COMPENSATION' : 'RETURN_REFUND';
  const amount = input.type === 'COMPENSATION' ? input.compensationAmount : (judgement.refund?.total ?? 0);
  const { approver } = approvalOf(policy, { subject, amount }, setting, []);
  const confirmation = confirmationOf([input, judgement.refund?.total ?? 0], order.updatedAt);
  return { access, order, customerId, judgement, approver: approver as Planned['approver'], earlier, confirmation };
}

/** What a request would bring: eligible or not and why, the refund line by line, who pays the freight, and when. */
export const previewCase = defineView({
  title: { en: 'Preview an after-sales case', zh: '预览售后申请' },
  allow: { shopper: true, staff: 'case.submit' },
  input: wanted,
  output: value(
    'CasePreview',
    z.object({
      eligible: z.boolean(),
      needsReview: z.boolean(),
      ruleIds: z.array(z.string()),
      explanation: texts,
      whatWouldChangeIt: z.array(texts),
      freightPayer: z.enum(['BUYER', 'SELLER', 'SPLIT', 'FAULT_PARTY', 'CONTRACT']).nullable(),
      currency: z.string(),
      refundAmount: z.int(),
      refundLines: z.array(CaseRefundLine),
      refundDueAt: z.string().nullable(),
      photoRequired: z.boolean(),
      confirmation: z.string(),
    }),
  ),
  run: async (ctx, input) => {
    const { judgement, order, confirmation } = await plan(ctx, input);
    const { refund, eligible, review, ruleIds, explanation, changes, freightPayer, refundDueAt } = judgement;
    return {
      eligible, needsReview: review, ruleIds: [...ruleIds], explanation, whatWouldChangeIt: [...changes], freightPayer,
      currency: order.amounts.total.currency,
      refundAmount: refund?.total ?? 0,
      refundLines: (refund?.lines ?? []).map((line) => ({ ...line, text: { ...line.text } })),
      refundDueAt,
      photoRequired: NEEDS_PHOTO.includes(input.reason),
      confirmation,
    };
  },
});

/** Submits a request that was previewed. What the policy denies is POLICY_DENIED, with rules and reasons. */
export const submitCase = defineAction({
  title: { en: 'Submit an after-sales case', zh: '提交售后申请' },
  allow: { shopper: true, staff: 'case.submit' },
  input: wanted.extend({ confirmation: z.string().min(1).max(100) }),
  output: one(AfterSalesCase),
  run: async (ctx, { confirmation, ...input }) => {
    const planned = await plan(ctx, input);
    const { judgement } = planned;
    if (!judgement.eligible && !judgement.review) {
      const { ruleIds, explanation, changes } = judgement;
      return refuse('POLICY_DENIED', { message: explanation.en, details: { ruleIds, clause: explanation, reasons: [explanation], whatWouldChangeIt: changes } });
    }
    if (planned.confirmation !== confirmation) return refuse('CONFLICT', { message: 'The order has changed since you looked. Please check again.' });
    await checkEvidence(ctx, input);
    await claim(ctx, planned);
    const submitted = await insertCase(ctx, input, planned);
    ctx.emit(caseSubmitted, submitted);
    return judgement.auto && judgement.eligible ? approve(ctx, submitted, 'policy') : submitted;
  },
});

async function checkEvidence(ctx: ActionContext, { evidence, reason, conversationId }: Wanted): Promise<void> {
  if (conversationId) await ctx.get(Conversation, conversationId);
  const photos = await Promise.all(evidence.map((id) => ctx.desk.get(Attachment, id)));
  if (photos.some((photo) => photo.conversationId !== conversationId)) refuse('NOT_FOUND', { details: { entity: 'Attachment' } });
  if (ctx.actor.kind === 'shopper' && NEEDS_PHOTO.includes(reason) && photos.length === 0)
    refuse('VALIDATION_FAILED', { fields: [{ path: 'evidence', message: 'Please add a photo.' }] });
}

/** Two requests for goods of one order meet on its row, so that both cannot take the last piece. */
async function claim(ctx: ActionContext, { access, order }: Planned): Promise<void> {
  const key = { storeId: access.store.id, orderId: order.id };
  const claims = await ctx.desk.first(OrderClaims, key);
  if (claims) ctx.update(OrderClaims, claims, { cases: claims.cases + 1 });
  else ctx.insert(OrderClaims, { ...key, cases: 1 });
}

async function insertCase(ctx: ActionContext, input: Wanted, planned: Planned): Promise<CaseRow> {
  const { access, order, judgement, customerId } = planned;
  const claims = await ctx.desk.first(OrderClaims, { storeId: access.store.id, orderId: order.id });
  const { refund } = judgement;
  const lines = wantedLines(order, input.items) ?? [];
  return ctx.insert(AfterSalesCase, {
    storeId: access.store.id,
    customerId,
    conversationId: input.conversationId ?? null,
    number: `${order.number.replace(/[^\p{L}\p{N}-]/gu, '')}-${(claims?.cases ?? 0) + 1}`,
    type: input.type,
    state: 'REQUESTED',
    orderId: order.id,
    orderNumber: order.number,
    lines: lines.map((line, index) => ({ lineId: line.id, variantId: line.variantId, title: line.title, quantity: input.items[index]?.quantity ?? 1, unitPrice: line.unitPrice, newVariantId: input.items[index]?.newVariantId ?? null })),
    reason: input.reason,
    description: input.description,
    faultParty: SELLER_FAULT.includes(input.reason) ? 'SELLER' : 'BUYER',
    evidence: input.evidence,
    eligible: judgement.eligible,
    ruleIds: [...judgement.ruleIds],
    decision: JSON.parse(JSON.stringify(judgement.decision)) as CaseRow['decision'],
    explanation: judgement.explanation,
    freightPayer: judgement.freightPayer,
    currency: order.amounts.total.currency,
    refundAmount: refund?.total ?? 0,
    refundLines: (refund?.lines ?? []).map((line) => ({ ...line, text: { ...line.text } })),
    refundMethodId: input.paymentMethodId ?? payingMethod(order) ?? null,
    refundSplit: (refund?.payments ?? []).map(({ id, amount }) => ({ methodId: id, amount })),
    refundRecord: JSON.parse(JSON.stringify(refund?.record ?? {})) as CaseRow['refundRecord'],
    compensationAmount: input.compensationAmount,
    returnCarrier: null,
    returnWaybill: null,
    inspection: null,
    refundNo: null,
    shopState: 'NONE',
    shopRefusal: null,
    attempts: 0,
    rejection: null,
    approvedBy: null,
    approverNeeded: planned.approver,
    overrideReason: null,
    apologySentAt: null,
    submittedAt: ctx.now,
    decisionDueAt: new Date(dueInstant({ from: 'at', hours: DECISION_HOURS }, Date.parse(ctx.now), { zone: access.store.timeZone })).toISOString(),
    returnDueAt: null,
    refundDueAt: judgement.refundDueAt,
    receivedAt: null,
    settledAt: null,
    closedAt: null,
    submittedBy: actorKey(ctx.actor),
  });
}
