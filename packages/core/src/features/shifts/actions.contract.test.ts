import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { Handover } from './entities.ts';

const TIMES = { type: 'DAY', startAt: '2025-03-10T01:00:00.000Z', endAt: '2025-03-10T09:00:00.000Z' };
const MONTH = { from: '2025-03-01T00:00:00.000Z', to: '2025-04-01T00:00:00.000Z' };

async function scene() {
  const setup = await createTestDesk();
  const desk = setup.desk as unknown as Desk;
  const agent = await setup.staff('PA1', ['PA'], { presence: 'OFFLINE' });
  const next = await setup.staff('PA2', ['PA'], { presence: 'OFFLINE' });
  const lead = await setup.staff('TL1', ['TL'], { presence: 'OFFLINE' });
  const finance = await setup.staff('FN1', ['FN'], { presence: 'OFFLINE' });
  const shift = { userId: agent.userId, storeIds: [setup.store.id], ...TIMES };
  const plan = async () => ((await desk.perform(lead, 'planShift', shift)) as { id: string }).id;
  const publish = async () => {
    const id = await plan();
    await desk.perform(lead, 'publishShifts', MONTH);
    return id;
  };
  const after = async (id: string, actor: Actor, ...actions: string[]) => {
    for (const action of actions) await desk.perform(actor, action, { id });
    return id;
  };
  const swap = async () => {
    const id = await publish();
    await desk.perform(agent, 'requestShiftSwap', { id, withUserId: next.userId, reason: 'x' });
    return id;
  };
  const draft = async () => {
    const shiftId = await after(await publish(), agent, 'checkInShift', 'startHandover');
    return (await desk.read(setup.system).first(Handover, { shiftId }))?.id ?? '';
  };
  const sent = async () => {
    const id = await draft();
    await desk.perform(agent, 'editHandover', { id, items: [{ id: 'item-1', kind: 'NOTE', text: 'x' }] });
    return after(id, agent, 'submitHandover');
  };
  return { ...setup, desk, agent, next, lead, finance, shift, plan, publish, after, swap, draft, sent };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const CASES: Record<
  string,
  (s: Scene) => Promise<{ actor: Actor; input: object; stranger?: Actor; wrongRole: Actor }>
> = {
  planShift: async (s) => ({ actor: s.lead, input: s.shift, wrongRole: s.agent }),
  updateShift: async (s) => ({ actor: s.lead, input: { id: await s.plan(), type: 'NIGHT' }, wrongRole: s.agent }),
  removeShift: async (s) => ({ actor: s.lead, input: { id: await s.plan() }, wrongRole: s.agent }),
  publishShifts: async (s) => (await s.plan(), { actor: s.lead, input: MONTH, wrongRole: s.agent }),
  requestShiftSwap: async (s) => ({
    actor: s.agent,
    input: { id: await s.publish(), withUserId: s.next.userId, reason: 'x' },
    stranger: s.next,
    wrongRole: s.finance,
  }),
  approveShiftSwap: async (s) => ({ actor: s.lead, input: { id: await s.swap() }, wrongRole: s.next }),
  declineShiftSwap: async (s) => ({ actor: s.lead, input: { id: await s.swap() }, wrongRole: s.next }),
  checkInShift: async (s) => ({
    actor: s.agent,
    input: { id: await s.publish() },
    stranger: s.next,
    wrongRole: s.finance,
  }),
  markShiftAbsent: async (s) => ({ actor: s.lead, input: { id: await s.publish() }, wrongRole: s.next }),
  startHandover: async (s) => ({
    actor: s.agent,
    input: { id: await s.after(await s.publish(), s.agent, 'checkInShift') },
    stranger: s.next,
    wrongRole: s.finance,
  }),
  editHandover: async (s) => ({
    actor: s.agent,
    input: { id: await s.draft(), items: [{ id: 'a', kind: 'NOTE', text: 'x' }], anomalies: 'y' },
    stranger: s.next,
    wrongRole: s.finance,
  }),
  submitHandover: async (s) => ({
    actor: s.agent,
    input: { id: await s.draft(), receiverId: s.next.userId },
    stranger: s.next,
    wrongRole: s.finance,
  }),
  acknowledgeHandover: async (s) => ({
    actor: s.next,
    input: { id: await s.sent(), remark: 'ok' },
    stranger: s.agent,
    wrongRole: s.finance,
  }),
  setHandoverItem: async (s) => ({
    actor: s.next,
    input: { id: await s.sent(), itemId: 'item-1', done: true },
    wrongRole: s.finance,
  }),
  endShift: async (s) => ({
    actor: s.lead,
    input: { id: await s.after(await s.publish(), s.agent, 'checkInShift'), reason: 'x' },
    stranger: s.next,
    wrongRole: s.finance,
  }),
};

describe('actions on shifts', () => {
  for (const [action, make] of Object.entries(CASES)) {
    const prepare = async () => {
      const setup = await scene();
      return { desk: setup.desk, ...(await make(setup)) };
    };
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
  }
});
