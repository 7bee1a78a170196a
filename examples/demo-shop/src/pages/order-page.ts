/**
 * @module One order: where it is, what is in it, what was paid, what happened.
 */
import type { ShopCustomer, ShopOrder, ShopOrderLine, ShopReturn, ShopVariant } from '@shopdesk/core';
import { categoryOf } from '../categories.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';
import { optionLine, productName } from './names.ts';
import { statusBadge } from './orders-page.ts';
import { addressLines, methodText, orderPath, priceText, productPath, timeText, type Visitor } from './page.ts';
import { picture } from './pictures.ts';
import { nextMove } from '../warehouse.ts';

export interface ShownOrder {
  readonly order: ShopOrder;
  readonly customer: ShopCustomer;
  /** The variants that replace others in an exchange, by id. */
  readonly replacements: ReadonlyMap<string, ShopVariant>;
}

const STEPS = ['PLACED', 'SHIPPED', 'DELIVERED'] as const;

function timeline(visitor: Visitor, { history, status }: ShopOrder): Html {
  const { texts } = visitor;
  if (status === 'CANCELLED') return html``;
  const times = STEPS.map((step) => history.find(({ kind }) => kind === step)?.at);
  const reached = times.findLastIndex((at) => at !== undefined);
  return html`
    <ol class="timeline">
      ${STEPS.map(
        (step, index) => html`
          <li class="${index <= reached ? 'done' : ''}" ${index === reached ? html`aria-current="step"` : ''}>
            <strong>${texts.steps[step]}</strong><span class="note">${times[index] !== undefined && timeText(visitor, times[index])}</span>
          </li>`,
      )}
    </ol>`;
}

const line = (visitor: Visitor, shown: ShopOrderLine): Html => html`
  <li class="line">
    <span class="stage small">${picture({ ...shown, category: categoryOf(shown.title) })}</span>
    <span class="words"><a href="${productPath(shown.productId, shown.variantId)}">${productName(visitor.locale, shown.title)}</a>
      <span class="note">${optionLine(visitor.locale, shown.options)}</span></span>
    <span class="price">${priceText(visitor, shown.unitPrice)}</span>
  </li>`;

function goods(visitor: Visitor, { lines, amounts }: ShopOrder): Html {
  const { texts } = visitor;
  return html`
    <section class="panel"><h2>${texts.items}</h2><ul class="lines">${lines.map((shown) => line(visitor, shown))}</ul>
      <dl class="sums"><dt>${texts.total}</dt><dd class="price">${priceText(visitor, amounts.total)}</dd>
        <dt>${texts.paid}</dt><dd>${priceText(visitor, amounts.paid)}</dd>
        ${amounts.refunded.amount > 0 && html`<dt>${texts.refunded}</dt><dd>${priceText(visitor, amounts.refunded)}</dd>`}</dl>
    </section>`;
}

function returned(visitor: Visitor, asked: ShopReturn, { order, customer, replacements }: ShownOrder): Html {
  const { texts, locale } = visitor;
  const rows = asked.lines.map(({ lineId, newVariantId }) => {
    const back = order.lines.find(({ id }) => id === lineId);
    const fresh = newVariantId === undefined ? undefined : replacements.get(newVariantId);
    return html`<li>${back && html`${productName(locale, back.title)} <span class="note">${optionLine(locale, back.options)}</span>`}
      ${fresh && html` ${texts.exchangedFor} <span class="note">${optionLine(locale, fresh.options)}</span>`}</li>`;
  });
  const method = customer.paymentMethods.find(({ id }) => id === asked.paymentMethodId);
  return html`
    <section class="panel"><h2>${asked.kind === 'RETURN' ? texts.returning : texts.exchanging}</h2><ul class="plain">${rows}</ul>
      ${asked.priceDifference && html`<p>${texts.difference}: ${priceText(visitor, asked.priceDifference)}</p>`}
      ${method && html`<p class="note">${methodText(visitor, method)}</p>`}
    </section>`;
}

const delivery = (visitor: Visitor, { shipments, address }: ShopOrder): Html => html`
  <section class="panel"><h2>${visitor.texts.shipping}</h2>
    <address>${addressLines(address).map((text) => html`${text}<br>`)}</address>
    ${shipments.length === 0 && html`<p class="note">${visitor.texts.notShipped}</p>`}
    ${shipments.map(
      ({ carrier, trackingNumbers, events }) => html`
        <p>${carrier}<br><span class="note">${visitor.texts.tracking}: ${trackingNumbers.join(', ')}</span></p>
        <ol class="events">${events.toReversed().map(({ at, status }) => html`<li>${visitor.texts.scans[status]}<span class="note">${timeText(visitor, at)}</span></li>`)}</ol>`,
    )}
  </section>`;

/** The visitor of a demo is the warehouse and the carrier too. */
function warehouse({ texts }: Visitor, order: ShopOrder): Html {
  const move = nextMove(order);
  if (!move) return html``;
  return html`
    <section class="panel"><h2>${texts.warehouse}</h2><p class="note">${texts.warehouseHint}</p>
      <form method="post" action="${orderPath(order.id)}/move"><input type="hidden" name="move" value="${move}"><button type="submit" class="quiet">${texts.moves[move]}</button></form>
    </section>`;
}

const payments = (visitor: Visitor, { order, customer }: ShownOrder): Html => html`
  <section class="panel"><h2>${visitor.texts.payments}</h2>
    <ul class="entries">${order.payments.map(({ kind, amount, paymentMethodId, at }) => {
      const method = customer.paymentMethods.find(({ id }) => id === paymentMethodId);
      return html`<li><span>${kind === 'PAYMENT' ? visitor.texts.payment : visitor.texts.refund}
          <span class="note">${method ? methodText(visitor, method) : paymentMethodId}</span><span class="note">${at !== undefined && timeText(visitor, at)}</span></span>
        <span class="price">${kind === 'REFUND' && '−'}${priceText(visitor, amount)}</span></li>`;
    })}</ul>
  </section>`;

const history = (visitor: Visitor, order: ShopOrder): Html => html`
  <section class="panel"><h2>${visitor.texts.history}</h2>
    <ol class="events">${order.history.toReversed().map(({ at, kind }) => html`<li>${visitor.texts.events[kind]}<span class="note">${timeText(visitor, at)}</span></li>`)}</ol>
  </section>`;

export function orderPage(visitor: Visitor, shown: ShownOrder): Html {
  const { texts } = visitor;
  const { order } = shown;
  const body = html`
    <nav class="trail"><a href="/orders">${texts.myOrders}</a></nav>
    <div class="heading"><h1>${texts.order(order.number)}</h1><p>${statusBadge(visitor, order)}</p>
      <button class="quiet" type="button" data-desk-open hidden>${texts.askAboutOrder}</button>
      <button class="quiet" type="button" data-desk-order="${order.id}" hidden>${texts.manageOrder}</button></div>
    ${order.cancelReason !== undefined && html`<p>${texts.cancelReason(texts.reasons[order.cancelReason] ?? order.cancelReason)}</p>`}
    ${timeline(visitor, order)}
    <div class="columns">
      <div>${goods(visitor, order)}${order.returns.map((asked) => returned(visitor, asked, shown))}${payments(visitor, shown)}</div>
      <div>${delivery(visitor, order)}${warehouse(visitor, order)}${history(visitor, order)}</div>
    </div>`;
  return layout(visitor, { title: texts.order(order.number), body });
}
