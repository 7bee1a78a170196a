/**
 * @module A fee that is a ceiling: how much the inspection may take off by the state of the goods. The customer reads
 * it before they confirm, and it bounds what is taken. Where the seller is at fault nothing is taken.
 */
import { formatMoney } from '../../kernel/currency.ts';
import { percentOf } from '../../policies/refund/allocate.ts';
import { askReturn, type StorePolicy } from '../policies/index.ts';
import { SELLER_FAULT } from './codes.ts';
import { type CaseFeeCeiling } from './entities.ts';
import { factsNow } from './instants.ts';
import type { CaseRow } from './plan.ts';

/** Minor units; `refund` is what would be paid if nothing were taken off. Null amounts are still to be worked out. */
interface Ceiling {
  readonly pct: number;
  readonly amount: number | null;
  readonly refund: number | null;
  readonly currency: string;
}

/** The ceiling with its words. */
export function ceilingText({ pct, amount, refund, currency }: Ceiling): CaseFeeCeiling {
  const upTo = {
    zh: `验货后可能按商品状况扣费，最高 ${pct}%`,
    en: `After the inspection up to ${pct} % may be taken off for the state of the goods`,
  };
  if (amount === null || refund === null) return { pct, amount, text: upTo };
  const say = (value: number, locale: 'zh-CN' | 'en') => formatMoney({ amount: value, currency }, locale);
  const least = Math.max(0, refund - amount);
  return {
    pct,
    amount,
    text: {
      zh: `${upTo.zh}，即不超过 ${say(amount, 'zh-CN')}，至少退款 ${say(least, 'zh-CN')}`,
      en: `${upTo.en}: at most ${say(amount, 'en')}, so at least ${say(least, 'en')} comes back`,
    },
  };
}

/** Whether the seller answers for the return: by the customer's reason, or as staff found. */
const sellerAtFault = ({ reason, faultParty }: CaseRow): boolean =>
  SELLER_FAULT.includes(reason) || faultParty === 'SELLER';

const feesTaken = ({ refundLines }: CaseRow): number =>
  -refundLines.filter(({ code }) => code === 'FEE').reduce((sum, { amount }) => sum + amount, 0);

/**
 * The ceiling for goods that the inspection finds used or damaged; null where the policy sets none, or the seller is at
 * fault.
 */
export function ceilingAtInspection(policy: StorePolicy, row: CaseRow): CaseFeeCeiling | null {
  if (row.type !== 'RETURN_REFUND' || row.refundAmount === null || sellerAtFault(row)) return null;
  const { feePct, feeIsCeiling } = askReturn(policy, { ...factsNow(row), usedOrDamaged: true });
  const credit = Number(row.refundRecord['goods'] ?? row.refundAmount);
  const found = feeIsCeiling ? Math.max(0, percentOf(credit, feePct) - feesTaken(row)) : 0;
  const known = row.feeCeiling?.amount ?? 0;
  if (found === 0 && known === 0) return null;
  return found > known
    ? ceilingText({
        pct: feePct,
        amount: Math.min(found, row.refundAmount),
        refund: row.refundAmount,
        currency: row.currency,
      })
    : row.feeCeiling;
}

/**
 * The least refund that staff may leave, in minor units; 0 where the policy sets no bound and the customer must accept
 * what is left.
 */
export function leastRefund(policy: StorePolicy, row: CaseRow): number {
  if (row.refundAmount === null) return 0;
  if (sellerAtFault(row)) return row.refundAmount;
  const ceiling = ceilingAtInspection(policy, row);
  return ceiling?.amount === null || !ceiling ? 0 : Math.max(0, row.refundAmount - (ceiling.amount ?? 0));
}
