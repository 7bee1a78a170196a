/**
 * @module Weeks of a store in its own zone: days as `YYYY-MM-DD`, times of day as people write them.
 */
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      })),
    );
  return format;
}

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
}

export function localTime(instant: string, timeZone: string): LocalTime {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` };
}

/** The instant of a local time; one that the clock skips is the first after it. */
export function instantOf({ day, time }: LocalTime, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  let at = wanted;
  // Twice, because the first guess may stand on the other side of a change of the clock.
  for (let round = 0; round < 2; round += 1) {
    const local = localTime(new Date(at).toISOString(), timeZone);
    at += wanted - Date.parse(`${local.day}T${local.time}:00.000Z`);
  }
  return new Date(at).toISOString();
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(day).getUTCDay() + 6) % 7));

export const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const weekDays = (monday: string): string[] => Array.from({ length: 7 }, (_, n) => addDays(monday, n));

/** A time of day that is not after the beginning is on the next day. */
export function shiftInstants(
  day: string,
  from: string,
  to: string,
  timeZone: string,
): { startAt: string; endAt: string } {
  return {
    startAt: instantOf({ day, time: from }, timeZone),
    endAt: instantOf({ day: to > from ? day : addDays(day, 1), time: to }, timeZone),
  };
}
