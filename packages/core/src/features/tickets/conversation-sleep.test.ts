import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { createTestDesk } from '../../testing/index.ts';
import { standardFeatures } from '../index.ts';
import { Awaited } from './fields.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const refusal = (code: string) => ({ denial: { code } });

async function scene() {
  const setup = await createTestDesk({ features: standardFeatures });
  const { clock, desk, system } = setup;
  const [agent, other] = [await setup.staff('Ann', ['PA']), await setup.staff('Bo', ['AA'])];
  const lily = await setup.shopper('lily');
  const customer = desk.as(lily).conversations;
  const { id } = await customer.openConversation({});
  await customer.sendMessage({ conversationId: id, clientMsgId: 'first-word', text: 'When is it there again?' });
  await desk.as(system).conversations.assignConversation({ id, userId: agent.userId, reason: 'test' });
  const says = (text: string, by: Actor = lily) =>
    desk.as(by).conversations.sendMessage({ conversationId: id, clientMsgId: `message-${text}`, text });
  const row = () => desk.read(system).get(Awaited, id);
  const wait = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await desk.runTimers();
  };
  const at = (hours: number) => new Date(clock.now().getTime() + hours * HOUR).toISOString();
  const woke = async () =>
    (await desk.as(agent).notices.myNotices({})).notices.filter(({ kind }) => kind === 'CONVERSATION_WOKE');
  return { ...setup, agent, other, id, says, row, wait, at, woke, api: (by: Actor) => desk.as(by).tickets };
}

describe('a conversation that sleeps', () => {
  test('is left alone by what closes silent ones, and wakes at its time, once, and its owner hears of it', async () => {
    const { api, agent, id, says, row, wait, at, woke, desk } = await scene();
    await says('Tomorrow.', agent);
    await api(agent).sleepConversation({ id, until: at(24), reason: 'It is there tomorrow.' });
    await wait(HOUR);
    await wait(HOUR);
    expect(await row()).toMatchObject({ sleepUntil: at(22) });
    expect((await row()).state).not.toBe('CLOSED');
    await Promise.all([wait(22 * HOUR), desk.runTimers(), desk.runTimers()]);
    expect(await row()).toMatchObject({ sleepUntil: null });
    expect(await woke()).toMatchObject([{ count: 1 }]);
    await wait(24 * HOUR);
    expect(await woke()).toMatchObject([{ count: 1 }]);
    await says('It is there now.', agent);
    expect(await woke()).toEqual([]);
  });

  test('wakes by the customer’s next word, and not once more at its time', async () => {
    const { api, agent, id, says, row, wait, at, woke } = await scene();
    await says('Tomorrow.', agent);
    await api(agent).sleepConversation({ id, until: at(24) });
    await says('Never mind, I have one.');
    expect(await row()).toMatchObject({ sleepUntil: null, state: 'ACTIVE' });
    await says('Fine.', agent);
    await api(agent).sleepConversation({ id, until: at(48) });
    await wait(25 * HOUR);
    expect(await woke()).toEqual([]);
    expect((await row()).sleepUntil).not.toBeNull();
  });

  test('is its owner’s to put to sleep, for thirty days at most, and only when nobody waits for an answer', async () => {
    const { api, agent, other, id, says, row, at } = await scene();
    await expect(api(agent).sleepConversation({ id, until: at(1) })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
    await says('Tomorrow.', agent);
    await expect(api(other).sleepConversation({ id, until: at(1) })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(agent).sleepConversation({ id, until: at(-1) })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await expect(api(agent).sleepConversation({ id, until: at(31 * 24) })).rejects.toMatchObject(
      refusal('LIMIT_EXCEEDED'),
    );
    await expect(api(agent).wakeConversation({ id })).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
    await api(agent).sleepConversation({ id, until: at(1) });
    await api(agent).wakeConversation({ id });
    expect(await row()).toMatchObject({ sleepUntil: null });
  });

  test('that is closed sleeps no more', async () => {
    const { api, agent, id, says, row, wait, at, woke, desk } = await scene();
    await says('Tomorrow.', agent);
    await api(agent).sleepConversation({ id, until: at(1) });
    await desk.as(agent).conversations.closeConversation({ id, intent: 'PRODUCT', result: 'SOLVED' });
    expect(await row()).toMatchObject({ sleepUntil: null, state: 'CLOSED' });
    await wait(2 * HOUR);
    expect(await woke()).toEqual([]);
  });
});
