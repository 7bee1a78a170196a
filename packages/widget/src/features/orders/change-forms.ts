/** @module What is entered for each change of an order. Pure templates; what is entered is told by `onChange`. */
import type { DeskAddress, DeskOrder, DeskPaymentMethod } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeDraft } from './change-draft.ts';
import { optionText } from './order-parts.ts';
import { picture } from './picture.ts';
import type { Service } from './service.ts';

export interface ChangeFacts {
  readonly order: DeskOrder;
  readonly reasons: readonly { readonly code: string; readonly label: { readonly zh: string; readonly en: string } }[];
  readonly methods: readonly DeskPaymentMethod[];
  /** By product. */
  readonly variants: Readonly<Record<string, readonly { readonly id: string; readonly options: readonly { readonly name: string; readonly value: string }[]; readonly price: { readonly amount: number; readonly currency: string }; readonly available: boolean }[]>>;
}

export interface FormOptions {
  readonly facts: ChangeFacts;
  readonly draft: ChangeDraft;
  readonly service: Service;
  /** Whether missing parts are shown as such. */
  readonly checked: boolean;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

export function cancelForm({ facts: { reasons }, draft, service, checked, onChange }: FormOptions): TemplateResult {
  const { words } = service;
  const wrong = checked && !draft.reason;
  if (reasons.length === 0)
    return html`<label class="field">${words.change.reason}<input name="reason" maxlength="500" aria-invalid=${wrong} .value=${draft.reason ?? ''} placeholder=${words.change.reasonHint} @input=${(event: Event) => onChange({ reason: valueOf(event) })} />${missing(wrong, service)}</label>`;
  return html`<fieldset><legend>${words.change.reason}</legend>${missing(wrong, service)}
    ${reasons.map(({ code, label }) => html`<label class="check"><input type="radio" name="reason" .checked=${draft.reason === code} @change=${() => onChange({ reason: code })} /><span>${service.say(label)}</span></label>`)}
  </fieldset>`;
}

const FIELDS = [['line1', 'address-line1', 200], ['line2', 'address-line2', 200], ['city', 'address-level2', 100], ['region', 'address-level1', 100], ['postalCode', 'postal-code', 20], ['country', 'country-name', 60]] as const;
const OPTIONAL: readonly string[] = ['line2', 'region'];

/** Fields of an address that may not be empty. */
export const addressComplete = (address: DeskAddress): boolean => FIELDS.every(([name]) => OPTIONAL.includes(name) || address[name].trim() !== '');

export function addressForm({ facts: { order }, draft, service, checked, onChange }: FormOptions): TemplateResult {
  const address = draft.address ?? order.address;
  return html`${FIELDS.map(([name, autocomplete, length]) => {
    const wrong = checked && !OPTIONAL.includes(name) && address[name].trim() === '';
    return html`<label class="field">${service.words.change.address[name]}
      <input name=${name} autocomplete=${autocomplete} maxlength=${length} dir="auto" aria-invalid=${wrong} .value=${address[name]} @input=${(event: Event) => onChange({ address: { ...address, [name]: valueOf(event) } })} />
      ${missing(wrong, service)}</label>`;
  })}`;
}

export function methodForm({ facts: { order, methods }, draft, service, checked, onChange }: FormOptions): TemplateResult {
  const { words } = service;
  const others = methods.filter(({ id }) => id !== payerOf(order));
  if (others.length === 0) return html`<p class="note">${words.change.noMethods}</p>`;
  return methodChoice({ methods: others, chosen: draft.paymentMethodId, legend: words.change.method, service, wrong: checked && !draft.paymentMethodId, onChoose: (paymentMethodId) => onChange({ paymentMethodId }) });
}

export const payerOf = ({ payments }: DeskOrder): string | undefined => payments.find(({ kind }) => kind === 'PAYMENT')?.paymentMethodId;

interface MethodOptions {
  readonly methods: readonly DeskPaymentMethod[];
  readonly chosen: string | undefined;
  readonly legend: string;
  readonly service: Service;
  readonly wrong: boolean;
  readonly onChoose: (id: string) => void;
}

export function methodChoice({ methods, chosen, legend, service, wrong, onChoose }: MethodOptions): TemplateResult {
  const { words } = service;
  return html`<fieldset><legend>${legend}</legend>${missing(wrong, service)}
    ${methods.map(
      ({ id, balance }) => html`<label class="check"><input type="radio" name="method" .checked=${chosen === id} @change=${() => onChoose(id)} />
        <span><bdi>${service.method(id, methods)}</bdi>${balance ? html`<span class="muted"><br />${words.methods.balance(service.money(balance.amount, balance.currency))}</span>` : nothing}</span></label>`,
    )}
  </fieldset>`;
}

export function itemsForm(options: FormOptions): TemplateResult {
  const { facts, draft, service, checked, onChange } = options;
  const { words } = service;
  const wrong = checked && Object.values(draft.items ?? {}).every((id) => !id);
  const choose = (lineId: string, variantId: string) => onChange({ items: { ...draft.items, [lineId]: variantId } });
  return html`<fieldset><legend>${words.change.items}</legend>${wrong ? html`<p class="wrong">${words.change.nothing}</p>` : nothing}
      ${facts.order.lines.map(
        ({ id, productId, variantId, title, options: now, imageUrl }) => html`<div class="line">${picture(imageUrl)}<label><bdi>${title}</bdi><span class="muted"><br /><bdi>${optionText(now)}</bdi></span>
          ${variantSelect({ label: words.flow.newItem(title), none: words.change.keep, chosen: draft.items?.[id], variants: (facts.variants[productId] ?? []).filter((one) => one.id !== variantId), service, onChoose: (chosen) => choose(id, chosen) })}</label></div>`,
      )}</fieldset>
    ${methodChoice({ methods: facts.methods, chosen: draft.paymentMethodId, legend: words.change.differenceBy, service, wrong: checked && !draft.paymentMethodId, onChoose: (paymentMethodId) => onChange({ paymentMethodId }) })}`;
}

interface VariantOptions {
  readonly label: string;
  readonly none: string;
  readonly chosen: string | undefined;
  readonly variants: ChangeFacts['variants'][string];
  readonly service: Service;
  readonly onChoose: (variantId: string) => void;
}

/** The variants of a product with their prices; what is sold out is shown and cannot be chosen. */
export function variantSelect({ label, none, chosen, variants, service, onChoose }: VariantOptions): TemplateResult {
  return html`<select aria-label=${label} .value=${chosen ?? ''} @change=${(event: Event) => onChoose(valueOf(event))}>
    <option value="" ?selected=${!chosen}>${none}</option>
    ${variants.map(
      ({ id, options, price, available }) => html`<option value=${id} ?selected=${chosen === id} ?disabled=${!available}>${optionText(options)} · ${service.money(price.amount, price.currency)}${available ? '' : ` · ${service.words.change.gone}`}</option>`,
    )}
  </select>`;
}

export const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

const missing = (wrong: boolean, { words }: Service) => (wrong ? html`<p class="wrong">${words.required}</p>` : nothing);
