/**
 * @module Splits whole amounts without losing a cent: largest remainder, earlier parts first where remainders tie.
 */

/** `amount × part ÷ whole`, exact for whole numbers of any size, with the remainder as a fraction of `whole`. */
function share(amount: number, part: number, whole: number): { floor: number; rest: bigint } {
  const product = BigInt(amount) * BigInt(part);
  return { floor: Number(product / BigInt(whole)), rest: product % BigInt(whole) };
}

/**
 * Splits `amount` in proportion to `weights`; the parts add up to it exactly. All zero weights give all zero parts
 * unless something is to be split.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) {
    if (amount === 0) return weights.map(() => 0);
    return allocate(
      amount,
      weights.map(() => 1),
    );
  }
  const shares = weights.map((weight) => share(amount, weight, whole));
  let left = amount - shares.reduce((sum, one) => sum + one.floor, 0);
  const byRest = [...shares.keys()].toSorted((a, b) =>
    shares[b]!.rest === shares[a]!.rest ? a - b : shares[b]!.rest > shares[a]!.rest ? 1 : -1,
  );
  const parts = shares.map((one) => one.floor);
  for (const index of byRest) {
    if (left === 0) break;
    parts[index]! += 1;
    left -= 1;
  }
  return parts;
}

/** The part of `amount` for `count` of `total` equal units, rounded half up; all units give all of it. */
export function partOf(amount: number, count: number, total: number): number {
  if (total === 0) return 0;
  const { floor, rest } = share(amount, count, total);
  return floor + (rest * 2n >= BigInt(total) ? 1 : 0);
}

/** `percent` of an amount, rounded down; percent may have two decimals. */
export function percentOf(amount: number, percent: number): number {
  return share(amount, Math.round(percent * 100), 10_000).floor;
}
