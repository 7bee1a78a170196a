import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { Store } from '../access/index.ts';
import { OutreachPolicy } from './entities.ts';
import { DEFAULT_POLICY } from './reach.ts';

const { quietFrom, quietTo, allowed } = OutreachPolicy.schema.shape as Record<string, z.ZodType>;

/** Says when a store leaves its customers in peace, and whether it writes to them unasked at all. */
export const setOutreachPolicy = defineAction({
  title: { en: 'Set quiet hours', zh: '设置免打扰时段' },
  allow: { staff: 'outreach.configure' },
  on: Store,
  input: z.object({
    quietFrom: (quietFrom as z.ZodString).optional(),
    quietTo: (quietTo as z.ZodString).optional(),
    allowed: (allowed as z.ZodBoolean).optional(),
  }),
  output: one(OutreachPolicy),
  run: async (ctx, { id }, given) => {
    const changes = Object.fromEntries(Object.entries(given).filter(([, said]) => said !== undefined));
    const known = await ctx.maybe(OutreachPolicy, id);
    return known
      ? ctx.update(OutreachPolicy, known, changes)
      : ctx.insert(OutreachPolicy, { id, storeId: id, ...DEFAULT_POLICY, ...changes });
  },
});
