/**
 * @module The customer's file: what is known of him, contact data masked until a purpose is given (R-SEC-01), tags.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { CustomerItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { languageName } from '../../kit/language.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import '../../kit/tags.ts';
import { kitWords } from '../../kit/words.ts';
import { act } from '../../records/act.ts';
import { customer, updateCustomer, type Contact } from './data.ts';
import { customerWords } from './words.ts';

/** What a person edits here; tags are edited where they stand. */
const FILE_FIELDS = ['name', 'nick', 'tier', 'styleTag', 'riskNote'];

export class DeskCustomerFile extends DeskElement {
  static override properties = {
    subject: { attribute: false },
    contact: { state: true },
    tagging: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    facts.style,
    css`
      .chip {
        justify-self: start;
        white-space: normal;
      }
    `,
  ];

  declare subject: { readonly customerId: string };
  /** Shown in full after a purpose was given; gone with this element. */
  contact: Contact | undefined;
  tagging = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  #saving = Promise.resolve();
  readonly #file = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId] as const) : undefined),
    load: ([id]) => this.#client.value.query(customer, { id }),
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('subject') && changed.get('subject')?.customerId !== this.subject.customerId) {
      this.contact = undefined;
      this.tagging = false;
    }
  }

  async #reveal({ id }: CustomerItem): Promise<void> {
    const acted = await act(this, 'revealContact', {
      row: { id },
      heading: this.words(customerWords).reveal,
      said: '',
    });
    if (acted && id === this.subject.customerId) this.contact = acted.value as Contact;
  }

  async #edit(file: CustomerItem): Promise<void> {
    const heading = this.words(customerWords).edit;
    if (await act(this, 'updateCustomer', { row: file, fields: FILE_FIELDS, heading })) await this.#file.reload();
  }

  /** One change after the other, so that none overtakes or drops another. */
  #setTags(tags: readonly string[]): void {
    this.#saving = this.#saving.then(async () => {
      const file = this.#file.value;
      const saved = file && (await this.#act.run(this.#client.value, updateCustomer, { id: file.id, tags }));
      if (saved) this.#file.set(saved);
      else if (file) await this.#file.reload();
    });
  }

  override render() {
    return html`${loaded(this.#file, this.language, (file) => (file ? this.#renderFile(file) : html`<p>${this.words(customerWords).missing}</p>`))}`;
  }

  #renderFile(file: CustomerItem) {
    const words = this.words(customerWords);
    const { language } = this;
    const own = this.#navigation.value.path === `/customers/${file.id}`;
    return html`<div class="stack">
      <p class="chip ${file.verified ? 'ok' : ''}">${icon(file.verified ? 'check' : 'info', 'small')}${file.verified ? words.verified : words.unverified}</p>
      ${facts([
        file.name && [words.name, html`<bdi>${file.name}</bdi>`],
        file.nick && [words.nick, html`<bdi>${file.nick}</bdi>`],
        [words.email, this.#renderContact(this.contact?.email ?? file.email)],
        this.contact &&
          this.contact.otherEmails.length > 0 && [
            words.otherEmails,
            this.#renderContact(this.contact.otherEmails.join(', ')),
          ],
        [words.phone, this.#renderContact(this.contact?.phone ?? file.phone)],
        [words.language, languageName(file.locale)],
        file.tier && [words.tier, file.tier],
        file.styleTag && [words.style, file.styleTag],
        file.riskNote && [words.risk, html`<span class="error">${icon('warning', 'small')}${file.riskNote}</span>`],
        file.lastSeenAt && [words.lastSeen, language.moment(file.lastSeenAt)],
        [words.since, language.moment(file.createdAt)],
      ])}
      ${this.contact ? html`<p class="hint">${words.revealed}</p>` : nothing} ${this.#renderTags(file)} ${this.#renderButtons(file, own)}
    </div>`;
  }

  #renderContact(text: string | null) {
    const hidden = !can(this.#viewer.value, 'contact.read') && !can(this.#viewer.value, 'data.reveal');
    if (hidden) return html`<span class="muted">${this.words(customerWords).contactHidden}</span>`;
    return text ? html`<bdi class="numeric">${text}</bdi>` : this.words(kitWords).unknown;
  }

  #renderTags(file: CustomerItem) {
    const words = this.words(customerWords);
    const mayEdit = can(this.#viewer.value, 'customer.edit');
    if (this.tagging)
      return html`<div>
        ${problemNotice(this.#act.problem, this.language)}
        <desk-admin-tags label=${words.tags} hint=${words.tagsHint} .values=${file.tags}
          @desk-change=${({ detail }: CustomEvent<string[]>) => this.#setTags(detail)}></desk-admin-tags>
        <button class="link" type="button" @click=${() => (this.tagging = false)}>${this.words(kitWords).close}</button>
      </div>`;
    return html`<div class="row wrap">
      ${file.tags.map((tag) => html`<span class="chip">${icon('tag', 'small')}${tag}</span>`)}
      ${mayEdit ? html`<button class="button plain tight" type="button" @click=${() => (this.tagging = true)}>${icon('plus', 'small')}${words.editTags}</button>` : nothing}
    </div>`;
  }

  #renderButtons(file: CustomerItem, own: boolean) {
    const words = this.words(customerWords);
    const masked = !this.contact && (file.email ?? file.phone);
    return html`<div class="row wrap">
      ${masked && can(this.#viewer.value, 'data.reveal') ? html`<button class="button tight" type="button" @click=${() => void this.#reveal(file)}>${icon('eye', 'small')}${words.reveal}</button>` : nothing}
      ${can(this.#viewer.value, 'customer.edit') ? html`<button class="button tight" type="button" @click=${() => void this.#edit(file)}>${icon('edit', 'small')}${words.edit}</button>` : nothing}
      ${own ? nothing : html`<a class="button tight" href=${this.#navigation.value.href(`/customers/${file.id}`)}>${words.openFile}</a>`}
    </div>`;
  }
}

define('desk-admin-customer-file', DeskCustomerFile);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-customer-file': DeskCustomerFile;
  }
}
