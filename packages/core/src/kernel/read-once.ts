/**
 * @module A store for a unit of work that only reads: the same question is asked of the database once, however many
 * rules ask it.
 */
import type { DeskStore, Query } from './store.ts';

const keyOf = ({ entity, ...query }: Query): string => JSON.stringify([entity.name, query]);

/** Remembers the answers of a store. Whoever writes needs the store itself. */
export function readOnce(store: DeskStore): DeskStore {
  const found = new Map<string, ReturnType<DeskStore['find']>>();
  const counted = new Map<string, ReturnType<DeskStore['count']>>();
  return {
    find: (query) => remembered(found, keyOf(query), () => store.find(query)),
    count: (query) => remembered(counted, keyOf(query), () => store.count(query)),
    commit: (writes) => store.commit(writes),
  };
}

function remembered<T>(known: Map<string, T>, key: string, ask: () => T): T {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
