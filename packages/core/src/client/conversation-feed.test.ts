import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createServedDesk } from '@shopdesk/server/in-memory';
import { createConversationFeed, type ConversationFeed } from './conversation-feed.ts';
import { createDeskClient, type DeskClient } from './desk-client.ts';
import type { ConversationEvent, DeskMessage } from './operations/conversations.ts';
import { START_SHOPPER_SESSION } from './operations/access.ts';
import { OPEN_CONVERSATION } from './operations/conversations.ts';
import type { DeskRequest, Fetch } from './host.ts';
import type { SubscriptionHandlers } from './subscription.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const feed of open.splice(0)) feed.close();
});

async function chat() {
  const setup = await createServedDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const { network } = setup;
  let token: string | undefined;
  const client = createDeskClient({ url: '', fetch: network.fetch, token: () => token });
  ({ token } = await client.mutate(START_SHOPPER_SESSION, { input: { storeKey: 'store-1' } }));
  const { id } = await client.mutate(OPEN_CONVERSATION, { input: {} });
  await setup.desk.as(agent).conversations.takeConversation({ id });
  let count = 0;
  const say = (text: string) =>
    setup.desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: `agent-${(count += 1)}-0000` });
  const events: ConversationEvent[] = [];
  const feed = createConversationFeed({
    client,
    conversationId: id,
    onChange: () => undefined,
    onEvent: (event) => events.push(event),
  });
  open.push(feed);
  return { ...setup, agent, client, token, id, say, feed, events };
}

const bodies = (feed: ConversationFeed) => feed.snapshot.messages.map(({ body }) => body);

describe('a conversation feed', () => {
  test('shows the state first, what was missed, then everything live and once', async () => {
    const { feed, say, events } = await chat();
    await vi.waitFor(() => expect(bodies(feed)).toEqual(['AGENT_JOINED']));
    await say('one');
    await say('two');
    await vi.waitFor(() => expect(bodies(feed)).toEqual(['AGENT_JOINED', 'one', 'two']));
    expect(events[0]).toMatchObject({ __typename: 'ConversationChanged' });
    expect(events.filter(({ __typename }) => __typename === 'MessageAdded')).toHaveLength(3);
    expect(feed.snapshot.conversation).toMatchObject({ state: 'WAITING_CUSTOMER', lastPublicSeq: 3 });
    expect(feed.snapshot.hasEarlier).toBe(false);
  });

  test('asks for what is new while the stream does not open, and stops when it does', async () => {
    vi.useFakeTimers();
    const { desk, agent, id, token, network } = await chat();
    let held = true;
    const hold: Fetch = ((url: string, init: DeskRequest) =>
      held && init.body?.includes('subscription')
        ? new Promise(() => undefined)
        : network.fetch(url, init as never)) as Fetch;
    const client = createDeskClient({ url: '', fetch: hold, token: () => token });
    const feed = createConversationFeed({ client, conversationId: id, onChange: () => undefined });
    open.push(feed);
    await desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, text: 'behind the proxy', clientMsgId: 'agent-held-1' });
    await vi.advanceTimersByTimeAsync(9000);
    expect(bodies(feed)).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    await vi.waitFor(() => expect(bodies(feed)).toEqual(['AGENT_JOINED', 'behind the proxy']));
    expect(feed.snapshot.conversation).toMatchObject({ state: 'ACTIVE' });
    await desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, text: 'and more', clientMsgId: 'agent-held-2' });
    await vi.advanceTimersByTimeAsync(8000);
    await vi.waitFor(() => expect(bodies(feed)).toContain('and more'));
    held = false;
    client.reconnect();
    await vi.waitFor(() => expect(feed.snapshot.connection).toBe('open'));
    network.calls.length = 0;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(network.calls).not.toContain('messages');
  });

  test('misses nothing that was said while the network was down', async () => {
    const { feed, say, network, client } = await chat();
    await say('one');
    await vi.waitFor(() => expect(feed.snapshot.messages).toHaveLength(2));
    network.down = true;
    network.cutStreams();
    await vi.waitFor(() => expect(feed.snapshot.connection).toBe('reconnecting'));
    for (const text of ['two', 'three', 'four']) await say(text);
    network.down = false;
    client.wake();
    await vi.waitFor(() => expect(bodies(feed)).toEqual(['AGENT_JOINED', 'one', 'two', 'three', 'four']));
    expect(feed.snapshot.connection).toBe('open');
  });

  test('begins at a page and loads what is earlier', async () => {
    const { say, client, id } = await chat();
    for (let n = 0; n < 6; n += 1) await say(`m${n}`);
    const feed = createConversationFeed({ client, conversationId: id, after: 5, onChange: () => undefined });
    open.push(feed);
    await vi.waitFor(() => expect(bodies(feed)).toEqual(['m4', 'm5']));
    expect(feed.snapshot.hasEarlier).toBe(true);
    await feed.loadEarlier();
    expect(bodies(feed)).toEqual(['AGENT_JOINED', 'm0', 'm1', 'm2', 'm3', 'm4', 'm5']);
    expect(feed.snapshot.hasEarlier).toBe(false);
  });

  test('shows who is typing until he sends or falls silent', async () => {
    const { desk, agent, feed, id, say } = await chat();
    await vi.waitFor(() => expect(feed.snapshot.connection).toBe('open'));
    await desk.as(agent).conversations.setTyping({ id, on: true });
    await vi.waitFor(() =>
      expect(feed.snapshot.signals).toMatchObject([{ kind: 'TYPING', side: 'STAFF', name: 'PA1' }]),
    );
    await say('done');
    await vi.waitFor(() => expect(feed.snapshot.signals).toEqual([]));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await desk.as(agent).conversations.setTyping({ id, on: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(feed.snapshot.signals).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(feed.snapshot.signals).toEqual([]);
  });

  test('keeps the newest version of the conversation whatever order they come in', async () => {
    const { feed } = await chat();
    await vi.waitFor(() => expect(feed.snapshot.conversation).toBeDefined());
    const now = feed.snapshot.conversation as NonNullable<typeof feed.snapshot.conversation>;
    feed.update({ ...now, version: now.version + 1, preview: 'newer' });
    feed.update({ ...now, preview: 'older' });
    expect(feed.snapshot.conversation?.preview).toBe('newer');
  });

  test('ends with the reason when the desk refuses for good', async () => {
    const { client } = await chat();
    const feed = createConversationFeed({ client, conversationId: 'nobody’s', onChange: () => undefined });
    await vi.waitFor(() => expect(feed.snapshot.error?.code).toBe('NOT_FOUND'));
    expect(feed.snapshot.connection).toBe('closed');
  });

  test('becomes complete through any stream that drops, repeats and reorders', async () => {
    const deliveries = fc.array(fc.nat(24), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(deliveries, fc.integer({ min: 1, max: 4 }), async (order, page) => {
        const truth = Array.from({ length: 25 }, (_, index) => messageNumber(index + 1));
        const shown: number[] = [];
        let handlers: SubscriptionHandlers<ConversationEvent> | undefined;
        const client = {
          subscribe: (_: unknown, __: unknown, given: SubscriptionHandlers<ConversationEvent>) => {
            handlers = given;
            return { state: 'open', restart: () => undefined, suspect: () => undefined, close: () => undefined };
          },
          query: async (_: unknown, { afterSeq }: { afterSeq: number }) => ({
            nodes: truth.filter(({ seq }) => seq > afterSeq).slice(0, page),
          }),
        } as unknown as DeskClient;
        const onEvent = (event: ConversationEvent) =>
          event.__typename === 'MessageAdded' && shown.push(event.message.seq);
        const feed = createConversationFeed({ client, conversationId: 'c', onChange: () => undefined, onEvent });
        const last = 24;
        for (const index of [...order, last])
          handlers?.next({ __typename: 'MessageAdded', message: truth[index] as DeskMessage, previousSeq: index });
        await vi.waitFor(() => expect(feed.snapshot.messages).toEqual(truth), { interval: 1 });
        expect(shown).toEqual(truth.map(({ seq }) => seq));
        feed.close();
      }),
      { numRuns: 40 },
    );
  });
});

const messageNumber = (seq: number) => ({ seq, clientMsgId: `m${seq}`, sender: 'AGENT' }) as DeskMessage;
