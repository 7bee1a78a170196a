import { describe, expect, test } from 'vitest';
import type { ShopperActor } from '../../kernel/actor.ts';
import { routingScene } from '../routing/testing/scene.ts';
import { QueueEntry } from '../routing/entities.ts';
import { Conversation } from './entities.ts';

type Stage = 'OFFLINE' | 'QUEUED' | 'ASSIGNED';

/** A customer with an open conversation on one device, and a guest with one of their own who then signs in as them. */
async function scene(customers: Stage | undefined, guests: 'QUEUED' | 'ASSIGNED') {
  const setup = await routingScene();
  const { desk, staff, customer, say, store, system, conversation } = setup;
  await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, mode: 'MANUAL' });
  const [ann, bob] = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
  const phone = await setup.shopper('lily');
  const own = customers ? (await desk.as(phone).conversations.openConversation({})).id : undefined;
  if (own) await say(phone, own, 'first question');
  if (own && customers === 'ASSIGNED') await desk.as(ann).conversations.takeConversation({ id: own });
  if (own && customers === 'OFFLINE') await desk.as(phone).conversations.leaveQueueForMessage({ id: own });
  const guest = await customer('kettle broken');
  if (guests === 'ASSIGNED') await desk.as(bob).conversations.takeConversation({ id: guest.id });
  const signIn = async (): Promise<ShopperActor> => {
    const { customerId } = await desk.as(guest.actor).customers.identifyShopper({
      storeKey: store.key,
      identityToken: JSON.stringify({ subject: 'lily', name: 'Lily' }),
    });
    return { ...phone, customerId };
  };
  const textsOf = async (who: ShopperActor, conversationId: string) =>
    (await desk.as(who).conversations.messages({ conversationId }))
      .filter(({ kind }) => kind !== 'EVENT')
      .map(({ body }) => body);
  return { ...setup, ann, bob, phone, own, guest, signIn, textsOf, now: conversation };
}

describe('a guest who signs in as somebody with an open conversation', () => {
  for (const customers of ['OFFLINE', 'QUEUED', 'ASSIGNED'] as const)
    for (const guests of ['QUEUED', 'ASSIGNED'] as const)
      test(`goes on in it: the customer's is ${customers}, the guest's ${guests}`, async () => {
        const {
          desk,
          ann,
          bob,
          own = '',
          guest,
          phone,
          signIn,
          textsOf,
          now,
          say,
          read,
        } = await scene(customers, guests);
        const lily = await signIn();
        const open = await desk.as(lily).conversations.myConversations({});
        expect(open.map(({ id }) => id)).toEqual([own]);
        expect(await textsOf(lily, own)).toEqual(['first question', 'kettle broken']);
        expect(await now(guest.id)).toMatchObject({
          customerId: lily.customerId,
          state: 'CLOSED',
          mergedInto: own,
          waitingSince: null,
        });
        expect(await now(own)).toMatchObject({
          waitingSince: expect.any(String) as string,
          preview: 'kettle broken',
          unreadForStaff: 2,
        });
        const owner = customers === 'ASSIGNED' ? ann : guests === 'ASSIGNED' ? bob : undefined;
        expect(await now(own)).toMatchObject({ state: owner ? 'ASSIGNED' : 'QUEUED', ownerId: owner?.userId ?? null });
        expect((await read.all(QueueEntry)).map(({ id }) => id)).toEqual(owner ? [] : [own]);
        const told = await desk.as(bob).conversations.messages({ conversationId: guest.id });
        expect(told.at(-1)).toMatchObject({ kind: 'EVENT', body: 'GOES_ON' });
        await expect(say(bob, guest.id, 'into the void')).rejects.toMatchObject({
          denial: { code: expect.stringMatching(/INVALID_TRANSITION/) as string, details: { conversationId: own } },
        });
        const serving = owner ?? ann;
        if (!owner) await desk.as(ann).conversations.takeConversation({ id: own });
        await say(serving, own, 'We send another one.');
        for (const device of [phone, lily]) expect(await textsOf(device, own)).toContain('We send another one.');
      });

  test('keeps the agent, and the conversation itself, when they have none open', async () => {
    const { desk, bob, guest, signIn, textsOf, say, now } = await scene(undefined, 'ASSIGNED');
    const lily = await signIn();
    expect(await now(guest.id)).toMatchObject({
      customerId: lily.customerId,
      state: 'ASSIGNED',
      ownerId: bob.userId,
      customerName: 'Lily',
    });
    await say(bob, guest.id, 'hello Lily');
    expect(await textsOf(lily, guest.id)).toEqual(['kettle broken', 'hello Lily']);
    expect(await desk.as(lily).conversations.myConversations({})).toHaveLength(1);
  });

  test('has a message that is under way sent once, and not into the closed one', async () => {
    const { desk, own = '', guest, signIn, textsOf } = await scene('QUEUED', 'QUEUED');
    await desk
      .as(guest.actor)
      .conversations.sendMessage({ conversationId: guest.id, clientMsgId: 'under-way-1', text: 'and the lid' });
    const lily = await signIn();
    const again = (conversationId: string, clientMsgId: string) =>
      desk.as(lily).conversations.sendMessage({ conversationId, clientMsgId, text: 'and the lid' });
    await expect(again(guest.id, 'under-way-2')).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
    await again(own, 'under-way-1');
    expect((await textsOf(lily, own)).filter((text) => text === 'and the lid')).toHaveLength(1);
  });

  test('brings the conversations that are over along, and what others wrote stays theirs', async () => {
    const { desk, bob, guest, signIn, read, close, shopper } = await scene('QUEUED', 'ASSIGNED');
    await close(bob, guest.id);
    const stranger = await shopper('bob');
    const { id } = await desk.as(stranger).conversations.openConversation({});
    const lily = await signIn();
    expect(await read.get(Conversation, guest.id)).toMatchObject({
      customerId: lily.customerId,
      state: 'CLOSED',
      mergedInto: null,
    });
    expect((await read.get(Conversation, id)).customerId).toBe(stranger.customerId);
  });
});
