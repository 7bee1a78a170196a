/**
 * An open-addressing table from 32-bit feature hashes to row numbers: a model holds a row for each
 * feature it has seen, and nothing for those it has not.
 * @module
 */

const EMPTY = -1;

/** Assigns consecutive row numbers to feature hashes. */
export class FeatureTable {
  #keys: Int32Array;
  #rows: Int32Array;
  #size = 0;

  constructor(expected = 1_024) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Int32Array(capacity);
    this.#rows = new Int32Array(capacity).fill(EMPTY);
  }

  get size(): number {
    return this.#size;
  }

  #slot(key: number): number {
    const rows = this.#rows;
    const keys = this.#keys;
    const mask = rows.length - 1;
    let slot = key & mask;
    while (rows[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** The row of a feature, or -1 if it was never seen. */
  find(key: number): number {
    return this.#rows[this.#slot(key)] ?? EMPTY;
  }

  /** The row of a feature, given a new one if it was never seen. */
  intern(key: number): number {
    const slot = this.#slot(key);
    const known = this.#rows[slot] ?? EMPTY;
    if (known !== EMPTY) return known;
    this.#keys[slot] = key;
    this.#rows[slot] = this.#size;
    this.#size += 1;
    if (this.#size * 2 > this.#rows.length) this.#grow();
    return this.#size - 1;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#keys = new Int32Array(keys.length * 2);
    this.#rows = new Int32Array(rows.length * 2).fill(EMPTY);
    rows.forEach((row, old) => {
      if (row === EMPTY) return;
      const slot = this.#slot(keys[old] as number);
      this.#keys[slot] = keys[old] as number;
      this.#rows[slot] = row;
    });
  }

  /** The hashes in order of their rows. */
  keysByRow(): Int32Array {
    const keys = new Int32Array(this.#size);
    this.#rows.forEach((row, slot) => {
      if (row !== EMPTY) keys[row] = this.#keys[slot] as number;
    });
    return keys;
  }
}
