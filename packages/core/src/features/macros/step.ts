/**
 * @module Kinds of steps of a macro. A feature that adds one says at a point what it needs and what it does; nobody
 * else knows it.
 */
import { z } from 'zod';
import type { WhyNot } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { mark, named, ref, type RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';
import { LocalText } from '../access/index.ts';
import { caseReason, caseType } from '../aftersales/index.ts';
import { closeResult, intent, priority, transferReason, type Conversation } from '../conversations/index.ts';

/** What a step does; each is an action that the agent could do themselves. */
export const StepKind = vocabulary('MacroStepKind', {
  SEND_SCRIPT: { en: 'Send a script', zh: '发送话术' },
  SET_TOPIC: { en: 'Set intent and priority', zh: '设置意图与优先级' },
  ADD_NOTE: { en: 'Add a note', zh: '添加备注' },
  TRANSFER: { en: 'Transfer', zh: '转接' },
  CLOSE: { en: 'Close the conversation', zh: '结束会话' },
  OPEN_CASE: { en: 'Open an after-sales case', zh: '登记售后' },
});
export type StepKind = CodeOf<typeof StepKind>;
export const stepKind = memberOf(StepKind);

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
    intent: intent.nullable().default(null),
    priority: priority.nullable().default(null),
    transferReason: transferReason.nullable().default(null),
    /** TRANSFER: null is anybody who is free. */
    toUserId: ref('User').nullable().default(null),
    result: closeResult.nullable().default(null),
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
    /** Why the agent may not do it in this conversation now; null: they may. */
    denial: named('StepDenial', z.object({ code: z.string(), text: LocalText })).nullable(),
    /** What is still to be said before the step can be done. */
    needs: z.array(
      codes('MacroNeed', {
        ORDER: { en: 'The order', zh: '订单', note: 'Which order it is about has to be chosen.' },
        SCRIPT: { en: 'A script that is there', zh: '有效的话术', note: 'The script is not there any more.' },
        VALUES: { en: 'What stands in braces', zh: '大括号中的内容' },
      }),
    ),
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
export type Doing = Omit<Partial<PlannedStep>, 'kind' | 'denial'> & Pick<PlannedStep, 'action' | 'input'>;

/** What a kind of step is. */
export interface StepDefinition {
  /** Why such a step cannot be kept: the field that is missing, dotted as in `more.months`. */
  readonly missing?: (step: MacroStep) => string | undefined;
  /** Afterwards the conversation is somebody else's, or over: nothing can follow. */
  readonly ends?: true;
  /** Why it may not be done in this conversation now, where its action does not say so by itself before it is done. */
  readonly when?: (ctx: ReadContext, given: Given) => WhyNot;
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
