/**
 * @module The week: who works when, by person and day, in the zone of the store.
 */
import { DeskError } from '@shopdesk/core/client';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { worksFor, type Colleague } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { loadAll } from '../../desk/load-all.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { planShift, publishShifts, shifts, type ShiftItem } from './data.ts';
import './my-shift.ts';
import { addDays, instantOf, isDay, localTime, mondayOf, weekDays } from '../../kit/week.ts';
import { shiftWords } from './words.ts';

type Dialog =
  | { readonly kind: 'plan'; readonly userId: string; readonly day: string }
  | { readonly kind: 'edit' | 'sheet'; readonly shift: ShiftItem };

const CHIPS: Readonly<Record<ShiftItem['state'], string>> = {
  PLANNED: 'planned',
  PUBLISHED: 'info',
  CHECKED_IN: 'ok',
  HANDOVER_PENDING: 'warn',
  ENDED: '',
  ABSENT: 'danger',
  SWAP_REQUESTED: 'warn',
  SWAPPED: 'info',
};

// Shown: what is planned looks like a sketch until it is published, and the button says how much that is.
const isPlanned = ({ state }: ShiftItem): boolean => state === 'PLANNED';

export class DeskShifts extends DeskElement {
  static override properties = {
    params: { attribute: false },
    storeId: { state: true },
    dialog: { state: true },
    round: { state: true },
    everybody: { state: true },
    copying: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .table {
        overflow: auto;
      }
      td,
      th {
        vertical-align: top;
        min-inline-size: 7.5rem;
      }
      tbody th,
      thead th:first-child {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        background: var(--surface);
      }
      thead th.today {
        color: var(--accent-ink);
      }
      .cell {
        display: grid;
        gap: 0.25rem;
        justify-items: stretch;
      }
      .shift {
        display: grid;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--line);
        border-radius: 0.5rem;
        background: var(--ground);
        color: inherit;
        font: inherit;
        font-size: var(--small);
        text-align: start;
        cursor: pointer;
      }
      .shift:hover {
        background: var(--hover);
      }
      .shift.planned {
        border-style: dashed;
      }
      .add {
        justify-self: start;
      }
      @container (inline-size < 45rem) {
        tbody th,
        thead th:first-child {
          min-inline-size: 5.5rem;
          max-inline-size: 5.5rem;
          overflow-wrap: anywhere;
        }
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  storeId = '';
  dialog: Dialog | undefined;
  round = 0;
  /** People who serve no customers are rows, too. */
  everybody = false;
  /** Shifts of the week before are on their way. */
  copying = false;
  #shown = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #week = new Loader(this, {
    args: () => (this.#directory.maybe && this.#store ? ([this.#monday, this.#zone, this.round] as const) : undefined),
    load: ([monday, zone]) => {
      const { from, to } = this.#span(monday, zone);
      return loadAll((page) =>
        this.#client.value.query(shifts, { filter: { startAt: { gte: from, lt: to } }, ...page }),
      );
    },
  });

  get #store(): string {
    return this.storeId || (this.#directory.value.stores.keys().next().value ?? '');
  }

  get #zone(): string {
    return this.#directory.value.stores.get(this.#store)?.timeZone ?? 'UTC';
  }

  get #today(): string {
    return localTime(new Date().toISOString(), this.#zone).day;
  }

  get #monday(): string {
    const { week } = this.params;
    return mondayOf(isDay(week) ? week : this.#today);
  }

  #span(monday: string, zone: string): { from: string; to: string } {
    return {
      from: instantOf({ day: monday, time: '00:00' }, zone),
      to: instantOf({ day: addDays(monday, 7), time: '00:00' }, zone),
    };
  }

  /** Where there is no room for the week, today is what one sees first. */
  override updated(): void {
    const today = this.renderRoot.querySelector<HTMLElement>('th.today');
    const first = this.renderRoot.querySelector<HTMLElement>('thead th');
    const table = today?.closest<HTMLElement>('.table');
    if (!today || !first || !table || this.#shown === this.#monday) return;
    this.#shown = this.#monday;
    table.scrollLeft = today.offsetLeft - first.offsetWidth;
  }

  #done(text: string): void {
    this.dialog = undefined;
    this.round += 1;
    toast(this, { kind: 'ok', text });
  }

  async #publish(): Promise<void> {
    const answer = await this.#act.run(this.#client.value, publishShifts, this.#span(this.#monday, this.#zone));
    if (answer) this.#done(this.words(shiftWords).published(answer.count));
    else if (this.#act.problem) toast(this, { kind: 'danger', text: sentenceOf(this.#act.problem, this.language) });
  }

  /** Plans this week as the one before, by the hours of the store; what does not fit is left out. */
  async #copy(): Promise<void> {
    if (this.copying) return;
    this.copying = true;
    const words = this.words(shiftWords);
    const client = this.#client.value;
    const zone = this.#zone;
    const { from, to } = this.#span(addDays(this.#monday, -7), zone);
    const weekLater = (instant: string): string => {
      const { day, time } = localTime(instant, zone);
      return instantOf({ day: addDays(day, 7), time }, zone);
    };
    try {
      const before = await loadAll((page) =>
        client.query(shifts, { filter: { startAt: { gte: from, lt: to } }, ...page }),
      );
      const own = before.filter(({ storeIds }) => storeIds.includes(this.#store));
      let left = 0;
      for (const { userId, storeIds, type, startAt, endAt } of own) {
        const input = { userId, storeIds, type, startAt: weekLater(startAt), endAt: weekLater(endAt) };
        try {
          await client.mutate(planShift, { input });
        } catch (error) {
          // What the desk refuses is counted and said: another shift at that time, or somebody who has left.
          if (!(error instanceof DeskError)) throw error;
          left += 1;
        }
      }
      this.#done(own.length === 0 ? words.nothingToCopy : words.copied(own.length - left, left));
    } catch (error) {
      toastProblem(this, error, this.language);
      this.round += 1;
    } finally {
      this.copying = false;
    }
  }

  override render() {
    const words = this.words(shiftWords);
    if (!this.#store) return emptyState({ icon: 'shop', title: words.nobody });
    const planned = (this.#week.value ?? []).filter(isPlanned).length;
    const plans = can(this.#viewer.value, 'shift.plan');
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${plans ? html`<button class="button" type="button" aria-disabled=${this.copying} @click=${() => void this.#copy()}>${icon('copy', 'small')}${words.copy}</button>` : nothing}
        ${plans && planned > 0 ? html`<button class="button primary" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#publish()}>${words.publish(planned)}</button>` : nothing}
      </div>
      <desk-admin-my-shift .zone=${this.#zone} .round=${this.round}
        @desk-changed=${() => (this.round += 1)}></desk-admin-my-shift>
      ${this.#renderBar()}
      <div class="card table" tabindex="0" role="region"
        aria-label=${words.title}>${loaded(this.#week, this.language, (all) => this.#renderWeek(all, plans))}</div>
      ${
        plans
          ? html`<label class="row"><input type="checkbox" .checked=${this.everybody}
          @change=${(event: Event) => (this.everybody = (event.target as HTMLInputElement).checked)} />${words.everybody}</label>`
          : nothing
      }
      ${this.#renderDialog()}
    </div>`;
  }

  #renderBar() {
    const words = this.words(shiftWords);
    const monday = this.#monday;
    const navigation = this.#navigation.value;
    const week = (day: string) => navigation.href(`/shifts/${day}`);
    const stores = [...this.#directory.value.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="row wrap">
      <a class="button icon-only" href=${week(addDays(monday, -7))} aria-label=${words.previous}
        title=${words.previous}>${icon('back')}</a>
      <a class="button" href=${navigation.href('/shifts')}>${words.today}</a>
      <a class="button icon-only" href=${week(addDays(monday, 7))} aria-label=${words.next}
        title=${words.next}>${icon('right')}</a>
      <strong>${words.week(this.#dayName(monday), this.#dayName(addDays(monday, 6)))}</strong>
      <span class="muted small">${words.zone(this.#zone)}</span>
      ${stores.length > 1 ? selectField({ id: 'store', label: words.store, value: this.#store, choices: stores, onInput: (storeId) => (this.storeId = storeId) }) : nothing}
    </div>`;
  }

  #dayName(day: string): string {
    return this.language.date(day, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  }

  #renderWeek(all: readonly ShiftItem[], plans: boolean) {
    const words = this.words(shiftWords);
    const here = all.filter(({ storeIds }) => storeIds.includes(this.#store));
    const working = new Set(here.map(({ userId }) => userId));
    const people = [...this.#directory.value.colleagues.values()]
      .filter((one) => working.has(one.id) || (plans && one.active && worksFor(one, this.#store) && this.#isRow(one)))
      .toSorted((a, b) => a.name.localeCompare(b.name, this.language.locale));
    if (people.length === 0) return emptyState({ icon: 'calendar', title: plans ? words.nobody : words.noneYet });
    const days = weekDays(this.#monday);
    return html`<table>
      <caption class="visually-hidden">${words.title}</caption>
      <thead><tr><th scope="col">${words.person}</th>
        ${days.map((day, index) => html`<th scope="col" class=${day === this.#today ? 'today' : ''} aria-current=${day === this.#today ? 'date' : nothing}>${this.language.weekday(index + 1)}<br />${this.#dayName(day)}</th>`)}
      </tr></thead>
      <tbody>${repeat(
        people,
        ({ id }) => id,
        (one) =>
          this.#renderPerson(
            one,
            here.filter(({ userId }) => userId === one.id),
            { days, plans },
          ),
      )}</tbody>
    </table>`;
  }

  // Shown: a week is planned for those who serve customers; shifts of others are seen all the same.
  #isRow({ skills }: Colleague): boolean {
    return this.everybody || skills.includes('LIVE');
  }

  #renderPerson(
    { id, name }: Colleague,
    own: readonly ShiftItem[],
    { days, plans }: { days: readonly string[]; plans: boolean },
  ) {
    const words = this.words(shiftWords);
    return html`<tr><th scope="row">${name}</th>
      ${days.map(
        (day) => html`<td><div class="cell">
        ${own.filter(({ startAt }) => localTime(startAt, this.#zone).day === day).map((shift) => this.#renderShift(shift, name))}
        ${plans ? html`<button class="button plain icon-only tight add" type="button" aria-label=${words.planFor(name, this.#dayName(day))} title=${words.plan} @click=${() => (this.dialog = { kind: 'plan', userId: id, day })}>${icon('plus', 'small')}</button>` : nothing}
      </div></td>`,
      )}
    </tr>`;
  }

  #renderShift(shift: ShiftItem, name: string) {
    const words = this.words(shiftWords);
    const start = localTime(shift.startAt, this.#zone);
    const time = `${start.time}–${localTime(shift.endAt, this.#zone).time}`;
    const state = [
      this.language.code('ShiftState', shift.state),
      shift.lateMinutes > 0 ? words.late(shift.lateMinutes) : '',
    ]
      .filter(Boolean)
      .join(' · ');
    return html`<button class="shift ${isPlanned(shift) ? 'planned' : ''}" type="button"
      @click=${() => (this.dialog = { kind: 'sheet', shift })}>
      <span class="visually-hidden">${words.of(name, this.#dayName(start.day))}</span><strong>${time}</strong><span>${this.language.code('ShiftType', shift.type)}</span><span class="chip ${CHIPS[shift.state]}">${state}</span>
    </button>`;
  }

  #renderDialog() {
    const { dialog } = this;
    if (!dialog) return nothing;
    const sheet = dialog.kind === 'sheet';
    const shared = { zone: this.#zone };
    const values =
      dialog.kind === 'plan'
        ? { ...shared, userId: dialog.userId, day: dialog.day, storeId: this.#store }
        : { ...shared, shift: dialog.shift };
    return html`${repeat(
      [dialog],
      ({ kind }) => kind,
      () => html`<desk-admin-lazy
      .tag=${sheet ? 'desk-admin-shift-sheet' : 'desk-admin-shift-dialog'}
      .load=${sheet ? () => import('./shift-sheet.ts') : () => import('./shift-dialog.ts')}
      .values=${values}
      @desk-done=${({ detail }: CustomEvent<string>) => this.#done(detail)}
      @desk-edit-shift=${({ detail }: CustomEvent<ShiftItem>) => (this.dialog = { kind: 'edit', shift: detail })}
      @desk-closed=${() => (this.dialog = undefined)}
    ></desk-admin-lazy>`,
    )}`;
  }
}

define('desk-admin-shifts', DeskShifts);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shifts': DeskShifts;
  }
}
