/**
 * How a customer feels, from a lexicon: anger, dissatisfaction, pleasure, and how urgent it is.
 * Negation in front turns a word off ("not angry", "不生气"); shouting and repeated marks add weight.
 * @module
 */
import { EMOTION_LEXICON, EMOTION_PATTERNS } from './emotion-lexicon.ts';
import { foldText } from './fold.ts';
import { createWordPhrases, longestOnly, type NamedHit } from './word-phrases.ts';

export const EMOTION_LABELS = ['ANGRY', 'NEGATIVE', 'NEUTRAL', 'POSITIVE'] as const;

/** `ANGRY` calls for care at once, `NEGATIVE` is dissatisfied without anger. */
export type EmotionLabel = (typeof EMOTION_LABELS)[number];

/** What the wording of a message says about its writer. */
export interface Emotion {
  readonly label: EmotionLabel;
  readonly isUrgent: boolean;
  /** From -1 (furious) to 1 (delighted). */
  readonly score: number;
}

const NEGATION =
  /(?:不|没|没有|别|不太|不是很|不怎么|并不|不用|不必|无需|不要|无须|not|no|never|dont|doesnt|didnt|isnt|wasnt|arent|not very|not so|not really)\s?$/;
const WEIGHTS: Readonly<Record<string, number>> = { angry: -1, negative: -0.5, positive: 0.5 };

const find = createWordPhrases(EMOTION_LEXICON);

/** Everything that speaks of a feeling, less what lies inside a longer word that does not. */
function hitsIn(text: string): NamedHit[] {
  const patterned = EMOTION_PATTERNS.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ name, start: match.index, end: match.index + match[0].length })),
  );
  // A pattern holds other words between its ends, so it hides none of them.
  return [...longestOnly(find(text)), ...patterned];
}

/** Weight added by capitals and by repeated exclamation and question marks, at most 0.5. */
function shouting(original: string): number {
  const words = original.match(/\b[A-Za-z]{3,}\b/g) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase()).length;
  const marks = (original.match(/[!！?？]{2,}/g) ?? []).length;
  return Math.min(0.5, (shouted >= 2 && shouted * 2 >= words.length ? 0.3 : 0) + marks * 0.2);
}

const isNegated = (text: string, { start }: NamedHit): boolean =>
  NEGATION.test(text.slice(Math.max(0, start - 12), start));

function scoreOf(text: string, hits: readonly NamedHit[]): number {
  return hits.reduce((sum, hit) => {
    const weight = WEIGHTS[hit.name] ?? 0;
    if (!isNegated(text, hit)) return sum + weight;
    return sum - Math.max(0, weight);
  }, 0);
}

/** Reads the emotion of a message in Chinese or English. */
export function detectEmotion(original: string): Emotion {
  const text = foldText(original).replace(/['’]/g, '');
  const hits = hitsIn(text);
  const lexical = scoreOf(text, hits);
  const loud = shouting(original);
  const raw = lexical < 0 ? lexical - loud : lexical;
  const score = Math.round(Math.tanh(raw) * 100) / 100;
  const isUrgent = hits.some((hit) => hit.name === 'urgent' && !isNegated(text, hit));
  const isAngry = hits.some((hit) => hit.name === 'angry' && !isNegated(text, hit));
  return { label: labelOf(raw, loud, isAngry), isUrgent, score };
}

/** Anger needs an angry word, a loud complaint, or one grievance after another. */
function labelOf(raw: number, loud: number, isAngry: boolean): EmotionLabel {
  if (raw < 0 && (isAngry || loud >= 0.3 || raw <= -2)) return 'ANGRY';
  if (raw < 0) return 'NEGATIVE';
  return raw > 0 ? 'POSITIVE' : 'NEUTRAL';
}
