import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import type { Language } from './language.ts';
import { sentenceOf, type Problem } from './problem.ts';

/** Why it was not done, above the buttons of a form. */
export const problemNotice = (problem: Problem | undefined, language: Language): TemplateResult | typeof nothing =>
  problem ? html`<p class="notice danger" role="alert">${icon('warning')}<span>${sentenceOf(problem, language)}</span></p>` : nothing;
