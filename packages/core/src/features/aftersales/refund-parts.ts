/** @module How the refund of a case is divided among methods of payment. */
import { paysOnApproval } from './codes.ts';
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

/**
 * What an action on a case pays in the moment it is taken, part by part; nothing where it pays later or never.
 *
 * @param chosenMethodId - The method that whoever takes it has chosen, where nobody said it before.
 */
export function paidAtOnce(
  action: string,
  row: Parameters<typeof refundParts>[0] & Pick<CaseRow, 'type'>,
  chosenMethodId = '',
): readonly RefundPart[] {
  if (action !== 'approveCase' || !paysOnApproval(row) || row.refundAmount === null) return [];
  const parts = refundParts({ ...row, refundMethodId: row.refundMethodId ?? chosenMethodId });
  return parts.filter(({ state, amount }) => state === 'PENDING' && amount > 0);
}
