/**
 * @module One measured figure beside its baseline of the same run.
 */

export interface Figure {
  readonly name: string;
  readonly database?: 'pglite' | 'postgres';
  readonly value: number;
  readonly unit: string;
  /** The same thing done with as little as possible, measured in turn with ours. */
  readonly baseline?: number;
  /** `value ÷ baseline`. */
  readonly ratio?: number;
  /** What is aimed at, in words. */
  readonly goal?: string;
  readonly note?: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
};

/** The nearest-rank percentile. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
};

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Measures both in turn, `rounds` times, so that a slow moment of the machine hits both; gives the medians. */
export async function inTurn(rounds: number, ours: () => Promise<number>, baseline: () => Promise<number>) {
  const measured = { ours: [] as number[], baseline: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    measured.baseline.push(await baseline());
    measured.ours.push(await ours());
  }
  return { ours: median(measured.ours), baseline: median(measured.baseline) };
}

export function compared(figure: Omit<Figure, 'ratio'>): Figure {
  const { value, baseline } = figure;
  return {
    ...figure,
    value: rounded(value),
    ...(baseline ? { baseline: rounded(baseline), ratio: rounded(value / baseline) } : {}),
  };
}

/** One JSON line a figure; without `--json` also readable. */
export function print(figure: Figure): void {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(figure));
  const { name, database, value, unit, baseline, ratio, goal, note } = figure;
  const beside = baseline === undefined ? '' : ` (baseline ${baseline}, ratio ${ratio})`;
  console.log(
    `${name}${database ? ` [${database}]` : ''}: ${value} ${unit}${beside}${goal ? ` – goal ${goal}` : ''}${note ? ` – ${note}` : ''}`,
  );
}
