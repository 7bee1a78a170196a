import { describe, expect, test } from 'vitest';
import { browserStorage, memoryStorage, readJson } from './storage.ts';
import type { StorageLike } from './host.ts';

function fakeLocalStorage(limit = Number.POSITIVE_INFINITY): StorageLike {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
  };
}

describe('the browser’s storage', () => {
  test('keeps, lists and removes', () => {
    const local = fakeLocalStorage();
    const storage = browserStorage(() => local);
    storage.set('a:1', 'x');
    storage.set('b:1', 'y');
    expect(storage.get('a:1')).toBe('x');
    expect(storage.keys('a:')).toEqual(['a:1']);
    storage.remove('a:1');
    expect(storage.get('a:1')).toBeUndefined();
  });

  test('keeps in memory what the browser refuses to store', () => {
    const local = fakeLocalStorage(3);
    const storage = browserStorage(() => local);
    storage.set('k', 'too long');
    expect(local.getItem('k')).toBeNull();
    expect(storage.get('k')).toBe('too long');
    expect(storage.keys('')).toEqual(['k']);
    storage.set('k', 'ok');
    expect(local.getItem('k')).toBe('ok');
    expect(storage.get('k')).toBe('ok');
  });

  test('works where even looking at it throws', () => {
    const storage = browserStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    storage.set('k', 'v');
    expect(storage.get('k')).toBe('v');
    storage.remove('k');
    expect(storage.keys('')).toEqual([]);
  });

  test('reads JSON, and nothing from what is no JSON', () => {
    const storage = memoryStorage();
    storage.set('a', '{"x":1}');
    storage.set('b', '{');
    expect([readJson(storage, 'a'), readJson(storage, 'b'), readJson(storage, 'c')]).toEqual([
      { x: 1 },
      undefined,
      undefined,
    ]);
  });
});
