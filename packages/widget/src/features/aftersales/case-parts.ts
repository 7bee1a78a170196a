/** @module Parts of a case's page: pure templates of how it stands and what happened. */
import type { DeskCase, DeskCaseStep, DeskPaymentMethod } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { CaseService as Service } from './words.ts';
import { why } from '../../self-service/why.ts';
import { refundSums } from './case-preview.ts';

/** How the case stands: state, what comes next and by when. */
export function standing(shown: DeskCase, methods: readonly DeskPaymentMethod[], service: Service): TemplateResult {
  const { words } = service;
  return html`<div class="note"><p class="state">${words.caseStates[shown.state]}</p>${nextText(shown, service)} ${ceiling(shown, service)} ${refunds(shown, methods, service)}</div>`;
}

/** What the inspection may still take off, until somebody has looked at the goods. */
const ceiling = ({ feeCeiling, state, inspection }: DeskCase, service: Service): TemplateResult | typeof nothing =>
  feeCeiling &&
  !inspection &&
  ['REQUESTED', 'UNDER_REVIEW', 'APPROVED', 'AWAITING_RETURN', 'IN_TRANSIT', 'RECEIVED'].includes(state)
    ? html`<p class="muted"><bdi>${service.say(feeCeiling.text)}</bdi></p>`
    : nothing;

function nextText(shown: DeskCase, service: Service): TemplateResult | typeof nothing {
  const { cases } = service.words;
  const {
    state,
    decisionDueAt,
    returnDueAt,
    returnAddress,
    number,
    refundDueAt,
    rejection,
    refundAmount,
    currency,
    inspectionAcceptedAt,
    refundSplit,
  } = shown;
  switch (state) {
    case 'REQUESTED':
    case 'UNDER_REVIEW':
      return decisionDueAt ? html`<p>${cases.decisionBy(service.until(decisionDueAt))}</p>` : nothing;
    case 'AWAITING_RETURN':
      return html`${returnDueAt ? html`<p><strong>${cases.sendBackBy(service.until(returnDueAt))}</strong></p>` : nothing}
        <p>${returnAddress ? html`${cases.sendTo}: <bdi>${returnAddress}</bdi>` : cases.noAddress}</p><p>${cases.enclose(number)}</p>`;
    case 'INSPECTED_PARTIAL':
      if (inspectionAcceptedAt) return html`<p>${cases.accepted}</p>`;
      return refundAmount === null ? nothing : html`<p>${cases.partial(service.money(refundAmount, currency))}</p>`;
    case 'REJECTED':
      return rejection ? html`<p>${cases.rejected}: <bdi>${rejection}</bdi></p>` : nothing;
    default:
      return refundDueAt &&
        ['IN_TRANSIT', 'RECEIVED', 'INSPECTED_PASS', 'REFUND_PENDING'].includes(state) &&
        refundSplit.every((part) => part.state !== 'PAID')
        ? html`<p>${cases.refundBy(service.until(refundDueAt))}</p>`
        : nothing;
  }
}

const MONEY_STATES: readonly string[] = ['REFUND_PENDING', 'REFUNDED', 'CLOSED'];

function refunds(
  { state, refundSplit, currency }: DeskCase,
  methods: readonly DeskPaymentMethod[],
  service: Service,
): TemplateResult | typeof nothing {
  const { cases } = service.words;
  const say = { PENDING: cases.refunding, PAID: cases.refunded, REFUSED: cases.refundFailed };
  const told = refundSplit.filter((part) => part.state === 'PAID' || MONEY_STATES.includes(state));
  return told.length === 0
    ? nothing
    : html`${told.map(({ methodId, amount, state: part }) => html`<p>${say[part](service.money(amount, currency), service.method(methodId, methods))}</p>`)}`;
}

/** What happened and who did it, newest first; steps that left the case where it was are the desk's own business. */
export function course(steps: readonly DeskCaseStep[], service: Service): TemplateResult {
  const { cases } = service.words;
  const moved = steps.filter(({ from, to }) => from !== to);
  return html`<ol class="events">${moved.map(({ at, to, actor }) => html`<li>${service.words.caseStates[to]} · ${cases.actors[actor]}<time class="muted" datetime=${at}>${service.when(at)}</time></li>`)}</ol>`;
}

/** Until somebody has answered, the case page says what may come of the request. */
const UNDECIDED: readonly string[] = ['REQUESTED', 'UNDER_REVIEW'];

export function about(shown: DeskCase, service: Service): TemplateResult {
  const { words } = service;
  const {
    type,
    orderNumber,
    lines,
    description,
    evidence,
    inspection,
    told,
    clause,
    state,
    freightPayer,
    returnCarrier,
    returnWaybill,
    outboundCarrier,
    outboundWaybill,
  } = shown;
  return html`<p>${words.caseTypes[type]} · <bdi>${words.cases.ofOrder(orderNumber)}</bdi></p>
    <ul class="plain">${lines.map(({ title, quantity }) => html`<li><bdi>${title}</bdi> × ${quantity}</li>`)}</ul>
    ${description ? html`<p><bdi>${description}</bdi></p>` : nothing} ${evidence.length > 0 ? html`<p class="muted">${words.cases.evidence(evidence.length)}</p>` : nothing}
    ${inspection?.note ? html`<p>${words.cases.inspected}: <bdi>${inspection.note}</bdi></p>` : nothing}
    ${parcelText(words.cases.returnParcel, returnCarrier, returnWaybill)} ${parcelText(words.cases.outboundParcel, outboundCarrier, outboundWaybill)}
    ${money(shown, service)}
    ${told && UNDECIDED.includes(state) ? html`<p><bdi>${service.say(told)}</bdi></p>` : freightPayer ? html`<p>${words.flow.freight[freightPayer]}</p>` : nothing}
    ${why(clause, service)}`;
}

const parcelText = (label: string, carrier: string | null, waybill: string | null) =>
  waybill ? html`<p>${label}: <bdi>${[carrier, waybill].filter(Boolean).join(' ')}</bdi></p>` : nothing;

function money(
  { type, refundAmount, refundLines, compensationAmount, currency }: DeskCase,
  service: Service,
): TemplateResult | typeof nothing {
  const { words } = service;
  const compensation =
    compensationAmount > 0
      ? html`<p>${words.caseTypes.COMPENSATION}: ${service.money(compensationAmount, currency)}</p>`
      : nothing;
  if (refundAmount === null) return html`<p>${words.flow.amountOpen}</p>`;
  if ((type !== 'RETURN_REFUND' && type !== 'REFUND_ONLY') || refundLines.length === 0) return compensation;
  return html`<h4>${words.cases.amount}</h4>${refundSums({ lines: refundLines, total: refundAmount, currency, service })}${compensation}`;
}
