/** @module What a step that costs money or cannot be undone will do, before it is done. */
import type { Language } from '../../kit/language.ts';
import type { CaseItem } from './data.ts';
import { amountOf, payerName, typeName } from './names.ts';
import type { StepName } from './step-names.ts';
import { caseWords } from './words.ts';

type Fact = readonly [term: string, text: string];

export function consequences(name: StepName, row: CaseItem, language: Language): Fact[] {
  const words = language.words(caseWords);
  const amount = amountOf(row);
  const money: Fact[] = amount && amount.amount > 0 ? [[words.total, language.money(amount)]] : [];
  const goods: Fact[] = [[words.goods, language.list(row.lines.map(({ title, quantity }) => `${quantity} × ${title}`))]];
  if (name === 'approveCase') {
    const payer = payerName(row.freightPayer, language);
    return [[words.type, typeName(row.type, language)], ...goods, ...money, ...(payer ? [[words.freight, payer] as const] : []), ...(row.returnAddress ? [[words.returnTo, row.returnAddress] as const] : [])];
  }
  if (name === 'settleReturn' || name === 'decideCaseDispute') return [...goods, ...money];
  return [];
}
