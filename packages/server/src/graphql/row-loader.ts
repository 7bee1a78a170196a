/**
 * @module Loads rows by id for one viewer: everything asked for in one tick is one query per entity. Nothing is kept
 * longer, so a stream never shows an old row.
 */
import type { BaseRow, Entity, ReadContext } from '@shopdesk/core';

/** One text for the database's prepared statement, whatever the number of ids. */
const MOST_IDS = 100;

interface Batch {
  readonly ids: Set<string>;
  readonly rows: Promise<ReadonlyMap<string, BaseRow>>;
}

export class RowLoader {
  readonly #read: () => ReadContext;
  readonly #batches = new Map<string, Batch>();

  constructor(read: () => ReadContext) {
    this.#read = read;
  }

  /** The row, if the viewer may see it. */
  async load(entity: Entity, id: string): Promise<BaseRow | undefined> {
    let batch = this.#batches.get(entity.name);
    if (!batch) {
      const ids = new Set<string>();
      batch = { ids, rows: this.#afterThisTick(entity, ids) };
      this.#batches.set(entity.name, batch);
    }
    batch.ids.add(id);
    return (await batch.rows).get(id);
  }

  #afterThisTick(entity: Entity, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, BaseRow>> {
    return new Promise((resolve, reject) => {
      const send = () => {
        this.#batches.delete(entity.name);
        this.#find(entity, [...ids]).then(resolve, reject);
      };
      // A tick that is asked for in a microtask comes after all of them, so also after resolvers that wait for one
      // another.
      queueMicrotask(() => process.nextTick(send));
    });
  }

  async #find(entity: Entity, ids: readonly string[]): Promise<ReadonlyMap<string, BaseRow>> {
    const chunks = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, n) =>
      ids.slice(n * MOST_IDS, (n + 1) * MOST_IDS),
    );
    const read = this.#read();
    const found = await Promise.all(
      chunks.map((chunk) => read.find(entity, { where: { id: { in: chunk } }, limit: MOST_IDS })),
    );
    return new Map(found.flat().map((row) => [row.id, row]));
  }
}
