import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../kit/icon.ts';
import type { Language } from '../../../kit/language.ts';
import { writingWords } from './words.ts';

interface KeptReplyOptions {
  readonly language: Language;
  readonly text: string;
  /** Name of who has the conversation now; empty: nobody, or it is over. */
  readonly owner: string;
  readonly mayNote: boolean;
  readonly copied: boolean;
  readonly copy: () => void;
  readonly passOn: () => void;
  readonly drop: () => void;
}

/** What can be done with a reply that can no longer be sent. Nothing of it happens by typing. */
export function keptReply({
  language,
  text,
  owner,
  mayNote,
  copied,
  copy,
  passOn,
  drop,
}: KeptReplyOptions): TemplateResult | typeof nothing {
  if (!text) return nothing;
  const words = language.words(writingWords);
  return html`<div class="tools kept">
    <button class="button tight" type="button" @click=${copy}>${icon(copied ? 'check' : 'copy', 'small')}<span
      aria-live="polite">${copied ? words.copied : words.copyText}</span></button>
    ${mayNote ? html`<button class="button tight" type="button" @click=${passOn}>${icon('note', 'small')}${owner ? words.passTo(owner) : words.keepAsNote}</button>` : nothing}
    <button class="button plain tight" type="button" @click=${drop}>${words.dropText}</button>
  </div>`;
}
