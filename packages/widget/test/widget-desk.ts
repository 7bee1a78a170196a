/** @module The widget on a page, with the real desk in memory behind it and an agent in the test's hands. */
import { Conversation, type ConversationState, type Shop } from '@shopdesk/core';
import type { TestClock } from '@shopdesk/core/testing';
import { createServedDesk } from '@shopdesk/server/in-memory';
import { mountDesk, type DeskHandle, type DeskOptions } from '../src/index.ts';
import { testShop } from './test-shop.ts';

/** The real time, moved by hand. */
function movableClock() {
  let offset = 0;
  return { now: () => new Date(Date.now() + offset), advance: (milliseconds: number) => void (offset += milliseconds) };
}

export type WidgetDesk = Awaited<ReturnType<typeof createWidgetDesk>>;

/** A desk with one agent, and the widget on request. */
export async function createWidgetDesk({ presence = 'ONLINE', shopOf = (_now: () => Date): Shop => testShop } = {}) {
  const clock = movableClock();
  const shop = shopOf(clock.now);
  const setup = await createServedDesk({ clock: clock as unknown as TestClock, ports: { shop: () => shop } });
  const agent = await setup.staff('Lucy', ['PA'], { presence });
  const { conversations } = setup.desk.as(agent);
  let count = 0;
  const find = async () =>
    (await setup.desk.read(setup.system).find(Conversation, { order: [['openedAt', 'desc']], limit: 1 }))[0];
  const newest = async () => {
    const row = await find();
    if (!row) throw new Error('Nobody has opened a conversation.');
    return row;
  };
  const clientMsgId = () => `agent-message-${(count += 1)}`;
  return {
    ...setup,
    clock,
    agent,
    newest,
    mount: (options: Partial<DeskOptions> = {}): DeskHandle => {
      const handle = mountDesk({
        store: 'store-1',
        fetch: setup.fetch as never,
        upload: setup.network.upload,
        locale: 'en',
        ...options,
      });
      if (!handle) throw new Error('There is no page.');
      return handle;
    },
    /** What the agent does with the newest conversation. */
    take: async () => conversations.takeConversation({ id: (await newest()).id }),
    say: async (text: string) =>
      conversations.sendMessage({ conversationId: (await newest()).id, clientMsgId: clientMsgId(), text }),
    type: async (on = true) => conversations.setTyping({ id: (await newest()).id, on }),
    read: async () => {
      const { id, lastPublicSeq } = await newest();
      return conversations.markRead({ id, seq: lastPublicSeq });
    },
    receive: async () => {
      const { id, lastPublicSeq } = await newest();
      return conversations.markDelivered({ id, seq: lastPublicSeq });
    },
    finish: async () =>
      conversations.closeConversation({ id: (await newest()).id, intent: 'OTHER', result: 'SOLVED', reason: 'test' }),
    /** Whether the newest conversation in which the shopper has said something, if there is one, is in a state. */
    inState: async (state: ConversationState) => {
      const row = await find();
      if (row?.state !== state) return false;
      const messages = await conversations.messages({ conversationId: row.id });
      return messages.some(({ sender, kind }) => sender === 'CUSTOMER' && kind !== 'EVENT');
    },
    said: async () => {
      const rows = await conversations.messages({ conversationId: (await newest()).id });
      return rows
        .filter(({ kind }) => kind !== 'EVENT')
        .map(({ body, card, attachment }) => card?.title ?? attachment?.name ?? body);
    },
  };
}
