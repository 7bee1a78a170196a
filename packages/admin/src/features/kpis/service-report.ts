/**
 * @module The service of one week: chats, first reply, what was solved in time, ratings, busiest hours, by person and
 * by topic, against the week before. Everything comes from the figures of core; this page only draws them.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { writeCsv } from '@shopdesk/core/text';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import '../../desk/panels.ts';
import { reportAbove } from '../../desk/slots.ts';
import { base } from '../../kit/base-style.ts';
import { charts, columnChart, heatMap } from '../../kit/chart.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { states } from '../../kit/state-style.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { tables } from '../../kit/table-style.ts';
import { saveTextFile } from '../../kit/text-file.ts';
import { addDays, isDay, localTime, mondayOf, weekDays } from '../../kit/week.ts';
import { reportFigures, valueIn, type Report, type ReportFigure } from './data.ts';
import { serviceReportWords } from './report-words.ts';

type Groups = Report['groups'];
type Figures = readonly ReportFigure[];

/** What the page shows; its figures open to their days and rows. */
const METRICS = ['CONVERSATIONS', 'K_01_P50', 'K_03', 'K_05', 'K_14', 'K_20', 'K_20_SOLVED'] as const;
type Code = (typeof METRICS)[number];
const WEEK = 7;

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
/** Whether more or less of a figure is a good sign. */
type Sign = 'less' | 'more';

export class DeskServiceReport extends DeskElement {
  static override properties = { search: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    charts,
    css`
      .waiting:not(:has(*)) {
        display: none;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0.75rem;
      }
      .tile {
        display: grid;
        gap: 0.125rem;
        padding: 0.875rem 1rem;
      }
      .tile strong {
        font-size: 1.625rem;
        line-height: 1.2;
        font-variant-numeric: tabular-nums;
      }
      a.tile {
        color: inherit;
        text-decoration: none;
      }
      a.tile:hover {
        background: var(--hover);
      }
      .better {
        color: var(--ok);
      }
      .worse {
        color: var(--danger);
      }
      .halves {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
        gap: 0.875rem;
        align-items: start;
      }
      th[scope='row'] {
        text-align: start;
      }
    `,
  ];

  search = new URLSearchParams();
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #report = new Loader(this, {
    args: () => (this.#directory.maybe ? ([this.#monday, this.#zone, this.#storeId] as const) : undefined),
    load: ([monday, , storeId]) =>
      this.#client.value.query(reportFigures, {
        metrics: [...METRICS],
        from: monday,
        to: addDays(monday, WEEK - 1),
        by: ['DAY', 'HOUR', 'AGENT', 'INTENT'],
        against: WEEK,
        ...(storeId ? { storeId } : {}),
      }),
  });

  /** Empty: all stores that the viewer sees. */
  get #storeId(): string {
    const wanted = this.search.get('store') ?? '';
    return this.#directory.value.stores.has(wanted) ? wanted : '';
  }

  /** Weeks are those of the chosen store, else of the first. */
  get #zone(): string {
    const { stores } = this.#directory.value;
    return (stores.get(this.#storeId) ?? stores.values().next().value)?.timeZone ?? 'UTC';
  }

  get #monday(): string {
    const wanted = this.search.get('week') ?? undefined;
    return mondayOf(isDay(wanted) ? wanted : localTime(new Date().toISOString(), this.#zone).day);
  }

  #path(week: string, store = this.#storeId): string {
    return `/service-report?${new URLSearchParams({ week, ...(store ? { store } : {}) })}`;
  }

  #share(value: number | null): string {
    return value === null
      ? '–'
      : new Intl.NumberFormat(this.language.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  }

  #seconds(value: number | null): string {
    return value === null ? '–' : this.language.elapsed(value * 1000);
  }

  #dayName(day: string, withMonth = true): string {
    return this.language.date(day, {
      ...(withMonth ? { month: 'short', day: 'numeric' } : { weekday: 'short' }),
      timeZone: 'UTC',
    });
  }

  override render() {
    const words = this.words(serviceReportWords);
    if (this.#directory.maybe?.stores.size === 0)
      return emptyState({ icon: 'shop', title: words.nobody, isPage: true });
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        <a class="button" href=${this.#navigation.value.href('/figures')}>${words.allFigures}</a>
        ${this.#report.value ? this.#renderDownload(this.#report.value) : nothing}
      </div>
      <desk-admin-panels class="waiting" .place=${reportAbove} .subject=${this.#viewer.value} plain
        quiet></desk-admin-panels>
      ${this.#directory.maybe ? this.#renderBar() : nothing}
      ${loaded(this.#report, this.language, (report) => this.#renderReport(report))}
    </div>`;
  }

  #renderDownload(report: Report) {
    return html`<button class="button" type="button" @click=${() => this.#download(report)}>
      ${icon('download')}${this.words(serviceReportWords).csv}
    </button>`;
  }

  #renderBar() {
    const words = this.words(serviceReportWords);
    const navigation = this.#navigation.value;
    const monday = this.#monday;
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="row wrap">
      <a class="button icon-only" href=${navigation.href(this.#path(addDays(monday, -7)))}
        aria-label=${words.previous} title=${words.previous}>${icon('back')}</a>
      <a class="button" href=${navigation.href('/service-report')}>${words.thisWeek}</a>
      <a class="button icon-only" href=${navigation.href(this.#path(addDays(monday, 7)))} aria-label=${words.next}
        title=${words.next}>${icon('right')}</a>
      <strong>${this.#dayName(monday)} – ${this.#dayName(addDays(monday, 6))}</strong>
      <span class="muted small">${this.#zone}</span>
      ${stores.length > 1 ? this.#renderStores(stores) : nothing}
    </div>`;
  }

  #renderStores(stores: readonly { readonly value: string; readonly label: string }[]) {
    const words = this.words(serviceReportWords);
    return selectField({
      id: 'store',
      label: words.store,
      value: this.#storeId,
      choices: [{ value: '', label: words.allStores }, ...stores],
      onInput: (store) => this.#navigation.value.go(this.#path(this.#monday, store), { replace: true }),
    });
  }

  #renderReport(report: Report): TemplateResult {
    const words = this.words(serviceReportWords);
    const none = (figures: Figures) => !valueIn(figures, 'CONVERSATIONS');
    if (none(report.figures) && none(report.before?.figures ?? []))
      return html`<div class="card">${emptyState({ icon: 'chart', title: words.none, text: words.noneText })}</div>`;
    const of = (by: Groups[number]['by']) => report.groups.filter((group) => group.by === by);
    return html`${this.#renderTiles(report)}${this.#renderCompared(report)}
      <section class="card padded"><h2>${words.byDay}</h2>${this.#renderDays(report)}</section>
      <section class="card padded"><h2>${words.byHour}</h2><p
        class="muted small">${words.byHourHint}</p>${this.#renderHours(of('HOUR'))}</section>
      <div class="halves">
        ${this.#renderTable(words.byAgent, words.person, of('AGENT'), (key) => nameOf(this.#directory.value, key))}
        ${this.#renderTable(words.byTopic, words.topic, of('INTENT'), (key) => this.#topic(key))}
      </div>`;
  }

  /** A week that runs is compared with the same part of the week before. */
  #renderCompared({ before }: Report) {
    if (!before || before.toMinute === null) return nothing;
    const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
    const time = `${two(before.toMinute / 60)}:${two(before.toMinute % 60)}`;
    const words = this.words(serviceReportWords);
    return html`<p
      class="muted small">${words.samePart(before.from === before.to ? '' : this.#dayName(before.from), `${this.#dayName(before.to)} ${time}`)}</p>`;
  }

  #topic(key: string): string {
    return key === 'NONE' ? this.words(serviceReportWords).noTopic : this.language.code('Intent', key);
  }

  #renderTiles({ figures, before }: Report) {
    const words = this.words(serviceReportWords);
    const { language } = this;
    const now = (code: Code) => valueIn(figures, code);
    const ratings = figures.find(({ metric }) => metric === 'K_14')?.n ?? 0;
    const tile = (name: string, value: string, hint: string, code: Code, sign?: Sign) =>
      html`<a class="card tile" href=${this.#navigation.value.href(this.#figurePath(code))}>
        <span class="muted small">${name}</span><strong>${value}</strong>
        <span class="small">${hint}</span>
        ${this.#renderChange(now(code), valueIn(before?.figures ?? [], code), sign)}
      </a>`;
    return html`<div class="tiles">
      ${tile(
        words.chats,
        language.number(now('CONVERSATIONS') ?? 0),
        words.replied(this.#share(now('K_03'))),
        'CONVERSATIONS',
      )}
      ${tile(
        words.firstReply,
        this.#seconds(now('K_01_P50')),
        words.within(this.#share(now('K_05'))),
        'K_01_P50',
        'less',
      )}
      ${tile(words.inTime, this.#share(now('K_20_SOLVED')), words.kept(this.#share(now('K_20'))), 'K_20_SOLVED', 'more')}
      ${tile(words.rating, this.#share(now('K_14')), words.ratings(ratings), 'K_14', 'more')}
    </div>`;
  }

  #figurePath(code: Code): string {
    const [from, to] = [this.#monday, addDays(this.#monday, WEEK - 1)];
    return `/figures/${code}?${new URLSearchParams({ from, to, ...(this.#storeId ? { store: this.#storeId } : {}) })}`;
  }

  /** A change says by words which way it goes; colour only repeats whether that is good. */
  #renderChange(now: number | null, before: number | null, sign?: Sign) {
    const words = this.words(serviceReportWords);
    if (now === null || !before) return nothing;
    const change = (now - before) / before;
    if (Math.abs(change) < 0.005) return html`<span class="small muted">${words.same}</span>`;
    const text = new Intl.NumberFormat(this.language.locale, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'exceptZero',
    }).format(change);
    const better = sign && (sign === 'less' ? change < 0 : change > 0);
    return html`<span class="small ${sign ? (better ? 'better' : 'worse') : 'muted'}">${words.against(text)}</span>`;
  }

  #renderDays({ groups, before }: Report) {
    const words = this.words(serviceReportWords);
    const byDay = (parts: Groups) =>
      new Map(
        parts.flatMap(({ by, key, figures }) => (by === 'DAY' ? [[key, valueIn(figures, 'CONVERSATIONS') ?? 0]] : [])),
      );
    const [now, earlier] = [byDay(groups), byDay(before?.groups ?? [])];
    return columnChart({
      caption: words.byDay,
      series: [words.week, words.weekBefore],
      say: (value) => this.language.number(value),
      points: weekDays(this.#monday).map((day) => ({
        label: this.#dayName(day, false),
        value: now.get(day) ?? 0,
        before: earlier.get(addDays(day, -WEEK)) ?? 0,
      })),
    });
  }

  #renderHours(hours: Groups) {
    const counts = new Map(hours.map(({ key, figures }) => [key, valueIn(figures, 'CONVERSATIONS') ?? 0]));
    return heatMap({
      caption: this.words(serviceReportWords).byHour,
      rows: weekDays(this.#monday).map((day) => this.#dayName(day, false)),
      columns: HOURS,
      each: 3,
      value: (row, column) => counts.get(`${row + 1}-${HOURS[column]}`) ?? 0,
      say: (value) => this.language.number(value),
    });
  }

  #renderTable(title: string, head: string, groups: Groups, name: (key: string) => string) {
    const words = this.words(serviceReportWords);
    const ratings = (count: number) =>
      count > 0 ? html`<span class="muted small">${words.ratings(count)}</span>` : nothing;
    const chats = ({ figures }: Groups[number]) => valueIn(figures, 'CONVERSATIONS') ?? 0;
    const rows = groups.filter((group) => chats(group) > 0).toSorted((a, b) => chats(b) - chats(a));
    return html`<section class="card table">
      <table class="stacking">
        <caption class="visually-hidden">${title}</caption>
        <thead><tr><th scope="col">${head}</th><th scope="col">${words.chats}</th><th
          scope="col">${words.firstReply}</th><th scope="col">${words.rating}</th></tr></thead>
        <tbody>${rows.map(
          ({ key, figures }) => html`<tr>
            <th scope="row">${name(key)}</th>
            <td class="numeric"
                data-label=${words.chats}>${this.language.number(valueIn(figures, 'CONVERSATIONS') ?? 0)}</td>
            <td class="numeric" data-label=${words.firstReply}>${this.#seconds(valueIn(figures, 'K_01_P50'))}</td>
            <td class="numeric"
              data-label=${words.rating}>${this.#share(valueIn(figures, 'K_14'))} ${ratings(figures.find(({ metric }) => metric === 'K_14')?.n ?? 0)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </section>`;
  }

  /** Everything of the page, in plain numbers: shares between 0 and 1, times in seconds. */
  #download({ figures, groups }: Report): void {
    const words = this.words(serviceReportWords);
    const row = (part: string, name: string, of: Figures) => [
      part,
      name,
      ...METRICS.map((code) => String(valueIn(of, code) ?? '')),
      String(of.find(({ metric }) => metric === 'K_14')?.n ?? 0),
    ];
    const part = (by: Groups[number]['by'], title: string, name: (key: string) => string) =>
      groups.flatMap((group) => (group.by === by ? [row(title, name(group.key), group.figures)] : []));
    const text = writeCsv([
      ['', '', ...METRICS.map((code) => this.language.code('MetricCode', code)), words.ratingCount],
      row(words.title, this.#monday, figures),
      ...part('DAY', words.byDay, (key) => key),
      ...part('HOUR', words.byHour, (key) => key),
      ...part('AGENT', words.byAgent, (key) => nameOf(this.#directory.value, key)),
      ...part('INTENT', words.byTopic, (key) => this.#topic(key)),
    ]);
    saveTextFile(words.file(this.#monday), text, 'text/csv');
  }
}

define('desk-admin-service-report', DeskServiceReport);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-service-report': DeskServiceReport;
  }
}
