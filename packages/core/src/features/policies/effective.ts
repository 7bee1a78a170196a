/**
 * @module The policy of a store at an instant, compiled once: statute of its region, the platform pack and the store's
 * promise, each in the version of that instant. An order is judged by the versions of its own time (R-POL-01).
 */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import {
  createPolicy,
  loadCel,
  packsOf,
  PACKS,
  PolicyCompileError,
  UnknownPack,
  versionAt,
  type ConditionLanguage,
  type Policy,
  type PolicyPack,
  type StoreSetting,
} from '../../policies/index.ts';
import type { Store } from '../access/index.ts';
import { businessCalendar } from '../calendar/index.ts';
import { EVERY_STORE, PolicyContent, PolicyVersion } from './entities.ts';
import { policyTexts as t } from './texts.ts';
import { quoted } from '../../kernel/said.ts';

type StoreRow = RowOf<typeof Store>;
export type VersionRow = RowOf<typeof PolicyVersion>;

/** One pack that judges: a version's id, or `shipped:` and its code. */
export interface Judge {
  readonly version: string;
  readonly layer: 'PLATFORM' | 'PROMISE';
  readonly row?: VersionRow;
}

export interface StorePolicy {
  readonly policy: Policy;
  /** The present policy, where it may judge an earlier order because it is kinder. */
  readonly kinder?: Policy;
  readonly judges: readonly Judge[];
  readonly setting: StoreSetting;
}

export const SHIPPED = 'shipped:';
const HAS_RULED = ['SCHEDULED', 'EFFECTIVE', 'SUPERSEDED', 'RETIRED'];
/** More than this many compiled policies are not worth their memory. */
const MOST_COMPILED = 64;

const compiled = new Map<string, Policy>();
let cel: Promise<ConditionLanguage> | undefined;

/** Zone, working days and currency in which a store's facts are read. */
export const settingOf = (store: StoreRow): StoreSetting => ({
  zone: store.timeZone,
  calendar: businessCalendar(store),
  currency: store.currency,
});

/** The policy that judges an order placed `at`; its amounts are read in `currency`, else in the store's. */
export async function storePolicy(
  ctx: ReadContext,
  store: StoreRow,
  { at, currency = store.currency }: { at: string; currency?: string },
): Promise<StorePolicy> {
  const versions = await rulingVersions(ctx, store);
  const judges = judgesAt(store, versions, at);
  const now = judgesAt(store, versions, ctx.now);
  const newer = now.some(({ row }, index) => row?.kinderForEarlier && row.id !== judges[index]?.row?.id);
  const policy = await compiledPolicy(ctx, store, judges);
  return {
    policy,
    judges,
    setting: { ...settingOf(store), currency },
    ...(newer ? { kinder: await compiledPolicy(ctx, store, now) } : {}),
  };
}

const rulingVersions = (ctx: ReadContext, { id, policyPack }: StoreRow): Promise<VersionRow[]> =>
  ctx.trusted('judged by the policy').find(PolicyVersion, {
    where: [
      { scope: { in: [EVERY_STORE, id] }, state: { in: HAS_RULED } },
      { or: [{ packCode: policyPack }, { layer: 'PROMISE' }] },
    ],
    order: [['effectiveFrom', 'desc']],
    limit: 500,
  });

function judgesAt(store: StoreRow, versions: readonly VersionRow[], at: string): Judge[] {
  const of = (layer: VersionRow['layer'], scope: string) =>
    versionAt(
      versions.filter((one) => one.layer === layer && one.scope === scope),
      at,
    );
  const row = of('PLATFORM', store.id) ?? of('PLATFORM', EVERY_STORE);
  const promise = of('PROMISE', store.id) ?? of('PROMISE', EVERY_STORE);
  return [
    { version: row?.id ?? `${SHIPPED}${store.policyPack}`, layer: 'PLATFORM', ...(row ? { row } : {}) },
    ...(promise ? [{ version: promise.id, layer: 'PROMISE' as const, row: promise }] : []),
  ];
}

async function compiledPolicy(ctx: ReadContext, store: StoreRow, judges: readonly Judge[]): Promise<Policy> {
  const key = [store.region, ...judges.map(({ version }) => version)].join(' ');
  const known = compiled.get(key);
  if (known) {
    compiled.delete(key);
    compiled.set(key, known);
    return known;
  }
  const [pack, promise] = await Promise.all(judges.map(({ version }) => packOf(ctx, version)));
  const policy = await compilePolicy({
    pack: pack as PolicyPack,
    region: store.region,
    ...(promise ? { promise } : {}),
  });
  compiled.set(key, policy);
  if (compiled.size > MOST_COMPILED) compiled.delete(compiled.keys().next().value as string);
  return policy;
}

/** The tables of a version by its id, or of a shipped pack; NOT_FOUND when there is neither. */
export async function packOf(ctx: ReadContext, version: string): Promise<PolicyPack> {
  const unknown = () => refuse('NOT_FOUND', { details: { entity: 'PolicyPack', version } });
  if (version.startsWith(SHIPPED)) return PACKS[version.slice(SHIPPED.length)] ?? unknown();
  const content = await ctx.trusted('bookkeeping of the desk').first(PolicyContent, { versionId: version });
  return content ? (content.pack as unknown as PolicyPack) : unknown();
}

export interface Layers {
  readonly pack: PolicyPack;
  readonly region: string;
  readonly promise?: PolicyPack;
}

/** Compiles packs in their layers; conditions in CEL are loaded only where a row has one. Throws PolicyCompileError. */
export async function compilePolicy(layers: Layers): Promise<Policy> {
  const packs = packsOrRefuse(layers);
  const asks = packs.some(({ tables }) =>
    tables.some(({ rows }) => rows.some(({ condition }) => condition !== undefined)),
  );
  return createPolicy(packs, asks ? { conditions: await conditionLanguage() } : {});
}

export const conditionLanguage = (): Promise<ConditionLanguage> => (cel ??= loadCel());

function packsOrRefuse(layers: Layers): PolicyPack[] {
  try {
    return packsOf(layers);
  } catch (error) {
    if (error instanceof UnknownPack)
      return refuse('NOT_FOUND', { details: { entity: 'PolicyPack', version: `${SHIPPED}${error.code}` } });
    throw error;
  }
}

/** Compiles, or says as VALIDATION_FAILED what does not compile. */
export async function compileOrRefuse(layers: Layers): Promise<Policy> {
  try {
    return await compilePolicy(layers);
  } catch (error) {
    if (!(error instanceof PolicyCompileError)) throw error;
    const fields = error.problems.map(({ table, row, column, message }) => ({
      path: [table, row, column].filter(Boolean).join('.'),
      text: quoted(message),
    }));
    return refuse('VALIDATION_FAILED', {
      text: t.doesNotCompile,
      fields,
      details: { problems: error.problems },
    });
  }
}
