/** @module What conversations leave to do: a word that was promised, and a customer whom nobody answered. */
import { maskText } from '../../kernel/personal.ts';
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

/**
 * What a task about a conversation is called: how its last message begins, without addresses and numbers in it. Whose it
 * is says the customer, to whoever may see them (R-SEC-01).
 */
export const subjectOf = ({ preview }: { readonly preview: string }): string => maskText(preview) || '…';
