/**
 * @module Spans of time: in words as short as they can be, and as a field of a number with its unit.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldNotes } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { serviceLevelWords } from './words.ts';

const UNITS = { h: 3600, min: 60, s: 1 } as const;
export type Unit = keyof typeof UNITS;

/** The largest unit that says it in whole numbers. */
export const unitOf = (seconds: number): Unit => (seconds % 3600 === 0 ? 'h' : seconds % 60 === 0 ? 'min' : 's');

const NAMES = { h: 'hour', min: 'minute', s: 'second' } as const;

/** `90 sec`, `3 min`, `24 hr`. */
export function duration(seconds: number, language: Language): string {
  const unit = unitOf(seconds);
  return new Intl.NumberFormat(language.locale, { style: 'unit', unit: NAMES[unit], unitDisplay: 'short' }).format(
    seconds / UNITS[unit],
  );
}

export interface Span {
  /** As typed. */
  readonly amount: string;
  readonly unit: Unit;
}

export const spanOf = (seconds: number | null | undefined): Span => {
  if (!seconds) return { amount: '', unit: 'min' };
  const unit = unitOf(seconds);
  return { amount: String(seconds / UNITS[unit]), unit };
};

/** Whole seconds, null for an empty field, undefined for what is no span. */
export function secondsOf({ amount, unit }: Span): number | null | undefined {
  if (amount.trim() === '') return null;
  const seconds = Number(amount) * UNITS[unit];
  return Number.isInteger(seconds) && seconds > 0 ? seconds : undefined;
}

export function spanField(options: {
  id: string;
  label: string;
  name: string;
  value: Span;
  language: Language;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  onInput: (value: Span) => void;
}): TemplateResult {
  const { id, label, name, value, language, error, required, onInput } = options;
  const words = language.words(serviceLevelWords);
  const text = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="field">
    <label for=${id}>${label}${required ? html`<span aria-hidden="true"> *</span>` : nothing}</label>
    <div class="span">
      <input id=${id} type="number" min="1" step="any" inputmode="decimal" aria-label=${name}
        .value=${live(value.amount)} ?required=${required} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `${id}-error` : nothing} @input=${(event: Event) => onInput({ ...value, amount: text(event) })} />
      <select aria-label=${`${name}, ${words.unit}`}
        @change=${(event: Event) => onInput({ ...value, unit: text(event) as Unit })}>
        ${(['s', 'min', 'h'] as const).map((unit) => html`<option value=${unit} .selected=${live(unit === value.unit)}>${words.units[unit]}</option>`)}
      </select>
    </div>
    ${fieldNotes(options)}
  </div>`;
}
