/** @module What an author fills in: both languages side by side, each with its preview. */
import { markdown } from '@shopdesk/widget/markdown';
import { html, nothing, type TemplateResult } from 'lit';
import type { StoreName } from '../../desk/directory.ts';
import { areaField, selectField, textField } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import { fieldMessage, type Problem } from '../../kit/problem.ts';
import '../../kit/tags.ts';
import { fromLocalInput, toLocalInput } from '../../records/form-value.ts';
import type { ArticleInput } from './data.ts';
import { knowledgeWords } from './words.ts';

export const EMPTY_ARTICLE: ArticleInput = {
  category: 'PRODUCT_QUESTION',
  title: { zh: '', en: '' },
  body: { zh: '', en: '' },
  keywords: [],
  synonyms: [],
  audience: 'PUBLIC',
  storeId: null,
  effectiveFrom: null,
  effectiveTo: null,
  source: '',
  reviewEveryDays: 90,
};

interface FormOptions {
  readonly value: ArticleInput;
  readonly language: Language;
  readonly stores: readonly StoreName[];
  readonly problem: Problem | undefined;
  readonly disabled: boolean;
  readonly preview: boolean;
  readonly change: (changes: Partial<ArticleInput>) => void;
}

export function articleForm(options: FormOptions): TemplateResult {
  const { value, language, stores, problem, disabled, change } = options;
  const words = language.words(knowledgeWords);
  const law = value.category === 'LAW_POLICY';
  return html`<div class="two">${(['zh', 'en'] as const).map((key) => textPart(options, key))}</div>
    <div class="two">
      ${selectField({ id: 'category', label: words.category, value: value.category, disabled, choices: language.choices<ArticleInput['category']>('ArticleCategory'), onInput: (category) => category && change({ category }) })}
      ${selectField({ id: 'audience', label: words.audience, value: value.audience, disabled, choices: language.choices<ArticleInput['audience']>('ArticleAudience'), onInput: (audience) => audience && change({ audience }) })}
      ${selectField({ id: 'store', label: words.store, value: value.storeId ?? '', disabled, empty: words.allStores, choices: stores.map(({ id, name }) => ({ value: id, label: name })), error: fieldMessage(problem, 'storeId'), onInput: (storeId) => change({ storeId: storeId || null }) })}
      ${textField({ id: 'reviewEveryDays', type: 'number', label: words.reviewEvery, value: String(value.reviewEveryDays), min: 1, max: 3650, disabled, error: fieldMessage(problem, 'reviewEveryDays'), onInput: (days) => change({ reviewEveryDays: Number(days) }) })}
      ${textField({ id: 'effectiveFrom', type: 'datetime-local', label: words.effectiveFrom, required: law, value: toLocalInput(value.effectiveFrom), disabled, error: fieldMessage(problem, 'effectiveFrom'), onInput: (text) => change({ effectiveFrom: fromLocalInput(text) ?? null }) })}
      ${textField({ id: 'effectiveTo', type: 'datetime-local', label: words.effectiveTo, value: toLocalInput(value.effectiveTo), disabled, error: fieldMessage(problem, 'effectiveTo'), onInput: (text) => change({ effectiveTo: fromLocalInput(text) ?? null }) })}
    </div>
    ${textField({ id: 'source', label: words.source, hint: words.sourceHint, required: law, value: value.source, maxLength: 500, disabled, error: fieldMessage(problem, 'source'), onInput: (source) => change({ source }) })}
    ${
      disabled
        ? nothing
        : html`<div class="two">
          <desk-admin-tags label=${words.keywords} .values=${value.keywords}
            @desk-change=${({ detail }: CustomEvent<string[]>) => change({ keywords: detail })}></desk-admin-tags>
          <desk-admin-tags label=${words.synonyms} hint=${words.synonymsHint} .values=${value.synonyms}
            @desk-change=${({ detail }: CustomEvent<string[]>) => change({ synonyms: detail })}></desk-admin-tags>
        </div>`
    }`;
}

function textPart(
  { value, language, problem, disabled, preview, change }: FormOptions,
  key: 'zh' | 'en',
): TemplateResult {
  const words = language.words(knowledgeWords);
  const named = language.code('TextLanguage', key);
  return html`<div class="stack">
    ${textField({ id: `title-${key}`, label: words.titleIn(named), value: value.title[key], maxLength: 200, disabled, error: fieldMessage(problem, 'title') ?? fieldMessage(problem, `title.${key}`), onInput: (text) => change({ title: { ...value.title, [key]: text } }) })}
    ${
      preview
        ? html`<section class="preview" aria-label=${words.previewIn(named)}><div
          class="markdown">${markdown(value.body[key])}</div></section>`
        : areaField({
            id: `body-${key}`,
            label: words.bodyIn(named),
            value: value.body[key],
            rows: 14,
            mono: true,
            maxLength: 20_000,
            disabled,
            error: fieldMessage(problem, 'body') ?? fieldMessage(problem, `body.${key}`),
            onInput: (text) => change({ body: { ...value.body, [key]: text } }),
          })
    }
  </div>`;
}
