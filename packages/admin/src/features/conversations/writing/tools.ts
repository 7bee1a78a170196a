import { hasVisible } from '@shopdesk/core/text';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../../kit/icon.ts';
import type { Language } from '../../../kit/language.ts';
import { hideUntilPlaced, place } from '../../../kit/place.ts';
import { kitWords } from '../../../kit/words.ts';
import { elementTexts } from '../elements-look.ts';
import { firstUse } from '../soon.ts';
import { fileFault } from '@shopdesk/core/client';
import { inboxWords } from '../words.ts';
import { writingWords } from './words.ts';

/** What the picker of files offers; {@link fileFault} decides. */
const ACCEPTED = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'video/quicktime',
];
export const LONGEST = 2000;
/** From here the count of characters shows. */
const COUNT_FROM = 1800;

export const characters = (text: string): number => [...text].length;

interface ToolOptions {
  readonly language: Language;
  readonly text: string;
  readonly reply: boolean;
  readonly closed: boolean;
  readonly insert: (text: string) => void;
  readonly slash: () => void;
  readonly pick: () => void;
  readonly files: (list: FileList | null) => void;
  readonly card: () => void;
  readonly send: () => void;
}

/** The row below the field: emoji, scripts, files, cards, the count and the button that sends. */
export function tools(options: ToolOptions): TemplateResult {
  const { language, text, reply, closed } = options;
  const words = language.words(inboxWords);
  const length = characters(text);
  return html`<div class="tools">
    <button class="button plain icon-only" type="button" popovertarget="emoji" aria-label=${words.emoji}
      title=${words.emoji} ?disabled=${closed}>${icon('smile')}</button>
    <div id="emoji" popover @beforetoggle=${hideUntilPlaced} @toggle=${openEmoji}><desk-emoji
      .texts=${elementTexts(language)} @desk-emoji=${({ detail }: CustomEvent<{ emoji: string }>) => options.insert(detail.emoji)}></desk-emoji></div>
    ${reply ? replyTools(options) : nothing}
    <span class="count small numeric ${length > LONGEST ? 'over' : 'muted'}"
      role="status">${length >= COUNT_FROM ? language.words(kitWords).characters(length, LONGEST) : ''}</span>
    <button class="button primary tight" type="button" aria-disabled=${!hasVisible(text) || length > LONGEST}
      @click=${options.send}>${icon(reply ? 'send' : 'note', 'small')}${reply ? words.send : words.addNote}</button>
  </div>`;
}

function replyTools({ language, closed, slash, pick, files, card }: ToolOptions): TemplateResult {
  const words = language.words(inboxWords);
  const { scripts, scriptsHint } = language.words(writingWords);
  const picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    files(input.files);
    input.value = '';
  };
  return html`<button class="button plain icon-only" type="button" aria-label=${scripts}
    title="${scripts}. ${scriptsHint}" ?disabled=${closed} @click=${slash}>${icon('scroll')}</button>
    <button class="button plain icon-only" type="button" aria-label=${words.attach}
      title="${words.attach}. ${words.attachHint}" ?disabled=${closed} @click=${pick}>${icon('clip')}</button>
    <input id="file" type="file" multiple hidden accept=${ACCEPTED.join(',')} aria-label=${words.attach}
      @change=${picked} />
    <button class="button plain icon-only" type="button" aria-label=${words.card} title=${words.card}
      ?disabled=${closed} @click=${card}>${icon('bag')}</button>`;
}

async function openEmoji(event: ToggleEvent): Promise<void> {
  const popup = event.target as HTMLElement;
  const button = popup.parentElement?.querySelector('[popovertarget="emoji"]');
  if (event.newState !== 'open' || !button) return;
  await firstUse.get().catch(() => popup.hidePopover());
  const emoji = popup.querySelector('desk-emoji');
  await emoji?.updateComplete;
  if (!popup.matches(':popover-open')) return;
  place(popup, button);
  emoji?.focus();
}

/** Which files can be sent, and why the first of the others cannot. */
export function sortFiles(
  list: Iterable<File> | null | undefined,
  language: Language,
): { readonly right: readonly File[]; readonly refused: string } {
  const files = [...(list ?? [])];
  const words = language.words(inboxWords);
  const wrong = files.find((file) => fileFault(file));
  const why = wrong && (fileFault(wrong) === 'size' ? words.tooLarge : words.wrongType);
  return { right: files.filter((file) => !fileFault(file)), refused: wrong ? `${wrong.name}: ${why}` : '' };
}
