/**
 * @module One order with everything about it, on its page and beside a conversation: what was bought and sent, what can
 * be done with it and why not, the remarks on it and the changes that were asked for.
 */
import { css, html, nothing } from 'lit';
import { SEND_MESSAGE, newId } from '@shopdesk/core/client';
import { Act } from '../../desk/act.ts';
import { clientContext, liveContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import '../../desk/panels.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { orderSide, type OrderSubject } from '../../desk/slots.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import {
  buyerConversations,
  order,
  orderBuyer,
  orderOptions,
  remarksOfOrder,
  requests,
  type BuyerConversation,
  type Change,
  type OrderBuyer,
  type OrderOptions,
  type Remark,
  type Request,
  type ShopOrder,
} from './data.ts';
import { flagMark, flagStyle, statusChip } from './looks.ts';
import { optionsSection, optionStyle } from './options-section.ts';
import {
  addressText,
  goodsSection,
  historySection,
  paymentsSection,
  sectionStyle,
  shipmentsSection,
} from './order-sections.ts';
import './remarks.ts';
import './requests.ts';
import { orderWords } from './words.ts';

export interface OrderFile {
  readonly order: ShopOrder;
  readonly buyer: OrderBuyer;
  readonly options: OrderOptions;
  readonly remarks: readonly Remark[];
  readonly requests: readonly Request[];
  readonly conversations: readonly BuyerConversation[];
}

/**
 * @summary An order and what can be done with it.
 * @event {OrderFile} desk-order-loaded - The order is known.
 */
export class DeskOrderFile extends DeskElement {
  static override properties = {
    storeId: {},
    orderId: {},
    conversationId: {},
    compact: { type: Boolean, reflect: true },
    change: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    facts.style,
    flagStyle,
    sectionStyle,
    optionStyle,
    css`
      :host([compact]) .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      :host([compact]) .card {
        border: 0;
        padding: 0;
        background: none;
      }
      :host([compact]) .only-page {
        display: none;
      }
      .head {
        margin-block-end: 0.75rem;
      }
      desk-admin-panels {
        display: grid;
        gap: 0.875rem;
      }
      .panel {
        display: grid;
        gap: 0.75rem;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
        background: var(--surface);
        min-inline-size: 0;
      }
      :host([compact]) .panel {
        padding: 0;
        border: 0;
      }
    `,
  ];

  storeId = '';
  orderId = '';
  /** The conversation beside which it is shown. */
  conversationId = '';
  compact = false;
  change: Change | '' = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #act = new Act(this);
  readonly #file = new Loader(this, {
    args: () => (this.storeId && this.orderId ? ([this.storeId, this.orderId] as const) : undefined),
    load: ([storeId, orderId]) => this.#load(storeId, orderId),
  });

  constructor() {
    super();
    new RecordWatch(this, this.#live, {
      entities: ['OrderRemark', 'OrderServiceRequest', 'OrderWatch'],
      changed: () => void this.#file.reload(),
    });
  }

  async #load(storeId: string, orderId: string): Promise<OrderFile> {
    const client = this.#client.value;
    const key = { storeId, orderId };
    const filter = { storeId: { eq: storeId }, orderId: { eq: orderId } };
    const [found, buyer, options, remarks, asked] = await Promise.all([
      client.query(order, key),
      client.query(orderBuyer, key),
      client.query(orderOptions, key),
      client.query(remarksOfOrder, { ...key, last: 100 }),
      client.query(requests, { filter, first: 20 }),
    ]);
    const file = {
      order: found,
      buyer,
      options,
      remarks: remarks.nodes,
      requests: asked.nodes,
      conversations: await this.#conversations(buyer),
    };
    this.tell('desk-order-loaded', file);
    return file;
  }

  /** Beside a conversation, and for those who may not read them, there are none to show. */
  async #conversations({ customerId }: OrderBuyer): Promise<readonly BuyerConversation[]> {
    if (!customerId || this.compact || !can(this.#viewer.value, 'conversation.read')) return [];
    return (
      await this.#client.value.query(buyerConversations, { filter: { customerId: { eq: customerId } }, first: 3 })
    ).nodes;
  }

  async #post(): Promise<void> {
    try {
      await this.#client.value.mutate(SEND_MESSAGE, {
        input: { conversationId: this.conversationId, clientMsgId: newId(), card: { type: 'ORDER', id: this.orderId } },
      });
      toast(this, { kind: 'ok', text: this.words(orderWords).posted });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #done(): void {
    void this.#file.reload();
  }

  override render() {
    if (this.#file.problem?.code === 'NOT_FOUND')
      return emptyState({ icon: 'search', title: this.words(orderWords).missing });
    return html`${loaded(this.#file, this.language, (file) => this.#renderFile(file))}`;
  }

  #renderFile(file: OrderFile) {
    const words = this.words(orderWords);
    const { language } = this;
    const flag = file.remarks.at(-1)?.flag;
    return html`${this.compact ? nothing : html`<div class="row wrap head">${statusChip(file.order, language)}${flagMark(flag, language)}<span class="muted small">${language.full(file.order.placedAt)}</span></div>`}
      <div class="columns">
        <div class="stack">
          <section class="card padded">${this.#renderTitle(words.goods)}${goodsSection(file.order, language)}${this.#renderEnd(file.order)}</section>
          <section class="card padded">${this.#renderTitle(words.shipments)}${shipmentsSection(file.order, language)}</section>
          <section class="card padded only-page"><h2>${words.payments}</h2>${paymentsSection(file.order, file.buyer, language)}</section>
          <section class="card padded only-page"><h2>${words.history}</h2>${historySection(file.order, language)}</section>
        </div>
        <div class="stack">${this.#renderSide(file)}</div>
      </div>
      ${this.change ? this.#renderDialog(file, this.change) : nothing}`;
  }

  /** Beside a conversation it stands below the heading of its panel. */
  #renderTitle(title: string) {
    return this.compact ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`;
  }

  #renderEnd({ cancelReason, returns }: ShopOrder) {
    const words = this.words(orderWords);
    return html`${cancelReason ? facts([[words.cancelledBecause, cancelReason]]) : nothing}${returns.length > 0 ? html`<p class="muted">${words.returnsOf(returns.length)}</p>` : nothing}`;
  }

  #renderSide(file: OrderFile) {
    const words = this.words(orderWords);
    const { language, storeId, orderId } = this;
    const subject: OrderSubject = {
      storeId,
      orderId,
      customerId: file.buyer.customerId,
      conversationId: this.conversationId || null,
    };
    const mayChange = can(this.#viewer.value, 'order.change');
    return html`<section class="card padded not-printed">
        ${this.#renderTitle(words.what)}
        ${mayChange ? optionsSection(file.options.options, language, (change) => (this.change = change)) : html`<p class="muted">${words.noChangeRight}</p>`}
        ${this.conversationId && can(this.#viewer.value, 'customer.reply') ? html`<button class="button" type="button" aria-disabled=${this.#act.busy} @click=${() => void this.#post()}>${icon('send', 'small')}${words.post}</button>` : nothing}
      </section>
      <desk-admin-panels .place=${orderSide} .subject=${subject} ?deep=${this.compact}></desk-admin-panels>
      <section class="card padded">
        ${this.#renderTitle(words.remarks)}
        <desk-admin-order-remarks .storeId=${storeId} .orderId=${orderId} .remarks=${file.remarks}
          @desk-changed=${() => this.#done()}></desk-admin-order-remarks>
      </section>
      ${
        file.requests.length > 0
          ? html`<section class="card padded">${this.#renderTitle(words.requests)}<desk-admin-order-requests
            .requests=${file.requests} @desk-changed=${() => this.#done()}></desk-admin-order-requests></section>`
          : nothing
      }
      <section class="card padded">
        ${this.#renderTitle(words.buyer)}
        ${facts([
          [
            words.buyer,
            file.buyer.customerId
              ? html`<a href=${this.#navigation.value.href(`/customers/${file.buyer.customerId}`)}>${file.buyer.name}</a>`
              : file.buyer.name,
          ],
          [words.address, addressText(file.order.address) || html`<span class="muted">${words.addressHidden}</span>`],
        ])}
        ${this.#renderConversations(file.conversations)}
      </section>`;
  }

  #renderConversations(conversations: readonly BuyerConversation[]) {
    if (conversations.length === 0) return nothing;
    const { language } = this;
    return html`<h3>${this.words(orderWords).conversations}</h3>
      <ul class="lines">${conversations.map(({ id, state, preview, lastMessageAt }) => html`<li><a class="ellipsis" href=${this.#navigation.value.href(`/inbox/open/${id}`)}>${preview || language.code('ConversationState', state)}</a> <span class="muted small">${language.code('ConversationState', state)}${lastMessageAt ? html` · ${language.moment(lastMessageAt)}` : nothing}</span></li>`)}</ul>`;
  }

  #renderDialog({ order: now, buyer, options }: OrderFile, change: Change) {
    const { storeId, conversationId } = this;
    return html`<desk-admin-lazy
      .tag=${'desk-admin-order-change'}
      .load=${() => import('./change-dialog.ts')}
      .values=${{ storeId, conversationId, order: now, buyer, change, reasons: options.cancelReasons, onOwnAccord: options.onOwnAccord }}
      @desk-changed=${() => this.#done()}
      @desk-closed=${() => (this.change = '')}
    ></desk-admin-lazy>`;
  }
}

define('desk-admin-order-file', DeskOrderFile);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-order-file': DeskOrderFile;
  }
}
