import { css, html, nothing } from 'lit';
import { formatKey, keyOf, type DecisionTable, type PolicyPack } from '@shopdesk/core/policies';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { kitWords } from '../../kit/words.ts';
import type { FindingItem } from './data.ts';
import type { LintCheck } from './lint-check.ts';
import { lintWords } from './lint-words.ts';

const STEP = 20;

/**
 * @summary What the check found, errors first; each leads to its rows.
 * @event {{ table: string, row: string }} desk-go-to-row - A row is to be shown.
 * @event {FindingItem} desk-fill-gap - A row is wanted for facts that none covers.
 */
export class DeskPolicyFindings extends DeskElement {
  static override properties = {
    check: { attribute: false },
    pack: { attribute: false },
    editable: { type: Boolean },
    currency: {},
    shown: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.625rem;
        align-content: start;
      }
      ol {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0.625rem;
        border: 1px solid var(--line);
        border-inline-start: 3px solid var(--mark);
        border-radius: var(--radius);
        background: var(--surface);
        overflow-wrap: anywhere;
      }
      .ERROR {
        --mark: var(--danger);
      }
      .WARNING {
        --mark: var(--warn);
      }
    `,
  ];

  declare check: LintCheck;
  declare pack: PolicyPack;
  editable = false;
  currency = 'CNY';
  shown = STEP;

  override render() {
    const words = this.words(lintWords);
    const { found, problem, pending } = this.check;
    return html`<div class="row between wrap">
        <h2>${words.title}</h2>
        <span class="row" role="status">
          ${found && found.errors > 0 ? html`<span class="chip danger">${words.errors(found.errors)}</span>` : nothing}
          ${found && found.warnings > 0 ? html`<span class="chip warn">${words.warnings(found.warnings)}</span>` : nothing}
          ${pending ? html`<span class="muted small">${words.checking}</span>` : nothing}
        </span>
      </div>
      ${
        problem
          ? html`<div class="notice danger"
            role="alert">${icon('warning')}<div><p>${words.failed} ${sentenceOf(problem, this.language)}</p>
        ${problem.fields.map(({ path, message }) => html`<p class="small">${path}: ${message}</p>`)}
        <button class="link" type="button"
          @click=${() => this.check.retry()}>${this.words(kitWords).retry}</button></div></div>`
          : nothing
      }
      ${found ? this.#renderFound(found.findings) : nothing}`;
  }

  #renderFound(findings: readonly FindingItem[]) {
    const words = this.words(lintWords);
    if (findings.length === 0)
      return html`<div class="notice ok">${icon('check')}<div><strong>${words.clean}</strong><p
        class="small">${words.cleanText}</p></div></div>`;
    const rest = findings.length - this.shown;
    return html`${findings.some(({ severity }) => severity === 'ERROR') ? html`<p class="small muted">${words.blocked}</p>` : nothing}
      <ol>${findings.slice(0, this.shown).map((finding) => this.#renderFinding(finding))}</ol>
      ${rest > 0 ? html`<button class="button" type="button" @click=${() => (this.shown += STEP)}>${words.more(Math.min(STEP, rest))}</button>` : nothing}`;
  }

  #renderFinding(finding: FindingItem) {
    const words = this.words(lintWords);
    const table = this.pack.tables.find(({ code }) => code === finding.table);
    const own = finding.rowIds.filter((id) => table?.rows.some((row) => row.id === id));
    const example = table && finding.code !== 'COMPILE' ? this.#exampleOf(finding, table) : '';
    return html`<li class=${finding.severity}>
      <span class="row wrap"><span
        class="chip ${finding.severity === 'ERROR' ? 'danger' : 'warn'}">${this.language.code('PolicyFindingCode', finding.code)}</span><span class="muted small">${table ? this.language.of(table.title) : finding.table}</span></span>
      <p>${this.language.of(finding.text)}</p>
      ${example ? html`<p class="small muted">${words.example} ${example}</p>` : nothing}
      <span class="row wrap">
        ${own.slice(0, 4).map((row) => html`<button class="link small" type="button" @click=${() => this.tell('desk-go-to-row', { table: finding.table, row })}>${words.goTo(row)}</button>`)}
        ${finding.code === 'GAP' && this.editable ? html`<button class="link small" type="button" @click=${() => this.tell('desk-fill-gap', finding)}>${words.addRow}</button>` : nothing}
      </span>
    </li>`;
  }

  /** The facts of an example that the table's columns name, as a person reads them. */
  #exampleOf({ example }: FindingItem, table: DecisionTable): string {
    const { language, currency } = this;
    const parts = table.inputs.flatMap((input) => {
      const value = example[input.name];
      if (value === undefined || value === null) return [];
      const key = keyOf(input, value);
      return key === undefined
        ? []
        : [`${language.of(input.label)}: ${formatKey(input, key, language.source, { currency })}`];
    });
    return language.clauses(parts);
  }
}

define('desk-admin-policy-findings', DeskPolicyFindings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-findings': DeskPolicyFindings;
  }
}
