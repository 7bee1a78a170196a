/**
 * @module What must reach the viewer on every page: transfers that wait for their word, answers to their own, and how
 * much is unread.
 */
import { html, nothing } from 'lit';
import { clientContext, directoryContext, liveContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import type { ConversationItem, TransferItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { toast, type Toast } from '../../kit/toast.ts';
import { inboxCounts, markDelivered, transfers } from './data.ts';
import { holdWords } from './hold-words.ts';
import { customerName } from './names.ts';
import { openOf, UNDECIDED } from './transfers.ts';
import { inboxWords } from './words.ts';

const COUNT_PAUSE_MS = 500;

const loadOffers = () => import('./transfer-offers.ts');

export class DeskOffers extends DeskElement {
  static override properties = { news: { state: true } };
  static override styles = base;

  /** What is read out: somebody waits, or has answered. */
  news = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #live = new Use(this, liveContext);
  /** What answers transfers stays when the last is gone, for it still says what became of the answer. */
  #answering = false;
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
    load: async () => (await this.#client.value.query(transfers, { filter: UNDECIDED, first: 100 })).nodes,
  });
  readonly #counts = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(inboxCounts, {}),
  });

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

  override updated(): void {
    this.tell('desk-badge', {
      page: 'inbox/:view?/:id?',
      count: (this.#counts.value?.queued ?? 0) + (this.#counts.value?.unread ?? 0),
    });
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
    // Shown: the announcement that somebody waits, which is no more than what the list shows.
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
    const news: Readonly<Partial<Record<TransferItem['state'], Toast>>> = {
      ACCEPTED: { kind: 'ok', text: words.offerAccepted(name) },
      DECLINED: { kind: 'warn', text: words.offerDeclined(name) },
      EXPIRED: { kind: 'warn', text: words.offerExpired },
    };
    const told = news[transfer.state];
    if (told) toast(this, told);
  }

  #onAnswered = ({ detail }: CustomEvent<TransferItem>) => this.#hearTransfer(detail);

  override render() {
    const open = openOf(this.#transfers.value ?? [], this.#heardTransfers);
    if (open.length > 0) this.#answering = true;
    return html`<p class="visually-hidden" role="status">${this.news}</p>
    <div
      role="region"
      aria-label=${this.words(inboxWords).transfer}
      aria-live="polite"
      @desk-answered=${this.#onAnswered}
      @desk-stale=${() => void this.#transfers.reload()}
    >
      ${
        this.#answering
          ? html`<desk-admin-lazy quiet .tag=${'desk-admin-transfer-offers'} .load=${loadOffers}
            .values=${{ transfers: open }}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }
}

define('desk-admin-offers', DeskOffers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-offers': DeskOffers;
  }
}
