/**
 * @module Promises in a text, in Chinese and English, as claims that a policy can be asked about. What is denied
 * ("60 天退货我们不支持") or asked is no promise. Nothing here knows what the policy says.
 */
import { fold, type FoldedText } from '../../language/fold.ts';
import { wordNumber } from '../../language/promise-numbers.ts';
import { PATTERNS, type ClaimPattern } from './promise-patterns.ts';

export const CLAIM_KINDS = [
  'RETURN_WINDOW',
  'FREE_RETURN',
  'MULTIPLE',
  'DELIVERY_DATE',
  'DISPATCH_TIME',
  'REFUND_TIME',
] as const;
/** What is promised: how long goods may come back, who pays for it, damages, arrival, dispatch, money back. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Why goods would come back, as far as the sentence tells. */
export type ClaimReason = 'NO_REASON' | 'QUALITY' | 'SIZE_COLOR' | 'FRAUD' | 'FOOD_SAFETY';

/** One promise; `start` and `end` count UTF-16 units of the text. */
export interface Claim {
  readonly kind: ClaimKind;
  /** Days, hours or times the price, by kind; absent where the promise has no figure. */
  readonly value?: number;
  readonly reason: ClaimReason;
  readonly language: 'zh' | 'en';
  readonly span: string;
  readonly start: number;
  readonly end: number;
}

const CLAUSE_END = /[,。;!?\n:(),.;!?]/;
/** A decimal point or a thousands mark is none. */
const isBorder = (text: string, at: number) =>
  CLAUSE_END.test(text[at] ?? '') && !(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
const DENIED =
  /不支持|不能|不可以|不可|无法|没有|没法|不提供|不承诺|不保证|不接受|不敢|不是|并非|超过|超出|已过|过了|难以|未必|请勿|\b(?:not|cannot|cant|wont|dont|doesnt|isnt|arent|no longer|unable|unfortunately|beyond|exceed\w*|never)\b/;
const ASKED = /[??]|吗|是否|有没有|^(?:can|could|may|do|does|did|is|are|was|were|have|has)\b/;
const REASONS: readonly (readonly [ClaimReason, RegExp])[] = [
  ['FOOD_SAFETY', /食品|过期|变质|\b(?:food|expired|spoiled)\b/],
  ['FRAUD', /假一|假货|正品|\b(?:fake|counterfeit|genuine|authentic)\b/],
  [
    'QUALITY',
    /质量|瑕疵|故障|坏了|破损|发错|少发|不符|我们的原因|\b(?:fault\w*|defect\w*|broken|damaged|wrong item|quality|our (?:mistake|error|fault)|not as described)\b/,
  ],
  ['SIZE_COLOR', /换货|换码|尺码|换大|换小|换个|\b(?:exchange\w*|size|swap)\b/],
];

function borders(
  text: string,
  start: number,
  end: number,
  isEnd: (at: number) => boolean,
): { from: number; to: number } {
  let from = start;
  let to = end;
  while (from > 0 && !isEnd(from - 1)) from -= 1;
  while (to < text.length && !isEnd(to)) to += 1;
  return { from, to };
}

/** What the claim stands in: its clause to see whether it is denied, its sentence to see what it is about. */
function around(text: string, start: number, end: number) {
  const clause = borders(text, start, end, (at) => isBorder(text, at));
  const sentence = borders(
    text,
    start,
    end,
    (at) => /[。;!?\n]/.test(text[at] ?? '') || (text[at] === '.' && isBorder(text, at)),
  );
  return {
    clause: text.slice(clause.from, clause.to).replace(/['’]/g, '').trim(),
    sentence: text.slice(sentence.from, sentence.to + 1),
  };
}

const inUnit = (value: number, unit: string, { hours }: ClaimPattern): number => {
  const days = /小时|hour/.test(unit)
    ? 1 / 24
    : /分|minute/.test(unit)
      ? 1 / 1440
      : /周|星期|week/.test(unit)
        ? 7
        : /月|month/.test(unit)
          ? 30
          : /年|year/.test(unit)
            ? 365
            : 1;
  return hours ? value * days * 24 : value * days;
};

function claimOf(
  pattern: ClaimPattern,
  match: RegExpExecArray,
  original: string,
  { text, spanOf }: FoldedText,
): Claim[] {
  const { clause, sentence } = around(text, match.index, match.index + match[0].length);
  if (DENIED.test(clause) || ASKED.test(clause) || /[??]\s*$/.test(sentence)) return [];
  const { number, unit = '' } = match.groups ?? {};
  const figure = number === undefined ? pattern.value : wordNumber(number);
  if (number !== undefined && figure === undefined) return [];
  const span = spanOf(match.index, match.index + match[0].length);
  return [
    {
      kind: pattern.kind,
      ...(figure === undefined ? {} : { value: inUnit(figure, unit, pattern) }),
      reason: REASONS.find(([, words]) => words.test(sentence))?.[0] ?? 'NO_REASON',
      language: pattern.language,
      ...span,
      span: original.slice(span.start, span.end),
    },
  ];
}

/** Finds the promises of a text; where two overlap, the longer one counts. */
export function readClaims(original: string): Claim[] {
  const folded = fold(original);
  const found = PATTERNS.flatMap((pattern) =>
    Array.from(folded.text.matchAll(pattern.words)).flatMap((match) => claimOf(pattern, match, original, folded)),
  );
  const longest = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Claim[] = [];
  for (const claim of longest)
    if (!kept.some((other) => claim.start < other.end && other.start < claim.end)) kept.push(claim);
  return kept.sort((a, b) => a.start - b.start);
}
