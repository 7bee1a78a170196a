import { css, html } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { featuresContext } from '../../desk/panels.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { recordList } from '../../records/data.ts';
import { describe, type DeskDescription, type EntityDescription } from '../../records/description.ts';
import { manyOf } from '../../records/names.ts';
import '../../records/record-list.ts';
import { recordWords } from '../../records/words.ts';

/** So far rows are counted. */
const MOST_COUNTED = 100;

/** @summary All entities with a list, or the list of one of them. */
export class DeskRecords extends DeskElement {
  static override properties = { params: { attribute: false }, search: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      ul {
        max-inline-size: 40rem;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.5rem 0.75rem;
        border-block-end: 1px solid var(--line);
      }
      li:last-child {
        border-block-end: 0;
      }
    `,
  ];

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

  /** How many rows of each there are, as far as one counts: whoever looks for something goes where there is any. */
  readonly #counts = new Loader(this, {
    args: () => (this.#desk.value && !this.params['entity'] ? ([this.#desk.value] as const) : undefined),
    load: async ([desk]) => {
      const counted = this.#shown(desk).map(async (entity) => {
        const list = recordList(entity, [], desk);
        const page = await this.#client.value.query(list, { first: MOST_COUNTED }).catch(() => undefined);
        const { nodes = [], pageInfo } = page ?? {};
        return [entity.name, page && `${nodes.length}${pageInfo?.hasNextPage ? '+' : ''}`] as const;
      });
      return new Map(await Promise.all(counted));
    },
  });

  /** Those that have no page of their own. */
  #shown({ entities }: DeskDescription): EntityDescription[] {
    const owned = new Set((this.#features.maybe ?? []).flatMap(({ rows }) => Object.keys(rows)));
    return entities.filter(({ list, name }) => list && !owned.has(name));
  }

  override render() {
    const entity = this.params['entity'];
    if (entity)
      return html`<desk-admin-record-list .entity=${entity} .path=${`/records/${entity}`}
        .search=${this.search}></desk-admin-record-list>`;
    const words = this.words(recordWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.all}</h1></div>
      <p class="muted">${words.allText}</p>
      ${loaded(this.#desk, this.language, (desk) => this.#renderEntities(desk))}
    </div>`;
  }

  #renderEntities(desk: DeskDescription) {
    const shown = this.#shown(desk)
      .map(({ name, title }) => ({ name, text: this.language.of(manyOf(title)) }))
      .toSorted((a, b) => a.text.localeCompare(b.text, this.language.locale));
    if (shown.length === 0) return emptyState({ icon: 'table', title: this.words(recordWords).empty });
    return html`<ul class="card">
      ${shown.map(
        ({ name, text }) => html`<li><a href=${this.#navigation.value.href(`/records/${name}`)}>${text}</a><span
          class="muted numeric">${this.#counts.value?.get(name) ?? ''}</span></li>`,
      )}
    </ul>`;
  }
}

define('desk-admin-records', DeskRecords);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-records': DeskRecords;
  }
}
