/**
 * @module What comes next in a case: the step that the desk recommends, with its reason and what it pays, as the one
 * main button; every other step, and why it cannot be taken now, is in the menu beside it.
 */
import { CASE_TURN, paidWhen } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import '../../kit/menu.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { payoutOf } from './consequences.ts';
import { availableSteps, type AvailableStep, type CaseItem } from './data.ts';
import { amountOf, roleName } from './names.ts';
import { STEP_NAMES, type StepName } from './step-names.ts';
import { isGrave, stepName } from './steps.ts';
import { caseWords } from './words.ts';

interface Shown {
  readonly name: StepName;
  readonly step: AvailableStep;
}

/**
 * @summary The steps of a case.
 * @event {CaseItem} desk-done - The case after a step.
 * @event desk-stale - Somebody else changed the case meanwhile.
 */
export class DeskCaseSteps extends DeskElement {
  static override properties = { row: { attribute: false }, open: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        gap: 0.625rem;
      }
      .because {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.5rem;
        align-items: start;
      }
      .because svg {
        margin-block-start: 0.1875rem;
        color: var(--accent-ink);
      }
    `,
  ];

  declare row: CaseItem;
  open: StepName | '' = '';
  readonly #client = new Use(this, clientContext);
  readonly #steps = new Loader(this, {
    args: () => (this.row ? ([this.row.id, this.row.version] as const) : undefined),
    load: ([id]) => this.#client.value.query(availableSteps, { entity: 'AfterSalesCase', id }),
  });

  override render() {
    return html`${loaded(this.#steps, this.language, (steps) => this.#renderSteps(steps))}
      ${this.open ? this.#renderDialog(this.open) : nothing}`;
  }

  #renderSteps(steps: readonly AvailableStep[]) {
    const words = this.words(caseWords);
    const shown = STEP_NAMES.flatMap((name): Shown[] => {
      const step = steps.find((one) => one.name === name);
      return step && !step.elsewhere ? [{ name, step }] : [];
    });
    const best = shown.find(({ step }) => step.because !== null);
    const rest = shown.filter((one) => one !== best);
    const because = best?.step.because;
    return html`${
      because ? html`<p class="because">${icon('info', 'small')}<span>${because}</span></p>` : this.#renderTurn(shown)
    }
      ${best ? this.#renderPay(best.name) : nothing}
      <div class="row wrap">
        ${
          best
            ? html`<button class="button primary" type="button"
              @click=${() => (this.open = best.name)}>${this.#label(best.name)}</button>`
            : nothing
        }
        ${
          rest.length > 0
            ? html`<desk-admin-menu kind="button" align=${best ? 'end' : 'start'}
              .items=${rest.map((one) => this.#item(one))}
              @desk-pick=${({ detail }: CustomEvent<StepName>) => (this.open = detail)}>
              ${best ? words.otherSteps : words.allSteps}${icon('down', 'small')}</desk-admin-menu>`
            : nothing
        }
      </div>`;
  }

  /** Whom the case waits for, where the desk recommends nothing to whoever looks. */
  #renderTurn(shown: readonly Shown[]) {
    const words = this.words(caseWords);
    const turn = CASE_TURN[this.row.state];
    if (turn) return html`<p class="muted">${words.waitsFor(roleName(turn, this.language))}</p>`;
    return shown.length === 0 ? html`<p class="muted">${words.noSteps}</p>` : nothing;
  }

  /** When the money of an approval leaves, where that is not now. */
  #renderPay(name: StepName) {
    const { language, row } = this;
    const when = paidWhen(name, row);
    const amount = amountOf(row);
    if (!amount || !when || when === 'NOW') return nothing;
    return html`<p class="small muted">${this.words(caseWords).paidLater[when]}
      <span class="numeric">${language.money(amount)}</span></p>`;
  }

  /** A step that pays at once says how much. */
  #label(name: StepName): string {
    const { language, row } = this;
    const payout = payoutOf(name, row);
    const what = stepName(name, row, language);
    return payout ? this.words(caseWords).stepPays(what, language.money(payout)) : what;
  }

  #item({ name, step: { denial } }: Shown) {
    return {
      id: name,
      label: this.#label(name),
      blocked: denial ? this.#why(denial) : undefined,
      ...(isGrave(name) ? { danger: true } : {}),
    };
  }

  /** The desk's own words; above a limit also who may. */
  #why(denial: NonNullable<AvailableStep['denial']>): string {
    const words = this.words(caseWords);
    const approver = denial.details?.['approver'];
    const clause = denial.details?.['clause'] as { zh: string; en: string } | undefined;
    const text = clause ? this.language.of(clause) : denial.message;
    return typeof approver === 'string' ? `${text} (${words.needs(roleName(approver, this.language))})` : text;
  }

  #renderDialog(name: StepName) {
    return html`<desk-admin-lazy .tag=${'desk-admin-case-step'} .load=${() => import('./step-dialog.ts')}
      .values=${{ name, row: this.row }}
      @desk-done=${() => (this.open = '')}
      @desk-closed=${(event: Event) => {
        event.stopPropagation();
        this.open = '';
      }}></desk-admin-lazy>`;
  }
}

define('desk-admin-case-steps', DeskCaseSteps);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-case-steps': DeskCaseSteps;
  }
}
