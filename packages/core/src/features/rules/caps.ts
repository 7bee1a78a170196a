/**
 * @module How often a rule may run. Over the cap of an hour it pauses; over that of a row it leaves this row alone, so
 * that nobody who may write to one row can switch a rule off for all.
 */
const HOUR = 3_600_000;
export const ROW_WINDOW_MS = 24 * HOUR;
export const HOUR_WINDOW_MS = HOUR;

export interface Caps {
  readonly perRow: number;
  readonly perHour: number;
}

/** Which cap stands in the way, of the runs in the windows before. */
export const capOver = (
  { perRow, perHour }: Caps,
  { ofRow, inHour }: { readonly ofRow: number; readonly inHour: number },
): 'ROW_CAP' | 'HOUR_CAP' | undefined => (ofRow >= perRow ? 'ROW_CAP' : inHour >= perHour ? 'HOUR_CAP' : undefined);

/** The same over events that have been, for a dry run: it remembers what it let run. */
export class PastRuns {
  readonly #caps: Caps;
  readonly #all: number[] = [];
  readonly #byRow = new Map<string, number[]>();

  constructor(caps: Caps) {
    this.#caps = caps;
  }

  /** Whether one more may run, and if so counts it; events come in the order of their time. */
  over(rowId: string, at: string): ReturnType<typeof capOver> {
    const now = Date.parse(at);
    const row = this.#byRow.get(rowId) ?? [];
    const since = (times: readonly number[], ms: number) => times.filter((time) => time > now - ms).length;
    const over = capOver(this.#caps, {
      ofRow: since(row, ROW_WINDOW_MS),
      inHour: since(this.#all.slice(-this.#caps.perHour), HOUR_WINDOW_MS),
    });
    if (over) return over;
    this.#all.push(now);
    this.#byRow.set(rowId, [...row, now]);
    return undefined;
  }
}

/** Rules that set each other off end here. */
const MOST_DEEP = 3;

/** Why a rule does not start on what rules have led to. */
export function loopOf(cause: readonly string[], code: string): 'LOOP' | 'TOO_DEEP' | undefined {
  if (cause.includes(code)) return 'LOOP';
  return cause.length >= MOST_DEEP ? 'TOO_DEEP' : undefined;
}
