/**
 * @module Recorded retail cases: how they are written, and what a store should look like when one is over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStoreFile, SEED_FILE } from 'demo-shop';

export type StoreFile = ReturnType<typeof readStoreFile>;
type Arguments = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Step {
  readonly action: string;
  readonly arguments: Arguments;
  readonly expect: 'ok' | 'error';
  readonly reason?: string;
  /** What a look-up finds. */
  readonly result?: string;
}

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface RetailCase {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly changes: { readonly orders: Changes; readonly users: Changes };
}

export const readCases = (path: string): RetailCase[] => JSON.parse(readFileSync(path, 'utf8')) as RetailCase[];

/** The cases that come with the demo shop. */
export const SAMPLE_CASES = join(dirname(SEED_FILE), 'cases-sample.json');

const RECORDED = fileURLToPath(new URL('../../../shared/conformance/retail/', import.meta.url));

/** The recorded store and all its cases where they lie beside the repository, else the shop's own store and sample. */
export function defaultFiles(): { store: string; cases: string[] } {
  const cases = ['cases-tasks.json', 'cases-random.json']
    .map((name) => join(RECORDED, name))
    .filter((file) => existsSync(file));
  const store = join(RECORDED, 'store.json');
  return { store: existsSync(store) ? store : SEED_FILE, cases: cases.length > 0 ? cases : [SAMPLE_CASES] };
}

function changed<T>(rows: Readonly<Record<string, T>>, changes: Changes): Record<string, T> {
  return {
    ...rows,
    ...Object.fromEntries(Object.entries(changes).map(([id, fields]) => [id, { ...rows[id], ...fields } as T])),
  };
}

/** The store as it should be after a case that began with `before`. */
export const expectedStore = (before: StoreFile, { changes }: RetailCase): StoreFile => ({
  products: before.products,
  users: changed(before.users, changes.users),
  orders: changed(before.orders, changes.orders),
});

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every place where two values differ, as `orders.#W1.status: expected "cancelled", got "pending"`. */
export function differences(expected: unknown, got: unknown, path = ''): string[] {
  if (!isTree(expected) || !isTree(got) || Array.isArray(expected) !== Array.isArray(got))
    return Object.is(expected, got)
      ? []
      : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`];
  const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
  return [...names].flatMap((name) => differences(expected[name], got[name], path ? `${path}.${name}` : name));
}
