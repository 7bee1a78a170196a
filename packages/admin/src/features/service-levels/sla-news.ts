/**
 * @module Tells whom it concerns that a customer waits too long: the owner when little time is left, the shift lead at
 * the breach, the supervisor when nothing happens.
 */
import { nothing } from 'lit';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { can } from '../../desk/viewer.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { toast } from '../../kit/toast.ts';
import { overdueConversations } from './data.ts';
import { serviceLevelWords } from './words.ts';

const RANK = { NONE: 0, RUNNING: 0, WARNED: 1, BREACHED: 2, ESCALATED: 3 } as const;

const MOST_COUNTED = 20;

/** Who is told of a level: the owner, and those who have a permission. */
const TOLD: Partial<Record<ConversationItem['slaState'], { readonly owner?: 'owner'; readonly permission?: string }>> =
  {
    WARNED: { owner: 'owner' },
    BREACHED: { owner: 'owner', permission: 'sla.hearBreach' },
    ESCALATED: { permission: 'sla.hearEscalation' },
  };
const LOOKS: Partial<Record<ConversationItem['slaState'], 'warn'>> = { WARNED: 'warn' };

export class DeskSlaNews extends DeskElement {
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #live = new Use(this, liveContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  /** The highest level told for each limit, so that later changes of the row are no news. */
  readonly #told = new Map<string, { readonly dueAt: string; readonly rank: number }>();
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [
      this.#live.value.on('conversation', (item) => this.#hear(item)),
      this.#live.value.on('resync', () => void this.#lookBack()),
    ];
    void this.#lookBack();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  /** What became late while the panel was closed or cut off: one line for a lead, who sees the rest in the list. */
  async #lookBack(): Promise<void> {
    if (!can(this.#viewer.value, 'conversation.assign')) return;
    // Lost news is no reason for an alarm: the list shows the same.
    const found = await this.#client.value
      .query(overdueConversations, { filter: { slaState: { in: ['BREACHED', 'ESCALATED'] } }, first: MOST_COUNTED })
      .catch(() => undefined);
    if (!found || found.nodes.length === 0 || !this.isConnected) return;
    const words = this.words(serviceLevelWords);
    const count = `${found.nodes.length}${found.pageInfo.hasNextPage ? '+' : ''}`;
    toast(this, {
      kind: 'warn',
      text: words.overdueNews(count),
      action: { label: words.open, run: () => this.#navigation.value.go('/inbox/open?risk=OVERDUE') },
    });
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
    const { owner, permission } = TOLD[slaState] ?? {};
    return ownerId === me.id ? owner !== undefined : permission !== undefined && can(me, permission);
  }

  #tell(item: ConversationItem): void {
    const words = this.words(serviceLevelWords);
    const name = item.customerName || `…${item.customerId.slice(-4)}`;
    const owner = item.ownerId ? nameOf(this.#directory.maybe, item.ownerId) : words.nobody;
    const text = {
      WARNED: words.warnedNews(name),
      BREACHED: words.breachedNews(name, owner),
      ESCALATED: words.escalatedNews(name, owner),
    }[item.slaState as 'WARNED'];
    const run = () => this.#navigation.value.go(`/inbox/open/${item.id}`);
    toast(
      this,
      LOOKS[item.slaState] === 'warn'
        ? { kind: 'warn', text }
        : { kind: 'danger', text, action: { label: words.open, run } },
    );
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
