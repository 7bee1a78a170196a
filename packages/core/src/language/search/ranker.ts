/**
 * Scores documents by BM25, one pass over the postings of each planned term, and keeps the best.
 * A document that matches more of what was asked ranks above one that repeats a part of it.
 * @module
 */
import { FREQUENCY_BITS, FREQUENCY_STEPS, type Postings } from './postings.ts';
import { rarity, type PlannedGroup } from './query-plan.ts';

/** A ranked document by its slot; `mask` has a bit for each group it matched. */
export interface Ranked {
  readonly slot: number;
  readonly score: number;
  readonly coverage: number;
  readonly mask: number;
}

const K1 = 1.6;
const B = 0.5;
/** Share of the score that depends on how much of the query is covered. */
const COVERAGE_SHARE = 0.5;

/** Accumulators that are cleared by what was touched, not by the size of the index. */
export class Ranker {
  readonly #postings: Postings;
  #scores = new Float32Array(0);
  #covered = new Float32Array(0);
  #masks = new Uint32Array(0);
  #touched = new Uint32Array(0);
  #count = 0;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  get bytes(): number {
    return this.#scores.byteLength * 4;
  }

  #prepare(): void {
    this.#count = 0;
    if (this.#scores.length >= this.#postings.slots) return;
    const length = Math.ceil(this.#postings.slots * 1.25);
    this.#scores = new Float32Array(length);
    this.#covered = new Float32Array(length);
    this.#masks = new Uint32Array(length);
    this.#touched = new Uint32Array(length);
  }

  #addTerm(id: number, weight: number, bit: number, importance: number): void {
    const { byTerm, lengths, averageLength, documents } = this.#postings;
    const { pool } = byTerm;
    const scores = this.#scores;
    const masks = this.#masks;
    const end = byTerm.startOf(id) + byTerm.lengthOf(id);
    const factor = weight * rarity(documents, byTerm.lengthOf(id)) * (K1 + 1);
    const still = K1 * (1 - B);
    const growing = (K1 * B) / averageLength;
    for (let at = byTerm.startOf(id); at < end; at += 1) {
      const posting = pool[at] as number;
      const slot = posting >>> FREQUENCY_BITS;
      const frequency = (posting & 255) / FREQUENCY_STEPS;
      const mask = masks[slot] as number;
      if (mask === 0) this.#touched[this.#count++] = slot;
      if ((mask & bit) === 0) {
        masks[slot] = mask | bit;
        this.#covered[slot]! += importance;
      }
      scores[slot]! += (factor * frequency) / (frequency + still + growing * (lengths[slot] as number));
    }
  }

  /** The best `limit` documents that are accepted, best first; equal scores in order of slots. */
  rank(groups: readonly PlannedGroup[], limit: number, accepts: (slot: number) => boolean): Ranked[] {
    this.#prepare();
    try {
      groups.forEach(({ terms, importance }, at) => {
        for (const { id, weight } of terms) this.#addTerm(id, weight, 1 << at, importance);
      });
      const total = groups.reduce((sum, group) => sum + group.importance, 0) || 1;
      return this.#best(total, Math.max(0, Math.floor(limit)), accepts);
    } finally {
      this.#clear();
    }
  }

  #best(total: number, limit: number, accepts: (slot: number) => boolean): Ranked[] {
    const best: Ranked[] = [];
    let worst = 0;
    for (let at = 0; at < this.#count && limit > 0; at += 1) {
      const slot = this.#touched[at] as number;
      const coverage = Math.min(1, (this.#covered[slot] as number) / total);
      const score = (this.#scores[slot] as number) * (1 - COVERAGE_SHARE + COVERAGE_SHARE * coverage);
      if (best.length === limit && score <= worst) continue;
      if (!accepts(slot)) continue;
      const place = best.findIndex((other) => score > other.score || (score === other.score && slot < other.slot));
      best.splice(place < 0 ? best.length : place, 0, { slot, score, coverage, mask: this.#masks[slot] as number });
      if (best.length > limit) best.pop();
      worst = best.length === limit ? (best.at(-1)?.score ?? 0) : 0;
    }
    return best;
  }

  #clear(): void {
    for (let at = 0; at < this.#count; at += 1) {
      const slot = this.#touched[at] as number;
      this.#scores[slot] = 0;
      this.#covered[slot] = 0;
      this.#masks[slot] = 0;
    }
  }
}
