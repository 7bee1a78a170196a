/** @module Where a shop is, as a field: every country by its name in the reader's language. */
import { countries } from '@shopdesk/core';
import type { TemplateResult } from 'lit';
import { selectField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { storeWords } from './words.ts';

/** The time zone of this browser, which is the shop's where its country has several. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The country that the browser's language names; empty where it names none. */
export function likelyCountry(): string {
  const { region } = new Intl.Locale(navigator.language);
  return region && countries().includes(region) ? region : '';
}

export function countryField(field: {
  readonly language: Language;
  readonly value: string;
  readonly disabled?: boolean;
  readonly error: string | undefined;
  readonly onInput: (country: string) => void;
}): TemplateResult {
  const { language, value, disabled = false, error, onInput } = field;
  const words = language.words(storeWords);
  const names = new Intl.DisplayNames(language.locale, { type: 'region' });
  const choices = countries()
    .map((code) => ({ value: code, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language.locale));
  return selectField({
    id: 'country',
    label: words.country,
    hint: words.countryHint,
    value,
    choices,
    disabled,
    error,
    onInput,
    ...(value ? {} : { empty: words.chooseCountry }),
  });
}
