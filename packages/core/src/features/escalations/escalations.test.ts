import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { Conversation } from '../conversations/entities.ts';
import { Escalation } from './entities.ts';
import { Escalated } from './fields.ts';

const MINUTE = 60_000;
const why = { reason: '顾客要求赔偿', summary: '商品破损,顾客要求三倍赔偿,已安抚' };

async function scene() {
  const setup = await createTestDesk();
  const { desk, system, clock } = setup;
  const agent = await setup.staff('PA1', ['PA']);
  const shopper = await setup.shopper('lily');
  const { id } = await desk.as(shopper).conversations.openConversation({});
  await desk
    .as(shopper)
    .conversations.sendMessage({ conversationId: id, clientMsgId: 'escalation-1', text: '东西坏了,我要赔偿' });
  if ((await desk.read(system).get(Conversation, id)).ownerId === null)
    await desk.as(agent).conversations.takeConversation({ id });
  const back = await setup.staff('AA1', ['AA']);
  const lead = await setup.staff('TL1', ['TL']);
  const supervisor = await setup.staff('SV1', ['SV']);
  const manager = await setup.staff('MG1', ['MG']);
  const analyst = await setup.staff('AN1', ['AN'], { presence: 'OFFLINE' });
  const outsider = await setup.staff('AA9', ['AA'], { storeIds: ['another-store'], presence: 'OFFLINE' });
  const escalate = (level: number, actor = agent) =>
    desk.as(actor).escalations.escalateConversation({ id, level, ...why });
  const now = () => desk.read(system).get(Escalated, id);
  const wait = async (minutes: number) => {
    clock.advance(minutes * MINUTE);
    await desk.runTimers();
  };
  return { ...setup, agent, back, lead, supervisor, manager, analyst, outsider, id, escalate, now, wait };
}

describe('an escalation', () => {
  test('needs a reason and a summary, and its level’s time to accept runs from when it is asked for (R-CH-05)', async () => {
    const { desk, agent, clock, id, now } = await scene();
    const ask = (more: object) => desk.as(agent).escalations.escalateConversation({ id, level: 2, ...why, ...more });
    await expect(ask({ reason: ' ' })).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await expect(ask({ summary: '' })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'summary' }] },
    });
    await expect(ask({ level: 1 })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'level' }] },
    });
    expect((await now()).escalatedTo).toBeNull();
    clock.advance(7 * MINUTE);
    expect(await ask({})).toMatchObject({
      state: 'REQUESTED',
      requestedAt: '2025-03-10T01:07:00.000Z',
      dueAt: '2025-03-10T01:17:00.000Z',
    });
  });

  test('leaves the conversation with its owner until it is accepted', async () => {
    const { desk, agent, back, id, escalate, now } = await scene();
    const { id: escalationId, dueAt } = await escalate(2);
    expect(dueAt).toBe('2025-03-10T01:10:00.000Z');
    expect(await now()).toMatchObject({ ownerId: agent.userId, level: 1, escalatedTo: 2 });
    await expect(escalate(3)).rejects.toMatchObject({ denial: { code: 'DUPLICATE' } });
    await desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, clientMsgId: 'escalation-2', text: '已为您升级处理' });
    await desk.as(back).escalations.acceptEscalation({ id: escalationId });
    expect(await now()).toMatchObject({ ownerId: back.userId, level: 2, escalatedTo: null });
  });

  test('is answered by the people of its level only, and not by who asked', async () => {
    const { desk, agent, back, lead, supervisor, manager, escalate } = await scene();
    const { id } = await escalate(3);
    for (const actor of [agent, back, lead, manager])
      await expect(desk.as(actor).escalations.acceptEscalation({ id })).rejects.toMatchObject({
        denial: { code: 'FORBIDDEN' },
      });
    const answers = await Promise.allSettled([
      desk.as(supervisor).escalations.acceptEscalation({ id }),
      desk.as(supervisor).escalations.declineEscalation({ id, reason: '一线可处理' }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is given back with a reason', async () => {
    const { desk, agent, back, escalate, now } = await scene();
    const { id } = await escalate(2);
    await expect(desk.as(back).escalations.declineEscalation({ id })).rejects.toMatchObject({
      denial: { code: 'REASON_REQUIRED' },
    });
    expect(await desk.as(back).escalations.declineEscalation({ id, reason: '请先核实订单' })).toMatchObject({
      state: 'DECLINED',
      declineReason: '请先核实订单',
    });
    expect(await now()).toMatchObject({ ownerId: agent.userId, level: 1, escalatedTo: null });
  });

  test('goes up by itself when nobody accepts, each step once, and is overdue at the top', async () => {
    const { desk, manager, escalate, now, wait, system } = await scene();
    const { id } = await escalate(2);
    await wait(10);
    expect((await now()).escalatedTo).toBe(3);
    await Promise.all([wait(10), desk.runTimers(), desk.runTimers()]);
    expect(await desk.read(system).get(Escalation, id)).toMatchObject({ level: 4, raised: 2, overdue: false });
    await wait(10);
    await wait(60);
    expect(await desk.read(system).get(Escalation, id)).toMatchObject({ level: 4, overdue: true, state: 'REQUESTED' });
    await desk.as(manager).escalations.acceptEscalation({ id });
    expect(await now()).toMatchObject({ level: 4, ownerId: manager.userId });
    expect(await desk.read(system).count(AuditEvent, { action: 'raiseEscalation' })).toBe(3);
  });

  test('ends with the conversation', async () => {
    const { desk, agent, id, escalate, now, system, wait } = await scene();
    const { id: escalationId } = await escalate(2);
    await desk
      .as(agent)
      .conversations.closeConversation({ id, intent: 'COMPLAINT', result: 'SOLVED', reason: '电话已解决' });
    expect(await desk.read(system).get(Escalation, escalationId)).toMatchObject({ state: 'CANCELLED' });
    expect((await now()).escalatedTo).toBeNull();
    await wait(30);
  });

  test('is taken back by a supervisor alone', async () => {
    const { desk, back, manager, supervisor, id, escalate, now } = await scene();
    await desk.as(back).escalations.acceptEscalation({ id: (await escalate(2)).id });
    const lower = (actor: typeof back, more: object = {}) =>
      desk.as(actor).escalations.lowerEscalation({ id, level: 1, reason: '问题简单', ...more });
    for (const actor of [back, manager])
      await expect(lower(actor)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(lower(supervisor, { reason: '' })).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await expect(lower(supervisor, { level: 2 })).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    await lower(supervisor);
    expect((await now()).level).toBe(1);
  });
});

const CASES: Record<
  string,
  (
    s: Awaited<ReturnType<typeof scene>>,
  ) => Promise<{ actor: Actor; input: object; stranger?: Actor; wrongRole?: Actor }>
> = {
  escalateConversation: async (s) => ({
    actor: s.agent,
    input: { id: s.id, level: 2, ...why },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  acceptEscalation: async (s) => ({
    actor: s.back,
    input: { id: (await s.escalate(2)).id },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  declineEscalation: async (s) => ({
    actor: s.back,
    input: { id: (await s.escalate(2)).id, reason: 'x' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  lowerEscalation: async (s) => {
    await s.desk.as(s.back).escalations.acceptEscalation({ id: (await s.escalate(2)).id });
    return { actor: s.supervisor, input: { id: s.id, level: 1, reason: 'x' }, wrongRole: s.back };
  },
};

describe('actions on escalations', () => {
  for (const [action, make] of Object.entries(CASES)) {
    const prepare = async () => {
      const setup = await scene();
      return { ...(await make(setup)), desk: setup.desk as unknown as Desk };
    };
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
  }
});
