/** @module The tickets of a customer beside the conversation, newest first. */
import { css, html, nothing } from 'lit';
import { clientContext, liveContext, navigationContext, Use } from '../../desk/contexts.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { ticketsOf, type TicketItem } from './data.ts';
import { ticketWords } from './words.ts';

export class DeskTicketsPanel extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    states,
    css`
      ul {
        display: grid;
        gap: 0.5rem;
      }
      a {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare subject: ConversationItem;
  readonly #client = new Use(this, clientContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #tickets = new Loader(this, {
    args: () => (this.subject ? ([this.subject.customerId, this.subject.storeId] as const) : undefined),
    load: async ([customerId, storeId]) =>
      (
        await this.#client.value.query(ticketsOf, {
          filter: { customerId: { eq: customerId }, storeId: { eq: storeId } },
          first: 10,
        })
      ).nodes,
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: ['Ticket'],
      changed: () => void this.#tickets.reload(),
    });
  }

  override render() {
    return loaded(this.#tickets, this.language, (tickets) =>
      tickets.length === 0
        ? html`<p class="muted">${this.words(ticketWords).noTickets}</p>`
        : html`<ul>${tickets.map((ticket) => this.#renderTicket(ticket))}</ul>`,
    );
  }

  #renderTicket({ id, number, subject, state, sleepUntil }: TicketItem) {
    const { language } = this;
    const words = this.words(ticketWords);
    return html`<li>
      <a href=${this.#navigation.value.href(`/tickets/${id}`)}>${number} · ${subject}</a>
      <p class="small muted">${language.code('TicketState', state)}${
        sleepUntil ? html` · ${icon('moon', 'small')} ${words.asleep(language.moment(sleepUntil))}` : nothing
      }</p>
    </li>`;
  }
}

define('desk-admin-tickets-panel', DeskTicketsPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-tickets-panel': DeskTicketsPanel;
  }
}
