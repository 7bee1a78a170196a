import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationItem } from '../../desk/rows.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { levelOf, levelWords } from './level-words.ts';

/** The level of an escalated conversation, and the one that was asked for; nothing on the first level. */
export function levelChip(
  { level, escalatedTo }: Pick<ConversationItem, 'level' | 'escalatedTo'>,
  language: Language,
): TemplateResult | typeof nothing {
  const words = language.words(levelWords);
  if (escalatedTo !== null) {
    const label = words.asked(words.levels[levelOf(escalatedTo)]);
    return html`<span class="chip warn" role="img" aria-label=${label}
      title=${label}>${icon('up', 'small')}${words.short(level)}→${words.short(escalatedTo)}</span>`;
  }
  if (level === 1) return nothing;
  const label = words.has(words.levels[levelOf(level)]);
  return html`<span class="chip info" role="img" aria-label=${label}
    title=${label}>${icon('up', 'small')}${words.short(level)}</span>`;
}
