/**
 * @module A replay that lasts: a row that holds how far it is, carried on by a timer in batches. It survives a restart,
 * never holds a process for longer than one batch, can be cancelled, and its result stays with the version for the
 * approver.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { DeniedError, deny } from '../../kernel/denial.ts';
import { defineEntity, instant, ref, secret, type RowOf } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { Store } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { storePolicy } from './effective.ts';
import { PolicyContent, PolicyDecision, PolicyVersion } from './entities.ts';
import { addFigures, replayFigures, replayPage } from './replay-page.ts';
import { policyWith } from './views.ts';
import { timer } from '../../kernel/timer.ts';
import { policyTexts as t } from './texts.ts';

/** Decisions asked by one step of the timer. */
const BATCH = 500;
/** Changed cases that are kept; all are counted. */
const MOST_CASES = 200;
const DAY_MS = 86_400_000;
/** Without a period, the last quarter of a year. */
const USUAL_DAYS = 90;
const MOST_COUNTED = 1_000_000;

const replayState = codes('PolicyReplayRunState', {
  RUNNING: { en: 'Running', zh: '进行中' },
  DONE: { en: 'Finished', zh: '已完成' },
  CANCELLED: { en: 'Cancelled', zh: '已取消' },
  OUTDATED: { en: 'Stopped: the draft was changed', zh: '已停止：草稿已被修改' },
  FAILED: { en: 'Stopped: draft and policy in force do not fit together', zh: '已停止：草稿与现行政策无法组合' },
});

const machine = defineMachine({
  field: 'state',
  states: replayState.options,
  events: {
    start: { NEW: 'RUNNING' },
    finish: { RUNNING: 'DONE' },
    cancel: { RUNNING: 'CANCELLED' },
    outdate: { RUNNING: 'OUTDATED' },
    fail: { RUNNING: 'FAILED' },
  },
});

/** A replay of a version over the past decisions of a store. */
export const PolicyReplayRun = defineEntity({
  name: 'PolicyReplayRun',
  title: { en: 'Policy replay', zh: '政策回放' },
  schema: z.object({
    policyVersionId: ref('PolicyVersion'),
    storeId: ref('Store'),
    /** Which text of the draft was replayed; a later one makes the result old. */
    contentVersion: z.int(),
    decidedFrom: instant(),
    decidedTo: instant(),
    state: replayState,
    startedById: ref('User'),
    /** Decisions in the period when it began; `total` counts those that were asked. */
    expected: z.int(),
    ...replayFigures,
    cursor: secret(z.string().nullable()),
    finishedAt: instant().nullable(),
  }),
  machine,
  index: [['policyVersionId', '-createdAt']],
  unique: [{ name: 'policy_replay_running', fields: ['policyVersionId'], where: { field: 'state', in: ['RUNNING'] } }],
  visible: (actor) => staffOfStore(actor, 'policy.read'),
  list: { filters: ['policyVersionId', 'storeId', 'state'], orders: [[['createdAt', 'desc']]] },
});

type Run = RowOf<typeof PolicyReplayRun>;

/** A replay goes on with its next page. */
export const replayTimer = timer({ key: 'policy-replay', on: PolicyReplayRun });

async function countIn(ctx: ReadContext, storeId: string, from: string, to: string): Promise<number> {
  const [since, later] = await Promise.all(
    [from, to].map((at) =>
      ctx
        .trusted('a replay counts the decisions of everybody')
        .count(PolicyDecision, { storeId, decidedAt: { gte: at } }, MOST_COUNTED),
    ),
  );
  return Math.max(0, (since ?? 0) - (later ?? 0));
}

const contentOf = async (ctx: ReadContext, versionId: string) =>
  (await ctx.trusted('bookkeeping of the desk').first(PolicyContent, { versionId })) ?? refuse('NOT_FOUND');

/** Starts a replay of a version over a period; one at a time per version. */
export const startPolicyReplay = defineAction({
  title: { en: 'Replay over past cases', zh: '回放历史案例' },
  allow: { staff: 'policy.replay' },
  input: z.object({
    policyVersionId: z.string(),
    storeId: z.string(),
    from: instant().optional(),
    to: instant().optional(),
  }),
  output: one(PolicyReplayRun),
  check: async (ctx, { policyVersionId, storeId, from, to = ctx.now }) => {
    await ctx.get(PolicyVersion, policyVersionId);
    await policyWith(ctx, await ctx.get(Store, storeId), policyVersionId);
    if (from && from >= to) return deny('VALIDATION_FAILED', { fields: [{ path: 'to', text: t.endsBeforeBeginning }] });
    return (await ctx.trusted('what exists counts').first(PolicyReplayRun, { policyVersionId, state: 'RUNNING' }))
      ? deny('DUPLICATE')
      : undefined;
  },
  run: async (ctx, { policyVersionId, storeId, from, to = ctx.now }) => {
    const decidedFrom = from ?? new Date(Date.parse(to) - USUAL_DAYS * DAY_MS).toISOString();
    const run = ctx.insert(PolicyReplayRun, {
      policyVersionId,
      storeId,
      decidedFrom,
      decidedTo: to,
      contentVersion: (await contentOf(ctx, policyVersionId)).version,
      state: 'RUNNING',
      startedById: ctx.actor.kind === 'staff' ? ctx.actor.userId : refuse('FORBIDDEN'),
      expected: await countIn(ctx, storeId, decidedFrom, to),
      total: 0,
      changed: 0,
      failed: 0,
      money: [],
      turns: [],
      cases: [],
      failures: [],
      cursor: null,
      finishedAt: null,
    });
    await ctx.at(replayTimer, ctx.now, run);
    return run;
  },
});

/** Asks the next batch, and sets the timer for the one after it. */
export const continuePolicyReplay = defineAction({
  title: { en: 'Carry on a policy replay', zh: '继续回放' },
  allow: { system: true },
  unaudited: true,
  on: PolicyReplayRun,
  event: ['finish', 'outdate', 'fail'],
  input: z.object({}),
  output: one(PolicyReplayRun),
  run: async (ctx, run) => {
    if ((await contentOf(ctx, run.policyVersionId)).version !== run.contentVersion)
      return ctx.fire(PolicyReplayRun, run, 'outdate', { finishedAt: ctx.now });
    try {
      return await step(ctx, run);
    } catch (error) {
      // The shop's policy may have become one that cannot be put together with this draft.
      if (!(error instanceof DeniedError)) throw error;
      return ctx.fire(PolicyReplayRun, run, 'fail', { finishedAt: ctx.now });
    }
  },
});

async function step(ctx: ActionContext, run: Run): Promise<Run> {
  const store = await ctx.get(Store, run.storeId);
  const draft = await policyWith(ctx, store, run.policyVersionId);
  const { policy: current } = await storePolicy(ctx, store, { at: ctx.now });
  const { next, ...page } = await replayPage(ctx, {
    store,
    draft,
    current,
    from: run.decidedFrom,
    to: run.decidedTo,
    first: BATCH,
    ...(run.cursor ? { after: run.cursor } : {}),
  });
  const figures = { ...addFigures(run, page, MOST_CASES), cursor: next };
  if (!next) return ctx.fire(PolicyReplayRun, run, 'finish', { ...figures, finishedAt: ctx.now });
  await ctx.at(replayTimer, ctx.now, run);
  return ctx.update(PolicyReplayRun, run, figures);
}

/** Stops a replay; what it has counted so far stays to be read. */
export const cancelPolicyReplay = defineAction({
  title: { en: 'Cancel the replay', zh: '取消回放' },
  allow: { staff: 'policy.replay' },
  on: PolicyReplayRun,
  input: z.object({}),
  output: one(PolicyReplayRun),
  event: 'cancel',
  run: async (ctx, run) => {
    await ctx.unset(replayTimer, run);
    return ctx.fire(PolicyReplayRun, run, 'cancel', { finishedAt: ctx.now });
  },
});
