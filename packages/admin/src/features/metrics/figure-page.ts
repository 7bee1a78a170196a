/** @module One figure: by day, by part, and the rows that made each of these numbers. */
import { css, html, nothing } from 'lit';
import { writeCsv } from '@shopdesk/core/text';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { charts, columnChart } from '../../kit/chart.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { saveTextFile } from '../../kit/text-file.ts';
import { addDays, isDay, localTime } from '../../kit/week.ts';
import { figureList, figures, type Described, type Dimension, type Report } from './data.ts';
import './rows.ts';
import { sayFigure } from './say.ts';
import { metricWords } from './words.ts';

const DAYS = 30;
const SPANS = [7, 30, 90];
/** The axis of what is no count is split below 1. */
const LITTLE = 0.01;
/** More days than this have no room for their values in the picture. */
const MOST_NAMED = 14;

interface Shown {
  readonly described: Described;
  readonly report: Report;
}

export class DeskFigure extends DeskElement {
  static override properties = { params: { attribute: false }, search: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    charts,
    css`
      .bar {
        align-items: end;
      }
      .split {
        padding: 0.75rem;
        max-inline-size: 20rem;
      }
      .big {
        font-size: 2rem;
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      th[scope='row'] {
        text-align: start;
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  search = new URLSearchParams();
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #shown = new Loader(this, {
    args: () =>
      this.#directory.maybe ? ([this.params['metric'] ?? '', this.#from, this.#to, this.#storeId] as const) : undefined,
    load: async ([code, from, to, storeId]): Promise<Shown | null> => {
      const all = (await this.#client.value.query(figureList, {})).figures;
      const described = all.find(({ metric }) => metric === code);
      if (!described) return null;
      const { metric, by } = described;
      const about = { metrics: [metric], from, to, by: [...by], ...(storeId ? { storeId } : {}) };
      return { described, report: await this.#client.value.query(figures, about) };
    },
  });

  get #storeId(): string {
    const wanted = this.search.get('store') ?? '';
    return this.#directory.value.stores.has(wanted) ? wanted : '';
  }

  get #today(): string {
    const { stores } = this.#directory.value;
    const zone = (stores.get(this.#storeId) ?? stores.values().next().value)?.timeZone ?? 'UTC';
    return localTime(new Date().toISOString(), zone).day;
  }

  get #to(): string {
    const wanted = this.search.get('to') ?? undefined;
    return isDay(wanted) ? wanted : this.#today;
  }

  get #from(): string {
    const wanted = this.search.get('from') ?? undefined;
    return isDay(wanted) && wanted <= this.#to ? wanted : addDays(this.#to, 1 - DAYS);
  }

  #path(changes: Readonly<Record<string, string>>): string {
    const search = new URLSearchParams({
      from: this.#from,
      to: this.#to,
      ...Object.fromEntries(this.search),
      ...changes,
    });
    return `/figures/${this.params['metric']}?${search}`;
  }

  #go(changes: Readonly<Record<string, string>>): void {
    this.#navigation.value.go(this.#path(changes), { replace: true });
  }

  override render() {
    const words = this.words(metricWords);
    const shown = this.#shown.value;
    const name = this.language.code('MetricCode', this.params['metric'] ?? '');
    return html`<div class="page">
      <p class="small"><a href=${this.#navigation.value.href('/figures')}>${words.all}</a></p>
      <div class="page-head">
        <h1>${name}</h1>
        ${
          shown
            ? html`<button class="button" type="button"
            @click=${() => this.#download(shown)}>${icon('download')}${words.csv}</button>`
            : nothing
        }
      </div>
      ${this.#directory.maybe ? this.#renderBar() : nothing}
      ${loaded(this.#shown, this.language, (found) => (found ? this.#renderFigure(found) : emptyState({ icon: 'chart', title: words.unknown })))}
    </div>`;
  }

  #renderBar() {
    const words = this.words(metricWords);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    const day = (id: 'from' | 'to', value: string) =>
      textField({
        id,
        type: 'date',
        label: words[id],
        value,
        onInput: (next) => isDay(next) && this.#go({ [id]: next }),
      });
    return html`<div class="row wrap bar">
      ${day('from', this.#from)} ${day('to', this.#to)}
      ${SPANS.map(
        (days) => html`<a class="button"
          href=${this.#navigation.value.href(this.#path({ from: addDays(this.#today, 1 - days), to: this.#today }))}>${words.days(days)}</a>`,
      )}
      ${
        stores.length > 1
          ? selectField({
              id: 'store',
              label: words.store,
              value: this.#storeId,
              choices: [{ value: '', label: words.allStores }, ...stores],
              onInput: (store) => this.#go({ store }),
            })
          : nothing
      }
    </div>`;
  }

  #renderFigure({ described, report }: Shown) {
    const words = this.words(metricWords);
    const { language } = this;
    const [figure] = report.figures;
    const split = described.by.filter((one) => one !== 'DAY');
    const chosen =
      split.find((one) => one === this.search.get('by')) ?? split.find((one) => one === 'AGENT') ?? split[0];
    return html`<section class="card padded">
        <div>
          <span class="big">${sayFigure(language, described, figure?.value ?? null)}</span>
          <span class="muted">${words.count(language.number(figure?.n ?? 0))}</span>
          ${figure && !figure.enough && figure.n > 0 ? html`<span class="chip warn">${words.few}</span>` : nothing}
        </div>
        <p class="muted small">${language.of(described.formula)}</p>
        ${report.filling.length > 0 ? html`<p class="small">${words.filling}</p>` : nothing}
        ${report.failedDays.length > 0 ? html`<p class="small">${words.failed(language.list(report.failedDays))}</p>` : nothing}
      </section>
      <section class="card padded"><h2>${words.byDay}</h2>${this.#renderDays(described, report)}</section>
      ${chosen ? this.#renderSplit(described, report, { split, chosen }) : nothing} ${this.#renderRows(described)}`;
  }

  #renderDays(described: Described, { from, to, groups }: Report) {
    const words = this.words(metricWords);
    const values = new Map(
      groups.flatMap(({ by, key, figures: [figure] }) => (by === 'DAY' ? [[key, figure?.value ?? null]] : [])),
    );
    if (values.size === 0) return html`<p class="muted">${words.none}</p>`;
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    const most = Math.max(...[...values.values()].map((value) => value ?? 0));
    return columnChart({
      caption: words.byDay,
      series: [words.value, ''],
      say: (value) => sayFigure(this.language, described, value),
      each: Math.ceil(days.length / MOST_NAMED),
      least: described.unit === 'COUNT' ? 1 : Math.min(most || LITTLE, LITTLE),
      points: days.map((day) => ({
        label: this.language.date(day, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }),
        value: values.get(day) ?? 0,
      })),
    });
  }

  #renderSplit(
    described: Described,
    { groups }: Report,
    { split, chosen }: { readonly split: readonly Dimension[]; readonly chosen: Dimension },
  ) {
    const words = this.words(metricWords);
    const { language } = this;
    const parts = groups.filter(({ by }) => by === chosen || by === 'DAY');
    const own = parts.filter(({ by }) => by === chosen);
    const names = language.names('MetricDimension');
    const open = (by: Dimension, key: string) => this.#navigation.value.href(this.#path({ open: by, key }));
    return html`<section class="card table">
      <div class="split">
        ${selectField({
          id: 'split',
          label: words.splitBy,
          value: chosen,
          choices: split.map((value) => ({ value, label: names[value] ?? value })),
          onInput: (by) => this.#go({ by, open: '', key: '' }),
        })}
      </div>
      <table class="stacking">
        <caption class="visually-hidden">${names[chosen] ?? chosen}</caption>
        <thead><tr><th scope="col">${words.part}</th><th scope="col">${words.value}</th><th
          scope="col">${words.rows}</th><td></td></tr></thead>
        <tbody>${own.map(
          ({ by, key, figures: [figure] }) => html`<tr>
            <th scope="row">${this.#partName(by, key)}</th>
            <td class="numeric" data-label=${words.value}>${sayFigure(language, described, figure?.value ?? null)}</td>
            <td class="numeric" data-label=${words.rows}>${language.number(figure?.n ?? 0)}</td>
            <td><a href=${open(by, key)}>${words.open}</a></td>
          </tr>`,
        )}</tbody>
      </table>
    </section>`;
  }

  /** The rows of what is opened, else of the whole figure. */
  #renderRows(described: Described) {
    const words = this.words(metricWords);
    const by = described.by.find((one) => one === this.search.get('open'));
    const key = this.search.get('key') ?? '';
    const part = by ? this.#partName(by, key) : words.whole;
    return html`<desk-admin-figure-rows .described=${described} .heading=${words.rowsOf(part)}
        .from=${this.#from} .to=${this.#to}
      .store=${this.#storeId} .by=${by ?? ''} .key=${by ? key : ''}></desk-admin-figure-rows>`;
  }

  #partName(by: Dimension, key: string): string {
    const { language } = this;
    if (key === 'NONE') return this.words(metricWords).notSaid;
    switch (by) {
      case 'AGENT':
        return nameOf(this.#directory.value, key);
      case 'STORE':
        return this.#directory.value.stores.get(key)?.name ?? key;
      case 'CHANNEL':
        return language.code('Channel', key);
      case 'INTENT':
        return language.code('Intent', key);
      case 'HOUR': {
        const [weekday = '1', hour = '00'] = key.split('-');
        return `${language.weekday(Number(weekday))} ${hour}:00`;
      }
      default:
        return key;
    }
  }

  /** All that the page shows, in plain numbers: shares between 0 and 1, times in seconds. */
  #download({ described, report }: Shown): void {
    const words = this.words(metricWords);
    const names = this.language.names('MetricDimension');
    const line = (by: string, name: string, figure: Report['figures'][number] | undefined) => [
      by,
      name,
      String(figure?.value ?? ''),
      String(figure?.n ?? 0),
    ];
    const text = writeCsv([
      [words.splitBy, words.part, this.language.code('MetricCode', described.metric), words.rows],
      line('', `${report.from} – ${report.to}`, report.figures[0]),
      ...report.groups.map(({ by, key, figures: [figure] }) => line(names[by] ?? by, this.#partName(by, key), figure)),
    ]);
    saveTextFile(`${described.code}-${report.from}-${report.to}.csv`, text, 'text/csv');
  }
}

define('desk-admin-figure', DeskFigure);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-figure': DeskFigure;
  }
}
