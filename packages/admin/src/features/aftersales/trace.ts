/**
 * @module How the policy came to its decision on a case, as a list: each question that it was asked, what it answered
 * and by which rules. Cases keep the decision as it was, so an older one may have less.
 */
import { DECISION_KINDS } from '@shopdesk/core/policies';
import { html, type TemplateResult } from 'lit';
import type { Language, LocalText } from '../../kit/language.ts';

const KINDS = Object.keys(DECISION_KINDS);

interface Reason {
  readonly text?: LocalText;
  readonly ruleIds?: readonly string[];
}

interface Answered {
  readonly kind?: string;
  readonly clause?: LocalText;
  readonly reasons?: readonly Reason[];
  readonly dues?: readonly Reason[];
}

/** A return is decided in parts, anything else in one. */
type Kept = Answered & { readonly parts?: Readonly<Record<string, Answered>> };

/** In the order in which a policy asks. */
const rank = ({ kind = '' }: Answered): number => KINDS.indexOf(kind);

/** The questions that were answered by a rule; none where the case keeps no decision. */
export function traceOf(decision: unknown): Answered[] {
  const kept = (decision ?? {}) as Kept;
  const parts = kept.parts ? Object.values(kept.parts) : [kept];
  return parts
    .filter(({ reasons = [], dues = [] }) => reasons.length + dues.length > 0)
    .toSorted((a, b) => rank(a) - rank(b));
}

const reason = (text: string, ruleIds: readonly string[]): TemplateResult =>
  html`<li>${text}${ruleIds.map((id) => html` <span class="chip mono">${id}</span>`)}</li>`;

export function traceList(trace: readonly Answered[], language: Language): TemplateResult {
  return html`<ol class="trace">${trace.map(({ kind = '', reasons = [], dues = [] }) => {
    const label = DECISION_KINDS[kind]?.label;
    const said = [...reasons, ...dues].flatMap(({ text, ruleIds = [] }) => (text ? [{ text, ruleIds }] : []));
    return html`<li>${label ? html`<strong>${language.of(label)}</strong>` : ''}
      <ul>${said.map(({ text, ruleIds }) => reason(language.of(text), ruleIds))}</ul></li>`;
  })}</ol>`;
}
