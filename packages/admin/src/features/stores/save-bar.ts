import { html, type TemplateResult } from 'lit';
import type { Language } from '../../kit/language.ts';
import { kitWords } from '../../kit/words.ts';

/** The buttons below a section: save what was changed, or go back to what is saved. */
export const saveBar = (options: {
  language: Language;
  dirty: boolean;
  busy: boolean;
  blocked?: boolean;
  reset: () => void;
}): TemplateResult => {
  const { language, dirty, busy, blocked = false, reset } = options;
  const words = language.words(kitWords);
  return html`<div class="row save">
    <button class="button primary" aria-disabled=${!dirty || busy || blocked}>${words.save}</button>
    <button class="button" type="button" aria-disabled=${!dirty} @click=${reset}>${words.discard}</button>
  </div>`;
};
