/** @module The monthly returns reports of a store: each made once, never changed. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { barStyle, barTable } from './bars.ts';
import { returnsReports, type Report } from './data.ts';
import { monthName, percent } from './month.ts';
import './shipped-form.ts';
import { reportWords } from './words.ts';

const PAGE = 24;

export const reportPath = (storeId: string, month: string): string =>
  `/returns-reports/${encodeURIComponent(storeId)}/${month}`;

export class DeskReports extends DeskElement {
  static override properties = { search: { attribute: false } };
  static override styles = [base, controls, states, tables, barStyle];

  search = new URLSearchParams();
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #pages = new Pages<Report>(this, {
    key: () => this.#storeId || undefined,
    load: async (after) => {
      return paged(
        await this.#client.value.query(returnsReports, {
          filter: { storeId: { eq: this.#storeId } },
          first: PAGE,
          after,
        }),
      );
    },
  });

  get #storeId(): string {
    const stores = this.#directory.maybe?.stores;
    const wanted = this.search.get('store');
    return (wanted && stores?.has(wanted) ? wanted : stores?.keys().next().value) ?? '';
  }

  override render() {
    const words = this.words(reportWords);
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    const store = stores.find(({ id }) => id === this.#storeId);
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${stores.length > 1 ? selectField({ id: 'store', label: words.store, value: this.#storeId, choices: stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => this.#navigation.value.go(`/returns-reports?store=${id}`, { replace: true }) }) : nothing}
      </div>
      ${this.#renderReports()}
      ${store && can(this.#viewer.value, 'report.manage') ? html`<desk-admin-shipped-units .store=${store}></desk-admin-shipped-units>` : nothing}
    </div>`;
  }

  #renderReports() {
    const words = this.words(reportWords);
    const { language } = this;
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    if (!ready)
      return problem ? failedState(language, problem, () => void this.#pages.retry()) : pendingState(language);
    if (rows.length === 0)
      return html`<div class="card">${emptyState({ icon: 'chart', title: words.none, text: words.noneText })}</div>`;
    const bars = rows
      .slice(0, 12)
      .toReversed()
      .map(({ month, returnedUnits }) => ({ name: monthName(month, language), units: returnedUnits }));
    return html`${rows.length > 1 ? html`<section class="card padded"><h2>${words.trend}</h2>${barTable(bars, { caption: words.trend, units: words.units, cases: words.cases, sayUnits: words.sayUnits, sayCases: words.sayCases })}</section>` : nothing}
      <div class="card table"><table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr><th scope="col">${words.month}</th><th scope="col">${words.cases}</th><th
          scope="col">${words.returned}</th><th scope="col">${words.rate}</th><th scope="col">${words.cost}</th><th
          scope="col">${words.made}</th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}</div>`;
  }

  #renderRow({ storeId, month, cases, returnedUnits, rate, amounts, generatedAt }: Report) {
    const words = this.words(reportWords);
    const { language } = this;
    return html`<tr>
      <th scope="row"><a
        href=${this.#navigation.value.href(reportPath(storeId, month))}>${monthName(month, language)}</a></th>
      <td data-label=${words.cases} class="numeric">${language.number(cases)}</td>
      <td data-label=${words.returned} class="numeric">${language.number(returnedUnits)}</td>
      <td data-label=${words.rate}
        class="numeric">${rate === null ? html`<span class="muted">${words.unknown}</span>` : percent(rate, language)}</td>
      <td data-label=${words.cost}
        class="numeric">${amounts.length > 0 ? language.list(amounts.map(({ currency, cost }) => language.money({ amount: cost, currency }))) : '–'}</td>
      <td data-label=${words.made}><time datetime=${generatedAt}>${language.moment(generatedAt)}</time></td>
    </tr>`;
  }
}

define('desk-admin-returns-reports', DeskReports);
