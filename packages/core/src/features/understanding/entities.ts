import { z } from 'zod';
import { defineEntity, instant, large, ref, secret } from '../../kernel/entity.ts';
import { priority } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { emotionLabel } from './reading.ts';

/** What somebody said a message means: an example to learn from, without the personal data in it. */
export const ReadingCorrection = defineEntity({
  name: 'ReadingCorrection',
  title: { en: 'Corrected reading', zh: '识别更正' },
  schema: z.object({
    storeId: ref('Store'),
    conversationId: ref('Conversation'),
    text: z.string().max(500),
    /** What had been read. */
    read: z.string().max(60),
    intent: z.string().max(60).nullable(),
    priority: priority.nullable(),
    emotion: emotionLabel.nullable(),
    /** Never learned from: the reader is tried on it. */
    keptOut: z.boolean(),
    byId: ref('User'),
    at: instant(),
  }),
  index: [['-at'], ['conversationId']],
  visible: (actor) => staffOfStore(actor, 'conversation.read'),
  list: { filters: ['storeId', 'conversationId', 'intent', 'byId', 'at'], orders: [[['at', 'desc']]] },
});

/** The state of a tenant's reader; its id is the tenant's. */
export const ReaderTraining = defineEntity({
  name: 'ReaderTraining',
  title: { en: 'Training of the reader', zh: '识别模型训练' },
  schema: z.object({
    /** Rises when a training is taken over. */
    number: large(z.int()),
    examples: z.int(),
    /** Share of the kept-out questions read rightly before and by the last training, 0 to 1. */
    before: z.number(),
    after: z.number(),
    /** False: it would have read worse than the one in use, which stayed. */
    taken: z.boolean(),
    trainedAt: instant(),
  }),
  audited: ['number', 'examples', 'before', 'after', 'taken'],
  kept: true,
  visible: (actor) => (actor.kind === 'staff' && actor.permissions.has('conversation.read') ? 'all' : 'none'),
  list: { filters: ['number'], orders: [[['trainedAt', 'desc']]] },
});

/** The weights of {@link ReaderTraining}, apart from it because they are large; read once for each number. */
export const ReaderWeights = defineEntity({
  name: 'ReaderWeights',
  plural: 'ReaderWeightSets',
  title: { en: 'Weights of the reader', zh: '识别模型参数' },
  schema: z.object({ number: large(z.int()), weights: secret(z.string()) }),
  visible: () => 'none',
  internal: true,
});
