/** @module The life of a bot session: it begins with the conversation and ends when a person is wanted. */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { DEFAULT_INTENTS } from '../../language/intent-taxonomy.ts';
import { addEntry, Conversation, Message, queueForPerson, type Entry } from '../conversations/index.ts';
import { BotAnswer, BotSession, type HandOver } from './entities.ts';
import { BotStore } from './settings.ts';
import { botAnswerTimer, botIdleTimer } from './timers.ts';

export type ConversationRow = RowOf<typeof Conversation>;
export type SessionRow = RowOf<typeof BotSession>;

/** Without an answer so often the customer gets a person (3.2 noAnswer×2). */
export const MOST_MISSES = 2;
const SUMMED_UP = 5;
const LONGEST_LINE = 160;

/** Whether the bot has the conversation: nobody has taken it, nobody is asked for, and it is not over. */
export const isWithBot = ({ bot, state }: Pick<ConversationRow, 'bot' | 'state'>): boolean =>
  bot === 'BOT' && state === 'BOT';

/** Begins with a conversation of a store whose bot is on. */
export function beginSession(ctx: ActionContext, { id, storeId, bot }: ConversationRow): void {
  if (!bot) return;
  const nothing = { answers: 0, misses: 0, seq: 0, draft: null, handOver: null, handedOverAt: null, summary: '' };
  ctx.insert(BotSession, { id, storeId, conversationId: id, state: bot, ...nothing });
}

/** Puts the conversation into the queue for a person, or offline when nobody serves, with a summary for the agent. */
export async function handOver(ctx: ActionContext, session: SessionRow, why: HandOver): Promise<ConversationRow> {
  await closeSession(ctx, session, why);
  return queueForPerson(ctx, await ctx.get(Conversation, session.conversationId));
}

/** Ends the session and leaves the agent a note of what was said; the conversation itself is moved by the caller. */
export async function closeSession(ctx: ActionContext, session: SessionRow, why: HandOver): Promise<void> {
  if (session.state === 'HUMAN') return;
  await ctx.unset(botAnswerTimer, session.conversationId);
  await ctx.unset(botIdleTimer, session.conversationId);
  const conversation = await ctx.get(Conversation, session.conversationId);
  const summary = session.state === 'BOT' ? await summaryOf(ctx, conversation, why) : '';
  ctx.fire(BotSession, session, 'handOver', { handOver: why, handedOverAt: ctx.now, summary, draft: null });
  const { bot } = await ctx.trusted('settings for everybody').get(BotStore, conversation.storeId);
  const name = bot.name[conversation.locale === 'en' ? 'en' : 'zh'];
  if (summary)
    addEntry(
      ctx,
      conversation,
      noteOf(ctx, name, summary),
      conversation.lastSender === 'CUSTOMER' || why !== 'TAKEN_OVER'
        ? { waitingSince: conversation.waitingSince ?? ctx.now }
        : {},
    );
}

const noteOf = (ctx: ActionContext, senderName: string, body: string): Entry => ({
  sender: 'SYSTEM',
  senderId: null,
  senderName,
  kind: 'NOTE',
  body,
  clientMsgId: `bot:${ctx.newId()}`,
  isAuto: true,
});

const WHY: Readonly<Record<HandOver, { readonly zh: string; readonly en: string }>> = {
  ASKED: { zh: '顾客要求人工', en: 'the customer asked for a person' },
  NO_ANSWER: { zh: '知识库没有答案', en: 'the knowledge base has no answer' },
  UNHELPFUL: { zh: '回答没有帮助', en: 'the answers did not help' },
  SENSITIVE: { zh: '紧急或情绪激动', en: 'urgent, or the customer is upset' },
  TAKEN_OVER: { zh: '客服接管', en: 'an agent took over' },
};

async function summaryOf(ctx: ActionContext, { id, locale, intent }: ConversationRow, why: HandOver): Promise<string> {
  const [said, answered] = await Promise.all([
    ctx.trusted('part of a seen row').find(Message, {
      where: { conversationId: id, sender: 'CUSTOMER', kind: 'TEXT' },
      order: [['seq', 'desc']],
      limit: SUMMED_UP,
    }),
    ctx
      .trusted('part of a seen row')
      .find(BotAnswer, { where: { conversationId: id }, order: [['at', 'desc']], limit: SUMMED_UP }),
  ]);
  const language = locale === 'en' ? 'en' : 'zh';
  const words =
    language === 'en'
      ? { head: 'Handed over by the bot', asked: 'Asked', told: 'Answered from' }
      : { head: '智能助手转人工', asked: '顾客问', told: '已回答' };
  const lines = [
    `${words.head}: ${WHY[why][language]}${intent ? ` · ${DEFAULT_INTENTS.find(({ key }) => key === intent)?.name[language] ?? intent}` : ''}`,
    ...said.toReversed().map(({ body }) => `${words.asked}: ${clip(body.replace(/\s+/g, ' '), LONGEST_LINE)}`),
    ...answered
      .toReversed()
      .map(
        ({ title, helpful }) =>
          `${words.told}: ${title[language] || title.zh || title.en}${helpful === false ? ' ✗' : helpful ? ' ✓' : ''}`,
      ),
  ];
  return clip(lines.join('\n'), 2000);
}
