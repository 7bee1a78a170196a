/**
 * @module Rows as the last commits of this process have left them, for calls about one thing that come one after the
 * other: the messages of a conversation. Such a call begins with them instead of asking the database, and its commit
 * checks that they are still so. What another process has changed is therefore found out before anything is stored.
 */
import { host } from './host.ts';
import type { BaseRow, Entity } from './entity.ts';

/** A row that was remembered; without a row it was not there. */
export interface Remembered {
  readonly row: BaseRow | undefined;
}

/** Things that are remembered at most; with more, those that nobody has asked for longest are forgotten. */
const MOST_THINGS = 1000;
/** A thing that other processes change too is read for this long, before it is remembered again. */
const SHARED_MS = 10_000;

export class RecentRows {
  readonly #things = new Map<string, Map<string, Remembered>>();
  /** Until when a thing is read, because another process was met at it. */
  readonly #shared = new Map<string, number>();

  of(entity: Entity, tenantId: string, id: string): Remembered | undefined {
    const thing = thingOf(tenantId, id);
    const rows = this.#things.get(thing);
    const found = rows?.get(entity.name);
    if (rows && found) this.#touch(thing, rows);
    return found;
  }

  /** Remembers a row that a commit has checked or written. */
  keep(entity: Entity, tenantId: string, id: string, row: BaseRow | undefined): void {
    const thing = thingOf(tenantId, id);
    if (this.#isShared(thing)) return;
    const rows = this.#things.get(thing) ?? new Map<string, Remembered>();
    rows.set(entity.name, { row: row && frozen(row) });
    this.#touch(thing, rows);
    for (const oldest of this.#things.keys()) {
      if (this.#things.size <= MOST_THINGS) break;
      this.#things.delete(oldest);
    }
  }

  /** A commit has written a row: one that is remembered is remembered as it is now. */
  written(entity: Entity, tenantId: string, id: string, row: BaseRow | undefined): void {
    const rows = this.#things.get(thingOf(tenantId, id));
    const known = rows?.get(entity.name);
    if (!rows || !known) return;
    // Of two commits that end at once the later one counts.
    if (!row || !known.row || row.version > known.row.version) rows.set(entity.name, { row: row && frozen(row) });
  }

  /** A row was written by nobody knows what version. */
  forget(tenantId: string, id: string): void {
    this.#things.delete(thingOf(tenantId, id));
  }

  /** A thing was not as it was remembered: somebody else changes it too. */
  metAnother(tenantId: string, id: string): void {
    const thing = thingOf(tenantId, id);
    this.#things.delete(thing);
    this.#shared.delete(thing);
    this.#shared.set(thing, host.performance.now() + SHARED_MS);
    for (const oldest of this.#shared.keys()) {
      if (this.#shared.size <= MOST_THINGS) break;
      this.#shared.delete(oldest);
    }
  }

  #isShared(thing: string): boolean {
    const until = this.#shared.get(thing);
    if (until === undefined) return false;
    if (until > host.performance.now()) return true;
    this.#shared.delete(thing);
    return false;
  }

  /** The one that was asked for last stands last. */
  #touch(thing: string, rows: Map<string, Remembered>): void {
    this.#things.delete(thing);
    this.#things.set(thing, rows);
  }
}

const thingOf = (tenantId: string, id: string): string => `${tenantId}:${id}`;

/** Several calls are given the same row: none of them may change it. */
function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
