/** @module How the refund of a case is divided among methods of payment. */
import { paysOnApproval, settlement } from './codes.ts';
import type { RefundPart } from './pay-effect.ts';
import type { CaseRow } from './plan.ts';

/** Everything a case pays: the refund's parts, and a compensation by the method that the refund goes to. */
export function refundParts(
  row: Pick<CaseRow, 'refundAmount' | 'refundMethodId' | 'compensationAmount'> & {
    readonly refundSplit: readonly RefundPart[];
  },
): readonly RefundPart[] {
  const { refundSplit, refundAmount, refundMethodId, compensationAmount } = row;
  const known = refundSplit.reduce((sum, { amount }) => sum + amount, 0);
  const rest = (refundAmount ?? 0) + compensationAmount - known;
  if (rest <= 0) return refundSplit;
  const methodId = refundMethodId ?? '';
  const same = refundSplit.find((part) => part.methodId === methodId && part.state === 'PENDING');
  if (same) return refundSplit.map((part) => (part === same ? { ...part, amount: part.amount + rest } : part));
  return [...refundSplit, { methodId, amount: rest, state: 'PENDING', tries: 0 }];
}

/** What whoever takes an action has chosen, as far as the money depends on it. */
export interface PaidBy {
  /** The method that the money goes to, where nobody said it before. */
  readonly paymentMethodId?: string | undefined;
  /** A refund instead of the goods that the inspection earned. */
  readonly instead?: unknown;
  /** The decision on a dispute. */
  readonly outcome?: string | undefined;
}

type Paying = Parameters<typeof refundParts>[0] & Pick<CaseRow, 'type' | 'state' | 'refundAtFirstScan' | 'firstScanAt'>;

/** The actions after which money leaves at once, and when they are such. */
const PAYING: Readonly<Record<string, (row: Paying, chosen: PaidBy) => boolean>> = {
  approveCase: paysOnApproval,
  noteFirstScan: ({ type, refundAtFirstScan, firstScanAt }) =>
    refundAtFirstScan && !firstScanAt && type === 'RETURN_REFUND',
  settleReturn: (row, { instead }) => Boolean(instead) || ['refund', 'agree'].includes(settlement(row)),
  decideCaseDispute: (_row, { outcome }) => outcome === 'REFUND',
};

/**
 * What an action on a case pays in the moment it is taken, part by part; nothing where it pays later or never, or where
 * the amount is worked out only then.
 */
export function paidAtOnce(action: string, row: Paying, chosen: PaidBy = {}): readonly RefundPart[] {
  const { paymentMethodId = '' } = chosen;
  if (action === 'retryRefund')
    return row.refundSplit
      .filter(({ state }) => state !== 'PAID')
      .map((part) => (part.state === 'REFUSED' && paymentMethodId ? { ...part, methodId: paymentMethodId } : part));
  if (row.refundAmount === null || !PAYING[action]?.(row, chosen)) return [];
  const parts = refundParts({ ...row, refundMethodId: row.refundMethodId ?? paymentMethodId });
  return parts.filter(({ state, amount }) => state === 'PENDING' && amount > 0);
}

/** When the money leaves that an action promises; null: it promises none. */
export function paidWhen(action: string, row: Paying): 'NOW' | 'FIRST_SCAN' | 'INSPECTION' | null {
  if (action !== 'approveCase') return null;
  if ((row.refundAmount ?? 0) === 0 && refundParts(row).length === 0) return null;
  if (paysOnApproval(row)) return 'NOW';
  if (row.type !== 'RETURN_REFUND') return null;
  return row.refundAtFirstScan ? 'FIRST_SCAN' : 'INSPECTION';
}
