import { describe, expect, test } from 'vitest';
import { User } from '../access/entities.ts';
import { Message } from '../conversations/entities.ts';
import { routingScene } from './testing/scene.ts';

const UNSEEN = ['\u200b', '\u3164', '\u2060\u00ad', '\u2800'];

describe('the automatic reply', () => {
  test('is something that a customer can see, whoever sets it', async () => {
    const { staff, desk, be } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const access = desk.as(await staff('AD1', ['AD'], { presence: 'OFFLINE' })).access;
    for (const [index, text] of UNSEEN.entries()) {
      await expect(desk.as(agent).access.setAutoReply({ text })).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'text' }] },
      });
      await expect(access.updateStaff({ id: agent.userId, autoReplyText: text })).rejects.toMatchObject({
        denial: { details: { missing: 'autoReplyText' } },
      });
      const newcomer = await staff(`N-${index}`, ['PA'], { presence: 'OFFLINE', autoReplyText: text });
      await expect(be(newcomer, 'ONLINE')).rejects.toMatchObject({ denial: { details: { missing: 'autoReplyText' } } });
    }
    expect((await desk.as(agent).access.setAutoReply({ text: '👋' })).autoReplyText).toBe('👋');
  });

  test('of somebody who is online is not emptied by an administrator', async () => {
    const { staff, desk, read, be } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const access = desk.as(await staff('AD1', ['AD'], { presence: 'OFFLINE' })).access;
    for (const autoReplyText of ['', '   '])
      await expect(access.updateStaff({ id: agent.userId, autoReplyText })).rejects.toMatchObject({
        denial: { code: 'POLICY_DENIED', details: { missing: 'autoReplyText' } },
      });
    expect((await read.get(User, agent.userId)).autoReplyText).toBe('Back in a moment.');
    expect(
      (await access.updateStaff({ id: agent.userId, name: 'Other', autoReplyText: 'Back in a moment.' })).name,
    ).toBe('Other');
    await be(agent, 'OFFLINE');
    expect((await access.updateStaff({ id: agent.userId, autoReplyText: '' })).autoReplyText).toBe('');
  });

  test('that could never be sent is refused when it is set, with the words marked', async () => {
    const { staff, desk } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const access = desk.as(await staff('AD1', ['AD'], { presence: 'OFFLINE' })).access;
    const text = '我暂时离开，请加微信联系我。';
    const marked = {
      denial: { code: 'FORBIDDEN_TERM', details: { hits: [expect.objectContaining({ level: 'BLOCK' })] } },
    };
    await expect(desk.as(agent).access.setAutoReply({ text })).rejects.toMatchObject(marked);
    await expect(access.updateStaff({ id: agent.userId, autoReplyText: text })).rejects.toMatchObject(marked);
    const input = {
      name: 'N',
      agentNo: 'N-1',
      email: 'n@example.com',
      password: 'long enough',
      roles: ['PA' as const],
      autoReplyText: text,
    };
    await expect(access.addStaff(input)).rejects.toMatchObject(marked);
    await expect(desk.as(agent).access.setAutoReply({ text: 'Back at {time}.' })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'text' }] },
    });
    expect((await desk.as(agent).access.setAutoReply({ text: '我暂时离开，马上回来。' })).autoReplyText).toBe(
      '我暂时离开，马上回来。',
    );
  });

  test('reaches each customer once in an absence, whatever the absence is called', async () => {
    const { staff, customer, be, say, read } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { actor, id } = await customer();
    const auto = async () =>
      (await read.all(Message, { where: { conversationId: id, isAuto: true, sender: 'AGENT' } })).length;
    const away = (presence: 'AWAY' | 'BREAK') => be(agent, presence, 'lunch');
    await say(agent, id, 'Good day!');
    await away('AWAY');
    await say(actor, id, 'one more question');
    expect(await auto()).toBe(1);
    await say(agent, id, 'A short answer in between.');
    await away('BREAK');
    await say(actor, id, 'and another');
    await say(agent, id, 'Later.');
    await away('AWAY');
    await say(actor, id, 'hello?');
    expect(await auto()).toBe(1);
    await be(agent, 'ONLINE');
    await say(agent, id, 'Here I am.');
    await away('BREAK');
    await say(actor, id, 'are you there?');
    expect(await auto()).toBe(2);
  });
});
