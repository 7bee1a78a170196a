import { css, html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../desk/directory.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { kitWords } from '../../kit/words.ts';
import type { CaseCounts } from './data.ts';
import { openStates, type CaseQuery } from './query.ts';
import { typeChoices } from './names.ts';
import { caseWords } from './words.ts';

export const groupStyle = css`
  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .groups a {
    text-decoration: none;
    color: inherit;
  }
  .groups [aria-current] .chip {
    background: var(--accent);
    color: var(--on-accent);
  }
  .groups .chip {
    min-block-size: 1.75rem;
  }
`;

interface GroupTabs {
  readonly query: CaseQuery;
  readonly counts: CaseCounts | undefined;
  readonly language: Language;
  readonly hrefOf: (group: CaseQuery['group']) => string;
}

/** The groups with how many are in each; late and soon before them. */
export function groupTabs({ query, counts, language, hrefOf }: GroupTabs): TemplateResult {
  const words = language.words(caseWords);
  const groups = counts?.groups ?? [];
  const open = openStates(groups);
  const openCount = groups
    .filter(({ states }) => states.some((state) => open.includes(state)))
    .reduce((sum, { cases }) => sum + cases, 0);
  const said = (count: number | undefined) =>
    count === undefined ? '' : counts && count >= counts.mostCounted ? words.orMore(counts.mostCounted) : String(count);
  const entries: readonly [CaseQuery['group'], string, number | undefined, string, 'warning' | 'clock' | undefined][] =
    [
      ['', words.allOpen, counts && openCount, '', undefined],
      ['LATE', words.overdue, counts?.overdue, counts && counts.overdue > 0 ? 'danger' : '', 'warning'],
      ['SOON', words.atRisk, counts?.atRisk, counts && counts.atRisk > 0 ? 'warn' : '', 'clock'],
      ...groups.map(({ group, cases }): [CaseQuery['group'], string, number, string, undefined] => [
        group,
        language.code('CaseGroup', group),
        cases,
        '',
        undefined,
      ]),
    ];
  return html`<nav class="groups" aria-label=${words.state}>${entries.map(
    ([group, name, count, look, sign]) =>
      html`<a href=${hrefOf(group)} aria-current=${query.group === group && !query.text ? 'page' : nothing}><span
        class="chip ${look}">${sign ? icon(sign, 'small') : nothing}${name} ${said(count)}</span></a>`,
  )}</nav>`;
}

interface FilterFields {
  readonly query: CaseQuery;
  readonly directory: Directory | undefined;
  readonly language: Language;
  readonly set: (name: string, value: string, typed?: boolean) => void;
}

export function filterFields({ query, directory, language, set }: FilterFields): TemplateResult {
  const words = language.words(caseWords);
  const { any } = language.words(kitWords);
  const stores = [...(directory?.stores.values() ?? [])];
  const owners = [...(directory?.colleagues.values() ?? [])].filter(({ active }) => active);
  return html`<div class="filter-bar" role="search" aria-label=${words.searchShort}>
    ${textField({ id: 'text', type: 'search', label: words.searchShort, placeholder: words.search, value: query.text, maxLength: 200, onInput: (text) => set('text', text.trim(), true) })}
    ${selectField({ id: 'type', label: words.type, value: query.type, empty: any, choices: typeChoices(language), onInput: (type) => set('type', type) })}
    ${stores.length > 1 ? selectField({ id: 'store', label: words.store, value: query.storeId, empty: any, choices: stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => set('store', id) }) : nothing}
    ${selectField({ id: 'owner', label: words.owner, value: query.owner, empty: any, choices: [{ value: 'me', label: words.me }, ...owners.map(({ id, name }) => ({ value: id, label: name }))], onInput: (owner) => set('owner', owner) })}
    ${textField({ id: 'amount', type: 'number', min: 0, label: words.amountFrom, value: query.amount, onInput: (amount) => set('amount', amount, true) })}
    ${selectField({
      id: 'sort',
      label: words.sort,
      value: query.sort,
      choices: [
        { value: 'due', label: words.sorts.due },
        { value: 'newest', label: words.sorts.newest },
      ],
      onInput: (sort) => set('sort', sort === 'newest' ? sort : ''),
    })}
  </div>`;
}
