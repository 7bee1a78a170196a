import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { paged, Pages } from '../../kit/pages.ts';
import '../../kit/reason-dialog.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { archiveMacro, macros, type MacroItem } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { scriptHead } from './tabs.ts';
import { scriptWords } from './words.ts';

const PAGE = 50;

/** @summary Macros: several actions under one name. */
export class DeskMacros extends DeskElement {
  static override properties = { edited: { state: true }, archiving: { state: true } };
  static override styles = [base, controls, states, tables, tabStyle];

  /** Null: a new one. */
  edited: MacroItem | null | undefined;
  archiving: MacroItem | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #pages = new Pages<MacroItem>(this, {
    key: () => 'all',
    load: async (after) => {
      return paged(
        await this.#client.value.query(macros, {
          filter: { state: { eq: 'ACTIVE' } },
          first: PAGE,
          after,
        }),
      );
    },
  });

  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Macro',
    rows: () => this.#pages.rows,
  });

  readonly #archive = async () => {
    const id = this.archiving?.id;
    if (!id || !(await this.#act.run(this.#client.value, archiveMacro, { id }))) return this.#act.problem;
    this.archiving = undefined;
    toast(this, { kind: 'ok', text: this.words(scriptWords).archived });
    await this.#pages.restart();
    return undefined;
  };

  override render() {
    const words = this.words(scriptWords);
    const add = can(this.#viewer.value, 'script.write')
      ? html`<button class="button primary" type="button"
        @click=${() => (this.edited = null)}>${icon('plus')}${words.addMacro}</button>`
      : '';
    return html`<div class="page">
      ${scriptHead(words, 'macros', this.#navigation.value, add)}
      <p class="muted">${words.macrosText}</p>
      <div class="card table">${this.#renderRows()}</div>
      ${
        this.edited === undefined
          ? nothing
          : html`<desk-admin-lazy .tag=${'desk-admin-macro-dialog'} .load=${() => import('./macro-dialog.ts')}
            .values=${{ macro: this.edited ?? undefined }}
            @desk-done=${() => {
              this.edited = undefined;
              toast(this, { kind: 'ok', text: this.words(kitWords).saved });
              void this.#pages.restart();
            }}
            @desk-closed=${() => (this.edited = undefined)}></desk-admin-lazy>`
      }
      ${
        this.archiving
          ? html`<desk-admin-reason-dialog heading=${words.archive} action=${words.archive} danger
            .run=${this.#archive} @desk-closed=${() => (this.archiving = undefined)}></desk-admin-reason-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderRows() {
    const words = this.words(scriptWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'bolt', title: words.macroEmpty });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.macros}</caption>
        <thead><tr>${[words.name, words.steps, words.scope, words.used].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.edit}</span></th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => {
            const name = this.language.of(row.name);
            const steps = row.steps.map(({ kind }) => this.language.code('MacroStepKind', kind));
            const button = (action: string, label: string, run: () => void, look = 'tight') =>
              offerButton(this.#offers.of(row, action), { label, look, run, name: `${label}: ${name}` });
            return html`<tr>
            <th scope="row" data-label=${words.name}>${name}</th>
            <td data-label=${words.steps}>${steps.join(' → ')}</td>
            <td data-label=${words.scope}>${row.ownerId ? words.mine : words.shared}</td>
            <td data-label=${words.used} class="numeric">${this.language.number(row.usageCount)}</td>
            <td><div class="row wrap">${button('updateMacro', words.edit, () => (this.edited = row))}
              ${button('archiveMacro', words.archive, () => (this.archiving = row), 'plain tight')}</div></td>
          </tr>`;
          },
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }
}

define('desk-admin-macros', DeskMacros);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-macros': DeskMacros;
  }
}
