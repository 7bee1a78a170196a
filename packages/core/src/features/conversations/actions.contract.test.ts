import { describe, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';

async function scene() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const lead = await setup.staff('TL1', ['TL']);
  const analyst = await setup.staff('AN1', ['AN']);
  const outsider = await setup.staff('PA9', ['PA'], { storeIds: ['another-store'] });
  const shopper = await setup.shopper('lily');
  const stranger = await setup.shopper('bob');
  const { conversations } = setup.desk.as(shopper);
  const { id } = await conversations.openConversation({});
  await conversations.sendMessage({ conversationId: id, text: 'hello', clientMsgId: 'first-0001' });
  const desk = setup.desk as unknown as Desk;
  const take = () => desk.perform(agent, 'takeConversation', { id });
  const close = () => desk.perform(agent, 'closeConversation', { id, intent: 'OTHER', result: 'SOLVED', reason: 'x' });
  return { ...setup, desk, agent, lead, analyst, outsider, shopper, stranger, id, take, close };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const blob = JSON.stringify({ contentType: 'image/png', size: 10, sha256: 'x'.repeat(32) });

/** By action: who may, with what, what must have happened before, and who may not. */
const CASES: Record<
  string,
  (s: Scene) => {
    before?: () => Promise<unknown>;
    actor: Actor;
    input: object;
    stranger?: Actor;
    wrongRole?: Actor;
    unaudited?: true;
  }
> = {
  takeConversation: (s) => ({ actor: s.agent, input: { id: s.id }, stranger: s.outsider, wrongRole: s.analyst }),
  assignConversation: (s) => ({ actor: s.lead, input: { id: s.id, userId: s.agent.userId }, wrongRole: s.agent }),
  sendMessage: (s) => ({
    before: s.take,
    actor: s.agent,
    input: { conversationId: s.id, text: 'hi', clientMsgId: 'reply-0001' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  addNote: (s) => ({
    actor: s.agent,
    input: { conversationId: s.id, text: 'note', clientMsgId: 'note-00001' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  requestTransfer: (s) => ({
    before: s.take,
    actor: s.agent,
    input: { id: s.id, reason: 'AFTER_SALE', summary: 'wants to return' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  closeConversation: (s) => ({
    before: s.take,
    actor: s.agent,
    input: { id: s.id, intent: 'OTHER', result: 'SOLVED', reason: 'x' },
    stranger: s.outsider,
    wrongRole: s.analyst,
  }),
  rateConversation: (s) => ({
    before: () => s.take().then(s.close),
    actor: s.shopper,
    input: { id: s.id, score: 5 },
    stranger: s.stranger,
    wrongRole: s.agent,
  }),
  abandonConversation: (s) => ({ actor: s.shopper, input: { id: s.id }, stranger: s.stranger, wrongRole: s.agent }),
  keepQueuePlace: (s) => ({
    actor: s.shopper,
    input: { id: s.id },
    stranger: s.stranger,
    wrongRole: s.agent,
    unaudited: true,
  }),
  resumeWaiting: (s) => ({
    before: () => s.desk.perform(s.system, 'abandonConversation', { id: s.id }),
    actor: s.shopper,
    input: { id: s.id },
    stranger: s.stranger,
    wrongRole: s.agent,
  }),
  addAttachment: (s) => ({
    actor: s.shopper,
    input: { conversationId: s.id, blobKey: blob, name: 'a.png' },
    stranger: s.stranger,
    wrongRole: s.analyst,
  }),
  markRead: (s) => ({
    before: s.take,
    actor: s.shopper,
    input: { id: s.id, seq: 2 },
    stranger: s.stranger,
    unaudited: true,
  }),
  setTyping: (s) => ({
    actor: s.shopper,
    input: { id: s.id, on: true },
    stranger: s.stranger,
    wrongRole: s.analyst,
    unaudited: true,
  }),
};

describe('actions on conversations', () => {
  for (const [action, make] of Object.entries(CASES)) {
    const prepare = async () => {
      const setup = await scene();
      const { before, ...rest } = make(setup);
      await before?.();
      return { desk: setup.desk, ...rest };
    };
    const unaudited = ['markRead', 'setTyping', 'keepQueuePlace'].includes(action);
    for (const { title, run } of actionContract({ action, prepare, unaudited })) test(title, run);
  }
});
