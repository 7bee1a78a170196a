/** @module What happens to a conversation when nobody does anything. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { Store } from '../access/index.ts';
import { Conversation } from './entities.ts';

/** The customer has left the queue and does not come back. */
export const leaveTimer = timer({ key: 'leave', on: Conversation });

/** The customer has not answered since this entry: they are warned, and then the conversation is closed. */
export const idleWarningTimer = timer({ key: 'idle', on: Conversation, input: z.object({ seq: z.int() }) });
export const idleCloseTimer = timer({ key: 'idle', on: Conversation });

/** The agent has asked the customer to wait until now. */
export const holdTimer = timer({ key: 'hold', on: Conversation });

/** A store opens, and left messages find somebody. */
export const serviceTimer = timer({ key: 'service', on: Store, rowAs: 'storeId' });
