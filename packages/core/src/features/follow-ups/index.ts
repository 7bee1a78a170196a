/** @module What a conversation leaves to do becomes a task: a word that was promised, a
 * customer without an answer or who did not buy. */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { conversations } from '../conversations/index.ts';
import { knownTasks, tasks } from '../tasks/index.ts';
import { orders } from '../orders/index.ts';
import { FollowUps, noDeal, promise, unanswered, WhyNot } from './kinds.ts';
import { keepPromises } from './promises.ts';
import { answeredAfterAll, boughtAfterAll, whoLeftUnanswered } from './second-chance.ts';

export const followUps = defineFeature({
  name: 'followUps',
  requires: [access, calendar, conversations, orders, tasks],
  members: [FollowUps, WhyNot],
  answers: [knownTasks(promise, unanswered, noDeal)],
  changes: [keepPromises, answeredAfterAll],
  inCommit: [...whoLeftUnanswered, boughtAfterAll],
});
