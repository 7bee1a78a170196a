import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { someOf } from '../../kernel/codes.ts';
import { deny } from '../../kernel/denial.ts';
import { Conversation } from '../conversations/index.ts';
import { logAnswer, question, questionAt } from './answer.ts';
import { BotAnswer, BotSession, answerOutcome } from './entities.ts';
import { findAnswer } from './find-answer.ts';

/** Writes a draft for the agent from an article; he alone sends it. */
export const draftByBot = defineAction({
  title: { en: 'Draft by the bot', zh: '智能助手拟稿' },
  allow: { system: true },
  input: z.object(question),
  output: one(BotSession),
  check: async (ctx, { conversationId, seq }) => {
    const session = await ctx.get(BotSession, conversationId);
    return session.state === 'DRAFT' && session.seq < seq
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: session.state, event: 'draftByBot' } });
  },
  run: async (ctx, { conversationId, seq, messageId }) => {
    const [conversation, session] = await Promise.all([
      ctx.get(Conversation, conversationId),
      ctx.get(BotSession, conversationId),
    ]);
    // Those who look at the conversation hear of it anew, and so of the draft.
    ctx.update(Conversation, conversation, { bot: conversation.bot });
    const asked = await questionAt(ctx, { conversationId, seq, messageId });
    const answer = await findAnswer(ctx, conversation, asked);
    // Somebody has answered while it was looked for.
    if (!answer || conversation.waitingSince === null) return ctx.update(BotSession, session, { seq, draft: null });
    const { article, text } = answer;
    logAnswer(ctx, conversation, { answer, question: asked, messageId: null, rephrased: false, outcome: 'OFFERED' });
    return ctx.update(BotSession, session, {
      seq,
      answers: session.answers + 1,
      draft: { articleId: article.id, title: article.title, edition: article.edition, text, seq },
    });
  },
});

/** The agent has put the draft into his answer, or does not want it. */
export const settleBotDraft = defineAction({
  title: { en: 'Use or dismiss the draft', zh: '采用或忽略拟稿' },
  allow: { staff: 'customer.reply' },
  inPerson: true,
  input: z.object({
    conversationId: z.string(),
    outcome: someOf('BotDraftOutcome', answerOutcome, ['USED', 'DISMISSED']),
  }),
  output: one(BotSession),
  check: async (ctx, { conversationId }) =>
    (await ctx.get(BotSession, conversationId)).draft ? undefined : deny('NOT_FOUND'),
  run: async (ctx, { conversationId, outcome }) => {
    const session = await ctx.get(BotSession, conversationId);
    const conversation = await ctx.get(Conversation, conversationId);
    const answer = await ctx
      .trusted('part of a seen row')
      .first(BotAnswer, { conversationId: conversation.id, outcome: 'OFFERED' }, [['at', 'desc']]);
    if (answer) ctx.update(BotAnswer, answer, { outcome });
    return ctx.update(BotSession, session, { draft: null });
  },
});
