/**
 * @module Looking at policies before anybody acts: the tables, what is wrong with them, what differs, and what a draft
 * would have changed.
 */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, named, type RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { diff, PACKS, type Decision, type PolicyPack } from '../../policies/index.ts';
import { LocalText, Store } from '../access/index.ts';
import { compileOrRefuse, packOf, SHIPPED, storePolicy } from './effective.ts';
import { PolicyContent, PolicyVersion, policyLayer } from './entities.ts';
import { findingsOf, PolicyFinding, shownFinding } from './lint-version.ts';
import { replayFigures, replayPage } from './replay-page.ts';
import { readPack } from './version.ts';
import { policyTexts as t } from './texts.ts';

export const packData = z.record(z.string(), z.json());
/** A version's id, or `shipped:` and the code of a shipped pack. */
export const versionId = z.string().min(1).max(100);

export const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as z.output<typeof packData>;

/** The pack of a version that the actor may see. */
export async function seenPack(ctx: ReadContext, version: string): Promise<PolicyPack> {
  if (!version.startsWith(SHIPPED)) await ctx.get(PolicyVersion, version);
  return packOf(ctx, version);
}

const PackSummary = named(
  'ShippedPolicy',
  z.object({
    version: z.string(),
    code: z.string(),
    name: LocalText,
    layer: policyLayer,
    asOf: z.string(),
    banner: LocalText,
    tables: z.int(),
    rules: z.int(),
  }),
);

/** The packs that come with the desk: read-only versions that one may draft from. */
export const shippedPolicies = defineView({
  title: { en: 'Shipped policies', zh: '内置政策' },
  allow: { staff: 'policy.read' },
  input: z.object({}),
  output: value('ShippedPolicies', z.object({ packs: z.array(PackSummary) })),
  run: () => ({
    packs: Object.values(PACKS).map(({ code, title, layer, asOf, banner, tables }) => ({
      version: `${SHIPPED}${code}`,
      code,
      name: { ...title },
      layer,
      asOf,
      banner: { ...banner },
      tables: tables.length,
      rules: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    })),
  }),
});

/** The tables of a version, as data. */
export const policyPack = defineView({
  title: { en: 'Tables of a policy', zh: '政策内容' },
  allow: { staff: 'policy.read' },
  input: z.object({ version: versionId }),
  output: value(
    'PolicyPack',
    z.object({
      version: z.string(),
      readOnly: z.boolean(),
      /** Rises with each saved text; what was found out about an earlier one is old. Null for a shipped pack. */
      contentVersion: z.int().nullable(),
      pack: packData,
    }),
  ),
  run: async (ctx, { version }) => {
    const pack = await seenPack(ctx, version);
    const draft = version.startsWith(SHIPPED) ? undefined : await ctx.get(PolicyVersion, version);
    const content =
      draft && (await ctx.trusted('bookkeeping of the desk').first(PolicyContent, { versionId: version }));
    return {
      version,
      readOnly: draft?.state !== 'DRAFT',
      contentVersion: content?.version ?? null,
      pack: asJson(pack),
    };
  },
});

/** What is wrong with a version, or with tables that are still being typed. */
export const lintPolicy = defineView({
  title: { en: 'Check a policy', zh: '检查政策' },
  allow: { staff: 'policy.read' },
  input: z.object({ version: versionId.optional(), pack: packData.optional(), storeId: z.string().optional() }),
  output: value('PolicyFindings', z.object({ errors: z.int(), warnings: z.int(), findings: z.array(PolicyFinding) })),
  run: async (ctx, { version, pack: typed, storeId }) => {
    if (storeId) await ctx.get(Store, storeId);
    if (!version && !typed)
      return refuse('VALIDATION_FAILED', { fields: [{ path: 'version', text: t.giveVersionOrPack }] });
    const pack = typed ? readPack(typed) : await seenPack(ctx, version ?? '');
    const row = version && !version.startsWith(SHIPPED) ? await ctx.get(PolicyVersion, version) : undefined;
    const findings = await findingsOf(ctx, pack, storeId ?? row?.storeId ?? null);
    const errors = findings.filter(({ severity }) => severity === 'ERROR').length;
    return { errors, warnings: findings.length - errors, findings: findings.slice(0, 500).map(shownFinding) };
  },
});

const Difference = named(
  'PolicyDifference',
  z.object({
    kind: codes('PolicyDifferenceKind', {
      ADDED: { en: 'Added', zh: '新增' },
      REMOVED: { en: 'Removed', zh: '删除' },
      CHANGED: { en: 'Changed', zh: '修改' },
      MOVED: { en: 'Moved', zh: '移动' },
    }),
    table: z.string().nullable(),
    row: z.string().nullable(),
    field: z.string().nullable(),
    before: LocalText,
    after: LocalText,
  }),
);

/** What differs between two versions, cell by cell. */
export const diffPolicyVersions = defineView({
  title: { en: 'Compare policy versions', zh: '比较政策版本' },
  allow: { staff: 'policy.read' },
  input: z.object({ before: versionId, after: versionId }),
  output: value('PolicyDifferences', z.object({ differences: z.array(Difference) })),
  run: async (ctx, { before, after }) => {
    const found = diff(await seenPack(ctx, before), await seenPack(ctx, after));
    const cut = ({ zh, en }: { zh: string; en: string }) => ({ zh: clip(zh, 2000), en: clip(en, 2000) });
    const differences = found.slice(0, 2000).map(({ kind, table = null, row = null, field = null, shown }) => ({
      kind,
      table,
      row,
      field,
      before: cut(shown.before),
      after: cut(shown.after),
    }));
    return { differences };
  },
});

const cursor = z.string().max(200).optional();
const instantOrDay = z.string().max(30).optional();

/**
 * What a draft would have decided otherwise, over one page of past decisions of a store: how many, the money, and which
 * cases. `next` continues; sums of pages add up.
 */
export const replayPolicy = defineView({
  title: { en: 'Replay a policy', zh: '回放政策' },
  allow: { staff: 'policy.read' },
  input: z.object({
    version: versionId,
    storeId: z.string(),
    against: versionId.optional(),
    from: instantOrDay,
    to: instantOrDay,
    first: z.int().min(1).max(1000).default(500),
    after: cursor,
  }),
  output: value('PolicyReplay', z.object({ ...replayFigures, next: z.string().nullable() })),
  run: async (ctx, { version, storeId, against, ...period }) => {
    const store = await ctx.get(Store, storeId);
    const draft = await policyWith(ctx, store, version);
    const current = against
      ? await policyWith(ctx, store, against)
      : (await storePolicy(ctx, store, { at: ctx.now })).policy;
    return replayPage(ctx, { store, draft, current, ...period });
  },
});

/** The policy of a store as it would be with this version in its layer. */
export async function policyWith(ctx: ReadContext, store: RowOf<typeof Store>, version: string, typed?: PolicyPack) {
  const pack = typed ?? (await seenPack(ctx, version));
  const { judges } = await storePolicy(ctx, store, { at: ctx.now });
  const [platform, promise] = await Promise.all(judges.map((judge) => packOf(ctx, judge.version)));
  const own =
    pack.layer === 'PROMISE'
      ? { pack: platform as PolicyPack, promise: pack }
      : { pack, ...(promise ? { promise } : {}) };
  return compileOrRefuse({ ...own, region: store.region });
}

const RuleReason = named('PolicyReason', z.object({ ruleIds: z.array(z.string()), text: LocalText }));

const DecidingRow = named(
  'PolicyDecidingRow',
  z.object({
    pack: z.string(),
    layer: policyLayer,
    table: z.string(),
    row: z.string(),
    ruleIds: z.array(z.string()),
    clause: LocalText,
  }),
);

/** A decision as it is answered to a person. */
export const PolicyAnswer = named(
  'PolicyAnswer',
  z.object({
    kind: z.string(),
    outcome: z.string().nullable(),
    outputs: packData,
    ruleIds: z.array(z.string()),
    /** The rows that decided, with the pack and table they stand in. */
    rows: z.array(DecidingRow),
    reasons: z.array(RuleReason),
    clause: LocalText,
    whatWouldChangeIt: z.array(LocalText),
    dues: z.array(named('PolicyDue', z.object({ output: z.string(), at: instant().nullable(), text: LocalText }))),
    assumed: z.array(LocalText),
  }),
);

export const shownDecision = ({
  kind,
  outcome,
  outputs,
  ruleIds,
  rules,
  reasons,
  clause,
  whatWouldChangeIt,
  dues,
  assumed,
}: Decision): z.output<typeof PolicyAnswer> => ({
  kind,
  outcome,
  outputs: asJson(outputs),
  ruleIds: [...ruleIds],
  rows: rules.map(({ pack, layer, table, row, ruleIds: ids, clause: said }) => ({
    pack,
    layer,
    table,
    row,
    ruleIds: [...ids],
    clause: { ...said },
  })),
  reasons: reasons.map((reason) => ({ ruleIds: [...reason.ruleIds], text: { ...reason.text } })),
  clause: { ...clause },
  whatWouldChangeIt: whatWouldChangeIt.map(({ text }) => ({ ...text })),
  dues: dues.map(({ output, at, text }) => ({ output, at, text: { ...text } })),
  assumed: assumed.map(({ text }) => ({ ...text })),
});
