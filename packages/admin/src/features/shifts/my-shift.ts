/**
 * @module The viewer's own shift: come, hand over, go; and hand-overs that wait for him.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf, worksFor } from '../../desk/directory.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { checkInShift, endShift, handovers, shifts, startHandover, type HandoverRead, type ShiftItem } from './data.ts';
import { localTime } from '../../kit/week.ts';
import { shiftWords } from './words.ts';

const LIVE: readonly ShiftItem['state'][] = ['CHECKED_IN', 'HANDOVER_PENDING', 'PUBLISHED', 'SWAPPED'];
/** One may come from some time before the shift on, and what has not been answered changes all the time. */
const MINUTE_MS = 60_000;
const HALF_DAY_MS = 12 * 3600_000;

/** @event desk-changed - The shift has moved. */
export class DeskMyShift extends DeskElement {
  static override properties = { zone: {}, round: { type: Number } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
      }
    `,
  ];

  zone = 'UTC';
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Shift',
    rows: () => (this.#mine.value?.shift ? [this.#mine.value.shift] : []),
    everyMs: MINUTE_MS,
  });
  readonly #mine = new Loader(this, { args: () => [this.round] as const, load: () => this.#load() });

  async #load() {
    const me = this.#viewer.value.id;
    const { value: client } = this.#client;
    const since = new Date(Date.now() - HALF_DAY_MS * 2).toISOString();
    const [own, sent] = await Promise.all([
      client.query(shifts, { filter: { userId: { eq: me }, startAt: { gte: since }, state: { in: LIVE } }, first: 10 }),
      client.query(handovers, { filter: { state: { eq: 'SUBMITTED' } }, first: 20 }),
    ]);
    const soon = new Date(Date.now() + HALF_DAY_MS).toISOString();
    const begun = own.nodes.find(({ checkInAt, checkOutAt }) => checkInAt && !checkOutAt);
    const shift = begun ?? own.nodes.find(({ startAt, endAt }) => startAt < soon && endAt > new Date().toISOString());
    const drafts = begun
      ? (await client.query(handovers, { filter: { shiftId: { eq: begun.id } }, first: 20 })).nodes
      : [];
    const colleague = this.#directory.value.colleagues.get(me);
    const waiting = sent.nodes.filter(
      ({ giverId, receiverId, storeId }) =>
        giverId !== me && (receiverId === null || receiverId === me) && (!colleague || worksFor(colleague, storeId)),
    );
    return { shift, drafts, waiting };
  }

  async #do(document: typeof checkInShift, shift: ShiftItem, text: string): Promise<void> {
    const words = this.words(shiftWords);
    const moved = await this.#act.run(this.#client.value, document, { id: shift.id });
    const { problem } = this.#act;
    const waiting = problem?.code === 'UNANSWERED_CONVERSATIONS' ? problem.details['conversationIds'] : undefined;
    const go = { label: words.conversations, run: () => this.#navigation.value.go('/inbox/mine?order=DUE') };
    if (Array.isArray(waiting)) toast(this, { kind: 'danger', text: words.unanswered(waiting.length), action: go });
    else if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
    if (!moved) return;
    toast(this, { kind: 'ok', text });
    this.tell('desk-changed');
    await this.#mine.reload();
  }

  override render() {
    const { value, problem } = this.#mine;
    // Who has no shift now, and nothing to take over, reads nothing about it.
    if (!problem && !value?.shift && !value?.waiting.length) return nothing;
    return html`<section class="card padded" aria-label=${this.words(shiftWords).mine}>${loaded(
      this.#mine,
      this.language,
      ({ shift, drafts, waiting }) =>
        html`${shift ? this.#renderShift(shift, drafts) : nothing} ${waiting.length > 0 ? this.#renderWaiting(waiting) : nothing}`,
    )}</section>`;
  }

  #renderShift(shift: ShiftItem, drafts: readonly HandoverRead[]) {
    const words = this.words(shiftWords);
    const time = (instant: string) => localTime(instant, this.zone).time;
    return html`<div class="line">
      <strong>${this.language.code('ShiftType', shift.type)} ${time(shift.startAt)}–${time(shift.endAt)}</strong>
      <span class="chip info">${this.language.code('ShiftState', shift.state)}</span>
      ${shift.lateMinutes > 0 ? html`<span class="chip warn">${words.late(shift.lateMinutes)}</span>` : nothing}
      ${this.#renderStep(shift, drafts)}
    </div>`;
  }

  #renderStep(shift: ShiftItem, drafts: readonly HandoverRead[]) {
    const words = this.words(shiftWords);
    const { busy } = this.#act;
    const step = (label: string, run: () => void, look = 'primary') =>
      html`<button class="button ${look}" type="button" aria-disabled=${busy} @click=${run}>${label}</button>`;
    const come = this.#offers.of(shift, 'checkInShift');
    if (come?.denial) return html`<span class="muted small">${come.denial.message}</span>`;
    if (come) return step(words.checkIn, () => void this.#do(checkInShift, shift, words.checkedIn));
    if (this.#offers.of(shift, 'startHandover'))
      return step(words.startHandover, () => void this.#do(startHandover, shift, words.done));
    // What is refused is pressed too: which customers wait is known best at that moment, and the answer leads to them.
    if (!this.#offers.of(shift, 'endShift')) return nothing;
    const written = drafts.every(({ submittedAt }) => submittedAt !== null);
    return html`${drafts.map((draft) => html`<a class="button ${draft.submittedAt ? '' : 'primary'}" href=${this.#navigation.value.href(`/handovers/${draft.id}`)}>${words.writeHandover(this.#storeName(draft.storeId))} · ${this.language.code('HandoverState', draft.state)}</a>`)}
      ${step(words.end, () => void this.#do(endShift, shift, words.ended), written ? 'primary' : '')}`;
  }

  #renderWaiting(waiting: readonly HandoverRead[]) {
    const words = this.words(shiftWords);
    return html`<div class="notice warn">${icon('transfer')}<div>
      <strong>${words.toAcknowledge}</strong>
      <ul>${waiting.map(({ id, giverId, storeId, items }) => html`<li><a href=${this.#navigation.value.href(`/handovers/${id}`)}>${words.handoverOf(nameOf(this.#directory.maybe, giverId), this.#storeName(storeId))}</a> <span class="small">${words.openCount(items.filter(({ doneAt }) => doneAt === null).length, items.length)}</span></li>`)}</ul>
    </div></div>`;
  }

  #storeName(id: string): string {
    return this.#directory.value.stores.get(id)?.name ?? id;
  }
}

define('desk-admin-my-shift', DeskMyShift);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-my-shift': DeskMyShift;
  }
}
