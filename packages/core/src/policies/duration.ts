/**
 * @module ISO-8601 durations of fixed length: days are 24 hours here, calendar days are a matter of the zone.
 */
import type { Text } from './text.ts';

const UNITS = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 } as const;

/** Milliseconds of `PT72H`, `P3D`, `PT30M` …; undefined when the text is not such a duration. */
export function parseDuration(text: string): number | undefined {
  const fields = /^(-)?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/.exec(text);
  if (!fields || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [, sign, weeks, days, hours, minutes, seconds] = fields;
  const total =
    Number(weeks ?? 0) * UNITS.W +
    Number(days ?? 0) * UNITS.D +
    Number(hours ?? 0) * UNITS.H +
    Number(minutes ?? 0) * UNITS.M +
    Math.round(Number(seconds ?? 0) * UNITS.S);
  return sign ? -total : total;
}

const NAMES = [
  [UNITS.H, { zh: ' 小时', en: ' h' }],
  [UNITS.M, { zh: ' 分钟', en: ' min' }],
  [UNITS.S, { zh: ' 秒', en: ' s' }],
  [1, { zh: ' 毫秒', en: ' ms' }],
] as const satisfies readonly (readonly [number, Text])[];

/** Writes a duration for people: `72 h`, `1 h 30 min`. */
export function formatDuration(milliseconds: number, language: keyof Text): string {
  const parts: string[] = [];
  let rest = Math.abs(milliseconds);
  for (const [size, name] of NAMES) {
    const count = Math.floor(rest / size);
    if (count > 0) parts.push(`${count}${name[language]}`);
    rest -= count * size;
  }
  return (milliseconds < 0 ? '−' : '') + (parts.join(' ') || `0${NAMES[2][1][language]}`);
}
