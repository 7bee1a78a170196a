import { html, nothing } from 'lit';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { store as storeDocument, type StoreItem } from './data.ts';
import { storeWords } from './words.ts';

const SECTIONS = {
  general: { tag: 'desk-admin-store-general', load: () => import('./general-section.ts') },
  shop: { tag: 'desk-admin-store-shop', load: () => import('./shop-section.ts') },
  hours: { tag: 'desk-admin-store-hours', load: () => import('./hours-section.ts') },
  look: { tag: 'desk-admin-store-look', load: () => import('./look-section.ts') },
  bot: { tag: 'desk-admin-store-bot', load: () => import('./bot-section.ts') },
  embed: { tag: 'desk-admin-store-embed', load: () => import('./embed-section.ts') },
  identity: { tag: 'desk-admin-store-identity', load: () => import('./identity-section.ts') },
  events: { tag: 'desk-admin-store-events', load: () => import('./events-section.ts') },
} as const;
type SectionName = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as SectionName[];

/** @summary The settings of one store, in sections that have addresses of their own. */
export class DeskStore extends DeskElement {
  static override properties = { params: { attribute: false } };
  static override styles = [base, controls, states, tables, tabStyle];

  params: Readonly<Record<string, string | undefined>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #store = new Loader(this, {
    args: () => (this.params['id'] ? ([this.params['id']] as const) : undefined),
    load: ([id]) => this.#client.value.query(storeDocument, { id }),
  });

  override updated(): void {
    this.renderRoot.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(storeWords).missing, isPage: true });
    if (this.#store.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#store, this.language, (store) => (store ? this.#renderStore(store) : missing), { isPage: true })}</div>`;
  }

  #renderStore(store: StoreItem) {
    const words = this.words(storeWords);
    const current = NAMES.find((name) => name === this.params['section']) ?? 'general';
    const navigation = this.#navigation.value;
    const { tag, load } = SECTIONS[current];
    return html`<div class="page-head">
        <a class="button plain icon-only" href=${navigation.href('/stores')}
          aria-label=${words.back}>${icon('back')}</a>
        <h1>${store.name}</h1>
      </div>
      ${can(this.#viewer.value, 'store.configure') ? nothing : html`<p class="notice">${icon('info')}<span>${words.readOnly}</span></p>`}
      <nav class="tabs" aria-label=${words.tabsLabel}>
        ${NAMES.map((name) => html`<a class="tab" href=${navigation.href(`/stores/${store.id}/${name}`)} aria-current=${name === current ? 'page' : nothing}>${words.tabs[name]}</a>`)}
      </nav>
      <section class="card padded" aria-label=${words.tabs[current]}>
        <desk-admin-lazy .tag=${tag} .load=${load} .values=${{ store }} @desk-saved=${({
          detail,
        }: CustomEvent<StoreItem>) => {
          this.#store.set(detail);
          this.tell('desk-directory-stale');
        }}></desk-admin-lazy>
      </section>`;
  }
}

define('desk-admin-store', DeskStore);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-store': DeskStore;
  }
}
