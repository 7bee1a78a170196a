import { MY_CONVERSATIONS, type DeskConversation } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import { deskNow } from '../connection/desk-clock.ts';
import { isOpen } from '../connection/connection-state.ts';
import type { DeskConnection } from '../connection/connection.ts';
import { base } from '../elements/base-styles.ts';
import { dayLabel } from '../elements/day-label.ts';
import { define } from '../elements/define.ts';
import type { Texts } from '../texts/texts.ts';

/**
 * The shopper's conversations, newest first, and the way to a new one.
 *
 * @summary List of conversations.
 * @event {CustomEvent<{ conversation: DeskConversation | undefined }>} desk-choose - One was chosen; undefined: a new
 * one.
 */
export class DeskHistory extends LitElement {
  static override properties = {
    connection: { attribute: false },
    texts: { attribute: false },
    _rows: { state: true },
    _failed: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        padding: 8px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        flex: 1;
      }
      li button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 2px 10px;
        inline-size: 100%;
        padding: 12px;
        text-align: start;
      }
      li button:hover {
        background: var(--desk-raised);
      }
      .preview {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        font-weight: 500;
      }
      .muted,
      p {
        color: var(--desk-muted);
        font-size: 13px;
      }
      p {
        text-align: center;
        padding: 24px;
      }
      .new,
      .again {
        padding: 11px;
        margin: 6px;
        border-color: var(--desk-muted);
        text-align: center;
      }
    `,
  ];
  declare connection: DeskConnection;
  declare texts: Texts;
  declare _rows: readonly DeskConversation[] | undefined;
  declare _failed: boolean;

  constructor() {
    super();
    this._failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  override render() {
    const { texts, _rows } = this;
    if (this._failed)
      return html`<p role="alert">${texts.history.failed}</p><button type="button" class="again"
        @click=${this.#load}>${texts.retry}</button>`;
    if (!_rows) return html`<p role="status">${texts.panel.connecting}</p>`;
    return html`${_rows.length > 0 ? html`<ul>${_rows.map((row) => this.#renderRow(row))}</ul>` : html`<p>${texts.history.empty}</p>`}
      ${_rows.some(isOpen) ? nothing : html`<button type="button" class="new" @click=${() => this.#choose(undefined)}>${texts.history.start}</button>`}`;
  }

  #renderRow(row: DeskConversation) {
    const { texts } = this;
    const unread = row.unreadForCustomer > 0 ? ` · ${texts.history.unread(row.unreadForCustomer)}` : '';
    return html`<li>
      <button type="button" @click=${() => this.#choose(row)}>
        <span class="preview"><bdi>${row.preview || texts.conversation}</bdi></span>
        <span class="muted">${dayLabel(row.lastMessageAt, texts, deskNow())}</span>
        <span class="muted">${isOpen(row) ? texts.history.open : texts.history.closed}${unread}</span>
      </button>
    </li>`;
  }

  #choose(conversation: DeskConversation | undefined): void {
    this.dispatchEvent(new CustomEvent('desk-choose', { detail: { conversation }, bubbles: true, composed: true }));
  }

  readonly #load = async (): Promise<void> => {
    this._failed = false;
    try {
      const { nodes } = await this.connection.authorised(() =>
        this.connection.client.query(MY_CONVERSATIONS, { first: 50 }),
      );
      this._rows = nodes;
    } catch {
      this._failed = true;
    }
  };
}

define('desk-history', DeskHistory);
