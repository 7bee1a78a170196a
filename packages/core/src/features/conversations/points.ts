/** @module What conversations ask of the features that build on them. */
import type { RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import type { Store } from '../access/index.ts';

/** Whether another customer may wait for a person: `FULL` when they had better leave a message. */
export const admission = point<{ readonly storeId: string; readonly customerId: string }, 'FULL'>(
  'conversation.admission',
);

/** Who speaks first where a customer writes: a bot by itself, or a bot that drafts for people. Nobody: people alone. */
export const firstWord = point<RowOf<typeof Store>, 'BOT' | 'DRAFT'>('conversation.firstWord');

/** For how many seconds the place of an absent customer in the queue is kept; nobody: {@link KEPT_SECONDS}. */
export const placeKept = point<{ readonly storeId: string }, number>('conversation.placeKept');

export const KEPT_SECONDS = 300;
