import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { Change, OrderOption } from './data.ts';
import { orderWords } from './words.ts';

export const optionStyle = css`
  .option {
    display: grid;
    gap: 0.25rem;
    justify-items: start;
  }
`;

/** What can be done with an order; what cannot stays readable, with the clause and what would change it. */
export function optionsSection(
  options: readonly OrderOption[],
  language: Language,
  open: (change: Change) => void,
): TemplateResult {
  return html`<ul class="lines">${options.map((option) => optionItem(option, language, open))}</ul>`;
}

function optionItem(
  { change, state, possible: free, clause, whatWouldChangeIt, ruleIds }: OrderOption,
  language: Language,
  open: (change: Change) => void,
): TemplateResult {
  const words = language.words(orderWords);
  const why = free ? '' : language.of(clause) || words.notOffered;
  // Shown: that it is the warehouse which has the last word.
  const hint = state === 'WAREHOUSE' ? language.of(clause) || words.warehouse : '';
  return html`<li class="option">
    <button class="button" type="button" aria-disabled=${free ? 'false' : 'true'}
      aria-describedby=${why || hint ? `why-${change}` : nothing} @click=${() => free && open(change)}>${words.changes[change]}</button>
    ${
      why || hint
        ? html`<div class="hint" id="why-${change}">
          <p class="row">${icon(free ? 'info' : 'lock', 'small')}<span>${why || hint}</span></p>
          ${whatWouldChangeIt.length > 0 && !free ? html`<p>${words.wouldChange} ${language.clauses(whatWouldChangeIt.map((text) => language.of(text)))}</p>` : nothing}
          ${ruleIds.length > 0 && !free ? html`<p>${words.rules} ${ruleIds.join(', ')}</p>` : nothing}
        </div>`
        : nothing
    }
  </li>`;
}
