/**
 * @module Differences of two packs as a person reads them: by table and rule, cell by cell, with the names of the
 * columns.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { diff, type Difference, type PolicyPack } from '@shopdesk/core/policies';
import type { Language } from '../../kit/language.ts';
import { differenceWords } from './difference-list-words.ts';

const LOOKS: Record<Difference['kind'], string> = { ADDED: 'ok', REMOVED: 'danger', CHANGED: 'info', MOVED: '' };
const MOST = 300;

/** How many rows and cells differ. */
export function differenceSummary(differences: readonly Difference[], language: Language): string {
  const words = language.words(differenceWords);
  const count = (...kinds: Difference['kind'][]) => differences.filter(({ kind }) => kinds.includes(kind)).length;
  return differences.length === 0
    ? words.same
    : words.summary(count('ADDED'), count('REMOVED'), count('CHANGED', 'MOVED'));
}

/** What differs between two packs; open cells read as "any". */
export function differenceList(before: PolicyPack, after: PolicyPack, language: Language): TemplateResult {
  const words = language.words(differenceWords);
  const found = diff(before, after);
  if (found.length === 0) return html`<p class="muted">${words.same}</p>`;
  const groups = new Map<string, Difference[]>();
  for (const one of found.slice(0, MOST)) groups.set(one.table ?? '', [...(groups.get(one.table ?? '') ?? []), one]);
  const titleOf = (code: string) => [...after.tables, ...before.tables].find((table) => table.code === code)?.title;
  return html`<p class="muted small">${differenceSummary(found, language)}</p>
    ${[...groups].map(([code, list]) => {
      const title = titleOf(code);
      return html`<section
        class="differences"><h3>${title ? language.of(title) : words.whole} ${code ? html`<span class="muted small mono">${code}</span>` : nothing}</h3>
        <ul>${list.map((one) => difference(one, { before, after, language }))}</ul></section>`;
    })}
    ${found.length > MOST ? html`<p class="muted">${words.more(found.length - MOST)}</p>` : nothing}`;
}

interface Reading {
  readonly before: PolicyPack;
  readonly after: PolicyPack;
  readonly language: Language;
}

function fieldTitle({ table: code, field }: Difference, { before, after, language }: Reading): string {
  if (!field) return '';
  const table = [...after.tables, ...before.tables].find((one) => one.code === code);
  const column = [...(table?.inputs ?? []), ...(table?.outputs ?? [])].find(({ name }) => name === field);
  return column ? language.of(column.label) : (language.words(differenceWords).fields[field] ?? field);
}

function difference(one: Difference, reading: Reading): TemplateResult {
  const { language } = reading;
  const words = language.words(differenceWords);
  const [from, to] = [language.of(one.shown.before), language.of(one.shown.after)];
  return html`<li>
    <span class="row wrap"><span
      class="chip ${LOOKS[one.kind]}">${language.code('PolicyDifferenceKind', one.kind)}</span><strong
      class="mono">${one.row ?? (one.table ? words.table : '')}</strong><span
      class="muted">${fieldTitle(one, reading)}</span></span>
    ${
      one.kind === 'MOVED'
        ? html`<p>${words.place(from, to)}</p>`
        : html`<p class="change">
      ${one.kind === 'ADDED' ? nothing : html`<del><span class="visually-hidden">${words.before}: </span>${from}</del>`}
      ${one.kind === 'REMOVED' ? nothing : html`<ins><span class="visually-hidden">${words.after}: </span>${to}</ins>`}</p>`
    }
  </li>`;
}

export const differenceStyle = css`
  .differences {
    display: grid;
    gap: 0.375rem;
  }
  .differences li {
    display: grid;
    gap: 0.25rem;
    padding-block: 0.375rem;
    border-block-start: 1px solid var(--line);
  }
  .change {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.25rem 0.75rem;
    overflow-wrap: anywhere;
  }
  .change > * {
    padding: 0.125rem 0.375rem;
    border-radius: 0.25rem;
  }
  del {
    background: var(--danger-soft);
  }
  ins {
    background: var(--ok-soft);
    text-decoration: none;
  }
`;
