import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { makeAccountLink, type MadeLink } from './data.ts';
import { madeLink } from './made-link.ts';
import { staffWords } from './words.ts';

/**
 * @summary Makes a link for somebody who cannot sign in, and shows it once.
 * @event desk-done - It was made and handed over.
 */
export class DeskLinkDialog extends DeskElement {
  static override properties = { row: { attribute: false }, link: { state: true } };
  static override styles = [base, controls];

  row: { readonly id: string; readonly name?: string; readonly invited?: boolean } = { id: '' };
  link: MadeLink | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #make(event: Event): Promise<void> {
    event.preventDefault();
    this.link = await this.#act.run(this.#client.value, makeAccountLink, { id: this.row.id });
  }

  override render() {
    const words = this.words(staffWords);
    const { link, row } = this;
    const name = row.name ?? '';
    const done = () => this.tell('desk-done', link);
    if (link)
      return html`<desk-admin-dialog open heading=${words.linkTitle(link.name)}
        @desk-closed=${(event: Event) => (event.stopPropagation(), done())}>
        ${madeLink(link, this.#navigation.value, this.language)}
        <button slot="actions" class="button primary" type="button" @click=${done}>${words.done}</button>
      </desk-admin-dialog>`;
    return html`<desk-admin-dialog open heading=${words.linkTitle(name)}>
      <form id="form" class="stack" novalidate @submit=${this.#make}>
        ${problemNotice(this.#act.problem, this.language)}
        <p>${row.invited ? words.linkInvitation(name) : words.linkPassword(name)}</p>
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${this.#act.busy}>${words.linkMake}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-link-dialog', DeskLinkDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-link-dialog': DeskLinkDialog;
  }
}
