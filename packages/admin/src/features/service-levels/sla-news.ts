/**
 * @module Tells whom it concerns that a customer waits too long: the owner when little time is left, the shift lead at
 * the breach, the supervisor when nothing happens.
 */
import { nothing } from 'lit';
import { directoryContext, liveContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { toast } from '../../kit/toast.ts';
import { serviceLevelWords } from './words.ts';

const RANK = { NONE: 0, RUNNING: 0, WARNED: 1, BREACHED: 2, ESCALATED: 3 } as const;

export class DeskSlaNews extends DeskElement {
  readonly #viewer = new Use(this, viewerContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  /** The highest level told for each limit, so that later changes of the row are no news. */
  readonly #told = new Map<string, { readonly dueAt: string; readonly rank: number }>();
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#live.value.on('conversation', (item) => this.#hear(item));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  #hear(item: ConversationItem): void {
    const rank = RANK[item.slaState];
    const known = this.#told.get(item.id);
    if (!item.slaDueAt || rank === 0) return void this.#told.delete(item.id);
    if (known?.dueAt === item.slaDueAt && known.rank >= rank) return;
    this.#told.set(item.id, { dueAt: item.slaDueAt, rank });
    if (this.#concerns(item)) this.#tell(item);
  }

  #concerns({ slaState, ownerId }: ConversationItem): boolean {
    const me = this.#viewer.value;
    if (ownerId === me.id) return slaState !== 'ESCALATED';
    const has = (...roles: string[]) => roles.some((role) => me.roles.includes(role));
    if (!can(me, 'conversation.assign')) return false;
    return slaState === 'BREACHED' ? has('TL') : slaState === 'ESCALATED' && has('SV', 'MG');
  }

  #tell(item: ConversationItem): void {
    const words = this.words(serviceLevelWords);
    const name = item.customerName || `…${item.customerId.slice(-4)}`;
    const owner = item.ownerId ? nameOf(this.#directory.maybe, item.ownerId) : words.nobody;
    const text = { WARNED: words.warnedNews(name), BREACHED: words.breachedNews(name, owner), ESCALATED: words.escalatedNews(name, owner) }[item.slaState as 'WARNED'];
    const run = () => this.#navigation.value.go(`/inbox/open/${item.id}`);
    toast(this, item.slaState === 'WARNED' ? { kind: 'warn', text } : { kind: 'danger', text, action: { label: words.open, run } });
  }

  override render() {
    return nothing;
  }
}

define('desk-admin-sla-news', DeskSlaNews);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-sla-news': DeskSlaNews;
  }
}
