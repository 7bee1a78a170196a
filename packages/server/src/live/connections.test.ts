import { Timer, type RowOf } from '@shopdesk/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CONVERSATION_EVENTS, createLiveDesk, INBOX_EVENTS, serveLive } from './testing/live-desk.ts';

const hubs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

async function chat() {
  const live = await createLiveDesk();
  hubs.push(live.hub);
  const agent = await live.staff('PA1', ['PA']);
  const shopper = await live.shopper();
  const { id, state } = await live.desk.as(shopper).conversations.openConversation({});
  expect(state).toBe('QUEUED');
  const timers = async () =>
    ((await live.memory.find({ entity: Timer, where: [], limit: 1000 })) as RowOf<typeof Timer>[]).map(
      ({ key }) => key,
    );
  return { ...live, agent, shopper, id, timers };
}

describe('a shopper in the queue', () => {
  test('gives up his place a minute after his last tab is closed, not his first', async () => {
    const { subscribe, shopper, id, timers, clock, desk, system } = await chat();
    const tabs = [
      await subscribe(shopper, CONVERSATION_EVENTS, { id }),
      await subscribe(shopper, CONVERSATION_EVENTS, { id }),
    ];
    tabs[0]?.close();
    await tabs[0]?.ended;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await timers()).toEqual([]);
    tabs[1]?.close();
    await vi.waitFor(async () => expect(await timers()).toEqual([`leave:${id}`]));
    clock.advance(61_000);
    await desk.runTimers();
    const conversation = desk.entities.find(({ name }) => name === 'Conversation');
    expect(conversation && (await desk.read(system).get(conversation, id))).toMatchObject({ state: 'ABANDONED' });
  });

  test('keeps his place when he comes back in time', async () => {
    const { subscribe, shopper, id, timers } = await chat();
    (await subscribe(shopper, CONVERSATION_EVENTS, { id })).close();
    await vi.waitFor(async () => expect(await timers()).toEqual([`leave:${id}`]));
    await subscribe(shopper, CONVERSATION_EVENTS, { id });
    await vi.waitFor(async () => expect(await timers()).toEqual([]));
  });
});

describe('a member of staff', () => {
  test('goes offline some time after the panel is closed', async () => {
    const { subscribe, agent, timers } = await chat();
    const panel = await subscribe(agent, INBOX_EVENTS);
    panel.close();
    await vi.waitFor(async () => expect(await timers()).toContain(`presence:${agent.userId}`));
  });

  test('who was left online by a killed server goes offline unless he comes back', async () => {
    const { desk, loose, memory, agent, staff, timers, shopper, id } = await chat();
    const other = await staff('PA2', ['PA']);
    const next = await serveLive(loose, memory);
    hubs.push(next.hub);
    await vi.waitFor(async () =>
      expect((await timers()).toSorted()).toEqual(
        [`leave:${id}`, `presence:${agent.userId}`, `presence:${other.userId}`].toSorted(),
      ),
    );
    await next.subscribe(other, INBOX_EVENTS);
    await next.subscribe(shopper, CONVERSATION_EVENTS, { id });
    await vi.waitFor(async () => expect(await timers()).toEqual([`presence:${agent.userId}`]));
    expect(desk).toBeTruthy();
  });
});
