/** @module What conversations leave to do: a word that was promised, and a customer whom nobody answered. */
import { addTo } from '../../kernel/vocabulary.ts';
import { taskKind, TaskKind } from '../tasks/index.ts';

export const FollowUps = addTo(TaskKind, {
  PROMISE: { en: 'Promised word', zh: '承诺跟进' },
  UNANSWERED: { en: 'Unanswered customer', zh: '未回复顾客' },
});

export const promise = taskKind(FollowUps, { code: 'PROMISE', outcomes: ['DONE', 'NO_ANSWER'] });
export const unanswered = taskKind(FollowUps, {
  code: 'UNANSWERED',
  outcomes: ['DONE', 'NO_ANSWER', 'DECLINED'],
  grace: 30,
});
