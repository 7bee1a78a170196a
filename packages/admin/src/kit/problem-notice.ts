import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import type { Language } from './language.ts';
import { policyOf, sentenceOf, type Problem } from './problem.ts';
import { kitWords } from './words.ts';

/** Why it was not done, above the buttons of a form; a policy's refusal with its rules and what would change it. */
export const problemNotice = (problem: Problem | undefined, language: Language): TemplateResult | typeof nothing =>
  problem
    ? html`<div class="notice danger"
      role="alert">${icon('warning')}<div><p>${sentenceOf(problem, language)}</p>${markedWords(problem)}${policyLines(problem, language)}</div></div>`
    : nothing;

/** The words of a text that a rule stops, each once. */
function markedWords({ details }: Problem): TemplateResult | typeof nothing {
  const hits = Array.isArray(details['hits']) ? (details['hits'] as readonly { readonly span?: unknown }[]) : [];
  const spans = [...new Set(hits.flatMap(({ span }) => (typeof span === 'string' ? [span] : [])))];
  return spans.length > 0 ? html`<p>${spans.map((span) => html`<mark>${span}</mark> `)}</p>` : nothing;
}

function policyLines(problem: Problem, language: Language): TemplateResult | typeof nothing {
  const policy = policyOf(problem, language);
  if (!policy) return nothing;
  const words = language.words(kitWords);
  return html`${policy.changes.length > 0 ? html`<p class="small">${words.wouldChange} ${language.clauses(policy.changes)}</p>` : nothing}
    ${policy.ruleIds.length > 0 ? html`<p class="small muted">${words.rules} ${policy.ruleIds.join(', ')}</p>` : nothing}`;
}
