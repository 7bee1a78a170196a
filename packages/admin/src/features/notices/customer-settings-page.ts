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
import { customerNoticeSettings, setCustomerNoticePolicy, type CustomerNoticeSetting } from './data.ts';
import { noticeTabs } from './tabs.ts';
import { noticeWords } from './words.ts';

/** @summary Which notices a store gives its customers, how often at most, and by which channels. */
export class DeskCustomerNoticeSettings extends DeskElement {
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
    load: async ([storeId]) =>
      storeId ? this.#client.value.query(customerNoticeSettings, { storeId }) : { kinds: [] },
  });

  get #store(): string | undefined {
    return this.storeId ?? [...(this.#directory.maybe?.stores.keys() ?? [])][0];
  }

  /** What was chosen holds at once; what was refused stands as it was. */
  async #choose({ kind, on, perDay }: CustomerNoticeSetting, change: { on?: boolean; perDay?: number | null }) {
    try {
      const rule = { kind, on, perDay, ...change };
      await this.#client.value.mutate(setCustomerNoticePolicy, { input: { id: this.#store ?? '', ...rule } });
      toast(this, { kind: 'ok', text: this.words(noticeWords).saved });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    await this.#settings.reload();
  }

  override render() {
    const words = this.words(noticeWords);
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    return html`<div class="page">
      <div class="page-head"><h1>${words.customerTitle}</h1></div>
      <nav class="tabs" aria-label=${words.title}>${noticeTabs.map(
        ({ path, title }) => html`<a href=${this.#navigation.value.href(path)}
          aria-current=${path === '/notices/customers' ? 'page' : nothing}>${this.language.of(title)}</a>`,
      )}</nav>
      <p>${words.customerIntro}</p>
      ${
        stores.length < 2
          ? nothing
          : html`<label class="field">
              <span>${words.store}</span>
              <select @change=${(event: Event) => (this.storeId = (event.target as HTMLSelectElement).value)}>
                ${stores.map(
                  ({ id, name }) => html`<option value=${id} ?selected=${id === this.#store}>${name}</option>`,
                )}
              </select>
            </label>`
      }
      <div class="card table">
        ${loaded(this.#settings, this.language, ({ kinds }) => this.#renderKinds(kinds))}
      </div>
    </div>`;
  }

  #renderKinds(kinds: readonly CustomerNoticeSetting[]) {
    const words = this.words(noticeWords);
    if (kinds.length === 0) return emptyState({ icon: 'bell', title: words.empty });
    const heads = [words.kind, words.given, words.perCustomer, words.ways];
    return html`<table class="stacking">
      <caption class="visually-hidden">${words.customerTitle}</caption>
      <thead><tr>${heads.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${repeat(
        kinds,
        ({ kind }) => kind,
        (setting) => this.#renderKind(setting),
      )}</tbody>
    </table>`;
  }

  #renderKind(setting: CustomerNoticeSetting) {
    const { kind, locked, on, perDay, ways, connected } = setting;
    const words = this.words(noticeWords);
    const name = this.language.code('CustomerNoticeKind', kind);
    const fixed = locked || !can(this.#viewer.value, 'notice.configure');
    const most = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      void this.#choose(setting, { perDay: value ? Number(value) : null });
    };
    return html`<tr>
      <th scope="row" data-label=${words.kind}>${name}</th>
      <td data-label=${words.given}>${
        locked
          ? html`<span class="muted">${words.locked}</span>`
          : html`<input type="checkbox" aria-label="${words.given}: ${name}" .checked=${on} ?disabled=${fixed}
              @change=${(event: Event) =>
                void this.#choose(setting, { on: (event.target as HTMLInputElement).checked })} />`
      }</td>
      <td data-label=${words.perCustomer}>${
        locked
          ? html`<span class="muted">${words.noLimit}</span>`
          : html`<input class="narrow" type="number" min="1" max="100" inputmode="numeric" ?disabled=${fixed}
              aria-label="${words.perCustomer}: ${name}" placeholder=${words.noLimit} .value=${String(perDay ?? '')}
              @change=${most} />`
      }</td>
      <td data-label=${words.ways}><ol class="ways">${ways.map(
        (way) =>
          html`<li>${this.language.code('DeliveryChannel', way)}${
            connected.includes(way) ? nothing : html` <span class="muted">(${words.missing})</span>`
          }</li>`,
      )}</ol></td>
    </tr>`;
  }
}

define('desk-admin-customer-notice-settings', DeskCustomerNoticeSettings);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-customer-notice-settings': DeskCustomerNoticeSettings;
  }
}
