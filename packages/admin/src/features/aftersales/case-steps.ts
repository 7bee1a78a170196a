/** @module What can be done with a case now, and what cannot with the reason why; each opens its form. */
import { CASE_TURN } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { availableSteps, type AvailableStep, type CaseItem } from './data.ts';
import { roleName } from './names.ts';
import { STEP_NAMES, type StepName } from './step-names.ts';
import { offerOf, stepName } from './steps.ts';
import { caseWords } from './words.ts';

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
      ul {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        gap: 0.25rem;
        justify-items: start;
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
    return html`${loaded(this.#steps, this.language, (steps) => this.#renderSteps(steps))} ${this.open ? this.#renderDialog(this.open) : nothing}`;
  }

  #renderSteps(steps: readonly AvailableStep[]) {
    const words = this.words(caseWords);
    const shown = STEP_NAMES.flatMap((name) => {
      const step = steps.find((one) => one.name === name);
      const offer = step ? offerOf(step) : 'elsewhere';
      return step && offer !== 'elsewhere' ? [{ name, step, offer }] : [];
    });
    const turn = CASE_TURN[this.row.state];
    // Shown: whom the case waits for, unless the viewer has a step that leads it on.
    const isAside = (name: StepName) => name === 'recordCause' || name === 'withdrawCase';
    const mine = shown.some(({ offer, name }) => offer === 'possible' && !isAside(name));
    return html`${!mine && turn ? html`<p class="muted">${words.waitsFor(roleName(turn, this.language))}</p>` : nothing}
      ${shown.length === 0 ? html`<p class="muted">${words.noSteps}</p>` : nothing}
      <ul>${shown.map(({ name, step, offer }, index) => this.#renderStep(name, step, offer === 'possible', index === 0))}</ul>`;
  }

  #renderStep(name: StepName, { denial }: AvailableStep, possible: boolean, first: boolean) {
    const why = possible ? '' : this.#why(denial);
    return html`<li>
      <button class="button ${possible && first ? 'primary' : ''}" type="button"
        aria-disabled=${possible ? 'false' : 'true'} aria-describedby=${why ? `why-${name}` : nothing} @click=${() => possible && (this.open = name)}>${stepName(name, this.row, this.language)}</button>
      ${why ? html`<p class="hint row" id="why-${name}">${icon('lock', 'small')}<span>${why}</span></p>` : nothing}
    </li>`;
  }

  /** The desk's own words; above a limit also who may. */
  #why(denial: AvailableStep['denial']): string {
    const words = this.words(caseWords);
    const approver = denial?.details?.['approver'];
    const clause = denial?.details?.['clause'] as { zh: string; en: string } | undefined;
    const text = clause ? this.language.of(clause) : (denial?.message ?? '');
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
