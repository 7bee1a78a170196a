/** @module What codes of cases are called: the words of the record, so that a page and a form say the same. */
import type { Look } from '../../desk/record.ts';
import type { Choice } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import type { CaseItem, CaseReason, CaseState, CaseType, ListedCase } from './data.ts';

export const typeName = (type: CaseType, language: Language): string => language.code('CaseType', type);
export const stateName = (state: CaseState, language: Language): string => language.code('CaseState', state);
export const reasonName = (reason: CaseReason, language: Language): string => language.code('CaseReason', reason);
export const faultName = (party: CaseItem['faultParty'], language: Language): string =>
  language.code('FaultParty', party);
export const payerName = (payer: CaseItem['freightPayer'], language: Language): string =>
  payer ? language.code('FreightPayer', payer) : '';
export const roleName = (role: string, language: Language): string => language.code('Role', role);

/** The choices of a select. */
export const typeChoices = (language: Language): Choice<CaseType>[] => language.choices<CaseType>('CaseType');
export const faultChoices = (language: Language): Choice<CaseItem['faultParty']>[] =>
  language.choices<CaseItem['faultParty']>('FaultParty');
export const stockChoices = (language: Language): Choice[] => language.choices('StockAction');
export const stateChoices = (language: Language): Choice<CaseState>[] => language.choices<CaseState>('CaseState');

export const STATE_LOOKS: Readonly<Partial<Record<CaseState, Look>>> = {
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
export const stateLook = (state: CaseState): string => STATE_LOOKS[state] ?? '';

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
