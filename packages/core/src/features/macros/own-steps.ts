/** @module The kinds of steps that macros bring along: what an agent does in a conversation, and opening a case. */
import { answer } from '../../kernel/point.ts';
import { planCase } from '../aftersales/index.ts';
import { mayWrite } from '../conversations/index.ts';
import { expanded, findScript } from '../scripts/index.ts';
import { lacking, macroStep, type Doing, type StepDefinition } from './step.ts';

const sendScript: StepDefinition = {
  missing: lacking('script'),
  when: (ctx, { conversation }) => mayWrite(ctx, conversation),
  plan: async (ctx, step, { conversation, values, messageId }): Promise<Doing> => {
    const script = await findScript(ctx, step.script ?? '', conversation.storeId);
    if (!script) return { action: 'sendMessage', input: {}, needs: ['SCRIPT'] };
    const { text, unresolved } = await expanded(ctx, conversation, { script, values });
    return {
      action: 'sendMessage',
      text,
      unresolved,
      needs: unresolved.length > 0 ? ['VALUES'] : [],
      input: { conversationId: conversation.id, clientMsgId: messageId, text },
    };
  },
};

const setTopic: StepDefinition = {
  missing: ({ intent, priority }) => (intent || priority ? undefined : 'intent'),
  plan: async (_ctx, { text, intent, priority }, { conversation: { id } }) => ({
    action: 'correctReading',
    text,
    input: { conversationId: id, ...(intent ? { intent } : {}), ...(priority ? { priority } : {}) },
  }),
};

const addNote: StepDefinition = {
  missing: lacking('text'),
  plan: async (_ctx, { text }, { conversation: { id }, messageId }) => ({
    action: 'addNote',
    text,
    input: { conversationId: id, clientMsgId: messageId, text },
  }),
};

const transfer: StepDefinition = {
  missing: lacking('transferReason', 'text'),
  ends: true,
  plan: async (_ctx, { text, toUserId, transferReason: reason }, { conversation: { id } }) => ({
    action: 'requestTransfer',
    text,
    input: { id, toUserId, reason, summary: text },
  }),
};

const close: StepDefinition = {
  missing: lacking('intent', 'result'),
  ends: true,
  plan: async (_ctx, { text, intent, result }, { conversation: { id } }) => ({
    action: 'closeConversation',
    text,
    input: { id, intent, result, ...(text ? { reason: text } : {}) },
  }),
};

/** The lines of an order, or all of them, with what the store's policy says of it. */
const openCase: StepDefinition = {
  missing: lacking('caseType', 'caseReason'),
  plan: async (ctx, { text, caseType: type, caseReason: reason }, { conversation, orderId, items }): Promise<Doing> => {
    const base = { action: 'submitCase', text };
    if (!orderId || items.length === 0 || !type || !reason) return { ...base, input: {}, needs: ['ORDER'] };
    const wanted = {
      storeId: conversation.storeId,
      conversationId: conversation.id,
      orderId,
      type,
      reason,
      description: text,
      items: items.map((item) => ({ ...item })),
      evidence: [],
      condition: {},
      compensationAmount: 0,
    };
    const { judgement, confirmation } = await planCase(ctx, wanted);
    return { ...base, outcome: { ...judgement.explanation }, input: { ...wanted, confirmation } };
  },
};

const OWN = new Map<string, StepDefinition>([
  ['SEND_SCRIPT', sendScript],
  ['SET_TOPIC', setTopic],
  ['ADD_NOTE', addNote],
  ['TRANSFER', transfer],
  ['CLOSE', close],
  ['OPEN_CASE', openCase],
]);

export const ownSteps = answer(macroStep, (_ctx, { kind }) => OWN.get(kind));
