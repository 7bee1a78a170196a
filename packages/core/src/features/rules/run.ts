/**
 * @module What rules do about a trigger: judge it once, then one step after the other. Each is a commit of its own that
 * holds the step and the mark that it is done, so whenever a process dies the next begins where the last commit ended.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { BaseRow, Entity, RowOf } from '../../kernel/entity.ts';
import { inWords } from '../../kernel/sentence.ts';
import type { Said } from '../../kernel/said.ts';
import { actorFor, publisherOf } from './actor.ts';
import { capOver, HOUR_WINDOW_MS, loopOf, ROW_WINDOW_MS } from './caps.ts';
import type { RunReason } from './codes.ts';
import { compileCondition } from './condition.ts';
import { Rule, RuleRun, RuleTrigger, RuleVersion } from './entities.ts';
import { eventsOf } from './events.ts';
import { fieldsOf, freeze, type Facts } from './fields.ts';
import { rulePaused, ruleStopped, tellOwner } from './notices.ts';
import { inputOf, stepsOf } from './steps.ts';
import { ruleTexts as t } from './texts.ts';
import { tellCourse } from './timeline.ts';
import { triggerTimer } from './timers.ts';

type Trigger = RowOf<typeof RuleTrigger>;
type Run = RowOf<typeof RuleRun>;
type Version = RowOf<typeof RuleVersion>;
type RuleRow = RowOf<typeof Rule>;

/** Why a rule does not run, in a word and in a sentence. */
interface Reason {
  readonly because: RunReason;
  readonly why?: Said;
}

/** One commit of what rules do about a trigger. */
export const runRules = defineAction({
  title: { en: 'Do what rules say', zh: '执行规则' },
  allow: { system: true },
  on: RuleTrigger,
  input: z.object({ done: z.int() }),
  output: value('RulesRun', z.object({ runs: z.int() })),
  check: (_ctx, trigger, { done }) => (trigger.done === done ? undefined : deny('NOT_FOUND')),
  run: async (ctx, trigger) => {
    if (!trigger.runIds) return goOn(ctx, trigger, await judge(ctx, trigger));
    const run = await current(ctx, trigger);
    if (!run) return goOn(ctx, trigger, trigger.runIds);
    await doStep(ctx, run);
    return goOn(ctx, trigger, trigger.runIds);
  },
  // A refused step has changed nothing: the run says so, and those after it are not tried.
  refused: async (ctx, trigger, { done }, denial) => {
    if (trigger.done !== done || !trigger.runIds) return;
    const run = await current(ctx, trigger);
    if (!run) return;
    await end(ctx, run, 'stop', { because: 'REFUSED', why: denial.text });
    const rule = await ctx.maybe(Rule, run.ruleId);
    if (rule) await tellOwner(ctx, ruleStopped, rule, inWords(denial.text));
    await goOn(ctx, trigger, trigger.runIds);
  },
});

/** The next commit, as long as a run is under way. */
async function goOn(ctx: ActionContext, trigger: Trigger, runIds: readonly string[]): Promise<{ runs: number }> {
  const runs = await Promise.all(runIds.map((id) => ctx.get(RuleRun, id)));
  if (!runs.some(({ state }) => state === 'RUNNING')) {
    await ctx.unset(triggerTimer, trigger);
    ctx.remove(RuleTrigger, trigger);
    return { runs: runs.length };
  }
  const done = trigger.done + 1;
  const next = ctx.update(RuleTrigger, trigger, { done, runIds: [...runIds] });
  await ctx.at(triggerTimer, ctx.now, next, { done });
  return { runs: runs.length };
}

/** The run whose turn it is: those of one trigger are done one after the other, in the order of their rules. */
async function current(ctx: ActionContext, { runIds }: Trigger): Promise<Run | undefined> {
  const runs = await Promise.all((runIds ?? []).map((id) => ctx.maybe(RuleRun, id)));
  return runs.find((run) => run?.state === 'RUNNING');
}

async function judge(ctx: ActionContext, trigger: Trigger): Promise<readonly string[]> {
  const begun: string[] = [];
  for (const id of trigger.versionIds) {
    const version = await ctx.maybe(RuleVersion, id);
    const rule = version && (await ctx.maybe(Rule, version.ruleId));
    const run = version && rule && (await judgeOne(ctx, trigger, rule, version));
    if (run) begun.push(run.id);
  }
  return begun;
}

/** The run that begins, or that says why it does not; nothing where the condition does not hold. */
async function judgeOne(
  ctx: ActionContext,
  trigger: Trigger,
  rule: RuleRow,
  version: Version,
): Promise<Run | undefined> {
  const holds = await holdsFor(ctx, version, trigger.facts);
  if (holds === false) return undefined;
  const against =
    holds === true ? await againstRun(ctx, trigger, rule, version) : ({ because: 'CONDITION_FAILED' } as const);
  const run = ctx.insert(RuleRun, {
    ruleId: rule.id,
    ruleVersionId: version.id,
    triggerId: trigger.id,
    storeId: trigger.storeId,
    title: [version.code, trigger.label].filter(Boolean).join(' · '),
    event: trigger.event,
    entity: trigger.entity,
    rowId: trigger.rowId,
    customerId: trigger.customerId,
    facts: trigger.facts,
    cause: trigger.cause,
    state: 'RUNNING',
    step: 0,
    steps: version.steps.length,
    because: null,
    why: null,
    at: ctx.now,
    endedAt: null,
  });
  if (!against) return run;
  const left = await end(ctx, run, 'leave', against);
  if (against.because === 'HOUR_CAP') await pause(ctx, rule, version);
  if (against.because === 'CONDITION_FAILED' || against.because === 'ROW_CAP')
    await tellOwner(ctx, ruleStopped, rule, inWords(against.why ?? deny('VALIDATION_FAILED').text));
  return left;
}

/** Whether the condition of a version holds; undefined when it cannot be judged. */
export async function holdsFor(
  ctx: ActionContext,
  { event: code, condition }: Pick<Version, 'event' | 'condition'>,
  facts: Facts,
): Promise<boolean | undefined> {
  const event = (await eventsOf(ctx)).get(code);
  if (!event) return undefined;
  const compiled = await compileCondition(condition, fieldsOf(ctx, event));
  try {
    return typeof compiled === 'function' ? compiled(facts) : undefined;
  } catch {
    return undefined;
  }
}

async function againstRun(
  ctx: ActionContext,
  trigger: Trigger,
  rule: RuleRow,
  version: Version,
): Promise<Reason | undefined> {
  const loop = loopOf(trigger.cause, rule.code);
  if (loop) return { because: loop };
  if (rule.state !== 'ACTIVE') return { because: 'PAUSED' };
  if (version.hours !== null && !(await isStillSo(ctx, trigger, version))) return { because: 'MOVED_ON' };
  const since = (ms: number) => ({ gt: new Date(Date.parse(ctx.now) - ms).toISOString() });
  const ran = { ruleId: rule.id, state: { ne: 'NOT_RUN' } } as const;
  const [ofRow, inHour] = await Promise.all([
    ctx.count(RuleRun, { ...ran, rowId: trigger.rowId, at: since(ROW_WINDOW_MS) }, version.perRow),
    ctx.count(RuleRun, { ...ran, at: since(HOUR_WINDOW_MS) }, version.perHour),
  ]);
  switch (capOver(version, { ofRow, inHour })) {
    case 'ROW_CAP':
      return { because: 'ROW_CAP', why: t.rowCap({ most: version.perRow }) };
    case 'HOUR_CAP':
      return { because: 'HOUR_CAP', why: t.pausedHourCap({ most: version.perHour }) };
    default:
      return undefined;
  }
}

/**
 * Hours later: the row is still where the event left it, the same has not happened to it again since, and the condition
 * holds for it as it is.
 */
async function isStillSo(ctx: ActionContext, trigger: Trigger, version: Version): Promise<boolean> {
  const event = (await eventsOf(ctx)).get(trigger.event);
  const row = event && (await ctx.maybe(event.on as Entity<BaseRow & Record<string, unknown>>, trigger.rowId));
  if (!event || !row) return false;
  const facts = freeze(fieldsOf(ctx, event), row, trigger.at);
  const field = event.on.machine?.field;
  if (field && field in trigger.facts && facts[field] !== trigger.facts[field]) return false;
  const later = await ctx.find(RuleTrigger, {
    where: { rowId: trigger.rowId, event: trigger.event, at: { gt: trigger.at } },
    limit: MOST_LATER,
  });
  if (later.some(({ versionIds }) => versionIds.includes(version.id))) return false;
  return (await holdsFor(ctx, version, facts)) === true;
}

const MOST_LATER = 100;

async function pause(ctx: ActionContext, rule: RuleRow, { perHour: most }: Version): Promise<void> {
  const paused = ctx.fire(Rule, rule, 'pause', { pausedBecause: 'HOUR_CAP' });
  await tellOwner(ctx, rulePaused, paused, inWords(t.pausedHourCap({ most })));
}

/** @throws DeniedError what the step is refused for */
async function doStep(ctx: ActionContext, run: Run): Promise<void> {
  const [rule, version] = await Promise.all([ctx.get(Rule, run.ruleId), ctx.get(RuleVersion, run.ruleVersionId)]);
  if (rule.state !== 'ACTIVE') return void (await end(ctx, run, 'leave', { because: 'PAUSED' }));
  const step = version.steps[run.step];
  const known = step && (await stepsOf(ctx)).get(step.action);
  if (!step || !known) return void (await end(ctx, run, 'stop', { because: 'REFUSED', why: t.stepUnknown }));
  const actor = actorFor(await publisherOf(ctx, version.publisherId), rule, version, run.cause);
  await ctx.act(
    actor,
    step.action,
    inputOf(known, step, { facts: run.facts, now: ctx.now, key: `rule-${run.id}-${run.step}` }),
  );
  const done = run.step + 1;
  if (done < version.steps.length) ctx.update(RuleRun, run, { step: done });
  else await end(ctx, ctx.update(RuleRun, run, { step: done }), 'finish');
}

async function end(
  ctx: ActionContext,
  run: Run,
  event: 'finish' | 'stop' | 'leave',
  reason?: Reason | { readonly because: RunReason; readonly why: Denial['text'] },
): Promise<Run> {
  const ended = ctx.fire(RuleRun, run, event, {
    endedAt: ctx.now,
    because: reason?.because ?? null,
    why: reason?.why ? inWords(reason.why) : null,
  });
  await tellCourse(ctx, ended);
  return ended;
}
