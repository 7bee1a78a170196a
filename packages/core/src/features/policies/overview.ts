/**
 * @module Which policy rules in each store, layer by layer, and what stands above a version: for people who look or
 * edit.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { instant, named, type RowOf } from '../../kernel/entity.ts';
import { kindOf, packsOf, UnknownPack, type PolicyPack } from '../../policies/index.ts';
import { LocalText, Store } from '../access/index.ts';
import { packOf, SHIPPED, storePolicy, type Judge } from './effective.ts';
import { asJson, packData, seenPack, versionId } from './views.ts';
import { policyLayer } from './entities.ts';

type StoreRow = RowOf<typeof Store>;
type Layer = PolicyPack['layer'];

const TableSummary = named(
  'PolicyTableSummary',
  z.object({ code: z.string(), title: LocalText, kind: z.string(), question: LocalText, rows: z.int() }),
);
const LayerInForce = named(
  'PolicyLayerInForce',
  z.object({
    version: z.string(),
    layer: policyLayer,
    code: z.string(),
    name: LocalText,
    asOf: z.string(),
    number: z.int().nullable(),
    effectiveFrom: instant().nullable(),
    authorId: z.string().nullable(),
    approverId: z.string().nullable(),
    tables: z.array(TableSummary),
  }),
);
type LayerSummary = z.output<typeof LayerInForce>;

const summaryOf = (pack: PolicyPack): Pick<LayerSummary, 'layer' | 'code' | 'name' | 'asOf' | 'tables'> => ({
  layer: pack.layer,
  code: pack.code,
  name: { ...pack.title },
  asOf: pack.asOf,
  tables: pack.tables.map(({ code, title, decision, rows }) => ({
    code,
    title: { ...title },
    kind: decision,
    question: { ...kindOf(decision).label },
    rows: rows.length,
  })),
});

const NOBODY = { number: null, effectiveFrom: null, authorId: null, approverId: null };

async function judgeSummary(ctx: ReadContext, { version, row }: Judge): Promise<LayerSummary> {
  const ruling = row
    ? { number: row.number, effectiveFrom: row.effectiveFrom, authorId: row.authorId, approverId: row.approverId }
    : NOBODY;
  return { version, ...ruling, ...summaryOf(await packOf(ctx, version)) };
}

/** The statute of a platform pack in the store's region; none where a pack is unknown. */
function statuteUnder(pack: PolicyPack, { region }: StoreRow): PolicyPack[] {
  try {
    return packsOf({ pack, region }).filter(({ layer }) => layer === 'STATUTORY');
  } catch (error) {
    if (error instanceof UnknownPack) return [];
    throw error;
  }
}

async function layersOf(ctx: ReadContext, store: StoreRow): Promise<LayerSummary[]> {
  const { judges } = await storePolicy(ctx, store, { at: ctx.now });
  const statutes = statuteUnder(await packOf(ctx, judges[0]?.version ?? ''), store);
  const law = statutes.map((pack) => ({ version: `${SHIPPED}${pack.code}`, ...NOBODY, ...summaryOf(pack) }));
  return [
    ...law,
    ...(await Promise.all(judges.map((judge) => judgeSummary(ctx.trusted('judged by the policy'), judge)))),
  ];
}

/** What rules now in a store: statute, platform pack and promise, with their tables. */
export const policyInForce = defineView({
  title: { en: 'Policy in force', zh: '现行政策' },
  allow: { staff: 'policy.read' },
  input: z.object({ storeId: z.string() }),
  output: value('PolicyInForce', z.object({ storeId: z.string(), layers: z.array(LayerInForce) })),
  run: async (ctx, { storeId }) => ({ storeId, layers: await layersOf(ctx, await ctx.get(Store, storeId)) }),
});

/** The tables that stand above a version in a store; its own rows may only be kinder. */
export const policiesAbove = defineView({
  title: { en: 'Policies above', zh: '上层政策' },
  allow: { staff: 'policy.read' },
  input: z.object({ version: versionId, storeId: z.string() }),
  output: value(
    'PoliciesAbove',
    z.object({
      packs: z.array(
        named('PolicyAbove', z.object({ version: z.string(), layer: policyLayer, name: LocalText, pack: packData })),
      ),
    }),
  ),
  run: async (ctx, { version, storeId }) => {
    const store = await ctx.get(Store, storeId);
    const own = await seenPack(ctx, version);
    const shown = (from: string, pack: PolicyPack) => ({
      version: from,
      layer: pack.layer as Layer,
      name: { ...pack.title },
      pack: asJson(pack),
    });
    if (own.layer === 'STATUTORY') return { packs: [] };
    const { judges } = await storePolicy(ctx, store, { at: ctx.now });
    const platformVersion = judges[0]?.version ?? '';
    const platform = own.layer === 'PROMISE' ? await packOf(ctx, platformVersion) : own;
    const law = statuteUnder(platform, store).map((pack) => shown(`${SHIPPED}${pack.code}`, pack));
    return { packs: [...law, ...(own.layer === 'PROMISE' ? [shown(platformVersion, platform)] : [])] };
  },
});
