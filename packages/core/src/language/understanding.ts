/**
 * What an incoming message asks: language, intent, emotion and priority in one answer, from rules
 * and a classifier that learns from corrections. On by default and without any service outside.
 * @module
 */
import { detectEmotion, type Emotion } from './emotion.ts';
import { foldText } from './fold.ts';
import { DEFAULT_INTENT_RULES } from './intent-rules.ts';
import { DEFAULT_INTENTS, topIntent, type Intent } from './intent-taxonomy.ts';
import { trainDefaultIntents } from './intent.ts';
import { decidePriority, type PriorityDecision } from './priority.ts';
import { detectLanguage, type MessageLanguage } from './detect-language.ts';
import type { RankedLabel, TextClassifier } from './text-classifier.ts';
import { createWordPhrases, longestOnly } from './word-phrases.ts';

/** An intent with how likely it is. */
export interface RankedIntent {
  readonly key: string;
  readonly probability: number;
}

/** The intent of a message on both levels. */
export interface IntentReading {
  /** The likeliest intent of the second level, or of the first where that has none. */
  readonly key: string;
  /** The likeliest intent of the first level. */
  readonly top: string;
  /** How likely `top` is. */
  readonly probability: number;
  /** Whether to act on it without asking; else offer `ranked` to the agent. */
  readonly isCertain: boolean;
  /** First-level intents, the likeliest first. */
  readonly ranked: readonly RankedIntent[];
}

/** Everything read from one message. */
export interface Understanding extends PriorityDecision {
  readonly language: MessageLanguage;
  readonly intent: IntentReading;
  readonly emotion: Emotion;
}

/** What is known about the conversation beside the text. */
export interface UnderstandingContext {
  readonly isVip?: boolean;
  readonly isMassFault?: boolean;
}

export interface UnderstandingOptions {
  /** A trained classifier; by default the one of the default taxonomy is trained, in about a quarter of a second. */
  readonly classifier?: TextClassifier;
  readonly taxonomy?: readonly Intent[];
  /** Phrases (`|` between them) by the intent they speak for. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly seed?: number;
  /** Probability from which a reading counts as certain. */
  readonly certainFrom?: number;
}

/** Reads messages, and learns from corrections. */
export interface MessageReader {
  readonly understand: (text: string, context?: UnderstandingContext) => Understanding;
  /** Learns that a text has this intent; later messages are read with it. */
  readonly correct: (text: string, intent: string) => void;
  readonly classifier: TextClassifier;
}

/** A rule multiplies the odds of its intent by about twenty: it decides unless the classifier is sure. */
const RULE_WEIGHT = Math.exp(3);

function sumByTop(leaves: readonly RankedLabel[], topOf: (key: string) => string): RankedIntent[] {
  const sums = new Map<string, number>();
  for (const { label, probability } of leaves) {
    const top = topOf(label);
    sums.set(top, (sums.get(top) ?? 0) + probability);
  }
  return [...sums].map(([key, probability]) => ({ key, probability })).sort((a, b) => b.probability - a.probability);
}

/** The first level of a key. The same few are asked for with every message, so they are not cut out again. */
function rememberedTops(): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    let top = known.get(key);
    if (top === undefined) known.set(key, (top = topIntent(key)));
    return top;
  };
}

function withRules(
  ranked: readonly RankedLabel[],
  ruled: ReadonlySet<string>,
  topOf: (key: string) => string,
): readonly RankedLabel[] {
  if (ruled.size === 0) return ranked;
  const speaksFor = (key: string): boolean => ruled.has(key) || ruled.has(topOf(key));
  const weighed = ranked.map(({ label, probability }) => ({
    label,
    probability: probability * (speaksFor(label) ? RULE_WEIGHT : 1),
  }));
  const total = weighed.reduce((sum, { probability }) => sum + probability, 0);
  return weighed
    .map(({ label, probability }) => ({ label, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** Creates a reader of messages with the default taxonomy, rules and training data unless told otherwise. */
export function createMessageReader({
  seed = 1,
  classifier = trainDefaultIntents(seed),
  taxonomy = DEFAULT_INTENTS,
  rules = DEFAULT_INTENT_RULES,
  certainFrom = 0.5,
}: UnderstandingOptions = {}): MessageReader {
  const findRules = createWordPhrases(rules);
  const topOf = rememberedTops();
  const readIntent = (text: string): IntentReading => {
    const ruled = new Set(longestOnly(findRules(foldText(text))).map((hit) => hit.name));
    const leaves = withRules(classifier.predict(text).ranked, ruled, topOf);
    const ranked = sumByTop(leaves, topOf);
    const { key: top, probability } = ranked[0] ?? { key: 'OTHER', probability: 0 };
    const key = leaves.find(({ label }) => topOf(label) === top)?.label ?? top;
    return { key, top, probability, isCertain: probability >= certainFrom, ranked };
  };
  return {
    classifier,
    correct: (text, intent) => classifier.learn({ text, label: intent }),
    understand: (text, context = {}) => {
      const intent = readIntent(text);
      const emotion = detectEmotion(text);
      const decision = decidePriority(
        { text, intent: intent.key, isGuess: !intent.isCertain, emotion, ...context },
        taxonomy,
      );
      return { language: detectLanguage(text), intent, emotion, ...decision };
    },
  };
}
