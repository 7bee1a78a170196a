/**
 * @module Small texts that outlive the page. Where the browser refuses storage (private mode, a full disk,
 * a sandboxed frame) they live as long as the page.
 */
import { host, type StorageLike } from './host.ts';

export interface DeskStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Keys that begin with `prefix`. */
  keys(prefix: string): string[];
}

/** Storage that lasts as long as the page; for consent not yet given, and for tests. */
export function memoryStorage(entries = new Map<string, string>()): DeskStorage {
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    remove: (key) => void entries.delete(key),
    keys: (prefix) => [...entries.keys()].filter((key) => key.startsWith(prefix)),
  };
}

/** The browser's `localStorage`; what it refuses to keep is kept in memory. */
export function browserStorage(from: () => StorageLike | undefined = () => host.localStorage): DeskStorage {
  const fallback = memoryStorage();
  const attempt = <T>(work: (storage: StorageLike) => T): T | undefined => {
    try {
      const storage = from();
      return storage && work(storage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => fallback.get(key) ?? attempt((storage) => storage.getItem(key)) ?? undefined,
    set: (key, value) => {
      const kept = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (kept) fallback.remove(key);
      else fallback.set(key, value);
    },
    remove: (key) => {
      fallback.remove(key);
      attempt((storage) => storage.removeItem(key));
    },
    keys: (prefix) => {
      const kept =
        attempt((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) ?? [];
      return [...new Set([...kept.filter((key) => key.startsWith(prefix)), ...fallback.keys(prefix)])];
    },
  };
}

/** Reads a JSON value; undefined for nothing or for what is no JSON. */
export function readJson<T>(storage: DeskStorage, key: string): T | undefined {
  try {
    return JSON.parse(storage.get(key) ?? 'null') ?? undefined;
  } catch {
    // Somebody else wrote there; it is overwritten with the next write.
    return undefined;
  }
}
