/**
 * @module The parts of a case as templates: what it is about, what the policy says, the money and the way of the goods.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import type { Language, LocalText } from '../../kit/language.ts';
import type { CaseItem, ShopPaymentMethod } from './data.ts';
import { urgentMark, type DueReader } from '../../kit/due.ts';
import { methodName } from './methods.ts';
import { faultName, payerName, reasonName, roleName, typeName } from './names.ts';
import { traceList, traceOf } from './trace.ts';
import { caseWords } from './words.ts';

export const caseStyle = css`
  .sums {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 0.75rem;
  }
  .sums > :nth-child(even) {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .sums .whole {
    padding-block-start: 0.25rem;
    border-block-start: 1px solid var(--line);
    font-weight: 650;
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
    overflow-wrap: anywhere;
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
  .course li:first-child::before {
    background: var(--accent);
  }
  .columns > .first {
    grid-column: 2;
    grid-row: 1;
  }
  @container (inline-size < 45rem) {
    .columns > .first {
      grid-column: 1;
    }
  }
  @media print {
    .columns > .first {
      grid-column: 1;
      grid-row: 2;
    }
  }
  h1 .numeric {
    white-space: nowrap;
  }
  h1 .small {
    display: block;
  }
  .clause {
    white-space: pre-line;
  }
  summary {
    cursor: pointer;
  }
  .trace {
    display: grid;
    gap: 0.625rem;
    margin-block: 0.5rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
  }
  .said {
    margin: 0;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--line-strong);
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
`;

export interface Links {
  readonly order: string;
  readonly customer: string | undefined;
  readonly conversation: string | undefined;
  readonly handler: string;
}

export function summarySection(row: CaseItem, links: Links, language: Language): TemplateResult {
  const words = language.words(caseWords);
  const name = row.customerName || row.customerNick || '–';
  const photos = html`<desk-admin-case-photos big .ids=${row.evidence}
    label=${words.evidence}></desk-admin-case-photos>`;
  const said = html`<blockquote class="said" aria-label=${words.description}>${row.description}</blockquote>`;
  return html`${row.description ? said : nothing} ${row.evidence.length > 0 ? photos : nothing}
    <ul>${row.lines.map(({ title, quantity, unitPrice }) => html`<li class="row between"><span>${title}</span><span class="numeric">${quantity} × ${language.money(unitPrice)}</span></li>`)}</ul>
    ${facts([
      [words.order, html`<a class="numeric" href=${links.order}>${row.orderNumber}</a>`],
      [words.customer, links.customer ? html`<a href=${links.customer}>${name}</a>` : name],
      row.phoneTail && [words.phoneTail, row.phoneTail],
      [words.reason, reasonName(row.reason, language)],
      [words.asked, language.full(row.occurredAt)],
      row.occurredAt !== row.submittedAt && [words.entered, language.full(row.submittedAt)],
      row.deliveredAt && [words.delivered, language.full(row.deliveredAt)],
      [words.paid, language.money({ amount: row.paidAmount, currency: row.currency })],
      [words.handler, links.handler || words.nobody],
      links.conversation && [words.conversation, html`<a href=${links.conversation}>${words.openConversation}</a>`],
      [words.fields.faultParty, faultName(row.faultParty, language)],
    ])}`;
}

const OUTCOME_LOOKS = { ALLOW: 'ok', REVIEW: 'warn', DENY: 'danger' } as const;

/** What would change the decision, as it was kept with the case. */
function changesOf({ decision }: CaseItem): LocalText[] {
  const kept =
    (decision as { readonly whatWouldChangeIt?: readonly { readonly text?: LocalText }[] } | null)?.whatWouldChangeIt ??
    [];
  return kept.flatMap(({ text }) => text ?? []);
}

export function decisionSection(row: CaseItem, language: Language): TemplateResult {
  const words = language.words(caseWords);
  const changes = changesOf(row);
  const trace = traceOf(row.decision);
  return html`<p><span
    class="chip ${OUTCOME_LOOKS[row.outcome]}">${icon(row.outcome === 'ALLOW' ? 'check' : row.outcome === 'DENY' ? 'lock' : 'person', 'small')}${language.code('CaseOutcome', row.outcome)}</span></p>
    ${row.told ? html`<p>${language.of(row.told)}</p>` : nothing}
    ${
      trace.length > 0
        ? html`<details><summary>${words.trace(trace.length)}</summary>${traceList(trace, language)}</details>`
        : html`<p class="clause">${language.of(row.explanation)}</p>`
    }
    ${facts([
      row.ruleIds.length > 0 && [
        words.rules,
        html`<span class="row wrap">${row.ruleIds.map((id) => html`<span class="chip mono">${id}</span>`)}</span>`,
      ],
      changes.length > 0 && [
        words.wouldChange,
        html`<ul>${changes.map((text) => html`<li>${language.of(text)}</li>`)}</ul>`,
      ],
      row.freightPayer && [words.freight, payerName(row.freightPayer, language)],
      row.approverNeeded && [words.approver, roleName(row.approverNeeded, language)],
      row.exceptionReason && [words.exception, row.exceptionReason],
      row.overrideReason && [words.override, row.overrideReason],
      row.rejection && [words.rejection, row.rejection],
    ])}`;
}

/** The refund line by line; the lines add up to what is paid. */
export function moneySection(
  row: CaseItem,
  methods: readonly ShopPaymentMethod[],
  { language, zone }: DueReader,
): TemplateResult {
  const words = language.words(caseWords);
  const money = (amount: number) => language.money({ amount, currency: row.currency });
  if (row.refundAmount === null) return html`<p class="notice warn">${icon('info')}<span>${words.toWorkOut}</span></p>`;
  const whole = row.refundAmount + row.compensationAmount;
  if (whole === 0 && row.refundedBefore === 0 && row.refundSplit.length === 0)
    return html`<p class="muted">${words.noRefund}</p>`;
  const looks = { PENDING: 'info', PAID: 'ok', REFUSED: 'danger' } as const;
  return html`<div class="sums">
      ${row.refundLines.map(({ amount, text }) => html`<span>${language.of(text)}</span><span>${money(amount)}</span>`)}
      ${row.compensationAmount > 0 ? html`<span>${words.compensation}</span><span>${money(row.compensationAmount)}</span>` : nothing}
      <span class="whole">${words.total}</span><span class="whole">${money(whole)}</span>
    </div>
    ${row.feeCeiling && !row.inspection ? html`<p class="notice info">${icon('info')}<span>${language.of(row.feeCeiling.text)}</span></p>` : nothing}
    ${
      row.refundSplit.length > 0
        ? html`<h3>${words.byMethod}</h3><ul>${row.refundSplit.map(
            ({ methodId, amount, state }) =>
              html`<li class="row between"><span>${methodName(
                methods.find(({ id }) => id === methodId),
                language,
                methodId,
              )} <span class="chip ${looks[state]}">${language.code('CaseRefundPartState', state)}</span></span><span class="numeric">${money(amount)}</span></li>`,
          )}</ul>`
        : nothing
    }
    ${facts([row.refundedBefore > 0 && [words.before, money(row.refundedBefore)], row.refundNo && [words.refundNo, html`<span class="mono">${row.refundNo}</span>`], row.refundDueAt && [words.refundDue, language.deadline(row.refundDueAt, zone)]])}`;
}

export function parcelSection(row: CaseItem, language: Language): TemplateResult | typeof nothing {
  const words = language.words(caseWords);
  const shown = [row.returnAddress, row.returnWaybill, row.outboundWaybill].some(Boolean);
  if (!shown) return nothing;
  return html`<section class="card padded"><h2>${words.parcels}</h2>${facts([
    row.returnAddress && [words.returnTo, row.returnAddress],
    row.returnWaybill && [words.cameBack, [row.returnCarrier, row.returnWaybill].filter(Boolean).join(' ')],
    row.firstScanAt && [words.firstScan, language.full(row.firstScanAt)],
    row.receivedAt && [words.received, language.full(row.receivedAt)],
    row.outboundWaybill && [words.wentOut, [row.outboundCarrier, row.outboundWaybill].filter(Boolean).join(' ')],
  ])}</section>`;
}

const LIMITS = ['decisionDueAt', 'returnDueAt', 'receiptDueAt', 'refundDueAt'] as const;

export function deadlineSection(row: CaseItem, reader: DueReader): TemplateResult | typeof nothing {
  const { language, zone } = reader;
  const words = language.words(caseWords);
  const running = LIMITS.filter((name) => row[name] && !row.settledAt);
  if (running.length === 0) return nothing;
  // Shown: that the customer is reminded while their parcel is awaited.
  const isAwaited = row.state === 'AWAITING_RETURN';
  return html`<section class="card padded"><h2>${words.deadlines}</h2>
    ${facts(running.map((name) => [words.deadlineNames[name], html`<span class="row wrap"><time datetime=${row[name] ?? ''}>${language.deadline(row[name] ?? '', zone)}</time>${urgentMark(row[name] ?? '', reader)}</span>`]))}
    ${isAwaited ? html`<p class="hint">${words.reminders}</p>` : nothing}
  </section>`;
}

export const headLine = (row: CaseItem, language: Language): string =>
  `${typeName(row.type, language)} · ${reasonName(row.reason, language)}`;
