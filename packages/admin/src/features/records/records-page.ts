import { html } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { featuresContext } from '../../desk/panels.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { describe, type DeskDescription } from '../../records/description.ts';
import '../../records/record-list.ts';
import { recordWords } from '../../records/words.ts';

/** @summary All entities with a list, or the list of one of them. */
export class DeskRecords extends DeskElement {
  static override properties = { params: { attribute: false }, search: { attribute: false } };
  static override styles = [base, controls, states, tables];

  params: Readonly<Record<string, string | undefined>> = {};
  search = new URLSearchParams();
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #desk = new Loader(this, {
    args: () => [] as const,
    load: () => describe(this.#client.value, this.#viewer.value.id),
  });

  override render() {
    const entity = this.params['entity'];
    if (entity)
      return html`<desk-admin-record-list .entity=${entity} .path=${`/records/${entity}`} .search=${this.search}></desk-admin-record-list>`;
    const words = this.words(recordWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.all}</h1></div>
      <p class="muted">${words.allText}</p>
      ${loaded(this.#desk, this.language, (desk) => this.#renderEntities(desk))}
    </div>`;
  }

  #renderEntities({ entities }: DeskDescription) {
    const owned = new Set((this.#features.maybe ?? []).flatMap(({ rows }) => Object.keys(rows)));
    const shown = entities.filter(({ list, name }) => list && !owned.has(name));
    if (shown.length === 0) return emptyState({ icon: 'table', title: this.words(recordWords).empty });
    return html`<ul class="two">
      ${shown.map(({ name, title }) => html`<li><a class="button" href=${this.#navigation.value.href(`/records/${name}`)}>${icon('table')}${this.language.of(title)}</a></li>`)}
    </ul>`;
  }
}

define('desk-admin-records', DeskRecords);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-records': DeskRecords;
  }
}
