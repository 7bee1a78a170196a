import type { ShopperActor, StaffActor } from '@shopdesk/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CONVERSATION_EVENTS, createLiveDesk, INBOX_EVENTS, STAFF_CONVERSATION_EVENTS } from './testing/live-desk.ts';

const hubs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

async function chat() {
  const live = await createLiveDesk();
  hubs.push(live.hub);
  const agent = await live.staff('PA1', ['PA']);
  const shopper = await live.shopper();
  const { conversations } = live.desk.as(shopper);
  const { id } = await conversations.openConversation({});
  let sent = 0;
  const say = (text: string, actor: ShopperActor | StaffActor = shopper) =>
    live.desk
      .as(actor)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: `client-${(sent += 1)}-${text}` });
  const note = (text: string) =>
    live.desk.as(agent).conversations.addNote({ conversationId: id, text, clientMsgId: `note-${(sent += 1)}-${text}` });
  const follow = (actor: ShopperActor | StaffActor, after?: number) =>
    live.subscribe(actor, actor.kind === 'staff' ? STAFF_CONVERSATION_EVENTS : CONVERSATION_EVENTS, { id, after });
  return { ...live, newShopper: live.shopper, agent, shopper, id, say, note, follow };
}

describe('the events of a conversation', () => {
  test('begin with the conversation as it is', async () => {
    const { follow, shopper, id } = await chat();
    const stream = await follow(shopper);
    await vi.waitFor(() => expect(stream.events).toHaveLength(1));
    expect(stream.events[0]).toMatchObject({
      __typename: 'ConversationChanged',
      conversation: { id, state: 'QUEUED' },
    });
  });

  test('reach both sides in order, each with the number before it', async () => {
    const { follow, shopper, agent, say, desk, id } = await chat();
    const [mine, theirs] = [await follow(shopper), await follow(agent)];
    await say('one');
    await desk.as(agent).conversations.takeConversation({ id });
    await say('two', agent);
    for (const stream of [mine, theirs]) {
      await vi.waitFor(() => expect(stream.numbers).toEqual([1, 2, 3]));
      expect(stream.of('MessageAdded').map(({ previousSeq }) => previousSeq)).toEqual([0, 1, 2]);
      expect(stream.of('ConversationChanged').at(-1)).toMatchObject({ conversation: { state: 'ACTIVE' } });
    }
  });

  test('tell a message before the conversation that counts it', async () => {
    const { follow, shopper, say } = await chat();
    const stream = await follow(shopper);
    await say('one');
    await vi.waitFor(() =>
      expect(stream.events.map(({ __typename }) => __typename)).toEqual([
        'ConversationChanged',
        'MessageAdded',
        'ConversationChanged',
      ]),
    );
  });

  test('carry emoji unchanged in both directions (R-CH-15)', async () => {
    const { follow, shopper, agent, say, desk, id } = await chat();
    const [mine, theirs] = [await follow(shopper), await follow(agent)];
    const emoji = ['👍', '👍🏽', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '1️⃣', '❤️', '谢谢😊👋'];
    await say('hello');
    await desk.as(agent).conversations.takeConversation({ id });
    for (const text of emoji) {
      await say(text);
      await say(text, agent);
    }
    const twice = ['hello', ...emoji.flatMap((text) => [text, text])];
    const bodies = (stream: typeof mine) =>
      stream
        .of('MessageAdded')
        .map(({ message }) => message as { kind: string; body: string })
        .filter(({ kind }) => kind === 'TEXT' || kind === 'EMOJI')
        .map(({ body }) => body);
    for (const stream of [mine, theirs]) await vi.waitFor(() => expect(bodies(stream)).toEqual(twice));
    const kept = await desk.as(agent).conversations.messages({ conversationId: id });
    expect(kept.map(({ body }) => body).filter((body) => emoji.includes(body))).toEqual(twice.slice(1));
  });

  test('resume behind a cursor and go on without a hole while more is written', async () => {
    const { follow, shopper, say } = await chat();
    for (let n = 1; n <= 230; n += 1) await say(`m${n}`);
    const writing = (async () => {
      for (let n = 231; n <= 260; n += 1) await say(`m${n}`);
    })();
    const stream = await follow(shopper, 7);
    await writing;
    await vi.waitFor(() => expect(stream.numbers).toHaveLength(253));
    expect(stream.numbers).toEqual(Array.from({ length: 253 }, (_, n) => n + 8));
  });

  test('tell a client nothing twice whose cursor is ahead of what this process has told', async () => {
    const { follow, shopper, say } = await chat();
    await say('one');
    const stream = await follow(shopper, 99);
    await say('two');
    await vi.waitFor(() => expect(stream.numbers).toEqual([2]));
  });

  test('keep notes from the customer without a gap in his numbers', async () => {
    const { follow, shopper, agent, say, note } = await chat();
    const [mine, theirs] = [await follow(shopper), await follow(agent)];
    await say('one');
    await note('rich');
    await say('two');
    await vi.waitFor(() => expect(theirs.numbers).toEqual([1, 2, 3]));
    await vi.waitFor(() => expect(mine.of('MessageAdded')).toHaveLength(2));
    expect(mine.of('MessageAdded').map(({ previousSeq, message }) => [previousSeq, message])).toMatchObject([
      [0, { seq: 1 }],
      [1, { seq: 2 }],
    ]);
    expect(JSON.stringify(mine.events)).not.toContain('rich');
  });

  test('tell the customer that staff type, and not who looks', async () => {
    const { follow, shopper, agent, desk, id, staff } = await chat();
    const [mine, theirs] = [await follow(shopper), await follow(await staff('PA2', ['PA']))];
    await desk.as(agent).conversations.setViewing({ id, on: true });
    await desk.as(agent).conversations.setTyping({ id, on: true });
    await desk.as(shopper).conversations.setTyping({ id, on: true });
    await vi.waitFor(() => expect(theirs.of('SignalReceived')).toHaveLength(3));
    await vi.waitFor(() =>
      expect(mine.of('SignalReceived')).toMatchObject([{ kind: 'TYPING', side: 'STAFF', name: 'PA1', on: true }]),
    );
  });

  test('tell staff of a transfer, and the customer nothing', async () => {
    const { follow, shopper, agent, desk, id, staff } = await chat();
    const other = await staff('AA1', ['AA']);
    await desk.as(agent).conversations.takeConversation({ id });
    const [mine, theirs] = [await follow(shopper), await follow(other)];
    await desk
      .as(agent)
      .conversations.requestTransfer({ id, toUserId: other.userId, reason: 'SKILL', summary: 'wants a refund' });
    await vi.waitFor(() => expect(theirs.of('TransferChanged')).toMatchObject([{ transfer: { state: 'OFFERED' } }]));
    expect(mine.of('TransferChanged')).toEqual([]);
    expect(mine.errors).toEqual([]);
  });

  test('are refused to a stranger and to nobody', async () => {
    const { follow, newShopper, yoga, id } = await chat();
    const stranger = await follow(await newShopper());
    await vi.waitFor(() => expect(stranger.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]));
    expect(stranger.events).toEqual([]);
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const answer = await yoga.fetch('http://desk/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: CONVERSATION_EVENTS, variables: { id } }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('end when the conversation goes to another person', async () => {
    const { follow, shopper, desk, store, say } = await chat();
    await say('one');
    const stream = await follow(shopper);
    await desk.as(shopper).customers.identifyShopper({
      storeKey: store.key,
      identityToken: JSON.stringify({ subject: 'c-1', name: 'Li' }),
    });
    expect(await stream.ended).toBe('complete');
  });

  test('cost one execution for all who ask the same', async () => {
    const { follow, staff, say, loose, id, nameOf, yoga, shopper } = await chat();
    const conversation = loose.entities.find(({ name }) => name === 'Conversation');
    const people = await Promise.all(['PA2', 'PA3', 'PA4'].map((no) => staff(no, ['PA'])));
    const streams = await Promise.all(people.map((person) => follow(person)));
    const stringify = vi.spyOn(JSON, 'stringify');
    await say('one');
    await vi.waitFor(() => expect(streams.map(({ numbers }) => numbers)).toEqual([[1], [1], [1]]));
    const encoded = stringify.mock.calls.filter(([value]) =>
      JSON.stringify((value as { data?: unknown })?.data ?? '').includes('MessageAdded'),
    );
    stringify.mockRestore();
    expect(conversation && id && nameOf(shopper) && yoga).toBeTruthy();
    expect(encoded).toHaveLength(1);
  });
});

const INBOX_CLOCKS = `subscription {
  inboxEvents {
    __typename
    ... on ConversationChanged {
      conversation { id preview slaState slaTarget slaDueAt }
    }
  }
}`;

describe('the events of the inbox', () => {
  test('tell of conversations, staff and signals in all stores that the person sees', async () => {
    const { subscribe, agent, say, desk, shopper, id, staff } = await chat();
    const stream = await subscribe(agent, INBOX_EVENTS);
    await say('one');
    await desk.as(shopper).conversations.setTyping({ id, on: true });
    await staff('PA2', ['PA']);
    await vi.waitFor(() =>
      expect(stream.of('StaffChanged').map(({ user }) => (user as { presence: string }).presence)).toContain('ONLINE'),
    );
    expect(stream.of('ConversationChanged')).toMatchObject([{ conversation: { id, lastSeq: 1 } }]);
    expect(stream.of('SignalReceived')).toMatchObject([{ conversationId: id, kind: 'TYPING', on: true }]);
  });

  test('bring a customer’s message within two seconds, with the time to the first reply, which only a person’s reply stops (R-CH-04)', async () => {
    const { subscribe, agent, shopper, say, desk, id } = await chat();
    const stream = await subscribe(agent, INBOX_CLOCKS);
    const last = () => stream.of('ConversationChanged').at(-1)?.['conversation'];
    await desk.as(agent).conversations.takeConversation({ id });
    await say('Is anybody there?');
    const asked = { preview: 'Is anybody there?', slaState: 'RUNNING', slaTarget: 'FIRST_REPLY' };
    await vi.waitFor(() => expect(last()).toMatchObject(asked), { timeout: 2000 });
    await say('I am.', agent);
    await vi.waitFor(() => expect(last()).toMatchObject({ preview: 'I am.', slaState: 'NONE', slaDueAt: null }));

    await desk.as(agent).access.setPresence({ id: agent.userId, presence: 'AWAY', reason: 'lunch' });
    await say('And are you still?');
    const answered = { preview: 'Back in a moment.', slaState: 'RUNNING', slaTarget: 'NEXT_REPLY' };
    await vi.waitFor(() => expect(last()).toMatchObject(answered), { timeout: 2000 });
    const messages = await desk.as(shopper).conversations.messages({ conversationId: id });
    expect(messages.at(-1)).toMatchObject({ body: 'Back in a moment.', isAuto: true });
    await say('Yes.', agent);
    await vi.waitFor(() => expect(last()).toMatchObject({ preview: 'Yes.', slaState: 'NONE', slaDueAt: null }));
  });

  test('keep other stores from a person who works for one', async () => {
    const { subscribe, staff, say, system, desk } = await chat();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const stream = await subscribe(await staff('PA9', ['PA'], { storeIds: [other.id] }), INBOX_EVENTS);
    await say('one');
    await staff('PA2', ['PA']);
    await vi.waitFor(() => expect(stream.of('StaffChanged')).not.toEqual([]));
    expect(stream.of('ConversationChanged')).toEqual([]);
  });

  test('are narrowed to one store by its id', async () => {
    const { subscribe, agent, say, system, desk, store } = await chat();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const [here, there] = [
      await subscribe(agent, INBOX_EVENTS, { storeId: store.id }),
      await subscribe(agent, INBOX_EVENTS, { storeId: other.id }),
    ];
    await say('one');
    await vi.waitFor(() => expect(here.of('ConversationChanged')).toHaveLength(1));
    expect(there.events).toEqual([]);
  });

  test('name a row of another entity that changed, to those who see it', async () => {
    const { subscribe, staff, agent, shopper, desk, say, system } = await chat();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const [here, elsewhere] = [
      await subscribe(agent, INBOX_EVENTS),
      await subscribe(await staff('PA9', ['PA'], { storeIds: [other.id] }), INBOX_EVENTS),
    ];
    await desk.as(agent).customers.updateCustomer({ id: shopper.customerId, tier: 'gold' });
    await staff('PA3', ['PA']);
    await vi.waitFor(() => expect(elsewhere.of('StaffChanged')).not.toEqual([]));
    expect(here.of('RecordChanged')).toContainEqual(
      expect.objectContaining({ entity: 'Customer', id: shopper.customerId }),
    );
    expect(elsewhere.of('RecordChanged')).toEqual([]);
    await say('one');
    await vi.waitFor(() => expect(here.of('ConversationChanged')).not.toEqual([]));
    expect(here.of('RecordChanged').filter(({ entity }) => entity === 'Message' || entity === 'Conversation')).toEqual(
      [],
    );
  });

  test('are refused to shoppers', async () => {
    const { subscribe, shopper } = await chat();
    const stream = await subscribe(shopper, 'subscription { inboxEvents { __typename } }');
    await vi.waitFor(() =>
      expect(stream.errors).toMatchObject([
        { message: expect.stringContaining('Cannot query field "inboxEvents"') as string },
      ]),
    );
  });
});
