/**
 * @module Differences of two packs as a person reads them: by table and rule, cell by cell, with the names of the
 * columns.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { diff, type Difference, type PolicyPack } from '@shopdesk/core/policies';
import type { Language, Texts } from '../../kit/language.ts';

const en = {
  same: 'No differences.',
  whole: 'The pack itself',
  table: 'The table',
  place: (from: string, to: string) => `from place ${from} to ${to}`,
  before: 'Before',
  after: 'After',
  more: (count: number) => (count === 1 ? 'and 1 more difference' : `and ${count} more differences`),
  summary: (added: number, removed: number, changed: number) =>
    `${added} added, ${removed} removed, ${changed} changed`,
  fields: {
    clause: 'Reason and clause',
    rules: 'Rules it states',
    source: 'Source',
    asOf: 'As of',
    volatile: 'Likely to change',
    condition: 'Further condition',
    priority: 'Priority',
    final: 'Final',
    evenIfExcluded: 'Also for excluded goods',
    title: 'Title',
    decision: 'Question',
    role: 'Role',
    hitPolicy: 'Which row answers',
    aggregate: 'What is kept',
    currency: 'Currency',
    complete: 'Must cover everything',
    inputs: 'Columns of facts',
    outputs: 'Columns of answers',
    layer: 'Layer',
    banner: 'To be checked',
    conflict: 'Who wins',
    statutoryLayer: 'Statute under it',
    basePack: 'Based on',
    kinder: 'Where promises may be kinder',
  } as Readonly<Record<string, string>>,
};
const zh: typeof en = {
  same: '没有差异。',
  whole: '政策包本身',
  table: '表本身',
  place: (from, to) => `从第 ${from} 位移到第 ${to} 位`,
  before: '之前',
  after: '之后',
  more: (count) => `另有 ${count} 处差异`,
  summary: (added, removed, changed) => `新增 ${added}，删除 ${removed}，修改 ${changed}`,
  fields: {
    clause: '理由与条款',
    rules: '所述规则',
    source: '来源',
    asOf: '截至日期',
    volatile: '易变动',
    condition: '附加条件',
    priority: '优先级',
    final: '最终规则',
    evenIfExcluded: '对被排除商品有效',
    title: '名称',
    decision: '问题',
    role: '作用',
    hitPolicy: '命中方式',
    aggregate: '保留方式',
    currency: '币种',
    complete: '须覆盖全部情形',
    inputs: '条件列',
    outputs: '结果列',
    layer: '层级',
    banner: '核对提示',
    conflict: '冲突时以谁为准',
    statutoryLayer: '所依法规',
    basePack: '基于',
    kinder: '可另作承诺的问题',
  },
};
export const differenceWords: Texts<typeof en> = { en, zh };

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
      return html`<section class="differences"><h3>${title ? language.of(title) : words.whole} ${code ? html`<span class="muted small mono">${code}</span>` : nothing}</h3>
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
    <span class="row wrap"><span class="chip ${LOOKS[one.kind]}">${language.code('PolicyDifferenceKind', one.kind)}</span><strong class="mono">${one.row ?? (one.table ? words.table : '')}</strong><span class="muted">${fieldTitle(one, reading)}</span></span>
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
