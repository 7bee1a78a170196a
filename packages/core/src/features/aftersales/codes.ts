/**
 * @module The codes of an after-sales case and what follows from them alone. Plain data: the panel loads it without the
 * entities.
 */
import { returnInputs } from '../../policies/index.ts';
import type { CaseState } from './machine.ts';

export const CASE_TYPE_WORDS = {
  REFUND_ONLY: { en: 'Refund only', zh: '仅退款' },
  RETURN_REFUND: { en: 'Return and refund', zh: '退货退款' },
  EXCHANGE: { en: 'Exchange', zh: '换货' },
  REPAIR: { en: 'Repair', zh: '维修' },
  RESHIP: { en: 'Re-shipment', zh: '补发' },
  COMPENSATION: { en: 'Compensation', zh: '补偿' },
  USAGE_HELP: { en: 'Usage help', zh: '使用问题' },
};
export type CaseType = keyof typeof CASE_TYPE_WORDS;
export const CASE_TYPES = Object.keys(CASE_TYPE_WORDS) as readonly CaseType[];

/** What an approved case leads to: the event that follows at once, unless the shop is away or refuses. */
export const AFTER_APPROVAL: Readonly<Record<CaseType, 'needsReturn' | 'refundOnly' | 'reship' | 'explain'>> = {
  RETURN_REFUND: 'needsReturn',
  EXCHANGE: 'needsReturn',
  REPAIR: 'needsReturn',
  REFUND_ONLY: 'refundOnly',
  COMPENSATION: 'refundOnly',
  RESHIP: 'reship',
  USAGE_HELP: 'explain',
};

/** Whether the money of a case leaves as soon as the case is approved: there are no goods to wait for. */
export const paysOnApproval = ({ type }: { readonly type: CaseType }): boolean => AFTER_APPROVAL[type] === 'refundOnly';

/** Whether it may come with money as an apology, or is nothing else. */
export const mayCompensate = (type: CaseType): boolean =>
  mustCompensate(type) || type === 'RETURN_REFUND' || type === 'REFUND_ONLY';
/** Whether it is money alone, of which somebody says how much. */
export const mustCompensate = (type: CaseType): boolean => type === 'COMPENSATION';
/** Whether somebody says what each item is exchanged for. */
export const choosesGoods = (type: CaseType): boolean => type === 'EXCHANGE';

const SETTLED_BY: Partial<Record<CaseType, 'exchange' | 'repair'>> = { EXCHANGE: 'exchange', REPAIR: 'repair' };

/** What an inspection earned, as the event that orders it; `agree` is the refund that it lowered. */
export const settlement = ({
  type,
  state,
}: {
  readonly type: CaseType;
  readonly state: CaseState;
}): 'refund' | 'agree' | 'exchange' | 'repair' =>
  state === 'INSPECTED_PARTIAL' ? 'agree' : (SETTLED_BY[type] ?? 'refund');

/** Whether the inspection earned goods, instead of which the customer may have their money. */
export const maySettleInMoney = (row: { readonly type: CaseType; readonly state: CaseState }): boolean =>
  settlement(row) === 'exchange' || settlement(row) === 'repair';

/** Whether money goes back and nobody knows by which method: a person chooses it before the case is approved. */
export const needsMethod = (row: {
  readonly refundAmount: number | null;
  readonly compensationAmount: number;
  readonly refundMethodId: string | null;
}): boolean => (row.refundAmount ?? 0) + row.compensationAmount > 0 && !row.refundMethodId;

/** Whether the policy refuses the case, so that whoever grants it says why they make an exception. */
export const needsOverride = ({ outcome }: { readonly outcome: 'ALLOW' | 'DENY' | 'REVIEW' }): boolean =>
  outcome === 'DENY';

type Inspected = 'PASS' | 'PARTIAL' | 'FAIL';
/** Whether an inspection says in words and photos what was found. */
export const needsProof = (result: Inspected): boolean => result !== 'PASS';
/** Whether an inspection may lower the refund. */
export const lowersRefund = (result: Inspected): boolean => result === 'PARTIAL';

/** Reasons a customer may give; the policy's own words. */
export const CASE_REASON_WORDS = {
  NO_REASON: { en: 'No reason', zh: '无理由' },
  QUALITY: { en: 'Quality', zh: '质量问题' },
  PERFORMANCE_FAULT: { en: 'Performance fault', zh: '性能故障' },
  WRONG_ITEM: { en: 'Wrong item', zh: '发错货' },
  MISSING: { en: 'Missing items', zh: '少件' },
  NOT_AS_DESCRIBED: { en: 'Not as described', zh: '与描述不符' },
  DAMAGED: { en: 'Damaged in transit', zh: '运输破损' },
  SIZE_COLOR: { en: 'Size or colour', zh: '尺码或颜色不合' },
  LATE: { en: 'Late', zh: '迟发或迟到' },
  EXCHANGE: { en: 'Exchange', zh: '想换一件' },
  REFUSED: { en: 'Refused on delivery', zh: '拒收' },
};
export type CaseReason = keyof typeof CASE_REASON_WORDS;
/** As customers say them, what is said most first: the first five stand before "something else". */
export const CUSTOMER_REASONS: Readonly<Record<CaseReason, { readonly en: string; readonly zh: string }>> = {
  SIZE_COLOR: { en: 'The size or colour does not suit me', zh: '尺码或颜色不合适' },
  NO_REASON: { en: 'I do not want it any more', zh: '不想要了（无理由）' },
  QUALITY: { en: 'It is faulty or badly made', zh: '商品有质量问题' },
  NOT_AS_DESCRIBED: { en: 'It is not what was described', zh: '与页面描述不符' },
  DAMAGED: { en: 'It arrived damaged', zh: '收到时已破损' },
  WRONG_ITEM: { en: 'I was sent something else', zh: '发错了商品' },
  MISSING: { en: 'Something is missing', zh: '少发了商品或配件' },
  PERFORMANCE_FAULT: { en: 'It does not work as it should', zh: '使用中出现故障' },
  LATE: { en: 'It came too late', zh: '送得太晚' },
  EXCHANGE: { en: 'I would like another one instead', zh: '想换一件' },
  REFUSED: { en: 'I did not accept the parcel', zh: '我已拒收包裹' },
};
export const MOST_SAID = 5;
export const CASE_REASONS = Object.keys(CASE_REASON_WORDS) as readonly CaseReason[];
/** Reasons for which the seller answers, as the packs name them. */
export const SELLER_FAULT: readonly CaseReason[] = CASE_REASONS.filter((reason) =>
  returnInputs.SELLER_FAULT.includes(reason),
);
/** Reasons that are settled by looking: the policy wants a photo (2.7-4). */
export const NEEDS_PHOTO: readonly CaseReason[] = ['QUALITY', 'DAMAGED', 'WRONG_ITEM', 'NOT_AS_DESCRIBED'];
/** Where somebody apologises before a solution is offered (R-AFT-03). */
export const NEEDS_APOLOGY: readonly CaseReason[] = CASE_REASONS.filter((reason) =>
  returnInputs.FAULTY_GOODS.includes(reason),
);

/** Whether a solution has to wait for an apology. */
export const apologyDue = (row: { readonly reason: CaseReason; readonly apologySentAt: string | null }): boolean =>
  NEEDS_APOLOGY.includes(row.reason) && !row.apologySentAt;
