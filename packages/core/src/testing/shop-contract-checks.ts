/**
 * @module What the shop contract asserts with: plain functions that throw, so that any test runner will do.
 */
import { ShopError, type ShopErrorCode, type ShopRefusal } from '../ports/shop.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
};

/** Throws unless `fact` holds. */
export function mustHold(fact: boolean, claim: string): asserts fact {
  if (!fact) throw new Error(claim);
}

/** Throws unless both are the same data, in whatever order the keys stand. */
export function mustEqual(actual: unknown, expected: unknown, claim: string): void {
  const [got, wanted] = [JSON.stringify(sorted(actual)), JSON.stringify(sorted(expected))];
  if (got !== wanted) throw new Error(`${claim}\n  expected ${wanted}\n  received ${got}`);
}

/** Throws unless `act` fails with that ShopError. */
export async function mustFail(
  act: () => Promise<unknown>,
  code: ShopErrorCode,
  claim: string,
  reasons: readonly ShopRefusal[] = [],
): Promise<ShopError> {
  const outcome = await act().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome))
    throw new Error(`${claim}: expected ${code}, but it was done: ${JSON.stringify(outcome.value)}`);
  const { error } = outcome;
  if (!(error instanceof ShopError))
    throw new Error(`${claim}: expected ShopError ${code}, got ${String(error)}`, { cause: error });
  mustEqual(error.code, code, `${claim}: the code of "${error.message}"`);
  mustEqual(error.reason !== undefined, code === 'REFUSED', `${claim}: a reason stands on a refusal and only there`);
  if (reasons.length > 0) {
    mustHold(
      reasons.some((reason) => reason === error.reason),
      `${claim}: ${error.reason} is none of ${reasons.join(', ')}`,
    );
  }
  return error;
}
