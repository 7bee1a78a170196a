/** @module Every figure of the desk over the last thirty days, and what it is made of. */
import { css, html } from 'lit';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { addDays, localTime } from '../../kit/week.ts';
import { figureList, figures, type Described, type Report } from './data.ts';
import { sayFigure } from './say.ts';
import { metricWords } from './words.ts';

const DAYS = 30;

export class DeskFigures extends DeskElement {
  static override styles = [
    base,
    states,
    tables,
    css`
      th[scope='row'] {
        text-align: start;
        font-weight: 600;
      }
      .formula {
        max-inline-size: 60ch;
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #report = new Loader(this, {
    args: () => (this.#directory.maybe ? ([this.#zone] as const) : undefined),
    load: async ([zone]) => {
      const { figures: described } = await this.#client.value.query(figureList, {});
      const to = localTime(new Date().toISOString(), zone).day;
      const from = addDays(to, 1 - DAYS);
      const report = await this.#client.value.query(figures, {
        metrics: described.map(({ metric }) => metric),
        from,
        to,
      });
      return { described, report };
    },
  });

  get #zone(): string {
    return this.#directory.value.stores.values().next().value?.timeZone ?? 'UTC';
  }

  override render() {
    const words = this.words(metricWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      ${loaded(this.#report, this.language, ({ described, report }) => this.#renderTable(described, report))}
    </div>`;
  }

  #renderTable(described: readonly Described[], report: Report) {
    const words = this.words(metricWords);
    const { language } = this;
    const link = ({ metric }: Described) =>
      this.#navigation.value.href(`/figures/${metric}?${new URLSearchParams({ from: report.from, to: report.to })}`);
    const row = (one: Described) => {
      const found = report.figures.find(({ metric }) => metric === one.metric);
      return html`<tr>
        <th scope="row"><a href=${link(one)}>${language.code('MetricCode', one.metric)}</a> <span
          class="muted small">${one.code.startsWith('K-') ? one.code : ''}</span></th>
        <td class="numeric" data-label=${words.lastDays}>${sayFigure(language, one, found?.value ?? null)}</td>
        <td class="numeric" data-label=${words.rows}>${language.number(found?.n ?? 0)}</td>
        <td class="small muted formula" data-label=${words.formula}>${language.of(one.formula)}</td>
      </tr>`;
    };
    return html`<section class="card table">
      <table class="stacking">
        <caption class="visually-hidden">${words.all}</caption>
        <thead><tr><th scope="col">${words.figure}</th><th scope="col">${words.lastDays}</th><th
          scope="col">${words.rows}</th><th scope="col">${words.formula}</th></tr></thead>
        <tbody>${described.map(row)}</tbody>
      </table>
    </section>`;
  }
}

define('desk-admin-figures', DeskFigures);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-figures': DeskFigures;
  }
}
