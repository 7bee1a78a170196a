import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import type { StoreName } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { recordShippedUnits, shippedUnitsList } from './data.ts';
import { monthName, monthOf } from './month.ts';
import { reportWords } from './words.ts';

/** @summary How much a store has shipped this month, without which there is no rate. */
export class DeskShippedUnits extends DeskElement {
  static override properties = { store: { attribute: false }, draft: { state: true } };
  static override styles = [base, controls, states, tables];

  declare store: StoreName;
  draft: string | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #known = new Loader(this, {
    args: () => (this.store ? ([this.store.id, this.#month] as const) : undefined),
    load: async ([storeId, month]) =>
      (
        await this.#client.value.query(shippedUnitsList, {
          filter: { storeId: { eq: storeId }, month: { eq: month } },
          first: 1,
        })
      ).nodes[0]?.units ?? null,
  });

  get #month(): string {
    return monthOf(Date.now(), this.store.timeZone);
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    const saved = await this.#act.run(this.#client.value, recordShippedUnits, {
      storeId: this.store.id,
      month: this.#month,
      units: Number(this.draft || Number.NaN),
    });
    if (!saved) return;
    this.draft = undefined;
    this.#known.set(saved.units);
    toast(this, { kind: 'ok', text: this.words(reportWords).saved });
  }

  override render() {
    const words = this.words(reportWords);
    const { problem, busy } = this.#act;
    const label = words.shippedLabel(monthName(this.#month, this.language));
    return html`<form class="card padded" novalidate @submit=${this.#save}>
      <h2>${words.shippedNow}</h2>
      ${problemNotice(problem, this.language)}
      ${loaded(this.#known, this.language, (units) => html`${textField({ id: 'units', type: 'number', min: 0, label, hint: words.shippedHint, value: this.draft ?? (units === null ? '' : String(units)), error: fieldMessage(problem, 'units'), onInput: (draft) => (this.draft = draft) })}`)}
      <div><button class="button primary"
        aria-disabled=${!this.draft || busy}>${this.words(kitWords).save}</button></div>
    </form>`;
  }
}

define('desk-admin-shipped-units', DeskShippedUnits);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shipped-units': DeskShippedUnits;
  }
}
