/** @module What a conversation leaves to do becomes a task: a word that was promised, a customer without an answer. */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { calendar } from '../calendar/index.ts';
import { conversations } from '../conversations/index.ts';
import { knownTasks, tasks } from '../tasks/index.ts';
import { FollowUps, promise, unanswered } from './kinds.ts';
import { keepPromises } from './promises.ts';
import { answeredAfterAll, whoLeftUnanswered } from './second-chance.ts';

export const followUps = defineFeature({
  name: 'followUps',
  requires: [access, calendar, conversations, tasks],
  members: [FollowUps],
  answers: [knownTasks(promise, unanswered)],
  changes: [keepPromises, answeredAfterAll],
  inCommit: whoLeftUnanswered,
});
