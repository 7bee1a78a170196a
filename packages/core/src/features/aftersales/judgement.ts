/**
 * @module What the policy says of a request and what it is worth: asked before a case exists, and stored with it. Goods
 * of different return terms in one request are judged apart; the request is granted when all of them are.
 */
import type { RowOf } from '../../kernel/entity.ts';
import {
  explainDecision,
  joinTexts,
  refundRulesOf,
  RefundInvalid,
  sentences,
  toldOf,
  workOutRefund,
  type Decision,
  type Facts,
  type Refund,
  type RefundOrder,
  type ReturnDecision,
  type Saying,
  type Telling,
} from '../../policies/index.ts';
import { percentOf } from '../../policies/refund/allocate.ts';
import { benefitsUnknown, orderFacts, partUnderWay, type OrderQuestion, type WantedItem } from '../orders/index.ts';
import { ask, askReturn, speaksOn, timesTold, type StorePolicy } from '../policies/index.ts';
import { SELLER_FAULT, type CaseReason, type CaseType } from './codes.ts';
import { freightPayer, type AfterSalesCase, type CaseFeeCeiling } from './entities.ts';
import { ceilingText } from './fee-ceiling.ts';
import { NO_PRAISE } from './praise.ts';
import { refundOrderOf } from './refund-order.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type Text = { readonly zh: string; readonly en: string };

export interface CaseQuestion extends OrderQuestion {
  readonly type: CaseType;
  readonly reason: CaseReason;
  readonly items: readonly WantedItem[];
  /** What the customer says of the goods, and the region of the store. */
  readonly stated: Facts;
  /** What the desk knows of a line's goods: return class, confirmation at the purchase, earlier repairs. */
  readonly factsOfLine: (lineId: string) => Facts;
  readonly compensationFor: CaseRow['compensationFor'];
  /** Minor units that are paid on top of a refund, or alone. */
  readonly compensationAmount: number;
  /** What is said of the request reads as money for praise. */
  readonly paidPraise: boolean;
  /** A gift card that was chosen for the refund and did not pay. */
  readonly refundTo?: { readonly id: string; readonly title: Text } | undefined;
}

/** What somebody reads about a judgement. */
interface JudgementWords {
  readonly explanation: Text;
  /** The clause behind it; null where no rule speaks. */
  readonly clause: Text | null;
  readonly changes: readonly Text[];
}

/**
 * What a customer reads: one sentence and the clause behind it, without facts and rule numbers. Of what would change
 * the answer only the time: nobody is told a state of the goods that they could bring about, or say falsely.
 */
export interface Told extends JudgementWords {
  /** The same once it was asked for in time: without the time to ask by. */
  readonly settled: Text;
}

/** The words about a judgement for whoever asks. */
export const wordsFor = (
  { kind }: { readonly kind: string },
  { told, explanation, changes }: Judgement,
): JudgementWords => (kind === 'shopper' ? told : { explanation, clause: told.clause, changes });

const OTHER_SOLUTION: Text = {
  zh: '按您选择的原因，不能这样办理；请选择其他方式。',
  en: 'This is not available for the reason that you chose. Please choose another solution.',
};

export interface Judgement {
  readonly outcome: 'ALLOW' | 'REVIEW' | 'DENY';
  /** A refusal that no exception lifts. */
  readonly final: boolean;
  readonly auto: boolean;
  readonly ruleIds: readonly string[];
  readonly freightPayer: CaseRow['freightPayer'];
  readonly refundDueAt: string | null;
  readonly feeCeiling: CaseFeeCeiling | null;
  readonly refundAtFirstScan: boolean;
  readonly explanation: Text;
  readonly changes: readonly Text[];
  /** The same for the customer. */
  readonly told: Told;
  /** The decision to keep with the case: the one that stands in the way, or the first. */
  readonly decision: unknown;
  readonly facts: Facts;
  readonly decisions: readonly Decision[];
  readonly refund: Refund | undefined;
}

/** By what the pack's remedies a solution is granted, the first it knows. */
const REMEDIES: Record<CaseType, readonly string[]> = {
  REFUND_ONLY: ['REFUND_ONLY'],
  RETURN_REFUND: ['RETURN'],
  EXCHANGE: ['EXCHANGE'],
  REPAIR: ['REPAIR'],
  RESHIP: ['RESHIP', 'EXCHANGE'],
  COMPENSATION: [],
  USAGE_HELP: [],
};
/** The return tables know four remedies; a re-shipment is an exchange without goods coming back. */
const TABLE_REMEDY: Partial<Record<CaseType, string>> = {
  EXCHANGE: 'EXCHANGE',
  REPAIR: 'REPAIR',
  REFUND_ONLY: 'REFUND_ONLY',
  RESHIP: 'EXCHANGE',
};

interface Group {
  readonly facts: Facts;
  readonly lineIds: readonly string[];
  readonly decision: ReturnDecision;
  readonly outcome: Judgement['outcome'];
}

/** Facts for the return tables. The customer's reason is his claim; it is written down as he made it. */
const caseFacts = (question: CaseQuestion): Facts => ({
  ...orderFacts(question),
  reason: question.reason,
  remedy: TABLE_REMEDY[question.type] ?? 'RETURN',
  ...question.stated,
});

function groupsOf(question: CaseQuestion, policy: StorePolicy): Group[] {
  const common = caseFacts(question);
  const byFacts = new Map<string, { facts: Facts; lineIds: string[] }>();
  for (const { lineId } of question.items) {
    const own = question.factsOfLine(lineId);
    const key = JSON.stringify(own);
    const group = byFacts.get(key) ?? { facts: { ...common, ...own }, lineIds: [] };
    group.lineIds.push(lineId);
    byFacts.set(key, group);
  }
  return [...byFacts.values()].map((group) => ({ ...group, ...judged(question, policy, group.facts) }));
}

function judged(
  { type, reason }: CaseQuestion,
  policy: StorePolicy,
  facts: Facts,
): Pick<Group, 'decision' | 'outcome'> {
  const [first = '', ...others] = REMEDIES[type];
  let decision = askReturn(policy, { ...facts, wanted: first });
  for (const wanted of others)
    if (!decision.eligible && !decision.review) decision = askReturn(policy, { ...facts, wanted });
  const outcome = decision.eligible
    ? 'ALLOW'
    : decision.review || discretion(type, reason, decision)
      ? 'REVIEW'
      : 'DENY';
  return { decision, outcome };
}

/**
 * A refund without the goods is for a person to grant, within his limit (2.7-12), where the seller is at fault and the
 * goods could come back.
 */
const discretion = (type: CaseType, reason: CaseReason, { remedies }: ReturnDecision): boolean =>
  type === 'REFUND_ONLY' && SELLER_FAULT.includes(reason) && remedies.includes('RETURN');

/** Judges a request by the store's policy. */
export function judge(question: CaseQuestion, policy: StorePolicy, earlier: readonly CaseRow[]): Judgement {
  if (question.type === 'USAGE_HELP') return free(question);
  const extra = question.type === 'COMPENSATION' || question.compensationAmount > 0 || question.paidPraise;
  const payment = extra ? compensated(question, policy, earlier) : undefined;
  if (payment && (question.type === 'COMPENSATION' || payment.outcome === 'DENY')) return payment;
  const groups = groupsOf(question, policy);
  const swap = question.type === 'EXCHANGE' ? ask(policy, 'EXCHANGE', caseFacts(question)) : undefined;
  const saying = { zone: policy.setting.zone, now: question.now };
  return together(question, groups, { swap, earlier, saying });
}

function together(
  question: CaseQuestion,
  groups: readonly Group[],
  { swap, earlier, saying }: { swap: Decision | undefined; earlier: readonly CaseRow[]; saying: Saying },
): Judgement {
  const refusedSwap = swap && swap.outcome !== 'ALLOW' ? swap : undefined;
  const worst =
    groups.find(({ outcome }) => outcome === 'DENY') ??
    groups.find(({ outcome }) => outcome === 'REVIEW') ??
    (groups[0] as Group);
  const stands = worst.outcome === 'ALLOW' && refusedSwap;
  // Whether the new item can be had decides nothing where the goods may not come back.
  const counted = worst.outcome === 'DENY' ? undefined : swap;
  const returned = groups.flatMap(({ decision }) => decision.ruleIds);
  const refund = refundOf(question, groups, earlier);
  const feeCeiling = ceilingOf(question, groups, refund);
  const byHand =
    worst.outcome !== 'DENY' && !refund && partOnly(question, groups, refundOrderOf(question.order, earlier));
  const dues = groups.flatMap(({ decision }) => decision.refundDueBy ?? []).toSorted();
  const open = [...(worst.outcome === 'DENY' ? [] : notBegun(question, groups)), ...(byHand ? [BY_HAND] : [])];
  const otherOnly = worst.outcome === 'DENY' && worst.decision.remedies.length > 0;
  return {
    told: stands
      ? toldSwap(stands, saying)
      : toldReturn(question, worst, { open, saying, refused: otherOnly ? OTHER_SOLUTION : undefined }),
    outcome: stands ? 'DENY' : worst.outcome,
    final: false,
    // Goods that are not there yet are stopped or sent back by a person.
    auto:
      !stands && !byHand && groups.every(({ decision, facts }) => decision.autoApprove && facts['underWay'] !== true),
    ruleIds: [...new Set([...(stands ? [] : returned), ...(counted?.ruleIds ?? [])])],
    freightPayer: freightPayer.options.find((known) => known === worst.decision.freightPayer) ?? null,
    refundDueAt: dues[0] ?? null,
    feeCeiling,
    // What the inspection may take off is not paid before it.
    refundAtFirstScan:
      !feeCeiling &&
      groups.every(({ decision }) => decision.parts.refundTiming.dues.some(({ span }) => span.from === 'firstScanAt')),
    explanation: stands
      ? explainDecision(stands)
      : joinTexts([...open, worst.decision.explanation, ...(counted ? [explainDecision(counted)] : [])]),
    changes: (stands ? stands.whatWouldChangeIt : worst.decision.whatWouldChangeIt).map(({ text }) => ({ ...text })),
    decision: stands ?? worst.decision,
    facts: worst.facts,
    decisions: [...groups.map(({ decision }) => decision.parts.eligibility), ...(swap ? [swap] : [])],
    refund,
  };
}

const toldSwap = (swap: Decision, saying: Saying): Told => {
  const { sentence, clause } = toldOf(swap, { saying });
  return {
    explanation: sentence,
    settled: sentence,
    clause,
    changes: timesTold(swap.whatWouldChangeIt, saying),
  };
};

/** A request that is refused though another would be granted is told so, without a clause of that other. */
function toldReturn(
  { type }: CaseQuestion,
  { decision, outcome }: Group,
  { open, saying, refused }: { open: readonly Text[]; saying: Saying; refused: Text | undefined },
): Told {
  const { eligibility } = decision.parts;
  const [remedy = ''] = REMEDIES[type];
  const about: Telling = { remedy, grantedBy: REMEDIES[type], outcome, freightPayer: decision.freightPayer };
  const tell = (telling: Telling) => refused ?? toldOf(eligibility, telling).sentence;
  const explanation = sentences([...open, tell({ ...about, saying })]);
  return {
    explanation,
    settled: outcome === 'DENY' ? explanation : sentences([...open, tell(about)]),
    clause: refused ? null : toldOf(eligibility, about).clause,
    changes: timesTold(refused ? [] : decision.whatWouldChangeIt, saying),
  };
}

const BY_HAND: Text = {
  zh: '店铺无法说明订单优惠或包邮的规则，退款金额由客服核定',
  en: 'the shop cannot say by which rules the benefits of this order were given, so a person works out the refund',
};

/** Why nobody is late yet, where a part of the order has not arrived. */
function notBegun({ order }: CaseQuestion, groups: readonly Group[]): Text[] {
  if (groups.some(({ facts }) => facts['underWay'] === true))
    return [
      {
        zh: '商品仍在途中，退换期限尚未开始，由客服处理',
        en: 'the goods are still on their way, so the time to return them has not begun; an agent takes care of it',
      },
    ];
  return partUnderWay(order)
    ? [
        {
          zh: '订单中另有包裹在途，退换期限自最后一个包裹签收起算',
          en: 'another parcel of the order is still on its way: the time to return begins with the last one',
        },
      ]
    : [];
}

const NO_MONEY = {
  refundDueAt: null,
  feeCeiling: null,
  refundAtFirstScan: false,
  freightPayer: null,
  refund: undefined,
  changes: [],
} as const;

function free(question: CaseQuestion): Judgement {
  const explanation = { zh: '使用问题由客服解答。', en: 'A question of use is answered by an agent.' };
  return {
    outcome: 'ALLOW',
    final: false,
    auto: false,
    ruleIds: [],
    explanation,
    told: { explanation, settled: explanation, clause: null, changes: [] },
    decision: {},
    facts: caseFacts(question),
    decisions: [],
    ...NO_MONEY,
  };
}

/** One compensation per item (2.7-13), for a founded cause, and never for praise (CN-20), whatever the pack says. */
function compensated(question: CaseQuestion, policy: StorePolicy, earlier: readonly CaseRow[]): Judgement {
  const before = earlier
    .filter(({ type, compensationAmount }) => type === 'COMPENSATION' || compensationAmount > 0)
    .flatMap(({ lines }) => lines.map(({ lineId }) => lineId));
  const itemCompensated = question.items.some(({ lineId }) => before.includes(lineId));
  const cause = question.paidPraise ? 'GOOD_REVIEW' : (question.compensationFor ?? 'SERVICE');
  const facts = { ...caseFacts(question), compensationFor: cause, itemCompensated };
  const decision = ask(policy, 'COMPENSATION', facts);
  const granted = !question.paidPraise && (decision.outcome === 'ALLOW' || decision.outcome === 'REVIEW');
  const outcome = granted ? (decision.outcome as 'ALLOW' | 'REVIEW') : 'DENY';
  if (question.paidPraise && (decision.outcome !== 'DENY' || decision.ruleIds.length === 0))
    return {
      ...NO_MONEY,
      outcome,
      final: true,
      auto: false,
      ruleIds: ['CN-20'],
      explanation: NO_PRAISE,
      told: { explanation: NO_PRAISE, settled: NO_PRAISE, clause: null, changes: [] },
      decision,
      facts,
      decisions: [decision],
    };
  const saying = { zone: policy.setting.zone, now: question.now };
  const changes = decision.whatWouldChangeIt.map(({ text }) => ({ ...text }));
  const { sentence, clause } = toldOf(decision, { saying });
  const told = {
    explanation: sentence,
    settled: sentence,
    clause,
    changes: timesTold(decision.whatWouldChangeIt, saying),
  };
  return {
    ...NO_MONEY,
    outcome,
    final: question.paidPraise,
    auto: false,
    ruleIds: decision.ruleIds,
    explanation: { ...decision.clause },
    changes,
    told,
    decision,
    facts,
    decisions: [decision],
  };
}

const REFUNDS: readonly CaseType[] = ['RETURN_REFUND', 'REFUND_ONLY'];

/**
 * The refund; undefined where the shop's books do not add up (a payment changed by hand) or its benefits cannot be
 * explained, and a person works it out.
 */
function refundOf(question: CaseQuestion, groups: readonly Group[], earlier: readonly CaseRow[]): Refund | undefined {
  const { order, type, items, refundTo } = question;
  if (!REFUNDS.includes(type)) return undefined;
  if (items.some(({ lineId }) => !order.lines.some(({ id }) => id === lineId))) return undefined;
  const lines = items.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const rules = refundRulesOf((groups[0] as Group).decision.parts.refundRule);
  const request = { lines, ...(refundTo ? { refundTo } : {}) };
  const books = refundOrderOf(order, earlier);
  if (partOnly(question, groups, books)) return undefined;
  try {
    return workOutRefund(books, { ...request, ...feesOf(groups, () => workOutRefund(books, request, rules)) }, rules);
  } catch (error) {
    if (error instanceof RefundInvalid) return undefined;
    throw error;
  }
}

/**
 * Whether a part goes back of an order whose benefits the shop cannot explain: what is kept has no price of its own
 * then.
 */
function partOnly(
  { order, items, type }: CaseQuestion,
  groups: readonly Group[],
  { lines, earlier }: RefundOrder,
): boolean {
  if (!REFUNDS.includes(type) || !benefitsUnknown(order) || basisOf(groups) === 'SHARE') return false;
  const gone = [...earlier.flatMap((record) => record.lines), ...items].reduce(
    (sum, { quantity }) => sum + quantity,
    0,
  );
  return gone < lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

const basisOf = (groups: readonly Group[]) => refundRulesOf((groups[0] as Group).decision.parts.refundRule).basis;

/** What the inspection may take off of goods whose fee is a ceiling. */
function ceilingOf(
  { type, order }: CaseQuestion,
  groups: readonly Group[],
  refund: Refund | undefined,
): CaseFeeCeiling | null {
  const limited = groups.filter(({ decision: { feeIsCeiling, feePct } }) => feeIsCeiling && feePct > 0);
  if (type !== 'RETURN_REFUND' || limited.length === 0) return null;
  const credit = new Map(refund?.goods.map(({ lineId, amount }) => [lineId, amount]));
  const most = limited.reduce(
    (sum, { decision: { feePct }, lineIds }) =>
      sum +
      percentOf(
        lineIds.reduce((of, lineId) => of + (credit.get(lineId) ?? 0), 0),
        feePct,
      ),
    0,
  );
  const pct = Math.max(...limited.map(({ decision: { feePct } }) => feePct));
  const { currency } = order.amounts.total;
  return ceilingText({
    pct,
    amount: refund ? Math.min(most, refund.total) : null,
    refund: refund?.total ?? null,
    currency,
  });
}

/**
 * A fee that is a ceiling is set at the inspection, by the state of the goods. Different fees are taken from the goods
 * they are for.
 */
function feesOf(groups: readonly Group[], without: () => Refund) {
  const fees = groups.map(({ decision: { feePct, feeIsCeiling }, lineIds }) => ({
    feePct: feeIsCeiling ? 0 : feePct,
    lineIds,
  }));
  const [first] = fees;
  if (fees.every(({ feePct }) => feePct === first?.feePct)) return { feePct: first?.feePct ?? 0 };
  const credit = new Map(without().goods.map(({ lineId, amount }) => [lineId, amount]));
  const deductions = fees
    .filter(({ feePct }) => feePct > 0)
    .map(({ feePct, lineIds }) => ({
      title: { zh: `退货扣费 ${feePct}%`, en: `return fee of ${feePct} %` },
      amount: lineIds.reduce((sum, lineId) => sum + percentOf(credit.get(lineId) ?? 0, feePct), 0),
    }));
  return { deductions };
}

/** Whether a policy asks somebody above for an exception. */
export const overrideDenied = (policy: StorePolicy, roles: readonly string[], reason: string): Decision | undefined => {
  if (!speaksOn(policy.policy, 'OVERRIDE')) return undefined;
  const role = roles.includes('MG') ? 'MG' : roles.includes('SV') ? 'SV' : roles.includes('TL') ? 'TL' : 'AGENT';
  const decision = ask(policy, 'OVERRIDE', { overrideOf: 'RETURN', role, reasonGiven: reason !== '' });
  return decision.outcome === 'ALLOW' ? undefined : decision;
};
