/**
 * @module Replies and notes on their way: kept on the device until the desk has them, also when the page with the
 * conversation is left meanwhile.
 */
import {
  browserStorage,
  createOutbox,
  DeskError,
  SEND_MESSAGE,
  type DeskClient,
  type DeskMessage,
  type Outbox,
  type OutboxContent,
  type OutboxEntry,
} from '@shopdesk/core/client';
import { deskNow } from '../../kit/clock.ts';
import { addNote } from './data.ts';

export type ReplyKind = 'reply' | 'note';

export interface Waiting extends OutboxEntry {
  readonly kind: ReplyKind;
}

/** The outboxes of one member of staff. */
export class Replies extends EventTarget {
  readonly #boxes: Readonly<Record<ReplyKind, Outbox>>;

  constructor(client: DeskClient, viewerId: string) {
    super();
    const storage = browserStorage();
    const key = `shopdesk.panel:${client.url}:${viewerId}`;
    const told = (message: DeskMessage, entry: OutboxEntry) =>
      this.dispatchEvent(new CustomEvent('sent', { detail: { message, conversationId: entry.conversationId } }));
    const shared = {
      storage,
      now: deskNow,
      onChange: () => this.dispatchEvent(new Event('change')),
      onSent: told,
      open: gone,
    };
    this.#boxes = {
      reply: createOutbox({
        ...shared,
        key: `${key}:reply`,
        send: (entry) => client.mutate(SEND_MESSAGE, { input: inputOf(entry) }),
      }),
      note: createOutbox({
        ...shared,
        key: `${key}:note`,
        send: (entry) => client.mutate(addNote, { input: noteOf(entry) }),
      }),
    };
  }

  /** What waits for one conversation, in the order of writing. */
  of(conversationId: string): readonly Waiting[] {
    return (['reply', 'note'] as const)
      .flatMap((kind) => this.#boxes[kind].entries.map((entry): Waiting => ({ ...entry, kind })))
      .filter((entry) => entry.conversationId === conversationId)
      .sort((a, b) => a.order - b.order);
  }

  send(kind: ReplyKind, content: OutboxContent, conversationId: string): void {
    this.#boxes[kind].add(content, conversationId);
  }

  retry(clientMsgId: string): void {
    for (const box of Object.values(this.#boxes)) box.retry(clientMsgId);
  }

  discard(clientMsgId: string): void {
    for (const box of Object.values(this.#boxes)) box.discard(clientMsgId);
  }
}

/** A reply never moves to another conversation than the one it was written for. */
async function gone(): Promise<string> {
  throw new DeskError({ code: 'CLOSED', message: '' });
}

type Addressed = OutboxEntry & { readonly conversationId: string };

function inputOf({ conversationId, clientMsgId, content }: Addressed) {
  if ('text' in content)
    return { conversationId, clientMsgId, text: content.text, ...(content.confirmed ? { confirmedHits: true } : {}) };
  if ('card' in content) return { conversationId, clientMsgId, card: { type: content.card.type, id: content.card.id } };
  return { conversationId, clientMsgId, attachmentId: content.attachment.id };
}

const noteOf = ({ conversationId, clientMsgId, content }: Addressed) => ({
  conversationId,
  clientMsgId,
  text: 'text' in content ? content.text : '',
});

const known = new WeakMap<DeskClient, Map<string, Replies>>();

/** The outboxes of a person; the same ones for everybody who asks. */
export function repliesOf(client: DeskClient, viewerId: string): Replies {
  const mine = known.get(client) ?? new Map<string, Replies>();
  known.set(client, mine);
  const replies = mine.get(viewerId) ?? new Replies(client, viewerId);
  mine.set(viewerId, replies);
  return replies;
}
