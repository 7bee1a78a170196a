/**
 * @module The states a list or a page can be in besides done: pending, empty, failed with a way to try again.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icon.ts';
import type { Language } from './language.ts';
import { sentenceOf, type Problem } from './problem.ts';
import { kitWords } from './words.ts';

interface StateOptions {
  /** It stands for a whole page, so what it says is the heading of that page. */
  readonly isPage?: boolean;
}

export function pendingState(language: Language, { isPage = false }: StateOptions = {}): TemplateResult {
  const { loading } = language.words(kitWords);
  return html`<div class="state" role="status"><span class="spinner"
    aria-hidden="true"></span>${isPage ? html`<h1>${loading}</h1>` : loading}</div>`;
}

export function emptyState(
  options: { icon: IconName; title: string; text?: string; action?: TemplateResult } & StateOptions,
): TemplateResult {
  return html`<div class="state">
    ${icon(options.icon)}
    ${heading(options.title, options)}
    ${options.text ? html`<p class="muted">${options.text}</p>` : nothing} ${options.action ?? nothing}
  </div>`;
}

const heading = (title: string, { isPage }: StateOptions): TemplateResult =>
  isPage ? html`<h1>${title}</h1>` : html`<strong>${title}</strong>`;

/** Offers to try again; where the page is of an earlier version than the desk, to load it anew. */
export function failedState(
  language: Language,
  problem: Problem,
  retry: () => void,
  options: StateOptions = {},
): TemplateResult {
  const words = language.words(kitWords);
  const isOld = problem.code === 'NEW_VERSION';
  const again = isOld ? () => location.reload() : retry;
  return html`<div class="state" role="alert">
    ${icon('warning')}
    ${heading(isOld ? words.newVersion : words.failed, options)}
    <p class="muted">${sentenceOf(problem, language)}</p>
    <button class="button" type="button"
      @click=${again}>${icon('refresh')}${isOld ? words.reload : words.retry}</button>
  </div>`;
}

/** Draws what a loader has: its value, or why there is none. */
export function loaded<T>(
  loader: { readonly value: T | undefined; readonly problem: Problem | undefined; reload(): Promise<void> },
  language: Language,
  done: (value: T) => TemplateResult | typeof nothing,
  options: StateOptions = {},
): TemplateResult | typeof nothing {
  if (loader.value !== undefined) return done(loader.value);
  if (loader.problem) return failedState(language, loader.problem, () => void loader.reload(), options);
  return pendingState(language, options);
}
