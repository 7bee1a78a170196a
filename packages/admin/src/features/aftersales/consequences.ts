/** @module What a step that costs money or cannot be undone will do, before it is done. */
import { paidAtOnce, paidWhen, refundParts, type PaidBy } from '@shopdesk/core';
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

/** What a step pays in the moment it is taken, by what was entered so far; undefined where it pays nothing then. */
export function payoutOf(name: StepName, row: CaseItem, chosen: PaidBy = {}): Payout | undefined {
  const parts = paidAtOnce(name, row, chosen);
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return amount > 0 ? { amount, currency: row.currency, parts } : undefined;
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

/** Each part of a sum of money, and where it goes. */
function partFacts(
  name: string,
  parts: Payout['parts'],
  {
    row,
    methods,
    language,
  }: { readonly row: CaseItem; readonly methods: Known['methods']; readonly language: Language },
): Fact[] {
  return parts.map(({ methodId, amount }): Fact => {
    const method = methodName(
      methods.find(({ id }) => id === methodId),
      language,
      methodId,
    );
    return [name, language.list([language.money({ amount, currency: row.currency }), ...(method ? [method] : [])])];
  });
}

/** What a step pays at once, and where to. */
export const paidFacts = (row: CaseItem, language: Language, { payout, methods }: Known): Fact[] =>
  partFacts(language.words(caseWords).paidAtOnce, payout?.parts ?? [], { row, methods, language });

/** What the customer gets by an approval, and when the money leaves. */
export function granted(row: CaseItem, language: Language, { payout, methods }: Known): Fact[] {
  const words = language.words(caseWords);
  const payer = payerName(row.freightPayer, language);
  const when = paidWhen('approveCase', row);
  const later =
    payout || !when || when === 'NOW'
      ? []
      : partFacts(words.paidLater[when], refundParts(row), { row, methods, language });
  return [
    [words.type, typeName(row.type, language)],
    goodsFact(row, language),
    ...moneyFact(row, language),
    ...later,
    ...(payer ? [[words.freight, payer] as const] : []),
    ...(row.returnAddress ? [[words.returnTo, row.returnAddress] as const] : []),
  ];
}
