import { afterEach, describe, expect, test, vi } from 'vitest';
import { createServedDesk, type Network } from '@shopdesk/server/in-memory';
import { createConversationFeed, type ConversationFeed } from './conversation-feed.ts';
import { createDeskClient } from './desk-client.ts';
import type { DeskRequest, Fetch } from './host.ts';
import { START_SHOPPER_SESSION } from './operations/access.ts';
import { OPEN_CONVERSATION } from './operations/conversations.ts';
import { shareStream } from './shared-stream.ts';
import type { Subscription } from './subscription.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

let count = 0;

/** A shopper whose browser has several tabs at one conversation; each tab has a client of its own. */
async function browser() {
  const setup = await createServedDesk();
  const agent = await setup.staff('PA1', ['PA']);
  let token: string | undefined;
  const streams = new Set<number>();
  const tabs: { feed: ConversationFeed; network: Network; heard: string[] }[] = [];
  const first = createDeskClient({ url: '', fetch: setup.fetch, token: () => token });
  ({ token } = await first.mutate(START_SHOPPER_SESSION, { input: { storeKey: 'store-1' } }));
  const { id } = await first.mutate(OPEN_CONVERSATION, { input: {} });
  await setup.desk.as(agent).conversations.takeConversation({ id });
  const share = `test ${(count += 1)}`;
  const openTab = (after = 0) => {
    const network = setup.newNetwork();
    const number = tabs.length;
    const fetch: Fetch = ((url: string, init: DeskRequest) => {
      if (init.body?.includes('subscription')) {
        streams.add(number);
        init.signal?.addEventListener('abort', () => streams.delete(number));
      }
      return network.fetch(url, init as never);
    }) as Fetch;
    const client = createDeskClient({ url: '', fetch, shareStreams: true, token: () => token });
    const heard: string[] = [];
    const feed = createConversationFeed({
      client,
      conversationId: id,
      after,
      share,
      onChange: () => undefined,
      onEvent: (event) => event.__typename === 'MessageAdded' && heard.push(event.message.body),
    });
    open.push(feed, client);
    tabs.push({ feed, network, heard });
    return tabs[number] as (typeof tabs)[number];
  };
  let said = 0;
  const say = (text: string) =>
    setup.desk.as(agent).conversations.sendMessage({ conversationId: id, text, clientMsgId: `agent-${(said += 1)}-x` });
  return { ...setup, agent, id, openTab, tabs, streams, say };
}

type Browser = Awaited<ReturnType<typeof browser>>;

const allHear = ({ tabs }: Pick<Browser, 'tabs'>, texts: readonly string[]) =>
  vi.waitFor(() => {
    for (const { feed } of tabs) expect(feed.snapshot.messages.map(({ body }) => body).slice(1)).toEqual(texts);
  }, 3000);

describe('a stream that the tabs of a browser share', () => {
  test('is one for eight tabs, which all hear everything once and know the state', async () => {
    const at = await browser();
    await at.say('before');
    for (let tab = 0; tab < 8; tab += 1) at.openTab();
    await allHear(at, ['before']);
    await at.say('one');
    await at.say('two');
    await allHear(at, ['before', 'one', 'two']);
    await vi.waitFor(() => expect(at.streams.size).toBe(1));
    for (const { feed, heard } of at.tabs) {
      expect(heard.slice(1)).toEqual(['before', 'one', 'two']);
      expect(feed.snapshot).toMatchObject({
        connection: 'open',
        conversation: { state: 'WAITING_CUSTOMER' },
        held: [],
      });
    }
  });

  test('is opened by another tab when the one that holds it is closed, with nothing lost or doubled', async () => {
    const at = await browser();
    at.openTab();
    await allHear(at, []);
    for (let tab = 0; tab < 4; tab += 1) at.openTab();
    await at.say('one');
    await allHear(at, ['one']);
    await vi.waitFor(() => expect([...at.streams]).toEqual([0]));
    const [leader] = at.tabs.splice(0, 1);
    leader?.feed.close();
    await at.say('while nobody listens');
    await allHear(at, ['one', 'while nobody listens']);
    await vi.waitFor(() => expect(at.streams.size).toBe(1));
    await at.say('after');
    await allHear(at, ['one', 'while nobody listens', 'after']);
    for (const { heard } of at.tabs) expect(heard.slice(1)).toEqual(['one', 'while nobody listens', 'after']);
  });

  test('tells all tabs that it is lost, and fills what they missed when it is back', async () => {
    const at = await browser();
    const leader = at.openTab();
    await allHear(at, []);
    at.openTab();
    await vi.waitFor(() => expect(at.tabs[1]?.feed.snapshot.connection).toBe('open'));
    leader.network.down = true;
    leader.network.cutStreams();
    await vi.waitFor(() => expect(at.tabs[1]?.feed.snapshot.connection).toBe('reconnecting'));
    await at.say('said meanwhile');
    leader.network.down = false;
    await allHear(at, ['said meanwhile']);
    await vi.waitFor(() => expect(at.tabs[1]?.feed.snapshot.connection).toBe('open'));
  });

  test('is opened by another tab within seconds when the one that holds it is gone without a word', async () => {
    const key = `test ${(count += 1)}`;
    const gone = new BroadcastChannel(`shopdesk.stream:${key}`);
    gone.onmessage = ({ data }) => {
      if ((data as { is: string }).is === 'ask' && answers)
        gone.postMessage({ from: 'gone', is: 'lead', since: 1, state: 'open', kept: undefined });
    };
    let answers = true;
    const opened = vi.fn((): Subscription => ({ state: 'open', restart() {}, suspect() {}, close() {} }));
    const missed = vi.fn();
    const stream = shareStream({ key, open: opened, missed, next: () => undefined });
    open.push(stream, gone);
    await vi.waitFor(() => expect(stream.state).toBe('open'));
    expect(missed).toHaveBeenCalledTimes(1);
    answers = false;
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1), 8000);
  }, 12_000);

  test('is closed again where two tabs have opened one at the same time', async () => {
    const at = await browser();
    await Promise.all([at.openTab(), at.openTab(), at.openTab()]);
    await vi.waitFor(() => {
      for (const { feed } of at.tabs) expect(feed.snapshot.connection).toBe('open');
      expect(at.streams.size).toBe(1);
    }, 3000);
  });

  test('is let go by a tab that the desk refuses, without taking it from the others', async () => {
    const key = `test ${(count += 1)}`;
    const error = vi.fn();
    const refuse = vi.fn();
    const one = shareStream({
      key,
      open: (handlers) => {
        refuse.mockImplementation(() => handlers.error?.(new Error('refused') as never));
        return { state: 'connecting', restart() {}, suspect() {}, close() {} };
      },
      missed: () => undefined,
      next: () => undefined,
      error,
    });
    await vi.waitFor(() => expect(refuse.getMockImplementation()).toBeDefined());
    const opened = vi.fn((): Subscription => ({ state: 'open', restart() {}, suspect() {}, close() {} }));
    const two = shareStream({ key, open: opened, missed: () => undefined, next: () => undefined });
    open.push(one, two);
    await new Promise((resolve) => void setTimeout(resolve, 50));
    refuse();
    expect(error).toHaveBeenCalledTimes(1);
    expect(one.state).toBe('closed');
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
  });
});
