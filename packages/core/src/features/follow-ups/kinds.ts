/** @module What conversations leave to do: a word that was promised, and a customer whom nobody answered. */
import { maskText } from '../../kernel/personal.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { TaskCancelReason, taskKind, TaskKind } from '../tasks/index.ts';

export const FollowUps = addTo(TaskKind, {
  PROMISE: { en: 'Promised word', zh: '承诺跟进' },
  UNANSWERED: { en: 'Unanswered customer', zh: '未回复顾客' },
  NO_DEAL: { en: 'Did not buy', zh: '未成交回访' },
});
export const WhyNot = addTo(TaskCancelReason, { BOUGHT: { en: 'They have bought', zh: '顾客已下单' } });

export const promise = taskKind(FollowUps, { code: 'PROMISE', outcomes: ['DONE', 'NO_ANSWER'] });
export const unanswered = taskKind(FollowUps, {
  code: 'UNANSWERED',
  outcomes: ['DONE', 'NO_ANSWER', 'DECLINED'],
  grace: 30,
});

/** Somebody who asked and did not buy hears from the store once more (R-PRE-18). */
export const noDeal = taskKind(FollowUps, { code: 'NO_DEAL', outcomes: ['DONE', 'NO_ANSWER', 'DECLINED'], grace: 30 });

/**
 * What a task about a conversation is called: how its last message begins, without addresses and numbers in it. Whose it
 * is says the customer, to whoever may see them (R-SEC-01).
 */
export const subjectOf = ({ preview }: { readonly preview: string }): string => maskText(preview) || '…';
