/**
 * @module Keeps what is read all the time and changed hardly ever: the rows of entities that are marked `kept`, for
 * each tenant. A commit of this process makes it forget at once, one of another process when that is told over the bus,
 * and what nobody tells (a command that ran beside the server, a lost notice) is known half a minute later. Who writes
 * with a row that is out of date meets its version, and reads it anew.
 */
import type { BaseRow, DeskStore, Entity, Query, Question, Write } from '@shopdesk/core';

/** What has changed in whatever process. */
export interface Forgotten {
  readonly entity: string;
  readonly tenantId: string;
}

type Inner = DeskStore & Required<Pick<DeskStore, 'answer' | 'checks'>>;

interface Answer {
  readonly rows: readonly BaseRow[];
  readonly until: number;
}

const KEPT_MS = 30_000;
/** Different questions about one entity of one tenant; with more, those before are forgotten. */
const MOST_ANSWERS = 1000;

export class KeptStore implements DeskStore {
  readonly checks = true;
  readonly #inner: Inner;
  readonly #clock: () => number;
  readonly #answers = new Map<string, Map<string, Answer>>();
  readonly #listeners = new Set<(forgotten: Forgotten) => void>();
  readonly #hearers = new Set<(stale: Forgotten | undefined) => void>();
  /** Rises with every forgetting, so that a look that is under way does not bring back what was forgotten. */
  #forgotten = 0;

  constructor(inner: Inner, clock: () => number = () => performance.now()) {
    this.#inner = inner;
    this.#clock = clock;
  }

  async find(query: Query): Promise<BaseRow[]> {
    const known = this.#known(query);
    if (known) return known;
    const before = this.#forgotten;
    return this.#keep(query, await this.#inner.find(query), before);
  }

  /** Who asks several things at once asks for what is kept alone. */
  answer(questions: readonly Question[]): Promise<(BaseRow[] | number)[]> {
    return this.#inner.answer(questions);
  }

  count(query: Query): Promise<number> {
    return this.#inner.count(query);
  }

  async commit(writes: readonly Write[]): Promise<void> {
    try {
      await this.#inner.commit(writes);
    } finally {
      // Also after a conflict: it may be a kept row that was out of date.
      for (const write of writes) if (write.entity.kept) this.#tell(write.entity, tenantOf(write));
    }
  }

  /** Hears of what commits of this process have changed. */
  onForgotten(listener: (forgotten: Forgotten) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hears of everything that is out of date, whoever has changed it; undefined: it may be anything. */
  onStale(listener: (stale: Forgotten | undefined) => void): () => void {
    this.#hearers.add(listener);
    return () => this.#hearers.delete(listener);
  }

  /** Another process has changed something. */
  forget({ entity, tenantId }: Forgotten): void {
    this.#forgotten += 1;
    this.#answers.delete(`${entity} ${tenantId}`);
    for (const hear of this.#hearers) hear({ entity, tenantId });
  }

  /** Changes of other processes may have been missed. */
  forgetAll(): void {
    this.#forgotten += 1;
    this.#answers.clear();
    for (const hear of this.#hearers) hear(undefined);
  }

  #tell({ name: entity }: Entity, tenantId: string): void {
    this.forget({ entity, tenantId });
    for (const listener of this.#listeners) listener({ entity, tenantId });
  }

  #known(query: Query): BaseRow[] | undefined {
    if (!query.entity.kept || query.tenantId === undefined) return undefined;
    const answer = this.#answers.get(placeOf(query))?.get(questionOf(query));
    return answer && answer.until > this.#clock() ? [...answer.rows] : undefined;
  }

  #keep(query: Query, rows: BaseRow[], before: number): BaseRow[] {
    if (!query.entity.kept || query.tenantId === undefined || before !== this.#forgotten) return rows;
    const place = placeOf(query);
    let answers = this.#answers.get(place);
    if (!answers || answers.size >= MOST_ANSWERS) this.#answers.set(place, (answers = new Map()));
    answers.set(questionOf(query), { rows: rows.map(frozen), until: this.#clock() + KEPT_MS });
    return [...rows];
  }
}

const placeOf = ({ entity, tenantId }: Query): string => `${entity.name} ${tenantId}`;
const questionOf = ({ where, order, after, limit, each }: Query): string =>
  JSON.stringify([where, order, after, limit, each]);

const tenantOf = (write: Write): string =>
  write.kind === 'insert' || write.kind === 'put'
    ? write.row.tenantId
    : write.kind === 'add'
      ? write.begin.tenantId
      : write.tenantId;

/** Many read the same row: nobody may change it. */
function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
