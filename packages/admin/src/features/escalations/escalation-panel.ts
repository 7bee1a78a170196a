/**
 * @module The escalations of one conversation beside it, newest first.
 */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { escalations, type EscalationItem } from './data.ts';
import { escalationWords } from './words.ts';

export class DeskEscalationPanel extends DeskElement {
  static override properties = { subject: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    css`
      li + li {
        margin-block-start: 0.75rem;
      }
      p {
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare subject: ConversationItem;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #list = new Loader(this, {
    args: () => (this.subject ? ([this.subject.id, this.subject.level, this.subject.escalatedTo] as const) : undefined),
    load: async ([id]) =>
      (await this.#client.value.query(escalations, { filter: { conversationId: { eq: id } }, first: 10 })).nodes,
  });

  override render() {
    return loaded(this.#list, this.language, (list) =>
      list.length === 0
        ? html`<p class="muted">${this.words(escalationWords).empty}</p>`
        : html`<ul>${list.map((item) => this.#renderItem(item))}</ul>`,
    );
  }

  #renderItem(item: EscalationItem) {
    const words = this.words(escalationWords);
    const answer = item.decidedById
      ? `${this.language.code('EscalationState', item.state)}: ${nameOf(this.#directory.maybe, item.decidedById)}`
      : this.language.code('EscalationState', item.state);
    return html`<li>
      <p><strong>${words.levels[item.level as 2]}</strong> · ${answer}</p>
      <p class="small muted">${nameOf(this.#directory.maybe, item.requestedById)} · ${this.language.moment(item.requestedAt)} · ${item.reason}</p>
      <p class="small">${item.summary}</p>
      ${item.declineReason ? html`<p class="small">${words.answer}: ${item.declineReason}</p>` : nothing}
    </li>`;
  }
}

define('desk-admin-escalation-panel', DeskEscalationPanel);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-escalation-panel': DeskEscalationPanel;
  }
}
