/**
 * @module The whole answer to "may I give this back": eligibility, freight, fee, refund calculation and refund time
 * together.
 */
import { decide, type Decision, type DecideOptions } from './decide.ts';
import type { Facts, StoreSetting } from './facts.ts';
import type { Policy } from './policy.ts';
import type { Change } from './change.ts';
import { joinTexts, type Text } from './text.ts';

/** The decision on a return (5.0), with the decisions it is made of. */
export interface ReturnDecision {
  readonly eligible: boolean;
  /** A person must decide. */
  readonly review: boolean;
  readonly ruleIds: readonly string[];
  readonly remedies: readonly string[];
  readonly autoApprove: boolean;
  readonly freightPayer: string | null;
  readonly feePct: number;
  /** The fee may be anything up to `feePct`, by the state of the goods. */
  readonly feeIsCeiling: boolean;
  /** ISO; null while the event it counts from has not happened. */
  readonly refundDueBy: string | null;
  readonly explanation: Text;
  readonly clause: Text;
  readonly whatWouldChangeIt: readonly Change[];
  readonly parts: {
    readonly eligibility: Decision;
    readonly freight: Decision;
    readonly fee: Decision;
    readonly refundRule: Decision;
    readonly refundTiming: Decision;
  };
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const reasonsOf = ({ reasons }: Decision): Text[] => reasons.map(({ ruleIds, text }) => prefix(ruleIds, text));

/** Why a decision is as it is, each reason behind the ids of its rules: for staff. */
export const explainDecision = (decision: Decision): Text => joinTexts(reasonsOf(decision));

function explain(eligibility: Decision, freight: Decision, timing: Decision): Text {
  const reasons = reasonsOf(eligibility);
  if (eligibility.outcome === 'DENY') return joinTexts(reasons);
  const freightText = freight.rules[0]?.clause;
  const due = timing.dues[0]?.text;
  const refund: Text[] = due ? [{ zh: `退款时限：${due.zh}`, en: `refund ${due.en}` }] : [];
  return joinTexts([...reasons, ...(freightText ? [freightText] : []), ...refund], { zh: '；', en: '; ' });
}

function prefix(ruleIds: readonly string[], text: Text): Text {
  const ids = ruleIds.join(', ');
  return ids ? { zh: `[${ids}] ${text.zh}`, en: `[${ids}] ${text.en}` } : text;
}

const OTHER_REMEDIES = {
  zh: '不能按所选方式处理，可选其他方案',
  en: 'not in the way that was asked; other remedies are open',
};

/**
 * Decides a return. `facts.wanted` may name the remedy the customer asks for. Throws {@link FactsInvalid}.
 */
export function decideReturn(
  policy: Policy,
  facts: Facts,
  store: StoreSetting,
  options: DecideOptions = {},
): ReturnDecision {
  const eligibility = decide(policy, 'RETURN', facts, store, options);
  const freight = decide(policy, 'FREIGHT', facts, store, options);
  const fee = decide(policy, 'RETURN_FEE', facts, store, options);
  const refundRule = decide(policy, 'REFUND_RULE', facts, store, options);
  const refundTiming = decide(policy, 'REFUND_TIMING', facts, store, options);
  const remedies = eligibility.outcome === 'DENY' ? [] : listed(eligibility.outputs['remedies']);
  const wanted = facts['wanted'];
  const otherOnly = remedies.length > 0 && typeof wanted === 'string' && !remedies.includes(wanted);
  const explanation = explain(eligibility, freight, refundTiming);
  return {
    eligible: eligibility.outcome === 'ALLOW' && !otherOnly,
    review: eligibility.outcome === 'REVIEW' && !otherOnly,
    ruleIds: eligibility.ruleIds,
    remedies,
    autoApprove: eligibility.outputs['auto'] === true && !otherOnly,
    freightPayer: typeof freight.outputs['payer'] === 'string' ? freight.outputs['payer'] : null,
    feePct: Number(fee.outputs['feePct'] ?? 0),
    feeIsCeiling: fee.outputs['feeIsCeiling'] === true,
    refundDueBy: refundTiming.dues.find((due) => due.at !== null)?.at ?? null,
    explanation: otherOnly ? joinTexts([OTHER_REMEDIES, explanation]) : explanation,
    clause: eligibility.clause,
    whatWouldChangeIt: eligibility.whatWouldChangeIt,
    parts: { eligibility, freight, fee, refundRule, refundTiming },
  };
}
