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
  /** The most rows that are read, or counted; with `each`, for each of its values. */
  readonly limit: number;
  /** Reads so many rows for each of these values of a text field, one value after the other; of a count it says nothing. */
  readonly each?: { readonly field: string; readonly of: readonly string[] };
}

/** A query, and whether its rows are wanted or their number. */
export interface Question extends Query {
  readonly kind: 'find' | 'count';
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

/** Removes a row of this version; without a version blindly: whatever its version, and also when there is none. */
export interface DeleteWrite {
  readonly kind: 'delete';
  readonly entity: Entity;
  readonly tenantId: string;
  readonly id: string;
  readonly expectedVersion?: number;
}

/**
 * Sets a whole row blindly: in the place of the one with this id, or as a new one. Its `createdAt` stays the first
 * one's.
 */
export interface PutWrite {
  readonly kind: 'put';
  readonly entity: Entity;
  readonly row: BaseRow;
}

/**
 * Adds to numbers of a row blindly, so that many commits may count in one cell at once and none of them is run again.
 * Its version stays; what counts in a cell is never set by an update. `begin` is the row when there is none yet: every
 * number in it is 0.
 */
export interface AddWrite {
  readonly kind: 'add';
  readonly entity: Entity;
  readonly begin: BaseRow;
  readonly amounts: Readonly<Record<string, number>>;
}

/**
 * Changes nothing: fails with a version conflict unless the row is the expected one, or is absent where none is
 * expected. May stand beside a write of the same row, and is about the row as it was before.
 */
export interface CheckWrite {
  readonly kind: 'check';
  readonly entity: Entity;
  readonly tenantId: string;
  readonly id: string;
  /** A row that was removed and made again has another beginning. */
  readonly expected?: Pick<BaseRow, 'version' | 'createdAt'>;
}

export type Write = InsertWrite | UpdateWrite | DeleteWrite | PutWrite | AddWrite | CheckWrite;

/** Everything that a database must provide. */
export interface DeskStore {
  /** Rows of one entity in the order asked for (default: by id), at most `limit` of them. */
  find(query: Query): Promise<BaseRow[]>;
  /** Number of matching rows, counted up to `limit`. */
  count(query: Query): Promise<number>;
  /** The answers of several questions in their order, by one statement. Absent: they are asked one by one. */
  answer?(questions: readonly Question[]): Promise<(BaseRow[] | number)[]>;
  /** Whether a commit takes checks (`CheckWrite`). Absent: nothing begins with rows that were not read for it. */
  readonly checks?: true;
  /**
   * All writes or none, durable when the promise resolves; at most one write for a row, and a check. Cells are added to in the order
   * of their entities' names and ids, so that commits that count in the same cells never wait for each other in a
   * circle.
   * @throws VersionConflictError when a row to update, delete or check has another version or is gone.
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
