/**
 * @module Articles out as files and in again; an import is tried first and writes everything or nothing.
 */
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { framed, selectField } from '../../kit/field.ts';
import { firstRows, unreadableNotice } from '../../kit/import-preview.ts';
import { importReport, importStyle } from '../../kit/import-report.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { pickedFile, saveTextFile, type PickedFile } from '../../kit/text-file.ts';
import { toastProblem } from '../../kit/toast.ts';
import { exportArticles, importArticles, type ImportReport, type TextFormat } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { knowledgeHead } from './tabs.ts';
import { knowledgeWords } from './words.ts';

const FILES: Readonly<Record<TextFormat, { readonly name: string; readonly type: string }>> = {
  CSV: { name: 'knowledge.csv', type: 'text/csv' },
  MARKDOWN: { name: 'knowledge.md', type: 'text/markdown' },
};

/** @summary Import and export of articles. */
export class DeskKnowledgeTransfer extends DeskElement {
  static override properties = {
    format: { state: true },
    file: { state: true },
    unreadable: { state: true },
    report: { state: true },
    busy: { state: true },
  };
  static override styles = [base, controls, tables, tabStyle, importStyle];

  format: TextFormat = 'CSV';
  file: { readonly name: string; readonly text: string } | undefined;
  unreadable: Extract<PickedFile, { unreadableLine: number }> | undefined;
  report: ImportReport | undefined;
  busy = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #export(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { format } = this;
    const parts: string[] = [];
    try {
      for (let after: string | null | undefined; after !== null;) {
        const { text, endCursor } = await this.#client.value.query(exportArticles, {
          format,
          ...(after ? { after } : {}),
        });
        // The head of a table stands once, at the beginning of the file.
        parts.push(format === 'CSV' && parts.length > 0 ? text.slice(text.indexOf('\n') + 1) : text);
        after = endCursor;
      }
      saveTextFile(FILES[format].name, parts.join(format === 'CSV' ? '' : '\n'), FILES[format].type);
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    this.busy = false;
  }

  async #pick(event: Event): Promise<void> {
    this.file = undefined;
    this.report = undefined;
    this.#act.clear();
    const picked = await pickedFile(event);
    this.unreadable = picked && 'unreadableLine' in picked ? picked : undefined;
    this.file = picked && 'text' in picked ? picked : undefined;
    if (this.file) this.format = /\.(md|markdown|txt)$/i.test(this.file.name) ? 'MARKDOWN' : 'CSV';
  }

  async #import(dryRun: boolean): Promise<void> {
    if (!this.file) return this.renderRoot.querySelector<HTMLElement>('#file')?.focus();
    this.report = await this.#act.run(this.#client.value, importArticles, {
      format: this.format,
      text: this.file.text,
      dryRun,
    });
    if (this.report && !dryRun && this.report.problems.length === 0) this.file = undefined;
  }

  override render() {
    const words = this.words(knowledgeWords);
    const formats = this.language.choices<'CSV' | 'MARKDOWN'>('ArticleTextFormat');
    return html`<div class="page">
      ${knowledgeHead({ words, active: 'transfer', navigation: this.#navigation.value })}
      <div class="filter-bar">${selectField({ id: 'format', label: words.format, value: this.format, choices: formats, onInput: (format) => (this.format = format || 'CSV') })}</div>
      <section class="card padded"><h2>${words.exportTitle}</h2><p class="muted">${words.exportText}</p>
        <div><button class="button" type="button" aria-disabled=${this.busy}
          @click=${() => void this.#export()}>${words.download}</button></div></section>
      ${can(this.#viewer.value, 'article.publish') ? this.#renderImport() : nothing}
    </div>`;
  }

  #renderImport() {
    const words = this.words(knowledgeWords);
    const named = (code: string) => this.language.code('ArticleImportProblemCode', code);
    const { report } = this;
    const { problem, busy } = this.#act;
    const said = report
      ? report.dryRun || report.problems.length > 0
        ? words.wouldDo(report.created, report.updated)
        : words.did(report.created, report.updated)
      : '';
    return html`<section class="card padded"><h2>${words.importTitle}</h2><p class="muted">${words.importText}</p>
      ${framed({ id: 'file', label: words.file }, html`<input id="file" type="file" accept=".csv,.md,.markdown,.txt,text/csv,text/markdown" @change=${this.#pick} />`)}
      ${unreadableNotice(this.unreadable, this.language)} ${problemNotice(problem, this.language)}
      <div class="row wrap">
        <button class="button primary" type="button" aria-disabled=${busy || !this.file}
          @click=${() => void this.#import(true)}>${words.tryImport}</button>
        ${report?.dryRun && report.problems.length === 0 && this.file ? html`<button class="button" type="button" aria-disabled=${busy} @click=${() => void this.#import(false)}>${words.doImport}</button>` : nothing}
      </div>
      ${report ? importReport({ said, problems: report.problems, words, named }) : nothing}
      ${report?.dryRun && this.file ? firstRows(this.file.text, this.format, this.language) : nothing}
    </section>`;
  }
}

define('desk-admin-knowledge-transfer', DeskKnowledgeTransfer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-knowledge-transfer': DeskKnowledgeTransfer;
  }
}
