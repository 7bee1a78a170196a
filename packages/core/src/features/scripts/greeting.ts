/**
 * @module Which of several greetings fits: own or of the store before everybody's, of this hour, to this customer
 * (R-PRE-01).
 */
import { isUsable, type ShelvedScript } from './library.ts';

export interface GreetingSituation {
  readonly storeId: string;
  readonly now: string;
  readonly timeZone: string;
  /** The customer was here before. */
  readonly returning: boolean;
}

/** Making a formatter costs far more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function minuteIn(timeZone: string, instant: string): string {
  let format = formats.get(timeZone);
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })),
    );
  return format.format(Date.parse(instant));
}

function isAtHour({ hours }: ShelvedScript, minute: string): boolean {
  if (!hours) return true;
  const { from, to } = hours;
  return from <= to ? from <= minute && minute < to : from <= minute || minute < to;
}

const isTo = ({ customers }: ShelvedScript, returning: boolean) =>
  customers === 'ALL' || (customers === 'RETURNING') === returning;

/** How particular a greeting is. */
const particular = ({ scope, storeId, hours, customers }: ShelvedScript) =>
  (scope === 'PERSONAL' ? 8 : 0) + (storeId ? 4 : 0) + (customers === 'ALL' ? 0 : 2) + (hours ? 1 : 0);

/** The most particular greeting that may be said now. */
export function greetingFor(
  scripts: readonly ShelvedScript[],
  { storeId, now, timeZone, returning }: GreetingSituation,
): ShelvedScript | undefined {
  const minute = minuteIn(timeZone, now);
  return scripts
    .filter(
      (script) =>
        script.scene === 'GREETING' &&
        isUsable(script, storeId, now) &&
        isAtHour(script, minute) &&
        isTo(script, returning),
    )
    .sort((a, b) => particular(b) - particular(a) || b.usageCount - a.usageCount)[0];
}
