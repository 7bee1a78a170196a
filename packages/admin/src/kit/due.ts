/** @module A deadline as people need it: late, soon or at ease, told by words and an icon and not by colour alone. */
import { html, nothing, type TemplateResult } from 'lit';
import { deskNow } from './clock.ts';
import { icon } from './icon.ts';
import type { Language } from './language.ts';
import { dueWords } from './due-words.ts';

const SOON_MS = 4 * 3_600_000;
const MINUTE_MS = 60_000;

/** Who reads a deadline, and the zone of the store that it is counted in. */
export interface DueReader {
  readonly language: Language;
  readonly zone: string | undefined;
}

export function dueMark(
  dueAt: string | null,
  { language, zone }: DueReader,
  now = deskNow(),
): TemplateResult | typeof nothing {
  if (!dueAt) return nothing;
  const words = language.words(dueWords);
  const left = Date.parse(dueAt) - now;
  const title = language.deadline(dueAt, zone, now);
  if (left <= 0)
    return html`<span class="chip danger"
      title=${title}>${icon('warning', 'small')}${words.late(spanOf(-left, language))}</span>`;
  if (left < SOON_MS)
    return html`<span class="chip warn"
      title=${title}>${icon('clock', 'small')}${words.soon(spanOf(left, language))}</span>`;
  return html`<span class="small muted" title=${title}>${words.due(title)}</span>`;
}

/** Only what is late or soon: where the time itself stands beside it. */
export const urgentMark = (dueAt: string, reader: DueReader, now = deskNow()): TemplateResult | typeof nothing =>
  Date.parse(dueAt) - now < SOON_MS ? dueMark(dueAt, reader, now) : nothing;

/** In the largest unit that says enough: `3 d`, `5 hr`, `12 min`. */
function spanOf(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MS));
  const [unit, value] =
    minutes >= 2 * 24 * 60
      ? (['day', Math.floor(minutes / 1440)] as const)
      : minutes >= 90
        ? (['hour', Math.round(minutes / 60)] as const)
        : (['minute', minutes] as const);
  return new Intl.NumberFormat(language.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
