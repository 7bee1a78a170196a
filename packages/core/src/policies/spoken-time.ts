/**
 * @module A point in time as people say it in a sentence, in the store's zone: the day, and the time only where it is
 * not the day's edge.
 */
import type { Text } from './text.ts';
import { zonedDay, zonedDayEnd, zonedDayStart } from './zoned-day.ts';

/** Where and when a time is said. */
export interface Saying {
  /** The store's IANA zone. */
  readonly zone: string;
  /** ISO instant; the year is left out where it is this one's. */
  readonly now: string;
}

/** A deadline is the instant from which it is late: midnight is said as the day before, `Friday, 4 December`. */
export function spokenDeadline(deadline: string, saying: Saying): Text {
  const at = Date.parse(deadline);
  const wholeDay = zonedDayEnd(zonedDay(at - 1, saying.zone), saying.zone) === at;
  return said(wholeDay ? at - 1 : at, !wholeDay, saying);
}

/** An instant from which something is possible. */
export function spokenStart(start: string, saying: Saying): Text {
  const at = Date.parse(start);
  return said(at, zonedDayStart(zonedDay(at, saying.zone), saying.zone) !== at, saying);
}

function said(at: number, withTime: boolean, { zone: timeZone, now }: Saying): Text {
  const year = (instant: number) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(instant);
  const date = {
    timeZone,
    day: 'numeric',
    month: 'long',
    ...(year(at) === year(Date.parse(now)) ? {} : { year: 'numeric' as const }),
  } as const;
  const of = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const time = withTime ? of('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) : '';
  return {
    zh: `${of('zh-CN', { ...date, weekday: 'long' })}${time && ` ${time}`}`,
    en: [of('en-GB', { weekday: 'long' }), of('en-GB', date), time].filter(Boolean).join(', '),
  };
}
