import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, hinted, instant, ref } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { staffOfStore } from '../customers/index.ts';
import { TaskCancelReason, TaskKind, TaskOutcome } from './kinds.ts';

export const TASK_STATES = {
  SCHEDULED: { en: 'Planned', zh: '已计划', note: 'Its time has not come.' },
  DUE: { en: 'To do', zh: '待办' },
  IN_PROGRESS: { en: 'In progress', zh: '进行中' },
  SNOOZED: { en: 'Put off', zh: '已延后' },
  DONE: { en: 'Done', zh: '已完成' },
  SKIPPED: { en: 'Skipped', zh: '已跳过' },
  CANCELLED: { en: 'Not needed', zh: '已取消' },
} as const;
export const taskState = codes('FollowUpTaskState', TASK_STATES);

export const taskPriority = codes('TaskPriority', {
  HIGH: { en: 'High', zh: '高' },
  NORMAL: { en: 'Normal', zh: '中' },
  LOW: { en: 'Low', zh: '低' },
});

/** States in which something is left to do; there is one such task of a key. */
export const OPEN_TASKS = ['SCHEDULED', 'DUE', 'IN_PROGRESS', 'SNOOZED'] as const;
const from = <To extends string>(states: readonly string[], to: To): Record<string, To> =>
  Object.fromEntries(states.map((state) => [state, to]));

/**
 * Domain model 3.7. What is due can be finished at once: to begin it and to end it are then one step. `passDue` leaves
 * the state and says that it is late.
 */
export const taskMachine = defineMachine({
  field: 'state',
  states: TASK_STATES,
  events: {
    plan: { NEW: 'SCHEDULED' },
    comeDue: { NEW: 'DUE', SCHEDULED: 'DUE' },
    start: { SCHEDULED: 'IN_PROGRESS', DUE: 'IN_PROGRESS' },
    snooze: { DUE: 'SNOOZED' },
    wake: { SNOOZED: 'DUE' },
    passDue: { DUE: 'DUE', IN_PROGRESS: 'IN_PROGRESS' },
    finish: { DUE: 'DONE', IN_PROGRESS: 'DONE' },
    skip: { DUE: 'SKIPPED' },
    cancel: from(OPEN_TASKS, 'CANCELLED'),
  },
});

const MINUTE = 60_000;
const text = (most: number) => z.string().trim().max(most);

/** Fields that whoever gives a task fills in. */
export const taskFields = {
  subject: text(200).min(1),
  detail: hinted(text(2000), { as: 'prose' }),
  priority: taskPriority,
  customerId: ref('Customer').nullable(),
  /** Features above have conversations and orders, so these are no references here. */
  conversationId: z.string().max(64).nullable(),
  orderId: z.string().max(200).nullable(),
};

/** Something that a person does by a time: a promise kept, a customer called back, a shelf looked at. */
export const FollowUpTask = defineEntity({
  name: 'FollowUpTask',
  title: { en: 'Task', zh: '任务' },
  schema: z.object({
    storeId: ref('Store'),
    number: z.string().default(''),
    kind: memberOf(TaskKind),
    ...taskFields,
    state: taskState,
    ownerId: ref('User').nullable(),
    /** Who gave it; null: the desk did. */
    givenById: ref('User').nullable(),
    /** Its time comes then; until then it is planned. */
    startAt: instant(),
    /** By when it must be done. Putting it off moves this, and not the first. */
    doneBy: instant(),
    firstDoneBy: instant(),
    /** When it is late: the due, and what its kind grants. */
    lateAt: instant(),
    /** The end of what runs now, which the desk keeps. */
    dueAt: instant().nullable().default(null),
    overdue: z.boolean().default(false),
    snoozes: z.int().default(0),
    snoozedUntil: instant().nullable().default(null),
    attempts: z.int().default(0),
    outcome: memberOf(TaskOutcome).nullable().default(null),
    result: text(2000).nullable().default(null),
    cancelledFor: memberOf(TaskCancelReason).nullable().default(null),
    /** The same task again while one of its key is open is that one. */
    dedupeKey: hinted(z.string().max(200).nullable(), { weight: 'rare' }),
  }),
  machine: taskMachine,
  index: [
    ['ownerId', 'state', 'doneBy'],
    ['storeId', 'state', 'doneBy'],
    ['storeId', 'overdue', 'doneBy'],
    ['customerId', '-createdAt'],
    ['conversationId', 'state'],
    ['-createdAt'],
    ['storeId', 'number'],
  ],
  unique: [{ name: 'task_open', fields: ['dedupeKey'], where: { field: 'state', in: OPEN_TASKS } }],
  audited: ['state', 'ownerId', 'doneBy', 'outcome', 'result', 'cancelledFor', 'overdue'],
  visible: (actor) => staffOfStore(actor, 'task.read'),
  list: {
    filters: ['storeId', 'kind', 'state', 'ownerId', 'priority', 'overdue', 'doneBy', 'customerId', 'number'],
    orders: [[['createdAt', 'desc']], [['doneBy', 'asc']]],
  },
  live: ({ storeId }) => [`store:${storeId}`],
  work: {
    read: 'task.read',
    handle: 'task.handle',
    number: 'T',
    called: { en: 'Tasks', zh: '任务' },
    title: ['subject'],
    groups: {
      PLANNED: { en: 'Planned', zh: '已计划', states: ['SCHEDULED'] },
      TO_DO: { en: 'To do', zh: '待办', states: ['DUE'] },
      IN_PROGRESS: { en: 'In progress', zh: '进行中', states: ['IN_PROGRESS'] },
      PUT_OFF: { en: 'Put off', zh: '已延后', states: ['SNOOZED'] },
      ENDED: { en: 'Ended', zh: '已结束', states: ['DONE', 'SKIPPED', 'CANCELLED'] },
    },
    clocks: {
      begin: {
        en: 'Begin',
        zh: '开始',
        runs: ['SCHEDULED'],
        within: ({ startAt }) => startAt,
        late: () => ({ event: 'comeDue' }),
      },
      wake: {
        en: 'Again',
        zh: '再次提醒',
        runs: ['SNOOZED'],
        within: ({ snoozedUntil }) => snoozedUntil,
        late: () => ({ event: 'wake' }),
      },
      finish: { en: 'Done by', zh: '完成时限', runs: ['DUE', 'IN_PROGRESS'], within: ({ doneBy }) => doneBy },
      // R-CH-07: overdue at due and grace; its owner is told, then those who lead.
      overdue: {
        en: 'Overdue',
        zh: '逾期',
        runs: ['DUE', 'IN_PROGRESS'],
        within: ({ lateAt, overdue }) => (overdue ? null : lateAt),
        late: () => ({ event: 'passDue', changes: { overdue: true } }),
      },
    },
  },
});

/** When a task is late that is due at `doneBy`; `grace` is in minutes. */
export const lateAfter = (doneBy: string, grace: number): string =>
  new Date(Date.parse(doneBy) + grace * MINUTE).toISOString();
