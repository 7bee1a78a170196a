/**
 * @module The inbox of one tenant as told to everybody in this process who watches it: conversations, transfers, staff
 * and signals of the stores a person sees. It has no cursor; who comes back loads his list again.
 */
import { Conversation, isSame, Message, type BaseRow, type DeskStore, type Entity, type Signal } from '@shopdesk/core';
import { Broadcast, type Gathering, type Hearing } from './broadcast.ts';
import { topicsOf, type Delivery, type LiveRow } from './delivery.ts';
import { sees, type ConversationRow, type LiveEvent } from './live-event.ts';
import type { Shape, Sink } from './sink.ts';

/** More changes than this are not told one by one after an interruption: everybody loads his list again. */
const MAX_MISSED = 500;

/**
 * Each message changes its conversation, and a list of conversations shows how they are: twenty changes a second are as
 * many as anybody can follow.
 */
const GATHERING: Gathering = { ms: 50, subject: subjectOf };

function subjectOf(event: LiveEvent): string | undefined {
  switch (event.kind) {
    case 'conversation':
      return `conversation ${event.conversation.id}`;
    case 'told':
    case 'record':
      return `${event.entity.name} ${event.row.id}`;
    default:
      return undefined;
  }
}

/** Told in events of their own, or in the conversation they belong to. */
const OWN_EVENTS: readonly Entity[] = [Conversation, Message];

/** The store, or the stores, of a row. */
interface Whereabouts {
  readonly storeId?: string;
  readonly storeIds?: readonly string[];
}

export class InboxFeed {
  readonly #tenantId: string;
  readonly #store: DeskStore;
  readonly #again: readonly Entity[];
  /** By the store that is asked for; '' for all that the person sees. */
  readonly #byStore = new Map<string, Broadcast>();

  /** @param entities all of the desk; those that are told whole are told again after an interruption */
  constructor(tenantId: string, store: DeskStore, entities: readonly Entity[]) {
    this.#tenantId = tenantId;
    this.#store = store;
    this.#again = [Conversation, ...entities.filter(({ told }) => told)];
  }

  get isEmpty(): boolean {
    return this.#byStore.size === 0;
  }

  async follow<F>(shape: Shape<F>, sink: Sink<F>, storeId: string | undefined): Promise<() => void> {
    const key = storeId ?? '';
    const broadcast = this.#byStore.get(key) ?? new Broadcast(hears, GATHERING);
    this.#byStore.set(key, broadcast);
    const member = broadcast.join(shape, sink);
    await member.goLive();
    return () => {
      member.leave();
      if (broadcast.isEmpty) this.#byStore.delete(key);
    };
  }

  hear({ rows, signals }: Delivery): void {
    for (const row of rows) this.#hearRow(row);
    for (const { tenantId, signal } of signals)
      if (tenantId === this.#tenantId) this.#tell({ kind: 'signal', signal }, [signal.storeId]);
  }

  #hearRow({ entity, row }: Pick<LiveRow, 'entity' | 'row'>): void {
    if (row.tenantId !== this.#tenantId) return;
    if (isSame(entity, Conversation))
      this.#tell({ kind: 'conversation', conversation: row as ConversationRow }, [(row as ConversationRow).storeId]);
    const { storeId, storeIds } = row as BaseRow & Whereabouts;
    if (OWN_EVENTS.some((own) => isSame(own, entity))) return;
    if (entity.told && (storeId || storeIds)) this.#tell({ kind: 'told', entity, row }, storeIds ?? [storeId ?? '']);
    else if (storeId) this.#tell({ kind: 'record', entity, row }, [storeId]);
  }

  /** No store at all means every store. */
  #tell(event: LiveEvent, storeIds: readonly string[]): void {
    for (const [storeId, broadcast] of this.#byStore)
      if (!storeId || storeIds.length === 0 || storeIds.includes(storeId)) broadcast.tell(event);
  }

  /** What has changed since an instant; when that is too much, everybody is sent to load his list again. */
  async resync(since: string): Promise<readonly LiveRow[]> {
    const changed = await Promise.all(this.#again.map((entity) => this.#changedSince(entity, since)));
    const rows = changed.flat();
    if (rows.length > MAX_MISSED) this.close();
    return rows.length > MAX_MISSED ? [] : rows;
  }

  async #changedSince(entity: Entity, since: string): Promise<LiveRow[]> {
    const where = [{ updatedAt: { gte: since } }];
    const rows = await this.#store.find({
      entity,
      tenantId: this.#tenantId,
      where,
      order: [['updatedAt', 'asc']],
      limit: MAX_MISSED + 1,
    });
    return rows.map((row: BaseRow) => ({ entity, row, topics: topicsOf(entity, row) }));
  }

  close(): void {
    for (const broadcast of this.#byStore.values()) broadcast.interrupt();
  }
}

function hears({ actor }: Shape<unknown>, event: LiveEvent): Hearing {
  switch (event.kind) {
    case 'conversation':
      return heard(sees(actor, Conversation, event.conversation));
    case 'signal':
      return heard(sees(actor, Conversation, whereabouts(actor.tenantId, event.signal)));
    case 'told':
    case 'record':
      return heard(sees(actor, event.entity, event.row));
    case 'message':
      return 'no';
  }
}

const heard = (yes: boolean): Hearing => (yes ? 'yes' : 'no');

/** A signal is for those who see a conversation of its store. */
const whereabouts = (tenantId: string, { conversationId: id, storeId }: Signal) => ({
  id,
  tenantId,
  storeId,
  version: 0,
  createdAt: '',
  updatedAt: '',
});
