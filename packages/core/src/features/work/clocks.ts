/**
 * @module The clocks of an item: which run in its state, until when, and what is left of those that stand still. An
 * item that comes back into a state in which a clock runs has a new round of it (decision 0018).
 */
import type { z } from 'zod';
import type { RowOf } from '../../kernel/entity.ts';
import type { Span, Work, WorkClock, WorkRow } from '../../kernel/work.ts';
import type { Store } from '../access/index.ts';
import { afterServiceTime, officeCalendar, serviceCalendar, serviceTimeBetween } from '../calendar/index.ts';
import type { ItemClock as ItemClockSchema } from './entities.ts';

export type ItemClock = z.output<typeof ItemClockSchema>;

const MINUTE_MS = 60_000;

/** What a clock counts: the hours of the store, or every moment. */
export interface Counted {
  /** The instant so many milliseconds of counted time after another; undefined: never. */
  after(from: string, milliseconds: number): string | undefined;
  between(from: string, to: string): number;
}

const WALL: Counted = {
  after: (from, milliseconds) => new Date(Date.parse(from) + milliseconds).toISOString(),
  between: (from, to) => Math.max(0, Date.parse(to) - Date.parse(from)),
};

/** How the clocks of a store count. */
export function countedBy(store: RowOf<typeof Store>, of: Span['of']): Counted {
  if (of === 'WALL') return WALL;
  const calendar = of === 'OFFICE' ? officeCalendar(store) : serviceCalendar(store);
  return {
    after: (from, milliseconds) => afterServiceTime(calendar, from, milliseconds),
    between: (from, to) => serviceTimeBetween(calendar, from, to),
  };
}

/** The clocks of an item that is in `state` from `now` on; `before` are those that it had until then. */
export function clocksNow(
  work: Work,
  {
    row,
    state,
    now,
    before,
    counted,
  }: {
    readonly row: WorkRow;
    readonly state: string;
    readonly now: string;
    readonly before: readonly ItemClock[];
    readonly counted: (of: Span['of']) => Counted;
  },
): ItemClock[] {
  return Object.entries(work.clocks ?? {}).flatMap(([clock, definition]) => {
    const was = before.find((one) => one.clock === clock);
    const { runs, rests = [], within } = definition;
    if (typeof within === 'function') {
      const dueAt = runs.includes(state) ? within(row as never) : null;
      return dueAt ? [{ clock, dueAt, left: null, late: was?.dueAt === dueAt && was.late }] : [];
    }
    const { after, between } = counted(within.of);
    if (rests.includes(state)) {
      if (!was) return [];
      return [{ ...was, dueAt: null, left: was.left ?? (was.dueAt ? between(now, was.dueAt) : 0) }];
    }
    if (!runs.includes(state)) return [];
    if (was?.dueAt) return [was];
    const dueAt = after(now, was?.left ?? within.minutes * MINUTE_MS);
    return dueAt ? [{ clock, dueAt, left: null, late: was?.late ?? false }] : [];
  });
}

/** The clock that runs out first. */
export const nextClock = (clocks: readonly ItemClock[]): ItemClock | undefined =>
  clocks.filter(({ dueAt }) => dueAt !== null).toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0];

/** Whether a timer waits for the end of a clock: somebody wants to know, or something happens. */
export const isTimed = ({ within, late }: WorkClock): boolean => typeof within !== 'function' || late !== undefined;
