/**
 * Turns a query into weighted index terms in groups: what was typed, then synonyms, other spellings
 * and words it may become. All terms of a group stand for one thing that the shopper said.
 * @module
 */
import { foldText } from '../fold.ts';
import { conceptsIn } from '../shop-concepts.ts';
import type { Corrector } from './corrector.ts';
import type { Postings } from './postings.ts';
import {
  characterTerm,
  conceptTerm,
  pairTerm,
  runsOf,
  termText,
  wordTerm,
  type Run,
  type Term,
} from './search-terms.ts';
import type { SynonymFinder } from './synonyms.ts';
import { stopSpansOf, isStopWord } from './stop-words.ts';

/** A term of the index with its weight in the query. */
export interface PlannedTerm {
  readonly id: number;
  readonly weight: number;
}

/** One thing said in the query, and the index terms that stand for it. */
export interface PlannedGroup {
  /** What was typed; empty for a concept behind it. */
  readonly said: string;
  /** How much it matters, by rarity. */
  readonly importance: number;
  readonly terms: readonly PlannedTerm[];
}

export interface PlanOptions {
  readonly postings: Postings;
  readonly synonyms: SynonymFinder;
  readonly correct: Corrector;
  /** Whether the last word may be unfinished. */
  readonly isTyping: boolean;
}

/** Bits of a mask; a longer question keeps its rarest things. */
export const MOST_GROUPS = 30;
const MOST_PIECES = 40;

const CONCEPT_IMPORTANCE = 0.5;
const WEIGHTS = {
  synonym: 0.6,
  spelling: 0.9,
  character: 0.35,
  rareCharacter: 0.2,
  prefix: 0.6,
  stop: 0.15,
  alone: 0.7,
  concept: 0.8,
} as const;
const MOST_SPELLINGS = 3;
const MOST_PREFIXES = 8;
const MOST_OF_RARE = 0.1;

/** Inverse document frequency of BM25, never negative. */
export function rarity(documents: number, holding: number): number {
  return Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
}

interface Piece {
  readonly said: string;
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** Characters to fall back on when the pair is unknown. */
  readonly characters: readonly string[];
}

function pieceOf(run: Run, from: number, to: number, weight: number): Piece {
  const said = run.text.slice(from, to);
  const characters = [...said];
  const [first = '', second] = characters;
  const term = second === undefined ? characterTerm(first) : pairTerm(first, second);
  return {
    said,
    term,
    start: run.start + from,
    end: run.start + to,
    weight,
    characters: second === undefined ? [] : characters,
  };
}

/** Pairs of a Han run; a character that wrapping words leave alone stands for itself. */
function piecesOfHan(run: Run, isStop: (start: number) => boolean): Piece[] {
  const bounds = [0];
  for (const character of run.text) bounds.push((bounds.at(-1) as number) + character.length);
  const stops = bounds.slice(0, -1).map((start) => isStop(run.start + start));
  const isFree = (at: number): boolean => at >= 0 && at < stops.length && !stops[at];
  const pieces: Piece[] = [];
  for (let at = 0; at < stops.length; at += 1) {
    const [start, end, next] = [bounds[at] as number, bounds[at + 1] as number, bounds[at + 2]];
    if (isFree(at) && !isFree(at - 1) && !isFree(at + 1))
      pieces.push(pieceOf(run, start, end, stops.length === 1 ? 1 : WEIGHTS.alone));
    if (next !== undefined) pieces.push(pieceOf(run, start, next, isFree(at) && isFree(at + 1) ? 1 : WEIGHTS.stop));
  }
  return pieces.length > 0 ? pieces : [pieceOf(run, 0, run.text.length, 1)];
}

function pieceOfWord(run: Run): Piece {
  const weight = isStopWord(run.text) ? WEIGHTS.stop : 1;
  return {
    said: run.text,
    term: wordTerm(run.text),
    start: run.start,
    end: run.start + run.text.length,
    weight,
    characters: [],
  };
}

function piecesOf(folded: string): Piece[] {
  const wrapping = new Uint8Array(folded.length);
  for (const { start, end } of stopSpansOf(folded)) wrapping.fill(1, start, end);
  const isStop = (start: number): boolean => wrapping[start] === 1;
  const pieces = runsOf(folded).flatMap((run) => (run.isHan ? piecesOfHan(run, isStop) : [pieceOfWord(run)]));
  const meaningful = pieces.filter((piece) => piece.weight > WEIGHTS.stop);
  // Wrapping words count only when there is nothing else: "to be or not to be".
  return meaningful.length > 0 ? meaningful : pieces;
}

function spellings(word: string, postings: Postings): PlannedTerm[] {
  return postings.spelling
    .near(word, postings.isLive)
    .sort((a, b) => a.distance - b.distance || postings.documentsWith(b.word) - postings.documentsWith(a.word))
    .filter((near, _, all) => near.distance === all[0]?.distance)
    .slice(0, MOST_SPELLINGS)
    .map((near) => ({ id: near.word, weight: WEIGHTS.spelling * (1 - near.distance / word.length) }));
}

/** Words that begin like the unfinished one, and stems whose inflection it begins ("shippi" of "ship"). */
function completions(prefix: string, postings: Postings): PlannedTerm[] {
  const begun = postings.spelling.startingWith(prefix, postings.isLive);
  const inflected = [3, 4, 5, 6, 7, 8, 9]
    .filter((length) => length < prefix.length && prefix.length - length <= 4)
    .flatMap((length) => postings.find(prefix.slice(0, length)) ?? []);
  return [...begun, ...inflected]
    .sort((a, b) => postings.documentsWith(b) - postings.documentsWith(a))
    .slice(0, MOST_PREFIXES)
    .map((id) => ({ id, weight: WEIGHTS.prefix }));
}

function termsFor(piece: Piece, { postings, isTyping }: PlanOptions, isLast: boolean): PlannedTerm[] {
  const id = postings.find(piece.term);
  const exact = id === undefined ? [] : [{ id, weight: piece.weight }];
  const word = typeof piece.term === 'string' ? piece.term : '';
  const begun =
    isTyping && isLast && word.length >= 2 ? completions(word, postings).filter((term) => term.id !== id) : [];
  if (exact.length > 0 || begun.length > 0)
    return [...exact, ...begun, ...charactersOf(piece, postings, WEIGHTS.rareCharacter, MOST_OF_RARE)];
  if (word !== '') return spellings(word, postings);
  return charactersOf(piece, postings, WEIGHTS.character, 1);
}

/**
 * The single characters of a pair, where no more than a share of the documents holds them: the rest only costs time.
 */
function charactersOf(piece: Piece, postings: Postings, weight: number, mostShare: number): PlannedTerm[] {
  return piece.characters.flatMap((character) => {
    const id = postings.find(characterTerm(character));
    const isRare = id !== undefined && postings.documentsWith(id) <= postings.documents * mostShare;
    return isRare ? [{ id, weight: weight * piece.weight }] : [];
  });
}

function synonymTerms(text: string, postings: Postings): PlannedTerm[] {
  const pieces = piecesOf(text);
  return pieces.flatMap((piece) => {
    const id = postings.find(piece.term);
    return id === undefined ? [] : [{ id, weight: WEIGHTS.synonym / Math.sqrt(pieces.length) }];
  });
}

function distinctTerms(terms: readonly PlannedTerm[]): PlannedTerm[] {
  const best = new Map<number, number>();
  for (const { id, weight } of terms) best.set(id, Math.max(weight, best.get(id) ?? 0));
  return [...best].map(([id, weight]) => ({ id, weight }));
}

/** Plans a query against the index as it is now. */
export function planQuery(query: string, options: PlanOptions): PlannedGroup[] {
  const { postings, synonyms, isTyping } = options;
  const typed = foldText(query);
  const { text: folded, trust } = options.correct(
    typed,
    postings,
    (run) => isTyping && run.start + run.text.length === typed.length,
  );
  const all = piecesOf(folded).map((piece) => ({ ...piece, weight: piece.weight * (trust.get(piece.start) ?? 1) }));
  const pieces = telling(all, postings);
  const others = synonyms(folded);
  const groups = pieces.map((piece): PlannedGroup => {
    const isLast = piece.end === folded.length;
    const own = termsFor(piece, options, isLast);
    const alternatives = others
      .filter((other) => piece.start >= other.start && piece.end <= other.end)
      .flatMap((other) => other.alternatives.flatMap((text) => synonymTerms(text, postings)));
    const holding = Math.max(0, ...own.map((term) => postings.documentsWith(term.id)));
    return {
      said: typeof piece.term === 'string' ? piece.said : termText(piece.term),
      importance: rarity(postings.documents, holding) * piece.weight,
      terms: distinctTerms([...own, ...alternatives]),
    };
  });
  return [...groups, ...conceptGroups(folded, postings)]
    .sort((a, b) => b.importance - a.importance)
    .slice(0, MOST_GROUPS);
}

/**
 * Each thing said once; of a long message only what is rarest in the index, so that it costs no more than a question.
 */
function telling(pieces: readonly Piece[], postings: Postings): Piece[] {
  const distinct = [...new Map(pieces.map((piece) => [piece.said, piece])).values()];
  if (distinct.length <= MOST_PIECES) return distinct;
  const worth = (piece: Piece): number => {
    const id = postings.find(piece.term);
    return id === undefined ? 0 : rarity(postings.documents, postings.documentsWith(id)) * piece.weight;
  };
  return distinct
    .map((piece) => ({ piece, worth: worth(piece) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_PIECES)
    .map(({ piece }) => piece);
}

/** What the query is about in trade terms, so that "money back" finds what only says "refund". */
function conceptGroups(folded: string, postings: Postings): PlannedGroup[] {
  return conceptsIn(folded).flatMap((concept) => {
    const id = postings.find(conceptTerm(concept));
    if (id === undefined) return [];
    const importance = rarity(postings.documents, postings.documentsWith(id)) * CONCEPT_IMPORTANCE;
    return [{ said: '', importance, terms: [{ id, weight: WEIGHTS.concept }] }];
  });
}
