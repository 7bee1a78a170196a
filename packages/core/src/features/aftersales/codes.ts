/**
 * @module The codes of an after-sales case and what follows from them alone. Plain data: the panel loads it without the
 * entities.
 */
import { returnInputs } from '../../policies/index.ts';

export const CASE_TYPES = [
  'REFUND_ONLY',
  'RETURN_REFUND',
  'EXCHANGE',
  'REPAIR',
  'RESHIP',
  'COMPENSATION',
  'USAGE_HELP',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

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

/** Reasons a customer may give; the policy's own words. */
export const CASE_REASONS = [
  'NO_REASON',
  'QUALITY',
  'PERFORMANCE_FAULT',
  'WRONG_ITEM',
  'MISSING',
  'NOT_AS_DESCRIBED',
  'DAMAGED',
  'SIZE_COLOR',
  'LATE',
  'EXCHANGE',
  'REFUSED',
] as const;
export type CaseReason = (typeof CASE_REASONS)[number];
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

export const FAULT_PARTIES = ['SELLER', 'BUYER', 'CARRIER', 'SUPPLIER', 'UNCLEAR'] as const;
export const FREIGHT_PAYERS = ['BUYER', 'SELLER', 'SPLIT', 'FAULT_PARTY', 'CONTRACT'] as const;
export const COMPENSATION_FOR = ['SERVICE', 'DELAY', 'QUALITY', 'PRICE_PROTECTION', 'RETURN_FREIGHT'] as const;
export const APPROVERS = ['AA', 'TL', 'SV', 'MG'] as const;
/** What happens when the seller's time runs out (pack deadlines). */
export const ON_TIMEOUT = ['NONE', 'CLOSE', 'ESCALATE', 'AUTO_APPROVE', 'AUTO_REFUND'] as const;
export type OnTimeout = (typeof ON_TIMEOUT)[number];
