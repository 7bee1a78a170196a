/** @module What the router does later. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { Store, User } from '../access/index.ts';
import { Conversation } from '../conversations/index.ts';

/** A lent agent goes back; an agent may be lent to several stores. */
export const lentTimer = timer({ key: 'lent', on: User, input: z.object({ storeId: z.string() }), per: ['storeId'] });

/** Somebody has room for one conversation more. */
export const agentTimer = timer({ key: 'agent', on: User, rowAs: 'userId' });

/** A waiting conversation is given to somebody. */
export const routeTimer = timer({ key: 'route', on: Conversation });

/** A store's queue is gone through again; it ends when it was empty often enough. */
export const sweepTimer = timer({ key: 'sweep', on: Store, rowAs: 'storeId', input: z.object({ empty: z.int() }) });

/** Whoever was given a conversation has not begun to answer. */
export const silenceTimer = timer({
  key: 'silent',
  on: Conversation,
  input: z.object({ userId: z.string().nullable(), assignedAt: z.string().nullable() }),
});

/** Somebody who let two conversations in a row wait is set away, unless they show a sign of life before. */
export const awayTimer = timer({
  key: 'away',
  on: User,
  rowAs: 'userId',
  input: z.object({ storeId: z.string(), conversationId: z.string() }),
});

/** Peak mode ends by itself. */
export const peakTimer = timer({ key: 'peak', on: Store, input: z.object({ reason: z.string() }) });
