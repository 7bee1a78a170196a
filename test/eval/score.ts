/**
 * @module Accuracy and macro-averaged F1 of predictions, and the median time of one.
 */
export interface Guess {
  readonly expected: string;
  readonly predicted: string;
}

export const accuracy = (guesses: readonly Guess[]): number =>
  guesses.length === 0
    ? 0
    : guesses.filter(({ expected, predicted }) => expected === predicted).length / guesses.length;

/** The mean of the labels' F1 over the labels that were expected or predicted. */
export function macroF1(guesses: readonly Guess[]): number {
  const labels = new Set(guesses.flatMap(({ expected, predicted }) => [expected, predicted]));
  const f1 = [...labels].map((label) => {
    const hits = guesses.filter(({ expected, predicted }) => expected === label && predicted === label).length;
    const claims = guesses.filter(({ expected, predicted }) => expected === label || predicted === label).length;
    // 2·hits ÷ (2·hits + wrong claims + misses), where claims = hits + wrong claims + misses.
    return (2 * hits) / (hits + claims);
  });
  return f1.length === 0 ? 0 : f1.reduce((sum, value) => sum + value, 0) / f1.length;
}

/** Predicts every row once and prints `accuracy A macro-f1 F p50-us T`. */
export function report<Row>(rows: readonly Row[], expected: (row: Row) => string, predict: (row: Row) => string): void {
  for (const row of rows.slice(0, 200)) predict(row);
  const times: number[] = [];
  const guesses = rows.map((row) => {
    const start = performance.now();
    const predicted = predict(row);
    times.push((performance.now() - start) * 1_000);
    return { expected: expected(row), predicted };
  });
  const middle = times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? 0;
  console.log(
    `accuracy ${accuracy(guesses).toFixed(4)} macro-f1 ${macroF1(guesses).toFixed(4)} p50-us ${Math.round(middle)}`,
  );
}
