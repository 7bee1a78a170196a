/**
 * @module What the present shopper has sent and the desk does not have yet. Another shopper at this browser has
 * another.
 */
import {
  createOutbox,
  SEND_MESSAGE,
  type DeskClient,
  type DeskStorage,
  type Outbox,
  type OutboxEntry,
  type OutboxOptions,
  type StoredSession,
} from '@shopdesk/core/client';

import { deskNow } from './desk-clock.ts';

export interface OutgoingOptions extends Pick<OutboxOptions, 'open' | 'onSent' | 'onChange'> {
  readonly client: DeskClient;
  readonly storage: DeskStorage;
  /** Prefix of the store's keys. */
  readonly keys: string;
  readonly authorised: <T>(work: () => Promise<T>) => Promise<T>;
}

export class Outgoing {
  readonly #options: OutgoingOptions;
  #outbox: Outbox;

  constructor(options: OutgoingOptions, session: StoredSession | undefined) {
    this.#options = options;
    this.#outbox = this.#open(session);
  }

  get outbox(): Outbox {
    return this.#outbox;
  }

  /** The messages of a guest go along with him; those of a known customer wait for his return. */
  follow(session: StoredSession | undefined, before: StoredSession | undefined): void {
    if (session && !before?.verified) this.#outbox.moveTo(this.#options.keys + session.customerId);
    this.#outbox.close();
    this.#outbox = this.#open(session);
  }

  #open(session: StoredSession | undefined): Outbox {
    const { client, storage, keys, authorised, ...rest } = this.#options;
    const send = (entry: OutboxEntry & { readonly conversationId: string }) =>
      authorised(() => client.mutate(SEND_MESSAGE, { input: inputOf(entry) }));
    return createOutbox({ storage, key: keys + (session?.customerId ?? 'guest'), send, now: deskNow, ...rest });
  }
}

function inputOf({ conversationId, clientMsgId, content }: OutboxEntry & { readonly conversationId: string }) {
  if ('text' in content) return { conversationId, clientMsgId, text: content.text };
  if ('card' in content) return { conversationId, clientMsgId, card: { type: content.card.type, id: content.card.id } };
  return { conversationId, clientMsgId, attachmentId: content.attachment.id };
}
