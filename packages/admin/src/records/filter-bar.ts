/**
 * @module The bar above a derived list: one field that looks for words, short choices beside it, the rest folded.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../desk/directory.ts';
import '../kit/combobox.ts';
import type { Option } from '../kit/combobox.ts';
import { bareSelect, textField, type Choice } from '../kit/field.ts';
import { icon } from '../kit/icon.ts';
import type { Language } from '../kit/language.ts';
import { kitWords } from '../kit/words.ts';
import {
  codesOf,
  unwrapped,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
} from './description.ts';
import { refOf } from './data.ts';
import { chosenFields, SEARCH, searchedIn, valuesOf } from './filters.ts';
import { kindOf } from './meaning.ts';
import { fieldName, valueName } from './names.ts';
import { stateName, workKinds } from './work-names.ts';
import { recordWords } from './words.ts';

export interface FilterBarOptions {
  readonly entity: EntityDescription;
  readonly desk: DeskDescription;
  readonly directory: Directory;
  readonly search: URLSearchParams;
  readonly language: Language;
  /** Whether the folded filters are shown. */
  readonly open: boolean;
  readonly toggle: () => void;
  /** What stands at the end of the bar. */
  readonly tools: TemplateResult;
  readonly change: (name: string, value: string) => void;
  readonly find: (entity: EntityDescription, text: string) => Promise<readonly Option[]>;
}

/** Choices that stand beside the search field. */
const BESIDE = 4;
/** More than these are found by typing. */
const SHORT = 30;

/** Kinds of work, and the states of the one that is chosen; what depends on a kind has no choices before. */
function namedChoices(
  { as }: FieldDescription,
  { desk, search, language }: Pick<FilterBarOptions, 'desk' | 'search' | 'language'>,
): Choice[] {
  const kinds = workKinds(desk);
  if (as === 'kind') return kinds.map(({ name, title }) => ({ value: name, label: language.of(title) }));
  const kind = as === 'state' ? kinds.find(({ name }) => name === search.get('entity')) : undefined;
  return (kind?.machine?.states ?? []).map((state) => ({ value: state, label: stateName(kind, state, language) }));
}

/** What a filter can be set to; undefined where it is typed. */
function choicesOf(
  field: FieldDescription,
  { directory, desk, search, language }: FilterBarOptions,
): readonly Choice[] | undefined {
  const { inner } = unwrapped(field.schema);
  const kind = kindOf(field);
  const codes = inner.enum ?? unwrapped(inner.items ?? {}).inner.enum;
  const named = (rows: ReadonlyMap<string, { readonly id: string; readonly name: string }>) =>
    [...rows.values()].map(({ id, name }) => ({ value: id, label: name }));
  if (codes)
    return codes.map((code) => ({
      value: String(code),
      label: valueName(code, language, codesOf(field.schema)),
    }));
  if (kind === 'named') return namedChoices(field, { desk, search, language });
  if (kind === 'flag') {
    const { yes, no } = language.words(kitWords);
    return [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ];
  }
  if (kind === 'stores') return named(directory.stores);
  if (kind === 'teams')
    return [...directory.teams.values()].map(({ id, name }) => ({ value: id, label: language.of(name) }));
  return kind === 'people' ? named(directory.colleagues) : undefined;
}

const isShort = (field: FieldDescription, options: FilterBarOptions): boolean => {
  const choices = choicesOf(field, options);
  return choices !== undefined && choices.length <= SHORT;
};

export function filterBar(options: FilterBarOptions): TemplateResult {
  const { entity, search, language, open, toggle } = options;
  const words = language.words(recordWords);
  const fields = chosenFields(entity).filter((field) => choicesOf(field, options)?.length !== 0);
  const beside = fields.filter((field) => isShort(field, options)).slice(0, BESIDE);
  const folded = fields.filter((field) => !beside.includes(field));
  const set = folded.filter(({ name }) => [...search.keys()].some((key) => key.split('.')[0] === name)).length;
  return html`<div class="tools" role="search" aria-label=${words.filters}>
      ${searchField(options)} ${beside.map((field) => choice(field, options))}
      ${
        folded.length > 0
          ? html`<button class="button plain" type="button" aria-expanded=${open} aria-controls="folded"
            @click=${toggle}>${icon('filter', 'small')}${words.filters}${set > 0 ? html`<span class="badge">${set}</span>` : nothing}</button>`
          : nothing
      }
      ${options.tools}
    </div>
    ${
      folded.length > 0
        ? html`<div class="filter-bar" id="folded"
      ?hidden=${!open}>${open ? folded.map((field) => typedFilter(field, options)) : nothing}</div>`
        : nothing
    }`;
}

function searchField({ entity, search, language, change }: FilterBarOptions): TemplateResult | typeof nothing {
  const fields = searchedIn(entity);
  if (fields.length === 0) return nothing;
  const label = language.list(fields.map((field) => fieldName(field, language)));
  return html`<div class="find">
    ${icon('search', 'small')}<input id="q" type="search" aria-label=${label} placeholder=${label} autocomplete="off"
      .value=${search.get(SEARCH) ?? ''}
        @input=${(event: Event) => change(SEARCH, (event.target as HTMLInputElement).value)} />
  </div>`;
}

/** The choices, and where the address names several of them, these together as one more. */
function withSeveral(
  field: FieldDescription,
  value: string,
  choices: readonly Choice[],
  language: Language,
): readonly Choice[] {
  const values = valuesOf(field, value);
  if (values.length < 2) return choices;
  const labels = values.map((one) => choices.find((choice) => choice.value === one)?.label ?? one);
  return [{ value, label: language.list(labels) }, ...choices];
}

/** A choice that names itself until something is chosen. */
function choice(field: FieldDescription, options: FilterBarOptions): TemplateResult {
  const { search, change, language } = options;
  const label = fieldName(field, language);
  const value = search.get(field.name) ?? '';
  return html`<div class="choice ${value ? 'set' : ''}">${bareSelect({
    id: field.name,
    label,
    value,
    empty: label,
    choices: withSeveral(field, value, choicesOf(field, options) ?? [], language).map((one) => ({
      ...one,
      label: ['flag'].includes(kindOf(field)) ? language.words(recordWords).is(label, one.label) : one.label,
    })),
    onInput: (next) => change(field.name, next),
  })}</div>`;
}

function typedFilter(field: FieldDescription, options: FilterBarOptions): TemplateResult {
  const { desk, search, language, change, find } = options;
  const words = language.words(recordWords);
  const label = fieldName(field, language);
  const value = search.get(field.name) ?? '';
  const kind = kindOf(field);
  const set = (next: string) => change(field.name, next);
  const target = refOf(field, desk);
  const choices = choicesOf(field, options);
  if (choices)
    return html`<desk-admin-combobox label=${label} .value=${value}
      .options=${withSeveral(field, value, choices, language)}
      @desk-change=${({ detail }: CustomEvent<string>) => set(detail)}></desk-admin-combobox>`;
  if (target?.list)
    return html`<desk-admin-combobox label=${label} .value=${value} .search=${(text: string) => find(target, text)}
      @desk-change=${({ detail }: CustomEvent<string>) => set(detail)}></desk-admin-combobox>`;
  if (kind === 'moment')
    return html`${(['from', 'to'] as const).map((end) => textField({ id: `${field.name}-${end}`, type: 'date', label: words[end](label), value: search.get(`${field.name}.${end}`) ?? '', onInput: (day) => change(`${field.name}.${end}`, day) }))}`;
  return textField({ id: field.name, type: kind === 'number' ? 'number' : 'search', label, value, onInput: set });
}

export const filterStyle = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .find {
    position: relative;
    flex: 1 1 14rem;
    max-inline-size: 22rem;
  }
  .find > svg {
    position: absolute;
    inset-block-start: calc(50% - 0.5rem);
    inset-inline-start: 0.625rem;
    color: var(--ink-3);
    pointer-events: none;
  }
  .find > input {
    padding-inline-start: 2rem !important;
  }
  .choice > select {
    inline-size: auto;
    max-inline-size: 11rem;
    border-color: var(--line);
    color: var(--ink-2);
    text-overflow: ellipsis;
  }
  .choice > select:hover {
    border-color: var(--line-strong);
  }
  .choice.set > select {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-weight: 600;
  }
`;
