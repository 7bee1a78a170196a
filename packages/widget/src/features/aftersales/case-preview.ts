/**
 * @module What a request brings, before it is confirmed: amount line by line, freight, when, and what it depends on.
 */
import type { DeskCasePreview, WantedDeskCase } from '@shopdesk/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import { payerOf } from '../../self-service/choices.ts';
import type { CaseService as Service } from './words.ts';
import { why } from '../../self-service/why.ts';
import type { FlowFacts } from './flow-steps.ts';

/** Solutions for which the goods come back first. */
const COMES_BACK: readonly string[] = ['RETURN_REFUND', 'EXCHANGE', 'REPAIR'];

export interface PreviewOptions {
  readonly facts: FlowFacts;
  readonly wanted: WantedDeskCase;
  readonly preview: DeskCasePreview;
  readonly service: Service;
}

export function casePreview(options: PreviewOptions): TemplateResult {
  const { facts, wanted, preview, service } = options;
  const { words } = service;
  const { flow } = words;
  const reason = facts.options.reasons.find(({ code }) => code === wanted.reason);
  return html`<h4>${flow.summary}</h4>
    <ul class="plain">${wanted.items.map((item) => html`<li><bdi>${facts.order.lines.find(({ id }) => id === item.lineId)?.title ?? ''}</bdi> × ${item.quantity}</li>`)}</ul>
    <p>${words.caseTypes[wanted.type]}${reason ? html` · ${service.say(reason.label)}` : nothing}</p>
    <h4>${getsText(options)}</h4>
    <p><bdi>${service.say(preview.explanation)}</bdi></p>
    ${why(preview.clause, service)}
    ${money({ preview, wanted, service })}
    ${preview.feeCeiling ? html`<p class="note warn"><bdi>${service.say(preview.feeCeiling.text)}</bdi></p>` : nothing}
    ${wanted.type === 'RETURN_REFUND' ? html`<p>${flow.refundTo}: <bdi>${service.method(wanted.paymentMethodId ?? payerOf(facts.order), facts.methods)}</bdi></p>` : nothing}
    ${preview.refundDueAt ? html`<p>${flow.refundBy(service.until(preview.refundDueAt))}</p>` : nothing}
    <h4>${flow.dependsOn}</h4>
    <ul class="plain">
      <li>${preview.automatic ? flow.automatic : flow.decided(service.until(preview.decisionDueAt))}</li>
      ${COMES_BACK.includes(wanted.type) ? html`<li>${flow.afterReturn}</li>` : nothing}
    </ul>
    <p class="muted">${service.zoneNote}</p>`;
}

/** Whether the desk knows what money a request of this type brings back. */
const paysBack = ({ type }: WantedDeskCase): boolean => type === 'RETURN_REFUND' || type === 'REFUND_ONLY';

/** What the shopper gets, and that a person decides first where one does. */
function getsText({ preview, wanted, service }: PreviewOptions): string {
  const { flow } = service.words;
  const { automatic, refundAmount, currency } = preview;
  if (refundAmount === null || !paysBack(wanted)) return automatic ? flow.youGet : flow.ifAgreed;
  const amount = service.money(refundAmount, currency);
  return automatic ? flow.back(amount) : flow.backIfAgreed(amount);
}

function money({ preview, wanted, service }: Pick<PreviewOptions, 'preview' | 'wanted' | 'service'>): TemplateResult {
  const { flow } = service.words;
  const { refundAmount, refundLines, currency } = preview;
  if (refundAmount === null) return html`<p>${flow.amountOpen}</p>`;
  if (!paysBack(wanted)) return html`<p class="muted">${flow.noMoney}</p>`;
  return refundSums({ lines: refundLines, total: refundAmount, currency, service });
}

interface RefundSums {
  readonly lines: DeskCasePreview['refundLines'];
  readonly total: number;
  readonly currency: string;
  readonly service: Service;
}

/** The refund line by line; the lines add up to the total. */
export function refundSums({ lines, total, currency, service }: RefundSums): TemplateResult {
  return html`<dl>${lines.map(({ amount, text }) => html`<dt class="muted"><bdi>${service.say(text)}</bdi></dt><dd class="price">${service.money(amount, currency)}</dd>`)}
    <dt class="total">${service.words.cases.total}</dt><dd class="price total">${service.money(total, currency)}</dd></dl>`;
}
