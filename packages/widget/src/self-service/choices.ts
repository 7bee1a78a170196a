/** @module Choices that several pages of self-service offer: payment methods and variants of a product. */
import type { DeskOrder, DeskPaymentMethod, DeskVariant } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Service } from './service.ts';

export const optionText = (options: readonly { readonly name: string; readonly value: string }[]): string =>
  options.map(({ name, value }) => `${name}: ${value}`).join(' · ');

/** Who paid first: money goes back there by itself. */
export const payerOf = ({ payments }: DeskOrder): string | undefined =>
  payments.find(({ kind }) => kind === 'PAYMENT')?.paymentMethodId ?? undefined;

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
      ({
        id,
        balance,
      }) => html`<label class="check"><input type="radio" name="method" .checked=${chosen === id} @change=${() => onChoose(id)} />
        <span><bdi>${service.method(id, methods)}</bdi>${balance ? html`<span class="muted"><br />${words.methods.balance(service.money(balance.amount, balance.currency))}</span>` : nothing}</span></label>`,
    )}
  </fieldset>`;
}

interface VariantOptions {
  readonly label: string;
  readonly none: string;
  readonly chosen: string | undefined;
  readonly variants: readonly DeskVariant[];
  readonly service: Service;
  readonly onChoose: (variantId: string) => void;
}

/** The variants of a product with their prices; what is sold out is shown and cannot be chosen. */
export function variantSelect({ label, none, chosen, variants, service, onChoose }: VariantOptions): TemplateResult {
  return html`<select aria-label=${label} .value=${chosen ?? ''} @change=${(event: Event) => onChoose(valueOf(event))}>
    <option value="" ?selected=${!chosen}>${none}</option>
    ${variants.map(
      ({ id, options, price, available }) =>
        html`<option value=${id} ?selected=${chosen === id} ?disabled=${!available}>${optionText(options)} · ${service.money(price.amount, price.currency)}${available ? '' : ` · ${service.words.gone}`}</option>`,
    )}
  </select>`;
}

export const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value;

/** Says under a field that it is needed. */
export const missing = (wrong: boolean, { words }: Service) =>
  wrong ? html`<p class="wrong">${words.required}</p>` : nothing;
