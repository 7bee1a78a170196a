/** @module What wakes a ticket or a conversation by itself. */
import { timer } from '../../kernel/timer.ts';
import { Conversation } from '../conversations/index.ts';
import { Ticket } from './entities.ts';

/** A ticket that sleeps has slept long enough. */
export const sleepTimer = timer({ key: 'ticket-sleep', on: Ticket });

/** A conversation that sleeps has slept long enough. */
export const conversationSleepTimer = timer({ key: 'conversation-sleep', on: Conversation });
