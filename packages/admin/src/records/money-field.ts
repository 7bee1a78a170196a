import { isCurrency } from '@shopdesk/core/currency';
import { html, type TemplateResult } from 'lit';
import { textField } from '../kit/field.ts';
import type { MoneyValue } from '../kit/language.ts';
import { moneyField as amountField } from '../kit/money-field.ts';

interface MoneyField {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly currency?: string | undefined;
  readonly set: (value: unknown) => void;
}

/** An amount and its currency. Without an amount there is no money, however the currency reads. */
export function moneyField({
  id,
  label,
  value,
  required,
  error,
  currency: usual = 'CNY',
  set,
}: MoneyField): TemplateResult {
  const { amount, currency = usual } = (value ?? {}) as Partial<MoneyValue>;
  const setAmount = (next: number | undefined) => set(next === undefined ? undefined : { amount: next, currency });
  const setCurrency = (text: string) => set({ amount, currency: text.toUpperCase() });
  return html`<div class="row money">
      ${amountField({ id, label, required, error, currency: isCurrency(currency) ? currency : 'XXX', value: amount, set: setAmount })}
      ${textField({ id: `${id}-currency`, label: 'ISO 4217', value: currency, maxLength: 3, onInput: setCurrency })}
    </div>`;
}
