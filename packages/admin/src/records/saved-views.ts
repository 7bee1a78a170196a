/**
 * @module Views at the head of a list: those that the desk ships, one's own and those shared in the store. A view is a
 * name for an address and gives no right.
 */
import { html, nothing } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../desk/contexts.ts';
import { RecordWatch } from '../desk/record-watch.ts';
import { liveContext } from '../desk/contexts.ts';
import type { RecordView } from '../desk/record.ts';
import { base } from '../kit/base-style.ts';
import { controls } from '../kit/control-style.ts';
import { DeskElement, define } from '../kit/element.ts';
import { icon } from '../kit/icon.ts';
import { Loader } from '../kit/loader.ts';
import { act } from './act.ts';
import { recordList, type RecordRow } from './data.ts';
import { describe } from './description.ts';
import { isNarrowed } from './filters.ts';
import { listStyle } from './list-style.ts';
import { recordWords } from './words.ts';

interface Tab {
  readonly name: string;
  readonly query: string;
  /** Of one that somebody has saved. */
  readonly row?: RecordRow;
}

const sorted = (query: string): string => {
  const search = new URLSearchParams(query);
  search.sort();
  return search.toString();
};

/** @summary The views of a list as tabs. */
export class DeskViews extends DeskElement {
  static override properties = {
    entity: {},
    path: {},
    search: { attribute: false },
    shipped: { attribute: false },
  };
  static override styles = [base, controls, listStyle];

  /** Name of the entity of which the list is. */
  entity = '';
  path = '';
  search = new URLSearchParams();
  shipped: readonly RecordView[] = [];
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #saved = new Loader(this, {
    args: () => (this.entity ? ([this.entity] as const) : undefined),
    load: ([about]) => this.#load(about),
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: ['SavedView'],
      changed: () => void this.#saved.reload(),
    });
  }

  async #load(about: string): Promise<readonly RecordRow[]> {
    const client = this.#client.value;
    const desk = await describe(client, this.#viewer.value.id);
    const entity = desk.entities.find(({ name }) => name === 'SavedView');
    if (!entity) return [];
    const names = ['name', 'query', 'ownerId', 'storeId'];
    return (await client.query(recordList(entity, names, desk), { filter: { about: { eq: about } }, first: 100 }))
      .nodes;
  }

  async #save(): Promise<void> {
    const preset = { about: this.entity, query: this.search.toString() };
    if (await act(this, 'saveView', { fields: ['name', 'storeId'], preset })) await this.#saved.reload();
  }

  async #remove(row: RecordRow): Promise<void> {
    if (!(await act(this, 'removeView', { row }))) return;
    await this.#saved.reload();
    this.#navigation.value.go(this.path, { replace: true });
  }

  override render() {
    const words = this.words(recordWords);
    const { language, search, shipped } = this;
    const saved = (this.#saved.value ?? []).map((row) => ({
      name: String(row['name']),
      query: String(row['query']),
      row,
    }));
    const first: Tab[] = shipped.length > 0 ? [] : [{ name: words.allRows, query: '' }];
    const own = shipped.map((view, at): Tab => ({ name: language.of(view.name), query: at === 0 ? '' : view.query }));
    const tabs: Tab[] = [...first, ...own, ...saved];
    const now = sorted(search.toString());
    const current = tabs.find(({ query }) => sorted(query) === now);
    const unsaved = !current && (isNarrowed(search) || search.has('columns') || search.has('order'));
    if (tabs.length < 2 && !unsaved) return nothing;
    return html`<nav class="views" aria-label=${words.views}>
      ${tabs.map((tab) => this.#renderTab(tab, tab === current))}
      ${
        unsaved
          ? html`<button type="button"
        @click=${() => void this.#save()}>${icon('plus', 'small')}${words.saveView}</button>`
          : nothing
      }
      ${current?.row ? this.#renderRemove(current.row) : nothing}
    </nav>`;
  }

  #renderTab({ name, query, row }: Tab, current: boolean) {
    const href = this.#navigation.value.href(query ? `${this.path}?${query}` : this.path);
    const shared = row?.['storeId'] ? this.words(recordWords).sharedView : '';
    return html`<a href=${href} aria-current=${current ? 'true' : 'false'}
      title=${shared || nothing}>${shared ? icon('people', 'small') : nothing}${name}</a>`;
  }

  #renderRemove(row: RecordRow) {
    if (row['ownerId'] !== this.#viewer.value.id) return nothing;
    const name = this.words(recordWords).removeView(String(row['name']));
    return html`<button type="button" aria-label=${name} title=${name}
      @click=${() => void this.#remove(row)}>${icon('trash', 'small')}</button>`;
  }
}

define('desk-admin-views', DeskViews);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-views': DeskViews;
  }
}
