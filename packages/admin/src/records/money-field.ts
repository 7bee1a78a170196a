import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { framed, textField } from '../kit/field.ts';
import type { MoneyValue } from '../kit/language.ts';

const digitsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // While the code is being typed it is none yet.
    return 2;
  }
};

/** Whole minor units from what a person types, exactly; undefined while it is no amount of that currency. */
export function minorUnits(text: string, digits: number): number | undefined {
  const [, sign, whole, fraction = ''] = /^(-?)(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  return Number(whole + fraction.padEnd(digits, '0')) * (sign ? -1 : 1);
}

interface MoneyField {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly set: (value: unknown) => void;
}

/** An amount and its currency; the amount is read when it is complete, not at every key. */
export function moneyField({ id, label, value, required, error, set }: MoneyField): TemplateResult {
  const { amount, currency = 'CNY' } = (value ?? {}) as Partial<MoneyValue>;
  const digits = digitsOf(currency);
  const shown = amount === undefined ? '' : (amount / 10 ** digits).toFixed(digits);
  const read = (event: Event) => {
    const units = minorUnits((event.target as HTMLInputElement).value, digits);
    set(units === undefined ? undefined : { amount: units, currency });
  };
  const input = html`<input
    id=${id}
    inputmode="decimal"
    autocomplete="off"
    .value=${shown}
    ?required=${required}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${ifDefined(error ? `${id}-error` : undefined)}
    @change=${read}
  />`;
  return html`<div class="row money">
    ${framed({ id, label, required, error }, input)}
    ${textField({ id: `${id}-currency`, label: 'ISO 4217', value: currency, maxLength: 3, onInput: (text) => set({ amount: amount ?? 0, currency: text.toUpperCase() }) })}
  </div>`;
}
