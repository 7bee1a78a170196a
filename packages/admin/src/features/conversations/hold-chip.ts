import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationItem } from '../../desk/rows.ts';
import { deskNow } from '../../kit/clock.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { holdWords } from './hold-words.ts';

/** Until when it sleeps. */
export function sleepChip(
  { sleepUntil }: Pick<ConversationItem, 'sleepUntil'>,
  language: Language,
): TemplateResult | typeof nothing {
  if (!sleepUntil) return nothing;
  const time = language.moment(sleepUntil, deskNow());
  return html`<span class="chip info"
    title=${language.full(sleepUntil)}>${icon('moon', 'small')}${language.words(holdWords).asleep(time)}</span>`;
}

/** When the owner has said that they are back; marked once that time is over. */
export function holdChip(
  { holdUntil }: Pick<ConversationItem, 'holdUntil'>,
  language: Language,
): TemplateResult | typeof nothing {
  if (!holdUntil) return nothing;
  const words = language.words(holdWords);
  const over = Date.parse(holdUntil) <= deskNow();
  const time = language.moment(holdUntil, deskNow());
  return html`<span class="chip ${over ? 'danger' : 'info'}"
    title=${language.full(holdUntil)}>${icon(over ? 'warning' : 'clock', 'small')}${over ? words.backWas(time) : words.backAt(time)}</span>`;
}
