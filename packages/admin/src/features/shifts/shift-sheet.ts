/**
 * @module One shift with what can be done about it: by its person, and by who plans.
 */
import { html, nothing } from 'lit';
import type { Document } from '@shopdesk/core/client';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { offerButton, offerReasons } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField } from '../../kit/field.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import {
  approveShiftSwap,
  declineShiftSwap,
  endShift,
  markShiftAbsent,
  removeShift,
  requestShiftSwap,
  type ShiftItem,
} from './data.ts';
import { localTime } from '../../kit/week.ts';
import { shiftWords } from './words.ts';

/**
 * @summary A shift and its actions.
 * @event {string} desk-done - Something was done; the detail says what.
 * @event {ShiftItem} desk-edit-shift - The viewer wants to change it.
 */
export class DeskShiftSheet extends DeskElement {
  static override properties = {
    shift: { attribute: false },
    zone: {},
    withUserId: { state: true },
    reason: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls];

  declare shift: ShiftItem;
  zone = 'UTC';
  withUserId = '';
  reason = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #act = new Act(this);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Shift',
    rows: () => (this.shift ? [this.shift] : []),
  });

  async #do<I>(
    document: Document<{ input: I; key?: string }, ShiftItem>,
    input: I,
    text: string = this.words(shiftWords).done,
  ): Promise<void> {
    if (await this.#act.run(this.#client.value, document, input)) this.tell('desk-done', text);
  }

  #withReason(event: Event, run: (reason: string) => void): void {
    event.preventDefault();
    this.tried = true;
    if (this.reason.trim()) run(this.reason.trim());
    else this.renderRoot.querySelector<HTMLElement>('#reason')?.focus();
  }

  override render() {
    const words = this.words(shiftWords);
    const { id, userId } = this.shift;
    const offer = (action: string) => this.#offers.of(this.shift, action);
    const swap = [offer('approveShiftSwap'), offer('declineShiftSwap')] as const;
    const overrides = can(this.#viewer.value, 'shift.override') && this.#offers.allows(this.shift, 'endShift');
    const heading = `${nameOf(this.#directory.maybe, userId)} · ${this.language.code('ShiftType', this.shift.type)}`;
    return html`<desk-admin-dialog open heading=${heading} ?dirty=${this.reason !== ''}>
      <div class="stack">
        ${problemNotice(this.#act.problem, this.language)} ${this.#renderFacts()}
        ${this.#offers.allows(this.shift, 'requestShiftSwap') ? this.#renderSwap() : nothing}
        ${overrides ? this.#renderOverride() : nothing} ${offerReasons(swap)}
      </div>
      ${offerButton(swap[0], { slot: 'actions', look: 'primary', label: words.approveSwap, run: () => void this.#do(approveShiftSwap, { id }) })}
      ${offerButton(swap[1], { slot: 'actions', label: words.declineSwap, run: () => void this.#do(declineShiftSwap, { id }) })}
      ${offerButton(offer('markShiftAbsent'), { slot: 'actions', label: words.absent, run: () => void this.#do(markShiftAbsent, { id }) })}
      ${offerButton(offer('removeShift'), { slot: 'actions', label: words.remove, run: () => void this.#do(removeShift, { id }, words.removed) })}
      ${offerButton(offer('updateShift'), { slot: 'actions', label: words.change, run: () => this.tell('desk-edit-shift', this.shift) })}
    </desk-admin-dialog>`;
  }

  #renderFacts() {
    const words = this.words(shiftWords);
    const {
      startAt,
      endAt,
      state,
      storeIds,
      note,
      checkInAt,
      checkOutAt,
      lateMinutes,
      earlyMinutes,
      swapWithId,
      swapReason,
      overrideReason,
    } = this.shift;
    const time = (instant: string) => localTime(instant, this.zone).time;
    const stores = storeIds.map((id) => this.#directory.value.stores.get(id)?.name ?? id);
    const lines = [
      `${localTime(startAt, this.zone).day} ${time(startAt)}–${time(endAt)} · ${this.language.list(stores)} · ${this.language.code('ShiftState', state)}`,
      checkInAt
        ? [words.checkedInAt(time(checkInAt)), lateMinutes > 0 ? words.late(lateMinutes) : '']
            .filter(Boolean)
            .join(' · ')
        : '',
      checkOutAt
        ? [words.checkedOutAt(time(checkOutAt)), earlyMinutes > 0 ? words.early(earlyMinutes) : '']
            .filter(Boolean)
            .join(' · ')
        : '',
      swapWithId && swapReason ? words.swapAsked(nameOf(this.#directory.maybe, swapWithId), swapReason) : '',
      overrideReason ? `${words.override}: ${overrideReason}` : '',
      note,
    ];
    return lines.filter(Boolean).map((line) => html`<p>${line}</p>`);
  }

  #reasonField(hint?: string) {
    const error = this.tried && !this.reason.trim() ? this.words(kitWords).required : undefined;
    return areaField({
      id: 'reason',
      label: this.words(shiftWords).reason,
      ...(hint ? { hint } : {}),
      value: this.reason,
      required: true,
      maxLength: 500,
      rows: 2,
      error,
      onInput: (reason) => (this.reason = reason),
    });
  }

  #renderSwap() {
    const words = this.words(shiftWords);
    const people = [...this.#directory.value.colleagues.values()]
      .filter(({ id, active }) => active && id !== this.shift.userId)
      .map(({ id, name }) => ({ value: id, label: name }));
    const withUserId = this.withUserId || (people[0]?.value ?? '');
    return html`<form class="stack" novalidate
      @submit=${(event: Event) => this.#withReason(event, (reason) => void this.#do(requestShiftSwap, { id: this.shift.id, withUserId, reason }))}>
      ${selectField({ id: 'colleague', label: words.swapWith, value: withUserId, choices: people, onInput: (id) => (this.withUserId = id) })} ${this.#reasonField()}
      <div><button class="button" aria-disabled=${this.#act.busy}>${words.swap}</button></div>
    </form>`;
  }

  #renderOverride() {
    const words = this.words(shiftWords);
    return html`<form class="stack" novalidate
      @submit=${(event: Event) => this.#withReason(event, (reason) => void this.#do(endShift, { id: this.shift.id, reason }))}>
      ${this.#reasonField(words.overrideHint)}
      <div><button class="button" aria-disabled=${this.#act.busy}>${words.override}</button></div>
    </form>`;
  }
}

define('desk-admin-shift-sheet', DeskShiftSheet);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shift-sheet': DeskShiftSheet;
  }
}
