import { html, type TemplateResult } from 'lit';
import { textField } from './field.ts';
import type { Language } from './language.ts';
import { passwordWords } from './password-field-words.ts';

/** Without letters and digits that are mistaken for each other when read aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY3479';
const LENGTH = 16;

/** A random password of about 89 bits. */
export function suggestPassword(): string {
  const picked: string[] = [];
  while (picked.length < LENGTH) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Bytes beyond the last whole multiple would favour the first letters.
    if (byte < 256 - (256 % ALPHABET.length)) picked.push(ALPHABET[byte % ALPHABET.length] as string);
  }
  return picked.join('');
}

/** A new password, readable because somebody must hand it over; with a suggestion. */
export function passwordField(field: {
  id?: string;
  label?: string;
  language: Language;
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
}): TemplateResult {
  const words = field.language.words(passwordWords);
  return html`<div>
    ${textField({ id: field.id ?? 'password', label: field.label ?? words.password, hint: words.passwordHint, value: field.value, error: field.error, required: true, autocomplete: 'new-password', mono: true, onInput: field.onInput })}
    <button class="link" type="button" @click=${() => field.onInput(suggestPassword())}>${words.generate}</button>
  </div>`;
}
