/**
 * The index proper: vocabulary, postings with boosted term frequencies, document lengths. Documents
 * come and go in place; nothing is rebuilt and no tombstones are left.
 * @module
 */
import { IntLists } from './int-lists.ts';
import { Spelling } from './spelling.ts';
import type { Term } from './search-terms.ts';

/** Frequencies are kept in quarters in the low byte of a posting, the document's slot above it. */
export const FREQUENCY_BITS = 8;
export const FREQUENCY_STEPS = 4;
const MOST_FREQUENCY = 255;

/** A word that spelling tolerance may propose: letters only. */
const SPELLABLE = /^[a-z]{3,24}$/;

/** Postings by term, and the way back from a document to its terms. */
export class Postings {
  readonly #ids = new Map<Term, number>();
  readonly #terms: Term[] = [];
  readonly byTerm = new IntLists();
  readonly #byDocument = new IntLists();
  readonly spelling = new Spelling();
  readonly #freeSlots: number[] = [];
  #lengths: Float32Array = new Float32Array(256);
  /** Term counts of the document being added, and which of them are not zero. */
  #counts: Float32Array = new Float32Array(1_024);
  readonly #counted: number[] = [];
  #documents = 0;
  #totalLength = 0;

  get documents(): number {
    return this.#documents;
  }

  get averageLength(): number {
    return this.#documents === 0 ? 1 : this.#totalLength / this.#documents;
  }

  /** Document lengths by slot; valid until the next change. */
  get lengths(): Float32Array {
    return this.#lengths;
  }

  get slots(): number {
    return this.#byDocument.count;
  }

  get terms(): readonly Term[] {
    return this.#terms;
  }

  find(term: Term): number | undefined {
    const id = this.#ids.get(term);
    return id !== undefined && this.byTerm.lengthOf(id) > 0 ? id : undefined;
  }

  documentsWith(id: number): number {
    return this.byTerm.lengthOf(id);
  }

  readonly isLive = (id: number): boolean => this.byTerm.lengthOf(id) > 0;

  intern(term: Term): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.byTerm.addList();
    this.#ids.set(term, id);
    this.#terms.push(term);
    if (typeof term === 'string' && SPELLABLE.test(term)) this.spelling.add(id, term);
    return id;
  }

  /** Counts a term of the document that `insert` will add. */
  count(term: Term, boost: number): void {
    const id = this.intern(term);
    if (id >= this.#counts.length) this.#counts = enlarged(this.#counts, id);
    if (this.#counts[id] === 0) this.#counted.push(id);
    this.#counts[id]! += boost;
  }

  /** Adds a document with the terms counted since the last one; gives its slot. */
  insert(length: number): number {
    const slot = this.#takeSlot();
    const counted = this.#counted.filter((id) => (this.#counts[id] as number) > 0);
    this.#byDocument.set(slot, counted);
    for (const id of counted) {
      const steps = Math.min(MOST_FREQUENCY, Math.max(1, Math.round((this.#counts[id] as number) * FREQUENCY_STEPS)));
      this.byTerm.push(id, ((slot << FREQUENCY_BITS) | steps) >>> 0);
      this.#counts[id] = 0;
    }
    this.#counted.length = 0;
    this.#account(slot, length, 1);
    return slot;
  }

  /** Adds many documents at once by their lengths and complete postings; slots follow one another from 0. */
  insertAll(lengths: Float32Array, postings: readonly (readonly [Term, Uint32Array])[]): void {
    for (const length of lengths) this.#account(this.#takeSlot(), length, 1);
    const terms: number[][] = Array.from(lengths, () => []);
    for (const [term, own] of postings) {
      const id = this.intern(term);
      this.byTerm.set(id, own);
      for (const posting of own) terms[posting >>> FREQUENCY_BITS]?.push(id);
    }
    terms.forEach((own, slot) => this.#byDocument.set(slot, own));
  }

  #takeSlot(): number {
    const slot = this.#freeSlots.pop() ?? this.#byDocument.addList();
    if (slot >= this.#lengths.length) this.#lengths = enlarged(this.#lengths, slot);
    return slot;
  }

  remove(slot: number): void {
    for (const id of this.#byDocument.valuesOf(slot)) {
      const place = this.byTerm.valuesOf(id).findIndex((posting) => posting >>> FREQUENCY_BITS === slot);
      if (place >= 0) this.byTerm.removeAt(id, place);
    }
    this.#byDocument.clear(slot);
    this.#account(slot, this.#lengths[slot] as number, -1);
    this.#freeSlots.push(slot);
  }

  #account(slot: number, length: number, sign: 1 | -1): void {
    this.#lengths[slot] = sign === 1 ? length : 0;
    this.#totalLength += sign * length;
    this.#documents += sign;
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    return this.byTerm.bytes + this.#byDocument.bytes + this.#lengths.byteLength;
  }
}

function enlarged(array: Float32Array, place: number): Float32Array {
  const larger = new Float32Array(Math.max(array.length * 2, place + 1));
  larger.set(array);
  return larger;
}
