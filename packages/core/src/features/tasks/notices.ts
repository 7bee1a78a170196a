/** @module Who hears of a task that is late (R-CH-07): its owner, and those who lead half an hour later. */
import { whenChanged } from '../../kernel/changes.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { inCommit } from '../../kernel/event.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { serviceMinutes } from '../../kernel/work.ts';
import { clearNotices, noticeKind, NoticeKind, notify } from '../notices/index.ts';
import { workLate } from '../work/index.ts';
import { FollowUpTask } from './entities.ts';

type Row = RowOf<typeof FollowUpTask>;

export const TaskNotices = addTo(NoticeKind, {
  TASK_OVERDUE: { en: 'Task overdue', zh: '任务逾期' },
  TASK_GIVEN: { en: 'New task', zh: '新任务' },
});
export const taskOverdue = noticeKind(TaskNotices, {
  code: 'TASK_OVERDUE',
  severity: 'IMPORTANT',
  acknowledge: serviceMinutes(30),
});
export const taskGiven = noticeKind(TaskNotices, { code: 'TASK_GIVEN', severity: 'INFO' });

const LEADS = { permission: 'task.assign' };
const line = ({ number, subject }: Row): string => `${number} · ${subject}`;
const about = ({ id }: Row) => ({ entity: FollowUpTask.name, id });

export const tellOverdue = inCommit(workLate, async (ctx, { item, clock }) => {
  if (item.entity !== FollowUpTask.name || clock !== 'overdue') return;
  const row = await ctx.get(FollowUpTask, item.id);
  await notify(ctx, taskOverdue, {
    storeId: row.storeId,
    key: row.id,
    title: line(row),
    about: about(row),
    to: row.ownerId ? { userIds: [row.ownerId] } : LEADS,
    next: row.ownerId ? [LEADS] : [],
  });
});

/** Whoever gets a task hears of it; what was late and is done, put off or in other hands is settled. */
export const tellTask = whenChanged(
  ({ name }) => name === FollowUpTask.name,
  async (ctx, changed) => {
    const was = changed.before as Row | undefined;
    // Its number is new too, and `changed` may be from before the desk gave it.
    const is = changed.row && (await ctx.get(FollowUpTask, changed.row.id));
    if (!is) return;
    const moved = was?.ownerId !== is.ownerId;
    if (was?.overdue && (!is.overdue || is.state !== was.state || moved)) await clearNotices(ctx, taskOverdue, is.id);
    const ended = was !== undefined && (is.state === 'DONE' || is.state === 'SKIPPED' || is.state === 'CANCELLED');
    if (was && (ended || moved)) await clearNotices(ctx, taskGiven, is.id);
    if (ended || !moved || !is.ownerId) return;
    await notify(ctx, taskGiven, {
      storeId: is.storeId,
      key: is.id,
      title: line(is),
      about: about(is),
      to: { userIds: [is.ownerId] },
    });
  },
);
