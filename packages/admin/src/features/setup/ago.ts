/** @module How long ago something was, as people say it: 12 seconds ago, 3 minutes ago, yesterday. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `now` in milliseconds; what lies ahead of it, by a clock that is off, is now. */
export function ago(instant: string, locale: string, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  const [unit, size] = UNITS.find(([, of]) => seconds >= of) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}
