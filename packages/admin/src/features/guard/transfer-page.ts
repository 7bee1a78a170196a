import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { framed } from '../../kit/field.ts';
import { firstRows, unreadableNotice } from '../../kit/import-preview.ts';
import { importReport, importStyle } from '../../kit/import-report.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { tables } from '../../kit/table-style.ts';
import { pickedFile, saveTextFile, type PickedFile } from '../../kit/text-file.ts';
import { toastProblem } from '../../kit/toast.ts';
import { exportTerms, importTerms, type ImportReport } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { guardHead } from './tabs.ts';
import { guardWords } from './words.ts';

/** @summary Rules as a table, out and in; an import is tried first. */
export class DeskTermTransfer extends DeskElement {
  static override properties = { file: { state: true }, unreadable: { state: true }, report: { state: true } };
  static override styles = [base, controls, tables, tabStyle, importStyle];

  file: { readonly name: string; readonly text: string } | undefined;
  unreadable: Extract<PickedFile, { unreadableLine: number }> | undefined;
  report: ImportReport | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #export(): Promise<void> {
    try {
      saveTextFile('forbidden-words.csv', (await this.#client.value.query(exportTerms, {})).text, 'text/csv');
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  async #pick(event: Event): Promise<void> {
    this.file = undefined;
    this.report = undefined;
    this.#act.clear();
    const picked = await pickedFile(event);
    this.unreadable = picked && 'unreadableLine' in picked ? picked : undefined;
    this.file = picked && 'text' in picked ? picked : undefined;
  }

  async #import(dryRun: boolean): Promise<void> {
    if (!this.file) return this.renderRoot.querySelector<HTMLElement>('#file')?.focus();
    this.report = await this.#act.run(this.#client.value, importTerms, { text: this.file.text, dryRun });
    if (this.report && !dryRun && this.report.problems.length === 0) this.file = undefined;
  }

  override render() {
    const words = this.words(guardWords);
    return html`<div class="page">
      ${guardHead(this.language, '/guard/transfer', this.#navigation.value)}
      <section class="card padded"><h2>${words.exportTitle}</h2><p class="muted">${words.exportText}</p>
        <div><button class="button" type="button"
          @click=${() => void this.#export()}>${words.download}</button></div></section>
      ${can(this.#viewer.value, 'term.manage') ? this.#renderImport() : nothing}
    </div>`;
  }

  #renderImport() {
    const words = this.words(guardWords);
    const named = (code: string) => this.language.code('TermImportProblemCode', code);
    const { report } = this;
    const { problem, busy } = this.#act;
    const said = report
      ? report.dryRun || report.problems.length > 0
        ? words.wouldDo(report.created, report.updated)
        : words.did(report.created, report.updated)
      : '';
    return html`<section class="card padded"><h2>${words.importTitle}</h2><p class="muted">${words.importText}</p>
      ${framed({ id: 'file', label: words.file }, html`<input id="file" type="file" accept=".csv,text/csv" @change=${this.#pick} />`)} ${unreadableNotice(this.unreadable, this.language)} ${problemNotice(problem, this.language)}
      <div class="row wrap"><button class="button primary" type="button" aria-disabled=${busy || !this.file}
        @click=${() => void this.#import(true)}>${words.tryImport}</button>
        ${report?.dryRun && report.problems.length === 0 && this.file ? html`<button class="button" type="button" aria-disabled=${busy} @click=${() => void this.#import(false)}>${words.doImport}</button>` : nothing}</div>
      ${report ? importReport({ said, problems: report.problems, words, named }) : nothing}
      ${report?.dryRun && this.file ? firstRows(this.file.text, 'CSV', this.language) : nothing}
    </section>`;
  }
}

define('desk-admin-term-transfer', DeskTermTransfer);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-term-transfer': DeskTermTransfer;
  }
}
