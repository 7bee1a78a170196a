/**
 * @module What a macro would do in a conversation: for each step the action and its input, in full, before anything
 * happens, and whether the agent may do it now. The one who confirms performs these actions themselves, so their own
 * rights and every rule of these actions hold.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { named } from '../../kernel/entity.ts';
import { Conversation } from '../conversations/index.ts';
import { VariableValue } from '../scripts/index.ts';
import { Macro } from './entities.ts';
import { macroTexts as t } from './texts.ts';
import { macroStep, PlannedStep, type Given, type MacroStep } from './step.ts';
import { inWords } from '../../kernel/sentence.ts';
import { says } from '../../kernel/problems.ts';

const NOTHING = { text: '', unresolved: [], outcome: null, needs: [] };

/** @throws DeniedError VALIDATION_FAILED for a kind that no feature of the desk knows any more */
async function planned(ctx: ReadContext, step: MacroStep, index: number, given: Given): Promise<PlannedStep> {
  const [definition] = await ctx.ask(macroStep, { kind: step.kind });
  if (!definition)
    return refuse('VALIDATION_FAILED', { fields: [{ path: `steps.${index}.kind`, text: t.unknownStep }] });
  const doing = { ...NOTHING, ...(await definition.plan(ctx, step, given)), kind: step.kind };
  // What is still to be said is no reason; only what stands in the way whatever is said.
  const input = doing.needs.length === 0 ? doing.input : undefined;
  const denial = (await definition.when?.(ctx, given)) ?? (await ctx.whyNot(doing.action, input));
  return { ...doing, denial: denial ? { code: denial.code, text: inWords(denial.text) } : null };
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
      .regex(/^[^:]*$/, says(t.noColon)),
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
    const given = { conversation, values, orderId, items };
    const steps = macro.steps.map((step, index) =>
      planned(ctx, step, index, { ...given, messageId: `${run}-${index}` }),
    );
    return { steps: await Promise.all(steps) };
  },
});
