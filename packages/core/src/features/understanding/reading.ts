/**
 * @module What is read from a customer's words, as the conversation keeps it: fields only, so that the conversation may
 * carry it.
 */
import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { named } from '../../kernel/entity.ts';
import type { EmotionLabel } from '../../language/emotion.ts';
import type { PriorityReason } from '../../language/priority.ts';

export const emotionLabel = codes<EmotionLabel>('EmotionLabel', {
  ANGRY: { en: 'Angry', zh: '愤怒', note: 'It calls for care at once.' },
  NEGATIVE: { en: 'Dissatisfied', zh: '不满' },
  NEUTRAL: { en: 'Neutral', zh: '平静' },
  POSITIVE: { en: 'Pleased', zh: '满意' },
});

/** What people may set instead of what was read. */
export const readField = codes('ReadField', {
  INTENT: { en: 'Intent', zh: '咨询意图' },
  PRIORITY: { en: 'Priority', zh: '优先级' },
  EMOTION: { en: 'Mood', zh: '情绪' },
  LOCALE: { en: 'Language', zh: '语言' },
});
export type ReadField = z.output<typeof readField>;

export const emotionTrend = codes('EmotionTrend', {
  WORSE: { en: 'Getting worse', zh: '趋于恶化' },
  STEADY: { en: 'Steady', zh: '平稳' },
  BETTER: { en: 'Getting better', zh: '有所缓和' },
});
export type EmotionTrend = z.output<typeof emotionTrend>;

/** Why a conversation has its priority (2.12.1). */
const priorityReason = codes<PriorityReason>('PriorityReason', {
  INTENT: { en: 'What is asked', zh: '咨询内容' },
  SAFETY: { en: 'Danger to health', zh: '人身安全' },
  MEDIA_OR_AUTHORITY: { en: 'Press or authorities', zh: '涉及媒体或监管' },
  PRIVACY_LEAK: { en: 'Leaked data', zh: '信息泄露' },
  MASS_FAULT: { en: 'Many report it', zh: '多人反馈' },
  ANGRY_VIP: { en: 'Angry VIP', zh: 'VIP 情绪激动' },
});

/** What was read from the customer's words so far, and by which state of the reader. */
export const ConversationReading = named(
  'ConversationReading',
  z.object({
    /** The likeliest intent, on the second level where there is one (2.12.5). */
    intent: z.string().max(60),
    /** How likely its first level is, 0 to 1. */
    confidence: z.number(),
    /** Whether it was set without asking; else it is only offered. */
    isCertain: z.boolean(),
    priorityReasons: z.array(priorityReason),
    /** Tone of the last messages, from -1 (furious) to 1 (delighted); the newest last. */
    tones: z.array(z.number()).max(8),
    trend: emotionTrend,
    isUrgent: z.boolean(),
    language: codes('MessageLanguage', {
      zh: { en: 'Chinese', zh: '中文' },
      en: { en: 'English', zh: '英文' },
      other: { en: 'Another', zh: '其他' },
    }),
    /** Number of the reader's training that read it; 0 as shipped. */
    model: z.int(),
    /** Number of the message that says what it is about. */
    seq: z.int(),
    /** What people have set; it is read no more. */
    setByPeople: z.array(readField),
  }),
);
export type ConversationReading = z.output<typeof ConversationReading>;
