/**
 * @module Days, months and day ends in a store's IANA zone, from `Intl` alone.
 * A day is an integer counted from 1970-01-01; an instant is milliseconds since the epoch.
 */

const DAY = 86_400_000;
const QUARTER = 900_000;
/** Local mean times reached 15 h 56 min; a multiple of a quarter above it. */
const LONGEST_OFFSET = 16 * 4 * QUARTER;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number | undefined>>();
const MAX_BUCKETS = 4096;

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function exactOffset(instant: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const second0 = Math.floor(instant / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - second0;
}

/** Milliseconds that local time is ahead of UTC. Quarter hours without a change inside are remembered. */
export function zoneOffset(instant: number, zone: string): number {
  let buckets = offsets.get(zone);
  if (!buckets) offsets.set(zone, (buckets = new Map()));
  const bucket = Math.floor(instant / QUARTER);
  if (!buckets.has(bucket)) {
    if (buckets.size >= MAX_BUCKETS) buckets.clear();
    const first = exactOffset(bucket * QUARTER, zone);
    const last = exactOffset((bucket + 1) * QUARTER - 1, zone);
    buckets.set(bucket, first === last ? first : undefined);
  }
  return buckets.get(bucket) ?? exactOffset(instant, zone);
}

/** Whether the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The local calendar day on which the instant falls. */
export function zonedDay(instant: number, zone: string): number {
  return Math.floor((instant + zoneOffset(instant, zone)) / DAY);
}

/** Finds the first instant after `low` at which the local day is later than `day`; `high` is such an instant. */
function firstAfter(low: number, high: number, { day, zone }: { day: number; zone: string }): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zonedDay(middle, zone) <= day) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The instant at which the local day is over for good: the start of the next one.
 * A midnight that the clock skips ends the day at the change; one that it passes twice, at the second passing.
 */
export function zonedDayEnd(day: number, zone: string): number {
  const midnight = (day + 1) * DAY;
  const early = midnight - LONGEST_OFFSET;
  const late = midnight + LONGEST_OFFSET;
  const offset = zoneOffset(early, zone);
  if (offset === zoneOffset(late, zone) && offset === zoneOffset(midnight - offset, zone)) return midnight - offset;
  let last = late;
  while (zonedDay(last, zone) > day) last -= QUARTER;
  return firstAfter(last, last + QUARTER, { day, zone });
}

/** The instant at which the local day starts. */
export function zonedDayStart(day: number, zone: string): number {
  return zonedDayEnd(day - 1, zone);
}

/** Reads a calendar date `YYYY-MM-DD`; undefined when it is not one. */
export function parseDay(date: string): number | undefined {
  const fields = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!fields) return undefined;
  const day = Date.UTC(Number(fields[1]), Number(fields[2]) - 1, Number(fields[3])) / DAY;
  return formatDay(day) === date ? day : undefined;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Year, month (1–12) and day of month. */
export function dayFields(day: number): { year: number; month: number; date: number } {
  const utc = new Date(day * DAY);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, date: utc.getUTCDate() };
}

/** Adds calendar months; a day the month does not have becomes its last day. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = dayFields(day);
  const first = Date.UTC(year, month - 1 + months, 1) / DAY;
  const next = Date.UTC(year, month + months, 1) / DAY;
  return Math.min(first + date - 1, next - 1);
}

/** The least number of months after which `day` is reached counting from `from`. */
export function monthNumber(from: number, day: number): number {
  const a = dayFields(from);
  const b = dayFields(day);
  return (b.year - a.year) * 12 + (b.month - a.month) + (a.date < b.date ? 1 : 0);
}

/** Writes the instant as store time, `YYYY-MM-DD HH:MM:SS`. */
export function formatStoreTime(instant: number, zone: string): string {
  return new Date(instant + zoneOffset(instant, zone)).toISOString().slice(0, 19).replace('T', ' ');
}
