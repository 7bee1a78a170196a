/** @module What is entered for each change of an order. Pure templates; what is entered is told by `onChange`. */
import type { DeskOrder, DeskPaymentMethod, DeskVariant } from '@shopdesk/core/client';
import { missingAddressParts } from '@shopdesk/core/text';
import { html, nothing, type TemplateResult } from 'lit';
import { methodChoice, missing, optionText, payerOf, valueOf, variantSelect } from '../../self-service/choices.ts';
import { picture } from '../../self-service/picture.ts';
import type { OrderService as Service } from './words.ts';
import type { ChangeDraft, WantedAddress } from './change-draft.ts';

export interface ChangeFacts {
  readonly order: DeskOrder;
  readonly reasons: readonly { readonly code: string; readonly label: { readonly zh: string; readonly en: string } }[];
  readonly methods: readonly DeskPaymentMethod[];
  /** By product. */
  readonly variants: Readonly<Record<string, readonly DeskVariant[]>>;
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
    return html`<label class="field">${words.change.reason}<input name="reason" maxlength="500" aria-invalid=${wrong}
      .value=${draft.reason ?? ''} placeholder=${words.change.reasonHint} @input=${(event: Event) => onChange({ reason: valueOf(event) })} />${missing(wrong, service)}</label>`;
  return html`<fieldset><legend>${words.change.reason}</legend>${missing(wrong, service)}
    ${reasons.map(({ code, label }) => html`<label class="check"><input type="radio" name="reason" .checked=${draft.reason === code} @change=${() => onChange({ reason: code })} /><span>${service.say(label)}</span></label>`)}
  </fieldset>`;
}

const FIELDS = [
  ['line1', 'address-line1', 200],
  ['line2', 'address-line2', 200],
  ['city', 'address-level2', 100],
  ['region', 'address-level1', 100],
  ['postalCode', 'postal-code', 20],
  ['country', 'country-name', 60],
] as const;

/** Where the shop does not say where to. */
const NO_ADDRESS: WantedAddress = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

/** What stands in the form: what was entered, else the order's own. */
export const addressOf = (order: DeskOrder, draft: ChangeDraft): WantedAddress =>
  draft.address ?? order.address ?? NO_ADDRESS;

/** Whether nothing is missing that an address of its country must have. */
export const addressComplete = (address: WantedAddress): boolean => missingAddressParts(address).length === 0;

export function addressForm({ facts: { order }, draft, service, checked, onChange }: FormOptions): TemplateResult {
  const address = addressOf(order, draft);
  const missingParts = checked ? missingAddressParts(address) : [];
  return html`${FIELDS.map(([name, autocomplete, length]) => {
    const wrong = missingParts.some((part) => part === name);
    return html`<label class="field">${service.words.change.address[name]}
      <input name=${name} autocomplete=${autocomplete} maxlength=${length} dir="auto" aria-invalid=${wrong}
        .value=${address[name] ?? ''} @input=${(event: Event) => onChange({ address: { ...address, [name]: valueOf(event) } })} />
      ${missing(wrong, service)}</label>`;
  })}`;
}

export function methodForm({
  facts: { order, methods },
  draft,
  service,
  checked,
  onChange,
}: FormOptions): TemplateResult {
  const { words } = service;
  const others = methods.filter(({ id }) => id !== payerOf(order));
  if (others.length === 0) return html`<p class="note">${words.change.noMethods}</p>`;
  return methodChoice({
    methods: others,
    chosen: draft.paymentMethodId,
    legend: words.change.method,
    service,
    wrong: checked && !draft.paymentMethodId,
    onChoose: (paymentMethodId) => onChange({ paymentMethodId }),
  });
}

export function itemsForm(options: FormOptions): TemplateResult {
  const { facts, draft, service, checked, onChange } = options;
  const { words } = service;
  const wrong = checked && Object.values(draft.items ?? {}).every((id) => !id);
  const choose = (lineId: string, variantId: string) => onChange({ items: { ...draft.items, [lineId]: variantId } });
  return html`<fieldset><legend>${words.change.items}</legend>${wrong ? html`<p class="wrong">${words.change.nothing}</p>` : nothing}
      ${facts.order.lines.map(
        ({
          id,
          productId,
          variantId,
          title,
          options: now,
          imageUrl,
        }) => html`<div class="line">${picture(imageUrl)}<label><bdi>${title}</bdi><span
          class="muted"><br /><bdi>${optionText(now)}</bdi></span>
          ${variantSelect({ label: words.change.newItem(title), none: words.change.keep, chosen: draft.items?.[id], variants: (facts.variants[productId] ?? []).filter((one) => one.id !== variantId), service, onChoose: (chosen) => choose(id, chosen) })}</label></div>`,
      )}</fieldset>
    ${methodChoice({ methods: facts.methods, chosen: draft.paymentMethodId, legend: words.change.differenceBy, service, wrong: checked && !draft.paymentMethodId, onChoose: (paymentMethodId) => onChange({ paymentMethodId }) })}`;
}
