/**
 * @module What the policy says of a request, and what it is worth: asked before a case exists and stored with it.
 */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { decide, decideReturn, refundRulesOf, RefundInvalid, workOutRefund, type Facts, type Policy, type Refund, type ReturnDecision, type StoreSetting } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import { orderFacts, type OrderQuestion, type WantedItem } from '../orders/facts.ts';
import { AfterSalesCase, type CaseType } from './entities.ts';
import { CLAIMING_STATES } from './machine.ts';
import { refundOrderOf } from './refund-order.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

export interface CaseQuestion extends OrderQuestion {
  readonly type: CaseType;
  readonly reason: string;
  readonly items: readonly WantedItem[];
  readonly stated: Facts;
}

export interface Judgement {
  readonly eligible: boolean;
  readonly review: boolean;
  readonly auto: boolean;
  readonly ruleIds: readonly string[];
  readonly freightPayer: CaseRow['freightPayer'];
  readonly refundDueAt: string | null;
  readonly explanation: { zh: string; en: string };
  readonly changes: readonly { zh: string; en: string }[];
  readonly decision: unknown;
  readonly refund: Refund | undefined;
}

const REMEDIES: Record<CaseType, string> = {
  REFUND_ONLY: 'REFUND_ONLY', RETURN_REFUND: 'RETURN', EXCHANGE: 'EXCHANGE', REPAIR: 'REPAIR', RESHIP: 'RESHIP', COMPENSATION: 'RETURN', USAGE_HELP: 'RETURN',
};
const PAYERS = ['BUYER', 'SELLER', 'SPLIT', 'FAULT_PARTY', 'CONTRACT'] as const;

/** Facts for the return tables. The customer's reason is his claim; it is written down as he made it. */
function caseFacts(question: CaseQuestion): Facts {
  const { stated, reason, type } = question;
  const remedy = REMEDIES[type] === 'RESHIP' ? 'EXCHANGE' : REMEDIES[type];
  return { ...orderFacts(question), reason, remedy, wanted: REMEDIES[type], ...stated };
}

/** Judges a request by the store's policy. */
export function judge(question: CaseQuestion, policy: Policy, setting: StoreSetting, earlier: readonly CaseRow[]): Judgement {
  const facts = caseFacts(question);
  const returned = decideReturn(policy, facts, setting);
  const exchange = question.type === 'EXCHANGE' ? decide(policy, 'EXCHANGE', facts, setting) : undefined;
  const refusedSwap = exchange !== undefined && exchange.outcome !== 'ALLOW';
  const free = question.type === 'USAGE_HELP' || question.type === 'COMPENSATION';
  const payer = PAYERS.find((known) => known === returned.freightPayer) ?? null;
  return {
    eligible: free || (returned.eligible && !refusedSwap),
    review: !refusedSwap && returned.review,
    auto: returned.autoApprove && !refusedSwap,
    ruleIds: [...new Set([...(refusedSwap ? [] : returned.ruleIds), ...(exchange?.ruleIds ?? [])])],
    freightPayer: payer,
    refundDueAt: returned.refundDueBy,
    explanation: refusedSwap ? { ...exchange.clause } : { ...returned.explanation },
    changes: (refusedSwap ? exchange.whatWouldChangeIt : returned.whatWouldChangeIt).map(({ text }) => ({ ...text })),
    decision: refusedSwap ? exchange : returned,
    refund: refundOf(question, returned, earlier),
  };
}

function refundOf({ order, type, items }: CaseQuestion, decision: ReturnDecision, earlier: readonly CaseRow[]): Refund | undefined {
  if (type !== 'RETURN_REFUND' && type !== 'REFUND_ONLY') return undefined;
  const lines = items.map(({ lineId, quantity }) => ({ lineId, quantity }));
  try {
    return workOutRefund(refundOrderOf(order, earlier), { lines, feePct: decision.feeIsCeiling ? 0 : decision.feePct }, refundRulesOf(decision.parts.refundRule));
  } catch (error) {
    // The shop's books do not add up (a payment changed by hand): a person works the refund out.
    if (error instanceof RefundInvalid && error.problems.every(({ code }) => code === 'PAYMENTS_MISMATCH')) return undefined;
    throw error;
  }
}

/** Cases of an order that still claim goods of it. */
export const claimingCases = (ctx: ReadContext, storeId: string, orderId: string) =>
  ctx.desk.find(AfterSalesCase, { where: { storeId, orderId, state: { in: CLAIMING_STATES } }, limit: 100 });

/** Refuses goods that the order does not hold any more: never more back than was bought, over all cases. */
export function checkQuantities(order: ShopOrder, items: readonly WantedItem[], earlier: readonly CaseRow[]): void {
  const claimed = new Map<string, number>();
  for (const { lineId, quantity } of earlier.flatMap(({ lines }) => lines)) claimed.set(lineId, (claimed.get(lineId) ?? 0) + quantity);
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of items) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  for (const [lineId, quantity] of wanted) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) continue;
    const left = line.quantity - (claimed.get(lineId) ?? 0);
    if (quantity > left) refuse('VALIDATION_FAILED', { fields: [{ path: 'items', message: `Only ${left} of “${line.title}” left.` }], details: { lineId, left } });
  }
}
