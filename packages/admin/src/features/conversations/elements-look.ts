/**
 * @module The shared elements of conversations, in the panel's colours and words.
 */
import type { ElementTexts } from '@shopdesk/widget/elements/texts';
import { elementTextsEn as en } from '@shopdesk/widget/elements/texts-en';
import { elementTextsZhCn as zh } from '@shopdesk/widget/elements/texts-zh-cn';
import { css } from 'lit';
import type { Language, Texts } from '../../kit/language.ts';
import { inboxWords } from './words.ts';

export const elementsLook = css`
  :host {
    --desk-colour: light-dark(#d9efec, #17423d);
    --desk-on-colour: var(--ink);
    --desk-radius: 0.75rem;
    --desk-surface: var(--surface);
    --desk-raised: light-dark(#eceff3, #232a34);
    --desk-text: var(--ink);
    --desk-muted: var(--ink-2);
    --desk-line: var(--line);
    --desk-danger: var(--danger);
    --desk-note: light-dark(#fff0b8, #4a3e12);
  }
`;

const own: Texts<ElementTexts> = { key: 'elements', en, zh };
const made = new WeakMap<Language, ElementTexts>();

/** Their words, with what the desk tells said from the staff's side. */
export function elementTexts(language: Language): ElementTexts {
  const known = made.get(language);
  if (known) return known;
  const texts = { ...language.words(own), locale: language.locale, events: language.words(inboxWords).events };
  made.set(language, texts);
  return texts;
}
