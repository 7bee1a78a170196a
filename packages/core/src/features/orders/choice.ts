/**
 * @module News of their orders that customers did not ask for (R-MID-10): a purpose of outreach, until they say no.
 * Before there were purposes the choice was a row of its own; those rows move at the first start.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { Desk } from '../../kernel/desk.ts';
import { timer } from '../../kernel/timer.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { Tenant } from '../access/index.ts';
import { Consent, noteWord, Purpose, purpose } from '../outreach/index.ts';
import { OrderNewsChoice } from './entities.ts';

export const OrderNews = addTo(Purpose, { ORDER_NEWS: { en: 'News of my orders', zh: '订单进度通知' } });

/** News of an order is service: it comes when it happens, as often as something happens. */
export const orderNews = purpose(OrderNews, {
  code: 'ORDER_NEWS',
  basis: 'OPT_OUT',
  channels: ['CHAT', 'EMAIL', 'SMS'],
  service: true,
});

const PAGE = 100;
const MOST_TENANTS = 10_000;

export const choiceTimer = timer({ key: 'order-choice', input: z.object({ after: z.string().default('') }) });

/** Makes the next page of choices of an older desk the customers' words about the purpose. */
export const moveOrderChoices = defineAction({
  title: { en: 'Move the choices about order messages', zh: '迁移订单通知设置' },
  allow: { system: true },
  unaudited: true,
  input: z.object({ after: z.string().default('') }),
  output: value('MovedOrderChoices', z.object({ rows: z.int() })),
  run: async (ctx, { after }) => {
    const rows = await ctx.find(OrderNewsChoice, { where: {}, limit: PAGE, ...(after ? { after: [after] } : {}) });
    const said = await ctx.find(Consent, {
      where: { customerId: { in: rows.map(({ customerId }) => customerId) }, purpose: orderNews.code, channel: null },
      limit: PAGE,
    });
    const known = new Set(said.map(({ customerId }) => customerId));
    for (const { storeId, customerId, wanted: given, updatedAt: at } of rows) {
      const word = { storeId, customerId, purpose: orderNews.code, channel: null, given, at } as const;
      if (!known.has(customerId))
        await noteWord(ctx, { ...word, source: 'IMPORT', proof: 'Chosen before there were purposes' });
    }
    const last = rows.at(PAGE - 1);
    if (last) await ctx.at(choiceTimer, ctx.now, { after: last.id });
    return { rows: rows.length };
  },
});

/** Begins to move the choices of tenants that have some of which the words are not there. */
export async function moveChoices(desk: Desk): Promise<void> {
  const anybody = { kind: 'system', tenantId: '', name: 'choices' } as const;
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS)) {
    const actor = { ...anybody, tenantId };
    const [first] = await desk.read(actor).find(OrderNewsChoice, { limit: 1 });
    const id = `${first?.customerId}:${orderNews.code}:ALL`;
    if (first && !(await desk.read(actor).maybe(Consent, id))) await desk.perform(actor, 'moveOrderChoices', {});
  }
}
