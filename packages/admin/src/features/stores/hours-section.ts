import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import './hours-calendar.ts';
import { problemOfDay, type Days } from './hours-days.ts';
import { hoursWords } from './hours-words.ts';
import { dayProblem, nextSpan, onAllDays, spansOf, WEEKDAYS, withSpan, type Span } from './hours.ts';
import { saveBar } from './save-bar.ts';
import { StoreSection } from './store-section.ts';
import { storeWords } from './words.ts';

/** A time field cannot say 24:00; the end of the day is shown as midnight. */
const toField = (time: string): string => (time === '24:00' ? '00:00' : time);
const endFromField = (time: string): string => (time === '00:00' ? '24:00' : time);

type WeekField = 'serviceHours' | 'officeHours';
/** What an office starts with. */
const OFFICE: Span[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

/** @summary Service hours by weekday, holidays and swapped working days, in the store's time zone. */
export class DeskStoreHours extends StoreSection {
  static override styles = [
    base,
    controls,
    css`
      .day {
        display: grid;
        grid-template-columns: 6.5rem minmax(0, 1fr) auto;
        gap: 0.5rem 0.75rem;
        align-items: start;
        padding-block: 0.5rem;
        border-block-end: 1px solid var(--line);
      }
      .day > strong,
      .day > .muted {
        padding-block-start: 0.3125rem;
      }
      .spans {
        display: grid;
        gap: 0.375rem;
      }
      .span input {
        inline-size: 7.5rem;
      }
      h2 {
        font-size: 1rem;
      }
      .clear {
        margin-block-start: 0.5rem;
      }
      @container (inline-size < 45rem) {
        .day {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** What is wrong somewhere on the page. */
  get #wrong(): boolean {
    const { serviceHours, officeHours, calendar } = this.now;
    return (
      [serviceHours, officeHours].some((hours) => WEEKDAYS.some((weekday) => dayProblem(hours, weekday))) ||
      calendar.some((day) => problemOfDay(calendar, day))
    );
  }

  override render() {
    const words = this.words(storeWords);
    const more = this.words(hoursWords);
    const { serviceHours, officeHours, calendar } = this.now;
    const wrong = this.#wrong;
    const own = officeHours.length > 0;
    return html`<form class="stack" novalidate
      @submit=${(event: Event) => (wrong ? event.preventDefault() : void this.save(event))}>
      ${problemNotice(this.problem, this.language)}
      <p class="muted">${words.hoursText} ${words.timeZone}: ${this.now.timeZone}</p>
      ${serviceHours.length === 0 ? html`<p class="notice">${icon('clock')}<span>${words.always}</span></p>` : nothing}
      ${this.#renderWeek('serviceHours', more.chat)}
      <label class="check"><input type="checkbox" .checked=${live(own)} ?disabled=${!this.mayChange}
        @change=${() => this.set({ officeHours: own ? [] : OFFICE })} /><span>${more.officeOwn}</span></label>
      ${own ? html`<p class="muted small">${more.officeText}</p>${this.#renderWeek('officeHours', more.office)}` : nothing}
      <section aria-labelledby="calendar">
        <h2 id="calendar">${more.calendar}</h2>
        <p class="muted small">${more.calendarText}</p>
        <desk-admin-store-calendar .days=${calendar} ?readonly=${!this.mayChange}
          @desk-days=${({ detail }: CustomEvent<Days>) => this.set({ calendar: detail })}></desk-admin-store-calendar>
      </section>
      ${this.mayChange ? saveBar({ language: this.language, dirty: this.dirty, busy: this.act.busy, blocked: wrong, reset: () => (this.draft = {}) }) : nothing}
    </form>`;
  }

  #renderWeek(field: WeekField, title: string) {
    const words = this.words(storeWords);
    return html`<section aria-label=${title}>
      <h2>${title}</h2>
      ${WEEKDAYS.map((weekday) => this.#renderDay(field, weekday))}
      ${this.mayChange && field === 'serviceHours' && this.now[field].length > 0 ? html`<button class="button tight clear" type="button" @click=${() => this.set({ [field]: [] })}>${words.clearAll}</button>` : nothing}
    </section>`;
  }

  #renderDay(field: WeekField, weekday: number) {
    const words = this.words(storeWords);
    const hours = this.now[field];
    const day = this.language.weekday(weekday);
    const spans = spansOf(hours, weekday);
    const problem = dayProblem(hours, weekday);
    return html`<div class="day" role="group" aria-label=${day}>
      <strong>${day}</strong>
      <div class="spans">
        ${spans.length === 0 ? html`<span class="muted">${hours.length > 0 ? words.closedDay : '–'}</span>` : spans.map((span) => this.#renderSpan(field, span, day))}
        ${problem ? html`<p class="error" role="alert">${icon('warning', 'small')}${words[problem]}</p>` : nothing}
      </div>
      ${
        this.mayChange
          ? html`<div class="row">
            <button class="button tight" type="button" aria-label=${words.addSpanOn(day)}
              @click=${() => this.set({ [field]: [...hours, nextSpan(hours, weekday)] })}>${icon('plus', 'small')}${words.addSpan}</button>
            ${spans.length > 0 ? html`<button class="button tight" type="button" aria-label=${words.copyFrom(day)} title=${words.copyFrom(day)} @click=${() => this.set({ [field]: onAllDays(hours, weekday) })}>${icon('copy', 'small')}</button>` : nothing}
          </div>`
          : nothing
      }
    </div>`;
  }

  #renderSpan(field: WeekField, span: Span, day: string) {
    const words = this.words(storeWords);
    const change = (after: Span | undefined) => this.set({ [field]: withSpan(this.now[field], span, after) });
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    const disabled = !this.mayChange;
    return html`<div class="row span">
      <input type="time" required ?disabled=${disabled} aria-label=${words.spanOf(day, words.from)}
        .value=${live(toField(span.from))} @change=${(event: Event) => value(event) && change({ ...span, from: value(event) })} />
      <span aria-hidden="true">–</span>
      <input type="time" required ?disabled=${disabled} aria-label=${words.spanOf(day, words.to)}
        .value=${live(toField(span.to))} @change=${(event: Event) => value(event) && change({ ...span, to: endFromField(value(event)) })} />
      ${span.to === '24:00' ? html`<span class="muted small">${words.midnight}</span>` : nothing}
      ${disabled ? nothing : html`<button class="button plain icon-only" type="button" aria-label=${words.removeSpan(day, span.from, span.to)} @click=${() => change(undefined)}>${icon('trash')}</button>`}
    </div>`;
  }
}

define('desk-admin-store-hours', DeskStoreHours);
