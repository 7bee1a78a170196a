/**
 * @module Loads rows for one viewer: by id, everything asked for in one tick is one query per entity; the rows that
 * refer to others are one query for all of those. Nothing is kept longer, so a stream never shows an old row.
 */
import { DeniedError, deny, type BaseRow, type Entity, type FindOptions, type ReadContext } from '@shopdesk/core';

/** One text for the database's prepared statement, whatever the number of ids. */
const MOST_IDS = 100;

/** Rows of lists within rows that one answer may hold, at most. */
const MOST_WITHIN = 5000;

interface Batch<T> {
  readonly ids: Set<string>;
  readonly rows: Promise<ReadonlyMap<string, T>>;
}

/** The first rows, in an order, whose field has a value. */
export interface WantedEach extends Required<Pick<FindOptions, 'order' | 'limit'>>, Pick<FindOptions, 'after'> {
  readonly field: string;
  readonly value: string;
}

export class RowLoader {
  readonly #read: () => ReadContext;
  readonly #batches = new Map<string, Batch<unknown>>();

  constructor(read: () => ReadContext) {
    this.#read = read;
  }

  /** The row, if the viewer may see it. */
  load(entity: Entity, id: string): Promise<BaseRow | undefined> {
    return this.#together(entity.name, id, (ids) => this.#find(entity, ids));
  }

  /** @throws DeniedError LIMIT_EXCEEDED when all rows together have too many */
  async loadEach(entity: Entity, { value, ...wanted }: WantedEach): Promise<readonly BaseRow[]> {
    const key = JSON.stringify([entity.name, wanted]);
    return (await this.#together(key, value, (ids) => this.#findEach(entity, ids, wanted))) ?? [];
  }

  async #together<T>(
    key: string,
    id: string,
    find: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<T | undefined> {
    let batch = this.#batches.get(key) as Batch<T> | undefined;
    if (!batch) {
      const ids = new Set<string>();
      batch = { ids, rows: this.#afterThisTick(key, () => find([...ids])) };
      this.#batches.set(key, batch);
    }
    batch.ids.add(id);
    return (await batch.rows).get(id);
  }

  #afterThisTick<T>(key: string, find: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const send = () => {
        this.#batches.delete(key);
        find().then(resolve, reject);
      };
      // A tick that is asked for in a microtask comes after all of them, so also after resolvers that wait for one
      // another.
      queueMicrotask(() => process.nextTick(send));
    });
  }

  async #find(entity: Entity, ids: readonly string[]): Promise<ReadonlyMap<string, BaseRow>> {
    const read = this.#read();
    const found = await Promise.all(
      chunksOf(ids).map((chunk) => read.find(entity, { where: { id: { in: chunk } }, limit: MOST_IDS })),
    );
    return new Map(found.flat().map((row) => [row.id, row]));
  }

  async #findEach(
    entity: Entity,
    ids: readonly string[],
    { field, ...find }: Omit<WantedEach, 'value'>,
  ): Promise<ReadonlyMap<string, BaseRow[]>> {
    const rows = ids.length * (find.limit - 1);
    if (rows > MOST_WITHIN)
      throw new DeniedError(deny('LIMIT_EXCEEDED', { details: { field: 'first', limit: MOST_WITHIN, rows } }));
    const read = this.#read();
    const found = await Promise.all(chunksOf(ids).map((of) => read.find(entity, { ...find, each: { field, of } })));
    return Map.groupBy(found.flat(), (row) => String((row as unknown as Readonly<Record<string, unknown>>)[field]));
  }
}

const chunksOf = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, n) => ids.slice(n * MOST_IDS, (n + 1) * MOST_IDS));
