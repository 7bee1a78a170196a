/** @module The parts of an order as templates: goods, money, parcels and what happened. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { OrderBuyer, ShopAddress, ShopOrder } from './data.ts';
import { methodById } from './looks.ts';
import { orderWords } from './words.ts';

export const sectionStyle = css`
  .lines {
    display: grid;
    gap: 0.5rem;
  }
  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
  }
  .sums {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.125rem 0.75rem;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--line);
  }
  .sums > :nth-child(even) {
    text-align: end;
  }
  .course {
    display: grid;
    gap: 0.5rem;
    border-inline-start: 2px solid var(--line);
    padding-inline-start: 0.75rem;
    margin-inline-start: 0.3125rem;
  }
  .course li {
    position: relative;
  }
  .course li::before {
    content: '';
    position: absolute;
    inset-inline-start: calc(-0.75rem - 5px);
    inset-block-start: 0.4375rem;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--line-strong);
  }
  .course li.last::before {
    background: var(--accent);
  }
`;

export function goodsSection({ lines, amounts }: ShopOrder, language: Language): TemplateResult {
  const words = language.words(orderWords);
  const sums = (['goods', 'discount', 'freight', 'total', 'paid', 'refunded'] as const).filter(
    (name) => ['total', 'paid'].includes(name) || amounts[name].amount > 0,
  );
  return html`<ul class="lines">${lines.map(
    (line) => html`<li class="line">
        <span>${line.title}${line.options.length > 0 ? html` <span class="muted small">${line.options.map(({ value }) => value).join(' / ')}</span>` : nothing}</span>
        <span class="numeric">${line.quantity} × ${language.money(line.unitPrice)}</span>
      </li>`,
  )}</ul>
    <div class="sums">${sums.map((name) => html`<span class="muted">${words.amounts[name]}</span><span class="numeric">${name === 'discount' ? '−' : ''}${name === 'total' ? html`<strong>${language.money(amounts[name])}</strong>` : language.money(amounts[name])}</span>`)}</div>`;
}

export function paymentsSection(
  { payments }: ShopOrder,
  buyer: OrderBuyer | undefined,
  language: Language,
): TemplateResult {
  const words = language.words(orderWords);
  return html`<ul class="lines">${payments.map(
    ({ kind, amount, paymentMethodId, at }) => html`<li class="line">
      <span>${kind === 'REFUND' ? words.refund : words.payment} · ${methodById(buyer?.paymentMethods ?? [], paymentMethodId, language)}${at ? html` <span class="muted small">${language.moment(at)}</span>` : nothing}</span>
      <span class="numeric">${kind === 'REFUND' ? '−' : ''}${language.money(amount)}</span>
    </li>`,
  )}</ul>`;
}

/** Parcels with their scans, the newest first: what one is asked for on the phone. */
export function shipmentsSection({ shipments, lines }: ShopOrder, language: Language): TemplateResult {
  const words = language.words(orderWords);
  if (shipments.length === 0) return html`<p class="muted">${words.noShipments}</p>`;
  const titles = (ids: readonly string[]) =>
    language.list(lines.filter(({ id }) => ids.includes(id)).map(({ title }) => title));
  return html`${shipments.map(
    ({ carrier, trackingNumbers, lineIds, shippedAt, deliveredAt, events }) => html`<div class="stack">
      <p class="row wrap">${icon('truck', 'small')}<strong
        class="numeric">${[carrier, ...trackingNumbers].filter(Boolean).join(' ')}</strong>${shipments.length > 1 ? html`<span class="muted small">${titles(lineIds)}</span>` : nothing}</p>
      ${facts([shippedAt && ([words.shipped, language.full(shippedAt)] as const), deliveredAt && ([words.delivered, language.full(deliveredAt)] as const)])}
      ${
        events.length > 0
          ? html`<ol class="course">${events.toReversed().map(({ at, status, text, place }, index) => html`<li class=${index === 0 ? 'last' : ''}><strong>${language.code('ShopTrackingStatus', status)}</strong>${place ? ` · ${place}` : ''}<br /><span class="muted small">${language.full(at)}${text ? ` · ${text}` : ''}</span></li>`)}</ol>`
          : nothing
      }
    </div>`,
  )}`;
}

export function historySection({ history }: ShopOrder, language: Language): TemplateResult {
  return html`<ol
    class="course">${history.toReversed().map(({ at, kind, text }, index) => html`<li class=${index === 0 ? 'last' : ''}>${language.code('ShopOrderEventKind', kind)}${text ? html`: ${text}` : nothing}<br /><span class="muted small">${language.full(at)}</span></li>`)}</ol>`;
}

export const addressText = (address: ShopAddress | null): string =>
  !address
    ? ''
    : [address.line1, address.line2, address.city, address.region, address.postalCode, address.country]
        .filter(Boolean)
        .join(', ');

/** What was changed, as the remark and the request keep it: an address, a state, a method, goods. */
export function changeText(value: Readonly<Record<string, unknown>> | null): string {
  if (!value) return '';
  return Object.values(value)
    .map((part) => {
      if (Array.isArray(part))
        return part.map((one: { variantId?: unknown }) => String(one.variantId ?? '')).join(', ');
      if (typeof part === 'object' && part !== null) return addressText(part as ShopAddress);
      return String(part ?? '');
    })
    .join('; ');
}
