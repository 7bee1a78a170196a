import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../kit/language.ts';
import { markedText } from '../../../kit/marked-text.ts';
import { inboxWords } from '../words.ts';
import type { ScriptPicker } from './script-picker.ts';
import { marksOf, type Judgement } from './text-guard.ts';

interface FieldOptions {
  readonly language: Language;
  readonly customer: string;
  readonly reply: boolean;
  readonly text: string;
  /** Nothing can be written: keys that were meant for it go nowhere, and the text can still be read and copied. */
  readonly closed: boolean;
  /** It was not sent, because something in it is to be changed. */
  readonly stopped: boolean;
  readonly picker: ScriptPicker | undefined;
  readonly judgement: Judgement | undefined;
  readonly input: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly paste: (event: ClipboardEvent) => void;
}

/** The field with its marks behind it, and the list of scripts above it while one picks. */
export function replyField(options: FieldOptions): TemplateResult {
  const { language, customer, reply, text, picker, judgement } = options;
  const words = language.words(inboxWords);
  const picking = picker?.query === undefined ? undefined : picker;
  const found = picking && picking.found.length > 0;
  return html`${picking ? picking.render(language) : nothing}
    <div class="writing">
      <div class="marks" aria-hidden="true">${judgement ? markedText(text, marksOf(judgement)) : nothing}</div>
      <textarea
        rows="2"
        aria-label=${reply ? words.replyLabel(customer) : words.noteLabel}
        placeholder=${reply ? words.replyPlaceholder : words.notePlaceholder}
        aria-autocomplete=${picking ? 'list' : nothing}
        aria-controls=${found ? 'scripts' : nothing}
        aria-activedescendant=${found ? `script-${picking.at}` : nothing}
        aria-invalid=${options.stopped ? 'true' : 'false'}
        .value=${live(text)}
        ?readonly=${options.closed}
        @input=${options.input}
        @keydown=${options.keydown}
        @paste=${options.paste}
        @scroll=${follow}
        @blur=${() => picker?.close()}
      ></textarea>
    </div>`;
}

/** The marks lie behind the field and move with it. */
function follow({ target }: Event): void {
  const field = target as HTMLElement;
  const marks = field.previousElementSibling;
  if (marks) marks.scrollTop = field.scrollTop;
}
