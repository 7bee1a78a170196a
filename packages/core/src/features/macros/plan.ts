/**
 * @module What a macro would do in a conversation: for each step the action and its input, in full, before anything
 * happens. The one who confirms performs these actions himself, so his own rights and every rule of theirs hold.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import { LocalText } from '../access/index.ts';
import { planCase } from '../aftersales/index.ts';
import { Conversation } from '../conversations/index.ts';
import { expanded, findScript, VariableValue } from '../scripts/index.ts';
import { Macro, stepKind, type MacroStep } from './entities.ts';

type ConversationRow = RowOf<typeof Conversation>;

const PlannedStep = named(
  'PlannedStep',
  z.object({
    kind: stepKind,
    /** The name of the action, and what it is given. */
    action: z.string(),
    input: z.record(z.string(), z.json()),
    /** What the customer or a colleague will read. */
    text: z.string(),
    /** Names in braces that are still to be filled in. */
    unresolved: z.array(z.string()),
    /** Of an after-sales case: what comes of it. */
    outcome: LocalText.nullable(),
    /** What is still to be said before the step can be done. */
    needs: z.array(named('MacroNeed', z.enum(['ORDER', 'SCRIPT', 'VALUES']))),
  }),
);
type PlannedStep = z.output<typeof PlannedStep>;

interface Given {
  readonly conversation: ConversationRow;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly orderId: string | undefined;
  readonly items: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly messageId: (step: number) => string;
}

const plain = { text: '', unresolved: [], outcome: null, needs: [] };

async function sendStep(
  ctx: ReadContext,
  step: MacroStep,
  { conversation, values, messageId }: Given,
  index: number,
): Promise<PlannedStep> {
  const script = await findScript(ctx, step.script ?? '', conversation.storeId);
  const base = { ...plain, kind: step.kind, action: 'sendMessage' };
  if (!script) return { ...base, input: {}, needs: ['SCRIPT'] };
  const { text, unresolved } = await expanded(ctx, conversation, { script, values });
  return {
    ...base,
    text,
    unresolved,
    needs: unresolved.length > 0 ? ['VALUES'] : [],
    input: { conversationId: conversation.id, clientMsgId: messageId(index), text },
  };
}

/** The lines of an order, or all of them, with what the store's policy says of it. */
async function caseStep(
  ctx: ReadContext,
  step: MacroStep,
  { conversation, orderId, items }: Given,
): Promise<PlannedStep> {
  const base = { ...plain, kind: step.kind, action: 'submitCase', text: step.text };
  const { caseType: type, caseReason: reason } = step;
  if (!orderId || items.length === 0 || !type || !reason) return { ...base, input: {}, needs: ['ORDER'] };
  const wanted = {
    storeId: conversation.storeId,
    conversationId: conversation.id,
    orderId,
    type,
    reason,
    description: step.text,
    items: items.map((item) => ({ ...item })),
    evidence: [],
    condition: {},
    compensationAmount: 0,
  };
  const { judgement, confirmation } = await planCase(ctx, wanted);
  return { ...base, outcome: { ...judgement.explanation }, input: { ...wanted, confirmation } };
}

function plannedStep(
  ctx: ReadContext,
  step: MacroStep,
  given: Given,
  index: number,
): Promise<PlannedStep> | PlannedStep {
  const { id } = given.conversation;
  const { kind, text, intent, priority } = step;
  const base = { ...plain, kind, text };
  if (kind === 'SEND_SCRIPT') return sendStep(ctx, step, given, index);
  if (kind === 'OPEN_CASE') return caseStep(ctx, step, given);
  if (kind === 'SET_TOPIC')
    return {
      ...base,
      action: 'correctReading',
      input: { conversationId: id, ...(intent ? { intent } : {}), ...(priority ? { priority } : {}) },
    };
  if (kind === 'ADD_NOTE')
    return { ...base, action: 'addNote', input: { conversationId: id, clientMsgId: given.messageId(index), text } };
  if (kind === 'TRANSFER')
    return {
      ...base,
      action: 'requestTransfer',
      input: { id, toUserId: step.toUserId, reason: step.transferReason, summary: text },
    };
  return {
    ...base,
    action: 'closeConversation',
    input: { id, intent, result: step.result, ...(text ? { reason: text } : {}) },
  };
}

export const planMacro = defineView({
  title: { en: 'Preview a macro', zh: '预览快捷操作' },
  allow: { staff: 'script.read' },
  input: z.object({
    id: z.string(),
    conversationId: z.string(),
    /** Names this doing of it: messages of the same run are sent once. */
    run: z
      .string()
      .min(8)
      .max(50)
      .regex(/^[^:]*$/, 'Must not contain a colon.'),
    values: z.array(VariableValue).max(50).default([]),
    orderId: z.string().max(200).optional(),
    items: z
      .array(named('MacroItem', z.object({ lineId: z.string().max(200), quantity: z.int().min(1).max(100_000) })))
      .max(100)
      .default([]),
  }),
  output: value('MacroPlan', z.object({ steps: z.array(PlannedStep) })),
  run: async (ctx, { id, conversationId, run, values, orderId, items }) => {
    const [macro, conversation] = await Promise.all([ctx.get(Macro, id), ctx.get(Conversation, conversationId)]);
    if (macro.storeId && macro.storeId !== conversation.storeId) return refuse('NOT_FOUND');
    const given = { conversation, values, orderId, items, messageId: (step: number) => `${run}-${step}` };
    return { steps: await Promise.all(macro.steps.map((step, index) => plannedStep(ctx, step, given, index))) };
  },
});
