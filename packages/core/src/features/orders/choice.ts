import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { Customer } from '../customers/index.ts';
import { OrderNewsChoice } from './entities.ts';
import { ownTexts } from '../../kernel/own-texts.ts';

/**
 * A customer, or an agent for him, says whether he wants messages about his orders that he did not ask for (R-MID-10).
 */
export const setOrderNews = defineAction({
  title: { en: 'Order messages on or off', zh: '开关订单通知' },
  allow: { shopper: true, staff: 'order.read' },
  input: z.object({ customerId: z.string().optional(), wanted: z.boolean() }),
  output: one(OrderNewsChoice),
  run: async (ctx, { customerId, wanted }) => {
    const { actor } = ctx;
    const id =
      actor.kind === 'shopper'
        ? actor.customerId
        : (customerId ?? refuse('VALIDATION_FAILED', { fields: [{ path: 'customerId', text: ownTexts.required }] }));
    const { storeId } = await ctx.get(Customer, id);
    const known = await ctx.trusted('facts of the customer').first(OrderNewsChoice, { customerId: id });
    return known
      ? ctx.update(OrderNewsChoice, known, { wanted })
      : ctx.insert(OrderNewsChoice, { storeId, customerId: id, wanted });
  },
});

/** Whether he wants them: unless he said no. */
export const wantsOrderNews = async (ctx: ReadContext, customerId: string | null): Promise<boolean> =>
  customerId === null ||
  (await ctx.trusted('facts of the customer').first(OrderNewsChoice, { customerId }))?.wanted !== false;
