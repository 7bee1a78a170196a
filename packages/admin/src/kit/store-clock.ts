/**
 * @module Date and time fields on the clock of the store: what is written there is meant there, wherever the reader
 * sits.
 */

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(
    format.formatToParts(new Date(instant)).map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of `2026-05-08T23:59` in the zone; undefined when it is no date and time. An hour that the clock leaves
 * out is the one after it.
 */
export function instantOf(local: string, timeZone: string): string | undefined {
  const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(written)) return undefined;
  const guess = written - offsetAt(written, timeZone);
  return new Date(written - offsetAt(guess, timeZone)).toISOString();
}

/** An instant as a field of the store's clock holds it. */
export function localOf(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? '' : new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}
