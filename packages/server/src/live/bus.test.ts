import { Conversation, createDesk, standardFeatures, Timer, type Desk } from '@shopdesk/core';
import { testPorts } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MAX_BYTES } from './bus-message.ts';
import { MemoryBus } from './testing/memory-bus.ts';
import { CONVERSATION_EVENTS, createLiveDesk, INBOX_EVENTS, serveLive } from './testing/live-desk.ts';

const hubs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

/** Two processes on one store: everybody writes in the first one. */
async function twoProcesses() {
  const bus = new MemoryBus();
  const here = bus.join();
  const first = await createLiveDesk({ bus: here.bus });
  const agent = await first.staff('PA1', ['PA']);
  const shopper = await first.shopper();
  const { id } = await first.desk.as(shopper).conversations.openConversation({});
  let ids = 0;
  const other: Desk = createDesk({
    features: standardFeatures,
    store: first.memory,
    clock: first.clock.now,
    newId: () => `other-${(ids += 1)}`,
    ports: testPorts(),
  }) as unknown as Desk;
  const there = bus.join();
  const second = await serveLive(other, first.memory, { bus: there.bus, clock: first.clock });
  hubs.push(first.hub, second.hub);
  let sent = 0;
  const say = async (text: string, desk: Desk = first.loose) => {
    const input = { conversationId: id, text, clientMsgId: `client-${(sent += 1)}-0000` };
    for (let tries = 0; ; tries += 1) {
      try {
        return await desk.perform(shopper, 'sendMessage', input);
      } catch (error) {
        if (tries === 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, tries));
      }
    }
  };
  return { bus, here, there, first, second, other, agent, shopper, id, say };
}

describe('two processes on one database', () => {
  test('deliver to the clients of each other', async () => {
    const { first, second, other, shopper, id, say } = await twoProcesses();
    const streams = [
      await first.subscribe(shopper, CONVERSATION_EVENTS, { id }),
      await second.subscribe(shopper, CONVERSATION_EVENTS, { id }),
    ];
    await say('one');
    await say('two', other);
    for (const stream of streams) await vi.waitFor(() => expect(stream.numbers).toEqual([1, 2]));
  });

  test('keep the order when both write at once', async () => {
    const { first, second, other, shopper, id, say } = await twoProcesses();
    const streams = [
      await first.subscribe(shopper, CONVERSATION_EVENTS, { id }),
      await second.subscribe(shopper, CONVERSATION_EVENTS, { id }),
    ];
    const write = async (desk: Desk) => {
      for (let n = 0; n < 40; n += 1) await say('x', desk);
    };
    await Promise.all([write(first.loose), write(other)]);
    const all = Array.from({ length: 80 }, (_, n) => n + 1);
    for (const stream of streams) await vi.waitFor(() => expect(stream.numbers).toEqual(all));
  });

  test('pass on who types, which is stored nowhere', async () => {
    const { second, first, shopper, agent, id } = await twoProcesses();
    const stream = await second.subscribe(agent, CONVERSATION_EVENTS, { id });
    await first.loose.perform(shopper, 'setTyping', { id, on: true });
    await vi.waitFor(() =>
      expect(stream.of('SignalReceived')).toMatchObject([{ kind: 'TYPING', side: 'CUSTOMER', on: true }]),
    );
  });

  test('fill the hole that a lost notice left, at the next message or without one', async () => {
    const { bus, second, shopper, agent, id, say } = await twoProcesses();
    const [stream, inbox] = [
      await second.subscribe(shopper, CONVERSATION_EVENTS, { id }),
      await second.subscribe(agent, INBOX_EVENTS),
    ];
    await say('one');
    await vi.waitFor(() => expect(stream.numbers).toEqual([1]));
    bus.lose = (text) => text.includes('"Message"');
    await say('two');
    await new Promise((resolve) => setTimeout(resolve, 20));
    bus.lose = () => false;
    await say('three');
    await vi.waitFor(() => expect(stream.numbers).toEqual([1, 2, 3]));
    bus.lose = (text) => text.includes('"Message"');
    await say('four');
    await vi.waitFor(() => expect(stream.numbers).toEqual([1, 2, 3, 4]));
    await vi.waitFor(() =>
      expect(inbox.of('ConversationChanged').at(-1)).toMatchObject({ conversation: { lastSeq: 4 } }),
    );
  });

  test('miss nothing of a process that is killed between its commit and its notice', async () => {
    const { here, second, shopper, agent, id, say } = await twoProcesses();
    const [stream, inbox] = [
      await second.subscribe(shopper, CONVERSATION_EVENTS, { id }),
      await second.subscribe(agent, INBOX_EVENTS),
    ];
    here.kill();
    await say('last words');
    await vi.waitFor(() => expect(stream.numbers).toEqual([1]));
    await vi.waitFor(() =>
      expect(inbox.of('ConversationChanged').at(-1)).toMatchObject({ conversation: { lastSeq: 1 } }),
    );
  });

  test('read again what was missed while the listening connection was away', async () => {
    const { bus, there, second, shopper, id, say } = await twoProcesses();
    const stream = await second.subscribe(shopper, CONVERSATION_EVENTS, { id });
    bus.lose = () => true;
    await say('one');
    await say('two');
    there.resync();
    await vi.waitFor(() => expect(stream.numbers).toEqual([1, 2]));
  });

  const newsOf = (bus: MemoryBus) => bus.sent.filter((text) => text.includes('"Message"')).length;
  const saysUntold = async ({ bus, say }: Awaited<ReturnType<typeof twoProcesses>>) =>
    vi.waitFor(async () => {
      const before = newsOf(bus);
      await say('is anybody there?');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(newsOf(bus)).toBe(before);
    });

  test('tell nobody anything while there is nobody else, and whoever comes everything', async () => {
    const both = await twoProcesses();
    const { bus, first, second, other, shopper, id, say } = both;
    await second.hub.close();
    await saysUntold(both);
    const third = await serveLive(other, first.memory, { bus: bus.join().bus, clock: first.clock });
    hubs.push(third.hub);
    const stream = await third.subscribe(shopper, CONVERSATION_EVENTS, { id });
    await say('you are');
    const last = (await first.desk.read(shopper).get(Conversation, id)).lastPublicSeq;
    await vi.waitFor(() => expect(stream.numbers.at(-1)).toBe(last));
  });

  test('let a process that was not heard for a while read what it was not told meanwhile', async () => {
    const both = await twoProcesses();
    const { bus, here, first, second, shopper, id } = both;
    const stream = await second.subscribe(shopper, CONVERSATION_EVENTS, { id });
    bus.lose = (text) => !text.includes(here.bus.processId);
    await saysUntold(both);
    const last = (await first.desk.read(shopper).get(Conversation, id)).lastPublicSeq;
    bus.lose = () => false;
    await vi.waitFor(() => expect(stream.numbers.at(-1)).toBe(last));
    expect(stream.numbers).toEqual(Array.from({ length: last }, (_, n) => n + 1));
  });

  test('cut a stream whose session ended in the other one, even if the notice is lost', async () => {
    const { bus, first, second, shopper, id, there } = await twoProcesses();
    const streams = [await second.subscribe(shopper, CONVERSATION_EVENTS, { id })];
    bus.lose = () => true;
    await first.loose.perform(shopper, 'endShopperSession', {});
    bus.lose = () => false;
    there.resync();
    expect(await streams[0]?.ended).toBe('complete');
  });

  test('keep a person connected who closes a tab in one and has another in the other', async () => {
    const { first, second, other, shopper, id } = await twoProcesses();
    const tab = await first.subscribe(shopper, CONVERSATION_EVENTS, { id });
    const notes = vi.spyOn(other, 'perform');
    await second.subscribe(shopper, CONVERSATION_EVENTS, { id });
    tab.close();
    await vi.waitFor(() =>
      expect(notes.mock.calls.map(([, action]) => action)).toEqual(['noteShopperConnection', 'noteShopperConnection']),
    );
    await Promise.all(notes.mock.results.map(({ value }) => value as Promise<unknown>));
    expect(await first.memory.find({ entity: Timer, where: [{ key: `leave:${id}` }], limit: 1000 })).toEqual([]);
  });

  test('send what is too long or secret by name only, and nothing longer than a notice can be', async () => {
    const { bus, first, second, shopper, id, say } = await twoProcesses();
    const stream = await second.subscribe(shopper, CONVERSATION_EVENTS, { id });
    for (let n = 0; n < 30; n += 1) await say('信'.repeat(n % 3 ? 2000 : 100));
    await vi.waitFor(() => expect(stream.numbers).toHaveLength(30));
    await first.desk
      .as({ kind: 'anonymous', tenantId: '' })
      .access.signIn({ email: 'pa1@example.com', password: 'long enough' });
    await vi.waitFor(() => expect(bus.sent.some((text) => text.includes('StaffSession'))).toBe(true));
    expect(Math.max(...bus.sent.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(MAX_BYTES);
    expect(bus.sent.join()).not.toMatch(/hash:/);
  });
});
