/** @module The rows that made a figure; each leads to what it is about. */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { featuresContext } from '../../desk/panels.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { rowPath } from '../../records/row-path.ts';
import { figureRows, type Described, type Dimension, type Rows } from './data.ts';
import { sayCount, sayFigure } from './say.ts';
import { metricWords } from './words.ts';

const PAGE = 50;

export class DeskFigureRows extends DeskElement {
  static override properties = {
    described: { attribute: false },
    heading: { attribute: false },
    from: { attribute: false },
    to: { attribute: false },
    store: { attribute: false },
    by: { attribute: false },
    key: { attribute: false },
    more: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      h2 {
        padding: 0.75rem 0.75rem 0.25rem;
      }
      .foot {
        padding: 0.5rem 0.75rem 0.75rem;
      }
    `,
  ];

  declare described: Described;
  heading = '';
  from = '';
  to = '';
  store = '';
  by: Dimension | '' = '';
  key = '';
  /** Pages that were asked for after the first. */
  more: readonly Rows[] = [];
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #features = new Use(this, featuresContext);
  readonly #first = new Loader(this, {
    args: () =>
      this.from ? ([this.described.metric, this.from, this.to, this.store, this.by, this.key] as const) : undefined,
    load: async () => {
      this.more = [];
      return this.#read();
    },
  });

  #read(after?: string): Promise<Rows> {
    const { from, to, store, by, key, described } = this;
    return this.#client.value.query(figureRows, {
      metric: described.metric,
      from,
      to,
      ...(store ? { storeId: store } : {}),
      ...(by ? { by, key } : {}),
      first: PAGE,
      ...(after === undefined ? {} : { after }),
    });
  }

  async #next(after: string): Promise<void> {
    this.more = [...this.more, await this.#read(after)];
  }

  override render() {
    return html`<section class="card table">
      <h2>${this.heading}</h2>
      ${loaded(this.#first, this.language, (first) => this.#renderRows([first, ...this.more]))}
    </section>`;
  }

  #renderRows(pages: readonly Rows[]) {
    const words = this.words(metricWords);
    const { language, described } = this;
    const [first] = pages;
    const last = pages.at(-1);
    const rows = pages.flatMap((page) => page.rows);
    const link = ({ aboutEntity, aboutId }: Rows['rows'][number]) =>
      this.#navigation.value.href(rowPath(this.#features.maybe ?? [], aboutEntity, aboutId));
    return html`<p
      class="foot muted small">${sayFigure(language, described, first?.figure.value ?? null)} · ${words.count(language.number(first?.figure.n ?? 0))}</p>
      ${
        rows.length === 0
          ? html`<p class="foot muted">${words.noRows}</p>`
          : html`<table class="stacking">
        <caption class="visually-hidden">${this.heading}</caption>
        <thead><tr><th scope="col">${words.row}</th><th scope="col">${words.day}</th><th
          scope="col">${words.person}</th><th scope="col">${words.counts}</th></tr></thead>
        <tbody>${rows.map(
          (row) => html`<tr>
            <td data-label=${words.row}><a href=${link(row)}>${language.of(row.aboutTitle)}</a></td>
            <td data-label=${words.day}>${row.day}</td>
            <td
                data-label=${words.person}>${row.agentId ? nameOf(this.#directory.value, row.agentId) : words.nobody}</td>
            <td class="numeric" data-label=${words.counts}>${sayCount(language, described, row)}</td>
          </tr>`,
        )}</tbody>
      </table>`
      }
      ${first?.hidden ? html`<p class="foot small">${words.hidden}</p>` : nothing}
      ${
        last?.next
          ? html`<p class="foot"><button class="button" type="button"
          @click=${() => void this.#next(last.next ?? '')}>${words.more}</button></p>`
          : nothing
      }`;
  }
}

define('desk-admin-figure-rows', DeskFigureRows);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-figure-rows': DeskFigureRows;
  }
}
