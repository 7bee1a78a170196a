/** @module Transfers that wait for the viewer's word: offered to them or to anybody, or to be approved. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import { RowOffers } from '../../desk/offers.ts';
import type { TransferItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { sentenceOf } from '../../kit/problem.ts';
import { toast } from '../../kit/toast.ts';
import { acceptTransfer, approveTransfer, conversation, declineTransfer } from './data.ts';
import { customerName } from './names.ts';
import { pathOf } from './query.ts';
import { inboxWords } from './words.ts';

const ACCEPT = 'acceptTransfer';
const APPROVE = 'approveTransfer';
const DECLINE = 'declineTransfer';

/**
 * @summary Open transfers that the viewer may answer.
 * @event {TransferItem} desk-answered - The transfer after the viewer's answer.
 * @event desk-stale - The answer was refused: the transfers are to be asked for again.
 */
export class DeskTransferOffers extends DeskElement {
  static override properties = { transfers: { attribute: false }, names: { state: true } };
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

  /** Every open transfer that the viewer sees. */
  transfers: readonly TransferItem[] = [];
  /** Customers' names by conversation. */
  names: Readonly<Record<string, string>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Transfer',
    rows: () => this.transfers,
  });

  constructor() {
    super();
    new SecondHand(this);
  }

  override willUpdate(): void {
    for (const { conversationId } of this.#mine())
      if (!(conversationId in this.names)) void this.#learnName(conversationId);
  }

  async #learnName(id: string): Promise<void> {
    this.names = { ...this.names, [id]: '…' };
    const item = await this.#client.value.query(conversation, { id }).catch(() => null);
    if (item) this.names = { ...this.names, [id]: customerName(item, this.language) };
  }

  /** Transfers that the desk lets the viewer accept or approve. */
  #mine(): readonly TransferItem[] {
    return this.transfers.filter((transfer) =>
      [ACCEPT, APPROVE].some((action) => this.#offers.allows(transfer, action)),
    );
  }

  async #answer(transfer: TransferItem, document: typeof acceptTransfer, text: string): Promise<void> {
    const answer = await this.#act.run(this.#client.value, document, { id: transfer.id });
    const { problem } = this.#act;
    if (problem) toast(this, { kind: 'danger', text: sentenceOf(problem, this.language) });
    if (problem) this.tell('desk-stale');
    if (!answer) return;
    this.tell('desk-answered', answer);
    toast(this, { kind: 'ok', text });
    if (document === acceptTransfer) this.#navigation.value.go(pathOf({ view: 'mine' }, transfer.conversationId));
  }

  override render() {
    return repeat(
      this.#mine(),
      ({ id }) => id,
      (transfer) => this.#renderOffer(transfer),
    );
  }

  #renderOffer(transfer: TransferItem) {
    const words = this.words(inboxWords);
    const name = this.names[transfer.conversationId] ?? '…';
    const from = nameOf(this.#directory.maybe, transfer.fromUserId);
    const approval = this.#offers.allows(transfer, APPROVE);
    const title = approval
      ? words.approvalTitle(name, from)
      : transfer.toUserId
        ? words.offerTitle(name, from)
        : words.offerAny(name, from);
    const { dueAt } = transfer;
    const left = dueAt && words.minutesLeft(Math.ceil((Date.parse(dueAt) - deskNow()) / 60_000));
    const about = [this.language.code('TransferReason', transfer.reason), transfer.summary, transfer.note, left];
    return html`<article>
      ${icon('transfer')}
      <div class="words">
        <strong>${title}</strong>
        <p class="small">${about.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="row wrap">
        <a class="button"
          href=${this.#navigation.value.href(pathOf({ view: 'open' }, transfer.conversationId))}>${words.view}</a>
        ${
          approval
            ? html`<button class="button primary" type="button"
              @click=${() => void this.#answer(transfer, approveTransfer, words.approved)}>${words.approve}</button>`
            : html`<button class="button primary" type="button"
              @click=${() => void this.#answer(transfer, acceptTransfer, words.accepted)}>${words.accept}</button>`
        }
        ${
          this.#offers.allows(transfer, DECLINE)
            ? html`<button class="button" type="button"
              @click=${() => void this.#answer(transfer, declineTransfer, words.declined)}>${words.decline}</button>`
            : nothing
        }
      </div>
    </article>`;
  }
}

define('desk-admin-transfer-offers', DeskTransferOffers);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-transfer-offers': DeskTransferOffers;
  }
}
