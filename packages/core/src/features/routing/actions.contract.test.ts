import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract } from '../../testing/index.ts';
import { Customer } from '../customers/entities.ts';
import { Conversation, Message } from '../conversations/entities.ts';
import { StaffAlert } from './entities.ts';
import { MINUTE, routingScene } from './testing/scene.ts';

async function scene() {
  const setup = await routingScene();
  const lead = await setup.staff('MG1', ['MG']);
  const agent = await setup.staff('PA1', ['PA'], { capacity: 1 });
  const analyst = await setup.staff('AN1', ['AN']);
  const outsider = await setup.staff('MG9', ['MG'], { storeIds: ['another-store'] });
  await setup.customer();
  const waiting = await setup.customer('hello, is anybody there?', 'lily');
  const absent = await setup.shopper('bob');
  const until = new Date(setup.clock.now().getTime() + 30 * MINUTE).toISOString();
  return { ...setup, desk: setup.desk as unknown as Desk, lead, agent, analyst, outsider, waiting, absent, until };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const peak = (s: Scene) => s.desk.perform(s.lead, 'startPeakMode', { id: s.store.id, until: s.until, reason: 'rush' });

/** By action: who may, with what, what must have happened before, who may not, and how many entries it leaves. */
const CASES: Record<
  string,
  (s: Scene) => Promise<{ before?: unknown; actor: Actor; input: object; stranger?: Actor; wrongRole?: Actor }>
> = {
  setRoutingPolicy: async (s) => ({
    actor: s.lead,
    input: { storeId: s.store.id, silentSeconds: 60 },
    stranger: s.outsider,
    wrongRole: s.agent,
  }),
  startPeakMode: async (s) => ({
    actor: s.lead,
    input: { id: s.store.id, until: s.until, capacityFactor: 1, reason: 'rush' },
    stranger: s.outsider,
    wrongRole: s.agent,
  }),
  endPeakMode: async (s) => ({
    before: await peak(s),
    actor: s.lead,
    input: { id: s.store.id, reason: 'over' },
    stranger: s.outsider,
    wrongRole: s.agent,
  }),
  setAutoReply: async (s) => ({ actor: s.agent, input: { text: 'Back soon.' } }),
  leaveQueueForMessage: async (s) => ({
    actor: s.waiting.actor,
    input: { id: s.waiting.id, contactEmail: 'lily@example.com' },
    stranger: s.absent,
    wrongRole: s.agent,
  }),
  leaveMessage: async (s) => ({
    actor: s.agent,
    input: { id: s.absent.customerId, clientMsgId: 'left-0001', text: 'Your parcel is here.' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  requestHelp: async (s) => ({
    actor: s.agent,
    input: { id: s.waiting.id, note: 'x' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  lendAgent: async (s) => ({
    actor: s.lead,
    input: { id: s.outsider.userId, storeId: s.store.id, until: s.until, reason: 'rush' },
    stranger: s.outsider,
    wrongRole: s.agent,
  }),
  takeBackAgent: async (s) => {
    await s.desk.perform(s.lead, 'lendAgent', {
      id: s.outsider.userId,
      storeId: s.store.id,
      until: s.until,
      reason: 'rush',
    });
    return { actor: s.lead, input: { id: s.outsider.userId, storeId: s.store.id }, wrongRole: s.agent };
  },
  dismissAlert: async (s) => {
    await s.pass(5 * MINUTE);
    const [alert] = await s.read.all(StaffAlert, { where: { toUserId: s.agent.userId } });
    return {
      actor: s.agent,
      input: { id: alert?.id ?? '' },
      stranger: s.outsider,
      wrongRole: await s.staff('WH1', ['WH'], { presence: 'OFFLINE' }),
    };
  },
};

describe('actions of routing', () => {
  for (const [action, make] of Object.entries(CASES)) {
    const prepare = async () => {
      const setup = await scene();
      return { desk: setup.desk, ...(await make(setup)) };
    };
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
  }
});

describe('a message that is left for somebody who is not there', () => {
  test('waits unread for the customer, and his answer goes to whoever wrote it', async () => {
    const { staff, shopper, say, read, desk, ownerOf } = await routingScene();
    const [writer, other] = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
    const bob = await shopper('bob');
    const left = await desk
      .as(writer)
      .conversations.leaveMessage({ id: bob.customerId, clientMsgId: 'left-0001', text: 'Your parcel is here.' });
    const again = await desk
      .as(writer)
      .conversations.leaveMessage({ id: bob.customerId, clientMsgId: 'left-0001', text: 'Your parcel is here.' });
    expect(again.id).toBe(left.id);
    expect(await desk.as(bob).conversations.myConversations({})).toMatchObject([
      { state: 'OFFLINE', unreadForCustomer: 1, preview: 'Your parcel is here.' },
    ]);
    await desk
      .as(other)
      .conversations.leaveMessage({ id: bob.customerId, clientMsgId: 'left-0002', text: 'And your invoice.' });
    await desk
      .as(writer)
      .conversations.leaveMessage({ id: bob.customerId, clientMsgId: 'left-0003', text: 'Good bye.' });
    expect(await read.all(Conversation)).toHaveLength(1);
    await say(bob, left.conversationId, 'Thank you! One question.');
    expect(await ownerOf(left.conversationId)).toBe(writer.userId);
  });

  test('goes through the same guard, and not into a conversation that is going on', async () => {
    const { staff, shopper, customer, read, desk } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const bob = await shopper('bob');
    const leave = (id: string, text: string) =>
      desk.as(agent).conversations.leaveMessage({ id, clientMsgId: 'left-0001', text });
    await expect(leave(bob.customerId, '这是全网最低价')).rejects.toMatchObject({ denial: { code: 'FORBIDDEN_TERM' } });
    await expect(leave(bob.customerId, ' ')).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    await expect(leave('nobody', 'hello')).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    expect([await read.all(Message), await read.all(Conversation)]).toEqual([[], []]);
    const { actor } = await customer();
    const [lily] = await read.all(Customer, { where: { id: actor.customerId } });
    await expect(leave(lily?.id ?? '', 'hello')).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
  });
});

describe('the live board', () => {
  test('shows queues, people and who waits longest to those who assign', async () => {
    const s = await scene();
    const board = () =>
      s.desk.show(s.lead, 'liveBoard', {}) as Promise<{ stores: object[]; agents: object[]; waiting: object[] }>;
    s.clock.advance(MINUTE);
    expect(await board()).toMatchObject({
      stores: [{ queued: 1, online: 1, places: 1, taken: 1, mode: 'AUTO' }],
      waiting: [{ conversationId: s.waiting.id, customerName: 'lily', waitedSeconds: 60 }],
      silent: [{ ownerId: s.agent.userId, ownerName: 'PA1' }],
    });
    expect((await board()).agents).toContainEqual(
      expect.objectContaining({ name: 'PA1', load: 1, capacity: 1, presence: 'ONLINE' }),
    );
    await expect(s.desk.show(s.agent, 'liveBoard', {})).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(s.desk.show(s.outsider, 'liveBoard', { storeId: s.store.id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });
});
