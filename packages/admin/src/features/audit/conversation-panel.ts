import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { describe } from '../../records/description.ts';
import { auditEvents, type AuditItem } from './data.ts';
import { actionTitle, actorName, transition, type EntryContext } from './entry.ts';
import { auditWords } from './words.ts';

const SHOWN = 10;

/** @summary The newest changes of one conversation, beside it. */
export class DeskConversationAudit extends DeskElement {
  static override properties = { subject: { attribute: false }, opened: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    css`
      summary {
        cursor: pointer;
        color: var(--accent-ink);
      }
      li {
        display: grid;
        gap: 0.125rem;
        padding-block: 0.375rem;
        border-block-end: 1px solid var(--line);
      }
    `,
  ];

  declare subject: ConversationItem;
  opened = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #entries = new Loader(this, {
    args: () =>
      this.opened && this.subject ? ([this.subject.id, this.subject.state, this.subject.ownerId] as const) : undefined,
    load: async ([id]) => {
      const client = this.#client.value;
      const [desk, { nodes, pageInfo }] = await Promise.all([
        describe(client, this.#viewer.value.id),
        client.query(auditEvents, { filter: { entity: { eq: 'Conversation' }, entityId: { eq: id } }, first: SHOWN }),
      ]);
      return { desk, nodes, more: pageInfo.hasNextPage };
    },
  });

  override render() {
    const words = this.words(auditWords);
    return html`<details @toggle=${(event: Event) => (this.opened = (event.target as HTMLDetailsElement).open)}>
      <summary>${words.title}</summary>
      ${
        this.opened
          ? loaded(this.#entries, this.language, ({ desk, nodes, more }) => {
              const context: EntryContext = { language: this.language, directory: this.#directory.value, desk };
              if (nodes.length === 0) return html`<p class="muted">${words.none}</p>`;
              return html`<ol>${nodes.map((item) => this.#renderEntry(item, context))}</ol>
              ${more ? html`<a href=${this.#navigation.value.href(`/audit?entity=Conversation&id=${this.subject.id}`)}>${words.title}</a>` : nothing}`;
            })
          : nothing
      }
    </details>`;
  }

  #renderEntry(item: AuditItem, context: EntryContext) {
    return html`<li>
      <span class="row between"><strong class="small">${actionTitle(item.action, context)}</strong><time
        class="muted small numeric" datetime=${item.at} title=${this.language.exact(item.at)}>${this.language.moment(item.at)}</time></span>
      <span class="row wrap small"><bdi
        class="muted">${actorName(item, context)}</bdi>${transition(item, context)}</span>
      ${item.reason ? html`<q class="small">${item.reason}</q>` : nothing}
    </li>`;
  }
}

define('desk-admin-conversation-audit', DeskConversationAudit);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-conversation-audit': DeskConversationAudit;
  }
}
