/**
 * Finds indexed words near a misspelled one: candidates share letter pairs, then the edit distance
 * with neighbouring letters swapped (optimal string alignment) decides.
 * @module
 */
import { IntLists } from './int-lists.ts';

/** A word of the index near the one asked for. */
export interface NearWord {
  readonly word: number;
  readonly distance: number;
}

const MOST_CHECKED = 60;

const pairsOf = (word: string): string[] => {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
};

/** Edits allowed: none in short words, where every edit makes another word. */
export const allowedEdits = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Edit distance with swaps, or `limit + 1` as soon as it is exceeded. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}

/** An index of words by their letter pairs. */
export class Spelling {
  readonly #words = new Map<number, string>();
  readonly #byPair = new Map<string, number>();
  readonly #lists = new IntLists();

  add(id: number, word: string): void {
    this.#words.set(id, word);
    for (const pair of new Set(pairsOf(word))) {
      let list = this.#byPair.get(pair);
      if (list === undefined) this.#byPair.set(pair, (list = this.#lists.addList()));
      this.#lists.push(list, id);
    }
  }

  #sharing(word: string): [number, number][] {
    const shared = new Map<number, number>();
    for (const pair of new Set(pairsOf(word))) {
      const list = this.#byPair.get(pair);
      if (list === undefined) continue;
      for (const id of this.#lists.valuesOf(list)) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared];
  }

  /** Words within the allowed edits, the nearest first. `isLive` leaves out words no text holds any more. */
  near(word: string, isLive: (id: number) => boolean): NearWord[] {
    const limit = allowedEdits(word.length);
    if (limit === 0) return [];
    // One edit changes at most three letter pairs of the padded word.
    const fewest = Math.max(1, word.length + 1 - 3 * limit);
    return this.#sharing(word)
      .filter(([id, shared]) => shared >= fewest && isLive(id))
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CHECKED)
      .map(([id]) => ({ word: id, distance: editDistance(word, this.#words.get(id) ?? '', limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance);
  }

  /** Words that begin with a prefix. */
  startingWith(prefix: string, isLive: (id: number) => boolean): number[] {
    const list = this.#byPair.get(`^${prefix[0] ?? ''}`);
    if (list === undefined) return [];
    return [...this.#lists.valuesOf(list)].filter((id) => this.#words.get(id)?.startsWith(prefix) && isLive(id));
  }
}
