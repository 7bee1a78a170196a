/**
 * @module What a customer's words change on his conversation. It only ever raises a priority (2.12.1), takes an intent
 * over when it is sure of it, and leaves alone what people have set.
 */
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { topIntent, type Priority } from '../../language/intent-taxonomy.ts';
import type { MessageReader, Understanding } from '../../language/understanding.ts';
import { INTENTS } from '../conversations/index.ts';
import type { Understood } from './fields.ts';
import type { ConversationReading, EmotionTrend, ReadField } from './reading.ts';

type ConversationRow = RowOf<typeof Understood>;
export type Intent = (typeof INTENTS)[number];

/** What is read of one message: a bound on the work, and nobody says what he wants after that. */
export const MOST_READ = 500;
const TONES = 5;
/** How far the tone must move from what it was to count as a change. */
const MOVED = 0.3;
/** Less is a name, a greeting or an "ok" and tells no language. */
const ENOUGH = { zh: /(?:\p{Script=Han}.*){4}/su, en: /(?:[a-z]{2,}\W+){3}[a-z]{2,}/i };

export interface Reading {
  readonly text: string;
  readonly seq: number;
  readonly reader: MessageReader;
  readonly model: number;
  readonly isVip: boolean;
}

/** The first level as conversations have it; undefined for an intent of the tenant's own. */
export const firstLevel = (key: string): Intent | undefined => INTENTS.find((intent) => intent === topIntent(key));

/** Reads one message on top of what was read before; answers what changes on the conversation. */
export function readMessage(
  conversation: ConversationRow,
  { text, seq, reader, model, isVip }: Reading,
): Partial<ConversationRow> {
  const said = clip(text, MOST_READ);
  const understood = reader.understand(said, { isVip });
  const before = conversation.reading;
  const free = (field: ReadField) => !before?.setByPeople.includes(field);
  const { isCertain } = understood.intent;
  const again = before?.isCertain && isCertain && before.intent === understood.intent.key;
  const tells = !again && (isCertain || !before || !before.isCertain);
  const reading: ConversationReading = {
    intent: tells ? understood.intent.key : before.intent,
    confidence: tells ? understood.intent.probability : before.confidence,
    isCertain: isCertain || (before?.isCertain ?? false),
    priorityReasons: free('PRIORITY') ? reasonsFor(conversation, understood) : (before?.priorityReasons ?? []),
    ...toneOf(before, understood),
    language: understood.language,
    model,
    seq: tells ? seq : before.seq,
    setByPeople: before?.setByPeople ?? [],
  };
  return {
    ...(before && sameReading(before, reading) ? {} : { reading }),
    ...(free('EMOTION') ? { emotion: understood.emotion.label } : {}),
    ...(free('INTENT') && isCertain ? { intent: firstLevel(understood.intent.key) ?? conversation.intent } : {}),
    ...(free('PRIORITY') ? { priority: higher(conversation.priority, heard(understood)) } : {}),
    ...(free('LOCALE') ? localeOf(said, understood) : {}),
  };
}

/** Nothing new is nothing to write. */
const sameReading = (one: ConversationReading, other: ConversationReading): boolean =>
  Object.entries(other).every(([field, value]) => {
    const known = one[field as keyof ConversationReading];
    return Array.isArray(value)
      ? Array.isArray(known) && value.length === known.length && value.every((item, at) => item === known[at])
      : value === known;
  });

/** Whether the message just read is that of somebody angry. */
export const soundsAngry = ({ emotion }: Partial<ConversationRow>): boolean => emotion === 'ANGRY';

/** What is guessed raises nothing; danger, leaks and the like do whatever the intent is. */
function heard({ intent, priority, reasons }: Understanding): Priority {
  const signals = reasons.some((reason) => reason !== 'INTENT');
  return intent.isCertain || signals ? priority : 'P4';
}

const higher = (one: Priority, other: Priority): Priority => (other < one ? other : one);

function reasonsFor(
  { priority, reading }: ConversationRow,
  understood: Understanding,
): ConversationReading['priorityReasons'] {
  const now = heard(understood);
  const earlier = reading?.priorityReasons ?? [];
  if (now > priority) return earlier;
  return now < priority ? [...understood.reasons] : [...new Set([...earlier, ...understood.reasons])];
}

function toneOf(
  before: ConversationReading | null,
  { emotion }: Understanding,
): Pick<ConversationReading, 'tones' | 'trend' | 'isUrgent'> {
  const earlier = before?.tones ?? [];
  return {
    tones: [...earlier, emotion.score].slice(-TONES),
    trend: trendOf(earlier, emotion.score),
    isUrgent: emotion.isUrgent,
  };
}

function trendOf(earlier: readonly number[], now: number): EmotionTrend {
  if (earlier.length === 0) return 'STEADY';
  const usual = earlier.reduce((sum, tone) => sum + tone, 0) / earlier.length;
  if (now - usual >= MOVED) return 'BETTER';
  return usual - now >= MOVED ? 'WORSE' : 'STEADY';
}

function localeOf(text: string, { language }: Understanding): Partial<ConversationRow> {
  if (language === 'other' || !ENOUGH[language].test(text)) return {};
  return { locale: language === 'zh' ? 'zh-CN' : 'en' };
}
