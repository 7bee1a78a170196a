/**
 * @module Plans a shift or changes one that nobody has begun.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { worksFor } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checksField, selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { planShift, updateShift, type ShiftItem } from './data.ts';
import { localTime, shiftInstants } from '../../kit/week.ts';
import { shiftWords, USUAL_TIMES } from './words.ts';

type Kind = ShiftItem['type'];

interface Draft {
  readonly userId: string;
  readonly storeIds: readonly string[];
  readonly type: Kind;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

/**
 * @summary Plans a shift.
 * @event desk-done - It is saved.
 */
export class DeskShiftDialog extends DeskElement {
  static override properties = {
    shift: { attribute: false },
    userId: {},
    day: {},
    storeId: {},
    zone: {},
    draft: { state: true },
    tried: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      .times {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
        gap: 0.5rem 0.75rem;
      }
    `,
  ];

  /** Absent: a new one, of `userId` on `day`. */
  shift: ShiftItem | undefined;
  userId = '';
  day = '';
  storeId = '';
  zone = 'UTC';
  draft: Draft | undefined;
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);

  override willUpdate(): void {
    this.draft ??= this.shift
      ? this.#stored(this.shift)
      : {
          userId: this.userId,
          storeIds: [this.storeId],
          type: 'DAY',
          day: this.day,
          from: USUAL_TIMES.DAY[0],
          to: USUAL_TIMES.DAY[1],
          note: '',
        };
  }

  #stored({ userId, storeIds, type, startAt, endAt, note }: ShiftItem): Draft {
    const start = localTime(startAt, this.zone);
    return { userId, storeIds, type, day: start.day, from: start.time, to: localTime(endAt, this.zone).time, note };
  }

  #set(change: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
  }

  #setKind(type: Kind | ''): void {
    if (type) this.#set({ type, from: USUAL_TIMES[type][0], to: USUAL_TIMES[type][1] });
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const { draft } = this;
    if (!draft?.day || !draft.from || !draft.to || draft.storeIds.length === 0) return;
    const { userId, storeIds, type, note } = draft;
    const input = { userId, storeIds, type, note, ...shiftInstants(draft.day, draft.from, draft.to, this.zone) };
    const { value: client } = this.#client;
    const saved = this.shift
      ? await this.#act.run(client, updateShift, { ...input, id: this.shift.id })
      : await this.#act.run(client, planShift, input);
    if (saved) this.tell('desk-done', this.words(shiftWords).saved);
  }

  override render() {
    const words = this.words(shiftWords);
    const { draft } = this;
    if (!draft) return nothing;
    const { problem, busy } = this.#act;
    const { colleagues, stores } = this.#directory.value;
    const required = this.words(kitWords).required;
    const people = [...colleagues.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: name }));
    const person = colleagues.get(draft.userId);
    const served = [...stores.values()]
      .filter(({ id }) => !person || worksFor(person, id))
      .map(({ id, name }) => ({ value: id, label: name }));
    return html`<desk-admin-dialog open heading=${this.shift ? words.editTitle : words.plan} dirty>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${selectField({ id: 'person', label: words.person, value: draft.userId, choices: people, required: true, onInput: (userId) => this.#set({ userId }) })}
        ${checksField({ id: 'stores', label: words.stores, value: draft.storeIds, choices: served, error: fieldMessage(problem, 'storeIds') ?? (this.tried && draft.storeIds.length === 0 ? required : undefined), onInput: (storeIds) => this.#set({ storeIds }) })}
        ${selectField({ id: 'type', label: words.type, value: draft.type, choices: this.language.choices<Kind>('ShiftType'), onInput: (type) => this.#setKind(type) })}
        <div class="times">
          ${textField({ id: 'day', type: 'date', label: words.day, value: draft.day, required: true, error: this.tried && !draft.day ? required : undefined, onInput: (day) => this.#set({ day }) })}
          ${textField({ id: 'from', type: 'time', label: words.from, value: draft.from, required: true, error: this.tried && !draft.from ? required : undefined, onInput: (from) => this.#set({ from }) })}
          ${textField({ id: 'to', type: 'time', label: words.to, hint: words.overnight, value: draft.to, required: true, error: fieldMessage(problem, 'endAt') ?? (this.tried && !draft.to ? required : undefined), onInput: (to) => this.#set({ to }) })}
        </div>
        ${textField({ id: 'note', label: words.note, value: draft.note, maxLength: 500, onInput: (note) => this.#set({ note }) })}
        <p class="muted small">${words.zone(this.zone)}</p>
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.words(kitWords).save}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-shift-dialog', DeskShiftDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shift-dialog': DeskShiftDialog;
  }
}
