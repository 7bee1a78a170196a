/**
 * @module The few lines that contract suites need, so that they run under any test runner.
 */

/** One case of a contract; `run` throws when the implementation fails it. */
export interface ContractCase {
  readonly title: string;
  readonly run: () => Promise<void>;
}

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Throws when the two differ as JSON; the order of keys does not matter. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [got, wanted] = [stable(actual), stable(expected)];
  if (got !== wanted) throw new Error(`Expected ${wanted}\nbut got  ${got}`);
}

/** Throws unless `work` rejects with an error of `type`; gives that error. */
export async function expectRejects<E extends Error>(
  work: () => Promise<unknown>,
  type: new (...args: never[]) => E,
): Promise<E> {
  const outcome = await work().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof type) return outcome;
  throw new Error(`Expected ${type.name}, but got ${outcome === undefined ? 'no error' : String(outcome)}`);
}
