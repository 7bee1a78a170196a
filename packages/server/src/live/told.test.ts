import {
  access,
  conversations,
  createDesk,
  defineAction,
  defineEntity,
  defineFeature,
  one,
  ref,
  standardFeatures,
} from '@shopdesk/core';
import { anyWords, testPorts } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createLiveDesk, serveLive } from './testing/live-desk.ts';

/** What a third party would write: a row of a conversation and its store, told whole to whoever may see it. */
const Callback = defineEntity({
  name: 'Callback',
  title: { en: 'Call back', zh: '回电' },
  schema: z.object({ conversationId: ref('Conversation'), storeId: ref('Store'), phase: z.string() }),
  visible: (actor) => (actor.kind === 'staff' ? 'all' : 'none'),
  live: (row) => [`conversation:${row.conversationId}`, `store:${row.storeId}`],
  told: { as: 'CallbackChanged', field: 'callback' },
});
const callbacks = defineFeature({
  name: 'callbacks',
  words: anyWords,
  requires: [...conversations.requires, access, conversations],
  entities: [Callback],
  actions: {
    planCallback: defineAction({
      title: { en: 'Plan a call', zh: '安排回电' },
      allow: { staff: true },
      input: z.object({ conversationId: ref('Conversation'), storeId: ref('Store') }),
      output: one(Callback),
      run: (ctx, input) => ctx.insert(Callback, { ...input, phase: 'PLANNED' }),
    }),
  },
});

const FIELDS = '__typename ... on CallbackChanged { callback { phase } }';
const INBOX = `subscription ($store: ID) { event: inboxEvents(storeId: $store) { ${FIELDS} } }`;
const conversation = (fields: string) =>
  `subscription ($id: ID!) { event: conversationEvents(conversationId: $id) { ${fields} } }`;

describe('a row that a feature lets tell live', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });

  test('reaches the inbox of its store and its conversation in an event of its own, and nobody who may not see it', async () => {
    const scene = await createLiveDesk();
    let made = 0;
    const desk = createDesk({
      features: [...standardFeatures, callbacks],
      store: scene.memory,
      clock: scene.clock.now,
      newId: () => `call-${(made += 1)}`,
      ports: testPorts(),
    });
    const live = await serveLive(desk, scene.memory, { clock: scene.clock });
    stops.push(
      () => scene.hub.close(),
      () => live.hub.close(),
    );
    const [agent, shopper] = [await scene.staff('PA1', ['PA']), await scene.shopper()];
    const { id, storeId } = await desk.as(shopper).conversations.openConversation({});
    const inbox = await live.subscribe(agent, INBOX, { store: storeId });
    const mine = await live.subscribe(shopper, conversation('__typename'), { id });
    const theirs = await live.subscribe(agent, conversation(FIELDS), { id });
    await vi.waitFor(() => expect([mine, theirs].map(({ events }) => events.length)).toEqual([1, 1]));
    await desk.as(agent).callbacks.planCallback({ conversationId: id, storeId });
    const callback = { phase: 'PLANNED' };
    for (const stream of [inbox, theirs])
      await vi.waitFor(() =>
        expect(stream.of('CallbackChanged')).toEqual([{ __typename: 'CallbackChanged', callback }]),
      );
    expect(inbox.of('RecordChanged')).toEqual([]);
    expect(mine.of('CallbackChanged')).toEqual([]);
    expect(live.errors).toEqual([]);
  });
});
