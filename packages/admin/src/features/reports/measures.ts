import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { loadAll } from '../../desk/load-all.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast } from '../../kit/toast.ts';
import { noteReturnsMeasure, returnsMeasures, type Measure } from './data.ts';
import { reportWords } from './words.ts';

/** @summary What is done about the returns of a month; said beside the frozen report. */
export class DeskMeasures extends DeskElement {
  static override properties = { reportId: {}, may: { type: Boolean }, text: { state: true } };
  static override styles = [base, controls, states];

  reportId = '';
  may = false;
  text = '';
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #measures = new Loader(this, {
    args: () => (this.reportId ? ([this.reportId] as const) : undefined),
    load: ([id]) =>
      loadAll((page) => this.#client.value.query(returnsMeasures, { filter: { reportId: { eq: id } }, ...page })),
  });

  async #add(event: Event): Promise<void> {
    event.preventDefault();
    const noted = await this.#act.run(this.#client.value, noteReturnsMeasure, { id: this.reportId, text: this.text });
    if (!noted) return this.renderRoot.querySelector<HTMLElement>('#measure')?.focus();
    this.text = '';
    this.#measures.set([...(this.#measures.value ?? []), noted]);
    toast(this, { kind: 'ok', text: this.words(reportWords).noted });
  }

  override render() {
    const words = this.words(reportWords);
    const { problem, busy } = this.#act;
    return html`<div class="stack">
      ${loaded(this.#measures, this.language, (measures) =>
        measures.length === 0
          ? html`<p class="muted">${words.noMeasures}</p>`
          : html`<ul class="stack">${repeat(
              measures,
              ({ id }) => id,
              (measure) => this.#renderMeasure(measure),
            )}</ul>`,
      )}
      ${
        this.may
          ? html`<form class="stack" novalidate @submit=${this.#add}>
            ${problemNotice(problem, this.language)}
            ${areaField({ id: 'measure', label: words.measure, value: this.text, maxLength: 2000, rows: 2, error: fieldMessage(problem, 'text'), onInput: (text) => (this.text = text) })}
            <div><button class="button" aria-disabled=${busy}>${words.addMeasure}</button></div>
          </form>`
          : nothing
      }
    </div>`;
  }

  #renderMeasure({ text, userId, at }: Measure) {
    return html`<li><p>${text}</p><p
      class="muted small">${nameOf(this.#directory.maybe, userId)} · ${this.language.full(at)}</p></li>`;
  }
}

define('desk-admin-measures', DeskMeasures);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-measures': DeskMeasures;
  }
}
