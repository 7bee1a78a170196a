/** @module The shop is told of an approved return or exchange, once, and answers whether it takes part. */
import { z } from 'zod';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import { SHOP_CERTAINTY, type ShopChangeName } from '../../ports/shop.ts';
import { connectedShop, performChange, SHOP_EFFECT, whyRefused } from '../orders/index.ts';
import { asJson } from '../policies/index.ts';
import { moveOn } from './advance.ts';
import type { CaseType } from './codes.ts';
import { AfterSalesCase } from './entities.ts';
import type { CaseRow } from './plan.ts';
import { noteStep } from './steps.ts';

/** What a shop is told of; of the others it hears by the refund or the new parcel. */
const TOLD: Partial<Record<CaseType, 'requestReturn' | 'requestExchange'>> = {
  RETURN_REFUND: 'requestReturn',
  EXCHANGE: 'requestExchange',
};

/** Announces what comes back to the shop. */
export const announceCase = defineEffect({
  ...SHOP_EFFECT,
  name: 'aftersales.announceCase',
  title: { en: 'Announce a return or an exchange', zh: '登记退货或换货' },
  input: z.object({
    id: z.string(),
    storeId: z.string(),
    number: z.string(),
    round: z.int(),
    method: z.enum(['requestReturn', 'requestExchange']),
    request: z.record(z.string(), z.json()),
  }),
  certainty: SHOP_CERTAINTY.requestReturn,
  lane: ({ id }) => `case:${id}`,
  about: ({ id, storeId, number }) => ({ entity: AfterSalesCase.name, id, label: number, storeId }),
  still: async (ctx, input) => ((await waiting(ctx, input)) ? undefined : 'The case has moved on.'),
  do: async (ports, { storeId, method, request }, { key: idempotencyKey, signal }) => {
    const shop = connectedShop(ports, storeId);
    if (!shop[method]) return { takesPart: false };
    await performChange(shop, method satisfies ShopChangeName, { ...request, idempotencyKey }, { signal });
    return { takesPart: true };
  },
  done: async (ctx, input, answer) => {
    const row = await waiting(ctx, input);
    return row && moveOn(ctx, row, { shopState: answer?.takesPart === false ? 'NONE' : 'DONE' });
  },
  refused: async (ctx, input, error) => {
    const row = await waiting(ctx, input);
    if (!row) return;
    const shopRefusal = whyRefused(error);
    noteStep(ctx, row, 'shopRefused', { note: `${shopRefusal.zh} / ${shopRefusal.en}` });
    ctx.update(AfterSalesCase, row, { shopState: 'REFUSED', shopRefusal });
  },
  waits: async (ctx, input, attempts) => {
    const row = await waiting(ctx, input);
    return row && ctx.update(AfterSalesCase, row, { shopState: 'AWAY', attempts });
  },
  uncertain: async (ctx, input) => {
    const row = await waiting(ctx, input);
    return row && ctx.update(AfterSalesCase, row, { shopState: 'UNCERTAIN' });
  },
});

/** The case while it waits for this answer; a round that the shop has refused is over. */
async function waiting(
  ctx: Pick<ActionContext, 'maybe'>,
  { id, round }: { readonly id: string; readonly round: number },
): Promise<CaseRow | undefined> {
  const row = await ctx.maybe(AfterSalesCase, id);
  const waits = row?.state === 'APPROVED' && row.round === round && row.shopState !== 'REFUSED';
  return waits ? row : undefined;
}

const keyOf = ({ id, round }: CaseRow): string => `case:${id}:${round}`;

/** Whether the shop is being told of an approved case, or was. */
export const isAnnounced = (ctx: ReadContext, row: CaseRow): Promise<boolean> => ctx.wasSent(announceCase, keyOf(row));

/** Lets the shop be told of an approved case. False where there is nothing to tell. */
export async function tellShop(ctx: ActionContext, row: CaseRow): Promise<boolean> {
  const { id, storeId, number, round, type, orderId, reason, refundMethodId, lines } = row;
  const method = TOLD[type];
  const shop = ctx.ports.shop(storeId);
  if (!method || (shop && !shop[method])) return false;
  const items = lines.map(({ lineId, quantity, newVariantId }) =>
    method === 'requestReturn' ? { lineId, quantity } : { lineId, quantity, newVariantId: newVariantId ?? '' },
  );
  const request = asJson({ orderId, reason, ...(refundMethodId ? { paymentMethodId: refundMethodId } : {}), items });
  await ctx.send(announceCase, keyOf(row), { id, storeId, number, round, method, request });
  return true;
}
