/**
 * @module Follow-up tasks (domain model 3.7): what a person does by a time. A feature adds kinds (`addTo(TaskKind, …)`,
 * `taskKind`), opens a task with `openTask` and takes it back with `cancelTask`.
 */
import { whenChanged } from '../../kernel/changes.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { access, User } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import { knownNotices, notices } from '../notices/index.ts';
import { work } from '../work/index.ts';
import {
  assignTask,
  cancelTaskByHand,
  createTask,
  finishTask,
  noteTask,
  returnTask,
  skipTask,
  snoozeTask,
  startTask,
  takeTask,
} from './actions.ts';
import { taskDemo } from './demo.ts';
import { FollowUpTask } from './entities.ts';
import { adHoc, knownTasks, TaskCancelReason, TaskKind, TaskOutcome } from './kinds.ts';
import { taskGiven, TaskNotices, taskOverdue, tellOverdue, tellTask } from './notices.ts';
import { leaveTasks } from './open.ts';
import { taskTexts } from './texts.ts';
import { taskWords } from './words.ts';

/** Whoever leaves gives their tasks back. */
const whoLeaves = whenChanged(
  ({ name }) => name === User.name,
  async (ctx, { before, row }) => {
    const [was, is] = [before, row] as [RowOf<typeof User> | undefined, RowOf<typeof User> | undefined];
    if (was?.active && is?.active === false) await leaveTasks(ctx, is);
  },
);

const LEADS = ['TL', 'SV', 'MG'] as const;
const DOERS = ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', ...LEADS, 'AN', 'QI', 'TR', 'FN', 'WH', 'DL'] as const;

export const tasks = defineFeature({
  name: 'tasks',
  words: taskWords,
  requires: [access, customers, work, notices],
  entities: [FollowUpTask],
  vocabularies: [TaskKind, TaskOutcome, TaskCancelReason],
  members: [TaskNotices],
  actions: {
    createTask,
    startTask,
    finishTask,
    snoozeTask,
    skipTask,
    returnTask,
    cancelTask: cancelTaskByHand,
    takeTask,
    assignTask,
    noteTask,
  },
  permissions: {
    'task.read': { roles: [...DOERS, 'OD'], en: 'See tasks', zh: '查看任务' },
    'task.handle': { roles: DOERS, en: 'Work on tasks', zh: '处理任务' },
    'task.assign': { roles: LEADS, en: 'Give tasks to others', zh: '为他人布置任务' },
  },
  answers: [knownTasks(adHoc), knownNotices(taskOverdue, taskGiven)],
  inCommit: [tellOverdue],
  changes: [whoLeaves, tellTask],
  texts: taskTexts,
  demo: taskDemo,
});

export { assignTask, createTask, noteTask } from './actions.ts';
export { FollowUpTask, OPEN_TASKS } from './entities.ts';
export { knownTasks, TaskCancelReason, taskKind, TaskKind, TaskOutcome, type TaskKindRule } from './kinds.ts';
export { cancelTask, openTask, type NewTask } from './open.ts';
