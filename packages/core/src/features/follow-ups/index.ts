/**
 * @module What a conversation leaves to do becomes a task: a word that was promised, a customer without an answer or
 * who did not buy.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { conversations } from '../conversations/index.ts';
import { knownTasks, tasks } from '../tasks/index.ts';
import { orders } from '../orders/index.ts';
import { tickets } from '../tickets/index.ts';
import { FollowUps, noDeal, promise, unanswered, WhyNot } from './kinds.ts';
import { keepPromises, promisesFirst } from './promises.ts';
import { answeredAfterAll, boughtAfterAll, whoLeftUnanswered } from './second-chance.ts';
import { followUpTexts } from './texts.ts';

export const followUps = defineFeature({
  name: 'followUps',
  requires: [access, calendar, conversations, orders, tasks, tickets],
  members: [FollowUps, WhyNot],
  answers: [knownTasks(promise, unanswered, noDeal)],
  unless: [promisesFirst],
  changes: [keepPromises, answeredAfterAll],
  inCommit: [...whoLeftUnanswered, boughtAfterAll],
  texts: followUpTexts,
});
