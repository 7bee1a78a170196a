/** @module What ends the sessions of shoppers from outside: their shop's word, or the key that proved who they are. */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { Filter, RowOf } from '../../kernel/entity.ts';
import { Customer } from './entities.ts';
import { IdentityKey, ShopperSession } from './session-entities.ts';
import { customerSessionsTimer, keySessionsTimer } from './timers.ts';

/** Sessions ended in one commit; the rest follows in the next ones. */
const BATCH = 500;

const Ended = value('ShopperSessionsEnded', z.object({ ended: z.int() }));

async function endBatch(
  ctx: ActionContext,
  where: Filter,
): Promise<{ readonly ended: number; readonly more: boolean }> {
  const open = await ctx
    .trusted('sessions end with their owner')
    .find(ShopperSession, { where: { ...where, endedAt: null }, limit: BATCH });
  for (const session of open)
    ctx.trusted('sessions end with their owner').update(ShopperSession, session, { endedAt: ctx.now });
  return { ended: open.length, more: open.length === BATCH };
}

/** Ends every session of a customer, on all devices: after a stolen token, or when the shop has signed them out. */
export const endCustomerSessions = defineAction({
  title: { en: 'End all sessions of this customer', zh: '结束该顾客的所有会话凭证' },
  allow: { staff: 'customer.edit', system: true },
  on: Customer,
  input: z.object({ reason: z.string().max(500).optional() }),
  output: Ended,
  run: async (ctx, customer) => {
    const { ended, more } = await endBatch(ctx, { customerId: customer.id });
    if (more) await ctx.afterCommit(customerSessionsTimer, customer);
    return { ended };
  },
});

/** Ends the sessions that a revoked key has proved, and the proved ones of which the key is not known. */
export const endSessionsOfIdentityKey = defineAction({
  title: { en: 'End the sessions of an identity key', zh: '结束身份密钥的会话凭证' },
  allow: { system: true },
  on: IdentityKey,
  input: z.object({}),
  output: Ended,
  run: endSessionsOfKey,
});

export async function endSessionsOfKey(
  ctx: ActionContext,
  key: RowOf<typeof IdentityKey>,
): Promise<{ readonly ended: number }> {
  const { id, storeId } = key;
  const { ended, more } = await endBatch(ctx, {
    storeId,
    verified: true,
    or: [{ identityKeyId: id }, { identityKeyId: null }],
  });
  if (more) await ctx.afterCommit(keySessionsTimer, key);
  return { ended };
}
