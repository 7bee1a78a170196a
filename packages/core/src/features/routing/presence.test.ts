import { describe, expect, test } from 'vitest';
import { User } from '../access/entities.ts';
import { Conversation, Message } from '../conversations/entities.ts';
import { Notice } from '../notices/index.ts';
import { Leaving } from './entities.ts';
import { MINUTE, routingScene, SECOND } from './testing/scene.ts';

const code = (denial: string) => ({ denial: { code: denial } });

describe('a silent agent', () => {
  test('loses the conversation, which keeps its place; the others are asked first', async () => {
    const { staff, customer, conversation, pass, read, be } = await routingScene();
    const silent = await staff('PA1', ['PA']);
    const { id } = await customer();
    const { queuedAt } = await conversation(id);
    const other = await staff('PA2', ['PA']);
    await pass(120 * SECOND);
    expect(await conversation(id)).toMatchObject({ state: 'ASSIGNED', ownerId: other.userId, queuedAt });
    expect(await read.all(Notice)).toMatchObject([
      { kind: 'SILENT_RETURNED', toUserIds: [silent.userId], aboutId: id },
    ]);
    await be(other, 'BUSY');
    expect((await conversation((await customer()).id)).ownerId).toBe(silent.userId);
  });

  test('who answers, types or looks keeps it', async () => {
    const { staff, customer, conversation, pass, say, desk } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    await staff('PA2', ['PA']);
    const { id } = await customer();
    expect((await conversation(id)).ownerId).toBe(agent.userId);
    await pass(110 * SECOND);
    await desk.as(agent).conversations.setTyping({ id, on: true });
    await pass(110 * SECOND);
    await desk.as(agent).conversations.setViewing({ id, on: true });
    await pass(110 * SECOND);
    await say(agent, id, 'Good day, how can I help you?');
    await pass(9 * MINUTE);
    expect((await conversation(id)).ownerId).toBe(agent.userId);
  });

  test('who only looks on is silent in the end', async () => {
    const { staff, customer, conversation, pass, desk } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { id } = await customer();
    const other = await staff('PA2', ['PA']);
    for (let n = 0; n < 6; n += 1) {
      await desk.as(agent).conversations.setViewing({ id, on: true });
      await pass(60 * SECOND);
    }
    expect((await conversation(id)).ownerId).toBe(other.userId);
  });

  /** An agent who has served a customer before and now lets two conversations in a row wait. */
  async function silentTwice(policy: { awaySeconds?: number } = {}) {
    const scene = await routingScene();
    const { staff, customer, pass, say, close, desk, system, store, read } = scene;
    if (policy.awaySeconds !== undefined)
      await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, awaySeconds: policy.awaySeconds });
    const agent = await staff('PA1', ['PA'], { capacity: 1 });
    const served = await customer();
    await say(agent, served.id, 'Good day!');
    await close(agent, served.id);
    const { id } = await customer();
    await pass(120 * SECOND);
    await pass(15 * SECOND);
    expect((await scene.conversation(id)).ownerId).toBe(agent.userId);
    await pass(120 * SECOND);
    const told = async () =>
      (await read.all(Notice))
        .map(({ kind, toPermission, count }) => `${kind} ${toPermission ? 'leads' : 'them'} ×${count}`)
        .toSorted();
    const presence = async () => (await read.get(User, agent.userId)).presence;
    const awayAt = async () => (await read.get(Leaving, agent.userId)).awayAt;
    return { ...scene, agent, id, told, presence, awayAt };
  }

  test('is told after two in a row, then set away, and their leads are told', async () => {
    const { clock, conversation, id, told, presence, awayAt, pass, be, agent } = await silentTwice();
    expect(await awayAt()).toBe(new Date(clock.now().getTime() + 60 * SECOND).toISOString());
    expect([await presence(), (await conversation(id)).state]).toEqual(['ONLINE', 'QUEUED']);
    // The same conversation twice: one notice, counted.
    expect(await told()).toEqual(['SILENT_RETURNED them ×2']);
    await pass(59 * SECOND);
    expect(await presence()).toBe('ONLINE');
    await pass(SECOND);
    expect([await presence(), await awayAt(), (await conversation(id)).state]).toEqual(['AWAY', null, 'QUEUED']);
    expect(await told()).toEqual(['SILENT_AWAY leads ×1', 'SILENT_AWAY them ×1', 'SILENT_RETURNED them ×2']);
    await be(agent, 'ONLINE');
    expect((await conversation(id)).ownerId).toBe(agent.userId);
  });

  test('stays online with any sign of life in the countdown, and is given customers again', async () => {
    const { desk, agent, presence, awayAt, pass, conversation, id, staff } = await silentTwice();
    await pass(50 * SECOND);
    const other = await staff('PA2', ['PA'], { presence: 'OFFLINE' });
    await desk.as(other).routing.stayOnline({});
    expect(await awayAt()).not.toBeNull();
    await desk.as(agent).routing.stayOnline({});
    expect(await awayAt()).toBeNull();
    expect((await conversation(id)).ownerId).toBe(agent.userId);
    await pass(60 * SECOND);
    expect(await presence()).toBe('ONLINE');
  });

  test('is set away after as many seconds as the store says, and at once where it says none', async () => {
    const none = await silentTwice({ awaySeconds: 0 });
    expect([await none.presence(), await none.awayAt()]).toEqual(['AWAY', null]);
    const long = await silentTwice({ awaySeconds: 300 });
    await long.pass(299 * SECOND);
    expect(await long.presence()).toBe('ONLINE');
    await long.pass(SECOND);
    expect(await long.presence()).toBe('AWAY');
  });

  test('is not set away before they have ever answered a customer; those who lead are told once', async () => {
    const { staff, customer, pass, read } = await routingScene();
    const newcomer = await staff('PA1', ['PA'], { capacity: 1 });
    await customer();
    for (let n = 0; n < 4; n += 1) {
      await pass(120 * SECOND);
      await pass(15 * SECOND);
    }
    expect(await read.get(Leaving, newcomer.userId)).toMatchObject({ presence: 'ONLINE', awayAt: null });
    const leads = (await read.all(Notice)).filter(({ toPermission }) => toPermission !== null);
    expect(leads.map(({ kind, key }) => [kind, key])).toEqual([['SILENT_NEW', newcomer.userId]]);
  });

  test('who is gone from the panel loses at once what he has not begun', async () => {
    const { staff, customer, pass, desk, conversation } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { id } = await customer();
    const other = await staff('PA2', ['PA']);
    await desk.as(agent).access.noteStaffConnection({ connected: false });
    await pass(90 * SECOND);
    expect((await conversation(id)).ownerId).toBe(other.userId);
  });
});

describe('a presence', () => {
  test('ONLINE needs an automatic reply', async () => {
    const { staff, be, desk } = await routingScene();
    const agent = await staff('PA1', ['PA'], { presence: 'OFFLINE', autoReplyText: ' ' });
    await expect(be(agent, 'ONLINE')).rejects.toMatchObject({
      denial: { code: 'POLICY_DENIED', details: { missing: 'autoReplyText' } },
    });
    await expect(desk.as(agent).access.setAutoReply({ text: '  ' })).rejects.toMatchObject(code('VALIDATION_FAILED'));
    await desk.as(agent).access.setAutoReply({ text: 'Back soon.' });
    expect((await be(agent, 'ONLINE')).presence).toBe('ONLINE');
  });

  test('ONLINE needs the right to serve customers', async () => {
    const { staff, be, desk } = await routingScene();
    const newcomer = await staff('PA1', ['PA'], { presence: 'OFFLINE', skills: ['CHAT'], mayServe: false });
    await expect(be(newcomer, 'ONLINE')).rejects.toMatchObject({
      denial: { code: 'POLICY_DENIED', details: { missing: 'LIVE', changedBy: 'staff.manage' } },
    });
    await desk
      .as(await staff('AD1', ['AD'], { presence: 'OFFLINE' }))
      .access.updateStaff({ id: newcomer.userId, mayServe: true });
    expect((await be(newcomer, 'ONLINE')).presence).toBe('ONLINE');
  });

  test('AWAY, BREAK and OFFLINE wait until nobody is unanswered (R-CH-14), or a lead answers for it', async () => {
    const { staff, customer, be, desk, say, system } = await routingScene();
    const [agent, lead] = [await staff('PA1', ['PA']), await staff('TL1', ['TL'])];
    const { id } = await customer();
    for (const presence of ['AWAY', 'BREAK', 'OFFLINE'] as const)
      await expect(be(agent, presence, 'tired')).rejects.toMatchObject({
        denial: { code: 'UNANSWERED_CONVERSATIONS', details: { conversationIds: [id] } },
      });
    expect((await be(agent, 'BUSY')).presence).toBe('BUSY');
    await expect(desk.as(lead).access.setPresence({ id: agent.userId, presence: 'AWAY' })).rejects.toMatchObject(
      code('REASON_REQUIRED'),
    );
    expect(
      (await desk.as(lead).access.setPresence({ id: agent.userId, presence: 'AWAY', reason: 'ill' })).presence,
    ).toBe('AWAY');
    await be(agent, 'ONLINE');
    await say(agent, id, 'Good day!');
    expect((await be(agent, 'AWAY')).presence).toBe('AWAY');
    expect((await desk.as(system).access.setPresence({ id: agent.userId, presence: 'OFFLINE' })).presence).toBe(
      'OFFLINE',
    );
  });

  test('of one who is away answers each customer once, and that is no answer', async () => {
    const { staff, customer, be, say, read, conversation } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { actor, id } = await customer();
    await say(agent, id, 'Good day!');
    await be(agent, 'AWAY');
    await say(actor, id, 'and one more question');
    await say(actor, id, 'hello?');
    const auto = async () =>
      (await read.all(Message, { where: { conversationId: id, isAuto: true, sender: 'AGENT' } })).map(
        ({ body }) => body,
      );
    expect(await auto()).toEqual(['Back in a moment.']);
    expect((await conversation(id)).waitingSince).not.toBeNull();
    await be(agent, 'ONLINE');
    await say(actor, id, 'are you back?');
    expect(await auto()).toHaveLength(1);
    await say(agent, id, 'Yes.');
    await be(agent, 'BREAK');
    await say(actor, id, 'good');
    expect(await auto()).toHaveLength(2);
  });

  test('does not change to away in the very moment in which a customer is given to him', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { staff, customer, be, read } = await routingScene();
      const agent = await staff('PA1', ['PA']);
      const [came, went] = await Promise.allSettled([customer(), be(agent, 'AWAY')]);
      expect(came.status).toBe('fulfilled');
      const { presence } = await read.get(User, agent.userId);
      const mine = await read.all(Conversation, { where: { ownerId: agent.userId, waitingSince: { ne: null } } });
      expect({ presence, unanswered: mine.length, refused: went.status === 'rejected' }).toEqual(
        presence === 'AWAY'
          ? { presence, unanswered: 0, refused: false }
          : { presence: 'ONLINE', unanswered: 1, refused: true },
      );
    }
  });
});
