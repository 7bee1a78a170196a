/**
 * @module What there is to see on a desk that somebody tries out: a feature says what was done with some rows, by whom
 * and when, and the demo does it with a clock of that time. Nothing is written past the rules.
 */

/** Who is known when a step is done: the row of its course, and who does it. */
export interface DemoKnown {
  /** Id of the row that the first step has made; empty before. */
  readonly id: string;
  /** Id of the member of staff who does the step; empty for a customer. */
  readonly userId: string;
  /** Id of the member of staff who has a role in the demo; empty for a role that nobody has. */
  readonly idOf: (role: string) => string;
  /** The store of the demo. */
  readonly storeId: string;
  /** When the step is done, a UTC instant. */
  readonly now: string;
  /** Shows whoever does the step a view, where the input is made of what it says. */
  readonly show: (view: string, input: DemoInput) => Promise<DemoInput>;
}

export type DemoInput = Readonly<Record<string, unknown>>;

/** Does a step of a course as its customer: a guest of the store, the same in all steps of the course. */
export const DEMO_CUSTOMER = 'CUSTOMER';

/** Does a step as the member of staff who owns the row of the course then, by its field `ownerId`. */
export const DEMO_OWNER = 'OWNER';

/**
 * One thing that was done: by the person of a role (everybody of the demo is there once), by `DEMO_CUSTOMER` or by
 * `DEMO_OWNER`, with which input, and how many hours after the step before (1 unless it says so). A plain input goes with the id of the
 * row, or with the store's where there is no row yet; one that is made from what is known goes as it is.
 */
export type DemoStep = readonly [
  by: string,
  action: string,
  input?: DemoInput | ((known: DemoKnown) => DemoInput | Promise<DemoInput>),
  hours?: number,
];

/** The course of one row. The first step makes it, in the store of the demo; the others are done with its id. */
export interface DemoCourse {
  readonly daysAgo: number;
  /** Time of that day in the zone of the store, as `20:15`. Absent: the time of day of now. */
  readonly at?: string;
  /** Courses of one name have one customer. Absent: each has its own. */
  readonly customer?: string;
  readonly steps: readonly DemoStep[];
}
