/**
 * @module What the desk would do next with a case, and why: what the policy said of it, what the inspection found, and
 * what the shop answered. Whose turn it is not is given no advice.
 */
import type { Said } from '../../kernel/said.ts';
import type { Advice } from '../../kernel/work.ts';
import { adviceTexts as t } from './advice-texts.ts';
import { apologyDue, needsOverride } from './codes.ts';
import type { CaseState } from './machine.ts';

/** The fields of a case on which it depends. */
type Advised = Parameters<typeof needsOverride>[0] &
  Parameters<typeof apologyDue>[0] & {
    readonly state: CaseState;
    readonly ruleIds: readonly string[];
    readonly refundAmount: number | null;
    readonly handlerId: string | null;
    readonly shopState: string;
    readonly inspectionAcceptedAt: string | null;
    readonly outboundWaybill: string | null;
  };

const one = (action: string, because: Said): readonly Advice[] => [{ action, because }];
const NONE: readonly Advice[] = [];

/** A request that nobody has decided yet. */
function decide(row: Advised): readonly Advice[] {
  const rules = row.ruleIds.join(', ');
  if (row.refundAmount === null) return one('setRefundAmount', t.workOutFirst);
  if (row.outcome === 'ALLOW') return one('approveCase', rules ? t.grantedBy({ rules }) : t.granted);
  if (needsOverride(row)) return one('rejectCase', rules ? t.refusedBy({ rules }) : t.refused);
  if (row.state === 'REQUESTED' && !row.handlerId) return one('takeUpCase', t.leftToPerson);
  return one('approveCase', apologyDue(row) ? t.weighAndApologise : t.weigh);
}

const BY_STATE: Partial<Record<CaseState, (row: Advised) => readonly Advice[]>> = {
  REQUESTED: decide,
  UNDER_REVIEW: decide,
  APPROVED: ({ shopState }) => (shopState === 'REFUSED' ? one('proceedCase', t.shopRefusedStep) : NONE),
  IN_TRANSIT: () => one('receiveReturn', t.goodsOnTheWay),
  RECEIVED: () => one('inspectReturn', t.goodsAreHere),
  INSPECTED_PASS: () => one('settleReturn', t.passed),
  INSPECTED_PARTIAL: ({ inspectionAcceptedAt }) =>
    inspectionAcceptedAt ? one('settleReturn', t.inPartAccepted) : NONE,
  INSPECTED_FAIL: () => one('refuseReturn', t.failed),
  REFUND_PENDING: ({ shopState }) => one(...pending(shopState)),
  RESHIPPING: ({ outboundWaybill: waybill }) => sent(waybill),
  REPAIRING: ({ outboundWaybill: waybill }) => sent(waybill),
  DISPUTED: () => one('decideCaseDispute', t.disputed),
};

const pending = (shopState: string): [string, Said] =>
  shopState === 'REFUSED' ? ['retryRefund', t.refundWasRefused] : ['confirmRefund', t.refundUnconfirmed];

const sent = (waybill: string | null): readonly Advice[] =>
  waybill ? one('completeCase', t.underWay({ waybill })) : one('noteReplacement', t.toSend);

export const adviceOn = (row: Advised): readonly Advice[] => BY_STATE[row.state]?.(row) ?? NONE;
