import { html, nothing, type TemplateResult } from 'lit';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import type { CaseDraft } from './case-fields.ts';
import type { CasePreview } from './data.ts';
import type { DueReader } from '../../kit/due.ts';
import { payerName } from './names.ts';
import { caseWords } from './words.ts';

const LOOKS = { ALLOW: 'ok', REVIEW: 'warn', DENY: 'danger' } as const;

/** What comes of a request: the decision, the money line by line, who pays the freight, and when. */
export function previewSection(
  preview: CasePreview,
  { compensation = 0, exceptionReason }: Pick<CaseDraft, 'compensation' | 'exceptionReason'>,
  { language, zone }: DueReader,
): TemplateResult {
  const words = language.words(caseWords);
  const { outcome, automatic, explanation, whatWouldChangeIt, ruleIds, refundAmount, refundLines, currency } = preview;
  const money = (amount: number) => language.money({ amount, currency });
  const whole = refundAmount === null ? null : refundAmount + compensation;
  // What is refused leads to nothing, unless somebody is asked for an exception.
  const goesOn = outcome !== 'DENY' || exceptionReason.trim() !== '';
  return html`<h3>${words.willHappen}</h3>
    <div class="notice ${LOOKS[outcome]}">${icon(outcome === 'ALLOW' ? 'check' : outcome === 'DENY' ? 'lock' : 'person')}<div>
      <p><strong>${language.code('CaseOutcome', outcome)}</strong> ${language.of(explanation)}</p>
      ${whatWouldChangeIt.length > 0 ? html`<p class="small">${words.wouldChange}: ${language.clauses(whatWouldChangeIt.map((text) => language.of(text)))}</p>` : nothing}
      ${ruleIds.length > 0 ? html`<p class="small muted">${words.rules}: ${ruleIds.join(', ')}</p>` : nothing}
    </div></div>
    ${
      goesOn
        ? html`${
            whole === null
              ? html`<p class="notice warn">${icon('info')}<span>${words.toWorkOut}</span></p>`
              : whole > 0
                ? html`<div
                  class="sums">${refundLines.map(({ amount, text }) => html`<span>${language.of(text)}</span><span class="numeric">${money(amount)}</span>`)}
            ${compensation > 0 ? html`<span>${words.compensation}</span><span class="numeric">${money(compensation)}</span>` : nothing}
            <strong>${words.total}</strong><strong class="numeric">${money(whole)}</strong></div>`
                : html`<p class="muted">${words.noRefund}</p>`
          }
    ${preview.feeCeiling ? html`<p class="notice warn">${icon('info')}<span>${language.of(preview.feeCeiling.text)}</span></p>` : nothing}
    ${facts([
      preview.freightPayer && [words.freight, payerName(preview.freightPayer, language)],
      preview.refundDueAt && ['', words.moneyBackBy(language.deadline(preview.refundDueAt, zone))],
    ])}
    <p>${automatic ? words.automatic : words.decidedBy(language.deadline(preview.decisionDueAt, zone))}</p>`
        : nothing
    }`;
}
