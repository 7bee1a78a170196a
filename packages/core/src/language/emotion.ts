/**
 * How a customer feels, from a lexicon: anger, dissatisfaction, pleasure, and how urgent it is.
 * Negation in front turns a word off ("not angry", "不生气"); shouting and repeated marks add weight.
 * @module
 */
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

const LEXICON = {
  angry:
    '气死|生气|愤怒|骗子|骗人|欺骗|坑人|坑爹|垃圾|恶心|无耻|黑心|投诉|曝光|举报|太过分|过分|忍无可忍|什么态度|什么破|滚|去死|混蛋|' +
    '王八蛋|妈的|傻逼|脑残|差劲|缺德|丧良心|耍我|' +
    'angry|furious|outrag*|scam*|fraud*|liar*|lies|cheat*|disgust*|ridiculous|unacceptable|pathetic|shame on|rip off|ripoff|' +
    'rip-off|fed up|sick of|fuck*|shit*|bullshit|damn|bastard*|idiot*|useless|worst|report you|sue you|lawyer|what a joke|' +
    'never again',
  negative:
    '不满|失望|不好|太差|很差|好差|质量差|难用|后悔|糟糕|郁闷|无语|难过|伤心|烦|麻烦死|不满意|不开心|不高兴|慢死|太慢|坏了|破了|' +
    '没人理|没人管|假货|差评|难看|难吃|' +
    'disappoint*|unhappy|upset|annoy*|frustrat*|terrible|horrible|awful|bad|poor|broken|sad|sorry to say|dissatisf*|not happy|' +
    'not satisfied|not good|slow|regret*|hate|nobody answers|ignored|rude|fake|ugly|wrong',
  positive:
    '谢谢|感谢|多谢|满意|喜欢|不错|很好|太好了|真好|好评|棒|赞|完美|开心|高兴|爱了|给力|贴心|点赞|好看|好吃|好用|' +
    'thank|thanks|great|good|love|lovely|perfect|happy|excellent|awesome|nice|wonderful|amazing|satisfied|appreciate*|helpful|best|delighted|pleased',
  urgent:
    '急|着急|很急|加急|紧急|马上|立刻|立即|赶紧|赶快|尽快|快点|今天必须|来不及|等不及|现在就要|催|' +
    'urgent*|asap|immediately|right now|right away|at once|as soon as possible|hurry|emergency|cannot wait|cant wait|by tomorrow|' +
    'by today|need it today|need it tomorrow|quickly',
  calming: '不着急|不急|别急|不用急|不生气|没生气|慢慢来|no rush|no hurry|not urgent|take your time',
} as const;
const NEGATION = /(?:不|没|没有|别|不太|不是很|不怎么|并不|not|no|never|dont|doesnt|didnt|isnt|wasnt|arent|not very|not so|not really)\s?$/;
const WEIGHTS: Readonly<Record<string, number>> = { angry: -1, negative: -0.5, positive: 0.5 };

const find = createWordPhrases(LEXICON);

/** Weight added by capitals and by repeated exclamation and question marks, at most 0.5. */
function shouting(original: string): number {
  const words = original.match(/\b[A-Za-z]{3,}\b/g) ?? [];
  const shouted = words.filter((word) => word === word.toUpperCase()).length;
  const marks = (original.match(/[!！?？]{2,}/g) ?? []).length;
  return Math.min(0.5, (shouted >= 2 && shouted * 2 >= words.length ? 0.3 : 0) + marks * 0.2);
}

const isNegated = (text: string, { start }: NamedHit): boolean => NEGATION.test(text.slice(Math.max(0, start - 12), start));

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
  const hits = longestOnly(find(text));
  const lexical = scoreOf(text, hits);
  const loud = shouting(original);
  const raw = lexical < 0 ? lexical - loud : lexical;
  const score = Math.round(Math.tanh(raw) * 100) / 100;
  const isUrgent = hits.some((hit) => hit.name === 'urgent');
  const isAngry = hits.some((hit) => hit.name === 'angry' && !isNegated(text, hit));
  return { label: labelOf(raw, loud, isAngry), isUrgent, score };
}

/** Anger needs an angry word, a loud complaint, or one grievance after another. */
function labelOf(raw: number, loud: number, isAngry: boolean): EmotionLabel {
  if (raw < 0 && (isAngry || loud >= 0.3 || raw <= -2)) return 'ANGRY';
  if (raw < 0) return 'NEGATIVE';
  return raw > 0 ? 'POSITIVE' : 'NEUTRAL';
}
