/**
 * @module The life of a policy version: drafted and edited by a supervisor, submitted when it has no errors, approved
 * by somebody whose words are not in it, scheduled, in force, superseded or retired.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant } from '../../kernel/entity.ts';
import {
  mayApprove,
  mayEdit,
  mayRetire,
  maySchedule,
  maySendBack,
  maySubmit,
  parsePolicyPack,
  PolicyCompileError,
  type PolicyActor,
  type PolicyPack,
} from '../../policies/index.ts';
import { Store } from '../access/index.ts';
import { packOf, SHIPPED, type VersionRow } from './effective.ts';
import { EVERY_STORE, PolicyContent, PolicyVersion } from './entities.ts';
import { findingsOf } from './lint-version.ts';
import { effectiveTimer } from './timers.ts';
import { policyTexts as t } from './texts.ts';
import { quoted } from '../../kernel/said.ts';

/** A pack larger than this is a mistake or an attack. */
const MOST_CHARACTERS = 1_000_000;

const packJson = z.record(z.string(), z.json());
const note = z.string().trim().max(2000);

/** Reads a pack from outside; what has not the shape of one is VALIDATION_FAILED with every place. */
export function readPack(value: unknown): PolicyPack {
  if (JSON.stringify(value).length > MOST_CHARACTERS)
    return refuse('VALIDATION_FAILED', { fields: [{ path: 'pack', text: t.tooLarge }] });
  try {
    return parsePolicyPack(value);
  } catch (error) {
    if (!(error instanceof PolicyCompileError)) throw error;
    return refuse('VALIDATION_FAILED', {
      fields: error.problems.map(({ column = '', message }) => ({ path: `pack.${column}`, text: quoted(message) })),
    });
  }
}

function actorOf({ actor }: Pick<ActionContext, 'actor'>): PolicyActor {
  return actor.kind === 'staff' ? { id: actor.userId, permissions: actor.permissions } : refuse('FORBIDDEN');
}

const asJson = (pack: PolicyPack) => JSON.parse(JSON.stringify(pack)) as z.output<typeof packJson>;

function layerOf({ layer, code }: PolicyPack): 'PLATFORM' | 'PROMISE' {
  if (layer !== 'STATUTORY') return layer;
  return refuse('VALIDATION_FAILED', {
    fields: [{ path: 'pack.layer', text: t.statuteNotDrafted({ code }) }],
  });
}

/** Drafts a version from a shipped pack or an earlier version, or with tables of its own. */
export const draftPolicy = defineAction({
  title: { en: 'Draft a policy', zh: '起草政策' },
  allow: { staff: 'policy.draft' },
  input: z.object({
    storeId: z.string().optional(),
    basedOn: z.string().max(100).optional(),
    pack: packJson.optional(),
    note: note.default(''),
    kinderForEarlier: z.boolean().default(false),
  }),
  output: one(PolicyVersion),
  check: (_ctx, { basedOn, pack }) =>
    basedOn || pack ? undefined : deny('VALIDATION_FAILED', { fields: [{ path: 'basedOn', text: t.sayBasedOn }] }),
  run: async (ctx, { storeId = null, basedOn = null, pack: given, ...rest }) => {
    if (storeId) await ctx.get(Store, storeId);
    const base = basedOn ? await visiblePack(ctx, basedOn) : undefined;
    const pack = given ? readPack(given) : (base as PolicyPack);
    const scope = storeId ?? EVERY_STORE;
    const author = actorOf(ctx).id;
    const [last] = await ctx.trusted('numbers are used once').find(PolicyVersion, {
      where: { scope, packCode: pack.code },
      order: [['number', 'desc']],
      limit: 1,
    });
    const version = ctx.insert(PolicyVersion, {
      ...rest,
      storeId,
      scope,
      basedOn,
      packCode: pack.code,
      number: (last?.number ?? 0) + 1,
      layer: layerOf(pack),
      name: { ...pack.title },
      state: 'DRAFT',
      authorId: author,
      editorIds: [author],
      lastEditorId: author,
      approverId: null,
      approvalComment: null,
      submittedAt: null,
      approvedAt: null,
      effectiveFrom: null,
      effectiveTo: null,
      sentBackReason: null,
    });
    ctx.insert(PolicyContent, { versionId: version.id, pack: asJson(pack) });
    return version;
  },
});

async function visiblePack(ctx: ActionContext, version: string): Promise<PolicyPack> {
  if (!version.startsWith(SHIPPED)) await ctx.get(PolicyVersion, version);
  return packOf(ctx, version);
}

/** Changes a draft. Its code stays: another code is another policy. */
export const editPolicyDraft = defineAction({
  title: { en: 'Edit a policy draft', zh: '编辑政策草稿' },
  allow: { staff: 'policy.draft' },
  on: PolicyVersion,
  input: z.object({ pack: packJson.optional(), note: note.optional(), kinderForEarlier: z.boolean().optional() }),
  output: one(PolicyVersion),
  when: (ctx, row) => mayEdit(row, actorOf(ctx)),
  run: async (ctx, version, { pack: given, ...changes }) => {
    const pack = given && readPack(given);
    if (pack && (pack.code !== version.packCode || layerOf(pack) !== version.layer))
      return refuse('VALIDATION_FAILED', {
        fields: [{ path: 'pack.code', text: t.codeAndLayerStay }],
      });
    if (pack) await writeContent(ctx, version.id, pack);
    const me = actorOf(ctx).id;
    const editorIds = version.editorIds.includes(me) ? version.editorIds : [...version.editorIds, me];
    return ctx.update(PolicyVersion, version, {
      editorIds,
      lastEditorId: me,
      ...(pack ? { name: { ...pack.title } } : {}),
      ...(changes.note === undefined ? {} : { note: changes.note }),
      ...(changes.kinderForEarlier === undefined ? {} : { kinderForEarlier: changes.kinderForEarlier }),
    });
  },
});

async function writeContent(ctx: ActionContext, versionId: string, pack: PolicyPack): Promise<void> {
  const content = await ctx.trusted('bookkeeping of the desk').first(PolicyContent, { versionId });
  if (content) ctx.update(PolicyContent, content, { pack: asJson(pack) });
}

/**
 * Hands a draft in. One with errors – it does not compile, has gaps, or weakens the statute – stays a draft, with its
 * findings.
 */
export const submitPolicy = defineAction({
  title: { en: 'Submit the policy', zh: '提交政策' },
  allow: { staff: 'policy.draft' },
  on: PolicyVersion,
  input: z.object({}),
  output: one(PolicyVersion),
  when: async (ctx, version) =>
    maySubmit(
      version,
      actorOf(ctx),
      version.state === 'DRAFT' ? await findingsOf(ctx, await packOf(ctx, version.id), version.storeId) : [],
    ),
  run: (ctx, row) =>
    ctx.fire(PolicyVersion, row, 'submit', {
      submittedAt: ctx.now,
      sentBackReason: null,
    }),
});

/** Approves a submitted version; whoever wrote in it never does. */
export const approvePolicy = defineAction({
  title: { en: 'Approve the policy', zh: '批准政策' },
  allow: { staff: 'policy.approve' },
  on: PolicyVersion,
  input: z.object({ comment: z.string().trim().max(1000).optional() }),
  output: one(PolicyVersion),
  when: (ctx, version) => mayApprove(version, actorOf(ctx)) ?? notAnEditor(version, actorOf(ctx)),
  run: (ctx, version, { comment }) => {
    ctx.reason(comment);
    return ctx.fire(PolicyVersion, version, 'approve', {
      approverId: actorOf(ctx).id,
      approvedAt: ctx.now,
      approvalComment: comment || null,
    });
  },
});

const notAnEditor = ({ editorIds }: VersionRow, actor: PolicyActor): Denial | undefined =>
  editorIds.includes(actor.id)
    ? deny('FORBIDDEN', { text: t.authorDoesNotApprove, details: { editorIds } })
    : undefined;

/** Gives a version back to its author with the reason. */
export const sendBackPolicy = defineAction({
  title: { en: 'Send the policy back', zh: '退回政策' },
  allow: { staff: 'policy.read' },
  on: PolicyVersion,
  input: z.object({ reason: z.string().trim().max(1000).default('') }),
  output: one(PolicyVersion),
  when: (ctx, row) => maySendBack(row, actorOf(ctx)),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row, { reason }) => {
    await ctx.unset(effectiveTimer, row);
    ctx.reason(reason);
    const undone = {
      approverId: null,
      approvedAt: null,
      approvalComment: null,
      submittedAt: null,
      effectiveFrom: null,
    };
    return ctx.fire(PolicyVersion, row, 'sendBack', {
      sentBackReason: reason,
      ...undone,
    });
  },
});

/** Says from when an approved version rules: at once, or at a later instant, never in the past. */
export const schedulePolicy = defineAction({
  title: { en: 'Schedule the policy', zh: '安排政策生效' },
  allow: { staff: 'policy.approve' },
  on: PolicyVersion,
  input: z.object({ effectiveFrom: instant().optional() }),
  output: one(PolicyVersion),
  when: (ctx, row) => maySchedule(row, actorOf(ctx), { from: ctx.now, now: ctx.now }),
  check: (ctx, row, { effectiveFrom = ctx.now }) =>
    maySchedule(row, actorOf(ctx), { from: effectiveFrom, now: ctx.now }),
  run: async (ctx, row, { effectiveFrom = ctx.now }) => {
    const version = ctx.fire(PolicyVersion, row, 'schedule', { effectiveFrom });
    if (effectiveFrom <= ctx.now) await ctx.afterCommit(effectiveTimer, row);
    else await ctx.at(effectiveTimer, effectiveFrom, row);
    return version;
  },
});

/** The scheduled instant has come: the version rules, and the one before it is history. */
export const applyPolicy = defineAction({
  title: { en: 'Put the policy into force', zh: '政策生效' },
  allow: { system: true },
  on: PolicyVersion,
  event: 'takeEffect',
  input: z.object({}),
  output: one(PolicyVersion),
  run: async (ctx, row) => {
    const version = ctx.fire(PolicyVersion, row, 'takeEffect');
    const { scope, layer, packCode, effectiveFrom: effectiveTo } = version;
    // A store has one promise at a time, whatever its code; a platform pack replaces its own earlier versions.
    const same = { scope, layer, state: 'EFFECTIVE', ...(layer === 'PLATFORM' ? { packCode } : {}) };
    for (const earlier of await ctx.trusted('a new version ends the earlier ones').all(PolicyVersion, { where: same }))
      ctx.fire(PolicyVersion, earlier, 'supersede', { effectiveTo });
    return version;
  },
});

/** Takes a version out of force; orders of its time keep it. */
export const retirePolicy = defineAction({
  title: { en: 'Retire the policy', zh: '停用政策' },
  allow: { staff: 'policy.approve' },
  on: PolicyVersion,
  input: z.object({ reason: z.string().trim().max(1000).default('') }),
  output: one(PolicyVersion),
  when: (ctx, row) => mayRetire(row, actorOf(ctx)),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, version, { reason }) => {
    ctx.reason(reason);
    return ctx.fire(PolicyVersion, version, 'retire', { effectiveTo: version.effectiveTo ?? ctx.now });
  },
});
