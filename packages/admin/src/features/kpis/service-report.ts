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
import { addDays, instantOf, isDay, localTime, mondayOf, weekDays } from '../../kit/week.ts';
import { reportFigures, type ReportFigures } from './data.ts';
import { serviceReportWords } from './report-words.ts';

type Groups = readonly { readonly key: string; readonly figures: ReportFigures }[];

interface Report {
  readonly now: ReportFigures;
  readonly before: ReportFigures;
  readonly days: Groups;
  readonly daysBefore: Groups;
  readonly hours: Groups;
  readonly agents: Groups;
  readonly topics: Groups;
}

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
    load: async ([monday, zone, storeId]): Promise<Report> => {
      const week = (from: string) => ({
        from: instantOf({ day: from, time: '00:00' }, zone),
        to: instantOf({ day: addDays(from, 7), time: '00:00' }, zone),
        ...(storeId ? { storeId } : {}),
      });
      const ask = (from: string, by: 'AGENT' | 'DAY' | 'HOUR' | 'TOPIC') =>
        this.#client.value.query(reportFigures, { ...week(from), by });
      const [days, before, hours, agents, topics] = await Promise.all([
        ask(monday, 'DAY'),
        ask(addDays(monday, -7), 'DAY'),
        ask(monday, 'HOUR'),
        ask(monday, 'AGENT'),
        ask(monday, 'TOPIC'),
      ]);
      return {
        now: days.figures,
        before: before.figures,
        days: days.groups,
        daysBefore: before.groups,
        hours: hours.groups,
        agents: agents.groups,
        topics: topics.groups,
      };
    },
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
    if (report.now.conversations === 0 && report.before.conversations === 0)
      return html`<div class="card">${emptyState({ icon: 'chart', title: words.none, text: words.noneText })}</div>`;
    return html`${this.#renderTiles(report)}
      <section class="card padded"><h2>${words.byDay}</h2>${this.#renderDays(report)}</section>
      <section class="card padded"><h2>${words.byHour}</h2><p
        class="muted small">${words.byHourHint}</p>${this.#renderHours(report)}</section>
      <div class="halves">
        ${this.#renderTable(words.byAgent, words.person, report.agents, (key) => nameOf(this.#directory.value, key))}
        ${this.#renderTable(words.byTopic, words.topic, report.topics, (key) => this.#topic(key))}
      </div>`;
  }

  #topic(key: string): string {
    return key === 'NONE' ? this.words(serviceReportWords).noTopic : this.language.code('Intent', key);
  }

  #renderTiles({ now, before }: Report) {
    const words = this.words(serviceReportWords);
    const { language } = this;
    const tile = (
      name: string,
      value: string,
      hint: string,
      of: (figures: ReportFigures) => number | null,
      sign?: Sign,
    ) =>
      html`<div class="card tile">
        <span class="muted small">${name}</span><strong>${value}</strong>
        <span class="small">${hint}</span>
        ${this.#renderChange(of(now), of(before), sign)}
      </div>`;
    const { replyRate, threeMinuteRate, attainment, ratings } = now;
    return html`<div class="tiles">
      ${tile(
        words.chats,
        language.number(now.conversations),
        words.replied(this.#share(replyRate)),
        (of) => of.conversations,
      )}
      ${tile(
        words.firstReply,
        this.#seconds(now.firstResponseP50),
        words.within(this.#share(threeMinuteRate)),
        (of) => of.firstResponseP50,
        'less',
      )}
      ${tile(
        words.inTime,
        this.#share(now.resolvedInTime),
        words.kept(this.#share(attainment)),
        (of) => of.resolvedInTime,
        'more',
      )}
      ${tile(words.rating, this.#share(now.satisfaction), words.ratings(ratings), (of) => of.satisfaction, 'more')}
    </div>`;
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

  /** Groups of days by their own date in the zone of the page. */
  #byDay(groups: Groups): Map<string, number> {
    const found = new Map<string, number>();
    for (const { key, figures } of groups) {
      const { day } = localTime(key, this.#zone);
      found.set(day, (found.get(day) ?? 0) + figures.conversations);
    }
    return found;
  }

  #renderDays({ days, daysBefore }: Report) {
    const words = this.words(serviceReportWords);
    const now = this.#byDay(days);
    const before = this.#byDay(daysBefore);
    return columnChart({
      caption: words.byDay,
      series: [words.week, words.weekBefore],
      say: (value) => this.language.number(value),
      points: weekDays(this.#monday).map((day) => ({
        label: this.#dayName(day, false),
        value: now.get(day) ?? 0,
        before: before.get(addDays(day, -7)) ?? 0,
      })),
    });
  }

  #renderHours({ hours }: Report) {
    const counts = new Map(hours.map(({ key, figures }) => [key, figures.conversations]));
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
    const rows = groups
      .filter(({ figures }) => figures.conversations > 0)
      .toSorted((a, b) => b.figures.conversations - a.figures.conversations);
    return html`<section class="card table">
      <table class="stacking">
        <caption class="visually-hidden">${title}</caption>
        <thead><tr><th scope="col">${head}</th><th scope="col">${words.chats}</th><th
          scope="col">${words.firstReply}</th><th scope="col">${words.rating}</th></tr></thead>
        <tbody>${rows.map(
          ({ key, figures }) => html`<tr>
            <th scope="row">${name(key)}</th>
            <td class="numeric" data-label=${words.chats}>${this.language.number(figures.conversations)}</td>
            <td class="numeric" data-label=${words.firstReply}>${this.#seconds(figures.firstResponseP50)}</td>
            <td class="numeric"
              data-label=${words.rating}>${this.#share(figures.satisfaction)} ${ratings(figures.ratings)}</td>
          </tr>`,
        )}</tbody>
      </table>
    </section>`;
  }

  /** Everything of the page, in plain numbers: shares between 0 and 1, times in seconds. */
  #download({ now, days, hours, agents, topics }: Report): void {
    const words = this.words(serviceReportWords);
    const row = (part: string, name: string, figures: ReportFigures) => [
      part,
      name,
      ...[
        figures.conversations,
        figures.firstResponseP50,
        figures.replyRate,
        figures.threeMinuteRate,
        figures.resolvedInTime,
        figures.satisfaction,
        figures.ratings,
      ].map((value) => (value === null ? '' : String(value))),
    ];
    const names = [
      'conversations',
      'firstResponseP50',
      'replyRate',
      'threeMinuteRate',
      'resolvedInTime',
      'satisfaction',
    ];
    const text = writeCsv([
      ['', '', ...names, 'ratings'],
      row(words.title, this.#monday, now),
      ...days.map(({ key, figures }) => row(words.byDay, localTime(key, this.#zone).day, figures)),
      ...hours.map(({ key, figures }) => row(words.byHour, key, figures)),
      ...agents.map(({ key, figures }) => row(words.byAgent, nameOf(this.#directory.value, key), figures)),
      ...topics.map(({ key, figures }) => row(words.byTopic, this.#topic(key), figures)),
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
