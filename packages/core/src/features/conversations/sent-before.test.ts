import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk } from '../../testing/index.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { Message } from './entities.ts';

const denied = (code: string, more: object = {}) => ({ denial: { code, ...more } });

async function scene() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const other = await setup.staff('PA2', ['PA']);
  const lily = await setup.shopper('lily');
  const { id: conversationId } = await setup.desk.as(lily).conversations.openConversation({});
  const send = (actor: Actor, clientMsgId: string, text: string) =>
    setup.desk.as(actor).conversations.sendMessage({ conversationId, clientMsgId, text });
  const note = (actor: Actor, clientMsgId: string, text: string) =>
    setup.desk.as(actor).conversations.addNote({ conversationId, clientMsgId, text });
  await send(lily, 'lily-0001', 'hello');
  await setup.desk.as(agent).conversations.takeConversation({ id: conversationId });
  const all = () => setup.desk.read(setup.system).all(Message, { where: { conversationId } });
  return { ...setup, agent, other, lily, conversationId, send, note, all };
}

describe('the id of an earlier message', () => {
  test('of an internal note gives a shopper no note: their message is sent as one of its own', async () => {
    const { agent, lily, send, note, all } = await scene();
    await note(agent, 'run-0001-1', 'suspected fraud, do not tell');
    expect(await send(lily, 'run-0001-1', 'x')).toMatchObject({ kind: 'TEXT', body: 'x', sender: 'CUSTOMER' });
    expect(
      (await all())
        .filter(({ clientMsgId }) => clientMsgId === 'run-0001-1')
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['NOTE', 'TEXT']);
  });

  test('gives nobody another’s message, and says nothing of it', async () => {
    const { agent, lily, send } = await scene();
    await send(agent, 'agent-0001', 'to Lily only');
    for (const attempt of [send(lily, 'agent-0001', 'x'), send(agent, 'lily-0001', 'x')]) {
      const error = await attempt.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject(denied('DUPLICATE'));
      expect(JSON.stringify(error)).not.toMatch(/Lily|hello|AGENT|CUSTOMER/);
    }
  });

  test('gives no colleague the message of an owner before, nor a note', async () => {
    const { desk, agent, other, conversationId, send, note } = await scene();
    await send(agent, 'agent-0001', 'mine');
    await note(agent, 'noted-0001', 'a note of mine');
    await desk.as(other).conversations.addNote({ conversationId, clientMsgId: 'other-0001', text: 'x' });
    await expect(note(other, 'noted-0001', 'x')).rejects.toMatchObject(denied('DUPLICATE'));
    await expect(send(other, 'agent-0001', 'x')).rejects.toMatchObject({
      denial: { code: expect.stringMatching(/DUPLICATE|FORBIDDEN/) },
    });
  });

  test('sends one’s own message once, also when the conversation has ended meanwhile', async () => {
    const { desk, agent, conversationId, send, note, all } = await scene();
    const first = await send(agent, 'agent-0001', 'once');
    expect((await send(agent, 'agent-0001', 'once')).id).toBe(first.id);
    expect((await note(agent, 'noted-0001', 'n')).id).toBe((await note(agent, 'noted-0001', 'n')).id);
    await desk.as(agent).conversations.closeConversation({ id: conversationId, intent: 'OTHER', result: 'SOLVED' });
    expect((await send(agent, 'agent-0001', 'once')).id).toBe(first.id);
    expect((await all()).filter(({ body }) => body === 'once')).toHaveLength(1);
  });

  test('with other words is a conflict, not the old words', async () => {
    const { agent, lily, send, note } = await scene();
    await expect(send(lily, 'lily-0001', 'something else')).rejects.toMatchObject(denied('CONFLICT'));
    await note(agent, 'noted-0001', 'n');
    await expect(note(agent, 'noted-0001', 'm')).rejects.toMatchObject(denied('CONFLICT'));
  });

  test('is still one’s own after the shop has said who the shopper is', async () => {
    const { desk, store, shopper, conversationId: _ } = await scene();
    const anonymous = await shopper();
    const { id: conversationId } = await desk.as(anonymous).conversations.openConversation({});
    const said = { conversationId, clientMsgId: 'before-0001', text: 'sent, and the answer was lost' };
    const { id } = await desk.as(anonymous).conversations.sendMessage(said);
    const { customerId } = await desk
      .as(anonymous)
      .customers.identifyShopper({ storeKey: store.key, identityToken: JSON.stringify({ subject: 'zoe' }) });
    expect(
      await desk.as({ ...anonymous, customerId, verified: true, externalId: 'zoe' }).conversations.sendMessage(said),
    ).toMatchObject({ id });
  });

  test('may not look like one of the desk’s own', async () => {
    const { desk, agent, lily, conversationId, send, note } = await scene();
    for (const attempt of [
      send(lily, 'notice:paid:1', 'x'),
      send(agent, 'apology:1', 'x'),
      note(agent, 'event:0001', 'x'),
    ])
      await expect(attempt).rejects.toMatchObject(denied('VALIDATION_FAILED', { fields: [{ path: 'clientMsgId' }] }));
    const leave = (desk as unknown as Desk).perform(agent, 'leaveMessage', {
      id: lily.customerId,
      clientMsgId: 'notice:paid',
      text: 'x',
      conversationId,
    });
    await expect(leave).rejects.toMatchObject(denied('VALIDATION_FAILED'));
  });
});

test('a shopper cannot keep a notice of the shop’s payment away by taking its place', async () => {
  const scene = await shopScene({});
  await scene.people('PA1');
  const { id: conversationId } = await scene.desk.as(scene.lily).conversations.openConversation({});
  const take = (clientMsgId: string) =>
    scene.desk
      .as(scene.lily)
      .conversations.sendMessage({ conversationId, clientMsgId, text: 'mine' })
      .catch(() => undefined);
  const keys = ['paid:O-PAID:O-PAID/1', 'paid-O-PAID-O-PAID/1'];
  for (const key of keys) for (const place of [`notice:${key}`, `notice-${key}`, key]) await take(place);
  const shop = { kind: 'system', tenantId: scene.store.tenantId, name: `shop:${scene.store.key}` } as const;
  await scene.loose.perform(shop, 'notePayment', {
    storeId: scene.store.id,
    orderId: 'O-PAID',
    paymentId: 'O-PAID/1',
    amount: { amount: 10_000, currency: 'CNY' },
  });
  await scene.desk.runTimers();
  const messages = await scene.desk.as(scene.lily).conversations.messages({ conversationId });
  expect(messages.filter(({ sender, kind }) => sender === 'SYSTEM' && kind === 'TEXT')).toHaveLength(1);
});
