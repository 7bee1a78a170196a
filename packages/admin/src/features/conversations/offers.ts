/**
 * @module What must reach the viewer on every page: transfers that are offered to him, answers to his own, and how
 * much is unread.
 */
import { teamsOf } from '@shopdesk/core';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import type { ConversationItem, TransferItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { toast } from '../../kit/toast.ts';
import {
  acceptTransfer,
  approveTransfer,
  conversation,
  declineTransfer,
  inboxCounts,
  markDelivered,
  openTransfers,
} from './data.ts';
import { holdWords } from './hold-words.ts';
import { customerName } from './names.ts';
import { pathOf } from './query.ts';
import { OPEN_TRANSFERS, openOf } from './transfers.ts';
import { inboxWords } from './words.ts';

/** An offer is open for ten minutes. */
const OFFER_MS = 10 * 60_000;
const COUNT_PAUSE_MS = 500;

export class DeskOffers extends DeskElement {
  static override properties = { names: { state: true }, news: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      article {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 0.75rem;
        padding: 0.5rem 1rem;
        border-block-end: 1px solid var(--line);
        background: var(--warn-soft);
      }
      article > svg {
        color: var(--warn);
      }
      .words {
        flex: 1 1 16rem;
        min-inline-size: 0;
      }
      .words p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Customers' names by conversation. */
  names: Readonly<Record<string, string>> = {};
  /** What is read out: somebody waits, or has answered. */
  news = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  #stops: (() => void)[] = [];
  #counting: ReturnType<typeof setTimeout> | undefined;
  readonly #delivered = new Map<string, number>();
  readonly #heardTransfers = new Map<string, TransferItem>();
  readonly #heard = new Map<
    string,
    { readonly state: ConversationItem['state']; readonly unread: number; readonly owed: boolean }
  >();
  readonly #transfers = new Loader(this, {
    args: () => [] as const,
    load: async () =>
      (await this.#client.value.query(openTransfers, { filter: { state: { in: OPEN_TRANSFERS } }, first: 100 })).nodes,
  });
  readonly #counts = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(inboxCounts, {}),
  });

  constructor() {
    super();
    new SecondHand(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [
      this.#live.value.on('transfer', (transfer) => this.#hearTransfer(transfer)),
      this.#live.value.on('conversation', (item) => this.#hearConversation(item)),
      // An offer that came between the first question and the opening of the stream was told to nobody.
      this.#live.value.on('state', (state) => state === 'open' && void this.#transfers.reload()),
      this.#live.value.on('resync', () => {
        void this.#transfers.reload();
        void this.#counts.reload();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    clearTimeout(this.#counting);
  }

  override willUpdate(): void {
    for (const { conversationId } of this.#mine())
      if (!(conversationId in this.names)) void this.#learnName(conversationId);
  }

  override updated(): void {
    this.tell('desk-badge', {
      page: 'inbox/:view?/:id?',
      count: (this.#counts.value?.queued ?? 0) + (this.#counts.value?.unread ?? 0),
    });
  }

  async #learnName(id: string): Promise<void> {
    this.names = { ...this.names, [id]: '…' };
    const item = await this.#client.value.query(conversation, { id }).catch(() => null);
    if (item) this.names = { ...this.names, [id]: customerName(item, this.language) };
  }

  #hearConversation(item: ConversationItem): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      void this.#counts.reload();
    }, COUNT_PAUSE_MS);
    this.#announce(item);
    if (item.ownerId === this.#viewer.value.id) void this.#deliver(item);
  }

  #announce(item: ConversationItem): void {
    const { id, state, unreadForStaff: unread } = item;
    const before = this.#heard.get(id);
    const owed = item.holdUntil !== null && item.waitingSince !== null && item.holdUntil <= item.waitingSince;
    this.#heard.set(id, { state, unread, owed });
    const words = this.words(inboxWords);
    const name = customerName(item, this.language);
    if (state === 'QUEUED' && before?.state !== 'QUEUED') this.news = words.newWaiting(name);
    else if (item.ownerId === this.#viewer.value.id && owed && !before?.owed)
      toast(this, { kind: 'warn', text: this.words(holdWords).over(name) });
    else if (item.ownerId === this.#viewer.value.id && unread > (before?.unread ?? 0))
      this.news = words.newMessage(name);
  }

  /** The owner's panel has it: the customer sees "delivered" even while another page is open. */
  async #deliver({ id, lastPublicSeq, lastSender, staffReadSeq }: ConversationItem): Promise<void> {
    if (lastSender !== 'CUSTOMER' || staffReadSeq >= lastPublicSeq || (this.#delivered.get(id) ?? 0) >= lastPublicSeq)
      return;
    this.#delivered.set(id, lastPublicSeq);
    // A mark that is lost comes with the next message or with reading.
    await this.#client.value
      .mutate(markDelivered, { input: { id, seq: lastPublicSeq } })
      .catch(() => this.#delivered.delete(id));
  }

  #hearTransfer(transfer: TransferItem): void {
    const words = this.words(inboxWords);
    this.#heardTransfers.set(transfer.id, transfer);
    this.requestUpdate();
    if (transfer.fromUserId !== this.#viewer.value.id) return;
    const name = nameOf(this.#directory.maybe, transfer.toUserId);
    const text = {
      ACCEPTED: words.offerAccepted(name),
      DECLINED: words.offerDeclined(name),
      EXPIRED: words.offerExpired,
    }[transfer.state as string];
    if (text) toast(this, { kind: transfer.state === 'ACCEPTED' ? 'ok' : 'warn', text });
  }

  /** Offers the viewer can answer: meant for him or for anybody, and those he may approve. */
  #mine(): readonly TransferItem[] {
    const me = this.#viewer.value;
    const now = deskNow();
    return openOf(this.#transfers.value ?? [], this.#heardTransfers).filter(
      ({ state, fromUserId, toUserId, toTeam, requestedAt }) => {
        if (fromUserId === me.id || Date.parse(requestedAt) + OFFER_MS < now) return false;
        if (state === 'APPROVAL_PENDING') return can(me, 'conversation.transferOutsideWhitelist');
        const myself = this.#directory.maybe?.colleagues.get(me.id);
        const meant = toTeam ? myself !== undefined && teamsOf(myself).includes(toTeam) : (toUserId ?? me.id) === me.id;
        return state === 'OFFERED' && can(me, 'customer.reply') && meant;
      },
    );
  }

  async #answer(transfer: TransferItem, document: typeof acceptTransfer, text: string): Promise<void> {
    const answer = await this.#act.run(this.#client.value, document, { id: transfer.id });
    const { problem } = this.#act;
    if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
    if (problem) return void this.#transfers.reload();
    if (!answer) return;
    this.#hearTransfer(answer);
    toast(this, { kind: 'ok', text });
    if (document === acceptTransfer) this.#navigation.value.go(pathOf({ view: 'mine' }, transfer.conversationId));
  }

  override render() {
    return html`<p class="visually-hidden" role="status">${this.news}</p>
    <div role="region" aria-label=${this.words(inboxWords).transfer} aria-live="polite">
      ${repeat(
        this.#mine(),
        ({ id }) => id,
        (transfer) => this.#renderOffer(transfer),
      )}
    </div>`;
  }

  #renderOffer(transfer: TransferItem) {
    const words = this.words(inboxWords);
    const name = this.names[transfer.conversationId] ?? '…';
    const from = nameOf(this.#directory.maybe, transfer.fromUserId);
    const approval = transfer.state === 'APPROVAL_PENDING';
    const title = approval
      ? words.approvalTitle(name, from)
      : transfer.toUserId
        ? words.offerTitle(name, from)
        : words.offerAny(name, from);
    const left = Math.ceil((Date.parse(transfer.requestedAt) + OFFER_MS - deskNow()) / 60_000);
    return html`<article>
      ${icon('transfer')}
      <div class="words">
        <strong>${title}</strong>
        <p class="small">${this.language.code('TransferReason', transfer.reason)} · ${transfer.summary}${transfer.note ? ` · ${transfer.note}` : ''} · ${words.minutesLeft(left)}</p>
      </div>
      <div class="row wrap">
        <a class="button" href=${this.#navigation.value.href(pathOf({ view: 'open' }, transfer.conversationId))}>${words.view}</a>
        ${
          approval
            ? html`<button class="button primary" type="button" @click=${() => void this.#answer(transfer, approveTransfer, words.approved)}>${words.approve}</button>`
            : html`<button class="button primary" type="button" @click=${() => void this.#answer(transfer, acceptTransfer, words.accepted)}>${words.accept}</button>`
        }
        ${
          transfer.toUserId === null && !approval
            ? nothing
            : html`<button class="button" type="button" @click=${() => void this.#answer(transfer, declineTransfer, words.declined)}>${words.decline}</button>`
        }
      </div>
    </article>`;
  }
}

define('desk-admin-offers', DeskOffers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-offers': DeskOffers;
  }
}
