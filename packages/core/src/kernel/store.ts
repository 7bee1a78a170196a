/**
 * @module The port to storage: reads by entity, and one atomic commit. A database adapter implements this and no more.
 */
import type { BaseRow, Entity, Filter, Order } from './entity.ts';

export interface Query {
  readonly entity: Entity;
  /** Absent only for look-ups of entities that are marked `lookup`. */
  readonly tenantId?: string;
  /** All of these hold. */
  readonly where: readonly Filter[];
  readonly order?: Order;
  /** Values of the order's fields and then the id of the last row of the previous page. */
  readonly after?: readonly (string | number | null)[];
  readonly limit?: number;
}

export interface InsertWrite {
  readonly kind: 'insert';
  readonly entity: Entity;
  readonly row: BaseRow;
}

/** Sets `changes`, and `version` to `expectedVersion + 1`; fails when the stored version differs. */
export interface UpdateWrite {
  readonly kind: 'update';
  readonly entity: Entity;
  readonly tenantId: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface DeleteWrite {
  readonly kind: 'delete';
  readonly entity: Entity;
  readonly tenantId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

export type Write = InsertWrite | UpdateWrite | DeleteWrite;

/** Everything that a database must provide. */
export interface DeskStore {
  /** Rows of one entity in the order asked for (default: by id), at most `limit`. */
  find(query: Query): Promise<BaseRow[]>;
  /** Number of matching rows, counted up to `limit` (default 1,000). */
  count(query: Query): Promise<number>;
  /**
   * All writes or none, durable when the promise resolves.
   * @throws VersionConflictError when a row to update or delete has another version or is gone.
   * @throws UniqueViolationError when a unique key exists already.
   */
  commit(writes: readonly Write[]): Promise<void>;
}

/** Another writer was faster; the action is run again on fresh rows. */
export class VersionConflictError extends Error {
  constructor(options?: ErrorOptions) {
    super('A row changed meanwhile.', options);
    this.name = 'VersionConflictError';
  }
}

/** A row with the same unique key exists; `key` is the name of the {@link UniqueKey}. */
export class UniqueViolationError extends Error {
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super(`A row with the same ${key} exists.`, options);
    this.name = 'UniqueViolationError';
    this.key = key;
  }
}

/** The database cannot be reached now; nothing was written. Try again. */
export class StoreUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The database cannot be reached.', options);
    this.name = 'StoreUnavailableError';
  }
}
