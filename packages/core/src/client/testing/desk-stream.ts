/** @module The stream of one conversation, as server-sent events. */
import type { Actor } from '../../kernel/actor.ts';
import { isSame } from '../../kernel/extend.ts';
import { Conversation, Message, type Signal } from '../../features/conversations/index.ts';
import type { ByteStream } from '../host.ts';
import { publicRow, type AnyDesk } from './desk-fetch.ts';
import { pipe } from './fake-response.ts';

export interface OpenStream {
  readonly body: ByteStream;
  /** Breaks the connection as a lost network does. */
  cut(): void;
}

interface StreamOptions {
  readonly desk: AnyDesk;
  readonly actor: Actor;
  readonly conversationId: string;
  readonly after: number | undefined;
  /** What of an event is sent. */
  readonly write: (event: unknown) => unknown;
}

type Row = Record<string, unknown> & { readonly seq: number };

/** The state, what was missed, then everything that is committed. */
export function eventStream({ desk, actor, conversationId, after, write }: StreamOptions): OpenStream {
  let cursor = after;
  const body = pipe(() => unsubscribe());
  const send = (event: unknown) =>
    body.write(`event: next\ndata: ${JSON.stringify({ data: { conversationEvents: write(event) } })}\n\n`);

  const sendConversation = async () => {
    const conversation = await desk.read(actor).maybe(Conversation, conversationId);
    // It may have gone over to another customer meanwhile: then this one hears no more of it.
    if (conversation)
      send({ __typename: 'ConversationChanged', conversation: publicRow(actor, Conversation, conversation) });
    else body.break();
  };
  const sendMessages = async () => {
    const rows = (await desk.show(actor, 'messages', { conversationId, afterSeq: cursor ?? 0 })) as Row[];
    for (const row of rows) {
      const message = publicRow(actor, Message, row) as Row;
      if (message.seq <= (cursor ?? 0)) continue;
      send({ __typename: 'MessageAdded', message, previousSeq: cursor ?? message.seq - 1 });
      cursor = message.seq;
    }
  };
  let queue = Promise.resolve();
  const then = (work: () => Promise<void>) => void (queue = queue.then(work));

  const unsubscribe = desk.onCommitted(({ rows, events }) => {
    const mine = rows.filter(
      ({ row }) => row && (row.id === conversationId || (row as unknown as Row)['conversationId'] === conversationId),
    );
    if (mine.some(({ entity }) => isSame(entity, Conversation))) then(sendConversation);
    if (mine.some(({ entity }) => isSame(entity, Message))) then(sendMessages);
    for (const { name, payload } of events)
      if (name === 'conversation.signalled' && (payload as Signal).conversationId === conversationId)
        then(async () => send({ __typename: 'SignalReceived', ...(payload as Signal) }));
  });
  then(sendConversation);
  if (after === undefined)
    then(
      async () =>
        void (cursor =
          ((await desk.show(actor, 'messages', { conversationId }, { order: [['seq', 'desc']], limit: 1 })) as Row[])[0]
            ?.seq ?? 0),
    );
  else then(sendMessages);
  return { body, cut: () => body.break() };
}
