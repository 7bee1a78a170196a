import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, ref, type Filter, type Visibility } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { LocalText } from '../access/index.ts';
import { MacroStep } from './step.ts';

const MOST_STEPS = 10;

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
    state: codes('MacroState', {
      ACTIVE: { en: 'In use', zh: '使用中' },
      ARCHIVED: { en: 'Archived', zh: '已归档' },
    }),
    usageCount: z.int(),
    lastUsedAt: instant().nullable(),
  }),
  machine: macroMachine,
  index: [['state', '-usageCount']],
  audited: ['state', 'name', 'steps'],
  visible,
  list: { filters: ['state', 'storeId', 'ownerId'], orders: [[['usageCount', 'desc']], [['updatedAt', 'desc']]] },
});
