/**
 * @module From the policy's answer to the rules the calculation follows.
 */
import type { Decision } from '../decide.ts';
import type { RefundRules } from './order.ts';

function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((one) => one === value) ?? fallback;
}

/** Reads a REFUND_RULE decision; where the policy is silent the buyer's side is taken. */
export function refundRulesOf({ outputs }: Decision, split: RefundRules['split'] = 'PROPORTIONAL'): RefundRules {
  return {
    basis: oneOf(outputs['basis'], ['RESETTLE', 'SHARE'], 'SHARE'),
    clawBackFreight: outputs['clawBackFreight'] === true,
    outboundFreight: oneOf(outputs['outboundFreight'], ['KEPT', 'WITH_ALL_GOODS', 'REFUNDED'], 'WITH_ALL_GOODS'),
    split,
  };
}
