/**
 * @module What there is to see on a desk that somebody tries out: a feature says what was done with some rows, by whom
 * and when, and the demo does it with a clock of that time. Nothing is written past the rules.
 */

/**
 * One thing that was done: by the person of a role (everybody of the demo is there once), with which input (without
 * the id of the row), and how many hours after the step before (1 unless it says so).
 */
export type DemoStep = readonly [by: string, action: string, input?: Readonly<Record<string, unknown>>, hours?: number];

/** The course of one row. The first step makes it, in the store of the demo; the others are done with its id. */
export interface DemoCourse {
  readonly daysAgo: number;
  readonly steps: readonly DemoStep[];
}
