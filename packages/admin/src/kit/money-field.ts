import { readAmount } from '@shopdesk/core/amount';
import { currencyDigits, decimalOf } from '@shopdesk/core/currency';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { DeskElement, define } from './element.ts';
import { framed } from './field.ts';
import { kitWords } from './words.ts';

/**
 * An amount in a currency that is given, read when it is complete. A text that is no amount, or could be two, is kept
 * and marked with the reason, and no form that the field stands in is sent until it is mended: only an empty field
 * means that no amount is given.
 *
 * @summary A field for an amount of money.
 * @event {number | undefined} desk-change - Whole minor units; undefined when the field is empty or cannot be read.
 */
export class DeskMoneyField extends DeskElement {
  static override properties = {
    fieldId: {},
    label: {},
    hint: {},
    error: {},
    currency: {},
    required: { type: Boolean },
    value: { attribute: false },
    text: { state: true },
  };

  fieldId = 'amount';
  label = '';
  hint: string | undefined;
  /** What the desk said of the amount that was sent. */
  error: string | undefined;
  currency = 'CNY';
  required = false;
  /** Whole minor units. */
  value: number | undefined;
  /** What stands in the field, where that is not the value: undefined until somebody types. */
  text: string | undefined;
  #form: HTMLFormElement | null = null;

  /** It lives in its form's tree, so that label, style and submission are those of the form. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#form = this.closest('form');
    this.#form?.addEventListener('submit', this.#holdBack, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#form?.removeEventListener('submit', this.#holdBack, { capture: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const kept = this.text === undefined ? undefined : readAmount(this.text, this.currency);
    // Somebody else has set another amount, so what was typed is over.
    if (changed.has('value') && kept && 'amount' in kept && kept.amount !== this.value) this.text = undefined;
  }

  /** Why the text is no amount; empty when it is one or the field is empty. */
  get problem(): string {
    const read = readAmount(this.text ?? '', this.currency);
    if (!('problem' in read)) return '';
    const { amount } = this.words(kitWords);
    const digits = currencyDigits(this.currency);
    return read.problem === 'UNCLEAR'
      ? amount.unclear
      : read.problem === 'TOO_FINE'
        ? amount.tooFine(this.currency, digits)
        : amount.none;
  }

  #read(text: string): void {
    const read = readAmount(text, this.currency);
    this.text = text;
    this.value = 'amount' in read ? read.amount : undefined;
    this.tell('desk-change', this.value);
  }

  /** The form is not sent with an amount that nobody can read: it would be taken for none. */
  readonly #holdBack = (event: Event): void => {
    const input = this.querySelector('input');
    if (input && input.value !== (this.text ?? this.#shown)) this.#read(input.value);
    if (!this.problem) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.updateComplete.then(() => input?.focus());
  };

  get #shown(): string {
    return this.value === undefined ? '' : decimalOf({ amount: this.value, currency: this.currency });
  }

  override render(): TemplateResult {
    const { fieldId: id, label, hint, required } = this;
    const error = this.problem || this.error || undefined;
    const notes = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
    return framed(
      { id, label, hint, error, required },
      html`<input
        id=${id}
        name=${id}
        inputmode="decimal"
        autocomplete="off"
        .value=${this.text ?? this.#shown}
        ?required=${required}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${ifDefined(notes || undefined)}
        @change=${(event: Event) => this.#read((event.target as HTMLInputElement).value)}
      />`,
    );
  }
}

define('desk-admin-money', DeskMoneyField);

interface MoneyField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly currency: string;
  /** Whole minor units. */
  readonly value: number | undefined;
  readonly set: (value: number | undefined) => void;
}

/** {@link DeskMoneyField} as a template. */
export const moneyField = ({
  id,
  label,
  hint,
  required = false,
  error,
  currency,
  value,
  set,
}: MoneyField): TemplateResult =>
  html`<desk-admin-money
    .fieldId=${id}
    .label=${`${label} (${currency})`}
    .hint=${hint}
    .error=${error}
    .currency=${currency}
    .required=${required}
    .value=${value}
    @desk-change=${({ detail }: CustomEvent<number | undefined>) => set(detail)}
  ></desk-admin-money>`;

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-money': DeskMoneyField;
  }
}
