/**
 * Cuts folded text into index terms: stems of words, pairs of Han characters, and single ones as
 * a fallback. Han terms are small integers, so that indexing builds no strings for them.
 * @module
 */
import { stem } from './english-stem.ts';

/** A word stem, or a Han pair or character as a number. */
export type Term = string | number;

const RUN = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+(?:['’][^\P{L}\p{Script=Han}]+)*|\p{N}+/gu;
const FIRST = 0x4e00;
const BLOCK = 0x9fff - FIRST + 1;
const BASIC_HAN = /^[\u4e00-\u9fff]+$/;
const HAN = /^\p{Script=Han}/u;

/** A run of the text: one word, or consecutive Han characters. */
export interface Run {
  readonly text: string;
  readonly isHan: boolean;
  readonly start: number;
}

/** The words and Han runs of a folded text, with their places. */
export function runsOf(folded: string): Run[] {
  return Array.from(folded.matchAll(RUN), (match) => ({
    text: match[0],
    isHan: HAN.test(match[0]),
    start: match.index,
  }));
}

/** The term of one Han character. */
export function characterTerm(character: string): Term {
  return BASIC_HAN.test(character) ? -(character.charCodeAt(0) - FIRST) - 1 : character;
}

/** The term of a pair of Han characters. */
export function pairTerm(first: string, second: string): Term {
  if (!BASIC_HAN.test(first) || !BASIC_HAN.test(second)) return first + second;
  return (first.charCodeAt(0) - FIRST) * BLOCK + (second.charCodeAt(0) - FIRST);
}

/** The term of a word. */
export function wordTerm(word: string): Term {
  return stem(word.replace(/['’]/g, ''));
}

/** The term of a trade concept; no word can equal it. */
export function conceptTerm(concept: string): Term {
  return `#${concept}`;
}

/** A term as a reader knows it. */
export function termText(term: Term): string {
  if (typeof term === 'string') return term;
  if (term < 0) return String.fromCharCode(FIRST - term - 1);
  return String.fromCharCode(FIRST + Math.floor(term / BLOCK), FIRST + (term % BLOCK));
}

/** Calls back with every term of a folded text: for Han each character and each pair. */
export function eachTerm(folded: string, take: (term: Term) => void): void {
  for (const [run] of folded.matchAll(RUN)) {
    if (!HAN.test(run)) take(wordTerm(run));
    else if (BASIC_HAN.test(run)) eachBasic(run, take);
    else eachRare([...run], take);
  }
}

function eachBasic(run: string, take: (term: Term) => void): void {
  let before = -1;
  for (let at = 0; at < run.length; at += 1) {
    const place = run.charCodeAt(at) - FIRST;
    take(-place - 1);
    if (before >= 0) take(before * BLOCK + place);
    before = place;
  }
}

function eachRare(characters: readonly string[], take: (term: Term) => void): void {
  characters.forEach((character, at) => {
    take(characterTerm(character));
    if (at > 0) take(pairTerm(characters[at - 1] as string, character));
  });
}
