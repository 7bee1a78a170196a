/**
 * @module A durable timer: an action that the desk performs later. It is removed in the same commit as what it does,
 * so it works once, whichever process is first and however often one is killed.
 */
import { z } from 'zod';
import { defineEntity, instant } from './entity.ts';

/** What the action will be called with. */
export type TimerInput = Record<string, string | number | boolean | null>;

export const Timer = defineEntity({
  name: 'Timer',
  title: { en: 'Timer', zh: '定时任务' },
  schema: z.object({
    key: z.string(),
    dueAt: instant(),
    action: z.string(),
    input: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  index: [['dueAt']],
  visible: () => 'none',
  lookup: true,
});
