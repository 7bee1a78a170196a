/** @module The form of a step for pages that know a case by its id alone: boards, lists and the work of all kinds. */
import { html, nothing } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { failedState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { afterSalesCase } from './data.ts';
import './step-dialog.ts';
import type { StepName } from './step-names.ts';
import { caseWords } from './words.ts';

/** @summary A step of a case by its id. */
export class DeskCaseAct extends DeskElement {
  static override properties = { row: { attribute: false }, action: {} };
  static override styles = [base, states];

  declare row: { readonly id: string };
  action: StepName = 'takeUpCase';
  readonly #client = new Use(this, clientContext);
  readonly #case = new Loader(this, {
    args: () => (this.row ? ([this.row.id] as const) : undefined),
    load: ([id]) => this.#client.value.query(afterSalesCase, { id }),
  });

  override render() {
    const { value, problem } = this.#case;
    if (problem)
      return html`<desk-admin-dialog open
        heading=${this.words(caseWords).stepNames[this.action]}>
        ${failedState(this.language, problem, () => void this.#case.reload())}</desk-admin-dialog>`;
    return value
      ? html`<desk-admin-case-step .name=${this.action} .row=${value}
          @desk-stale=${() => void this.#case.reload()}></desk-admin-case-step>`
      : nothing;
  }
}

define('desk-admin-case-act', DeskCaseAct);
