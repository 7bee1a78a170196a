/** @module Parts of an order's page: pure templates of what the shop says. */
import type { DeskOrder, DeskPaymentMethod } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import { optionText } from '../../self-service/choices.ts';
import { picture } from '../../self-service/picture.ts';
import type { OrderService as Service } from './words.ts';
import type { WantedAddress } from './change-draft.ts';

type Shipment = DeskOrder['shipments'][number];

export function goods({ lines }: DeskOrder, service: Service): TemplateResult {
  return html`<ul class="list">${lines.map(
    ({ title, options, quantity, unitPrice, imageUrl }) => html`<li class="line">
      ${picture(imageUrl)}
      <span><bdi>${title}</bdi>${options.length > 0 ? html`<span class="muted"><br /><bdi>${optionText(options)}</bdi></span>` : nothing}</span>
      <span class="price">${service.money(unitPrice.amount, unitPrice.currency)}<span
        class="muted"> × ${quantity}</span></span>
    </li>`,
  )}</ul>`;
}

/** The amounts that say something: no discount of nothing. */
export function amounts({ amounts: all }: DeskOrder, service: Service): TemplateResult {
  const { sums } = service.words.orders;
  const names = (Object.keys(sums) as (keyof typeof sums)[]).filter(
    (name) => name === 'total' || name === 'goods' || all[name].amount !== 0,
  );
  return html`<dl>${names.map((name) => {
    const minus = name === 'discount' || name === 'refunded' ? '−' : '';
    return html`<dt class=${name === 'total' ? 'total' : 'muted'}>${sums[name]}</dt><dd
      class="price ${name === 'total' ? 'total' : ''}">${minus}${service.money(all[name].amount, all[name].currency)}</dd>`;
  })}</dl>`;
}

export function payments(
  { payments: entries }: DeskOrder,
  methods: readonly DeskPaymentMethod[],
  service: Service,
): TemplateResult {
  const { words } = service;
  return html`<ul>${entries.map(
    ({ kind, amount, paymentMethodId, at }) => html`<li
      class="row"><span>${words.orders.payments[kind]} · <bdi>${service.method(paymentMethodId, methods)}</bdi>${at ? html`<span class="muted"><br />${service.when(at)}</span>` : nothing}</span>
      <span class="price">${kind === 'REFUND' ? '−' : ''}${service.money(amount.amount, amount.currency)}</span></li>`,
  )}</ul>`;
}

export const addressText = (address: WantedAddress | null): string =>
  address
    ? [address.line1, address.line2, address.city, address.region, address.postalCode, address.country]
        .filter(Boolean)
        .join(', ')
    : '';

/** A parcel with its scans, newest first. */
export function parcel(
  shipment: Shipment,
  {
    index,
    service,
    onCopy,
    copied,
  }: {
    readonly index: number;
    readonly service: Service;
    readonly onCopy: (number: string) => void;
    readonly copied: string;
  },
): TemplateResult {
  const { words } = service;
  const { carrier, trackingNumbers, events, shippedAt, deliveredAt } = shipment;
  const told = events.length > 0 ? events.toReversed() : fromDates(shippedAt, deliveredAt);
  return html`<h4>${words.orders.parcel(index + 1)}${carrier ? html` · <bdi>${carrier}</bdi>` : nothing}</h4>
    ${trackingNumbers.map(
      (number) => html`<p class="row"><span>${words.orders.tracking}: <bdi>${number}</bdi></span>
        <button type="button" class="button" aria-label="${words.orders.copy} ${number}"
          @click=${() => onCopy(number)}>${copied === number ? words.orders.copied : words.orders.copy}</button></p>`,
    )}
    <ol class="events">${told.map(
      ({
        at,
        status,
        text,
        place,
      }) => html`<li>${words.orders.scans[status]}${status === 'OTHER' || status === 'EXCEPTION' ? html`: <bdi>${text}</bdi>` : nothing}${place ? html` · <bdi>${place}</bdi>` : nothing}
        <time class="muted" datetime=${at}>${service.when(at)}</time></li>`,
    )}</ol>`;
}

/** Where the carrier tells nothing, what the shop knows. */
const fromDates = (
  shippedAt: string | null | undefined,
  deliveredAt: string | null | undefined,
): Shipment['events'] => [
  ...(deliveredAt ? [{ at: deliveredAt, status: 'DELIVERED' as const, text: '', place: null }] : []),
  ...(shippedAt ? [{ at: shippedAt, status: 'PICKED_UP' as const, text: '', place: null }] : []),
];

export function history({ history: events }: DeskOrder, service: Service): TemplateResult {
  const { words } = service;
  return html`<ol class="events">${events.toReversed().map(
    ({ at, kind, text }) =>
      html`<li>${words.orders.events[kind]}${kind === 'OTHER' && text ? html`: <bdi>${text}</bdi>` : nothing}<time
          class="muted" datetime=${at}>${service.when(at)}</time></li>`,
  )}</ol>`;
}
