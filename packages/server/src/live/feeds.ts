/**
 * @module The feeds that somebody in this process follows: opened for the first, closed after the last.
 */
import { Conversation, deny, DeniedError, type DeskStore, type Entity } from '@shopdesk/core';
import { ConversationFeed } from './conversation-feed.ts';
import type { Delivery } from './delivery.ts';
import { InboxFeed } from './inbox-feed.ts';
import type { ConversationRow } from './live-event.ts';
import type { Shape, Sink } from './sink.ts';
import { WHOLE_TENANT, type Topics } from './topics.ts';

/** Conversations read again by one query. */
const CHUNK = 500;

interface Entry<T> {
  readonly feed: Promise<T>;
  /** Subscribers, and those who are about to be. */
  users: number;
  readonly stop: () => void;
}

export class Feeds {
  readonly #store: DeskStore;
  readonly #topics: Topics;
  readonly #entities: readonly Entity[];
  readonly #conversations = new Map<string, Entry<ConversationFeed>>();
  readonly #inboxes = new Map<string, Entry<InboxFeed>>();

  constructor({
    store,
    topics,
    entities,
  }: {
    readonly store: DeskStore;
    readonly topics: Topics;
    readonly entities: readonly Entity[];
  }) {
    this.#store = store;
    this.#topics = topics;
    this.#entities = entities;
  }

  get conversations(): number {
    return this.#conversations.size;
  }

  /** @throws DeniedError NOT_FOUND */
  followConversation<F>(
    shape: Shape<F>,
    sink: Sink<F>,
    { id, after }: { id: string; after: number | undefined },
  ): Promise<() => void> {
    const { tenantId } = shape.actor;
    return using(
      this.#conversations,
      `${tenantId} ${id}`,
      () => this.#openConversation(tenantId, id),
      (feed) => feed.follow(shape, sink, after),
    );
  }

  #openConversation(tenantId: string, id: string): Entry<ConversationFeed> {
    const early: Delivery[] = [];
    let hear = (delivery: Delivery): void => {
      early.push(delivery);
    };
    const unlisten = this.#topics.listen(tenantId, `conversation:${id}`, (delivery) => hear(delivery));
    const open = async () => {
      const [row] = await this.#store.find({ entity: Conversation, tenantId, where: [{ id }], limit: 1 });
      if (!row) throw new DeniedError(deny('NOT_FOUND'));
      const feed = new ConversationFeed(this.#store, row as ConversationRow);
      hear = (delivery) => feed.hear(delivery);
      for (const delivery of early) hear(delivery);
      return feed;
    };
    return entryOf(open(), unlisten);
  }

  followInbox<F>(shape: Shape<F>, sink: Sink<F>, { storeId }: { storeId: string | undefined }): Promise<() => void> {
    const { tenantId } = shape.actor;
    return using(
      this.#inboxes,
      tenantId,
      () => this.#openInbox(tenantId),
      (feed) => feed.follow(shape, sink, storeId),
    );
  }

  #openInbox(tenantId: string): Entry<InboxFeed> {
    const feed = new InboxFeed(tenantId, this.#store, this.#entities);
    return entryOf(
      Promise.resolve(feed),
      this.#topics.listen(tenantId, WHOLE_TENANT, (delivery) => feed.hear(delivery)),
    );
  }

  /** Tells what may have been missed since an instant, from the store. */
  async resync(since: string): Promise<void> {
    for (const { feed } of this.#inboxes.values())
      this.#topics.deliver({ rows: await (await feed).resync(since), signals: [] });
    const keys = [...this.#conversations.keys()].map((key) => key.split(' ') as [tenantId: string, id: string]);
    for (const [tenantId, ofTenant] of Map.groupBy(keys, ([tenant]) => tenant)) {
      for (let at = 0; at < ofTenant.length; at += CHUNK)
        await this.#reread(
          tenantId,
          ofTenant.slice(at, at + CHUNK).map(([, id]) => id),
        );
    }
  }

  async #reread(tenantId: string, ids: readonly string[]): Promise<void> {
    const rows = await this.#store.find({ entity: Conversation, tenantId, where: [{ id: { in: ids } }], limit: CHUNK });
    for (const row of rows) {
      const entry = this.#conversations.get(`${tenantId} ${row.id}`);
      if (entry) (await entry.feed).hearRow(row as ConversationRow);
    }
  }

  /** Sends every subscriber away to come back. */
  close(): void {
    for (const { feed } of [...this.#conversations.values(), ...this.#inboxes.values()])
      void feed.then(
        (open) => open.close(),
        () => {},
      );
  }
}

interface Closable {
  close(): void;
}

function entryOf<T extends Closable>(feed: Promise<T>, unlisten: () => void): Entry<T> {
  const stop = () => {
    unlisten();
    void feed.then(
      (open) => open.close(),
      () => {},
    );
  };
  return { feed, users: 0, stop };
}

/** Follows the feed under `key`; the returned function leaves it, once. */
async function using<T>(
  entries: Map<string, Entry<T>>,
  key: string,
  open: () => Entry<T>,
  follow: (feed: T) => Promise<() => void>,
): Promise<() => void> {
  const entry = entries.get(key) ?? open();
  entries.set(key, entry);
  entry.users += 1;
  const release = () => {
    entry.users -= 1;
    if (entry.users > 0 || entries.get(key) !== entry) return;
    entries.delete(key);
    entry.stop();
  };
  try {
    const leave = await follow(await entry.feed);
    return once(() => {
      leave();
      release();
    });
  } catch (error) {
    release();
    throw error;
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
