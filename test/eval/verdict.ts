/**
 * @module The last line of an evaluation, and whether it has passed.
 */
export interface Sums {
  readonly asked: number;
  /** Texts that were marked without cause. */
  readonly false: number;
  /** Texts that should have been marked and were not. */
  readonly missed: number;
}

/** How many of `all` may be missed: a share, and never less than none. */
export const missLimit = (all: number, share: number): number => Math.floor(all * share);

/** Prints `asked N false F missed M`; the process ends with 1 when a limit was passed. */
export function verdict(sums: Sums, holds: boolean): void {
  console.log(`asked ${sums.asked} false ${sums.false} missed ${sums.missed}`);
  process.exitCode = holds ? 0 : 1;
}
