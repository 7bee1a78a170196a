import { html } from 'lit';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { caseRecord } from './data.ts';
import { caseWords } from './words.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** @summary The record of a case as the forms F4 and F5 ask for it; read when it is opened. */
export class DeskCaseRecord extends DeskElement {
  static override properties = { caseId: {}, version: { type: Number }, open: { state: true } };
  static override styles = [base, controls, states, facts.style];

  caseId = '';
  version = 0;
  open = false;
  readonly #client = new Use(this, clientContext);
  readonly #record = new Loader(this, {
    args: () => (this.open ? ([this.caseId, this.version] as const) : undefined),
    load: ([id]) => this.#client.value.query(caseRecord, { id }),
  });

  override render() {
    const words = this.words(caseWords);
    const { language } = this;
    const shown = (text: string) => (INSTANT.test(text) ? language.full(text) : text || '–');
    return html`<details @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
      <summary>${words.recordForm.F4} / ${words.recordForm.F5}</summary>
      ${
        this.open
          ? loaded(
              this.#record,
              language,
              ({ form, complete, fields }) => html`<h3>${words.recordForm[form]}</h3>
            <p class="hint">${complete ? words.recordComplete : words.recordOpen}</p>
            ${facts(fields.map(({ label, text }) => [language.of(label), shown(language.of(text))] as const))}`,
            )
          : ''
      }
    </details>`;
  }
}

define('desk-admin-case-record', DeskCaseRecord);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-case-record': DeskCaseRecord;
  }
}
