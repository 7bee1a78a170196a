/** @module What people do with tasks (domain model 3.7, R-WF-11). */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { may } from '../../kernel/actor.ts';
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { instant, ref, type RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Store } from '../access/index.ts';
import { assignItem, heldByOther, noteItem, takeItem } from '../work/index.ts';
import { FollowUpTask, lateAfter, taskFields } from './entities.ts';
import { adHoc, TaskOutcome, taskKinds, type TaskKindRule } from './kinds.ts';
import { openTask } from './open.ts';
import { taskTexts as t } from './texts.ts';

type Row = RowOf<typeof FollowUpTask>;

/** How often a task is put off, and for how long at once (domain model 3.7). */
const MOST_SNOOZES = 2;
const LONGEST_SNOOZE_HOURS = 24;
const HOUR = 3_600_000;

const text = (most: number) => z.string().trim().max(most);
const leads = ({ actor }: Pick<ReadContext, 'actor'>): boolean => actor.kind === 'system' || may(actor, 'task.assign');

/** Steps of whoever has it in hand, or of those who lead. */
const step = {
  allow: { staff: 'task.handle' },
  on: FollowUpTask,
  output: one(FollowUpTask),
  when: (ctx: ReadContext, row: Row): Denial | undefined =>
    leads(ctx) ? undefined : heldByOther(ctx, FollowUpTask, row),
} as const;

/** Whoever does something with a task that nobody has in hand has it in hand from then on. */
const inHand = (ctx: ActionContext, { ownerId }: Row) => ({ ownerId: ownerId ?? staffOf(ctx).userId });

/** Gives a task: to oneself, to all of the store, or, with the permission, to a colleague (R-WF-11). */
export const createTask = defineAction({
  title: { en: 'Give a task', zh: '新建任务' },
  allow: { staff: 'task.handle' },
  input: z.object({
    storeId: ref('Store'),
    subject: taskFields.subject,
    detail: taskFields.detail.default(''),
    priority: taskFields.priority.default('NORMAL'),
    customerId: taskFields.customerId.default(null),
    conversationId: taskFields.conversationId.default(null),
    orderId: taskFields.orderId.default(null),
    ownerId: ref('User').nullable().default(null),
    startAt: instant().optional(),
    doneBy: instant(),
  }),
  output: one(FollowUpTask),
  check: async (ctx, { storeId, ownerId, startAt = ctx.now, doneBy }) => {
    await ctx.get(Store, storeId);
    const forMyself = ctx.actor.kind === 'staff' && ownerId === ctx.actor.userId;
    if (ownerId && !forMyself && !leads(ctx)) return deny('FORBIDDEN', { details: { permission: 'task.assign' } });
    return doneBy > startAt && doneBy > ctx.now
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'doneBy', text: t.dueHasPassed }] });
  },
  run: (ctx, { startAt = ctx.now, ...given }) => openTask(ctx, adHoc, { ...given, startAt, dedupeKey: null }),
});

/** Begins a task; of one that was given to oneself it says that one accepts it. */
export const startTask = defineAction({
  ...step,
  title: { en: 'Begin', zh: '开始处理' },
  inPerson: true,
  manner: 'light',
  event: 'start',
  input: z.object({}),
  run: (ctx, row) => ctx.fire(FollowUpTask, row, 'start', { ...inHand(ctx, row), attempts: row.attempts + 1 }),
});

/** Gives a task that one cannot do back to whoever gave it, with a reason (R-WF-11). */
export const returnTask = defineAction({
  ...step,
  title: { en: 'Return', zh: '退回' },
  inPerson: true,
  event: ['start', 'finish'],
  stays: true,
  input: z.object({ reason: text(500).min(1) }),
  when: (ctx, row) => {
    const { actor } = ctx;
    const mine = actor.kind === 'staff' && row.ownerId === actor.userId;
    return mine ? undefined : deny('FORBIDDEN', { text: t.notYours });
  },
  run: (ctx, row) => {
    const giver = row.givenById === row.ownerId ? null : row.givenById;
    return ctx.update(FollowUpTask, row, { ownerId: giver });
  },
});

/** The rule of a kind, as the feature that adds it says; a kind whose feature is gone ends like a task given by hand. */
async function ruleOf(ctx: ReadContext, { kind }: Row): Promise<TaskKindRule> {
  return (await ctx.ask(taskKinds, {})).flat().find(({ code }) => code === kind) ?? adHoc;
}

/** Done, with what came of it. */
export const finishTask = defineAction({
  ...step,
  title: { en: 'Finish', zh: '完成' },
  inPerson: true,
  event: 'finish',
  input: z.object({ outcome: memberOf(TaskOutcome).default('DONE'), result: text(2000).default('') }),
  check: async (ctx, row, { outcome }) =>
    (await ruleOf(ctx, row)).outcomes.includes(outcome)
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'outcome', text: t.noSuchOutcome }] }),
  run: (ctx, row, { outcome, result }) =>
    ctx.fire(FollowUpTask, row, 'finish', {
      ...inHand(ctx, row),
      attempts: row.state === 'DUE' ? row.attempts + 1 : row.attempts,
      outcome,
      result: result || null,
    }),
});

/** Puts a task off: twice at most, a day at most each time. What was promised first stays known. */
export const snoozeTask = defineAction({
  ...step,
  title: { en: 'Put off', zh: '延后' },
  inPerson: true,
  event: 'snooze',
  input: z.object({ until: instant(), reason: text(500).default('') }),
  when: (ctx, row) =>
    row.snoozes >= MOST_SNOOZES ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_SNOOZES } }) : step.when(ctx, row),
  check: (ctx, _row, { until }) => {
    const hours = (Date.parse(until) - Date.parse(ctx.now)) / HOUR;
    if (hours <= 0) return deny('VALIDATION_FAILED', { fields: [{ path: 'until', text: t.dueHasPassed }] });
    return hours <= LONGEST_SNOOZE_HOURS
      ? undefined
      : deny('LIMIT_EXCEEDED', { details: { limit: LONGEST_SNOOZE_HOURS }, text: t.aDayAtMost });
  },
  run: async (ctx, row, { until }) => {
    const doneBy = until > row.doneBy ? until : row.doneBy;
    const { grace = 0 } = await ruleOf(ctx, row);
    return ctx.fire(FollowUpTask, row, 'snooze', {
      ...inHand(ctx, row),
      snoozes: row.snoozes + 1,
      snoozedUntil: until,
      doneBy,
      lateAt: lateAfter(doneBy, grace),
      overdue: false,
    });
  },
});

/** Leaves a task undone, with a reason. */
export const skipTask = defineAction({
  ...step,
  title: { en: 'Skip', zh: '跳过' },
  inPerson: true,
  event: 'skip',
  input: z.object({ reason: text(500).default('') }),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row) => ctx.fire(FollowUpTask, row, 'skip'),
});

/** Calls a task off that is not needed: whoever gave it, or who leads. */
export const cancelTaskByHand = defineAction({
  title: { en: 'Call off', zh: '取消任务' },
  allow: { staff: 'task.handle' },
  on: FollowUpTask,
  output: one(FollowUpTask),
  event: 'cancel',
  input: z.object({ reason: text(500).default('') }),
  when: (ctx, { givenById }) => {
    const { actor } = ctx;
    const given = actor.kind === 'staff' && actor.userId === givenById;
    return given || leads(ctx) ? undefined : deny('FORBIDDEN', { details: { permission: 'task.assign' } });
  },
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row) => ctx.fire(FollowUpTask, row, 'cancel', { cancelledFor: 'BY_HAND' }),
});

export const takeTask = takeItem(FollowUpTask);
export const assignTask = assignItem(FollowUpTask, { assign: 'task.assign' });
export const noteTask = noteItem(FollowUpTask, 'noteTask');
