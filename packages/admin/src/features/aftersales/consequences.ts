/** @module What a step that costs money or cannot be undone will do, before it is done. */
import { paysOnApproval, refundParts } from '@shopdesk/core';
import type { Language } from '../../kit/language.ts';
import type { CaseItem, ShopPaymentMethod } from './data.ts';
import { methodInSentence, methodName } from './methods.ts';
import { amountOf, payerName, typeName } from './names.ts';
import type { StepName } from './step-names.ts';
import { caseWords } from './words.ts';

type Fact = readonly [term: string, text: string];

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
  const amount = amountOf(row);
  if (name !== 'approveCase' || !paysOnApproval(row) || !amount || amount.amount <= 0) return undefined;
  const parts = refundParts({ ...row, refundMethodId: row.refundMethodId ?? chosenMethodId });
  // Shown: the parts that are still to be paid, on the button that pays them.
  return { ...amount, parts: parts.filter(({ state }) => state === 'PENDING') };
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

interface Known {
  readonly payout: Payout | undefined;
  readonly methods: readonly ShopPaymentMethod[];
}

export function consequences(name: StepName, row: CaseItem, language: Language, { payout, methods }: Known): Fact[] {
  const words = language.words(caseWords);
  const amount = amountOf(row);
  const money: Fact[] = amount && amount.amount > 0 ? [[words.total, language.money(amount)]] : [];
  const goods: Fact[] = [
    [words.goods, language.list(row.lines.map(({ title, quantity }) => `${quantity} × ${title}`))],
  ];
  if (name === 'approveCase') {
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
      ...goods,
      ...money,
      ...paid,
      ...(payer ? [[words.freight, payer] as const] : []),
      ...(row.returnAddress ? [[words.returnTo, row.returnAddress] as const] : []),
    ];
  }
  if (name === 'settleReturn' || name === 'decideCaseDispute') return [...goods, ...money];
  return [];
}
