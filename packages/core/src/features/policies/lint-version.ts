/**
 * @module Checks a pack where it will rule: against the statute of every region whose stores it concerns, and in the
 * layers it stands in.
 */
import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { named, type RowOf } from '../../kernel/entity.ts';
import {
  createPolicy,
  lint,
  PACKS,
  packsOf,
  PolicyCompileError,
  UnknownPack,
  type ConditionLanguage,
  type Finding,
  type PolicyPack,
} from '../../policies/index.ts';
import { LocalText, Store, storeOf } from '../access/index.ts';
import { conditionLanguage, packOf, SHIPPED, storePolicy } from './effective.ts';

type StoreRow = RowOf<typeof Store>;

export const PolicyFinding = named(
  'PolicyFinding',
  z.object({
    code: codes('PolicyFindingCode', {
      COMPILE: { en: 'Cannot be used', zh: '无法使用' },
      GAP: { en: 'Not covered', zh: '未覆盖' },
      CONTRADICTION: { en: 'Contradiction', zh: '互相矛盾' },
      REDUNDANT: { en: 'Says the same twice', zh: '重复' },
      NEVER_REACHED: { en: 'Never reached', zh: '不会生效' },
      WEAKER_THAN_STATUTE: { en: 'Weaker than the law', zh: '低于法律规定' },
      TOO_COMPLEX: { en: 'Too entangled to check', zh: '过于复杂，无法检查' },
    }),
    severity: codes('PolicyFindingSeverity', {
      ERROR: { en: 'Error', zh: '错误', note: 'The version cannot be submitted.' },
      WARNING: { en: 'Warning', zh: '警告' },
    }),
    table: z.string(),
    rowIds: z.array(z.string()),
    /** Facts for which it shows, by column. */
    example: z.record(z.string(), z.json()),
    where: LocalText,
    text: LocalText,
  }),
);

/** Where a pack rules: a region, and the platform pack that a promise stands on. */
interface Ground {
  readonly region: string;
  readonly platform: PolicyPack;
}

async function groundsOf(ctx: ReadContext, pack: PolicyPack, storeId: string | null): Promise<Ground[]> {
  const all = storeId
    ? [await storeOf(ctx, storeId)]
    : await ctx.trusted('settings for everybody').find(Store, { limit: 200 });
  const stores = pack.layer === 'PLATFORM' ? all.filter(({ policyPack }) => policyPack === pack.code) : all;
  if (pack.layer === 'PROMISE')
    return Promise.all(stores.map(async (store) => ({ region: store.region, platform: await platformOf(ctx, store) })));
  const regions =
    stores.length > 0 ? stores.map(({ region }) => region) : Object.keys(pack.statutoryLayer ?? { '*': '' });
  return regions.map((region) => ({ region: region === '*' ? 'OTHER' : region, platform: pack }));
}

async function platformOf(ctx: ReadContext, store: StoreRow): Promise<PolicyPack> {
  const { judges } = await storePolicy(ctx, store, { at: ctx.now });
  return packOf(ctx, judges[0]?.version ?? `${SHIPPED}${store.policyPack}`);
}

/** Everything wrong with a pack, errors first. */
export async function findingsOf(ctx: ReadContext, pack: PolicyPack, storeId: string | null): Promise<Finding[]> {
  const grounds = distinct(
    await groundsOf(ctx, pack, storeId),
    ({ region, platform }) => `${region} ${platform.code} ${JSON.stringify(platform.statutoryLayer)}`,
  );
  const conditions = pack.tables.some(({ rows }) => rows.some(({ condition }) => condition !== undefined))
    ? await conditionLanguage()
    : undefined;
  const alone = grounds.length === 0 ? lint(pack, { conditions }) : [];
  const found = grounds.flatMap((ground) => [
    ...lint(ownLayer(pack, ground), { statute: statuteOf(ground), given: { region: ground.region }, conditions }),
    ...unheard(pack, ground),
    ...together(pack, ground, conditions),
  ]);
  return distinct([...alone, ...found], ({ text, table }) => `${table} ${text.en}`).toSorted((a, b) =>
    a.severity === b.severity ? 0 : a.severity === 'ERROR' ? -1 : 1,
  );
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

const statuteOf = ({ region, platform }: Ground): PolicyPack | undefined =>
  PACKS[platform.statutoryLayer?.[region] ?? platform.statutoryLayer?.['*'] ?? ''];

/** A pack that only changes another one is checked as the whole it makes. */
function ownLayer(pack: PolicyPack, { region }: Ground): PolicyPack {
  if (!pack.basePack) return pack;
  try {
    return packsOf({ pack, region }).findLast(({ layer }) => layer === pack.layer) ?? pack;
  } catch (error) {
    if (error instanceof UnknownPack) return pack;
    throw error;
  }
}

/** A promise is heard only where the pack above lets it be kinder. */
function unheard(pack: PolicyPack, { platform }: Ground): Finding[] {
  if (pack.layer !== 'PROMISE' || platform.kinder === 'ALL') return [];
  const silenced = pack.tables.filter(({ decision }) => !platform.kinder.includes(decision));
  return silenced.map(({ code, decision, rows }) => {
    const text = {
      zh: `${platform.title.zh}不允许店铺在“${decision}”上另作承诺，此表不会生效`,
      en: `${platform.title.en} lets no store promise on ${decision}: this table is never heard`,
    };
    return {
      code: 'NEVER_REACHED' as const,
      severity: 'WARNING' as const,
      table: code,
      rowIds: rows.map(({ id }) => id),
      example: {},
      where: text,
      text,
    };
  });
}

function together(
  pack: PolicyPack,
  { region, platform }: Ground,
  conditions: ConditionLanguage | undefined,
): Finding[] {
  try {
    createPolicy(packsOf(pack.layer === 'PROMISE' ? { pack: platform, region, promise: pack } : { pack, region }), {
      conditions,
    });
    return [];
  } catch (error) {
    if (error instanceof UnknownPack)
      return [asFinding(pack.code, { zh: `没有政策包 ${error.code}`, en: `there is no policy pack ${error.code}` })];
    if (!(error instanceof PolicyCompileError)) throw error;
    return error.problems.map(({ table, row, message }) => asFinding(table, message, row));
  }
}

const asFinding = (table: string, text: { zh: string; en: string }, row?: string): Finding => ({
  code: 'COMPILE',
  severity: 'ERROR',
  table,
  rowIds: row ? [row] : [],
  example: {},
  where: text,
  text,
});

/** A finding as it is answered. */
export const shownFinding = ({
  code,
  severity,
  table,
  rowIds,
  example,
  where,
  text,
}: Finding): z.output<typeof PolicyFinding> => ({
  code,
  severity,
  table,
  rowIds: [...rowIds],
  example: { ...example },
  where: { ...where },
  text: { ...text },
});
