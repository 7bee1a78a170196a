import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { Macro } from './entities.ts';

const NAME = { zh: '催促物流', en: 'Chase the parcel' };
const code = (denial: string, more: object = {}) => ({ denial: { code: denial, ...more } });
const send = (script: string) => ({ kind: 'SEND_SCRIPT' as const, script });

async function scene() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const other = await setup.staff('AA1', ['AA']);
  const lead = await setup.staff('SV1', ['SV']);
  const warehouse = await setup.staff('WH1', ['WH']);
  const lily = await setup.shopper('lily');
  const talk = setup.desk.as(lily).conversations;
  const { id: conversationId } = await talk.openConversation({});
  await talk.sendMessage({ conversationId, clientMsgId: 'hello-0001', text: 'hello' });
  await setup.desk.as(agent).conversations.takeConversation({ id: conversationId });
  const as = (actor: Actor) => setup.desk.as(actor).macros;
  const write = (
    steps: Parameters<ReturnType<typeof as>['createMacro']>[0]['steps'],
    actor: Actor = agent,
    more: object = {},
  ) => as(actor).createMacro({ name: NAME, steps, ...more });
  return { ...setup, agent, other, lead, warehouse, lily, conversationId, as, write };
}

describe('a macro', () => {
  test('is seen in full before it is done: every step as the action and its input', async () => {
    const { as, agent, conversationId, write } = await scene();
    const { id } = await write([
      send('G1'),
      { kind: 'SET_TOPIC', intent: 'LOGISTICS', priority: 'P2' },
      { kind: 'ADD_NOTE', text: 'Asked the depot' },
      { kind: 'CLOSE', intent: 'LOGISTICS', result: 'SOLVED' },
    ]);
    const { steps } = await as(agent).planMacro({ id, conversationId, run: 'run-0001' });
    expect(steps.map(({ action }) => action)).toEqual([
      'sendMessage',
      'correctReading',
      'addNote',
      'closeConversation',
    ]);
    expect(steps[0]).toMatchObject({
      text: '您好，欢迎光临S1，我是客服PA1，请问有什么可以帮您？',
      needs: [],
      input: { conversationId, clientMsgId: 'run-0001-0' },
    });
    expect(steps[3]?.input).toEqual({ id: conversationId, intent: 'LOGISTICS', result: 'SOLVED' });
  });

  test('names what is still to be filled in, and takes it', async () => {
    const { as, agent, conversationId, write } = await scene();
    const { id } = await write([send('L2')]);
    const plan = (values: { name: string; value: string }[] = []) =>
      as(agent).planMacro({ id, conversationId, run: 'run-0001', values });
    expect((await plan()).steps[0]).toMatchObject({ unresolved: ['time'], needs: ['VALUES'] });
    expect((await plan([{ name: 'time', value: '17:00' }])).steps[0]).toMatchObject({
      unresolved: [],
      needs: [],
      text: expect.stringContaining('17:00'),
    });
  });

  test('does what it says when its steps are performed, once for one run', async () => {
    const { as, desk, agent, lily, conversationId, write } = await scene();
    const { id } = await write([send('E1'), { kind: 'CLOSE', intent: 'OTHER', result: 'SOLVED' }]);
    const { steps } = await as(agent).planMacro({ id, conversationId, run: 'run-0001' });
    const planned: Desk = desk;
    await planned.perform(agent, 'sendMessage', steps[0]?.input);
    await planned.perform(agent, 'sendMessage', steps[0]?.input);
    await planned.perform(agent, 'closeConversation', steps[1]?.input);
    const said = await desk.as(lily).conversations.messages({ conversationId });
    expect(said.filter(({ sender }) => sender === 'AGENT')).toHaveLength(1);
    expect(said.at(-1)?.body).toBe('CLOSED');
  });

  test('says before it is done which step the desk would refuse in this conversation, and why', async () => {
    const { as, desk, agent, other, lead, conversationId, write } = await scene();
    const steps = [
      send('E1'),
      { kind: 'ADD_NOTE' as const, text: 'Asked the depot' },
      { kind: 'CLOSE' as const, intent: 'OTHER' as const, result: 'SOLVED' as const },
    ];
    const { id } = await write(steps, lead, { shared: true });
    const denials = async (actor: Actor) =>
      (await as(actor).planMacro({ id, conversationId, run: 'run-0001' })).steps.map(({ denial }) => denial?.code);
    // The customer waits for an answer, which the first step gives: that is no reason against the last one.
    expect(await denials(agent)).toEqual([undefined, undefined, undefined]);
    expect(await denials(other)).toEqual(['FORBIDDEN', undefined, 'FORBIDDEN']);
    const [first] = (await as(other).planMacro({ id, conversationId, run: 'run-0001' })).steps;
    expect(first?.denial?.text).toEqual({ zh: '请先接入会话。', en: 'Take the conversation first.' });
    await desk.as(agent).conversations.sendMessage({ conversationId, clientMsgId: 'answer-0001', text: 'Solved.' });
    await desk.as(agent).conversations.closeConversation({ id: conversationId, intent: 'OTHER', result: 'SOLVED' });
    const over = await denials(agent);
    expect([over[0], over[2]]).toEqual(['INVALID_TRANSITION', 'INVALID_TRANSITION']);
  });

  test('asks for the order before it opens a case, and for a script that is gone', async () => {
    const { as, agent, conversationId, write } = await scene();
    const { id } = await write([{ kind: 'OPEN_CASE', caseType: 'REFUND_ONLY', caseReason: 'QUALITY' }]);
    expect((await as(agent).planMacro({ id, conversationId, run: 'run-0001' })).steps[0]).toMatchObject({
      action: 'submitCase',
      needs: ['ORDER'],
    });
    const gone = await write([send('nothing')]);
    expect((await as(agent).planMacro({ id: gone.id, conversationId, run: 'run-0001' })).steps[0]).toMatchObject({
      needs: ['SCRIPT'],
      input: {},
    });
  });

  test('has the fields of its steps, and nothing after a transfer or the end', async () => {
    const { write } = await scene();
    const path = (steps: Parameters<typeof write>[0]) =>
      write(steps).then(
        () => 'written',
        ({ denial }: { denial: { fields?: { path: string }[] } }) => denial.fields?.[0]?.path,
      );
    expect(await path([{ kind: 'SEND_SCRIPT' }])).toBe('steps.0.script');
    expect(await path([{ kind: 'SET_TOPIC' }])).toBe('steps.0.intent');
    expect(await path([{ kind: 'TRANSFER', transferReason: 'SKILL' }])).toBe('steps.0.text');
    expect(await path([{ kind: 'CLOSE', intent: 'OTHER', result: 'SOLVED' }, send('E1')])).toBe('steps.0.kind');
    expect(await path([{ kind: 'CLOSE', intent: 'OTHER' }])).toBe('steps.0.result');
  });

  test('of one’s own is nobody else’s; everybody’s is written by who may publish scripts', async () => {
    const { as, desk, agent, other, lead, conversationId, write } = await scene();
    const own = await write([send('E1')]);
    await expect(as(other).planMacro({ id: own.id, conversationId, run: 'run-0001' })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
    await expect(write([send('E1')], agent, { shared: true })).rejects.toMatchObject(code('FORBIDDEN'));
    const shared = await write([send('E1')], lead, { shared: true });
    expect((await desk.read(other).get(Macro, shared.id)).id).toBe(shared.id);
    await expect(as(other).updateMacro({ id: shared.id, name: { zh: '新', en: '' } })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await as(agent).archiveMacro({ id: own.id });
    await expect(as(agent).updateMacro({ id: own.id, name: { zh: '新', en: '' } })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
  });

  const existing = async (input: (id: string) => object) => {
    const { desk, agent, other, warehouse, write } = await scene();
    return { desk, actor: agent, stranger: other, wrongRole: warehouse, input: input((await write([send('E1')])).id) };
  };
  const contracts = [
    { action: 'updateMacro', prepare: () => existing((id) => ({ id, name: NAME })) },
    { action: 'archiveMacro', prepare: () => existing((id) => ({ id })) },
    { action: 'noteMacroUse', unaudited: true, prepare: () => existing((id) => ({ id })) },
    {
      action: 'createMacro',
      prepare: async () => {
        const { desk, agent, warehouse } = await scene();
        return { desk, actor: agent, wrongRole: warehouse, input: { name: NAME, steps: [send('E1')] } };
      },
    },
  ];
  for (const contract of contracts) for (const { title, run } of actionContract(contract)) test(title, run);
});
