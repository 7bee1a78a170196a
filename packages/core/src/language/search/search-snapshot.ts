/**
 * The index as bytes: vocabulary, document lengths and postings as differences in as few bytes as
 * they need. Terms that no document holds any more are left out.
 * @module
 */
import { packSnapshot, textOf, unitsOf, unpackSnapshot } from '../snapshot.ts';
import { FREQUENCY_BITS, Postings } from './postings.ts';
import type { Term } from './search-terms.ts';

const KIND = 'search';
const FREQUENCY_MASK = (1 << FREQUENCY_BITS) - 1;

class VarintWriter {
  #bytes = new Uint8Array(65_536);
  #length = 0;

  write(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): number {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }
}

function packPostings(postings: Postings, live: readonly number[]): Uint8Array {
  const writer = new VarintWriter();
  for (const id of live) {
    const sorted = postings.byTerm.valuesOf(id).slice().sort();
    writer.write(sorted.length);
    let before = 0;
    for (const posting of sorted) {
      const slot = posting >>> FREQUENCY_BITS;
      writer.write(slot - before);
      writer.write(posting & FREQUENCY_MASK);
      before = slot;
    }
  }
  return writer.finish();
}

/** Packs an index and the ids of its slots. */
export function packIndex(postings: Postings, ids: readonly (string | undefined)[]): Uint8Array {
  const live = postings.terms.map((_, id) => id).filter(postings.isLive);
  const vocabulary = JSON.stringify(live.map((id) => postings.terms[id]));
  const named = JSON.stringify(Array.from(ids, (id) => id ?? null));
  return packSnapshot(KIND, { slots: ids.length }, [
    unitsOf(vocabulary),
    unitsOf(named),
    postings.lengths.slice(0, ids.length),
    packPostings(postings, live),
  ]);
}

/** Unpacks an index; the gaps that removed documents left are closed. Throws `LanguageError` `CORRUPT_SNAPSHOT`. */
export function unpackIndex(bytes: Uint8Array): { postings: Postings; ids: string[] } {
  const { sections } = unpackSnapshot(KIND, bytes);
  const [vocabulary, named, lengths, packed] = sections as [Uint16Array, Uint16Array, Float32Array, Uint8Array];
  const bySlot = JSON.parse(textOf(named)) as (string | null)[];
  const ids = bySlot.filter((id) => id !== null);
  let live = 0;
  const slots = bySlot.map((id) => (id === null ? 0 : live++));
  const reader = new VarintReader(packed);
  const terms = (JSON.parse(textOf(vocabulary)) as Term[]).map((term) => [term, readPostings(reader, slots)] as const);
  const postings = new Postings();
  postings.insertAll(
    lengths.filter((_, slot) => bySlot[slot] !== null),
    terms,
  );
  return { postings, ids };
}

function readPostings(reader: VarintReader, slots: readonly number[]): Uint32Array {
  const own = new Uint32Array(reader.read());
  let slot = 0;
  for (let at = 0; at < own.length; at += 1) {
    slot += reader.read();
    own[at] = ((slots[slot] as number) << FREQUENCY_BITS) | reader.read();
  }
  return own;
}
