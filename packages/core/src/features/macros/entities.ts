import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, instant, named, ref, type Filter, type Visibility } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText } from '../access/index.ts';
import { caseReason, caseType } from '../aftersales/index.ts';
import { CLOSE_RESULTS, INTENTS, PRIORITIES } from '../conversations/index.ts';

/** What a step does; each is an action that the agent could do himself. */
export const STEP_KINDS = ['SEND_SCRIPT', 'SET_TOPIC', 'ADD_NOTE', 'TRANSFER', 'CLOSE', 'OPEN_CASE'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
export const TRANSFER_REASONS = ['AFTER_SALE', 'SKILL', 'LANGUAGE', 'SHIFT_END', 'CUSTOMER_REQUEST', 'OTHER'] as const;

export const stepKind = named('MacroStepKind', z.enum(STEP_KINDS));

const MOST_STEPS = 10;

/** One step. Only the fields of its kind count. */
export const MacroStep = named(
  'MacroStep',
  z.object({
    kind: stepKind,
    /** SEND_SCRIPT: id, code or quick key. */
    script: z.string().max(64).nullable().default(null),
    /** ADD_NOTE: the note. TRANSFER: the summary. CLOSE: why the last question is unanswered. OPEN_CASE: the description. */
    text: z.string().trim().max(2000).default(''),
    intent: named('MacroIntent', z.enum(INTENTS)).nullable().default(null),
    priority: named('MacroPriority', z.enum(PRIORITIES)).nullable().default(null),
    transferReason: named('MacroTransferReason', z.enum(TRANSFER_REASONS)).nullable().default(null),
    /** TRANSFER: null is anybody who is free. */
    toUserId: ref('User').nullable().default(null),
    result: named('MacroResult', z.enum(CLOSE_RESULTS)).nullable().default(null),
    caseType: caseType.nullable().default(null),
    caseReason: caseReason.nullable().default(null),
  }),
);
export type MacroStep = z.output<typeof MacroStep>;

export const macroMachine = defineMachine({
  field: 'state',
  states: ['ACTIVE', 'ARCHIVED'],
  events: { create: { NEW: 'ACTIVE' }, archive: { ACTIVE: 'ARCHIVED' } },
});

export const macroFields = {
  name: LocalText,
  steps: z.array(MacroStep).min(1).max(MOST_STEPS),
  /** Null: every store. */
  storeId: ref('Store').nullable(),
};

/** Own ones and everybody's, in stores one works for. */
function visible(actor: Actor): Visibility {
  if (actor.kind !== 'staff' || !actor.permissions.has('script.read')) return 'none';
  const { storeIds } = actor;
  const places: Record<string, unknown>[] = storeIds ? [{ storeId: null }, { storeId: { in: storeIds } }] : [{}];
  return {
    or: [{ ownerId: null }, { ownerId: actor.userId }].flatMap((shelf) =>
      places.map((place) => ({ ...shelf, ...place }) as Filter),
    ),
  };
}

/** Several steps under one name, done with one confirmation. */
export const Macro = defineEntity({
  name: 'Macro',
  title: { en: 'Macro', zh: '快捷操作' },
  schema: z.object({
    ...macroFields,
    /** Whose it is; null: everybody's. */
    ownerId: ref('User').nullable(),
    state: z.enum(['ACTIVE', 'ARCHIVED']),
    usageCount: z.int(),
    lastUsedAt: instant().nullable(),
  }),
  machine: macroMachine,
  index: [['state', '-usageCount']],
  audited: ['state', 'name', 'steps'],
  visible,
  list: { filters: ['state', 'storeId', 'ownerId'], orders: [[['usageCount', 'desc']], [['updatedAt', 'desc']]] },
});
