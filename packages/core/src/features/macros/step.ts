/**
 * @module Kinds of steps of a macro. A feature that adds one says at a point what it needs and what it does; nobody
 * else knows it.
 */
import { z } from 'zod';
import type { ReadContext } from '../../kernel/context.ts';
import { mark, named, ref, type RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';
import { LocalText } from '../access/index.ts';
import { caseReason, caseType } from '../aftersales/index.ts';
import { CLOSE_RESULTS, INTENTS, PRIORITIES, type Conversation } from '../conversations/index.ts';

/** What a step does; each is an action that the agent could do themselves. */
export const StepKind = vocabulary('macro.step', {
  SEND_SCRIPT: { en: 'Send a script', zh: '发送话术' },
  SET_TOPIC: { en: 'Set intent and priority', zh: '设置意图与优先级' },
  ADD_NOTE: { en: 'Add a note', zh: '添加备注' },
  TRANSFER: { en: 'Transfer', zh: '转接' },
  CLOSE: { en: 'Close the conversation', zh: '结束会话' },
  OPEN_CASE: { en: 'Open an after-sales case', zh: '登记售后' },
});
export type StepKind = CodeOf<typeof StepKind>;
export const stepKind = named('MacroStepKind', memberOf(StepKind));

export const TRANSFER_REASONS = ['AFTER_SALE', 'SKILL', 'LANGUAGE', 'SHIFT_END', 'CUSTOMER_REQUEST', 'OTHER'] as const;

/** One step. Only the fields of its kind count. */
export const MacroStep = named(
  'MacroStep',
  z.object({
    kind: stepKind,
    /** SEND_SCRIPT: id, code or quick key. */
    script: z.string().max(64).nullable().default(null),
    /**
     * ADD_NOTE: the note. TRANSFER: the summary. CLOSE: why the last question is unanswered. OPEN_CASE: the
     * description.
     */
    text: z.string().trim().max(2000).default(''),
    intent: named('MacroIntent', z.enum(INTENTS)).nullable().default(null),
    priority: named('MacroPriority', z.enum(PRIORITIES)).nullable().default(null),
    transferReason: named('MacroTransferReason', z.enum(TRANSFER_REASONS)).nullable().default(null),
    /** TRANSFER: null is anybody who is free. */
    toUserId: ref('User').nullable().default(null),
    result: named('MacroResult', z.enum(CLOSE_RESULTS)).nullable().default(null),
    caseType: caseType.nullable().default(null),
    caseReason: caseReason.nullable().default(null),
    more: mark(z.record(z.string().max(60), z.json()).nullable().default(null), {
      title: { en: 'What a step of another feature needs besides.', zh: '其他功能的步骤所需的内容' },
    }),
  }),
);
export type MacroStep = z.output<typeof MacroStep>;

export const PlannedStep = named(
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
export type PlannedStep = z.output<typeof PlannedStep>;

/** What a macro is done with. */
export interface Given {
  readonly conversation: RowOf<typeof Conversation>;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly orderId: string | undefined;
  readonly items: readonly { readonly lineId: string; readonly quantity: number }[];
  /** The id of the message that the step sends in this doing. */
  readonly messageId: string;
}

/** The name of an action that the agent has themselves and its input; what is left out is empty. */
export type Doing = Omit<Partial<PlannedStep>, 'kind'> & Pick<PlannedStep, 'action' | 'input'>;

/** What a kind of step is. */
export interface StepDefinition {
  /** Why such a step cannot be kept: the field that is missing, dotted as in `more.months`. */
  readonly missing?: (step: MacroStep) => string | undefined;
  /** Afterwards the conversation is somebody else's, or over: nothing can follow. */
  readonly ends?: true;
  /** What it would do, in full, before it is done. */
  readonly plan: (ctx: ReadContext, step: MacroStep, given: Given) => Promise<Doing>;
}

/** What a kind of step is, told by the feature that adds it. */
export const macroStep = point<{ readonly kind: StepKind }, StepDefinition>('macro.step');

/** The first field that a step lacks. */
export const lacking =
  (...fields: readonly Exclude<keyof MacroStep, 'kind' | 'more'>[]) =>
  (step: MacroStep): string | undefined =>
    fields.find((field) => !step[field]);
