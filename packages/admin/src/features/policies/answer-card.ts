/**
 * @module A policy's answer as a person reads it: what, why, by which rules, until when, and what would change it.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { showOutput, type DecisionTable } from '@shopdesk/core/policies';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { Answer } from './data.ts';
import { tryWords } from './try-words.ts';
import { storeTime } from './version-chip.ts';

export interface AnswerCard {
  readonly title: string;
  readonly answer: Answer;
  readonly language: Language;
  readonly currency: string;
  readonly timeZone: string;
  /** Tables that name the outputs. */
  readonly tables: readonly DecisionTable[];
  /** Leads to a row of this version; absent where there is none. */
  readonly goTo?: (table: string, row: string) => void;
}

const LOOKS: Readonly<Record<string, string>> = { ALLOW: 'ok', DENY: 'danger', REVIEW: 'warn' };

const heading = (text: string) => html`<h3>${text}</h3>`;

export function answerCard(card: AnswerCard): TemplateResult {
  const { title, answer, language } = card;
  const words = language.words(tryWords);
  return html`<section class="card padded" aria-label=${title}>
    <div class="row between wrap"><h2>${title}</h2>${outcomeChip(card)}</div>
    ${outputs(card)}
    ${answer.reasons.length > 0 ? html`<div>${heading(words.because)}<ul class="said">${[...new Set(answer.reasons.map(({ text }) => language.of(text)))].map((text) => html`<li>${text}</li>`)}</ul></div>` : nothing}
    <div>${heading(words.clause)}<p>${language.of(answer.clause)}</p></div>
    ${deadlines(card)}
    <div>${heading(words.wouldChange)}
      ${answer.whatWouldChangeIt.length > 0 ? html`<ul class="said">${answer.whatWouldChangeIt.map((text) => html`<li>${language.of(text)}</li>`)}</ul>` : html`<p class="muted">${words.nothingChanges}</p>`}</div>
    ${answer.assumed.length > 0 ? html`<div>${heading(words.assumed)}<p class="muted">${language.list(answer.assumed.map((text) => language.of(text)))}</p></div>` : nothing}
    ${rules(card)}
  </section>`;
}

function outcomeChip({ answer, language, tables }: AnswerCard): TemplateResult {
  const output = tables.flatMap((table) => table.outputs).find(({ name }) => name === 'outcome');
  const words = language.words(tryWords);
  const text =
    answer.outcome === null
      ? words.noOutcome
      : output
        ? language.of(showOutput(output, answer.outcome))
        : answer.outcome;
  return html`<strong class="chip outcome ${LOOKS[answer.outcome ?? ''] ?? ''}">${text}</strong>`;
}

function outputs({ answer, language, tables, currency }: AnswerCard): TemplateResult | typeof nothing {
  const known = new Map(tables.flatMap((table) => table.outputs).map((output) => [output.name, output]));
  const shown = Object.entries(answer.outputs).filter(
    ([name, value]) => name !== 'outcome' && value !== null && known.has(name),
  );
  if (shown.length === 0) return nothing;
  return html`<dl class="facts">${shown.map(([name, value]) => {
    const output = known.get(name);
    return output
      ? html`<div><dt>${language.of(output.label)}</dt><dd>${language.of(showOutput(output, value, currency))}</dd></div>`
      : nothing;
  })}</dl>`;
}

function deadlines({ answer, language, timeZone }: AnswerCard): TemplateResult | typeof nothing {
  if (answer.dues.length === 0) return nothing;
  const words = language.words(tryWords);
  return html`<div>${heading(words.deadlines)}<ul
    class="said">${answer.dues.map(({ at, text }) => html`<li>${language.of(text)}${at ? html` <span class="muted">(${words.at(storeTime(at, language, timeZone))})</span>` : nothing}</li>`)}</ul></div>`;
}

function rules({ answer, language, goTo, tables }: AnswerCard): TemplateResult | typeof nothing {
  if (answer.rows.length === 0) return nothing;
  const words = language.words(tryWords);
  const own = (table: string, row: string) =>
    goTo !== undefined && tables.some(({ code, rows }) => code === table && rows.some(({ id }) => id === row));
  return html`<div>${heading(words.rules)}<ul class="said">${answer.rows.map(
    ({
      layer,
      table,
      row,
      ruleIds,
    }) => html`<li class="row wrap">${layer === 'STATUTORY' ? icon('lock', 'small') : nothing}
      ${own(table, row) ? html`<button class="link mono" type="button" aria-label=${words.goTo(row)} @click=${() => goTo?.(table, row)}>${row}</button>` : html`<span class="mono">${row}</span>`}
      <span class="muted small">${language.code('PolicyLayer', layer)}${ruleIds.some((id) => id !== row) ? ` · ${ruleIds.join(', ')}` : ''}</span></li>`,
  )}</ul></div>`;
}

export const answerStyle = css`
  .said {
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 1rem;
    list-style: disc;
  }
  .said .row {
    display: inline-flex;
  }
  .outcome {
    font-size: var(--text);
    min-block-size: 1.75rem;
    padding-inline: 0.75rem;
  }
`;
