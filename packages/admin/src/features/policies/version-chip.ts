import { html, type TemplateResult } from 'lit';
import type { Language } from '../../kit/language.ts';
import type { VersionItem, VersionState } from './data.ts';
import { policyWords } from './words.ts';

const LOOKS: Record<VersionState, string> = {
  DRAFT: '',
  SUBMITTED: 'warn',
  APPROVED: 'info',
  SCHEDULED: 'info',
  EFFECTIVE: 'ok',
  SUPERSEDED: '',
  RETIRED: '',
};

/** Whether a version with a time rules since then, or rules from then on. */
export const BEGINS: Record<VersionState, 'since' | 'from'> = {
  DRAFT: 'from',
  SUBMITTED: 'from',
  APPROVED: 'from',
  SCHEDULED: 'from',
  EFFECTIVE: 'since',
  SUPERSEDED: 'from',
  RETIRED: 'from',
};

export const stateChip = (state: VersionState, language: Language): TemplateResult =>
  html`<span class="chip ${LOOKS[state]}">${language.code('PolicyVersionState', state)}</span>`;

/** An instant as the clock of the store shows it. */
export function storeTime(instant: string, language: Language, timeZone: string | undefined): string {
  return language.date(instant, { dateStyle: 'medium', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) });
}

/** When a version rules, ruled or will rule; empty for one without a time. */
export function periodOf(
  { state, effectiveFrom, effectiveTo }: Pick<VersionItem, 'state' | 'effectiveFrom' | 'effectiveTo'>,
  language: Language,
  timeZone?: string,
): string {
  const words = language.words(policyWords);
  if (!effectiveFrom) return '';
  const start = storeTime(effectiveFrom, language, timeZone);
  if (effectiveTo) return `${start} – ${storeTime(effectiveTo, language, timeZone)}`;
  return words[BEGINS[state]](start);
}
