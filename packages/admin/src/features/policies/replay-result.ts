/**
 * @module What a replay has counted so far: how many decisions change, the money, and which cases.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { kindOf } from '@shopdesk/core/policies';
import type { Language } from '../../kit/language.ts';
import type { RunItem } from './data.ts';
import { replayWords } from './replay-words.ts';

export interface ReplayResult {
  readonly run: RunItem;
  readonly language: Language;
  /** Where a case or a request is shown. */
  readonly href: (subject: string, id: string) => string;
}

// Shown: a replay that came to its end says what it found; another one says why it ended.
export const isDone = ({ state }: RunItem): boolean => state === 'DONE';

export function replayResult(result: ReplayResult): TemplateResult {
  const { run, language } = result;
  const words = language.words(replayWords);
  return html`<div class="figures">
      ${figure(words.total, language.number(run.total))} ${figure(words.changed, language.number(run.changed), run.changed > 0 ? 'warn' : 'ok')}
      ${run.failed > 0 ? figure(words.failed, language.number(run.failed), 'warn') : nothing}
      ${run.money.filter(({ difference }) => difference !== 0).map(({ currency, difference }) => figure(`${words.money}: ${words.difference}`, signed(difference, currency, language), difference > 0 ? 'warn' : 'ok'))}
    </div>
    ${run.money.length > 0 && run.changed > 0 ? moneyTable(result) : nothing}
    ${run.turns.length > 0 ? html`<h3>${words.turns}</h3><ul class="turns">${run.turns.map(({ turn, count }) => html`<li><span class="chip">${turnText(turn, language)}</span> ${language.number(count)}</li>`)}</ul>` : nothing}
    ${run.cases.length > 0 ? caseTable(result) : isDone(run) ? html`<p class="muted">${run.total === 0 ? words.noCases : words.nothing}</p>` : nothing}`;
}

const figure = (name: string, value: string, look = ''): TemplateResult =>
  html`<div class="figure ${look}"><span class="muted small">${name}</span><strong
    class="numeric">${value}</strong></div>`;

const signed = (amount: number, currency: string, language: Language): string =>
  `${amount > 0 ? '+' : ''}${language.money({ amount, currency })}`;

const outcomeText = (outcome: string | null, language: Language): string => {
  const words = language.words(replayWords);
  return outcome === null ? words.noOutcome : (words.outcomes[outcome] ?? outcome);
};

const turnText = (turn: string, language: Language): string =>
  turn
    .split(' → ')
    .map((outcome) => outcomeText(outcome, language))
    .join(' → ');

function moneyTable({ run, language }: ReplayResult): TemplateResult {
  const words = language.words(replayWords);
  return html`<div class="table"><table class="stacking">
    <caption class="visually-hidden">${words.money}</caption>
    <thead><tr><th scope="col">${words.money}</th><th scope="col">${words.before}</th><th
      scope="col">${words.after}</th><th scope="col">${words.difference}</th></tr></thead>
    <tbody>${run.money.map(
      ({ currency, current, draft, difference }) => html`<tr><th scope="row">${currency}</th><td class="numeric"
        data-label=${words.before}>${language.money({ amount: current, currency })}</td>
      <td class="numeric" data-label=${words.after}>${language.money({ amount: draft, currency })}</td><td
        class="numeric" data-label=${words.difference}>${signed(difference, currency, language)}</td></tr>`,
    )}</tbody>
  </table></div>`;
}

function caseTable({ run, language, href }: ReplayResult): TemplateResult {
  const words = language.words(replayWords);
  return html`<h3>${words.cases}</h3>
    ${run.cases.length < run.changed ? html`<p class="small muted">${words.firstCases(run.cases.length)}</p>` : nothing}
    <div class="table tall" tabindex="0" role="region" aria-label=${words.cases}><table class="stacking">
      <caption class="visually-hidden">${words.cases}</caption>
      <thead><tr>${[words.subject, words.question, words.before, words.after, words.difference].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${run.cases.map(
        (one) => html`<tr>
        <th scope="row" data-label=${words.subject}><a
          href=${href(one.subject, one.subjectId)}>${words.caseOf(one.orderId)}</a></th>
        <td data-label=${words.question}>${language.of(kindOf(one.kind).label)}</td>
        <td data-label=${words.before}>${outcomeText(one.current.outcome, language)} <span
          class="muted small mono">${one.current.ruleIds.join(', ')}</span></td>
        <td data-label=${words.after}>${outcomeText(one.draft.outcome, language)} <span
          class="muted small mono">${one.draft.ruleIds.join(', ')}</span></td>
        <td data-label=${words.difference}
          class="numeric">${signed(one.draft.cost - one.current.cost, one.currency, language)}</td>
      </tr>`,
      )}</tbody>
    </table></div>`;
}

export const replayStyle = css`
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .figure {
    display: grid;
    padding: 0.5rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--ground);
  }
  .figure strong {
    font-size: var(--large);
  }
  .figure.warn strong {
    color: var(--warn);
  }
  .figure.ok strong {
    color: var(--ok);
  }
  .turns {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }
  .tall {
    max-block-size: 28rem;
    overflow: auto;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--accent);
  }
`;
