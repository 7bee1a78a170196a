/** @module A desk with people, and short ways to write, publish and set off rules: for tests of rules. */
import type { StaffActor } from '../../../kernel/actor.ts';
import type { DeskStore } from '../../../kernel/store.ts';
import { createTestDesk } from '../../../testing/index.ts';
import { FollowUpTask } from '../../tasks/index.ts';
import { RuleDraft } from '../draft.ts';
import { RuleRun } from '../entities.ts';

/** Of a conversation that ended without a solution somebody gets a task. */
export const FOLLOW_UP = {
  event: 'CONVERSATION_CLOSED',
  conditions: [{ field: 'result', operator: 'ONE_OF', value: 'NOT_SOLVED,FOLLOW_UP' }],
  steps: [
    {
      action: 'createTask',
      input: {
        storeId: { field: 'storeId' },
        customerId: { field: 'customerId' },
        conversationId: { field: 'id' },
        subject: 'Follow up on {channel}',
        doneBy: { hours: 24 },
      },
    },
    { action: 'addNote', input: { conversationId: { field: 'id' }, text: 'A task is given.' } },
  ],
} as const;

/** What somebody writes down of a rule, as loosely as a form does. */
export type Written = Readonly<Record<string, unknown>>;

export async function ruleScene({ store }: { readonly store?: DeskStore } = {}) {
  const setup = await createTestDesk(store ? { store } : {});
  const { clock, desk, system } = setup;
  const [agent, lead] = [await setup.staff('PA1', ['PA']), await setup.staff('SV1', ['SV'])];
  const lily = await setup.shopper('lily');
  let count = 0;
  const clientMsgId = () => `message-${(count += 1)}-0000`;
  const write = (draft: Written, by: StaffActor = lead, storeId: string | null = null) =>
    desk.as(by).rules.createRule({ name: { zh: '规则', en: 'Rule' }, storeId, draft: RuleDraft.parse(draft) });
  const dryRun = (id: string, by: StaffActor = lead) => desk.as(by).rules.dryRunRule({ id });
  const publish = async (id: string, by: StaffActor = lead) => {
    const { fingerprint } = await dryRun(id, by);
    return desk.as(by).rules.publishRule({ id, fingerprint });
  };
  const atWork = async (draft: Written, by: StaffActor = lead) => publish((await write(draft, by)).id, by);
  const open = async () => {
    const { id } = await desk.as(lily).conversations.openConversation({});
    const text = 'Where is it?';
    await desk.as(lily).conversations.sendMessage({ conversationId: id, text, clientMsgId: clientMsgId() });
    await desk.as(agent).conversations.takeConversation({ id });
    await desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, text: 'On its way.', clientMsgId: clientMsgId() });
    return id;
  };
  /** One conversation from its first word to its end. */
  const chat = async (result: 'SOLVED' | 'NOT_SOLVED' = 'NOT_SOLVED') => {
    const id = await open();
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result });
    return id;
  };
  /** Lets so many hours pass, and does what is due until nothing is. */
  const pass = async (hours = 0) => {
    clock.advance(hours * 3_600_000);
    while ((await desk.runTimers()) > 0);
  };
  const tasks = () => desk.read(system).all(FollowUpTask, { where: { kind: 'AD_HOC' } });
  const runs = (ruleId?: string) =>
    desk.read(system).all(RuleRun, { order: [['at', 'asc']], ...(ruleId ? { where: { ruleId } } : {}) });
  return { ...setup, agent, lead, lily, write, dryRun, publish, atWork, open, chat, pass, tasks, runs, clientMsgId };
}
