import { css, html, nothing } from 'lit';
import type { PolicyPack } from '@shopdesk/core/policies';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import type { Texts } from '../../kit/language.ts';
import { problemOf, sentenceOf } from '../../kit/problem.ts';
import { lintPolicy, type Findings } from './data.ts';
import { differenceList, differenceStyle } from './difference-list.ts';
import { fileErrors, fileField } from './file-field.ts';
import { lintWords } from './lint-words.ts';
import { readPackFile } from './policy-file.ts';

const en = {
  title: 'Import a file into the draft',
  text: 'Nothing is changed before you have seen what the file would change.',
  otherCode: (code: string) => `The file holds another policy (${code}). Begin a new draft with it instead.`,
  changes: 'What the file changes',
  check: 'Check',
  take: 'Take it into the draft',
  checking: 'Checking…',
};
const zh: typeof en = {
  title: '将文件导入草稿',
  text: '导入前先预览文件会带来的修改,确认后才写入草稿。',
  otherCode: (code) => `文件是另一项政策(${code}),请用它新建草稿。`,
  changes: '文件带来的修改',
  check: '检查',
  take: '写入草稿',
  checking: '检查中…',
};
const importWords: Texts<typeof en> = { en, zh };

/**
 * @summary Reads a file, shows what it would change and what the check says, and takes it into the draft when told so.
 * @event {PolicyPack} desk-pack-change - The draft's text is that of the file.
 */
export class DeskPolicyImport extends DeskElement {
  static override properties = { version: {}, origin: { attribute: false }, storeId: {}, pack: { state: true }, errors: { state: true }, found: { state: true }, busy: { state: true } };
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

  version = '';
  declare origin: PolicyPack;
  storeId = '';
  pack: PolicyPack | undefined;
  errors: readonly string[] = [];
  found: Findings | undefined;
  busy = false;
  readonly #client = new Use(this, clientContext);

  async #read(text: string): Promise<void> {
    const { pack, errors } = readPackFile(text, this.language);
    this.found = undefined;
    const other = pack && (pack.code !== this.origin.code || pack.layer !== this.origin.layer);
    this.errors = other ? [this.words(importWords).otherCode(`${pack.code}, ${pack.layer}`)] : errors;
    this.pack = other ? undefined : pack;
    if (!this.pack) return;
    this.busy = true;
    try {
      this.found = await this.#client.value.query(lintPolicy, { version: this.version, pack: this.pack, storeId: this.storeId });
    } catch (error) {
      const problem = problemOf(error);
      this.errors = [sentenceOf(problem, this.language), ...problem.fields.map(({ path, message }) => `${path}: ${message}`)];
      this.pack = undefined;
    }
    this.busy = false;
  }

  override render() {
    const words = this.words(importWords);
    const { pack } = this;
    return html`<desk-admin-dialog open wide heading=${words.title}>
      <div class="all">
        <p class="muted">${words.text}</p>
        ${fileField({ language: this.language, read: (text) => void this.#read(text) })} ${fileErrors(this.errors, this.language)}
        ${this.busy ? html`<p role="status">${words.checking}</p>` : nothing}
        ${pack && this.found ? html`<h3>${words.check}</h3>${this.#renderFound(this.found)}<h3>${words.changes}</h3>${differenceList(this.origin, pack, this.language)}` : nothing}
      </div>
      <button slot="actions" class="button primary" type="button" aria-disabled=${!pack || this.busy} @click=${() => this.#take()}>${words.take}</button>
    </desk-admin-dialog>`;
  }

  #take(): void {
    if (!this.pack || this.busy) return;
    this.tell('desk-pack-change', this.pack);
    this.renderRoot.querySelector('desk-admin-dialog')?.removeAttribute('open');
  }

  #renderFound({ errors, warnings, findings }: Findings) {
    const words = this.words(lintWords);
    if (findings.length === 0) return html`<p class="notice ok">${icon('check')}<span>${words.clean}</span></p>`;
    return html`<p class="row">${errors > 0 ? html`<span class="chip danger">${words.errors(errors)}</span>` : nothing}${warnings > 0 ? html`<span class="chip warn">${words.warnings(warnings)}</span>` : nothing}</p>
      <ul>${findings.slice(0, 10).map(({ code, text }) => html`<li class="small">${words.codes[code]}: ${this.language.of(text)}</li>`)}</ul>`;
  }
}

define('desk-admin-policy-import', DeskPolicyImport);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-import': DeskPolicyImport;
  }
}
