/** @module A form on paper: a record, or a row of another feature as one of its forms. */
import type { FormDefinition, FormValues } from '@shopdesk/core/forms';
import { css, html } from 'lit';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { formOfSubject, recordById } from './data.ts';
import { headOf, namesOf } from './sheet-head.ts';
import type { SheetLanguage, SheetSignature } from './sheet.ts';
import './sheet.ts';
import { tables } from '../../kit/table-style.ts';
import { formWords } from './words.ts';

/** What a sheet shows, wherever it comes from. */
interface Paper {
  readonly definition: FormDefinition;
  readonly values: FormValues;
  readonly signatures: readonly SheetSignature[];
  readonly names: (id: string) => string;
  readonly timeZone: string;
  readonly head: ReturnType<typeof headOf>;
  readonly hash: string | null;
}

/** The rule for paper has to stand in the document; it is taken back with the page. */
const PAPER = '@page { size: A4; margin: 15mm; }';

/** @summary A form as it is printed. */
export class DeskFormPrint extends DeskElement {
  static override properties = { params: { attribute: false }, speaks: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .paper {
        overflow-x: auto;
      }
      @media print {
        .paper {
          border: 0;
          padding: 0;
          overflow: visible;
        }
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  speaks: SheetLanguage | undefined;
  readonly #paper = new CSSStyleSheet();
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #known = new Loader(this, {
    args: () => [this.params] as const,
    load: ([params]) => this.#load(params),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#paper.replaceSync(PAPER);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#paper];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#paper);
  }

  async #load({ id = '', store, code, kind }: DeskFormPrint['params']): Promise<Paper | null> {
    const directory = this.#directory.maybe;
    if (store && code && kind) {
      const sheet = await this.#client.value.query(formOfSubject, { code, storeId: store, kind: kind as 'NONE', id });
      const { names, label: subjectLabel, versionNumber, ...rest } = sheet;
      return {
        ...rest,
        signatures: [],
        names: (one) => names[one] ?? one,
        head: headOf({ versionNumber, storeId: store, subjectLabel }, directory),
        hash: null,
      };
    }
    const row = await this.#client.value.query(recordById, { id });
    if (!row?.formVersion) return null;
    return {
      definition: row.formVersion.definition,
      values: row.values,
      signatures: row.signatures.nodes,
      names: namesOf(row.files.nodes, directory),
      timeZone: directory?.stores.get(row.storeId)?.timeZone ?? 'UTC',
      head: headOf(row, directory),
      hash: row.hash,
    };
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(formWords).missing, isPage: true });
    if (this.#known.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#known, this.language, (paper) => (paper ? this.#renderPaper(paper) : missing))}</div>`;
  }

  #renderPaper(paper: Paper) {
    const words = this.words(formWords);
    const speaks = this.speaks ?? this.language.source;
    return html`<div class="page-head not-printed">
        <h1>${words.print}</h1>
        <div class="row wrap">
          ${selectField<SheetLanguage>({
            id: 'speaks',
            label: words.printLanguage,
            value: speaks,
            choices: [
              { value: 'zh', label: words.chinese },
              { value: 'en', label: words.english },
              { value: 'both', label: words.bothLanguages },
            ],
            onInput: (chosen) => (this.speaks = chosen || undefined),
          })}
          <button class="button primary" type="button"
            @click=${() => window.print()}>${icon('receipt', 'small')}${words.print}</button>
        </div>
      </div>
      <div class="card padded paper"><desk-admin-form-sheet .definition=${paper.definition} .values=${paper.values}
        .signatures=${paper.signatures} .nameOf=${paper.names} .timeZone=${paper.timeZone} .speaks=${speaks}
          .head=${paper.head}
        .foot=${paper.hash ? `${words.checksum}: ${paper.hash}` : ''}></desk-admin-form-sheet></div>`;
  }
}

define('desk-admin-form-print', DeskFormPrint);
