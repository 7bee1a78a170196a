/**
 * @module One month's returns (form F7): the figures, where they come from, the cases behind them and what came late.
 */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import '../../desk/panels.ts';
import { returnsReportDetail } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { barStyle, barTable } from './bars.ts';
import { returnsReportCsv, returnsReportLines, returnsReports, type Line, type Report } from './data.ts';
import { changeOf, monthName, percent } from './month.ts';
import './measures.ts';
import { saveFile } from './save-file.ts';
import { reportWords } from './words.ts';

const PAGE = 100;

interface Shown {
  readonly report: Report;
  readonly lines: readonly Line[];
  readonly late: readonly Line[];
  readonly total: number;
}

export class DeskReport extends DeskElement {
  static override properties = { params: { attribute: false }, busy: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    barStyle,
    css`
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
        gap: 0.75rem;
      }
      .figure {
        display: grid;
        gap: 0.125rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
        background: var(--surface);
      }
      .figure strong {
        font-size: var(--large);
      }
      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: 0.875rem;
        align-items: start;
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  busy = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #shown = new Loader(this, {
    args: () =>
      this.params['store'] && this.params['month']
        ? ([decodeURIComponent(this.params['store']), this.params['month']] as const)
        : undefined,
    load: ([storeId, month]) => this.#load(storeId, month),
  });

  async #load(storeId: string, month: string): Promise<Shown | null> {
    const client = this.#client.value;
    const [{ nodes }, page] = await Promise.all([
      client.query(returnsReports, { filter: { storeId: { eq: storeId }, month: { eq: month } }, first: 1 }),
      client.query(returnsReportLines, { storeId, month, first: PAGE }),
    ]);
    const [report] = nodes;
    return report ? { report, lines: page.lines, late: page.late, total: page.total } : null;
  }

  async #more({ report, lines, late }: Shown): Promise<void> {
    this.busy = true;
    try {
      const page = await this.#client.value.query(returnsReportLines, {
        storeId: report.storeId,
        month: report.month,
        first: PAGE,
        skip: lines.length,
      });
      this.#shown.set({ report, late, total: page.total, lines: [...lines, ...page.lines] });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    this.busy = false;
  }

  async #download({ storeId, month }: Report): Promise<void> {
    this.busy = true;
    try {
      saveFile(await this.#client.value.query(returnsReportCsv, { storeId, month, language: this.language.source }));
    } catch (error) {
      toastProblem(this, error, this.language);
    }
    this.busy = false;
  }

  override render() {
    const missing = emptyState({ icon: 'search', title: this.words(reportWords).missing, isPage: true });
    if (this.#shown.problem?.code === 'NOT_FOUND') return missing;
    return html`<div
      class="page">${loaded(this.#shown, this.language, (shown) => (shown ? this.#renderReport(shown) : missing))}</div>`;
  }

  #renderReport(shown: Shown) {
    const words = this.words(reportWords);
    const { language } = this;
    const { report, lines, late, total } = shown;
    const store = this.#directory.maybe?.stores.get(report.storeId)?.name ?? '';
    return html`<div class="page-head">
        <a class="button plain icon-only"
          href=${this.#navigation.value.href(`/returns-reports?store=${report.storeId}`)} aria-label=${words.back}>${icon('back')}</a>
        <h1>${monthName(report.month, language)} <span class="muted small">${store}</span></h1>
        <button class="button" type="button" aria-disabled=${this.busy}
          @click=${() => void this.#download(report)}>${icon('table', 'small')}${words.csv}</button>
      </div>
      <p class="hint">${words.frozen(language.full(report.generatedAt))}</p>
      ${this.#renderFigures(report)} ${this.#renderCharts(report)}
      <section class="card padded"><h2>${words.measures}</h2><desk-admin-measures .reportId=${report.id}
        ?may=${can(this.#viewer.value, 'report.manage')}></desk-admin-measures></section>
      <div class="card padded not-printed"><desk-admin-panels .place=${returnsReportDetail}
        .subject=${report}></desk-admin-panels></div>
      <section class="card padded"><h2>${words.late} <span
        class="chip ${late.length > 0 ? 'warn' : ''}">${late.length}</span></h2>${late.length === 0 ? html`<p class="muted">${words.noLate}</p>` : this.#renderLines(late, words.late)}</section>
      <section class="card padded"><h2>${words.lines} <span
        class="muted small">${words.shown(lines.length, total)}</span></h2>
        ${total === 0 ? html`<p class="muted">${words.noLines}</p>` : this.#renderLines(lines, words.lines)}
        ${lines.length < total ? html`<div class="more"><button class="button" type="button" aria-disabled=${this.busy} @click=${() => void this.#more(shown)}>${this.words(kitWords).loadMore}</button></div>` : nothing}
      </section>`;
  }

  #renderFigures({ cases, returnedUnits, shippedUnits, rate, amounts, overrides, previousUnits }: Report) {
    const words = this.words(reportWords);
    const { language } = this;
    const change = changeOf(returnedUnits, previousUnits, language);
    const sum = (of: 'refund' | 'compensation' | 'cost') =>
      amounts.length > 0
        ? language.list(amounts.map((amount) => language.money({ amount: amount[of], currency: amount.currency })))
        : '–';
    const figures: readonly [string, string, string?][] = [
      [words.cases, language.number(cases)],
      [words.returned, language.number(returnedUnits), change && words.change(change)],
      [words.shipped, shippedUnits === null ? words.unknown : language.number(shippedUnits)],
      [words.rate, rate === null ? words.unknown : percent(rate, language)],
      [words.refund, sum('refund')],
      [words.compensation, sum('compensation')],
      [words.cost, sum('cost')],
      [words.overrides, language.number(overrides)],
    ];
    return html`<div
      class="figures">${figures.map(([name, value, more]) => html`<div class="figure"><span class="muted small">${name}</span><strong class="numeric">${value}</strong>${more ? html`<span class="small">${more}</span>` : nothing}</div>`)}</div>`;
  }

  #renderCharts({ reasons, topSkus, responsible }: Report) {
    const words = this.words(reportWords);
    const { language } = this;
    const name = (set: string) => (code: string, own: string) => language.names(set)[code] ?? (own || code);
    const chart = (title: string, counts: Report['reasons'], nameOf: (code: string, own: string) => string) =>
      counts.length === 0
        ? nothing
        : html`<section class="card padded"><h2>${title}</h2>${barTable(
            counts.map(({ code, label, units, cases }) => ({ name: nameOf(code, label), units, cases })),
            {
              caption: words.chartOf(title),
              units: words.units,
              cases: words.cases,
              sayUnits: words.sayUnits,
              sayCases: words.sayCases,
            },
          )}</section>`;
    return html`<div
      class="charts">${chart(words.reasons, reasons, name('CaseReason'))} ${chart(words.skus, topSkus, (_code, own) => own)} ${chart(words.responsible, responsible, name('FaultParty'))}</div>`;
  }

  #renderLines(lines: readonly Line[], caption: string) {
    const words = this.words(reportWords);
    const { language } = this;
    return html`<div class="table"><table class="stacking">
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr><th scope="col">${words.number}</th><th scope="col">${words.order}</th><th
        scope="col">${words.type}</th><th scope="col">${words.state}</th><th scope="col">${words.reason}</th><th
        scope="col">${words.goods}</th><th scope="col">${words.amount}</th><th
        scope="col">${words.asked}</th></tr></thead>
      <tbody>${lines.map(
        (line) => html`<tr>
          <th scope="row"><a class="numeric"
            href=${this.#navigation.value.href(`/cases/${line.caseId}`)}>${line.number}</a></th>
          <td data-label=${words.order} class="numeric">${line.orderNumber}</td>
          <td data-label=${words.type}>${language.code('CaseType', line.type)}</td>
          <td data-label=${words.state}>${language.code('CaseState', line.state)}</td>
          <td data-label=${words.reason}>${language.code('CaseReason', line.reason)}</td>
          <td data-label=${words.goods}><span>${words.sayUnits(line.units)} · ${language.list(line.titles)}</span></td>
          <td data-label=${words.amount}
            class="numeric">${language.money({ amount: line.refundAmount + line.compensationAmount, currency: line.currency })}</td>
          <td data-label=${words.asked}><time
            datetime=${line.occurredAt}>${language.moment(line.occurredAt)}</time></td>
        </tr>`,
      )}</tbody>
    </table></div>`;
  }
}

define('desk-admin-returns-report', DeskReport);
