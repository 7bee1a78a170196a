/**
 * The forbidden-term matcher of the outbound guard (R-QA-04, SC-20): phrases and personal-data
 * detectors, each with a level. Matching ignores case, width, script form and inserted punctuation.
 * @module
 */
import { fold, type FoldedText, type Span } from './fold.ts';
import { isInnocentUse } from './innocent-uses.ts';
import { paidPraiseIn } from './paid-praise.ts';
import { detectPersonalData, type PersonalDataHit, type PersonalDataKind } from './personal-data.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { adjoinsWord, breaksWord, gapsOf } from './word-edges.ts';

export const TERM_LEVELS = ['log', 'warn', 'block'] as const;

/** What a hit does to the message: `block` stops it, `warn` asks for confirmation, `log` only records. */
export type TermLevel = (typeof TERM_LEVELS)[number];

/** A text in both shipped languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule applies; an absent list means everywhere. */
export interface TermScope {
  readonly stores?: readonly string[];
  readonly channels?: readonly string[];
  /** Who writes: `agent`, `bot`, `script` or whatever the caller passes. */
  readonly authors?: readonly string[];
}

/** One row of the forbidden-phrase table: a class of phrases and detectors with one level. */
export interface TermRule {
  readonly id: string;
  readonly class: string;
  readonly name: BilingualText;
  readonly level: TermLevel;
  readonly phrases?: readonly string[];
  readonly detectors?: readonly PersonalDataKind[];
  /** Also finds sentences that offer something of value for praise, in whatever words. */
  readonly paidPraise?: true;
  /** Longer phrases inside which a hit is innocent: "滚筒" for "滚". */
  readonly except?: readonly string[];
  /** What to say instead. */
  readonly replacement?: BilingualText;
  readonly scope?: TermScope;
  /** The rule counts only while this fact holds, e.g. `UNVERIFIED`. */
  readonly onlyWhen?: string;
  /** A stricter level while a fact holds, e.g. block a denial of rights when policy says eligible. */
  readonly raise?: { readonly when: string; readonly level: TermLevel };
}

/** What the matcher knows about the message beside its text. */
export interface TermContext {
  readonly store?: string;
  readonly channel?: string;
  readonly author?: string;
  readonly facts?: readonly string[];
  /** Contact values that may be said: the shop's own hotline, domain, or the verified customer's data. */
  readonly allow?: readonly string[];
}

/** One hit with its place in the original text, the rule and what to say instead. */
export interface TermHit extends Span {
  readonly ruleId: string;
  readonly class: string;
  readonly level: TermLevel;
  /** The original text of the span. */
  readonly text: string;
  /** The listed phrase, or the kind of detector that fired. */
  readonly matched: string;
  readonly replacement?: BilingualText;
}

/** The verdict on one text: the strictest level hit, if any, and all hits in order. */
export interface TermReport {
  readonly level: TermLevel | undefined;
  readonly hits: readonly TermHit[];
}

/** Checks outgoing texts against one compiled list; build it once for each list, not for each message. */
export type TermMatcher = (text: string, context?: TermContext) => TermReport;

interface Phrase {
  readonly rule: TermRule;
  readonly listed: string;
  readonly folded: string;
  readonly gaps: ReadonlySet<number>;
  readonly isException: boolean;
}

interface Found extends Span {
  readonly rule: TermRule;
  readonly matched: string;
}

const rank = (level: TermLevel): number => TERM_LEVELS.indexOf(level);

function compilePhrases(rules: readonly TermRule[]): Phrase[] {
  const compile = (rule: TermRule, listed: string, isException: boolean): Phrase => {
    const folded = fold(listed, { lettersOnly: true });
    return { rule, listed, folded: folded.text, gaps: gapsOf(folded), isException };
  };
  return rules.flatMap((rule) => [
    ...(rule.phrases ?? []).map((listed) => compile(rule, listed, false)),
    ...(rule.except ?? []).map((listed) => compile(rule, listed, true)),
  ]);
}

function applies(rule: TermRule, context: TermContext): boolean {
  const within = (list: readonly string[] | undefined, value: string | undefined): boolean =>
    list === undefined || (value !== undefined && list.includes(value));
  const { stores, channels, authors } = rule.scope ?? {};
  const holds = rule.onlyWhen === undefined || (context.facts ?? []).includes(rule.onlyWhen);
  return holds && within(stores, context.store) && within(channels, context.channel) && within(authors, context.author);
}

function isAllowed(hit: PersonalDataHit, allow: readonly string[]): boolean {
  const bare = (value: string): string => fold(value, { lettersOnly: true }).text;
  return allow.some((allowed) => {
    if (hit.kind !== 'URL') return bare(hit.value) === bare(allowed);
    const host = hit.value.split(/[/:?#]/)[0] ?? '';
    const domain = allowed
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, '');
    return host === domain || host.endsWith(`.${domain}`);
  });
}

function findPhrases(
  text: string,
  folded: FoldedText,
  phrases: readonly Phrase[],
  find: ReturnType<typeof createPhraseMatcher>,
): Found[] {
  const hits = find(folded.text)
    .map((hit) => ({ phrase: phrases[hit.phrase] as Phrase, start: hit.start, end: hit.end }))
    .filter(
      ({ phrase, start, end }) =>
        !adjoinsWord(text, folded, start, end) && !breaksWord(text, folded, { start, end }, phrase.gaps),
    );
  const exceptions = hits.filter((hit) => hit.phrase.isException);
  const innocent = (hit: (typeof hits)[number]): boolean =>
    exceptions.some(
      (other) => other.phrase.rule === hit.phrase.rule && other.start <= hit.start && hit.end <= other.end,
    );
  return hits
    .filter((hit) => !hit.phrase.isException && !innocent(hit))
    .map(({ phrase, start, end }) => ({ rule: phrase.rule, matched: phrase.listed, ...folded.spanOf(start, end) }))
    .filter(({ rule, ...found }) => !isInnocentUse(text, { rule: rule.id, ...found }));
}

function findDetected(text: string, rules: readonly TermRule[], allow: readonly string[]): Found[] {
  const detecting = rules.filter((rule) => rule.detectors?.length);
  if (detecting.length === 0) return [];
  const data = detectPersonalData(text).filter((hit) => !isAllowed(hit, allow));
  return detecting.flatMap((rule) =>
    data
      .filter((hit) => rule.detectors?.includes(hit.kind))
      .map(({ kind, start, end }) => ({ rule, matched: kind, start, end })),
  );
}

/** The whole sentence is what must not be said. */
const findPaidPraise = (text: string, rules: readonly TermRule[]): Found[] =>
  rules.flatMap((rule) =>
    rule.paidPraise ? paidPraiseIn(text).map((span) => ({ rule, matched: 'PAID_PRAISE', ...span })) : [],
  );

function withLevel(found: Found, text: string, facts: readonly string[]): TermHit {
  const { rule, matched, start, end } = found;
  const raised = rule.raise && facts.includes(rule.raise.when) && rank(rule.raise.level) > rank(rule.level);
  const level = raised && rule.raise ? rule.raise.level : rule.level;
  const hit = { ruleId: rule.id, class: rule.class, level, matched, start, end, text: text.slice(start, end) };
  return rule.replacement ? { ...hit, replacement: rule.replacement } : hit;
}

/** Drops a hit that lies inside another hit of the same rule: "没办法" inside "我也没办法". */
function withoutNested(found: readonly Found[]): Found[] {
  const inside = (a: Found, b: Found): boolean =>
    a !== b && a.rule === b.rule && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  return found.filter((hit) => !found.some((other) => inside(hit, other)));
}

/** Compiles rules into a matcher. */
export function createTermMatcher(rules: readonly TermRule[]): TermMatcher {
  const phrases = compilePhrases(rules);
  const find = createPhraseMatcher(phrases.map((phrase) => phrase.folded));
  return (text, context = {}) => {
    const active = new Set(rules.filter((rule) => applies(rule, context)));
    const folded = fold(text, { lettersOnly: true });
    const found = [
      ...findPhrases(text, folded, phrases, find).filter((hit) => active.has(hit.rule)),
      ...findDetected(text, [...active], context.allow ?? []),
      ...findPaidPraise(text, [...active]),
    ];
    const hits = withoutNested(found)
      .map((hit) => withLevel(hit, text, context.facts ?? []))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const level = hits.reduce<TermLevel | undefined>(
      (strictest, hit) => (strictest === undefined || rank(hit.level) > rank(strictest) ? hit.level : strictest),
      undefined,
    );
    return { level, hits };
  };
}
