/**
 * @module The script library of a store: default ones, the shop's, the team's and one's own, both languages side by
 * side.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import '../../kit/reason-dialog.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { archiveScript, publishScript, scriptLibrary, type LibraryScript } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { scriptHead } from './tabs.ts';
import { scriptWords } from './words.ts';

const LOOKS: Readonly<Record<LibraryScript['state'], string>> = { DRAFT: 'info', PUBLISHED: 'ok', ARCHIVED: '' };

/** @summary The script library. */
export class DeskScripts extends DeskElement {
  static override properties = {
    search: { attribute: false },
    text: { state: true },
    edited: { state: true },
    archiving: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    css`
      td.words {
        white-space: pre-line;
        min-inline-size: 14rem;
      }
    `,
  ];

  search = new URLSearchParams();
  text = '';
  /** The script that is being written; null: a new one. */
  edited: LibraryScript | null | undefined;
  archiving: LibraryScript | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #library = new Loader(this, {
    args: () => (this.#storeId ? ([this.#storeId] as const) : undefined),
    load: async ([storeId]) => (await this.#client.value.query(scriptLibrary, { storeId })).scripts,
  });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Script',
    rows: () => (this.#library.value ?? []).flatMap(({ id, state }) => (id ? [{ id, version: state }] : [])),
  });

  get #storeId(): string {
    return this.search.get('store') ?? [...(this.#directory.maybe?.stores.keys() ?? [])][0] ?? '';
  }

  #set(name: string, value: string): void {
    const search = new URLSearchParams(this.search);
    if (value) search.set(name, value);
    else search.delete(name);
    this.#navigation.value.go(search.size > 0 ? `/scripts?${search}` : '/scripts', { replace: true });
  }

  #shown(all: readonly LibraryScript[]): LibraryScript[] {
    const typed = this.text.trim().toLocaleLowerCase();
    const [scene, scope] = [this.search.get('scene'), this.search.get('scope')];
    const words = (script: LibraryScript) =>
      [script.scriptCode, script.quickKey ?? '', ...Object.values(script.title), ...Object.values(script.body)]
        .join('\n')
        .toLocaleLowerCase();
    return all.filter(
      (script) =>
        (!scene || script.scene === scene) && (!scope || script.scope === scope) && words(script).includes(typed),
    );
  }

  async #publish(id: string): Promise<void> {
    if (await this.#act.run(this.#client.value, publishScript, { id })) {
      toast(this, { kind: 'ok', text: this.words(scriptWords).published });
      await this.#library.reload();
    } else if (this.#act.problem) toast(this, { kind: 'danger', text: this.#act.problem.message });
  }

  readonly #archive = async () => {
    const id = this.archiving?.id;
    if (!id || !(await this.#act.run(this.#client.value, archiveScript, { id }))) return this.#act.problem;
    this.archiving = undefined;
    toast(this, { kind: 'ok', text: this.words(scriptWords).archived });
    await this.#library.reload().catch((error: unknown) => toastProblem(this, error, this.language));
    return undefined;
  };

  override render() {
    const words = this.words(scriptWords);
    const add = can(this.#viewer.value, 'script.write')
      ? html`<button class="button primary" type="button"
        @click=${() => (this.edited = null)}>${icon('plus')}${words.add}</button>`
      : '';
    return html`<div class="page">
      ${scriptHead(words, 'scripts', this.#navigation.value, add)} ${this.#renderFilters()}
      <div class="card table">${loaded(this.#library, this.language, (all) => this.#renderRows(this.#shown(all)))}</div>
      ${this.edited === undefined ? nothing : this.#renderDialog()}
      ${
        this.archiving
          ? html`<desk-admin-reason-dialog heading=${words.archive} text=${words.archiveQuestion}
            action=${words.archive} danger .run=${this.#archive} @desk-closed=${() => (this.archiving = undefined)}></desk-admin-reason-dialog>`
          : nothing
      }
    </div>`;
  }

  #renderDialog() {
    return html`<desk-admin-lazy .tag=${'desk-admin-script-dialog'} .load=${() => import('./script-dialog.ts')}
      .values=${{ script: this.edited ?? undefined, storeId: this.#storeId }}
      @desk-done=${({ detail }: CustomEvent<string>) => {
        this.edited = undefined;
        toast(this, { kind: 'ok', text: detail });
        void this.#library.reload();
      }}
      @desk-closed=${() => (this.edited = undefined)}></desk-admin-lazy>`;
  }

  #renderFilters() {
    const words = this.words(scriptWords);
    const { any } = this.words(kitWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="filter-bar" role="search" aria-label=${words.title}>
      ${textField({ id: 'q', type: 'search', label: words.search, value: this.text, onInput: (text) => (this.text = text) })}
      ${selectField({ id: 'store', label: words.store, value: this.#storeId, choices: stores, onInput: (store) => this.#set('store', store) })}
      ${selectField({ id: 'scene', label: words.scene, value: this.search.get('scene') ?? '', empty: any, choices: this.language.choices<LibraryScript['scene']>('Scene'), onInput: (scene) => this.#set('scene', scene) })}
      ${selectField({ id: 'scope', label: words.scope, value: this.search.get('scope') ?? '', empty: any, choices: this.language.choices<LibraryScript['scope']>('ScriptScope'), onInput: (scope) => this.#set('scope', scope) })}
    </div>`;
  }

  #renderRows(rows: readonly LibraryScript[]) {
    const words = this.words(scriptWords);
    if (rows.length === 0) return emptyState({ icon: 'scroll', title: words.empty });
    return html`<table class="stacking">
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr>${[words.key, words.scene, words.chinese, words.english, words.scope, words.validity, words.used].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.edit}</span></th></tr></thead>
      <tbody>${repeat(
        rows,
        (row) => row.id ?? row.scriptCode,
        (row) => this.#renderRow(row),
      )}</tbody>
    </table>`;
  }

  #renderRow(row: LibraryScript) {
    const words = this.words(scriptWords);
    const text = (key: 'zh' | 'en') =>
      html`<b>${row.title[key]}</b>${row.title[key] ? '\n' : ''}${row.body[key] || '–'}`;
    return html`<tr>
      <th scope="row" data-label=${words.key}><span class="kbd">${row.quickKey ?? row.scriptCode}</span> <span
        class="muted small">${row.scriptCode}</span></th>
      <td data-label=${words.scene}>${this.language.code('Scene', row.scene)}</td>
      <td data-label=${words.chinese} class="words" lang="zh-CN">${text('zh')}</td>
      <td data-label=${words.english} class="words" lang="en">${text('en')}</td>
      <td data-label=${words.scope}>${this.#renderScope(row)}</td>
      <td data-label=${words.validity}>${this.#renderValidity(row)}</td>
      <td data-label=${words.used} class="numeric">${this.language.number(row.usageCount)}</td>
      <td>${this.#renderActions(row)}</td>
    </tr>`;
  }

  #renderScope(row: LibraryScript) {
    const words = this.words(scriptWords);
    const store = row.storeId ? this.#directory.value.stores.get(row.storeId)?.name : undefined;
    return html`<div
      class="row wrap"><span>${this.language.code('ScriptScope', row.scope)}${row.scope === 'TEAM' ? `: ${this.language.list(row.roles.map((role) => this.language.code('Role', role)))}` : ''}${store ? ` · ${store}` : ''}</span>
      ${row.id === null ? html`<span class="chip">${words.default}</span>` : html`<span class="chip ${LOOKS[row.state]}">${this.language.code('ScriptState', row.state)}</span>`}
      ${row.customers !== 'ALL' ? html`<span class="chip note">${this.language.code('ScriptCustomers', row.customers)}</span>` : nothing}</div>`;
  }

  #renderValidity(row: LibraryScript) {
    const words = this.words(scriptWords);
    const { language } = this;
    const parts = [
      ...(row.validFrom ? [words.from(language.moment(row.validFrom))] : []),
      ...(row.validTo ? [words.until(language.moment(row.validTo))] : []),
      ...(row.hours ? [`${row.hours.from}–${row.hours.to}`] : []),
    ];
    // Shown: a draft is not usable either, which its state says.
    const outside = row.state === 'PUBLISHED' && !row.usable;
    return html`${parts.length > 0 ? parts.join(' ') : words.always}${outside ? html` <span class="chip warn">${words.expired}</span>` : nothing}`;
  }

  #renderActions(row: LibraryScript) {
    const words = this.words(scriptWords);
    const { id } = row;
    const named = (label: string) => `${label}: ${row.scriptCode}`;
    const edit = () => (this.edited = row);
    // A script that comes with the desk is no row yet: changing it writes one of the shop's own in its place.
    if (!id)
      return can(this.#viewer.value, 'script.publish') && can(this.#viewer.value, 'script.write')
        ? html`<button class="button tight" type="button" aria-label=${named(words.override)}
          @click=${edit}>${words.override}</button>`
        : nothing;
    const button = (action: string, label: string, run: () => void, look = 'tight') =>
      offerButton(this.#offers.of({ id }, action), { label, look, run, name: named(label) });
    return html`<div class="row wrap">
      ${button('updateScript', words.edit, edit)} ${button('publishScript', words.publish, () => void this.#publish(id))}
      ${button('archiveScript', words.archive, () => (this.archiving = row), 'plain tight')}
    </div>`;
  }
}

define('desk-admin-scripts', DeskScripts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-scripts': DeskScripts;
  }
}
