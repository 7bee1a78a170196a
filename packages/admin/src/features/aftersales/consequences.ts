/** @module What a step that costs money or cannot be undone will do, before it is done. */
import { paidAtOnce } from '@shopdesk/core';
import type { Language } from '../../kit/language.ts';
import type { CaseItem, ShopPaymentMethod } from './data.ts';
import { methodInSentence, methodName } from './methods.ts';
import { amountOf, payerName, typeName } from './names.ts';
import type { StepName } from './step-names.ts';
import { caseWords } from './words.ts';

export type Fact = readonly [term: string, text: string];

/** Money that a step sends at once, by payment method. */
export interface Payout {
  readonly amount: number;
  readonly currency: string;
  readonly parts: readonly { readonly methodId: string; readonly amount: number }[];
}

/**
 * What a step pays in the moment it is taken; undefined where it pays nothing then.
 *
 * @param chosenMethodId - The method that whoever takes the step has chosen, where nobody said it before.
 */
export function payoutOf(name: StepName, row: CaseItem, chosenMethodId = ''): Payout | undefined {
  const parts = paidAtOnce(name, row, chosenMethodId);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return parts.length > 0 ? { amount, currency: row.currency, parts } : undefined;
}

/** What the button says that pays at once: how much, and where to as far as that is known. */
export function payLabel(
  { parts, ...amount }: Payout,
  methods: readonly ShopPaymentMethod[],
  language: Language,
): string {
  const words = language.words(caseWords);
  const found = parts.map(({ methodId }) => methods.find(({ id }) => id === methodId));
  const names = found.flatMap((method) => (method ? [methodInSentence(method, language)] : []));
  return names.length > 0 && names.length === parts.length
    ? words.payTo(language.money(amount), language.list(names))
    : words.payNow(language.money(amount));
}

export interface Known {
  readonly payout: Payout | undefined;
  readonly methods: readonly ShopPaymentMethod[];
}

export function moneyFact(row: CaseItem, language: Language): Fact[] {
  const amount = amountOf(row);
  return amount && amount.amount > 0 ? [[language.words(caseWords).total, language.money(amount)]] : [];
}

export const goodsFact = ({ lines }: CaseItem, language: Language): Fact => [
  language.words(caseWords).goods,
  language.list(lines.map(({ title, quantity }) => `${quantity} × ${title}`)),
];

/** What the customer gets by an approval, and what of it is paid at once. */
export function granted(row: CaseItem, language: Language, { payout, methods }: Known): Fact[] {
  const words = language.words(caseWords);
  const payer = payerName(row.freightPayer, language);
  const paid = (payout?.parts ?? []).map(({ methodId, amount: part }): Fact => {
    const method = methodName(
      methods.find(({ id }) => id === methodId),
      language,
      methodId,
    );
    return [
      words.paidAtOnce,
      language.list([language.money({ amount: part, currency: row.currency }), ...(method ? [method] : [])]),
    ];
  });
  return [
    [words.type, typeName(row.type, language)],
    goodsFact(row, language),
    ...moneyFact(row, language),
    ...paid,
    ...(payer ? [[words.freight, payer] as const] : []),
    ...(row.returnAddress ? [[words.returnTo, row.returnAddress] as const] : []),
  ];
}
