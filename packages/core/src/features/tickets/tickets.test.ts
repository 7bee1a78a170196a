import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { createDesk } from '../../kernel/desk.ts';
import { createTestDesk, MemoryStore, testPorts } from '../../testing/index.ts';
import { Conversation, Message } from '../conversations/index.ts';
import { FlowDefinition, FlowVersion } from '../flows/index.ts';
import { standardFeatures } from '../index.ts';
import { WorkItem, WorkStep } from '../work/index.ts';
import { Ticket, ticketMachine } from './entities.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const refusal = (code: string) => ({ denial: { code } });
const RECORD = { frontRecord: 'The invoice has the wrong name.' };

async function scene(store = new MemoryStore()) {
  const setup = await createTestDesk({ features: standardFeatures, store });
  const { clock, desk, system } = setup;
  const shop = setup.store;
  const [agent, second, officer, warehouse, lead, supervisor] = [
    await setup.staff('Ann', ['PA']),
    await setup.staff('Bo', ['AA']),
    await setup.staff('Cleo', ['CO']),
    await setup.staff('Wu', ['WH']),
    await setup.staff('Lea', ['TL']),
    await setup.staff('Sue', ['SV']),
  ];
  const [lily, bob] = [await setup.shopper('lily'), await setup.shopper('bob')];
  const api = (actor: Actor) => desk.as(actor).tickets;
  const make = (more: object = {}, by: Actor = agent) =>
    api(by).createTicket({
      storeId: shop.id,
      subject: 'The invoice is wrong',
      intent: 'INVOICE',
      customerId: lily.customerId,
      ...more,
    });
  const row = (id: string) => desk.read(system).get(Ticket, id);
  const item = (id: string) => desk.read(system).get(WorkItem, id);
  const steps = async (id: string) =>
    (await desk.read(system).all(WorkStep, { where: { workItemId: id } })).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const wait = async (milliseconds: number) => {
    clock.advance(milliseconds);
    await desk.runTimers();
  };
  const at = (hours: number) => new Date(clock.now().getTime() + hours * HOUR).toISOString();
  const told = async (actor: Actor) =>
    (await desk.as(actor).notices.myNotices({})).notices.map(({ kind, title }) => [kind, title]);
  const chat = async (text: string, by = lily) => {
    const { conversations } = desk.as(by);
    const { id } = await conversations.openConversation({});
    await conversations.sendMessage({ conversationId: id, clientMsgId: `message-${text}`, text });
    return id;
  };
  const people = { agent, second, officer, warehouse, lead, supervisor, lily, bob };
  return { ...setup, ...people, api, make, row, item, steps, wait, at, told, chat };
}

describe('a ticket', () => {
  test('passes reception, record, transfer and feedback, and its timeline shows the four stamps (R-POL-04)', async () => {
    const { api, make, agent, officer, row, steps } = await scene();
    const { id } = await make();
    expect(await row(id)).toMatchObject({ state: 'NEW', number: 'W-1', node: 'K1', checkpoints: [] });
    await expect(api(agent).acceptTicket({ id })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await api(agent).acceptTicket({ id, ...RECORD });
    expect(await row(id)).toMatchObject({ state: 'OPEN', node: 'K3', ownerId: agent.userId, ...RECORD });
    await expect(api(agent).finishTicketStep({ id, output: 'To the back office' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await api(agent).finishTicketStep({ id, output: 'To the back office', next: 'K4' });
    await api(officer).takeTicket({ id });
    await api(officer).finishTicketStep({ id, output: 'A new invoice was made.' });
    await api(agent).resolveTicket({ id, result: 'The new invoice is on its way.' });
    const done = await row(id);
    expect(done.checkpoints.map(({ checkpoint }) => checkpoint)).toEqual([
      'RECEPTION',
      'RECORD',
      'TRANSFER',
      'FEEDBACK',
    ]);
    expect(done.checkpoints.every(({ at, userId }) => at && userId === agent.userId)).toBe(true);
    expect(done.done.map(({ node, output }) => [node, output])).toEqual([
      ['K1', RECORD.frontRecord],
      ['K2', RECORD.frontRecord],
      ['K3', 'To the back office'],
      ['K4', 'A new invoice was made.'],
      ['K5', 'The new invoice is on its way.'],
    ]);
    expect((await steps(id)).map(({ to }) => to)).toEqual([
      'NEW',
      'OPEN',
      'PENDING_INTERNAL',
      'PENDING_INTERNAL',
      'OPEN',
      'RESOLVED',
    ]);
  });

  test('that never left the front office says why before it is resolved; that is its third stamp (R-POL-04)', async () => {
    const { api, make, agent, row } = await scene();
    const { id } = await make(RECORD);
    await expect(api(agent).resolveTicket({ id, result: 'Sent again.' })).rejects.toMatchObject(
      refusal('REASON_REQUIRED'),
    );
    await api(agent).resolveTicket({ id, result: 'Sent again.', reason: 'The front office did it at once.' });
    const { checkpoints } = await row(id);
    expect(checkpoints).toHaveLength(4);
    expect(checkpoints[2]).toMatchObject({ checkpoint: 'TRANSFER', note: 'The front office did it at once.' });
  });

  test('goes from front to back with its record, and back with a result that the front reads; without one it is not resolved (R-ORG-04)', async () => {
    const { api, make, agent, officer, second, desk, row } = await scene();
    const { id } = await make(RECORD);
    await api(agent).finishTicketStep({ id, output: 'Needs the ledger.', next: 'K4' });
    expect(await row(id)).toMatchObject({
      state: 'PENDING_INTERNAL',
      ownerId: null,
      frontOwnerId: agent.userId,
      level: 2,
      ...RECORD,
    });
    await expect(api(agent).finishTicketStep({ id, output: 'I say so.' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(officer).resolveTicket({ id, result: 'Done' })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
    await api(officer).takeTicket({ id });
    await expect(api(officer).finishTicketStep({ id, output: '  ' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await api(officer).finishTicketStep({ id, output: 'The ledger was wrong.' });
    expect(await desk.read(second).get(Ticket, id)).toMatchObject({
      state: 'OPEN',
      ownerId: agent.userId,
      backResult: 'The ledger was wrong.',
    });
    await expect(api(agent).resolveTicket({ id, result: '' })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    expect((await row(id)).state).toBe('OPEN');
  });

  test('at a node of the back office takes its resolution as the result', async () => {
    const { api, officer, make, row, system } = await scene();
    const { id } = await make({ intent: 'LOGISTICS' }, system);
    await api(officer).acceptTicket({ id, ...RECORD });
    await api(officer).resolveTicket({ id, result: 'The parcel is found.', reason: 'Nothing else to do.' });
    expect(await row(id)).toMatchObject({ state: 'RESOLVED', result: 'The parcel is found.' });
  });

  test('of each intent begins at the node of its flow, with its owners and its clock (R-AFT-01)', async () => {
    const { make, row } = await scene();
    const begun = async (intent: string) => {
      const { node, nodeOwners, stepBy } = await row((await make({ intent })).id);
      return [node, nodeOwners.map(({ kind, code }) => code || kind), stepBy !== null];
    };
    for (const intent of ['QUALITY', 'USAGE', 'RETURN', 'EXCHANGE', 'REPAIR', 'REFUND'])
      expect(await begun(intent)).toEqual(['T1', ['CUSTOMER', 'AA', 'PA'], true]);
    expect(await begun('LOGISTICS')).toEqual(['S6', ['SYSTEM', 'PA', 'AA'], true]);
    expect(await begun('INVOICE')).toEqual(['K1', ['PA', 'AA', 'SM'], true]);
  });

  test('asks its customer, and the clock rests until the answer; a complaint’s goes on', async () => {
    const { api, make, agent, lily, row, wait, item } = await scene();
    const { id } = await make(RECORD);
    const before = await row(id);
    await api(agent).askTicketCustomer({ id, question: 'Which name?' });
    expect(await row(id)).toMatchObject({ state: 'PENDING_CUSTOMER', stepBy: null });
    expect(await item(id)).toMatchObject({ waitsFor: 'CUSTOMER' });
    await wait(30 * MINUTE);
    await api(lily).answerTicket({ id, reason: 'Lily & Co.' });
    const after = await row(id);
    expect(after.state).toBe('OPEN');
    expect(Date.parse(after.stepBy ?? '') - Date.parse(before.stepBy ?? '')).toBe(30 * MINUTE);
    const complaint = await make({ ...RECORD, intent: 'COMPLAINT' });
    const { stepBy } = await row(complaint.id);
    await api(agent).askTicketCustomer({ id: complaint.id, question: 'When?' });
    expect((await row(complaint.id)).stepBy).toBe(stepBy);
  });

  test('whose customer does not answer is reminded three times and resolved after seven days', async () => {
    const { api, make, agent, row, wait, steps } = await scene();
    const { id } = await make(RECORD);
    await api(agent).askTicketCustomer({ id, question: 'Which name?' });
    for (const reminders of [1, 2, 3]) {
      await wait(48 * HOUR);
      expect(await row(id)).toMatchObject({ state: 'PENDING_CUSTOMER', reminders });
    }
    await wait(24 * HOUR);
    expect(await row(id)).toMatchObject({ state: 'RESOLVED', resolvedFor: 'NO_RESPONSE', reminders: 3 });
    const reminded = (await steps(id)).filter(({ told }) => told?.en.startsWith('We still wait'));
    expect(reminded).toHaveLength(3);
    await wait(72 * HOUR);
    expect(await row(id)).toMatchObject({ state: 'CLOSED' });
    expect((await row(id)).closedAt).not.toBeNull();
  });

  test('is answered by the customer’s next word in the chat, once, and other words cost it nothing', async () => {
    const { api, chat, agent, desk, lily, row, system, steps } = await scene();
    const conversationId = await chat('The invoice is wrong');
    const { id } = await api(agent).ticketFromConversation({ id: conversationId, ...RECORD });
    await api(agent).askTicketCustomer({ id, question: 'Which name?' });
    const said = await desk.read(system).all(Message, { where: { conversationId, sender: 'SYSTEM' } });
    expect(said.some(({ body }) => body.includes('Which name?'))).toBe(true);
    const { conversations } = desk.as(lily);
    await conversations.sendMessage({ conversationId, clientMsgId: 'the-answer', text: 'Lily & Co.' });
    expect(await row(id)).toMatchObject({ state: 'OPEN', remindAt: null });
    const count = (await steps(id)).length;
    await conversations.sendMessage({ conversationId, clientMsgId: 'one-word-more', text: 'Thanks' });
    expect(await steps(id)).toHaveLength(count);
  });

  test('asks a department by a time, and its answer is the front’s to read', async () => {
    const { api, make, agent, warehouse, second, row, desk, wait, told } = await scene();
    const { id } = await make(RECORD);
    const to = { kind: 'ROLE' as const, code: 'WH' };
    await expect(
      api(agent).askTicketDepartment({ id, to: { ...to, code: 'GARDEN' }, question: 'Was it packed?' }),
    ).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    const { stepBy } = await row(id);
    await api(agent).askTicketDepartment({ id, to, question: 'Was it packed?', hours: 2 });
    expect(await told(warehouse)).toContainEqual(['TICKET_NODE', 'W-1 · The invoice is wrong']);
    await expect(api(agent).finishTicketStep({ id, output: 'x', next: 'K4' })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
    await expect(api(second).answerTicketDepartment({ id, answer: 'Yes' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await wait(HOUR);
    await api(warehouse).answerTicketDepartment({ id, answer: 'Yes, at noon.' });
    const answered = await desk.read(second).get(Ticket, id);
    expect(answered).toMatchObject({ state: 'OPEN', backResult: 'Yes, at noon.', asked: null });
    expect(Date.parse(answered.stepBy ?? '') - Date.parse(stepBy ?? '')).toBe(HOUR);
    expect(answered.checkpoints.map(({ checkpoint }) => checkpoint)).toContain('TRANSFER');
    expect(await told(warehouse)).toEqual([]);
  });

  test('that nobody moves goes up level by level, its owner is told, and those who lead after that', async () => {
    const { api, make, agent, lead, supervisor, officer, row, wait, told } = await scene();
    const { id } = await make(RECORD);
    const { stepBy } = await row(id);
    await wait(Date.parse(stepBy ?? '') - Date.parse((await row(id)).updatedAt));
    expect(await row(id)).toMatchObject({ level: 2 });
    expect(await told(agent)).toContainEqual(['TICKET_LATE', 'W-1 · The invoice is wrong']);
    expect(await told(lead)).toEqual([]);
    await wait(DAY);
    expect(await row(id)).toMatchObject({ level: 3 });
    await wait(DAY);
    expect(await row(id)).toMatchObject({ level: 4, raiseAt: null });
    expect(await told(lead)).toContainEqual(['TICKET_LATE', 'W-1 · The invoice is wrong']);
    await wait(3 * DAY);
    expect(await row(id)).toMatchObject({ level: 4, state: 'OPEN' });
    await expect(api(agent).raiseTicket({ id, reason: 'x' })).rejects.toMatchObject(refusal('LIMIT_EXCEEDED'));
    await expect(api(officer).lowerTicket({ id, reason: 'x' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(lead).lowerTicket({ id, reason: 'x' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(supervisor).lowerTicket({ id })).rejects.toMatchObject(refusal('REASON_REQUIRED'));
    await api(supervisor).lowerTicket({ id, reason: 'Ours after all' });
    expect(await row(id)).toMatchObject({ level: 3 });
    await api(agent).finishTicketStep({ id, output: 'The front does it.', next: 'K5' });
    expect(await told(agent)).toEqual([]);
  });

  test('is confirmed by its customer, or closed by itself after 72 hours; for seven days it is opened again', async () => {
    const { api, make, agent, second, lily, bob, row, wait } = await scene();
    const { id } = await make(RECORD);
    await api(agent).resolveTicket({ id, result: 'Sent again.', reason: 'At once.' });
    await expect(api(second).confirmTicket({ id })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(bob).confirmTicket({ id })).rejects.toMatchObject(refusal('NOT_FOUND'));
    await expect(api(lily).reopenTicket({ id })).rejects.toMatchObject(refusal('REASON_REQUIRED'));
    await api(lily).reopenTicket({ id, reason: 'Still wrong.' });
    expect(await row(id)).toMatchObject({ state: 'OPEN', reopens: 1, resolvedAt: null });
    expect((await row(id)).checkpoints.map(({ checkpoint }) => checkpoint)).not.toContain('FEEDBACK');
    await api(agent).resolveTicket({ id, result: 'Once more.', reason: 'At once.' });
    await api(lily).confirmTicket({ id });
    expect(await row(id)).toMatchObject({ state: 'CLOSED', stepBy: null });
    await wait(6 * DAY);
    await api(agent).reopenTicket({ id, reason: 'They called.' });
    await api(agent).resolveTicket({ id, result: 'For good.', reason: 'At once.' });
    await wait(72 * HOUR);
    expect(await row(id)).toMatchObject({ state: 'CLOSED', reopens: 2 });
    await wait(7 * DAY + MINUTE);
    await expect(api(agent).reopenTicket({ id, reason: 'x' })).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
  });
});

describe('a ticket out of a conversation', () => {
  test('is made in one step, with its customer, its intent and what was typed', async () => {
    const { api, chat, agent, lily, warehouse, row, desk, system } = await scene();
    const conversationId = await chat('Where is my parcel?');
    await expect(api(warehouse).ticketFromConversation({ id: conversationId, ...RECORD })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await expect(api(agent).ticketFromConversation({ id: conversationId, frontRecord: ' ' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    const { id } = await api(agent).ticketFromConversation({
      id: conversationId,
      frontRecord: 'No scan since Monday.\nAsk the carrier.',
      intent: 'LOGISTICS',
    });
    expect(await row(id)).toMatchObject({
      state: 'OPEN',
      subject: 'No scan since Monday.',
      customerId: lily.customerId,
      conversationId,
      ownerId: agent.userId,
      node: 'S6',
      checkpoints: [{ checkpoint: 'RECEPTION' }, { checkpoint: 'RECORD' }],
    });
    expect((await desk.read(system).get(Conversation, conversationId)).state).not.toBe('CLOSED');
    expect(await desk.read(lily).get(Ticket, id)).toMatchObject({ id });
  });
});

describe('a ticket that a customer makes', () => {
  test('is theirs and as urgent as others, whatever they say, and waits for somebody to accept it', async () => {
    const { api, agent, lily, bob, row, desk } = await scene();
    const { id } = await api(lily).createTicket({
      subject: 'The invoice is wrong',
      intent: 'INVOICE',
      priority: 'P1',
      frontRecord: 'My company has another name.',
    });
    expect(await row(id)).toMatchObject({ state: 'NEW', customerId: lily.customerId, priority: 'P3', ownerId: null });
    expect(await desk.read(bob).maybe(Ticket, id)).toBeUndefined();
    await expect(
      api(bob).createTicket({ subject: 'x', intent: 'OTHER', customerId: lily.customerId }),
    ).rejects.toMatchObject(refusal('NOT_FOUND'));
    await api(agent).acceptTicket({ id });
    expect(await row(id)).toMatchObject({ state: 'OPEN', frontRecord: 'My company has another name.' });
  });
});

describe('two tickets', () => {
  test('are merged: one goes on with the record of both, and each links to the other', async () => {
    const { api, make, agent, bob, row, item } = await scene();
    const [one, other] = [await make({ frontRecord: 'From the chat' }), await make({ frontRecord: 'From the mail' })];
    await expect(api(agent).mergeTicket({ id: one.id, intoId: one.id })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    const foreign = await make({ customerId: bob.customerId });
    await expect(api(agent).mergeTicket({ id: one.id, intoId: foreign.id })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await api(agent).mergeTicket({ id: one.id, intoId: other.id });
    expect(await row(one.id)).toMatchObject({
      state: 'CANCELLED',
      cancelledFor: 'DUPLICATE',
      links: [{ kind: 'MERGED_INTO', ticketId: other.id }],
    });
    expect(await row(other.id)).toMatchObject({
      state: 'OPEN',
      frontRecord: 'From the mail\nW-1: From the chat',
      links: [{ kind: 'MERGED_FROM', ticketId: one.id }],
    });
    expect(await item(one.id)).toMatchObject({ open: false });
    const late = await make(RECORD);
    await expect(api(agent).mergeTicket({ id: late.id, intoId: one.id })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
    await api(agent).resolveTicket({ id: other.id, result: 'Sent.', reason: 'At once.' });
    await expect(api(agent).mergeTicket({ id: late.id, intoId: other.id })).rejects.toMatchObject(
      refusal('INVALID_TRANSITION'),
    );
    expect(await row(late.id)).toMatchObject({ state: 'OPEN', links: [] });
  });

  test('merged into each other at the same time leave one of them open', async () => {
    const { api, make, agent, lead, row } = await scene();
    const [one, other] = [await make(RECORD), await make(RECORD)];
    const both = await Promise.allSettled([
      api(agent).mergeTicket({ id: one.id, intoId: other.id }),
      api(lead).mergeTicket({ id: other.id, intoId: one.id }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const states = [(await row(one.id)).state, (await row(other.id)).state].toSorted();
    expect(states).toEqual(['CANCELLED', 'OPEN']);
  });

  test('come of one that is split, once for each part however it is written, also by two at once', async () => {
    const { api, make, agent, lead, row, desk, system } = await scene();
    const { id } = await make(RECORD);
    const split = (by: Actor, subject: string) => api(by).splitTicket({ id, subject, intent: 'LOGISTICS' });
    const both = await Promise.allSettled([split(agent, 'The parcel too'), split(lead, 'the  PARCEL too')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(split(agent, 'The parcel too')).rejects.toMatchObject(refusal('DUPLICATE'));
    const parts = await desk.read(system).all(Ticket, { where: { splitFromId: id } });
    expect(parts).toMatchObject([{ node: 'S6', state: 'NEW', links: [{ kind: 'SPLIT_FROM', ticketId: id }] }]);
    expect((await row(id)).links).toEqual([{ kind: 'SPLIT_INTO', ticketId: parts[0]?.id }]);
    for (let part = 1; part < 10; part += 1) await split(agent, `Part ${part}`);
    await expect(split(agent, 'One too many')).rejects.toMatchObject(refusal('LIMIT_EXCEEDED'));
  });

  test('taken by two people at once are the first’s', async () => {
    const { api, make, agent, second, system, row } = await scene();
    const { id } = await make({}, system);
    const both = await Promise.allSettled([
      api(agent).acceptTicket({ id, ...RECORD }),
      api(second).acceptTicket({ id, ...RECORD }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([agent.userId, second.userId]).toContain((await row(id)).ownerId);
  });
});

describe('a ticket that sleeps', () => {
  test('wakes at its time, once, whichever process is first, and its clock goes on where it stood', async () => {
    const { api, make, agent, at, row, wait, desk, steps, told } = await scene();
    const { id } = await make(RECORD);
    const { stepBy } = await row(id);
    await expect(api(agent).sleepTicket({ id, until: at(-1) })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await expect(api(agent).sleepTicket({ id, until: at(31 * 24) })).rejects.toMatchObject(refusal('LIMIT_EXCEEDED'));
    await expect(api(agent).wakeTicket({ id })).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
    await api(agent).sleepTicket({ id, until: at(0.5), reason: 'The supplier answers at noon.' });
    expect(await row(id)).toMatchObject({ sleepUntil: at(0.5), stepBy: null });
    await wait(29 * MINUTE);
    expect((await row(id)).sleepUntil).not.toBeNull();
    const count = (await steps(id)).length;
    await Promise.all([wait(MINUTE), desk.runTimers(), desk.runTimers()]);
    const woken = await row(id);
    expect(woken).toMatchObject({ sleepUntil: null, wokenBy: 'TIME', state: 'OPEN' });
    expect(Date.parse(woken.stepBy ?? '') - Date.parse(stepBy ?? '')).toBe(30 * MINUTE);
    expect((await steps(id)).length).toBe(count + 1);
    expect(await told(agent)).toContainEqual(['TICKET_WOKE', 'W-1 · The invoice is wrong']);
    await wait(DAY);
    expect((await steps(id)).filter(({ action }) => action === 'endTicketSleep')).toHaveLength(1);
  });

  test('wakes once after its process was killed and two others started in between', async () => {
    const memory = new MemoryStore();
    const { api, make, agent, at, row, clock, steps, desk } = await scene(memory);
    const { id } = await make(RECORD);
    await api(agent).sleepTicket({ id, until: at(2) });
    let ids = 0;
    const restarted = () =>
      createDesk({
        features: standardFeatures,
        store: memory,
        clock: clock.now,
        newId: () => `later-${(ids += 1)}`,
        ports: testPorts(),
      });
    const [one, other] = [restarted(), restarted()];
    clock.advance(3 * HOUR);
    await Promise.all([one.runTimers(), other.runTimers(), desk.runTimers()]);
    expect(await row(id)).toMatchObject({ sleepUntil: null, wokenBy: 'TIME' });
    await other.runTimers();
    expect((await steps(id)).filter(({ action }) => action === 'endTicketSleep')).toHaveLength(1);
  });

  test('wakes by its customer’s next word in whatever conversation, and not once more at its time', async () => {
    const { api, make, agent, at, chat, row, wait, steps, bob } = await scene();
    const { id } = await make(RECORD);
    await api(agent).sleepTicket({ id, until: at(48) });
    await chat('Hello', bob);
    expect((await row(id)).sleepUntil).not.toBeNull();
    await chat('Any news?');
    expect(await row(id)).toMatchObject({ sleepUntil: null, wokenBy: 'CUSTOMER' });
    await wait(3 * DAY);
    expect((await steps(id)).filter(({ action }) => action === 'endTicketSleep')).toEqual([]);
  });

  test('put to sleep once more sleeps until the later time, and any step wakes it', async () => {
    const { api, make, agent, at, row, wait } = await scene();
    const { id } = await make(RECORD);
    await api(agent).sleepTicket({ id, until: at(1) });
    const later = at(3);
    await api(agent).sleepTicket({ id, until: later });
    await wait(2 * HOUR);
    expect((await row(id)).sleepUntil).toBe(later);
    await api(agent).resolveTicket({ id, result: 'Sent.', reason: 'At once.' });
    expect(await row(id)).toMatchObject({ sleepUntil: null, wokenBy: 'HAND', state: 'RESOLVED' });
    await wait(2 * HOUR);
    expect(await row(id)).toMatchObject({ state: 'RESOLVED', wokenBy: 'HAND' });
  });
});

describe('a flow that is published anew', () => {
  test('rules new tickets; those that run keep theirs until they are moved, which is previewed (R-AFT-17)', async () => {
    const { api, make, agent, supervisor, row, desk, system } = await scene();
    const running = await make({ ...RECORD, intent: 'RETURN' }, system);
    const old = await row(running.id);
    const flow = await desk.read(system).get(FlowDefinition, `${system.tenantId}.RETURNS`);
    const nodes = flow.nodes.map((node) =>
      node.code === 'T1' ? { ...node, clock: { kind: 'WALL' as const, minutes: 5 } } : node,
    );
    await desk.as(supervisor).flows.saveFlowDraft({ id: flow.id, nodes, starts: flow.starts });
    await desk.as(supervisor).flows.publishFlow({ id: flow.id });
    const fresh = await row((await make({ intent: 'RETURN' })).id);
    expect(Date.parse(fresh.stepBy ?? '') - Date.parse(fresh.createdAt)).toBe(5 * MINUTE);
    expect(await row(running.id)).toMatchObject({ flowVersionId: old.flowVersionId, stepBy: old.stepBy });
    expect((await desk.as(supervisor).flows.checkFlow({ flowId: flow.id })).running).toEqual([
      { edition: 1, items: 1 },
      { edition: 2, items: 1 },
    ]);
    const preview = await api(supervisor).previewTicketMove({ ticketId: running.id });
    expect(preview).toMatchObject({ fromEdition: 1, toEdition: 2, node: 'T1', nodeStays: true, changedNodes: ['T1'] });
    await expect(api(agent).moveTicketUp({ id: running.id })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(supervisor).moveTicketUp({ id: running.id, node: 'T99' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await api(supervisor).moveTicketUp({ id: running.id });
    expect(await row(running.id)).toMatchObject({ flowVersionId: fresh.flowVersionId, stepBy: preview.stepByThen });
    await expect(api(supervisor).moveTicketUp({ id: running.id })).rejects.toMatchObject(refusal('DUPLICATE'));
    expect(await desk.read(system).get(FlowVersion, old.flowVersionId)).toMatchObject({ edition: 1 });
  });
});

describe('a ticket in somebody’s hands', () => {
  test('is theirs; those who lead step in, and whoever leaves gives it back', async () => {
    const { api, make, agent, second, lead, row, desk, staff } = await scene();
    const { id } = await make(RECORD);
    await expect(api(second).resolveTicket({ id, result: 'x', reason: 'x' })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    await api(lead).assignTicket({ id, userId: second.userId, reason: 'Ann is ill.' });
    expect(await row(id)).toMatchObject({ ownerId: second.userId });
    const admin = await staff('Ada', ['AD']);
    await desk.as(admin).access.updateStaff({ id: second.userId, active: false, reason: 'left' });
    expect(await row(id)).toMatchObject({ ownerId: null, state: 'OPEN' });
    await api(agent).takeTicket({ id });
  });

  test('that sleeps is awake as soon as somebody works on it', async () => {
    const { api, make, agent, at, row } = await scene();
    const { id } = await make();
    await api(agent).acceptTicket({ id, ...RECORD });
    await api(agent).sleepTicket({ id, until: at(24) });
    const [next] = (await row(id)).nodeNext.slice(-1);
    await api(agent).finishTicketStep({ id, output: 'Done', ...(next ? { next } : {}) });
    expect(await row(id)).toMatchObject({ sleepUntil: null, wokenBy: 'HAND' });
  });

  test('walked by random steps stays within the machine, with its stamps in order, one clock and what it had (3.3)', async () => {
    const all = await scene();
    const { api, agent, officer, lead, lily, desk, system, wait, at, make } = all;
    const people = [agent, officer, lead, lily];
    const STAMPS = ['RECEPTION', 'RECORD', 'TRANSFER', 'FEEDBACK'];
    const deed = fc.record({ who: fc.nat(3), what: fc.nat(16), chance: fc.nat(100) });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), fc.nat(3), async (deeds, begin) => {
        const { id } = await make({ intent: ['INVOICE', 'RETURN', 'LOGISTICS', 'COMPLAINT'][begin] });
        for (const { who, what, chance } of deeds) {
          const before = await all.row(id);
          const by = api(people[who] ?? agent);
          const next = before.nodeNext[chance % Math.max(1, before.nodeNext.length)];
          const deedsOf = [
            () => by.acceptTicket({ id, ...RECORD }),
            () => by.finishTicketStep({ id, output: 'Done', ...(next ? { next } : {}) }),
            () => by.finishTicketStep({ id, output: 'Done', ...(next ? { next } : {}) }),
            () => by.askTicketCustomer({ id, question: 'Which?' }),
            () => by.answerTicket({ id, reason: 'This one' }),
            () => by.askTicketDepartment({ id, to: { kind: 'ROLE', code: 'WH' }, question: 'Is it there?' }),
            () => by.answerTicketDepartment({ id, answer: 'It is' }),
            () => by.resolveTicket({ id, result: 'Settled', reason: 'so it is' }),
            () => by.confirmTicket({ id }),
            () => by.reopenTicket({ id, reason: 'Not so' }),
            () => by.cancelTicket({ id, cancelledFor: 'SPAM', reason: 'spam' }),
            () => by.raiseTicket({ id, reason: 'up' }),
            () => by.sleepTicket({ id, until: at(1 + (chance % 48)) }),
            () => by.wakeTicket({ id }),
            () => by.takeTicket({ id }),
            () => wait(chance * 20 * MINUTE),
            () => wait(chance * HOUR),
          ];
          await deedsOf[what]?.().catch((error: { denial?: unknown }) => expect(error.denial).toBeDefined());
          const [now, item] = [await all.row(id), await all.item(id)];
          if (what < 15 && now.state !== before.state)
            expect(Object.values(ticketMachine.events).some((moves) => moves[before.state] === now.state)).toBe(true);
          const stamps = now.checkpoints.map(({ checkpoint }) => checkpoint);
          expect(new Set(stamps).size).toBe(stamps.length);
          if (now.state === 'OPEN') expect(stamps.slice(0, 2)).toEqual(['RECEPTION', 'RECORD']);
          if (now.resolvedFor === 'SOLVED') expect(stamps.toSorted()).toEqual(STAMPS.toSorted());
          const ended = ['CLOSED', 'CANCELLED'].includes(now.state);
          expect(item.open).toBe(!ended);
          if (ended || now.sleepUntil) expect([now.stepBy, now.raiseAt]).toEqual([null, null]);
          if (now.state === 'PENDING_CUSTOMER') expect(now.customerId).not.toBeNull();
          expect(now.level).toBeGreaterThanOrEqual(before.level);
          expect(now.level).toBeLessThanOrEqual(4);
          // What is done is never taken back.
          expect(now.done.slice(0, before.done.length)).toEqual(before.done);
        }
        expect(await desk.read(system).count(Ticket, { id })).toBe(1);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
