/** @module What the answer bot does later. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { Conversation } from '../conversations/index.ts';

const about = { key: 'bot', on: Conversation, rowAs: 'conversationId' } as const;
const question = z.object({ seq: z.int(), messageId: z.string() });

/**
 * The bot says something to the newest question, in its own words when no model has come up with better ones by then.
 */
export const botAnswerTimer = timer({ ...about, input: question });

/** The bot drafts an answer for the agent; it takes the place of an answer of its own. */
export const botDraftTimer = timer({ ...about, input: question });

/** Nobody has said anything since the bot's answer. */
export const botIdleTimer = timer({ ...about, key: 'bot-idle', input: z.object({ seq: z.int() }) });
