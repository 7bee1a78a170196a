import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addMonths,
  businessDayNumber,
  formatDay,
  formatStoreTime,
  isBusinessDay,
  isTimeZone,
  parseDay,
  zonedDay,
  zonedDayEnd,
  zonedDayStart,
  WEEKDAYS,
} from './index.ts';
import { monthNumber } from './zoned-day.ts';

const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/St_Johns',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Santiago',
];
const day = (date: string): number => parseDay(date)!;
const utc = (instant: string): number => Date.parse(instant);

/** The local date by Intl alone, as a sortable text. */
function localDate(instant: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

const someInstant = fc.integer({ min: utc('1972-01-01T00:00:00Z'), max: utc('2037-12-31T00:00:00Z') });

describe('days in a zone', () => {
  it.each([
    ['an ordinary day', 'Asia/Shanghai', '2025-05-08', '2025-05-08T16:00:00Z'],
    ['the short day of spring', 'America/New_York', '2025-03-09', '2025-03-10T04:00:00Z'],
    ['the long day of autumn', 'America/New_York', '2025-11-02', '2025-11-03T05:00:00Z'],
    ['a day before a midnight that is skipped', 'America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00Z'],
    ['a day whose last hour comes twice', 'America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00Z'],
    ['a half-hour change', 'Australia/Lord_Howe', '2025-04-06', '2025-04-06T13:30:00Z'],
    ['the day before one that never was', 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z'],
    ['a day that never was', 'Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
  ])('ends %s', (_, zone, date, end) => {
    expect(new Date(zonedDayEnd(day(date), zone)).toISOString()).toBe(new Date(end).toISOString());
  });

  it('falls on the day that Intl shows', () => {
    fc.assert(
      fc.property(someInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(formatDay(zonedDay(instant, zone))).toBe(localDate(instant, zone));
        expect(formatStoreTime(instant, zone).slice(0, 10)).toBe(localDate(instant, zone));
      }),
    );
  });

  it('ends a day at the last instant of its date, whatever the clocks do', () => {
    fc.assert(
      fc.property(someInstant, fc.constantFrom(...ZONES), (instant, zone) => {
        const today = zonedDay(instant, zone);
        const end = zonedDayEnd(today, zone);
        expect(end).toBeGreaterThan(instant);
        expect(localDate(end - 1, zone) <= formatDay(today)).toBe(true);
        for (const later of [0, 1, 1_800_000, 3_600_000, 7_200_000])
          expect(localDate(end + later, zone) > formatDay(today)).toBe(true);
      }),
    );
  });

  it('lines days up without gap or overlap, also over changes of the clock', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('2005-01-01'), max: day('2037-12-31') }),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1, max: 40 }),
        (from, zone, days) => {
          expect(zonedDayStart(from + 1, zone)).toBe(zonedDayEnd(from, zone));
          const hours = (zonedDayEnd(from + days, zone) - zonedDayEnd(from, zone)) / 3_600_000;
          expect(Math.abs(hours - days * 24)).toBeLessThanOrEqual(zone === 'Pacific/Apia' ? 26 : 2);
        },
      ),
    );
  });

  it('follows a change of the clock in the middle of a quarter of an hour', () => {
    const shown = ['1972-01-07T00:44:29Z', '1972-01-07T00:44:30Z'].map((instant) =>
      formatStoreTime(utc(instant), 'Africa/Monrovia'),
    );
    expect(shown).toEqual(['1972-01-06 23:59:59', '1972-01-07 00:44:30']);
  });

  it('knows zones and dates from nonsense', () => {
    expect([isTimeZone('Asia/Shanghai'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
    expect(['2025-02-29', '2025-13-01', '25-01-01', '2024-02-29'].map(parseDay)).toEqual([
      undefined,
      undefined,
      undefined,
      19_782,
    ]);
  });
});

describe('months', () => {
  it('ends with the month it reaches', () => {
    expect(formatDay(addMonths(day('2025-01-31'), 1))).toBe('2025-02-28');
    expect(formatDay(addMonths(day('2024-02-29'), 12))).toBe('2025-02-28');
    expect(formatDay(addMonths(day('2025-03-31'), -1))).toBe('2025-02-28');
  });

  it('numbers a day by the least months that reach it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 25_000 }), fc.integer({ min: -800, max: 2000 }), (from, days) => {
        const months = monthNumber(from, from + days);
        expect(addMonths(from, months)).toBeGreaterThanOrEqual(from + days);
        expect(addMonths(from, months - 1)).toBeLessThan(from + days);
      }),
    );
  });
});

describe('working days', () => {
  const swapped = {
    weekdays: [1, 2, 3, 4, 5],
    holidays: ['2025-10-01', '2025-10-02', '2025-10-03'],
    workingDays: ['2025-09-28'],
  };

  it('skips weekends and holidays and works on swapped Sundays', () => {
    expect(formatDay(addBusinessDays(day('2025-09-27'), 1, swapped))).toBe('2025-09-28');
    expect(formatDay(addBusinessDays(day('2025-09-30'), 1, swapped))).toBe('2025-10-06');
    expect(formatDay(addBusinessDays(day('2025-09-27'), 1, WEEKDAYS))).toBe('2025-09-29');
    expect(() => isBusinessDay(0, { weekdays: [] })).toThrow(RangeError);
  });

  it('counts back what it adds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day('2025-01-01'), max: day('2026-12-31') }),
        fc.integer({ min: 0, max: 60 }),
        (from, count) => {
          const reached = addBusinessDays(from, count, swapped);
          expect(businessDayNumber(from, reached, swapped)).toBe(count);
          expect(businessDayNumber(reached, from, swapped)).toBe(-count || 0);
        },
      ),
    );
  });
});
