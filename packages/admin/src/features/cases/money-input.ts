import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { framed } from '../../kit/field.ts';
import { minorUnits } from '../../records/money-field.ts';

interface MoneyInput {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly currency: string;
  /** Minor units. */
  readonly value: number | undefined;
  readonly set: (value: number | undefined) => void;
}

const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in a currency that is given; it is read when it is complete, not at every key. */
export function moneyInput({ id, label, hint, required = false, error, currency, value, set }: MoneyInput): TemplateResult {
  const digits = digitsOf(currency);
  const shown = value === undefined ? '' : (value / 10 ** digits).toFixed(digits);
  const read = (event: Event) => set(minorUnits((event.target as HTMLInputElement).value, digits));
  return framed(
    { id, label: `${label} (${currency})`, hint, error, required },
    html`<input id=${id} name=${id} inputmode="decimal" autocomplete="off" .value=${shown} ?required=${required} aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${ifDefined([error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined)} @change=${read} />`,
  );
}
