/**
 * @module Promises of a word: "I'll check, back in 30 minutes" and 我去核实一下,30分钟内回复您. Whoever says so owes the
 * next word, so that the silence after it is theirs and not the customer's. What is asked, denied, done already or made
 * to depend on the customer is no such promise.
 */
import { fold } from '../../language/fold.ts';
import { zoneOffset } from '../../policies/zoned-day.ts';
import { NUMBER, wordNumber } from '../../language/promise-numbers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A promise that names no time is asked after when a silent customer would be. */
const UNNAMED = 10 * MINUTE;
/** The longest time that is believed. */
const LONGEST = 7 * DAY;

const EN_WORD =
  'check|double[- ]check|look|find|ask|verify|confirm|see|investigate|contact|call|consult|clarify|report back|get back|come back|be back|reply|answer|update|inform|write|follow up|let you know|have (?:a look|an answer)|get (?:you )?an answer|sort';
const PROMISES: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:i|we)(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to| need to|['’]m about to| have to)\b(?! (?:not|need|be able))[^.;!?\n]{0,25}?\b(?:${EN_WORD})\b`,
  ),
  new RegExp(String.raw`\blet me\b(?! know)[^.;!?\n]{0,25}?\b(?:${EN_WORD})\b`),
  /\b(?:i['’]m|i am|we['’]re|we are)(?: just| now| currently)? (?:checking|looking|asking|finding|verifying|investigating|on it)\b/,
  /\b(?:will be )?(?:right back|back (?:in|at|by|within|before|to you (?:in|at|by|within|before|soon|shortly|later|today|tomorrow)))\b/,
  /\b(?:one|a|just a) (?:moment|minute|second|sec)\b|\bhold on\b|\bbear with (?:me|us)\b|\bplease (?:hold|wait)\b|\bgive (?:me|us) (?:a|an|some|\d+|half|two|five|ten|fifteen|thirty)\b/,
  /稍等|稍候|稍后(?:回复|联系|答复|告知|给您|给你)|请等|等我|等一下|等一会|马上(?:回来|回复|就来|帮|给|为|去|查|核)|我去|我来|我先|我(?:马上|立即|立刻|现在|这就)/,
  /(?:我|我们|我方|这边|帮您|帮你|为您|给您|替您|正在|去|先|马上|立即|尽快|稍后|会|将)[^,。;!?\n]{0,8}?(?:核实|核对|查一下|查一查|查询|查看|看一下|看看|确认|问一下|咨询|了解|跟进|反馈|落实|催)/,
  /(?:回复|答复|告知|通知|联系|回电|答覆)(?:您|你)|(?:给|向)(?:您|你)(?:一个|个)?(?:回复|答复|消息|回音|结果|回电|反馈)/,
];
const DONE =
  /已经?(?:为|帮|给|替|向)?[您你]?[^,。;!?\n]{0,6}?(?:核实|核对|查|看|确认|问|咨询|了解|跟进|反馈|通知|联系|回复|答复)|(?:核实|核对|查|看|确认|问|咨询|了解|反馈|通知|联系|回复|答复)(?:过|到|完|好)了?|\b(?:have|has|['’]ve) (?:already )?(?:checked|looked|asked|found|verified|confirmed)\b/;
const DENIED =
  /不能|不可以|无法|没法|不会|不用|不需要|不必|无需|\b(?:not|cannot|can['’]?t|won['’]?t|unable|no need|never)\b/;
/** The word is the customer's: a question to them, or something that they are to send first. */
const THEIRS =
  /[??]|吗|请问|(?:请|麻烦|烦请|劳烦)(?:您|你)?(?:先|再)?(?:提供|发|告|告诉|上传|填写|确认|补充|选择|回复|描述|说明)|(?:您|你)(?:方便|可以|需要|能)?(?:先|再)?(?:提供|发来|发一下|告诉|上传)|收到(?:您|你)|如果(?:您|你)|\b(?:please|kindly|could you|can you|would you) (?:send|tell|give|provide|share|upload|confirm|describe|reply|fill|choose|let)\b|\b(?:if|once|when|as soon as|after) you\b|\blet me know\b|^(?:can|could|may|do|does|did|shall|should|is|are|would|will) /;
const CLAUSES = /[.;!。;!\n]+(?=\s|$|\D)/;

const FIGURE_EN = new RegExp(
  String.raw`\b(?:${NUMBER.en}|(?<few>a few|a couple of|several)|(?<half>half an?))[\s-]*(?:working |business )?(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)\b`,
);
const FIGURE_ZH = new RegExp(
  String.raw`(?:${NUMBER.zh}|(?<few>几))\s*个?(?<more>半)?(?<unit>秒|分钟|分|小时|钟头|工作日|天|日(?!期))(?!前)`,
);
const CLOCK_EN =
  /\b(?:at|by|before|until|around|till) (?<hour>\d{1,2})(?::(?<minute>\d{2}))?\s*(?<half>[ap]\.?m\b)?(?!\s*(?:%|items?|yuan|euro|pieces))/;
const CLOCK_ZH = /(?<part>上午|早上|中午|下午|晚上|今晚)?(?<hour>\d{1,2})(?:[点时]|:(?=\d{2}))(?<minute>\d{2}|半)?/;
const TOMORROW = /\btomorrow\b|明天|明早|明日/;
const LATER_TODAY = /\b(?:today|tonight|this (?:afternoon|evening))\b|今天|今日|今晚|下午|晚些时候/;
const LATER_TODAY_MS = 4 * HOUR;

const unitOf = (unit: string): number => {
  if (/^(?:s|秒)/.test(unit)) return 1000;
  if (/^(?:m|分)/.test(unit)) return MINUTE;
  return /^(?:h|小时|钟头)/.test(unit) ? HOUR : DAY;
};

function spanIn(text: string): number | undefined {
  const found = FIGURE_EN.exec(text) ?? FIGURE_ZH.exec(text);
  const { number, few, half, more, unit = '' } = found?.groups ?? {};
  if (!found) return undefined;
  const many = few ? 5 : half ? 0.5 : wordNumber(number ?? '');
  return many === undefined ? undefined : (many + (more ? 0.5 : 0)) * unitOf(unit);
}

/** The next time that the store's clock shows what the text names. */
function clockIn(text: string, { now, timeZone }: WordReader): number | undefined {
  const { hour, minute = '', half = '', part = '' } = (CLOCK_EN.exec(text) ?? CLOCK_ZH.exec(text))?.groups ?? {};
  const late = half.startsWith('p') || /下午|晚上|今晚/.test(part);
  const hours = Number(hour) + (late && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute);
  if (hour === undefined || hours > 23 || minutes > 59) return undefined;
  const at = Date.parse(now);
  const local = at + zoneOffset(at, timeZone);
  const wanted = Math.floor(local / DAY) * DAY + hours * HOUR + minutes * MINUTE + (TOMORROW.test(text) ? DAY : 0);
  // "At 3" said after noon is in the afternoon.
  const named = half || part || hours > 12;
  const next = [wanted, ...(named ? [] : [wanted + DAY / 2]), wanted + DAY].find((one) => one > local) ?? wanted + DAY;
  return next - local;
}

export interface WordReader {
  /** The present, as a UTC instant. */
  readonly now: string;
  /** IANA zone of the store, in which times of day are meant. */
  readonly timeZone: string;
}

/** Until when the writer of a text promises their next word, as a UTC instant; undefined when they promise none. */
export function readWordOwed(original: string, reader: WordReader): string | undefined {
  const { text } = fold(original);
  const clauses = text
    .split(CLAUSES)
    .map((clause) => clause.trim())
    .filter(Boolean);
  const promised = clauses.filter(
    (clause) =>
      PROMISES.some((words) => words.test(clause)) &&
      !DONE.test(clause) &&
      !DENIED.test(clause) &&
      !THEIRS.test(clause),
  );
  if (promised.length === 0) return undefined;
  const span =
    promised.map((clause) => spanIn(clause) ?? clockIn(clause, reader)).find((one) => one !== undefined) ??
    inAnyOf(clauses, reader);
  // Without a time a question or a request beside the promise makes the next word the customer's.
  if (span === undefined && THEIRS.test(text)) return undefined;
  const word = promised.join(' ');
  const meant = span ?? (TOMORROW.test(word) ? DAY : LATER_TODAY.test(word) ? LATER_TODAY_MS : UNNAMED);
  return new Date(Date.parse(reader.now) + Math.min(Math.max(meant, MINUTE), LONGEST)).toISOString();
}

/** "Please wait. 30 minutes." names its time in a sentence of its own. */
function inAnyOf(clauses: readonly string[], reader: WordReader): number | undefined {
  const short = clauses.filter((clause) => clause.length <= 24 && !THEIRS.test(clause));
  return short.map((clause) => spanIn(clause) ?? clockIn(clause, reader)).find((one) => one !== undefined);
}
