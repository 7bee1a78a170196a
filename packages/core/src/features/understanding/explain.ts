/** @module Why a conversation was read as it was: the words without which it would have been read less surely. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { named } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { DEFAULT_INTENTS, topIntent, type Priority } from '../../language/intent-taxonomy.ts';
import type { MessageReader, RankedIntent } from '../../language/understanding.ts';
import { LocalText } from '../access/index.ts';
import { Message, priority } from '../conversations/index.ts';
import { MOST_READ } from './read-message.ts';
import { readerOf } from './reader.ts';
import { Understood } from './fields.ts';
import { ConversationReading, emotionLabel } from './reading.ts';

/** Han in pairs as people read them, words elsewhere; more than these are not tried. */
const PIECE = /\p{Script=Han}{1,2}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const MOST_PIECES = 60;
const MOST_WORDS = 4;
/** How much less sure it must be without a word for the word to be a reason. */
const TELLING = 0.02;
const RANKED = 3;

const IntentChoice = named('IntentChoice', z.object({ key: z.string(), name: LocalText, priority }));

/** The words that speak for an intent, the strongest first. */
export function tellingWords({ understand }: MessageReader, text: string, intent: string): string[] {
  const said = clip(text, MOST_READ);
  const surety = (words: string) =>
    understand(words).intent.ranked.find(({ key }) => key === topIntent(intent))?.probability ?? 0;
  const whole = surety(said);
  const pieces = Array.from(said.matchAll(PIECE)).slice(0, MOST_PIECES);
  return pieces
    .map((match) => ({
      word: match[0],
      lost: whole - surety(`${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`),
    }))
    .filter(({ lost }) => lost >= TELLING)
    .sort((a, b) => b.lost - a.lost)
    .map(({ word }) => word)
    .filter((word, at, words) => words.indexOf(word) === at)
    .slice(0, MOST_WORDS);
}

const choiceOf = (key: string): { key: string; name: { zh: string; en: string }; priority: Priority } => {
  const found = DEFAULT_INTENTS.find((intent) => intent.key === key);
  return { key, name: { ...(found?.name ?? { zh: key, en: key }) }, priority: found?.priority ?? 'P4' };
};

/** What was read of a conversation and why, with what else it might be. */
export const explainReading = defineView({
  title: { en: 'Explain the reading', zh: '识别说明' },
  allow: { staff: 'conversation.read' },
  input: z.object({ conversationId: z.string() }),
  output: value(
    'ReadingExplained',
    z.object({
      intent: IntentChoice.nullable(),
      priority,
      emotion: emotionLabel.nullable(),
      reading: ConversationReading.nullable(),
      /** Words of the customer that speak for the intent, the strongest first. */
      words: z.array(z.string()),
      /** What he may also mean, the likeliest first. */
      others: z.array(IntentChoice),
      /** Every intent of the first level. */
      choices: z.array(IntentChoice),
    }),
  ),
  run: async (ctx, { conversationId }) => {
    const { reading, intent, priority, emotion } = await ctx.get(Understood, conversationId);
    const choices = DEFAULT_INTENTS.filter(({ key }) => key === topIntent(key)).map(({ key }) => choiceOf(key));
    const known = intent && choiceOf(reading && topIntent(reading.intent) === intent ? reading.intent : intent);
    const message =
      reading && (await ctx.trusted('part of a seen row').first(Message, { conversationId, seq: reading.seq }));
    if (!message) return { intent: known, priority, emotion, reading, words: [], others: [], choices };
    const { reader } = await readerOf(ctx);
    const ranked = reader.understand(clip(message.body, MOST_READ)).intent.ranked;
    return {
      intent: known,
      priority,
      emotion,
      reading,
      words: tellingWords(reader, message.body, reading.intent),
      others: othersIn(ranked, intent),
      choices,
    };
  },
});

const othersIn = (ranked: readonly RankedIntent[], intent: string | null) =>
  ranked
    .filter(({ key }) => key !== intent)
    .slice(0, RANKED)
    .map(({ key }) => choiceOf(key));
