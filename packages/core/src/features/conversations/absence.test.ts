import { describe, expect, test } from 'vitest';
import { MINUTE, routingScene, SECOND } from '../routing/testing/scene.ts';

/** A queue behind one busy agent. */
async function queue() {
  const scene = await routingScene();
  const agent = await scene.staff('PA1', ['PA'], { capacity: 1 });
  const first = await scene.customer();
  await scene.say(agent, first.id, 'One moment.');
  const leave = (who: Awaited<ReturnType<typeof scene.customer>>) =>
    scene.desk.as(who.actor).conversations.noteShopperConnection({ id: who.id, present: false });
  const silent = async (name?: string) => {
    const actor = await scene.shopper(name);
    return { actor, id: (await scene.desk.as(actor).conversations.openConversation({})).id };
  };
  const stateOf = async (id: string) => (await scene.conversation(id)).state;
  return { ...scene, agent, first, leave, silent, stateOf };
}

describe('the place in the queue of a shopper who is gone', () => {
  test('is kept for five minutes when they have written or are known to the shop, else for one', async () => {
    const { customer, silent, leave, pass, stateOf } = await queue();
    const [written, known, unknown] = [await customer(), await silent('lily'), await silent()];
    for (const who of [written, known, unknown]) await leave(who);
    await pass(78 * SECOND);
    expect([await stateOf(written.id), await stateOf(known.id), await stateOf(unknown.id)]).toEqual([
      'QUEUED',
      'QUEUED',
      'ABANDONED',
    ]);
    await pass(5 * MINUTE);
    expect([await stateOf(written.id), await stateOf(known.id)]).toEqual(['OFFLINE', 'ABANDONED']);
  });

  test('is kept for as long as the store says, within sense', async () => {
    const { customer, leave, pass, stateOf, desk, system, store } = await queue();
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, keepPlaceSeconds: 600 });
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, maxQueue: 50 });
    const written = await customer();
    await leave(written);
    await pass(9 * MINUTE);
    expect(await stateOf(written.id)).toBe('QUEUED');
    await pass(2 * MINUTE);
    expect(await stateOf(written.id)).toBe('OFFLINE');
    await expect(
      desk.as(system).routing.setRoutingPolicy({ storeId: store.id, keepPlaceSeconds: 5 }),
    ).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
  });

  test('is kept while they are there without a stream, and given up when that ends too', async () => {
    const { customer, leave, pass, stateOf, desk } = await queue();
    const { actor, id } = await customer();
    const ping = () => desk.as(actor).conversations.keepQueuePlace({ id });
    await ping();
    await pass(MINUTE);
    expect(await stateOf(id)).toBe('QUEUED');
    await leave({ actor, id });
    await pass(4 * MINUTE);
    await ping();
    await pass(4 * MINUTE);
    expect(await stateOf(id)).toBe('QUEUED');
    await pass(2 * MINUTE);
    expect(await stateOf(id)).toBe('OFFLINE');
    expect((await ping()).state).toBe('OFFLINE');
  });
});

describe('what an absent shopper has written', () => {
  test('becomes a left message that agents find, and waits for service', async () => {
    const { customer, leave, pass, conversation, desk, agent, waiting } = await queue();
    const written = await customer('Where is my parcel?');
    await leave(written);
    await pass(6 * MINUTE);
    expect(await conversation(written.id)).toMatchObject({
      state: 'OFFLINE',
      closedAt: null,
      preview: 'Where is my parcel?',
      waitingSince: expect.any(String) as string,
    });
    expect(await waiting()).toEqual([]);
    expect(await desk.as(agent).conversations.inboxCounts({})).toMatchObject({ offline: 1 });
    expect(
      (await desk.as(written.actor).conversations.messages({ conversationId: written.id })).map(({ body }) => body),
    ).toEqual(['Where is my parcel?', 'AWAY']);
    await desk.as(agent).conversations.takeConversation({ id: written.id });
    expect((await conversation(written.id)).ownerId).toBe(agent.userId);
  });

  test('stands in its old place again with one press, or when they write again', async () => {
    const { customer, leave, pass, desk, waiting, say, stateOf } = await queue();
    const [early, earlier] = [await customer(), await customer()];
    await leave(early);
    await leave(earlier);
    await pass(6 * MINUTE);
    const late = await customer();
    expect(await waiting()).toEqual([late.id]);
    await desk.as(early.actor).conversations.resumeWaiting({ id: early.id });
    await say(earlier.actor, earlier.id, 'I am back');
    expect(await waiting()).toEqual([early.id, earlier.id, late.id]);
    await pass(6 * MINUTE);
    expect(await stateOf(early.id)).toBe('QUEUED');
  });

  test('is not put into the queue by one who left it for a message, by a stranger, or while nobody serves', async () => {
    const { customer, leave, pass, desk, agent, be, close, first } = await queue();
    const [left, away] = [await customer(), await customer()];
    await desk.as(left.actor).conversations.leaveQueueForMessage({ id: left.id });
    await expect(desk.as(left.actor).conversations.resumeWaiting({ id: left.id })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
    await leave(away);
    await pass(6 * MINUTE);
    await expect(desk.as(left.actor).conversations.resumeWaiting({ id: away.id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
    await desk.as(first.actor).conversations.openConversation({});
    await close(agent, first.id).catch(() => undefined);
    await be(agent, 'OFFLINE');
    await expect(desk.as(away.actor).conversations.resumeWaiting({ id: away.id })).rejects.toMatchObject({
      denial: { code: 'POLICY_DENIED' },
    });
  });
});
