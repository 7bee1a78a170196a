import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../kit/language.ts';
import type { ListedCase } from './data.ts';
import { amountOf } from './names.ts';
import { caseWords } from './words.ts';

/** The goods of a case in a few words. */
export function goodsText({ lines }: ListedCase): string {
  const [first] = lines;
  if (!first) return '';
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return `${pieces} × ${first.title}${lines.length > 1 ? ' …' : ''}`;
}

export function amountText(row: ListedCase, language: Language): TemplateResult | string | typeof nothing {
  const amount = amountOf(row);
  if (!amount) return html`<span class="muted">${language.words(caseWords).toWorkOut}</span>`;
  return amount.amount === 0 ? nothing : language.money(amount);
}

export const customerOf = ({ customerName, customerNick }: ListedCase): string => customerName || customerNick || '–';
