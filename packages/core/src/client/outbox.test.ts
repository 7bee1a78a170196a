import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createServedDesk } from '@shopdesk/server/in-memory';
import { createDeskClient } from './desk-client.ts';
import { DeskError, DeskOffline } from './error.ts';
import { START_SHOPPER_SESSION } from './operations/access.ts';
import { MESSAGES, OPEN_CONVERSATION, SEND_MESSAGE, type DeskMessage } from './operations/conversations.ts';
import { createOutbox, type Outbox, type OutboxEntry } from './outbox.ts';
import { memoryStorage, type DeskStorage } from './storage.ts';

const open: Outbox[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const outbox of open.splice(0)) outbox.close();
});

const textOf = ({ content }: OutboxEntry) => ('text' in content ? content.text : '');

/** An outbox of a shopper on a desk in memory; `tab` opens another one on the same storage. */
async function shop(storage: DeskStorage = memoryStorage()) {
  const setup = await createServedDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const { network } = setup;
  let token: string | undefined;
  const client = createDeskClient({ url: '', fetch: network.fetch, token: () => token });
  ({ token } = await client.mutate(START_SHOPPER_SESSION, { input: { storeKey: 'store-1' } }));
  const tab = () => {
    const outbox = createOutbox({
      storage,
      key: 'shopdesk:store-1:c1',
      onChange: () => undefined,
      open: async () => (await client.mutate(OPEN_CONVERSATION, { input: {} })).id,
      send: ({ conversationId, clientMsgId, content }) =>
        client.mutate(SEND_MESSAGE, {
          input: { conversationId, clientMsgId, ...('text' in content ? { text: content.text } : {}) },
        }),
    });
    open.push(outbox);
    return outbox;
  };
  const conversation = () => client.mutate(OPEN_CONVERSATION, { input: {} });
  const said = async (conversationId: string) =>
    (await client.query(MESSAGES, { conversationId })).nodes
      .filter(({ kind }) => kind !== 'EVENT')
      .map(({ body }) => body);
  return { ...setup, agent, client, tab, conversation, said, storage };
}

const empty = (outbox: Outbox) => vi.waitFor(() => expect(outbox.entries).toEqual([]));

describe('an outbox', () => {
  test('opens a conversation for the first message and sends all in order', async () => {
    const { tab, conversation, said } = await shop();
    const outbox = tab();
    for (const text of ['one', 'two', 'three']) outbox.add({ text }, null);
    await empty(outbox);
    expect(await said((await conversation()).id)).toEqual(['one', 'two', 'three']);
  });

  test('keeps what the network did not take, also over a closed page, and sends it later', async () => {
    const { tab, network, conversation, said } = await shop();
    const { id } = await conversation();
    network.down = true;
    const first = tab();
    first.add({ text: 'written offline' }, id);
    await vi.waitFor(() => expect(network.calls).toBeDefined());
    first.close();
    const second = tab();
    expect(second.entries.map(textOf)).toEqual(['written offline']);
    network.down = false;
    await second.flush();
    await empty(second);
    expect(await said(id)).toEqual(['written offline']);
  });

  test('sends no message twice when the answer is lost', async () => {
    const { tab, network, conversation, said } = await shop();
    const { id } = await conversation();
    network.loseAnswers = 2;
    const outbox = tab();
    outbox.add({ text: 'once' }, id);
    await vi.waitFor(() => expect(network.loseAnswers).toBe(1));
    await outbox.flush();
    await vi.waitFor(() => expect(network.loseAnswers).toBe(0));
    await outbox.flush();
    await empty(outbox);
    expect(await said(id)).toEqual(['once']);
  });

  test('sends every message of two tabs exactly once', async () => {
    const { tab, conversation, said } = await shop();
    const { id } = await conversation();
    const [one, two] = [tab(), tab()];
    one.add({ text: 'from one' }, id);
    two.add({ text: 'from two' }, id);
    await Promise.all([one.flush(), two.flush()]);
    await vi.waitFor(async () => expect((await said(id)).sort()).toEqual(['from one', 'from two']));
    await one.flush();
    expect(one.entries).toEqual([]);
  });

  test('shows a refused message with the reason, sends what is behind it, and lets one edit or discard it', async () => {
    const { tab, conversation, said } = await shop();
    const { id } = await conversation();
    const outbox = tab();
    const refused = outbox.add({ text: 'x'.repeat(2001) }, id);
    outbox.add({ text: 'fine' }, id);
    await vi.waitFor(() => expect(outbox.entries).toMatchObject([{ problem: { code: 'VALIDATION_FAILED' } }]));
    expect(await said(id)).toEqual(['fine']);
    outbox.edit(refused.clientMsgId, 'shorter');
    await empty(outbox);
    expect(await said(id)).toEqual(['fine', 'shorter']);
    const again = outbox.add({ text: ' ' }, id);
    await vi.waitFor(() => expect(outbox.entries[0]?.problem).toBeDefined());
    outbox.discard(again.clientMsgId);
    expect(outbox.entries).toEqual([]);
  });

  test('goes on in a new conversation when the old one was closed more than a day ago', async () => {
    const { tab, conversation, said, desk, agent, clock, network } = await shop();
    const { id } = await conversation();
    await desk.as(agent).conversations.takeConversation({ id });
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED' });
    network.down = true;
    const outbox = tab();
    for (const text of ['late', 'later']) outbox.add({ text }, id);
    clock.advance(24 * 3600_000 + 1);
    network.down = false;
    await outbox.flush();
    await empty(outbox);
    const opened = await conversation();
    expect(opened.id).not.toBe(id);
    expect(await said(opened.id)).toEqual(['late', 'later']);
    expect(await said(id)).toEqual([]);
  });

  test('tries a bug of the desk some times and then shows the message as failed, to be retried by hand', async () => {
    vi.useFakeTimers();
    let broken = true;
    const send = vi.fn(async () => {
      if (broken) throw new DeskError({ code: 'INTERNAL', message: 'Unexpected error.' });
      return { seq: 1 } as DeskMessage;
    });
    const outbox = createOutbox({
      storage: memoryStorage(),
      key: 'k',
      send,
      open: async () => 'c',
      onChange: () => undefined,
    });
    open.push(outbox);
    const { clientMsgId } = outbox.add({ text: 'hello' }, 'c');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(5);
    expect(outbox.entries).toMatchObject([{ problem: { code: 'INTERNAL' } }]);
    broken = false;
    outbox.retry(clientMsgId);
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.entries).toEqual([]);
  });

  describe('with messages that never get through', () => {
    const offline = new DeskOffline();
    const broken = new DeskError({ code: 'INTERNAL', message: 'Unexpected error.' });
    const clash = new DeskError({ code: 'CONFLICT', message: 'Somebody else was faster.' });

    /** An outbox whose desk takes all but what `fails` names. */
    function line(fails: (text: string) => Error | undefined) {
      vi.useFakeTimers();
      const arrived: string[] = [];
      const outbox = createOutbox({
        storage: memoryStorage(),
        key: 'k',
        open: async () => 'c',
        onChange: () => undefined,
        send: async (entry) => {
          const error = fails(textOf(entry));
          if (error) throw error;
          arrived.push(textOf(entry));
          return {} as DeskMessage;
        },
      });
      open.push(outbox);
      const problems = () => outbox.entries.map((entry) => [textOf(entry), entry.problem?.code]);
      return { outbox, arrived, problems };
    }

    test.each([
      ['the network', offline, 'SERVICE_UNAVAILABLE'],
      ['a bug of the desk', broken, 'INTERNAL'],
      ['an answer that asks to try again', clash, 'CONFLICT'],
    ])(
      'sends what stands behind a message that %s holds back, in order, and shows that one as failed',
      async (_, error, code) => {
        let stops = true;
        const { outbox, arrived, problems } = line((text) => (stops && text === 'bad' ? error : undefined));
        for (const text of ['before', 'bad', 'after', 'last']) outbox.add({ text }, 'c');
        await vi.advanceTimersByTimeAsync(2000);
        expect(arrived).toEqual(['before']);
        await vi.advanceTimersByTimeAsync(10_000);
        expect(arrived).toEqual(['before', 'after', 'last']);
        expect(problems()).toEqual([['bad', code]]);
        stops = false;
        outbox.retry(outbox.entries[0]?.clientMsgId ?? '');
        await vi.advanceTimersByTimeAsync(0);
        expect(arrived).toEqual(['before', 'after', 'last', 'bad']);
        expect(problems()).toEqual([]);
      },
    );

    test('sends what stands behind three of them', async () => {
      const { outbox, arrived, problems } = line((text) => (text.startsWith('bad') ? offline : undefined));
      for (const text of ['bad 1', 'bad 2', 'bad 3', 'good']) outbox.add({ text }, 'c');
      await vi.advanceTimersByTimeAsync(30_000);
      expect(arrived).toEqual(['good']);
      expect(problems().map(([, code]) => code)).toEqual(Array(3).fill('SERVICE_UNAVAILABLE'));
    });

    test('keeps all of them waiting, and their order, while nothing gets through for an hour', async () => {
      let down = true;
      const { outbox, arrived, problems } = line(() => (down ? offline : undefined));
      for (const text of ['one', 'two', 'three']) outbox.add({ text }, 'c');
      await vi.advanceTimersByTimeAsync(3600_000);
      expect(problems()).toEqual(['one', 'two', 'three'].map((text) => [text, undefined]));
      down = false;
      await vi.advanceTimersByTimeAsync(30_000);
      expect(arrived).toEqual(['one', 'two', 'three']);
    });

    test('waits with all of them while the sender has sent too much', async () => {
      let limited = true;
      const limit = new DeskError({ code: 'RATE_LIMITED', message: 'Slower.', retryAfterMs: 5000 });
      const { outbox, arrived } = line((text) => (limited && text === 'one' ? limit : undefined));
      for (const text of ['one', 'two']) outbox.add({ text }, 'c');
      await vi.advanceTimersByTimeAsync(60_000);
      limited = false;
      await vi.advanceTimersByTimeAsync(6000);
      expect(arrived).toEqual(['one', 'two']);
    });

    test('sends what stands behind one as soon as it is cancelled', async () => {
      const { outbox, arrived } = line((text) => (text === 'bad' ? offline : undefined));
      const { clientMsgId } = outbox.add({ text: 'bad' }, 'c');
      outbox.add({ text: 'good' }, 'c');
      await vi.advanceTimersByTimeAsync(100);
      outbox.discard(clientMsgId);
      await vi.advanceTimersByTimeAsync(0);
      expect(arrived).toEqual(['good']);
      expect(outbox.entries).toEqual([]);
    });
  });

  test('does not wait for the answer about a message that is cancelled', async () => {
    const arrived: string[] = [];
    const outbox = createOutbox({
      storage: memoryStorage(),
      key: 'k',
      open: async () => 'c',
      onChange: () => undefined,
      send: async (entry) => {
        if (textOf(entry) === 'hangs') await new Promise(() => undefined);
        arrived.push(textOf(entry));
        return {} as DeskMessage;
      },
    });
    open.push(outbox);
    const { clientMsgId } = outbox.add({ text: 'hangs' }, 'c');
    outbox.add({ text: 'good' }, 'c');
    outbox.discard(clientMsgId);
    await empty(outbox);
    expect(arrived).toEqual(['good']);
  });

  test('gives what a guest wrote to the customer he turns out to be', () => {
    const storage = memoryStorage();
    const never = () => new Promise<never>(() => undefined);
    const make = (key: string) => createOutbox({ storage, key, send: never, open: never, onChange: () => undefined });
    const guest = make('guest');
    guest.add({ text: 'hello' }, null);
    guest.moveTo('customer');
    const customer = make('customer');
    open.push(guest, customer);
    expect(guest.entries).toEqual([]);
    expect(customer.entries.map(textOf)).toEqual(['hello']);
  });

  test('loses and doubles nothing and keeps the order, whatever the network does', async () => {
    const step = fc.constantFrom('ok', 'refused before', 'answer lost', 'page closed');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), async (steps, count) => {
        const storage = memoryStorage();
        const stored = new Map<string, string>();
        const plan = [...steps];
        const send = async (entry: OutboxEntry) => {
          const fate = plan.shift() ?? 'ok';
          if (fate === 'refused before' || fate === 'page closed') throw new DeskOffline();
          if (!stored.has(entry.clientMsgId)) stored.set(entry.clientMsgId, textOf(entry));
          if (fate === 'answer lost') throw new DeskOffline();
          return {} as DeskMessage;
        };
        const openOne = () =>
          createOutbox({ storage, key: 'k', send, open: async () => 'c', onChange: () => undefined });
        let outbox = openOne();
        const texts = Array.from({ length: count }, (_, n) => `m${n}`);
        for (const text of texts) outbox.add({ text }, 'c');
        for (let round = 0; outbox.entries.length > 0 && round < 100; round += 1) {
          if (plan[0] === 'page closed') {
            outbox.close();
            outbox = openOne();
          }
          await outbox.flush();
        }
        outbox.close();
        expect([...stored.values()]).toEqual(texts);
        expect(storage.keys('')).toEqual([]);
      }),
    );
  });
});
