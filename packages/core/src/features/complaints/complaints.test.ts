import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { createTestDesk } from '../../testing/index.ts';
import { Message } from '../conversations/index.ts';
import { WorkItem, WorkStep } from '../work/index.ts';
import { Complaint } from './entities.ts';
import { workTexts } from '../work/texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function scene() {
  const setup = await createTestDesk();
  const { desk, system, clock } = setup;
  const api = (actor: Actor) => desk.as(actor).complaints;
  const [agent, officer, second, supervisor, manager, department] = [
    await setup.staff('PA1', ['PA']),
    await setup.staff('CO1', ['CO']),
    await setup.staff('CO2', ['CO']),
    await setup.staff('SV1', ['SV']),
    await setup.staff('MG1', ['MG']),
    await setup.staff('DL1', ['DL'], { presence: 'OFFLINE' }),
  ];
  const [lily, bob] = [await setup.shopper('lily'), await setup.shopper('bob')];
  const { id: conversationId } = await desk.as(lily).conversations.openConversation({});
  const { id } = await api(lily).registerComplaint({
    storeId: setup.store.id,
    subject: 'A broken cup',
    facts: 'It came in two pieces.',
    conversationId,
  });
  const now = () => desk.read(system).get(Complaint, id);
  const item = () => desk.read(system).get(WorkItem, id);
  const steps = (actor: Actor = system) =>
    desk.read(actor).all(WorkStep, { where: { workItemId: id }, order: [['at', 'asc']] });
  const wait = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await desk.runTimers();
  };
  const told = async () =>
    (await desk.read(system).all(Message, { where: { conversationId, sender: 'SYSTEM', kind: 'TEXT' } })).map(
      ({ body }) => body,
    );
  const investigate = async () => {
    await api(officer).acknowledgeComplaint({ id });
    await api(officer).investigateComplaint({
      id,
      departments: [{ department: 'WAREHOUSE', question: 'Was it padded?' }],
    });
  };
  const propose = (actor: Actor = officer, amount = 1000) =>
    api(actor).proposeSolution({
      id,
      causeCode: 'PRODUCT',
      options: [{ text: 'A new cup' }, { text: 'The money', amount }],
    });
  return {
    ...setup,
    api,
    agent,
    officer,
    second,
    supervisor,
    manager,
    department,
    lily,
    bob,
    id,
    now,
    item,
    steps,
    wait,
    told,
    investigate,
    propose,
  };
}

describe('a complaint', () => {
  test('goes its whole way from the customer’s word to the close, and they are told where it is in their language', async () => {
    const { desk, api, officer, supervisor, department, lily, id, now, item, investigate, propose, told } =
      await scene();
    expect(await now()).toMatchObject({ number: 'C-1', state: 'RECEIVED', sourceChannel: 'WEB_CHAT', currency: 'CNY' });
    await investigate();
    expect(await now()).toMatchObject({ state: 'INVESTIGATING', ownerId: officer.userId });
    await api(department).answerComplaintTask({ id, department: 'WAREHOUSE', answer: 'No, the machine was empty.' });
    await propose();
    expect((await item()).waitsFor).toBe('CUSTOMER');
    await api(lily).acceptSolution({ id, option: 2 });
    await api(officer).executeSolution({ id });
    await api(officer).tellOutcome({ id, outcome: '钱已退回。' });
    const [chat] = await desk.as(lily).conversations.myConversations({});
    await desk.as(lily).conversations.markDelivered({ id: chat?.id ?? '', seq: 99 });
    await api(officer).resolveComplaint({ id });
    await api(supervisor).revisitComplaint({ id, reason: 'She is content.' });
    await api(officer).closeComplaint({ id, prevention: 'The machine is checked each morning.' });
    expect(await now()).toMatchObject({ state: 'CLOSED', accepted: 2, dueAt: null });
    expect(await item()).toMatchObject({ open: false, number: 'C-1' });
    expect(await told()).toEqual([
      '您的投诉 C-1 已收到，我们会尽快受理。',
      '您的投诉 C-1 由CO1负责处理。',
      '投诉 C-1 的解决方案：\n1. A new cup\n2. The money',
      '感谢您的理解，投诉 C-1 正在落实。',
      '投诉 C-1 的处理结果：钱已退回。',
      '投诉 C-1 已处理完毕。',
      '投诉 C-1 已结案，感谢您的反馈。',
    ]);
  });

  test('has the customer’s steps without names and reasons, and all of them for staff', async () => {
    const { desk, lily, bob, id, investigate, steps } = await scene();
    await investigate();
    expect((await steps()).map(({ action, from, to }) => [action, from, to])).toEqual([
      ['registerComplaint', null, 'RECEIVED'],
      ['acknowledgeComplaint', 'RECEIVED', 'ACKNOWLEDGED'],
      ['investigateComplaint', 'ACKNOWLEDGED', 'INVESTIGATING'],
    ]);
    expect((await steps(lily)).map(({ to }) => to)).toEqual(['RECEIVED', 'ACKNOWLEDGED']);
    expect(await desk.read(bob).maybe(Complaint, id)).toBeUndefined();
    expect(await steps(bob)).toEqual([]);
  });

  test('may begin in any channel with the same case model, and the channel is kept (R-CMP-13)', async () => {
    const { api, agent, store, desk, system } = await scene();
    for (const sourceChannel of ['PHONE', 'EMAIL', 'SOCIAL', 'REVIEW', 'WALK_IN', 'PLATFORM'] as const) {
      const { id } = await api(agent).registerComplaint({ storeId: store.id, subject: sourceChannel, sourceChannel });
      expect(await desk.read(system).get(Complaint, id)).toMatchObject({ sourceChannel, state: 'RECEIVED' });
    }
    await expect(api(agent).registerComplaint({ storeId: 'nowhere', subject: 'x' })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });

  test('is filled in bit by bit (R-CMP-02)', async () => {
    const { api, agent, now, id } = await scene();
    await api(agent).editComplaint({ id, demand: 'A new cup' });
    await api(agent).editComplaint({ id, emotion: 'ANGRY' });
    expect(await now()).toMatchObject({ facts: 'It came in two pieces.', demand: 'A new cup', emotion: 'ANGRY' });
  });

  test('is worked on by its officer, not by a second one or the front', async () => {
    const { api, agent, officer, second, supervisor, id } = await scene();
    await api(officer).takeComplaint({ id });
    await expect(api(agent).acknowledgeComplaint({ id })).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(api(second).acknowledgeComplaint({ id })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN', text: workTexts.inOtherHands },
    });
    await api(supervisor).assignComplaint({ id, userId: second.userId, reason: 'ill' });
    await api(second).acknowledgeComplaint({ id });
  });

  test('needs a cause before a solution is proposed (R-CMP-03), and a superior above the officer’s limit', async () => {
    const { api, officer, supervisor, id, now, investigate, propose } = await scene();
    await expect(propose()).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
    await investigate();
    await expect(api(officer).proposeSolution({ id, options: [{ text: 'x' }] } as never)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'causeCode' }] },
    });
    expect((await now()).state).toBe('INVESTIGATING');
    await expect(propose(officer, 20_001)).rejects.toMatchObject({
      denial: { code: 'LIMIT_EXCEEDED', details: { limit: 20_000 } },
    });
    await propose(supervisor, 20_001);
  });

  test('goes back when a solution is refused, and up when the second is', async () => {
    const { api, officer, supervisor, lily, agent, id, now, investigate, propose } = await scene();
    await investigate();
    await propose();
    for (const actor of [officer, agent])
      await expect(api(actor).acceptSolution({ id })).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await api(lily).refuseSolution({ id, reason: 'I want the money.' });
    expect(await now()).toMatchObject({ state: 'INVESTIGATING', refusals: 1, level: 2 });
    await propose();
    await api(lily).refuseSolution({ id });
    expect(await now()).toMatchObject({ state: 'ESCALATED', level: 3, escalatedFor: 'REFUSED' });
    await expect(propose()).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await propose(supervisor);
    await expect(api(lily).acceptSolution({ id, option: 3 })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'option' }] },
    });
    await api(lily).acceptSolution({ id });
  });

  test('goes up by itself without an accepted solution in 24 hours, with level, time and reason logged, then to the manager (R-CMP-06)', async () => {
    const { now, steps, wait, desk, system, id } = await scene();
    await wait(24 * HOUR);
    expect(await now()).toMatchObject({ state: 'ESCALATED', level: 3, escalatedFor: 'TIMEOUT' });
    const [entry] = await desk.read(system).all(AuditEvent, { where: { entityId: id, to: 'ESCALATED' } });
    expect(entry).toMatchObject({ at: '2025-03-11T01:00:00.000Z' });
    expect(entry?.changes).toContainEqual(
      expect.objectContaining({ after: expect.objectContaining({ level: 3 }) as unknown }),
    );
    expect((await steps()).filter(({ to }) => to === 'ESCALATED')).toMatchObject([
      { at: '2025-03-11T01:00:00.000Z', by: 'DESK', changed: [{ field: 'level', before: 2, after: 3 }] },
    ]);
    await Promise.all([wait(24 * HOUR), desk.runTimers()]);
    expect(await now()).toMatchObject({ state: 'ESCALATED', level: 4 });
    await wait(72 * HOUR);
    expect((await now()).level).toBe(4);
  });

  test('that is acknowledged too late has a step that says so, and one in time has none', async () => {
    const { api, officer, id, steps, wait, store, lily, desk, system } = await scene();
    await wait(31 * MINUTE);
    await api(officer).acknowledgeComplaint({ id });
    expect((await steps()).map(({ clock }) => clock)).toEqual([null, 'acknowledge', null]);
    const other = await api(lily).registerComplaint({ storeId: store.id, subject: 'Late' });
    await api(officer).acknowledgeComplaint({ id: other.id });
    await wait(HOUR);
    expect(await desk.read(system).count(WorkStep, { workItemId: other.id, clock: 'acknowledge' })).toBe(0);
  });

  test('is resolved only after its customer was told, and a department answered or none was needed (R-CMP-04)', async () => {
    const { desk, api, officer, lily, department, id, investigate, propose, now } = await scene();
    await investigate();
    await propose();
    await api(lily).acceptSolution({ id });
    await api(officer).executeSolution({ id });
    await expect(api(officer).resolveComplaint({ id })).rejects.toMatchObject({
      denial: { code: 'NOTIFY_CUSTOMER_FIRST' },
    });
    await api(officer).tellOutcome({ id, outcome: 'Sent.' });
    // That it was sent is not enough.
    await expect(api(officer).resolveComplaint({ id })).rejects.toMatchObject({
      denial: { code: 'NOTIFY_CUSTOMER_FIRST' },
    });
    const [chat] = await desk.as(lily).conversations.myConversations({});
    await desk.as(lily).conversations.markDelivered({ id: chat?.id ?? '', seq: 99 });
    await expect(api(officer).resolveComplaint({ id })).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await expect(api(department).answerComplaintTask({ id, department: 'FINANCE', answer: 'x' })).rejects.toMatchObject(
      { denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'department' }] } },
    );
    await expect(api(officer).answerComplaintTask({ id, department: 'WAREHOUSE', answer: 'x' })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    await api(department).answerComplaintTask({ id, department: 'WAREHOUSE', answer: 'Empty.' });
    await api(officer).resolveComplaint({ id });
    expect((await now()).state).toBe('RESOLVED');
  });

  test('is closed by those of complaints alone (R-CMP-01), with what prevents the next where the cause is ours', async () => {
    const { api, agent, officer, lily, id, investigate, propose, now } = await scene();
    await investigate();
    await propose();
    await api(lily).acceptSolution({ id });
    await api(officer).executeSolution({ id });
    await api(officer).tellOutcome({ id, outcome: 'Sent.', said: 'On the phone' });
    await api(officer).resolveComplaint({ id, departmentsNotNeeded: 'All was known.' });
    await api(officer).revisitComplaint({ id, reason: 'Called.' });
    await expect(api(agent).closeComplaint({ id, prevention: 'x' })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    await expect(api(officer).closeComplaint({ id })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'prevention' }] },
    });
    await api(officer).reopenComplaint({ id, reason: 'It broke again.' });
    expect(await now()).toMatchObject({ state: 'INVESTIGATING', repeat: true, informedAt: null });
  });

  test('is its customer’s to withdraw until a solution is accepted', async () => {
    const { api, lily, bob, officer, id, item, now, investigate, propose } = await scene();
    await expect(api(bob).withdrawComplaint({ id })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    await expect(api(officer).withdrawComplaint({ id })).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await investigate();
    await propose();
    const both = await Promise.allSettled([api(lily).withdrawComplaint({ id }), api(lily).acceptSolution({ id })]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['WITHDRAWN', 'ACCEPTED']).toContain((await now()).state);
    expect((await item()).open).toBe((await now()).state === 'ACCEPTED');
  });

  test('that went to the platform keeps the platform’s number and stays where it is', async () => {
    const { api, officer, supervisor, id, now } = await scene();
    await expect(api(officer).escalateComplaint({ id, escalatedFor: 'THREAT' })).rejects.toMatchObject({
      denial: { code: 'REASON_REQUIRED' },
    });
    await api(officer).escalateComplaint({ id, escalatedFor: 'THREAT', reason: 'wants to call 12315' });
    await api(supervisor).notePlatformCase({ id, platformCaseNo: 'TM-77' });
    expect(await now()).toMatchObject({ state: 'ESCALATED', platformCaseNo: 'TM-77', level: 3 });
    await api(supervisor).escalateComplaint({ id, escalatedFor: 'HELP', reason: 'too dear' });
    await expect(api(supervisor).escalateComplaint({ id, escalatedFor: 'HELP', reason: 'x' })).rejects.toMatchObject({
      denial: { code: 'LIMIT_EXCEEDED' },
    });
  });
});
