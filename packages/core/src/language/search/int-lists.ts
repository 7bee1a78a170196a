/**
 * Many growable lists of unsigned integers in one typed array: postings without an object for each
 * term. Capacities are powers of two; a list that grows moves and leaves its place to the next.
 * @module
 */

const SMALLEST = 2;

/** Growable lists of 32-bit unsigned integers, addressed by number. */
export class IntLists {
  #pool = new Uint32Array(1_024);
  #used = 0;
  #starts = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  #capacities = new Uint32Array(256);
  #count = 0;
  /** Free places by capacity. */
  readonly #free = new Map<number, number[]>();

  get count(): number {
    return this.#count;
  }

  /** The shared array; valid until the next change. */
  get pool(): Uint32Array {
    return this.#pool;
  }

  get bytes(): number {
    return this.#pool.byteLength + this.#starts.byteLength * 3;
  }

  startOf(list: number): number {
    return this.#starts[list] ?? 0;
  }

  lengthOf(list: number): number {
    return this.#lengths[list] ?? 0;
  }

  /** Adds an empty list and gives its number. */
  addList(): number {
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts, this.#count * 2);
      this.#lengths = grown(this.#lengths, this.#count * 2);
      this.#capacities = grown(this.#capacities, this.#count * 2);
    }
    this.#count += 1;
    return this.#count - 1;
  }

  push(list: number, value: number): void {
    const length = this.#lengths[list] as number;
    if (length === this.#capacities[list]) this.#move(list, Math.max(SMALLEST, length * 2));
    this.#pool[(this.#starts[list] as number) + length] = value;
    this.#lengths[list] = length + 1;
  }

  /** Sets the whole list; exact capacity for lists that rarely change. */
  set(list: number, values: ArrayLike<number>): void {
    this.clear(list);
    if (values.length === 0) return;
    this.#move(list, 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, values.length))));
    this.#pool.set(values, this.#starts[list] as number);
    this.#lengths[list] = values.length;
  }

  /** Removes the element at a place; the last one takes it, order is not kept. */
  removeAt(list: number, place: number): void {
    const start = this.#starts[list] as number;
    const last = (this.#lengths[list] as number) - 1;
    this.#pool[start + place] = this.#pool[start + last] as number;
    this.#lengths[list] = last;
  }

  /** Empties a list and gives its place back. */
  clear(list: number): void {
    this.#release(list);
    this.#lengths[list] = 0;
    this.#capacities[list] = 0;
  }

  valuesOf(list: number): Uint32Array {
    const start = this.startOf(list);
    return this.#pool.subarray(start, start + this.lengthOf(list));
  }

  #release(list: number): void {
    const capacity = this.#capacities[list] as number;
    if (capacity === 0) return;
    const places = this.#free.get(capacity);
    if (places) places.push(this.#starts[list] as number);
    else this.#free.set(capacity, [this.#starts[list] as number]);
  }

  #move(list: number, capacity: number): void {
    const place = this.#free.get(capacity)?.pop() ?? this.#take(capacity);
    const start = this.#starts[list] as number;
    this.#pool.copyWithin(place, start, start + (this.#lengths[list] as number));
    this.#release(list);
    this.#starts[list] = place;
    this.#capacities[list] = capacity;
  }

  #take(capacity: number): number {
    const place = this.#used;
    this.#used += capacity;
    if (this.#used > this.#pool.length)
      this.#pool = grown(this.#pool, Math.max(this.#used, Math.ceil(this.#pool.length * 1.5)));
    return place;
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
