import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { noticeSettings, setNoticePolicy, setNoticePreference, type NoticeSetting } from './data.ts';
import { noticeTabs } from './tabs.ts';
import { noticeWords } from './words.ts';

/** @summary Which notices a person wants to be told, and which a store gives. */
export class DeskNoticeSettings extends DeskElement {
  static override properties = { storeId: { state: true } };
  static override styles = [base, controls, states, tabStyle, tables];

  /** The store whose rules are shown; undefined: the first. */
  storeId: string | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #settings = new Loader(this, {
    args: () => [this.#store] as const,
    load: ([storeId]) => this.#client.value.query(noticeSettings, storeId ? { storeId } : {}),
  });

  get #store(): string | undefined {
    if (!can(this.#viewer.value, 'notice.configure')) return undefined;
    return this.storeId ?? [...(this.#directory.maybe?.stores.keys() ?? [])][0];
  }

  /** What was chosen holds at once; what was refused stands as it was. */
  async #choose(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      toast(this, { kind: 'ok', text: this.words(noticeWords).saved });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    await this.#settings.reload();
  }

  #forMe(kind: NoticeSetting['kind'], on: boolean): Promise<void> {
    return this.#choose(() => this.#client.value.mutate(setNoticePreference, { input: { kind, on } }));
  }

  #inStore(
    { kind, onInStore, perDay }: NoticeSetting,
    change: { on?: boolean; perDay?: number | null },
  ): Promise<void> {
    const rule = { kind, on: onInStore ?? true, perDay, ...change };
    return this.#choose(() =>
      this.#client.value.mutate(setNoticePolicy, { input: { id: this.#store ?? '', ...rule } }),
    );
  }

  override render() {
    const words = this.words(noticeWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      <nav class="tabs" aria-label=${words.title}>${noticeTabs.map(
        ({ path, title }) => html`<a href=${this.#navigation.value.href(path)}
          aria-current=${path === '/notices/settings' ? 'page' : nothing}>${this.language.of(title)}</a>`,
      )}</nav>
      <p>${words.intro}</p>
      ${this.#renderStores()}
      <div class="card table">
        ${loaded(this.#settings, this.language, ({ kinds }) => this.#renderKinds(kinds))}
      </div>
    </div>`;
  }

  #renderStores() {
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    if (!this.#store || stores.length < 2) return nothing;
    const words = this.words(noticeWords);
    return html`<label class="field">
      <span>${words.store}</span>
      <select @change=${(event: Event) => (this.storeId = (event.target as HTMLSelectElement).value)}>
        ${stores.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#store}>${name}</option>`)}
      </select>
    </label>`;
  }

  #renderKinds(kinds: readonly NoticeSetting[]) {
    const words = this.words(noticeWords);
    if (kinds.length === 0) return emptyState({ icon: 'bell', title: words.empty });
    const heads = [words.kind, words.severity, words.forMe, ...(this.#store ? [words.inStore, words.perDay] : [])];
    return html`<table class="stacking">
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr>${heads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${repeat(
        kinds,
        ({ kind }) => kind,
        (setting) => this.#renderKind(setting),
      )}</tbody>
    </table>`;
  }

  #renderKind(setting: NoticeSetting) {
    const { kind, severity, locked, onForMe, onInStore, told, decidedBy } = setting;
    const words = this.words(noticeWords);
    const name = this.language.code('NoticeKind', kind);
    return html`<tr>
      <th scope="row" data-label=${words.kind}>${name}</th>
      <td data-label=${words.severity}>${this.language.code('NoticeSeverity', severity)}</td>
      <td data-label=${words.forMe}>${
        locked
          ? html`<span class="muted">${words.locked}</span>`
          : html`<input type="checkbox" aria-label="${words.forMe}: ${name}" .checked=${onForMe ?? true}
              @change=${(event: Event) => void this.#forMe(kind, (event.target as HTMLInputElement).checked)} />${
                told || decidedBy !== 'STORE' ? nothing : html` <span class="muted small">${words.offInStore}</span>`
              }`
      }</td>
      ${this.#store && !locked ? this.#renderRule(setting, name, onInStore ?? true) : nothing}
    </tr>`;
  }

  #renderRule(setting: NoticeSetting, name: string, on: boolean) {
    const words = this.words(noticeWords);
    const most = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      void this.#inStore(setting, { perDay: value ? Number(value) : null });
    };
    return html`<td data-label=${words.inStore}><input type="checkbox" aria-label="${words.inStore}: ${name}"
        .checked=${on}
        @change=${(event: Event) => void this.#inStore(setting, { on: (event.target as HTMLInputElement).checked })} /></td>
      <td data-label=${words.perDay}><input class="narrow" type="number" min="1" max="1000" inputmode="numeric"
        aria-label="${words.perDay}: ${name}" placeholder=${words.noLimit} .value=${String(setting.perDay ?? '')}
        @change=${most} /></td>`;
  }
}

define('desk-admin-notice-settings', DeskNoticeSettings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-notice-settings': DeskNoticeSettings;
  }
}
