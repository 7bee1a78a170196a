import { defineEvent } from '../../kernel/event.ts';

/**
 * A customer asks the bot, and a language model may word the answer: whoever has one does it now, outside the commit.
 */
export interface BotAsked {
  readonly tenantId: string;
  readonly conversationId: string;
  /** Number of the customer's message. */
  readonly seq: number;
}
export const botAsked = defineEvent<BotAsked>('bot.asked');
