import { css, html, nothing } from 'lit';
import type { PolicyPack } from '@shopdesk/core/policies';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import type { Findings } from './data.ts';
import { differenceList, differenceStyle } from './difference-list.ts';
import { fileErrors, fileField } from './file-field.ts';
import { lintWords } from './lint-words.ts';
import { PolicyFile } from './policy-file.ts';
import { importWords } from './import-words.ts';

/**
 * @summary Reads a file, shows what it would change and what the check says, and takes it into the draft when told so.
 * @event {PolicyPack} desk-pack-change - The draft's text is that of the file.
 */
export class DeskPolicyImport extends DeskElement {
  static override properties = { origin: { attribute: false }, storeId: {} };
  static override styles = [
    base,
    controls,
    differenceStyle,
    css`
      .all {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  declare origin: PolicyPack;
  storeId = '';
  readonly #client = new Use(this, clientContext);
  readonly #file = new PolicyFile(this, () => this.#client.value);

  async #read(text: string): Promise<void> {
    await this.#file.read(text, this.storeId);
    const { pack } = this.#file;
    if (pack && (pack.code !== this.origin.code || pack.layer !== this.origin.layer))
      this.#file.refuse(this.words(importWords).otherCode(`${pack.code}, ${pack.layer}`));
  }

  override render() {
    const words = this.words(importWords);
    const { pack, errors, found, busy } = this.#file;
    return html`<desk-admin-dialog open wide heading=${words.title}>
      <div class="all">
        <p class="muted">${words.text}</p>
        ${fileField({ language: this.language, read: (text) => void this.#read(text) })} ${fileErrors(errors, this.language)}
        ${busy ? html`<p role="status">${words.checking}</p>` : nothing}
        ${pack && found ? html`<h3>${words.check}</h3>${this.#renderFound(found)}<h3>${words.changes}</h3>${differenceList(this.origin, pack, this.language)}` : nothing}
      </div>
      <button slot="actions" class="button primary" type="button" aria-disabled=${!pack || busy}
        @click=${() => this.#take()}>${words.take}</button>
    </desk-admin-dialog>`;
  }

  #take(): void {
    const { pack, busy } = this.#file;
    if (!pack || busy) return;
    this.tell('desk-pack-change', pack);
    this.renderRoot.querySelector('desk-admin-dialog')?.removeAttribute('open');
  }

  #renderFound({ errors, warnings, findings }: Findings) {
    const words = this.words(lintWords);
    if (findings.length === 0) return html`<p class="notice ok">${icon('check')}<span>${words.clean}</span></p>`;
    return html`<p
      class="row">${errors > 0 ? html`<span class="chip danger">${words.errors(errors)}</span>` : nothing}${warnings > 0 ? html`<span class="chip warn">${words.warnings(warnings)}</span>` : nothing}</p>
      <ul>${findings.slice(0, 10).map(({ code, text }) => html`<li class="small">${this.language.code('PolicyFindingCode', code)}: ${this.language.of(text)}</li>`)}</ul>`;
  }
}

define('desk-admin-policy-import', DeskPolicyImport);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-import': DeskPolicyImport;
  }
}
