/**
 * Turns text into sets of 32-bit feature hashes without building strings: the classifiers' view of
 * a message. Words and their inner letters for scripts with spaces, character runs for Han.
 * @module
 */
import { foldText } from './fold.ts';
import { conceptsIn } from './shop-concepts.ts';

/** The distinct features of one text and how much each counts; the values have length 1 together. */
export interface Features {
  readonly keys: Int32Array;
  readonly values: Float32Array;
}

/** Turns a text, and for some extractors its topic, into features. */
export type FeatureExtractor = (text: string, topic?: string) => Features;

/** Namespaces keep a word apart from the same letters seen as a character run. */
const WORD = 1;
const LETTERS = 2;
const CHARACTERS = 3;
const TOPIC = 4;
const CONCEPT = 5;
const BIAS = 0x5eed;

/** A trade concept says more than a run of letters; pairs of them say more than each alone. */
const CONCEPT_VALUE = 4;
const PAIR_VALUE = 3;

const TOKEN = /[\p{Script=Han}]|[^\P{L}\p{Script=Han}]+(?:['’][^\P{L}\p{Script=Han}]+)*|\p{N}+|[?!]/gu;
const APOSTROPHE = /['’]/;
const LETTER_WORD = /^[^\P{L}\p{Script=Han}]/u;

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

function finish(hash: number): number {
  let spread = hash ^ (hash >>> 16);
  spread = Math.imul(spread, 0x85ebca6b);
  spread ^= spread >>> 13;
  spread = Math.imul(spread, 0xc2b2ae35);
  return spread ^ (spread >>> 16);
}

function hashOf(text: string, seed: number): number {
  let hash = mix(0x811c9dc5, seed);
  for (let unit = 0; unit < text.length; unit += 1) hash = mix(hash, text.charCodeAt(unit));
  return hash;
}

const NO_WEIGHTS: ReadonlyMap<number, number> = new Map();
/** Where hashes are sorted; longer than what most messages have. */
let workspace = new Int32Array(4096);

/** Sorts the hashes, drops repetitions and scales to length 1. Those of `weighty` are added and count by their value. */
function weigh(plain: number[], weighty: ReadonlyMap<number, number> = NO_WEIGHTS): Features {
  for (const key of weighty.keys()) plain.push(key);
  if (plain.length > workspace.length) workspace = new Int32Array(plain.length * 2);
  workspace.set(plain);
  const sorted = workspace.subarray(0, plain.length).sort();
  let count = 0;
  // Every message passes here: loops over typed arrays take a third of the time of their methods.
  for (let at = 0; at < sorted.length; at += 1)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] as number;
  // Both in one piece of memory: asking for it is the dear part.
  const memory = new ArrayBuffer(count * 8);
  const keys = new Int32Array(memory, 0, count);
  const values = new Float32Array(memory, count * 4, count);
  let squares = 0;
  for (let at = 0; at < count; at += 1) {
    const key = sorted[at] as number;
    const value = weighty.size > 0 ? (weighty.get(key) ?? 1) : 1;
    keys[at] = key;
    values[at] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < count; at += 1) values[at] = (values[at] as number) / length;
  return { keys, values };
}

function conceptFeatures(folded: string): Map<number, number> {
  const concepts = conceptsIn(folded).sort();
  const features = new Map(concepts.map((concept) => [finish(hashOf(concept, CONCEPT)), CONCEPT_VALUE]));
  for (const [at, concept] of concepts.entries())
    for (const other of concepts.slice(at + 1))
      features.set(finish(hashOf(`${concept}&${other}`, CONCEPT)), PAIR_VALUE);
  return features;
}

function addTokenRuns(tokens: readonly string[], longest: number, into: number[]): void {
  const hashes = tokens.map((token) => finish(hashOf(token, WORD)));
  for (let from = 0; from < hashes.length; from += 1) {
    let run = mix(0x811c9dc5, WORD);
    for (let at = from; at < Math.min(hashes.length, from + longest); at += 1) {
      run = finish(mix(run, hashes[at] as number));
      into.push(run);
    }
  }
}

function addLetterRuns(word: string, shortest: number, longest: number, into: number[]): void {
  const padded = ` ${word} `;
  for (let from = 0; from < padded.length; from += 1) {
    let run = mix(0x811c9dc5, LETTERS);
    for (let at = from; at < Math.min(padded.length, from + longest); at += 1) {
      run = mix(run, padded.charCodeAt(at));
      if (at - from + 1 >= shortest) into.push(finish(run));
    }
  }
}

function addCharacterRuns(text: string, longest: number, seed: number, into: number[]): void {
  const padded = `^${text}$`;
  for (let from = 0; from < padded.length; from += 1) {
    let run = seed;
    for (let at = from; at < Math.min(padded.length, from + longest); at += 1) {
      run = mix(run, padded.charCodeAt(at));
      into.push(finish(run));
    }
  }
}

/** Features of short questions: runs of up to three words or Han characters, letters inside words, trade concepts. */
export const questionFeatures: FeatureExtractor = (text) => {
  const folded = foldText(text);
  const found = folded.match(TOKEN) ?? [];
  const tokens = APOSTROPHE.test(folded) ? found.map((token) => token.replace(/['’]/g, '')) : found;
  const hashes = [BIAS];
  addTokenRuns(tokens, 3, hashes);
  for (const token of tokens) if (LETTER_WORD.test(token)) addLetterRuns(token, 2, 5, hashes);
  return weigh(hashes, conceptFeatures(folded));
};

/** Features of opinions: runs of one to four characters, and the short ones again under the topic. */
export const opinionFeatures: FeatureExtractor = (text, topic) => {
  const folded = foldText(text).replace(/\s+/g, ' ').trim();
  const hashes = [BIAS];
  addCharacterRuns(folded, 4, mix(0x811c9dc5, CHARACTERS), hashes);
  if (topic) addCharacterRuns(folded, 2, hashOf(foldText(topic), TOPIC), hashes);
  return weigh(hashes);
};
