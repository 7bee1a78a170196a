/**
 * Finds personal data and contact details in free text, in the shapes that people type them:
 * full width, spaced, dashed, digits spelled in Han. Numbers with a check digit must satisfy it.
 * @module
 */
import { detectAddresses } from './address.ts';
import { fold, type FoldedText, type Span } from './fold.ts';

export const PERSONAL_DATA_KINDS = [
  'PHONE',
  'LANDLINE',
  'EMAIL',
  'RESIDENT_ID',
  'BANK_CARD',
  'ADDRESS',
  'WECHAT',
  'QQ',
  'URL',
] as const;

/** What kind of personal or contact data a span holds. */
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** One piece of personal data with its place in the original text. */
export interface PersonalDataHit extends Span {
  readonly kind: PersonalDataKind;
  /** The original text of the span. */
  readonly text: string;
  /** The value without separators, width and case, fit for comparing with a known value. */
  readonly value: string;
}

const SEP = String.raw`[\s\-._·*]?`;
const TOP_LEVELS = 'com|cn|net|org|shop|top|xyz|cc|vip|store|link|info|io|me|co|hk|tw|app|site|online';
const DOMAIN = String.raw`(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}(?:${TOP_LEVELS})(?![a-z0-9-])`;
/** An at sign and a dot in words or brackets. */
const AT_BRACKETED = String.raw`(?:[\[({<]\s?(?:at|@)\s?[\])}>]|艾特)`;
const DOT = String.raw`(?:\s?[\[({<]\s?(?:dot|\.|点)\s?[\])}>]\s?|\sdot\s|点)`;
const PATTERNS: readonly [PersonalDataKind, RegExp, ((value: string) => boolean)?][] = [
  ['RESIDENT_ID', new RegExp(String.raw`(?<![a-z\d])[1-8](?:${SEP}\d){16}${SEP}[\dx](?![a-z\d])`, 'g'), isResidentId],
  ['RESIDENT_ID', /(?<![a-z\d])[1-8]\d{14}(?![a-z\d])/g, isOldResidentId],
  ['BANK_CARD', /(?<![a-z\d])\d(?:[\s-]?\d){12,18}(?![a-z\d])/g, isBankCard],
  ['PHONE', new RegExp(String.raw`(?<!\d)(?:\+?86${SEP})?1${SEP}[3-9](?:${SEP}\d){9}(?!\d)`, 'g')],
  ['LANDLINE', /(?<!\d)(?:0\d{2,3}[\s-]\d{7,8}(?:[\s-]\d{1,5})?|[48]00[\s-]?\d{3}[\s-]?\d{4})(?!\d)/g],
  ['EMAIL', /(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![a-z0-9])/g],
  // Spelled so that a reader sees an address and a filter does not: "joe (at) gmail dot com".
  [
    'EMAIL',
    new RegExp(
      String.raw`(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{0,63}\s{0,2}(?:${AT_BRACKETED}\s{0,2}(?:[a-z0-9-]{1,63}(?:\.|${DOT})){1,4}|\sat\s(?:[a-z0-9-]{1,63}${DOT}){1,4})(?:${TOP_LEVELS}|de|fr|uk|eu|ru|jp|edu|gov)(?![a-z0-9])`,
      'g',
    ),
  ],
  ['URL', new RegExp(String.raw`(?<![a-z0-9@.-])(?:hxxps?:\/\/|https?\s?:\s?\/\/)[^\s\u4e00-\u9fff,;"'<>]{3,}`, 'g')],
  [
    'URL',
    new RegExp(String.raw`(?<![a-z0-9@.-])(?:[a-z0-9][a-z0-9-]{0,62}${DOT}){1,4}(?:${TOP_LEVELS})(?![a-z0-9-])`, 'g'),
  ],
  [
    'WECHAT',
    /(?:微信|薇信|威信|微心|v信|v[x+]|wx|wechat|weixin)(?:号|id|名)?[\s:是为=]{0,4}(?:is\s)?[a-z][a-z0-9_-]{5,19}(?![a-z0-9_-])/g,
  ],
  ['QQ', /(?:qq|扣扣|企鹅)(?:号|群|number)?[\s:是为=]{0,4}(?:is\s)?[1-9](?:[\s-]?\d){4,10}(?!\d)/g],
  [
    'URL',
    new RegExp(
      String.raw`(?<![a-z0-9@.-])(?:https?:\/\/[^\s\u4e00-\u9fff,;"'<>]{3,}|${DOMAIN}(?:\/[^\s\u4e00-\u9fff,;"'<>]*)?)`,
      'g',
    ),
  ],
];

const HAN_DIGITS = new Map([...'零一二三四五六七八九'].map((han, digit) => [han, String(digit)]));
for (const [alias, digit] of [
  '〇0',
  '○0',
  '幺1',
  '壹1',
  '两2',
  '贰2',
  '叁3',
  '肆4',
  '伍5',
  '陆6',
  '柒7',
  '捌8',
  '玖9',
] as const)
  HAN_DIGITS.set(alias as string, digit as string);

/** Reads a run of at least seven Han digits as digits; shorter runs are words ("一二", "十一"). */
function readHanDigits(text: string): string {
  return text.replace(/(?:[零〇○一二三四五六七八九幺壹两贰叁肆伍陆柒捌玖\d][\s\-.]?){7,}/g, (run) =>
    run.replace(/\p{Script=Han}|○/gu, (character) => HAN_DIGITS.get(character) ?? character),
  );
}

/** GB 11643: a real date and the check digit of ISO 7064 MOD 11-2. */
export function isResidentId(value: string): boolean {
  if (!/^[1-8]\d{16}[\dx]$/i.test(value) || !isDate(value.slice(6, 14))) return false;
  let sum = 0;
  for (let place = 0; place < 17; place += 1) sum += Number(value[place]) * (2 ** (17 - place) % 11);
  return '10x98765432'[sum % 11] === value[17]?.toLowerCase();
}

function isOldResidentId(value: string): boolean {
  return isDate(`19${value.slice(6, 12)}`);
}

function isDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** An issuer prefix in use and the Luhn check digit (ISO/IEC 7812). */
export function isBankCard(value: string): boolean {
  if (
    !/^(?:62\d{14,17}|4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|35\d{14}|6[05]\d{14}|9558\d{12,15})$/.test(
      value,
    )
  )
    return false;
  let sum = 0;
  for (let place = 0; place < value.length; place += 1) {
    const digit = Number(value[value.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

function bare(kind: PersonalDataKind, found: string): string {
  if (kind === 'EMAIL' || kind === 'URL') return found.replace(/^https?:\/\//, '').replace(/[./?!]+$/, '');
  const value = found.replace(/[\s\-._·*:=+]/g, '');
  return kind === 'PHONE' ? value.replace(/^86(?=1\d{10}$)/, '') : value;
}

/** Top levels that are words, too: after a full stop without a blank they begin the next sentence. */
const WORDS = 'info|me|link|store|shop|online|app|top|site|vip|co|live|one|pro|now|in|is|it|no|so|to|be|my|us|am|as|at';
const NEXT_SENTENCE = new RegExp(String.raw`^[\w-]*[a-z\d]\.(?:[A-Z][a-z]*|I)$`);
const COMMON_WORD = new RegExp(
  String.raw`^(?:today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|now|here|there|it|that|this|you|order|parcel|box|soon|done|sent|fine|ok|okay|yes|no|thanks|thank|please|sorry|back|again|time|day|week|size|price|refund|update|photo|waiting|checked|shipped|arrived|ready|out|in|on|up|size)\.(?:${WORDS})$`,
);
/** Names of software that look like addresses. */
const NO_SITE = /^(?:asp|vb|ado|ml)\.net$/i;

/** Whether what looks like the name of a site is two sentences without a blank between them, or no site at all. */
function isSentenceEnd(original: string, { start, end }: Span): boolean {
  const found = original.slice(start, end);
  if (/[:/]|^www\./i.test(found)) return false;
  return (
    NO_SITE.test(found) ||
    NEXT_SENTENCE.test(found) ||
    (COMMON_WORD.test(found.toLowerCase()) && /^\s+\p{L}/u.test(original.slice(end)))
  );
}

function byPatterns(original: string, folded: FoldedText): PersonalDataHit[] {
  const searched = readHanDigits(folded.text);
  const hits: PersonalDataHit[] = [];
  for (const [kind, pattern, holds] of PATTERNS)
    for (const match of searched.matchAll(pattern)) {
      const value = bare(kind, match[0]);
      if (holds && !holds(value)) continue;
      const span = folded.spanOf(match.index, match.index + match[0].length);
      if (kind === 'URL' && isSentenceEnd(original, span)) continue;
      hits.push({ kind, ...span, text: original.slice(span.start, span.end), value });
    }
  return hits;
}

/** Keeps the longest of overlapping hits: the digits of a card are not also a telephone number. */
function withoutOverlaps(hits: PersonalDataHit[]): PersonalDataHit[] {
  const longestFirst = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: PersonalDataHit[] = [];
  for (const hit of longestFirst)
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

/** Finds personal data and contact details; spans never overlap and are in order. */
export function detectPersonalData(text: string): PersonalDataHit[] {
  const folded = fold(text);
  const addresses = detectAddresses(folded.text).map(({ start, end }) => {
    const span = folded.spanOf(start, end);
    const found = text.slice(span.start, span.end);
    return {
      kind: 'ADDRESS' as const,
      ...span,
      text: found,
      value: folded.text.slice(start, end).replace(/[\s,.]/g, ''),
    };
  });
  return withoutOverlaps([...byPatterns(text, folded), ...addresses]);
}

/** The text with every piece of personal data as `***`. */
export const maskPersonalData = (text: string): string =>
  detectPersonalData(text).reduceRight((kept, { start, end }) => `${kept.slice(0, start)}***${kept.slice(end)}`, text);
