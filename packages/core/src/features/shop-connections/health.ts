/** @module How a shop answers: noted by the server as it goes along, and asked for by people. */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { ref, type RowOf } from '../../kernel/entity.ts';
import { host } from '../../kernel/host.ts';
import { callFault, type CallFault } from '../../ports/call-fault.ts';
import { Store } from '../access/index.ts';
import { ShopHealth } from './entities.ts';
import { probe } from './probe.ts';

type Health = RowOf<typeof ShopHealth>;
type Noted = Partial<Omit<Health, 'id' | 'tenantId' | 'version' | 'createdAt' | 'updatedAt' | 'storeId'>>;

const UNASKED = { answeredAt: null, fault: null, faultAt: null, testedAt: null, testMs: null, checks: [] };

export const healthOf = (ctx: Pick<ReadContext, 'trusted'>, storeId: string): Promise<Health | undefined> =>
  ctx.trusted('how the shop of a store that one may see answers').first(ShopHealth, { storeId });

async function note(ctx: ActionContext, storeId: string, noted: Noted): Promise<Health> {
  const health = await healthOf(ctx, storeId);
  return health
    ? ctx.update(ShopHealth, health, noted)
    : ctx.insert(ShopHealth, { ...UNASKED, storeId, ...noted } as never);
}

/** What one answer, or none, says of the shop. */
const outcome = (now: string, fault: CallFault | null): Noted =>
  fault ? { fault, faultAt: now } : { answeredAt: now };

/** Asks the shop of a store a few harmless questions and tells how it answered. */
export const testShop = defineAction({
  title: { en: 'Test the connection to the shop', zh: '测试商城连接' },
  allow: { staff: 'store.configure', system: true },
  input: z.object({ storeId: ref('Store') }),
  output: one(ShopHealth),
  manner: 'light',
  run: async (ctx, { storeId }) => {
    await ctx.get(Store, storeId);
    const began = host.performance.now();
    const checks = await probe(ctx.ports.shop(storeId) ?? refuse('NOT_FOUND'));
    const fault = checks.find((check) => check.fault !== null)?.fault ?? null;
    const answered = checks.some((check) => check.fault === null);
    return note(ctx, storeId, {
      ...(answered ? outcome(ctx.now, null) : {}),
      ...(fault ? outcome(ctx.now, fault) : {}),
      testedAt: ctx.now,
      testMs: Math.round(host.performance.now() - began),
      checks: [...checks],
    });
  },
});

/** Notes what the server has seen of a shop while the desk used it. */
export const noteShopCall = defineAction({
  title: { en: 'Note how a shop answers', zh: '记录商城应答情况' },
  allow: { system: true },
  input: z.object({ storeId: ref('Store'), fault: callFault.nullable() }),
  output: value('ShopCallNoted', z.object({ storeId: z.string() })),
  unaudited: true,
  run: async (ctx, { storeId, fault }) => {
    await note(ctx, storeId, outcome(ctx.now, fault));
    return { storeId };
  },
});
