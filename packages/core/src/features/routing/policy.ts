import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { BaseRow, RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { KEPT_SECONDS } from '../conversations/index.ts';
import { AWAY_SECONDS, MOST_ANONYMOUS, PeakMode, RAMP_SECONDS, routingFields, RoutingPolicy } from './entities.ts';
import { sweepTimer } from './timers.ts';

export type RoutingPolicyRow = RowOf<typeof RoutingPolicy>;
export type RoutingSettings = Omit<RoutingPolicyRow, keyof BaseRow | 'storeId'>;

/** Of every store that has not decided otherwise. */
export const DEFAULT_ROUTING: RoutingSettings = {
  mode: 'AUTO',
  weights: { WEB_CHAT: 1, PHONE: 5, EMAIL: 0.5, SOCIAL: 0.5, MARKETPLACE_IM: 1, SMS: 0.5, WALK_IN: 5 },
  silentSeconds: 120,
  lastAgentDays: 30,
  maxQueue: 0,
  maxAnonymousQueue: MOST_ANONYMOUS,
  relaxSeconds: 180,
  keepPlaceSeconds: KEPT_SECONDS,
  rampSeconds: RAMP_SECONDS,
  awaySeconds: AWAY_SECONDS,
  headStarts: {
    priority: { P1: 900, P2: 300, P3: 60, P4: 0 },
    stage: { BEFORE: 60, DURING: 30, AFTER: 0 },
    tiers: [{ tier: 'VIP', seconds: 180 }],
    most: 900,
  },
  peak: null,
};

/** How the store routes now; a peak whose end has passed is none. */
export async function routingOf(ctx: ReadContext, storeId: string): Promise<RoutingSettings> {
  const row = await ctx.trusted('settings for everybody').maybe(RoutingPolicy, storeId);
  return row ? asOf(row, ctx.now) : DEFAULT_ROUTING;
}

export function asOf<S extends RoutingSettings>(settings: S, now: string): S {
  return settings.peak && settings.peak.until <= now ? { ...settings, peak: null } : settings;
}

/** The store's own row, made when it decides for the first time. */
export async function changeRouting(
  ctx: ActionContext,
  storeId: string,
  changes: Partial<RoutingSettings>,
): Promise<RoutingPolicyRow> {
  const store = await ctx.get(Store, storeId);
  const row = await ctx.trusted('settings for everybody').maybe(RoutingPolicy, store.id);
  if (row) return ctx.update(RoutingPolicy, row, changes);
  return ctx.insert(RoutingPolicy, { ...DEFAULT_ROUTING, ...changes, id: store.id, storeId: store.id });
}

/** Changes how a store routes; what is left out stays. */
export const setRoutingPolicy = defineAction({
  title: { en: 'Change the routing', zh: '修改分流规则' },
  allow: { staff: 'routing.configure', system: true },
  input: z.object(routingFields).partial().extend({ storeId: z.string() }),
  output: one(RoutingPolicy),
  run: async (ctx, { storeId, ...given }) => {
    const changes = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
    const policy = await changeRouting(ctx, storeId, changes);
    if (policy.mode === 'AUTO') await ctx.afterCommit(sweepTimer, storeId, { empty: 0 });
    return policy;
  },
});

/** How a store routes, also when it has never decided anything. */
export const routingSettings = defineView({
  title: { en: 'Routing settings', zh: '分流设置' },
  allow: { staff: 'conversation.read' },
  input: z.object({ storeId: z.string() }),
  output: value('RoutingSettings', z.object({ storeId: z.string(), ...routingFields, peak: PeakMode.nullable() })),
  run: async (ctx, { storeId }) => {
    await ctx.get(Store, storeId);
    const {
      mode,
      weights,
      silentSeconds,
      lastAgentDays,
      maxQueue,
      maxAnonymousQueue,
      relaxSeconds,
      keepPlaceSeconds,
      headStarts,
      rampSeconds,
      awaySeconds,
      peak,
    } = await routingOf(ctx, storeId);
    return {
      storeId,
      mode,
      weights,
      silentSeconds,
      lastAgentDays,
      maxQueue,
      maxAnonymousQueue,
      relaxSeconds,
      keepPlaceSeconds,
      headStarts,
      rampSeconds,
      awaySeconds,
      peak,
    };
  },
});
