/** @module A newer version is in use: what a record would lose and lack there, before somebody moves it. */
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { moveFormRecord, previewFormMove, type MovePreview } from './data.ts';
import { formWords } from './words.ts';

/**
 * @summary Offers to move a record to the version in use.
 * @event desk-done - It was moved.
 */
export class DeskFormMove extends DeskElement {
  static override properties = { recordId: {}, newest: { type: Number }, preview: { state: true } };
  static override styles = [base, controls];

  recordId = '';
  newest = 0;
  preview: MovePreview | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  async #show(): Promise<void> {
    this.preview = await this.#client.value.query(previewFormMove, { id: this.recordId });
  }

  async #move(): Promise<void> {
    const { fingerprint = '' } = this.preview ?? {};
    if (!(await this.#act.run(this.#client.value, moveFormRecord, { id: this.recordId, fingerprint })))
      return this.#show();
    this.preview = undefined;
    this.tell('desk-done');
  }

  override render() {
    const words = this.words(formWords);
    const { language, preview } = this;
    return html`<p class="notice row wrap between"><span>${words.newer(this.newest)}</span>
        <button class="button tight" type="button" @click=${() => void this.#show()}>${words.showMove}</button></p>
      ${
        preview
          ? html`<desk-admin-dialog open heading=${words.moveTitle} @desk-closed=${() => (this.preview = undefined)}>
              ${problemNotice(this.#act.problem, language)}
              <p>${preview.lost.length > 0 ? words.moveLost : words.moveNothing}</p>
              <ul>${preview.lost.map(({ title, text }) => html`<li>${language.of(title)}: ${text}</li>`)}</ul>
              ${preview.missing.length > 0 ? html`<p>${words.moveMissing}</p><ul>${preview.missing.map(({ title }) => html`<li>${language.of(title)}</li>`)}</ul>` : nothing}
              <button slot="actions" class="button primary" type="button" aria-disabled=${this.#act.busy}
                @click=${() => void this.#move()}>${words.move}</button>
            </desk-admin-dialog>`
          : nothing
      }`;
  }
}

define('desk-admin-form-move', DeskFormMove);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-form-move': DeskFormMove;
  }
}
