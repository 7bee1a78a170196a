/**
 * Full-text search in process: BM25 over words and Han pairs with boosted fields, synonyms, spelling
 * tolerance and one folding for everything. Documents are added, changed and removed one by one.
 * @module
 */
import { foldText } from '../fold.ts';
import { conceptsIn, conceptWords } from '../shop-concepts.ts';
import { createCorrector, type Corrector } from './corrector.ts';
import { Postings } from './postings.ts';
import { planQuery } from './query-plan.ts';
import { Ranker } from './ranker.ts';
import { conceptTerm, eachTerm } from './search-terms.ts';
import { packIndex, unpackIndex } from './search-snapshot.ts';
import { createSynonymFinder } from './synonyms.ts';

/** A text to be found: its id and its fields. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface SearchIndexOptions {
  /** How much a word counts in each field; a field that is not named counts 1, one at 0 is not searched. */
  readonly boosts?: Readonly<Record<string, number>>;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms?: readonly (readonly string[])[];
}

export interface SearchRequest {
  readonly limit?: number;
  /** Leaves out documents the asker may not see or does not want. */
  readonly accepts?: (id: string) => boolean;
  /** Whether the last word may be unfinished, as while somebody types. */
  readonly isTyping?: boolean;
}

/** One document found. */
export interface SearchResult {
  readonly id: string;
  readonly score: number;
  /** Share of what the query asks that the document holds, weighed by rarity, 0 to 1. */
  readonly coverage: number;
  /** The words and pairs of the query that the document matched, also by synonym or spelling. */
  readonly terms: readonly string[];
}

/** A search index. */
export interface SearchIndex {
  readonly size: number;
  /** Bytes held in typed arrays; the vocabulary and ids come on top. */
  readonly bytes: number;
  has(id: string): boolean;
  /** Adds a document, or replaces the one with the same id. */
  put(document: SearchDocument): void;
  /** Removes a document; false if there was none. */
  remove(id: string): boolean;
  /** The best documents for a query, best first. */
  search(query: string, request?: SearchRequest): SearchResult[];
  /** The index as bytes for `restoreSearchIndex`. */
  serialise(): Uint8Array;
}

interface Words {
  readonly finder: ReturnType<typeof createSynonymFinder>;
  readonly correct: Corrector;
}

const compiled = new WeakMap<object, Words>();

/** What a list of synonyms is compiled to; the same list serves the index of every tenant. */
function wordsOf(synonyms: readonly (readonly string[])[]): Words {
  const known = compiled.get(synonyms);
  if (known) return known;
  const correct = createCorrector([
    ...synonyms.flat().flatMap((phrase) => foldText(phrase).split(/[^a-z]+/)),
    ...conceptWords(),
  ]);
  const words = { finder: createSynonymFinder(synonyms), correct };
  compiled.set(synonyms, words);
  return words;
}

class Bm25Index implements SearchIndex {
  readonly #postings: Postings;
  readonly #ranker: Ranker;
  readonly #slotById = new Map<string, number>();
  readonly #idBySlot: (string | undefined)[] = [];
  readonly #boosts: Readonly<Record<string, number>>;
  readonly #synonyms: ReturnType<typeof createSynonymFinder>;
  readonly #correct: Corrector;

  constructor(
    { boosts = {}, synonyms = [] }: SearchIndexOptions,
    postings: Postings,
    ids: readonly (string | undefined)[],
  ) {
    this.#postings = postings;
    this.#ranker = new Ranker(postings);
    this.#boosts = boosts;
    const { finder, correct } = wordsOf(synonyms);
    this.#synonyms = finder;
    this.#correct = correct;
    ids.forEach((id, slot) => {
      if (id !== undefined) this.#place(id, slot);
    });
  }

  get size(): number {
    return this.#slotById.size;
  }

  get bytes(): number {
    return this.#postings.bytes + this.#ranker.bytes;
  }

  has(id: string): boolean {
    return this.#slotById.has(id);
  }

  put({ id, fields }: SearchDocument): void {
    this.remove(id);
    let length = 0;
    for (const [field, text] of Object.entries(fields)) {
      const boost = this.#boosts[field] ?? 1;
      if (!(boost > 0)) continue;
      const folded = foldText(text);
      eachTerm(folded, (term) => {
        this.#postings.count(term, boost);
        length += 1;
      });
      for (const concept of conceptsIn(folded)) this.#postings.count(conceptTerm(concept), boost);
    }
    this.#place(id, this.#postings.insert(length));
  }

  #place(id: string, slot: number): void {
    this.#slotById.set(id, slot);
    this.#idBySlot[slot] = id;
  }

  remove(id: string): boolean {
    const slot = this.#slotById.get(id);
    if (slot === undefined) return false;
    this.#postings.remove(slot);
    this.#slotById.delete(id);
    this.#idBySlot[slot] = undefined;
    return true;
  }

  search(query: string, { limit = 10, accepts = () => true, isTyping = false }: SearchRequest = {}): SearchResult[] {
    const groups = planQuery(query, {
      postings: this.#postings,
      synonyms: this.#synonyms,
      correct: this.#correct,
      isTyping,
    });
    const best = this.#ranker.rank(groups, limit, (slot) => accepts(this.#idBySlot[slot] as string));
    return best.map(({ slot, score, coverage, mask }) => ({
      id: this.#idBySlot[slot] as string,
      score,
      coverage,
      terms: groups.filter(({ said }, at) => said !== '' && (mask >>> at) & 1).map(({ said }) => said),
    }));
  }

  serialise(): Uint8Array {
    return packIndex(this.#postings, this.#idBySlot);
  }
}

/** Creates an empty search index. */
export function createSearchIndex(options: SearchIndexOptions = {}): SearchIndex {
  return new Bm25Index(options, new Postings(), []);
}

/**
 * Restores an index from its bytes; options are the caller's and not in them. Throws `LanguageError`
 * `CORRUPT_SNAPSHOT`.
 */
export function restoreSearchIndex(bytes: Uint8Array, options: SearchIndexOptions = {}): SearchIndex {
  const { postings, ids } = unpackIndex(bytes);
  return new Bm25Index(options, postings, ids);
}
