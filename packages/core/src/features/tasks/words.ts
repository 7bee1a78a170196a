/** @module What the fields of tasks are called. */
import type { WordList } from '../../kernel/words.ts';

export const taskWords: WordList = {
  'FollowUpTask.number': { en: 'Task number', zh: '任务编号' },
  attempts: { en: 'Attempts', zh: '处理次数' },
  cancelledFor: { en: 'Not needed because', zh: '取消原因' },
  dedupeKey: { en: 'Key', zh: '去重键', note: 'One task of a key is open at a time.' },
  detail: { en: 'What to do', zh: '任务说明' },
  doneBy: { en: 'Done by', zh: '完成时限' },
  firstDoneBy: { en: 'First done by', zh: '最初时限', note: 'Putting a task off does not move it.' },
  givenById: { en: 'Given by', zh: '布置人', note: 'Null: the desk.' },
  kind: { en: 'Kind', zh: '类型' },
  lateAt: { en: 'Late from', zh: '逾期时间' },
  orderId: { en: 'Order', zh: '订单' },
  outcome: { en: 'Outcome', zh: '结果' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  ownerId: { en: 'Owner', zh: '负责人' },
  priority: { en: 'Priority', zh: '优先级' },
  result: { en: 'Result', zh: '完成情况' },
  snoozedUntil: { en: 'Put off until', zh: '延后至' },
  snoozes: { en: 'Times put off', zh: '延后次数' },
  startAt: { en: 'Begins', zh: '开始时间' },
  subject: { en: 'Subject', zh: '主题' },
  until: { en: 'Until', zh: '延后至' },
};
