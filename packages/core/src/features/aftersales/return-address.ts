import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { Store } from '../access/index.ts';
import { ReturnAddress } from './entities.ts';

/** Says where customers of a store send goods back to (T6). */
export const setReturnAddress = defineAction({
  title: { en: 'Set the return address', zh: '设置退货地址' },
  allow: { staff: 'case.configure', system: true },
  input: z.object({ storeId: z.string(), text: z.string().trim().min(1).max(500) }),
  output: one(ReturnAddress),
  run: async (ctx, { storeId, text }) => {
    await ctx.get(Store, storeId);
    const known = await ctx.trusted('settings for everybody').first(ReturnAddress, { storeId });
    return known ? ctx.update(ReturnAddress, known, { text }) : ctx.insert(ReturnAddress, { storeId, text });
  },
});
