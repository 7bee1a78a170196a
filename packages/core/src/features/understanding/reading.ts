/**
 * @module What is read from a customer's words, as the conversation keeps it: fields only, so that the conversation may
 * carry it.
 */
import { z } from 'zod';
import { named } from '../../kernel/entity.ts';
import { EMOTION_LABELS } from '../../language/emotion.ts';
import { PRIORITY_REASONS } from '../../language/priority.ts';

export const emotionLabel = named('EmotionLabel', z.enum(EMOTION_LABELS));

/** What people may set instead of what was read. */
export const READ_FIELDS = ['INTENT', 'PRIORITY', 'EMOTION', 'LOCALE'] as const;
export type ReadField = (typeof READ_FIELDS)[number];

export const EMOTION_TRENDS = ['WORSE', 'STEADY', 'BETTER'] as const;
export type EmotionTrend = (typeof EMOTION_TRENDS)[number];

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
    priorityReasons: z.array(named('PriorityReason', z.enum(PRIORITY_REASONS))),
    /** Tone of the last messages, from -1 (furious) to 1 (delighted); the newest last. */
    tones: z.array(z.number()).max(8),
    trend: named('EmotionTrend', z.enum(EMOTION_TRENDS)),
    isUrgent: z.boolean(),
    language: named('MessageLanguage', z.enum(['zh', 'en', 'other'])),
    /** Number of the reader's training that read it; 0 as shipped. */
    model: z.int(),
    /** Number of the message that says what it is about. */
    seq: z.int(),
    /** What people have set; it is read no more. */
    setByPeople: z.array(named('ReadField', z.enum(READ_FIELDS))),
  }),
);
export type ConversationReading = z.output<typeof ConversationReading>;
