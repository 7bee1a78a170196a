/** @module What codes of cases are called: the words of the record, so that a page and a form say the same. */
import { FAULT_LABELS, PAYER_LABELS, REASON_LABELS, STATE_LABELS, STOCK_LABELS, TYPE_LABELS } from '@shopdesk/core';
import type { Choice } from '../../kit/field.ts';
import type { Language, LocalText } from '../../kit/language.ts';
import type { CaseItem, CaseReason, CaseState, CaseType, ListedCase } from './data.ts';

type Labels<K extends string> = Readonly<Record<K, LocalText>>;

export const typeName = (type: CaseType, language: Language): string => language.of(TYPE_LABELS[type]);
export const stateName = (state: CaseState, language: Language): string => language.of(STATE_LABELS[state]);
export const reasonName = (reason: CaseReason, language: Language): string => language.of(REASON_LABELS[reason]);
export const faultName = (party: CaseItem['faultParty'], language: Language): string =>
  language.of(FAULT_LABELS[party]);
export const payerName = (payer: CaseItem['freightPayer'], language: Language): string => {
  const label = payer ? PAYER_LABELS[payer] : undefined;
  return label ? language.of(label) : '';
};
export const roleName = (role: string, language: Language): string => language.code('Role', role);

/** The choices of a select from labels. */
export const choicesOf = <K extends string>(labels: Labels<K>, language: Language): Choice<K>[] =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: language.of(labels[value]) }));
export const typeChoices = (language: Language): Choice<CaseType>[] => choicesOf(TYPE_LABELS, language);
export const faultChoices = (language: Language): Choice<CaseItem['faultParty']>[] => choicesOf(FAULT_LABELS, language);
export const stockChoices = (language: Language): Choice[] => choicesOf(STOCK_LABELS, language);
export const stateChoices = (language: Language): Choice<CaseState>[] => choicesOf(STATE_LABELS, language);

const LOOKS: Partial<Record<CaseState, string>> = {
  REQUESTED: 'warn',
  UNDER_REVIEW: 'warn',
  APPROVED: 'info',
  REJECTED: 'danger',
  AWAITING_RETURN: 'info',
  IN_TRANSIT: 'info',
  RECEIVED: 'accent',
  INSPECTED_PASS: 'ok',
  INSPECTED_PARTIAL: 'warn',
  INSPECTED_FAIL: 'danger',
  REFUND_PENDING: 'accent',
  REFUNDED: 'ok',
  RESHIPPING: 'accent',
  REPAIRING: 'accent',
  COMPLETED: 'ok',
  DISPUTED: 'danger',
};
export const stateLook = (state: CaseState): string => LOOKS[state] ?? '';

/** What a case pays in all, or undefined while somebody has to work it out. Minor units. */
export function amountOf({
  refundAmount,
  compensationAmount,
  currency,
}: Pick<ListedCase, 'refundAmount' | 'compensationAmount' | 'currency'>):
  | { amount: number; currency: string }
  | undefined {
  return refundAmount === null ? undefined : { amount: refundAmount + compensationAmount, currency };
}
