/**
 * @module A customer, or an agent for him, asks for goods to be taken back, swapped, repaired or paid for: he sees what
 * he gets and when before he confirms, and the decision is stored with the case.
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { instant } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { LocalText } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { asJson, keepDecisions } from '../policies/index.ts';
import { wantedLines } from '../orders/index.ts';
import { freeCaseNumber } from './case-number.ts';
import { claim } from './claims.ts';
import { CaseSubject } from './decision-subject.ts';
import { decisionDeadline } from './deadlines.ts';
import { needsMethod, needsOverride, NEEDS_PHOTO, SELLER_FAULT } from './codes.ts';
import { AfterSalesCase, CaseFeeCeiling, caseOutcome, CaseRefundLine, freightPayer, minorUnits } from './entities.ts';
import { caseSubmitted } from './events.ts';
import { wordsFor, type Judgement } from './judgement.ts';
import { checkPhotos } from './photo.ts';
import { planCase, wantedCase, type CaseRow, type PlannedCase, type WantedCase } from './plan.ts';
import { startReportTimers } from './report-timer.ts';
import { approve } from './approve.ts';
import { noteStep } from './steps.ts';
import { notify } from './progress.ts';
import { decisionTimer } from './timers.ts';
import { aftersalesTexts as t } from './texts.ts';
import { quoted } from '../../kernel/said.ts';

const texts = z.array(LocalText);

/** What a request would bring: possible or not and why, the refund line by line, who pays the freight, and when. */
export const previewCase = defineView({
  title: { en: 'Preview an after-sales case', zh: '预览售后申请' },
  allow: { shopper: true, staff: 'case.submit' },
  input: wantedCase,
  output: value(
    'CasePreview',
    z.object({
      outcome: caseOutcome,
      /** Approved at once when it is submitted. */
      automatic: z.boolean(),
      ruleIds: z.array(z.string()),
      /** For customers one plain sentence, for staff every rule and fact that decided. */
      explanation: LocalText,
      /** The clause behind it; null where no rule speaks. */
      clause: LocalText.nullable(),
      whatWouldChangeIt: texts,
      freightPayer: freightPayer.nullable(),
      currency: z.string(),
      /** Null: a person works it out. */
      refundAmount: minorUnits.nullable(),
      refundLines: z.array(CaseRefundLine),
      /** What may be taken off at the inspection. */
      feeCeiling: CaseFeeCeiling.nullable(),
      refundDueAt: instant().nullable(),
      decisionDueAt: instant(),
      photoRequired: z.boolean(),
      confirmation: z.string(),
    }),
  ),
  run: async (ctx, input) => {
    const { judgement, order, policy, confirmation } = await planCase(ctx, input);
    const { outcome, auto, ruleIds, refundDueAt } = judgement;
    const { explanation, clause, changes } = wordsFor(ctx.actor, judgement);
    return {
      outcome,
      automatic: auto && outcome === 'ALLOW',
      ruleIds: [...ruleIds],
      explanation,
      clause,
      whatWouldChangeIt: [...changes],
      freightPayer: judgement.freightPayer,
      currency: order.amounts.total.currency,
      refundAmount: amountOf(input, judgement),
      refundLines: linesOf(judgement),
      feeCeiling: judgement.feeCeiling,
      refundDueAt,
      decisionDueAt: decisionDeadline(policy, judgement.facts, ctx.now).at,
      photoRequired: NEEDS_PHOTO.includes(input.reason),
      confirmation,
    };
  },
});

const linesOf = ({ refund }: Judgement) =>
  (refund?.lines ?? []).map(({ code, amount, text }) => ({ code, amount, text: { ...text } }));

/** Null only where there should be a refund and the books do not tell it. */
const amountOf = ({ type }: Pick<WantedCase, 'type'>, { refund }: Judgement): number | null =>
  refund ? refund.total : type === 'RETURN_REFUND' || type === 'REFUND_ONLY' ? null : 0;

/** Submits a request that was previewed. What the policy denies is POLICY_DENIED, with rules and reasons. */
export const submitCase = defineAction({
  title: { en: 'Submit an after-sales case', zh: '提交售后申请' },
  allow: { shopper: true, staff: 'case.submit' },
  input: wantedCase.extend({
    confirmation: z.string().min(1).max(100),
    /** When the customer asked, where staff record it afterwards. */
    occurredAt: instant().optional(),
  }),
  output: one(AfterSalesCase),
  run: async (ctx, { confirmation, occurredAt, ...input }) => {
    const planned = await planCase(ctx, input);
    const { judgement } = planned;
    if (needsOverride(judgement) && (!input.exceptionReason || judgement.final))
      return refuse('POLICY_DENIED', denialOf(ctx, judgement));
    if (planned.confirmation !== confirmation) return refuse('CONFLICT', { text: t.orderChanged });
    const asked = askedAt(ctx, occurredAt);
    await checkEvidence(ctx, planned.access.store.id, input);
    const submitted = await insertCase(ctx, { ...input, occurredAt: asked }, planned);
    ctx.reason(input.exceptionReason);
    ctx.emit(caseSubmitted, submitted);
    await startReportTimers(ctx);
    if (judgement.auto && judgement.outcome === 'ALLOW' && !unknownRefund(submitted) && !needsMethod(submitted))
      return approve(ctx, submitted, { approvedBy: 'policy', byRules: submitted.ruleIds });
    await ctx.at(decisionTimer, submitted.decisionDueAt ?? ctx.now, submitted);
    return notify(ctx, submitted);
  },
});

/** Nobody approves a refund without the goods before its amount is known. */
export const unknownRefund = ({ type, refundAmount }: Pick<CaseRow, 'type' | 'refundAmount'>): boolean =>
  type === 'REFUND_ONLY' && refundAmount === null;

function denialOf({ actor }: ActionContext, judgement: Judgement) {
  const { ruleIds, decision } = judgement;
  const { explanation, clause, changes } = wordsFor(actor, judgement);
  const code = (decision as { outputs?: { code?: unknown } }).outputs?.code ?? null;
  return {
    text: quoted(explanation),
    details: {
      code,
      ruleIds,
      clause: clause ?? explanation,
      told: judgement.told.explanation,
      reasons: [{ ruleIds, text: explanation }],
      whatWouldChangeIt: changes,
    },
  };
}

function askedAt({ actor, now }: ActionContext, occurredAt: string | undefined): string {
  if (occurredAt === undefined) return now;
  const wrong = actor.kind === 'shopper' ? t.staffOnly : occurredAt > now ? t.inFuture : undefined;
  return wrong ? refuse('VALIDATION_FAILED', { fields: [{ path: 'occurredAt', text: wrong }] }) : occurredAt;
}

async function checkEvidence(
  ctx: ActionContext,
  storeId: string,
  { evidence, reason, conversationId }: WantedCase,
): Promise<void> {
  if (conversationId) await ctx.get(Conversation, conversationId);
  await checkPhotos(ctx, evidence, { storeId, conversationId });
  if (ctx.actor.kind === 'shopper' && NEEDS_PHOTO.includes(reason) && evidence.length === 0)
    refuse('VALIDATION_FAILED', { fields: [{ path: 'evidence', text: t.addPhoto }] });
}

/** Who bought, as the record F4 names him: nick and the last digits of the phone. */
async function buyerFields(ctx: ActionContext, { customerId, customer }: PlannedCase) {
  const known = await ctx.trusted('facts of the customer').maybe(Customer, customerId);
  return {
    customerName: known?.name || customer.name,
    customerNick: known?.nick ?? '',
    phoneTail: (known?.phone ?? '').replace(/\D/g, '').slice(-4),
  };
}

function caseLines({ items }: WantedCase, { order }: PlannedCase) {
  const lines =
    wantedLines(order, items) ?? refuse('VALIDATION_FAILED', { fields: [{ path: 'items', text: t.notTheseItems }] });
  return lines.map(({ id: lineId, productId, variantId, title, unitPrice }, index) => ({
    lineId,
    productId,
    variantId,
    title: clip(title, 300),
    unitPrice,
    quantity: items[index]?.quantity ?? 1,
    newVariantId: items[index]?.newVariantId ?? null,
  }));
}

/** What the case takes from the plan: also when another solution is offered later. */
export function solutionFields(
  input: WantedCase,
  { judgement, policy, approver, refundMethodId }: PlannedCase,
  now: string,
) {
  const { refund } = judgement;
  return {
    type: input.type,
    outcome: judgement.outcome,
    ruleIds: [...judgement.ruleIds],
    decision: asJson(judgement.decision),
    facts: asJson(judgement.facts),
    explanation: { ...judgement.explanation },
    told: { ...judgement.told.settled },
    clause: judgement.told.clause,
    freightPayer: judgement.freightPayer,
    refundAmount: amountOf(input, judgement),
    refundLines: linesOf(judgement),
    feeCeiling: judgement.feeCeiling,
    refundMethodId,
    refundSplit: (refund?.payments ?? []).map(({ id, amount }) => ({
      methodId: id,
      amount,
      state: 'PENDING' as const,
      tries: 0,
    })),
    refundRecord: asJson(refund?.record ?? {}),
    refundAtFirstScan: judgement.refundAtFirstScan,
    refundDueAt: judgement.refundDueAt,
    compensationAmount: input.compensationAmount,
    compensationFor:
      input.type === 'COMPENSATION' ? (input.compensationFor ?? 'SERVICE') : (input.compensationFor ?? null),
    approverNeeded: approver,
    decisionDueAt: decisionDeadline(policy, judgement.facts, now).at,
  };
}

async function insertCase(
  ctx: ActionContext,
  input: WantedCase & { occurredAt: string },
  planned: PlannedCase,
): Promise<CaseRow> {
  const { access, order, customerId, claims, policy, judgement } = planned;
  const key = { storeId: access.store.id, orderId: order.id };
  const lines = caseLines(input, planned);
  const solution = solutionFields(input, planned, ctx.now);
  const count = claim(ctx, claims, key);
  const number = await freeCaseNumber(ctx, { storeId: key.storeId, orderNumber: order.number, count });
  const submitted = ctx.insert(AfterSalesCase, {
    ...key,
    ...solution,
    dueAt: solution.decisionDueAt,
    ...(await buyerFields(ctx, planned)),
    customerId,
    conversationId: input.conversationId ?? null,
    number,
    orderNumber: order.number,
    orderPlacedAt: order.placedAt,
    lines,
    variantIds: [...new Set(lines.map(({ variantId }) => variantId))],
    reason: input.reason,
    description: input.description,
    faultParty: SELLER_FAULT.includes(input.reason) ? 'SELLER' : 'BUYER',
    evidence: input.evidence,
    currency: order.amounts.total.currency,
    paidAmount: order.amounts.paid.amount,
    onDecisionTimeout: decisionDeadline(policy, judgement.facts, ctx.now).onTimeout,
    exceptionReason: input.exceptionReason ?? null,
    deliveredAt: (judgement.facts['deliveredAt'] as string | null | undefined) ?? null,
    occurredAt: input.occurredAt,
    submittedAt: ctx.now,
    submittedBy: actorKey(ctx.actor),
  });
  const about = {
    ...key,
    subject: CaseSubject.codes.CASE,
    subjectId: submitted.id,
    amount: submitted.refundAmount ?? 0,
    currency: submitted.currency,
  };
  keepDecisions(ctx, about, judgement.facts, judgement.decisions, policy);
  noteStep(ctx, submitted, 'submit', { from: null, note: input.exceptionReason });
  return submitted;
}
