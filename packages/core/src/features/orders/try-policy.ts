import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, named, personalRecord } from '../../kernel/entity.ts';
import { askedFacts, decide, FactsInvalid, type Facts } from '../../policies/index.ts';
import { LocalText, Store } from '../access/index.ts';
import { orderFacts } from './facts.ts';
import { buyerOf, orderOf, shopOf } from './shop-access.ts';
import {
  asJson,
  packData,
  PolicyAnswer,
  policyWith,
  readPack,
  seenPack,
  settingOf,
  SHIPPED,
  shownDecision,
  storePolicy,
  termsOf,
  versionId,
  type Judge,
  policyLayer,
  factText,
} from '../policies/index.ts';
import { quoted } from '../../kernel/said.ts';

const scalar = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/** Facts of a real order, as the desk would ask with them. */
async function factsOf(ctx: ReadContext, storeId: string, orderId: string): Promise<Facts> {
  const access = await shopOf(ctx, storeId);
  const order = await orderOf(ctx, access, orderId);
  const { customer } = await buyerOf(ctx, access, order);
  const terms = await termsOf(
    ctx,
    storeId,
    order.lines.map(({ productId }) => productId),
  );
  const [first] = terms.values();
  return { region: access.store.region, ...orderFacts({ order, customer, asker: 'CUSTOMER', now: ctx.now }), ...first };
}

/**
 * Asks a version, or tables that are still being typed for it, with typed facts, with those of a real order, or with
 * both (typed ones win).
 */
export const tryPolicy = defineView({
  title: { en: 'Try a policy', zh: '试用政策' },
  allow: { staff: 'policy.read' },
  input: z.object({
    version: versionId,
    storeId: z.string(),
    kind: z.string().min(1).max(60),
    facts: z.record(z.string().max(60), scalar).optional(),
    orderId: z.string().min(1).max(200).optional(),
    pack: packData.optional(),
  }),
  output: value(
    'PolicyTrial',
    z.object({ answer: PolicyAnswer, facts: personalRecord(z.record(z.string(), z.json())) }),
  ),
  run: async (ctx, { version, storeId, kind, facts: typed = {}, orderId, pack }) => {
    const store = await ctx.get(Store, storeId);
    const policy = await policyWith(ctx, store, version, pack && readPack(pack));
    const facts: Facts = {
      at: ctx.now,
      region: store.region,
      ...(orderId ? await factsOf(ctx, storeId, orderId) : {}),
      ...typed,
    };
    try {
      return {
        answer: shownDecision(decide(policy, kind, facts, settingOf(store))),
        facts: JSON.parse(JSON.stringify(facts)) as Record<string, string>,
      };
    } catch (error) {
      if (!(error instanceof FactsInvalid)) throw error;
      return refuse('VALIDATION_FAILED', {
        fields: error.problems.map((problem) => ({
          path: `facts.${problem.input}`,
          text: quoted(factText(policy, problem)),
        })),
      });
    }
  },
});

/** What one has to know to ask a version a question: its columns and instants, as definitions of fields. */
export const policyFacts = defineView({
  title: { en: 'Facts of a policy question', zh: '政策所需事实' },
  allow: { staff: 'policy.read' },
  input: z.object({
    version: versionId,
    storeId: z.string(),
    kind: z.string().min(1).max(60),
    pack: packData.optional(),
  }),
  output: value(
    'PolicyFacts',
    z.object({
      facts: z.array(named('PolicyFact', z.object({ name: z.string(), label: LocalText, input: packData }))),
    }),
  ),
  run: async (ctx, { version, storeId, kind, pack }) => {
    const policy = await policyWith(ctx, await ctx.get(Store, storeId), version, pack && readPack(pack));
    return {
      facts: askedFacts(policy, kind).map(({ name, label, input }) => ({
        name,
        label: { ...label },
        input: asJson(input),
      })),
    };
  },
});

const JudgingPolicy = named(
  'JudgingPolicy',
  z.object({
    version: z.string(),
    layer: policyLayer,
    code: z.string(),
    name: LocalText,
    asOf: z.string(),
    number: z.int().nullable(),
    effectiveFrom: instant().nullable(),
  }),
);

async function shownJudge(ctx: ReadContext, { version, layer, row }: Judge) {
  const pack = row ? undefined : await seenPack(ctx, version);
  const code = row?.packCode ?? pack?.code ?? '';
  return {
    version,
    layer,
    code,
    name: { ...(row?.name ?? pack?.title ?? { zh: code, en: code }) },
    asOf: pack?.asOf ?? row?.effectiveFrom?.slice(0, 10) ?? '',
    number: row?.number ?? null,
    effectiveFrom: row?.effectiveFrom ?? null,
  };
}

/** Which versions judge an order: those of the instant it was placed (R-POL-01). */
export const policyOfOrder = defineView({
  title: { en: 'Policy of an order', zh: '订单适用政策' },
  allow: { staff: 'order.read' },
  input: z.object({ storeId: z.string(), orderId: z.string().min(1).max(200) }),
  output: value(
    'PolicyOfOrder',
    z.object({ placedAt: instant(), kinderNow: z.boolean(), policies: z.array(JudgingPolicy) }),
  ),
  run: async (ctx, { storeId, orderId }) => {
    const access = await shopOf(ctx, storeId);
    const { placedAt } = await orderOf(ctx, access, orderId);
    const { judges, policy, kinder } = await storePolicy(ctx, access.store, { at: placedAt });
    const law = policy.layers
      .filter(({ pack }) => pack.layer === 'STATUTORY')
      .map(({ pack: { code, title, asOf } }) => ({
        version: `${SHIPPED}${code}`,
        layer: 'STATUTORY' as const,
        code,
        name: { ...title },
        asOf,
        number: null,
        effectiveFrom: null,
      }));
    return {
      placedAt,
      kinderNow: kinder !== undefined,
      policies: [
        ...law,
        ...(await Promise.all(judges.map((judge) => shownJudge(ctx.trusted('judged by the policy'), judge)))),
      ],
    };
  },
});
