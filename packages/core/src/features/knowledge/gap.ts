/**
 * @module Questions that the knowledge base does not answer: collected, counted, handed to somebody, answered by an
 * article (R-KB-05).
 */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { clip } from '../../kernel/clip.ts';
import { foldLetters } from '../../language/fold.ts';
import { detectPersonalData } from '../../language/personal-data.ts';
import { User } from '../access/index.ts';
import { Article, KnowledgeGap } from './entities.ts';
import { OPEN_GAPS } from './machine.ts';
import { says } from '../../kernel/problems.ts';
import { knowledgeTexts as t } from './texts.ts';

const MOST_EXAMPLES = 5;

/** A question without the personal data that people write into one. */
const withoutPersonalData = (text: string): string =>
  detectPersonalData(text).reduceRight((kept, { start, end }) => `${kept.slice(0, start)}***${kept.slice(end)}`, text);

/** Notes a question that found nothing, from a search or from an agent; the same one again is counted. */
export const reportKnowledgeGap = defineAction({
  title: { en: 'Report a missing answer', zh: '上报知识缺口' },
  allow: { staff: 'article.read', shopper: true },
  input: z.object({
    question: z
      .string()
      .trim()
      .min(2)
      .max(300)
      .refine((text) => foldLetters(text).length > 0, says(t.questionInWords)),
  }),
  // A shopper is told nothing of what others asked.
  output: value('GapReported', z.object({ noted: z.boolean() })),
  run: async (ctx, input) => {
    const question = clip(withoutPersonalData(input.question), 300);
    const normalForm = clip(foldLetters(question), 300);
    const gap = await ctx.trusted('what exists counts').first(KnowledgeGap, { normalForm, state: { in: OPEN_GAPS } });
    if (gap) {
      const examples = [question, ...gap.examples.filter((example) => example !== question)].filter(
        (example) => example !== gap.question,
      );
      ctx.update(KnowledgeGap, gap, {
        count: gap.count + 1,
        examples: examples.slice(0, MOST_EXAMPLES),
        lastAskedAt: ctx.now,
      });
    } else {
      const nothing = { ownerId: null, articleId: null, note: '', examples: [] };
      ctx.insert(KnowledgeGap, { question, normalForm, count: 1, state: 'OPEN', ...nothing, lastAskedAt: ctx.now });
    }
    return { noted: true };
  },
});

export const assignKnowledgeGap = defineAction({
  title: { en: 'Assign the gap', zh: '分配知识缺口' },
  allow: { staff: 'article.publish' },
  on: KnowledgeGap,
  input: z.object({ userId: z.string() }),
  output: one(KnowledgeGap),
  event: 'assign',
  check: async (ctx, _row, { userId }) => ((await ctx.get(User, userId)).active ? undefined : deny('NOT_FOUND')),
  run: (ctx, row, { userId }) => ctx.fire(KnowledgeGap, row, 'assign', { ownerId: userId }),
});

/** Answers it by a published article. */
export const answerKnowledgeGap = defineAction({
  title: { en: 'Answer by an article', zh: '以文章解答' },
  allow: { staff: 'article.write' },
  on: KnowledgeGap,
  input: z.object({ articleId: z.string() }),
  output: one(KnowledgeGap),
  event: 'answer',
  when: ({ actor }, { ownerId }) => {
    const mine = actor.kind === 'staff' && (ownerId === actor.userId || actor.permissions.has('article.publish'));
    return mine ? undefined : deny('FORBIDDEN', { details: { ownerId } });
  },
  check: async (ctx, _gap, { articleId }) => {
    return (await ctx.get(Article, articleId)).live
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'articleId', text: t.publishFirst }] });
  },
  run: (ctx, row, { articleId }) => ctx.fire(KnowledgeGap, row, 'answer', { articleId }),
});

/** Drops what needs no article, with a reason. */
export const dismissKnowledgeGap = defineAction({
  title: { en: 'Dismiss the gap', zh: '忽略知识缺口' },
  allow: { staff: 'article.publish' },
  on: KnowledgeGap,
  input: z.object({ reason: z.string().trim().max(500).optional() }),
  output: one(KnowledgeGap),
  event: 'dismiss',
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: (ctx, row, { reason }) => ctx.fire(KnowledgeGap, row, 'dismiss', { note: reason ?? refuse('REASON_REQUIRED') }),
});
