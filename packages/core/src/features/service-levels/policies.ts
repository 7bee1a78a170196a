import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { instant, named, type RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { officeCalendar, serviceCalendar } from '../calendar/index.ts';
import { channel, intent, priority } from '../conversations/index.ts';
import { instantsOf, policiesFor, scopeKey, targetOf, type Policy } from './choose.ts';
import { DEFAULT_POLICIES } from './default-policies.ts';
import { scopeFields, SlaPolicy, SlaTarget, targetFields } from './entities.ts';
import { defaultByScope, MAX_POLICIES, policiesInForce } from './facts.ts';
import { SLA_TARGETS, slaTargetName } from './fields.ts';

type Row = RowOf<typeof SlaPolicy>;

const scope = z.object(scopeFields).partial();
const whole = (given: z.output<typeof scope>) => ({
  storeId: given.storeId ?? null,
  channel: given.channel ?? null,
  intent: given.intent ?? null,
  priority: given.priority ?? null,
  tier: given.tier ?? null,
});

/** Decides what is promised to some conversations; what is left out stays as it is, or as shipped. */
export const setSlaPolicy = defineAction({
  title: { en: 'Set a service level', zh: '设置服务水平' },
  allow: { staff: 'sla.manage' },
  input: scope.extend(z.object(targetFields).partial().shape).extend({ active: z.boolean().optional() }),
  output: one(SlaPolicy),
  check: async (ctx, { storeId }) => {
    if (storeId) await ctx.get(Store, storeId);
    const full = (await ctx.count(SlaPolicy, {}, MAX_POLICIES)) >= MAX_POLICIES;
    return full ? deny('LIMIT_EXCEEDED', { details: { limit: MAX_POLICIES } }) : undefined;
  },
  run: async (ctx, input) => {
    const named_ = whole(input);
    const key = scopeKey(named_);
    const row = await ctx.first(SlaPolicy, { scope: key });
    const base = row ?? defaultByScope.get(key) ?? { ...NOTHING, active: true };
    const { storeId: _s, channel: _c, intent: _i, priority: _p, tier: _t, ...given } = input;
    const changes = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined));
    const { firstReply, nextReply, resolution, acceptSeconds, warnPercent, supervisorSeconds } = base;
    const values = {
      scope: key,
      ...named_,
      firstReply,
      nextReply,
      resolution,
      acceptSeconds,
      warnPercent,
      supervisorSeconds,
      active: true,
      ...changes,
    };
    return row ? ctx.update(SlaPolicy, row, values) : ctx.insert(SlaPolicy, values);
  },
});

const NOTHING = {
  firstReply: null,
  nextReply: null,
  resolution: null,
  acceptSeconds: 600,
  warnPercent: 80,
  supervisorSeconds: 120,
};

/** Takes the tenant's decision back: the shipped policy of the same scope holds again, if there is one. */
export const resetSlaPolicy = defineAction({
  title: { en: 'Reset a service level', zh: '恢复默认服务水平' },
  allow: { staff: 'sla.manage' },
  on: SlaPolicy,
  input: z.object({}),
  output: one(SlaPolicy),
  run: (ctx, row) => {
    ctx.remove(SlaPolicy, row);
    return row;
  },
});

const Shown = named(
  'SlaPolicyShown',
  z.object({
    /** Null: shipped, and not changed by the tenant. */
    id: z.string().nullable(),
    scope: z.string(),
    ...scopeFields,
    ...targetFields,
    active: z.boolean(),
    /** Whether a policy of this scope is shipped. */
    shipped: z.boolean(),
  }),
);

const shownOf = (policy: Policy & { readonly id?: string; readonly active?: boolean }): z.output<typeof Shown> => {
  const {
    storeId,
    channel,
    intent: matter,
    priority,
    tier,
    firstReply,
    nextReply,
    resolution,
    acceptSeconds,
    warnPercent,
    supervisorSeconds,
  } = policy;
  const key = scopeKey(policy);
  const about = { storeId, channel, intent: matter, priority, tier };
  return {
    id: policy.id ?? null,
    scope: key,
    ...about,
    firstReply,
    nextReply,
    resolution,
    acceptSeconds,
    warnPercent,
    supervisorSeconds,
    active: policy.active ?? true,
    shipped: defaultByScope.has(key),
  };
};

/** Every service level, shipped ones included, in the order of their scopes; those switched off too. */
export const serviceLevels = defineView({
  title: { en: 'Service levels', zh: '服务水平' },
  allow: { staff: 'sla.read' },
  input: z.object({}),
  output: value('ServiceLevels', z.object({ policies: z.array(Shown) })),
  run: async (ctx) => {
    const rows = await ctx.find(SlaPolicy, { limit: MAX_POLICIES });
    const decided = new Map(rows.map((row) => [row.scope, row]));
    const shipped = DEFAULT_POLICIES.map((policy) => decided.get(scopeKey(policy)) ?? policy);
    const own = rows.filter((row: Row) => !defaultByScope.has(row.scope));
    return { policies: [...shipped, ...own].map(shownOf) };
  },
});

/** What would be promised to a conversation that comes now: which policy, the targets, and by when. */
export const previewServiceLevel = defineView({
  title: { en: 'Which service level holds?', zh: '查询适用的服务水平' },
  allow: { staff: 'sla.read' },
  input: z.object({
    storeId: z.string(),
    channel,
    intent: intent.optional(),
    priority: priority.default('P4'),
    tier: z.string().max(40).optional(),
  }),
  output: value(
    'ServiceLevelPreview',
    z.object({
      policy: Shown.nullable(),
      /** Other policies that would hold, the next best first. */
      others: z.array(z.string()),
      targets: z.array(
        named(
          'SlaTargetPreview',
          z.object({
            target: slaTargetName,
            limit: SlaTarget,
            aimAt: instant().nullable(),
            dueAt: instant().nullable(),
          }),
        ),
      ),
    }),
  ),
  run: async (ctx, input) => {
    const store = await ctx.get(Store, input.storeId);
    const facts = { ...whole({ ...input, tier: input.tier?.trim() || null }) };
    const [policy, ...others] = policiesFor(policiesInForce(await ctx.find(SlaPolicy, { limit: MAX_POLICIES })), facts);
    if (!policy) return { policy: null, others: [], targets: [] };
    const setting = { policy, live: serviceCalendar(store), office: officeCalendar(store) };
    const targets = SLA_TARGETS.flatMap((target) => {
      const limit = targetOf(policy, target, facts);
      if (!limit) return [];
      const { aimAt, dueAt } = instantsOf(limit, ctx.now, setting);
      return [{ target, limit, aimAt, dueAt }];
    });
    return { policy: shownOf(policy), others: others.map(scopeKey), targets };
  },
});
