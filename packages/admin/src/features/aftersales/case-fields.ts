/** @module What a new case asks for, as fields of one draft. */
import { choosesGoods, mayCompensate, mustCompensate } from '@shopdesk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { areaField, bareSelect, selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { fieldMessage, type Problem } from '../../kit/problem.ts';
import { kitWords } from '../../kit/words.ts';
import type {
  CaseOption,
  CaseOptions,
  CaseOrder,
  CaseReason,
  CaseType,
  Product,
  WantedCase,
  WantedItem,
  ShopPaymentMethod,
  CompensationFor,
} from './data.ts';
import { methodName } from './methods.ts';
import { moneyField } from '../../kit/money-field.ts';
import { typeName } from './names.ts';
import './photo-field.ts';
import { caseWords } from './words.ts';

export interface CaseDraft {
  /** How many of each line; absent or 0: not this one. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly variants: Readonly<Record<string, string>>;
  readonly reason: CaseReason | '';
  readonly type: CaseType | '';
  readonly description: string;
  readonly photos: readonly string[];
  readonly methodId: string;
  readonly compensation: number | undefined;
  readonly compensationFor: CompensationFor | '';
  readonly exceptionReason: string;
}

export const emptyDraft: CaseDraft = {
  quantities: {},
  variants: {},
  reason: '',
  type: '',
  description: '',
  photos: [],
  methodId: '',
  compensation: undefined,
  compensationFor: '',
  exceptionReason: '',
};

export const formStyle = css`
  .goods {
    display: grid;
    gap: 0.375rem;
  }
  .goods li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: center;
  }
  .goods select {
    inline-size: 5rem;
  }
  .types {
    display: grid;
    gap: 0.375rem;
  }
  .types label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.5rem;
    align-items: start;
    padding: 0.5rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
`;

export function itemsOf({ quantities, variants, type }: CaseDraft): WantedItem[] {
  const chooses = type !== '' && choosesGoods(type);
  return Object.entries(quantities).flatMap(([lineId, quantity]) =>
    quantity > 0
      ? [{ lineId, quantity, ...(chooses && variants[lineId] ? { newVariantId: variants[lineId] } : {}) }]
      : [],
  );
}

/** The draft as the desk is asked, or what is missing. */
export function wantedOf(
  draft: CaseDraft,
  where: { storeId: string; orderId: string; conversationId: string },
): { wanted?: WantedCase; problem?: Problem } {
  const { reason, type, description, photos, methodId, compensation, compensationFor, exceptionReason } = draft;
  const items = itemsOf(draft);
  const missing = [...(items.length === 0 ? ['items'] : []), ...(reason ? [] : ['reason']), ...(type ? [] : ['type'])];
  if (missing.length > 0 || !reason || !type)
    return {
      problem: {
        code: 'VALIDATION_FAILED',
        message: '',
        fields: missing.map((path) => ({ path, message: '' })),
        details: {},
      },
    };
  const { storeId, orderId, conversationId } = where;
  return {
    wanted: {
      storeId,
      orderId,
      type,
      reason,
      items,
      description,
      evidence: photos,
      ...(conversationId ? { conversationId } : {}),
      ...(methodId ? { paymentMethodId: methodId } : {}),
      ...(compensation ? { compensationAmount: compensation } : {}),
      ...(compensationFor && compensation ? { compensationFor } : {}),
      ...(exceptionReason.trim() ? { exceptionReason } : {}),
    },
  };
}

export interface CaseFields {
  readonly order: CaseOrder;
  readonly options: CaseOptions;
  readonly types: readonly CaseOption[];
  readonly methods: readonly ShopPaymentMethod[];
  readonly products: ReadonlyMap<string, Product>;
  readonly draft: CaseDraft;
  readonly problem: Problem | undefined;
  readonly language: Language;
  readonly storeId: string;
  readonly set: (part: Partial<CaseDraft>) => void;
}

const errorOf = (problem: Problem | undefined, path: string, language: Language): string | undefined => {
  const message = fieldMessage(problem, path);
  return message === undefined ? undefined : message || language.words(kitWords).required;
};

export function caseFields(form: CaseFields): TemplateResult {
  const { options, draft, problem, language, storeId, set } = form;
  const words = language.words(caseWords);
  const reason = options.reasons.find(({ code }) => code === draft.reason);
  return html`${goodsField(form)}
    ${selectField({ id: 'reason', label: words.why, value: draft.reason, empty: words.fields.choose, required: true, error: errorOf(problem, 'reason', language), choices: options.reasons.map(({ code, label }) => ({ value: code, label: language.of(label) })), onInput: (code) => set({ reason: code }) })}
    ${typeField(form)} ${draft.type && choosesGoods(draft.type) ? variantFields(form) : nothing} ${moneyFields(form)}
    ${areaField({ id: 'description', label: words.description, value: draft.description, maxLength: 2000, error: fieldMessage(problem, 'description'), onInput: (description) => set({ description }) })}
    <desk-admin-photo-field .storeId=${storeId} label=${words.fields.photos}
      error=${errorOf(problem, 'evidence', language) ?? ''} @desk-change=${({ detail }: CustomEvent<string[]>) => set({ photos: detail })}></desk-admin-photo-field>
    ${reason?.photoRequired ? html`<p class="hint">${words.photosWanted}</p>` : nothing}`;
}

function goodsField({ order, options, draft, problem, language, set }: CaseFields): TemplateResult {
  const words = language.words(caseWords);
  const error = errorOf(problem, 'items', language);
  return html`<fieldset>
    <legend>${words.chooseGoods}</legend>
    <ul class="goods">${order.lines.map((line) => {
      const left = options.lines.find(({ lineId }) => lineId === line.id)?.left ?? 0;
      const choices = Array.from({ length: Math.max(left, 1) + 1 }, (_one, count) => ({
        value: String(count),
        label: String(count),
      }));
      const title = `${line.title}${line.options.length > 0 ? ` (${line.options.map(({ value }) => value).join(' / ')})` : ''}`;
      return html`<li>
        <span>${title}<br /><span
          class="muted small">${language.money(line.unitPrice)} · ${left > 0 ? words.left(left) : words.nothingLeft}</span></span>
        ${bareSelect({ id: `quantity-${line.id}`, label: words.quantityOf(line.title), value: String(draft.quantities[line.id] ?? 0), choices: left > 0 ? choices : choices.slice(0, 1), error, onInput: (count) => set({ quantities: { ...draft.quantities, [line.id]: Number(count) } }) })}
      </li>`;
    })}</ul>
    ${error ? html`<p class="error">${icon('warning', 'small')}${error}</p>` : nothing}
  </fieldset>`;
}

const LOOKS = { ALLOW: 'ok', REVIEW: 'warn', DENY: 'danger' } as const;

const outcomeChip = (outcome: keyof typeof LOOKS, language: Language): TemplateResult =>
  html`<span class="chip ${LOOKS[outcome]}">${language.code('CaseOutcome', outcome)}</span>`;

/** Each solution with the policy's word on it, and money alone, which only staff offer. */
function typeField({ types, draft, problem, language, set }: CaseFields): TemplateResult {
  const words = language.words(caseWords);
  const error = errorOf(problem, 'type', language);
  const all: (Omit<CaseOption, 'outcome'> & { outcome?: CaseOption['outcome'] })[] =
    types.length > 0
      ? [...types, { type: 'COMPENSATION', ruleIds: [], explanation: { zh: '', en: '' }, whatWouldChangeIt: [] }]
      : [];
  return html`<fieldset>
    <legend>${words.solution}</legend>
    ${all.length === 0 ? html`<p class="hint">${words.solutionFirst}</p>` : nothing}
    <div class="types">${all.map(
      ({ type, outcome, explanation }) => html`<label>
        <input type="radio" name="type" value=${type} .checked=${draft.type === type} @change=${() => set({ type })} />
        <span>${typeName(type, language)}${outcome === 'DENY' ? html`<br /><span class="hint">${language.of(explanation)}</span>` : nothing}</span>
        ${outcome ? outcomeChip(outcome, language) : nothing}
      </label>`,
    )}</div>
    ${error ? html`<p class="error">${icon('warning', 'small')}${error}</p>` : nothing}
    ${types.find(({ type }) => type === draft.type)?.outcome === 'DENY' ? areaField({ id: 'exceptionReason', label: words.fields.exceptionReason, hint: words.forException, value: draft.exceptionReason, maxLength: 500, rows: 2, error: fieldMessage(problem, 'exceptionReason'), onInput: (exceptionReason) => set({ exceptionReason }) }) : nothing}
  </fieldset>`;
}

function variantFields({ order, products, draft, problem, language, set }: CaseFields): TemplateResult {
  const words = language.words(caseWords);
  const lines = order.lines.filter(({ id }) => (draft.quantities[id] ?? 0) > 0);
  return html`${lines.map((line) => {
    const variants = products.get(line.productId)?.variants ?? [];
    const choices = variants
      .filter(({ id }) => id !== line.variantId)
      .map(({ id, title, options, price, available }) => ({
        value: id,
        label: `${options.map(({ value }) => value).join(' / ') || title} · ${language.money(price)}${available ? '' : ` (${words.fields.soldOut})`}`,
      }));
    return selectField({
      id: `variant-${line.id}`,
      label: words.fields.newVariant(line.title),
      value: draft.variants[line.id] ?? '',
      empty: words.fields.choose,
      required: true,
      choices,
      error: draft.variants[line.id] ? undefined : errorOf(problem, 'items', language),
      onInput: (variant) => set({ variants: { ...draft.variants, [line.id]: variant } }),
    });
  })}`;
}

function moneyFields({ order, methods, draft, problem, language, set }: CaseFields): TemplateResult | typeof nothing {
  const words = language.words(caseWords);
  if (!draft.type || !mayCompensate(draft.type)) return nothing;
  const alone = mustCompensate(draft.type);
  const currency = order.lines[0]?.unitPrice.currency ?? 'CNY';
  const causes = language.choices<CompensationFor>('CompensationFor');
  return html`<div class="two">
    ${alone ? nothing : selectField({ id: 'methodId', label: words.refundTo, value: draft.methodId, empty: words.originalMethod, choices: methods.map((method) => ({ value: method.id, label: methodName(method, language) })), onInput: (methodId) => set({ methodId }) })}
    ${moneyField({ id: 'compensation', label: words.compensation, required: alone, error: errorOf(problem, 'compensationAmount', language), currency, value: draft.compensation, set: (compensation) => set({ compensation }) })}
    ${draft.compensation ? selectField({ id: 'compensationFor', label: words.fields.compensationFor, value: draft.compensationFor, empty: words.fields.choose, choices: causes, onInput: (compensationFor) => set({ compensationFor }) }) : nothing}
  </div>`;
}
