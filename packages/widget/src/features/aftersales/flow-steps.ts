/** @module What is entered at each step of a request. Pure templates; what is entered is told by `onChange`. */
import type { DeskCaseOptions, DeskOrder, DeskPaymentMethod, DeskVariant } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import { methodChoice, optionText, payerOf, valueOf, variantSelect } from '../../self-service/choices.ts';
import { picture } from '../../self-service/picture.ts';
import type { CaseService as Service } from './words.ts';
import { why } from '../../self-service/why.ts';
import type { CaseDraft } from './case-draft.ts';

export interface FlowFacts {
  readonly order: DeskOrder;
  readonly options: DeskCaseOptions;
  readonly methods: readonly DeskPaymentMethod[];
  /** By product; those of the chosen items, for an exchange. */
  readonly variants: Readonly<Record<string, readonly DeskVariant[]>>;
}

export interface StepOptions {
  readonly facts: FlowFacts;
  readonly draft: CaseDraft;
  readonly service: Service;
  /** Whether what is missing is shown as such. */
  readonly checked: boolean;
  readonly onChange: (change: Partial<CaseDraft>) => void;
}

const missing = (wrong: boolean, text: string) => (wrong ? html`<p class="wrong">${text}</p>` : nothing);

export function itemsStep({
  facts: { order, options },
  draft,
  service,
  checked,
  onChange,
}: StepOptions): TemplateResult {
  const { words } = service;
  const leftOf = (lineId: string) => options.lines.find((one) => one.lineId === lineId)?.left ?? 0;
  const set = (lineId: string, quantity: number) => onChange({ items: { ...draft.items, [lineId]: quantity } });
  const wrong = checked && Object.values(draft.items).every((quantity) => quantity === 0);
  return html`<fieldset><legend>${words.flow.chooseItems}</legend>${missing(wrong, words.required)}
    ${order.lines.map(({ id, title, options: variant, quantity, imageUrl }) => {
      const left = leftOf(id);
      const chosen = Math.min(draft.items[id] ?? 0, left);
      return html`<div class="line ${left === 0 ? 'dim' : ''}">
        <label class="check">
          <input type="checkbox" name="item" .checked=${chosen > 0} ?disabled=${left === 0} @change=${(event: Event) => set(id, (event.target as HTMLInputElement).checked ? left : 0)} />
          <span><bdi>${title}</bdi><span class="muted"><br /><bdi>${optionText(variant)}</bdi><br />${left === 0 ? words.flow.noneLeft : words.flow.left(left, quantity)}</span></span>
          ${picture(imageUrl)}
        </label>
      </div>
      ${chosen > 0 && left > 1 ? quantityField({ label: words.flow.quantityOf(title), left, chosen, onChoose: (next) => set(id, next) }) : nothing}`;
    })}</fieldset>`;
}

function quantityField({
  label,
  left,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly left: number;
  readonly chosen: number;
  readonly onChoose: (quantity: number) => void;
}): TemplateResult {
  const within = (value: string) => Math.min(left, Math.max(1, Math.trunc(Number(value)) || 1));
  const changed = (event: Event) => {
    const quantity = within(valueOf(event));
    (event.target as HTMLInputElement).value = String(quantity);
    onChoose(quantity);
  };
  return html`<label class="field">${label}<input type="number" inputmode="numeric" min="1" max=${left} .value=${String(chosen)} @change=${changed} /></label>`;
}

export const photoRequired = ({
  facts: { options },
  draft: { reason },
}: Pick<StepOptions, 'facts' | 'draft'>): boolean =>
  options.reasons.find(({ code }) => code === reason)?.photoRequired ?? false;

/** Reasons of the buyer's own, where the state of the goods matters. */
const OWN_REASONS: readonly string[] = ['NO_REASON', 'SIZE_COLOR', 'EXCHANGE', 'REFUSED'];

export function reasonStep({ facts: { options }, draft, service, checked, onChange }: StepOptions): TemplateResult {
  const { words } = service;
  const own = draft.reason !== undefined && OWN_REASONS.includes(draft.reason);
  const rare = options.reasons.filter(({ common }) => !common);
  const choice = ({ code, label }: DeskCaseOptions['reasons'][number]) =>
    html`<label class="check"><input type="radio" name="reason" .checked=${draft.reason === code} @change=${() => onChange({ reason: code })} /><span>${service.say(label)}</span></label>`;
  return html`<fieldset><legend>${words.flow.reason}</legend>${missing(checked && !draft.reason, words.required)}
      ${options.reasons.filter(({ common }) => common).map(choice)}
      <details ?open=${rare.some(({ code }) => code === draft.reason)}><summary>${words.flow.otherReason}</summary>${rare.map(choice)}</details>
    </fieldset>
    ${own ? conditionFields(draft, service, onChange) : nothing}
    <label class="field">${words.flow.description}<textarea rows="3" maxlength="2000" dir="auto" .value=${draft.description ?? ''} @input=${(event: Event) => onChange({ description: valueOf(event) })}></textarea></label>`;
}

function conditionFields(
  { condition = {} }: CaseDraft,
  { words }: Service,
  onChange: StepOptions['onChange'],
): TemplateResult {
  const names = Object.keys(words.flow.conditions) as (keyof typeof words.flow.conditions)[];
  return html`<fieldset><legend>${words.flow.condition}</legend>
    ${names.map(
      (name) =>
        html`<label class="check"><input type="checkbox" .checked=${condition[name] ?? false} @change=${(event: Event) => onChange({ condition: { ...condition, [name]: (event.target as HTMLInputElement).checked } })} /><span>${words.flow.conditions[name]}</span></label>`,
    )}
  </fieldset>`;
}

/** Nothing can be had: then there is nothing to choose, only somebody to talk to. */
export const hasNoSolution = ({ types }: DeskCaseOptions): boolean => types.every(({ outcome }) => outcome === 'DENY');

export function solutionStep(step: StepOptions): TemplateResult {
  const {
    facts: { options },
    draft,
    service,
    checked,
    onChange,
  } = step;
  const { words } = service;
  const [refused] = options.types;
  if (refused && hasNoSolution(options))
    return html`<div class="note" role="status"><p><bdi>${service.say(refused.explanation)}</bdi></p>${why(refused.clause, service)}</div>`;
  return html`<fieldset><legend>${words.flow.solution}</legend>${missing(checked && !draft.type, words.required)}
      ${options.types
        .filter(({ outcome }) => outcome !== 'DENY')
        .map(
          ({ type, label, explanation, clause }) =>
            html`<div><label class="check"><input type="radio" name="type" .checked=${draft.type === type} @change=${() => onChange({ type })} /><span>${service.say(label)}<span class="muted"><br /><bdi>${service.say(explanation)}</bdi></span></span></label>${why(clause, service)}</div>`,
        )}
    </fieldset>
    ${draft.type === 'EXCHANGE' ? exchangeFields(step) : nothing} ${draft.type === 'RETURN_REFUND' || draft.type === 'EXCHANGE' ? refundField(step) : nothing}`;
}

function exchangeFields({
  facts: { order, variants },
  draft,
  service,
  checked,
  onChange,
}: StepOptions): TemplateResult {
  const { words } = service;
  const lines = order.lines.filter(({ id }) => (draft.items[id] ?? 0) > 0);
  return html`${lines.map(({ id, productId, title }) => {
    const chosen = draft.variants?.[id];
    return html`<label class="field">${words.flow.newItem(title)}
      ${variantSelect({ label: words.flow.newItem(title), none: words.flow.choose, chosen, variants: variants[productId] ?? [], service, onChoose: (next) => onChange({ variants: { ...draft.variants, [id]: next } }) })}
      ${missing(checked && !chosen, words.required)}</label>`;
  })}`;
}

/** Money goes back to those who paid; a gift card may be chosen instead. */
function refundField({ facts: { order, methods }, draft, service, onChange }: StepOptions): TemplateResult {
  const payer = payerOf(order);
  const able = methods.filter(({ id, kind }) => id === payer || kind === 'GIFT_CARD');
  if (able.length < 2) return html``;
  return methodChoice({
    methods: able,
    chosen: draft.methodId ?? payer,
    legend: service.words.flow.refundTo,
    service,
    wrong: false,
    onChoose: (methodId) => onChange({ methodId }),
  });
}
