/**
 * @module Edits the days by which a store's calendar differs from its week.
 */
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { publicHolidays } from './hours-data.ts';
import { missingDays, NEW_DAY, problemOfDay, withDay, yearsOf, type Day, type Days } from './hours-days.ts';
import { hoursWords } from './hours-words.ts';

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/**
 * @summary Holidays and swapped working days.
 * @event {Days} desk-days - The days as they are now.
 */
export class DeskStoreCalendar extends DeskElement {
  static override properties = { days: { attribute: false }, readonly: { type: Boolean }, told: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      .day {
        display: grid;
        grid-template-columns: 9rem 8rem minmax(6rem, 1fr) minmax(6rem, 1fr) 13rem auto;
        gap: 0.375rem 0.5rem;
        align-items: center;
        padding-block: 0.375rem;
        border-block-end: 1px solid var(--line);
      }
      .hours {
        display: grid;
        grid-template-columns: auto 1fr 1fr;
        gap: 0.25rem;
        align-items: center;
      }
      .error {
        grid-column: 1 / -1;
      }
      summary {
        padding-block: 0.375rem;
        font-weight: 600;
        cursor: pointer;
      }
      @container (inline-size < 60rem) {
        .day {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .day .button {
          justify-self: end;
        }
      }
    `,
  ];

  days: Days = [];
  readonly = false;
  told = '';
  readonly #client = new Use(this, clientContext);
  readonly #lists = new Loader(this, {
    args: () => [] as const,
    load: async () => (await this.#client.value.query(publicHolidays, {})).lists,
  });

  #set(days: Days): void {
    this.tell('desk-days', days);
  }

  #addList(list: Days): void {
    const missing = missingDays(this.days, list);
    this.told = this.words(hoursWords).added(missing.length);
    this.#set([...this.days, ...missing]);
  }

  override render() {
    const words = this.words(hoursWords);
    const years = yearsOf(this.days);
    const now = String(new Date().getFullYear());
    return html`${this.days.length === 0 ? html`<p class="muted">${words.noDays}</p>` : nothing}
      ${years.map(
        ([year, days]) => html`<details ?open=${year >= now || year === ''}>
        <summary>${year ? words.days(year, days.length) : words.newDay}</summary>
        ${days.map((day) => this.#renderDay(day))}
      </details>`,
      )}
      ${this.readonly ? nothing : this.#renderAdd()}
      <p class="muted small" role="status">${this.told}</p>`;
  }

  #renderAdd() {
    const words = this.words(hoursWords);
    const lists = (this.#lists.value ?? []).filter(({ days }) => missingDays(this.days, days).length > 0);
    return html`<div class="row wrap">
        <button class="button tight" type="button"
          @click=${() => this.#set([...this.days, NEW_DAY])}>${icon('plus', 'small')}${words.add}</button>
        ${lists.map(({ year, days }) => html`<button class="button tight" type="button" @click=${() => this.#addList(days)}>${icon('plus', 'small')}${words.addList(year)}</button>`)}
      </div>
      ${(this.#lists.value ?? []).map(({ source, asOf }) => html`<p class="muted small">${words.source(source, asOf)}</p>`)}`;
  }

  #renderDay(day: Day) {
    const words = this.words(hoursWords);
    const name = day.date || words.newDay;
    const problem = problemOfDay(this.days, day);
    const change = (more: Partial<Day>) => this.#set(withDay(this.days, day, { ...day, ...more }));
    const shared = { disabled: this.readonly };
    return html`<div class="day" role="group" aria-label=${name}>
      <input type="date" required aria-label=${words.of(name, words.date)} .value=${live(day.date)}
        ?disabled=${shared.disabled} aria-invalid=${problem ? 'true' : 'false'} @change=${(event: Event) => change({ date: valueOf(event) })} />
      <select aria-label=${words.of(name, words.kind)} ?disabled=${shared.disabled}
        @change=${(event: Event) => change({ kind: valueOf(event) as Day['kind'] })}>
        ${(['HOLIDAY', 'WORKING'] as const).map((kind) => html`<option value=${kind} .selected=${live(kind === day.kind)}>${this.language.code('CalendarDayKind', kind)}</option>`)}
      </select>
      <input maxlength="100" placeholder=${words.nameZh} aria-label=${words.of(name, words.nameZh)}
        .value=${live(day.name.zh)} ?disabled=${shared.disabled} @change=${(event: Event) => change({ name: { ...day.name, zh: valueOf(event) } })} />
      <input maxlength="100" placeholder=${words.nameEn} aria-label=${words.of(name, words.nameEn)}
        .value=${live(day.name.en)} ?disabled=${shared.disabled} @change=${(event: Event) => change({ name: { ...day.name, en: valueOf(event) } })} />
      ${this.#renderHours(day, name, change)}
      ${this.readonly ? nothing : html`<button class="button plain icon-only" type="button" aria-label=${words.remove(name)} title=${words.remove(name)} @click=${() => this.#set(withDay(this.days, day, undefined))}>${icon('trash')}</button>`}
      ${problem ? html`<p class="error" role="alert">${icon('warning', 'small')}${words[problem]}</p>` : nothing}
    </div>`;
  }

  #renderHours(day: Day, name: string, change: (more: Partial<Day>) => void) {
    const words = this.words(hoursWords);
    const [span] = day.hours;
    const toggle = (event: Event) =>
      change({ hours: (event.target as HTMLInputElement).checked ? [{ from: '10:00', to: '16:00' }] : [] });
    const time = (field: 'from' | 'to') => (event: Event) =>
      span && valueOf(event) && change({ hours: [{ ...span, [field]: valueOf(event) }, ...day.hours.slice(1)] });
    return html`<div class="hours">
      <label class="check" title=${words.hours}><input type="checkbox" .checked=${live(span !== undefined)}
        ?disabled=${this.readonly} aria-label=${words.of(name, words.hours)} @change=${toggle} />${span ? nothing : html`<span class="muted small">${words.hours}</span>`}</label>
      ${
        span
          ? (['from', 'to'] as const).map(
              (field) =>
                html`<input type="time" aria-label=${words.of(name, words[field])} .value=${live(span[field])}
                  ?disabled=${this.readonly} @change=${time(field)} />`,
            )
          : nothing
      }
    </div>`;
  }
}

define('desk-admin-store-calendar', DeskStoreCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-store-calendar': DeskStoreCalendar;
  }
}
