/**
 * @module One conversation in the list: a link, so that it opens in a new tab and is read as one.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { nameOf, type Directory } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { avatar } from '../../kit/avatar.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { holdChip } from './hold-chip.ts';
import { levelChip } from './level-chip.ts';
import { customerName, priorityChip, stateChip } from './names.ts';
import type { InboxView } from './query.ts';
import type { Signals } from './signals.ts';
import { isWaiting } from './waiting.ts';
import { inboxWords } from './words.ts';

/** Height of a row in CSS pixels; the virtual list relies on it. */
export const ROW_HEIGHT = 84;

export interface RowOptions {
  readonly item: ConversationItem;
  readonly view: InboxView;
  readonly href: string;
  readonly current: boolean;
  readonly position: number;
  readonly size: number;
  readonly me: string;
  readonly language: Language;
  readonly directory: Directory;
  readonly signals: Signals;
}

export function conversationRow(options: RowOptions): TemplateResult {
  const { item, href, current, position, size, language } = options;
  const words = language.words(inboxWords);
  const name = customerName(item, language);
  return html`<li aria-setsize=${size} aria-posinset=${position + 1}>
    <a class="conversation" href=${href} data-id=${item.id} aria-current=${current ? 'true' : nothing}>
      ${avatar(name)}
      <span class="line">
        <strong class="ellipsis grow">${name}</strong>
        ${
          isWaiting(item)
            ? html`<desk-admin-waiting .item=${item}></desk-admin-waiting>`
            : html`<time class="muted small numeric" datetime=${item.lastMessageAt}
              title=${language.full(item.lastMessageAt)}>${language.moment(item.lastMessageAt)}</time>`
        }
      </span>
      <span class="line">
        ${previewText(options)}
        ${item.unreadForStaff > 0 ? html`<span class="badge" role="img" aria-label=${words.unread(item.unreadForStaff)}>${Math.min(99, item.unreadForStaff)}</span>` : nothing}
      </span>
      <span class="line chips">${chips(options)}</span>
    </a>
  </li>`;
}

function previewText({ item, language, signals }: RowOptions): TemplateResult {
  const words = language.words(inboxWords);
  if (signals.of(item.id, 'TYPING').some(({ side }) => side === 'CUSTOMER'))
    return html`<span class="ellipsis grow typing">${words.typing}</span>`;
  const mine = item.lastSender === 'AGENT' ? '↩ ' : '';
  return html`<span
    class="ellipsis grow muted ${item.unreadForStaff > 0 ? 'fresh' : ''}">${mine}${item.preview || '–'}</span>`;
}

function chips({ item, view, me, language, directory, signals }: RowOptions): TemplateResult {
  const words = language.words(inboxWords);
  const looking = signals.of(item.id, 'VIEWING').map(({ name }) => name);
  return html`${view === 'queue' || view === 'offline' ? nothing : html`<span class=${stateChip(item.state)}>${language.code('ConversationState', item.state)}</span>`}
  ${item.priority === 'P4' ? nothing : html`<span class=${priorityChip(item.priority)}>${item.priority}</span>`}
  ${holdChip(item, language)} ${levelChip(item, language)}
  ${item.ownerId && item.ownerId !== me ? html`<span class="chip">${icon('person', 'small')}<span class="ellipsis">${nameOf(directory, item.ownerId)}</span></span>` : nothing}
  ${item.channel === 'WEB_CHAT' ? nothing : html`<span class="chip">${language.code('Channel', item.channel)}</span>`}
  ${directory.stores.size > 1 ? html`<span class="chip ellipsis">${directory.stores.get(item.storeId)?.name ?? ''}</span>` : nothing}
  ${looking.length > 0 ? html`<span class="chip info" title=${words.viewing(language.list(looking))}>${icon('eye', 'small')}<span class="ellipsis">${language.list(looking)}</span></span>` : nothing}`;
}

export const rowStyle = css`
  .conversation {
    display: grid;
    grid-template: repeat(3, auto) / auto minmax(0, 1fr);
    align-content: center;
    gap: 0.125rem 0.625rem;
    block-size: 84px;
    padding: 0 0.75rem;
    border-block-end: 1px solid var(--line);
    border-inline-start: 3px solid transparent;
    color: inherit;
    text-decoration: none;
    overflow: hidden;
  }
  .conversation:hover {
    background: var(--hover);
  }
  .conversation:focus-visible {
    outline-offset: -3px;
  }
  .conversation[aria-current] {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }
  .conversation[aria-current] .chip {
    background: var(--surface);
  }
  .conversation > .avatar {
    grid-row: 1 / 4;
    align-self: center;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    min-inline-size: 0;
    grid-column: 2;
  }
  .chips {
    overflow: hidden;
    min-block-size: 1.375rem;
    block-size: 1.375rem;
  }
  .chips .chip {
    max-inline-size: 9rem;
  }
  .fresh {
    color: var(--ink);
    font-weight: 550;
  }
  .typing {
    color: var(--accent-ink);
    font-style: italic;
  }
`;
