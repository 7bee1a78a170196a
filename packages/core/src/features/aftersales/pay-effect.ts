/**
 * @module Money goes back outside the desk: each part of a refund is written down first and leaves under a key of its
 * own, one after the other, so that it is paid once however often it is tried (SC-17).
 */
import { z } from 'zod';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import { large } from '../../kernel/entity.ts';
import { SHOP_CERTAINTY, ShopError } from '../../ports/shop.ts';
import { connectedShop, SHOP_EFFECT, whyRefused } from '../orders/index.ts';
import { AfterSalesCase } from './entities.ts';
import type { CaseRow } from './plan.ts';
import { move } from './progress.ts';
import { noteStep } from './steps.ts';

export type RefundPart = CaseRow['refundSplit'][number];

/** Has the shop pay one part of a refund. */
export const payPart = defineEffect({
  ...SHOP_EFFECT,
  name: 'aftersales.payPart',
  title: { en: 'Pay a refund', zh: '退款' },
  input: z.object({
    id: z.string(),
    storeId: z.string(),
    number: z.string(),
    refundNo: z.string(),
    orderId: z.string(),
    methodId: z.string(),
    tries: z.int(),
    amount: large(z.int()),
    currency: z.string(),
  }),
  certainty: SHOP_CERTAINTY.refund,
  lane: ({ id }) => `case:${id}`,
  about: ({ id, storeId, number }) => ({ entity: AfterSalesCase.name, id, label: number, storeId }),
  still: async (ctx, input) => ((await waiting(ctx, input)) ? undefined : 'This part of the refund is settled.'),
  do: async (ports, input, { key: idempotencyKey, signal }) => {
    const { storeId, orderId, methodId, amount, currency, number: reason } = input;
    const shop = connectedShop(ports, storeId);
    if (!shop.refund) throw new ShopError('REFUSED', 'The shop does not offer this.', { reason: 'NOT_OFFERED' });
    const by = methodId ? { paymentMethodId: methodId } : {};
    await shop.refund({ orderId, amount: { amount, currency }, ...by, reason, idempotencyKey }, { signal });
  },
  done: async (ctx, input) => {
    const row = await waiting(ctx, input);
    return row && payNext(ctx, settled(ctx, row, input, 'PAID'));
  },
  refused: async (ctx, input, error) => {
    const row = await waiting(ctx, input);
    if (!row) return;
    const shopRefusal = whyRefused(error);
    noteStep(ctx, row, 'refundRefused', { note: `${shopRefusal.zh} / ${shopRefusal.en}` });
    ctx.update(AfterSalesCase, settled(ctx, row, input, 'REFUSED'), { shopState: 'REFUSED', shopRefusal });
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

interface Sent {
  readonly id: string;
  readonly refundNo: string;
  readonly methodId: string;
  readonly tries: number;
}

const isPart = (part: RefundPart, { methodId, tries }: Sent): boolean =>
  part.state === 'PENDING' && part.methodId === methodId && part.tries === tries;

/** The case while this part of its refund is not settled. */
async function waiting(ctx: Pick<ActionContext, 'maybe'>, sent: Sent): Promise<CaseRow | undefined> {
  const row = await ctx.maybe(AfterSalesCase, sent.id);
  const waits = row?.state === 'REFUND_PENDING' && row.refundNo === sent.refundNo && row.shopState !== 'REFUSED';
  return waits && row.refundSplit.some((part) => isPart(part, sent)) ? row : undefined;
}

const settled = (ctx: ActionContext, row: CaseRow, sent: Sent, state: RefundPart['state']): CaseRow =>
  ctx.update(AfterSalesCase, row, {
    refundSplit: row.refundSplit.map((part) => (isPart(part, sent) ? { ...part, state } : part)),
  });

const nextPart = ({ refundSplit }: CaseRow): RefundPart | undefined =>
  refundSplit.find(({ state, amount }) => state === 'PENDING' && amount > 0);

const keyOf = ({ refundNo }: CaseRow, { methodId, tries }: RefundPart): string =>
  `${refundNo ?? ''}:${methodId}:${tries}`;

/** Whether the part that is to be paid next is under way. */
export async function isPaying(ctx: ReadContext, row: CaseRow): Promise<boolean> {
  const next = nextPart(row);
  return next !== undefined && ctx.wasSent(payPart, keyOf(row, next));
}

/** Lets the next part leave that is not paid yet; where there is none, the refund is paid. */
export async function payNext(ctx: ActionContext, row: CaseRow): Promise<CaseRow> {
  const { id, storeId, number, orderId, currency } = row;
  const next = nextPart(row);
  if (!next) {
    const refundSplit = row.refundSplit.map((part): RefundPart => ({ ...part, state: 'PAID' }));
    return move(ctx, row, 'refundConfirmed', { refundSplit, shopState: 'DONE' });
  }
  const { methodId, tries, amount } = next;
  const refundNo = row.refundNo ?? '';
  const about = { id, storeId, number, refundNo, orderId };
  await ctx.send(payPart, keyOf(row, next), { ...about, methodId, tries, amount, currency });
  return row;
}
