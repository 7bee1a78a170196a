import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterServiceTime, isOpen, nextOpening, serviceTimeBetween, type ServiceCalendar } from './service-time.ts';

const MINUTE = 60_000;
const name = { zh: '假期', en: 'Holiday' };
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));
const weekly = (timeZone: string, hours: ServiceCalendar['hours'] = OFFICE): ServiceCalendar => ({
  timeZone,
  hours,
  days: [],
});
const SHANGHAI = weekly('Asia/Shanghai');
const holiday = (date: string) => ({ date, kind: 'HOLIDAY' as const, name, hours: [] });
const working = (date: string) => ({ date, kind: 'WORKING' as const, name, hours: [] });

describe('service hours', () => {
  test('are half-open and count in the store’s zone', () => {
    const at = (instant: string) => isOpen(SHANGHAI, instant);
    expect(at('2025-03-10T00:59:59.999Z')).toBe(false);
    expect(at('2025-03-10T01:00:00.000Z')).toBe(true);
    expect(at('2025-03-10T09:59:59.999Z')).toBe(true);
    expect(at('2025-03-10T10:00:00.000Z')).toBe(false);
    expect(at('2025-03-09T02:00:00.000Z')).toBe(false);
  });

  test('that are not given mean always', () => {
    expect(isOpen(weekly('Asia/Shanghai', []), '2025-03-10T20:00:00.000Z')).toBe(true);
  });

  test('open next on Monday after a Friday evening, also over a change of the clock', () => {
    expect(nextOpening(SHANGHAI, '2025-03-14T12:00:00.000Z')).toBe('2025-03-17T01:00:00.000Z');
    expect(nextOpening(weekly('America/New_York'), '2025-03-07T23:00:00.000Z')).toBe('2025-03-10T13:00:00.000Z');
  });

  test('that never open have no next opening and no service time', () => {
    const never = weekly('UTC', [{ weekday: 1, from: '09:00', to: '09:00' }]);
    expect(nextOpening(never, '2025-03-10T00:00:00.000Z')).toBeUndefined();
    expect(afterServiceTime(never, '2025-03-10T00:00:00.000Z', 1)).toBeUndefined();
  });

  test('may overlap without being counted twice', () => {
    const twice = weekly('UTC', [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '10:00', to: '13:00' },
    ]);
    expect(serviceTimeBetween(twice, '2025-03-10T00:00:00.000Z', '2025-03-11T00:00:00.000Z')).toBe(4 * 60 * MINUTE);
  });
});

describe('the calendar', () => {
  test('closes a holiday and opens a swapped Saturday with Monday’s hours', () => {
    const calendar = { ...SHANGHAI, days: [holiday('2025-10-01'), working('2025-10-11')] };
    expect(isOpen(calendar, '2025-10-01T02:00:00.000Z')).toBe(false);
    expect(isOpen(calendar, '2025-10-11T02:00:00.000Z')).toBe(true);
    expect(isOpen(calendar, '2025-10-11T10:00:00.000Z')).toBe(false);
    expect(isOpen(SHANGHAI, '2025-10-11T02:00:00.000Z')).toBe(false);
  });

  test('gives a day hours of its own', () => {
    const calendar = { ...SHANGHAI, days: [{ ...holiday('2025-12-31'), hours: [{ from: '09:00', to: '12:00' }] }] };
    expect(serviceTimeBetween(calendar, '2025-12-30T16:00:00.000Z', '2025-12-31T16:00:00.000Z')).toBe(3 * 60 * MINUTE);
  });

  test('closes a holiday also for who is open around the clock', () => {
    const calendar = { ...weekly('Asia/Shanghai', []), days: [holiday('2025-10-01')] };
    expect(nextOpening(calendar, '2025-09-30T16:00:00.000Z')).toBe('2025-10-01T16:00:00.000Z');
  });

  test('finds eight service hours over the Spring Festival', () => {
    const days = ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04'].map(holiday);
    // Monday 17:00 in Shanghai: one hour that day, seven on Wednesday 5 February after the holiday.
    expect(afterServiceTime({ ...SHANGHAI, days }, '2025-01-27T09:00:00.000Z', 8 * 60 * MINUTE)).toBe(
      '2025-02-05T08:00:00.000Z',
    );
  });

  test('counts a night of 23 and of 25 hours as it is', () => {
    const always = weekly('Europe/Berlin', []);
    expect(serviceTimeBetween(always, '2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z')).toBe(23 * 60 * MINUTE);
    const night = weekly('Europe/Berlin', [{ weekday: 7, from: '01:00', to: '04:00' }]);
    const day = (from: string, to: string) =>
      serviceTimeBetween(night, `${from}T22:00:00.000Z`, `${to}T23:00:00.000Z`) / MINUTE / 60;
    expect([day('2025-03-29', '2025-03-30'), day('2025-10-25', '2025-10-26'), day('2025-06-07', '2025-06-08')]).toEqual(
      [2, 4, 3],
    );
  });
});

describe('service time against a count of minutes', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'America/Santiago',
  );
  const starts = fc.constantFrom(
    Date.UTC(2025, 2, 7),
    Date.UTC(2025, 2, 28),
    Date.UTC(2025, 8, 30),
    Date.UTC(2025, 9, 24),
    Date.UTC(2025, 10, 1),
  );
  const minute = fc
    .integer({ min: 0, max: 95 })
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    );
  const hours = fc.array(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: minute, to: fc.oneof(minute, fc.constant('24:00')) }),
    { maxLength: 8 },
  );
  const days = fc.array(
    fc.record({
      kind: fc.constantFrom('HOLIDAY' as const, 'WORKING' as const),
      offset: fc.integer({ min: 0, max: 6 }),
      hours: fc.array(fc.record({ from: minute, to: minute }), { maxLength: 1 }),
    }),
    { maxLength: 3 },
  );
  const scene = fc.record({
    zone: zones,
    start: starts,
    hours,
    days,
    skip: fc.integer({ min: 0, max: 2880 }),
    span: fc.integer({ min: 0, max: 3 * 1440 }),
  });
  const at = (milliseconds: number) => new Date(milliseconds).toISOString();

  test('both ways, over day borders and changes of the clock', () => {
    fc.assert(
      fc.property(scene, ({ zone, start, skip, span, ...rest }) => {
        const calendar = {
          timeZone: zone,
          hours: rest.hours,
          days: rest.days.map(({ offset, ...day }) => ({
            ...day,
            name,
            date: at(start + offset * 86_400_000).slice(0, 10),
          })),
        };
        const from = start + skip * MINUTE;
        const open = Array.from({ length: span }, (_, n) => isOpen(calendar, at(from + n * MINUTE)));
        const counted = open.filter(Boolean).length;
        expect(serviceTimeBetween(calendar, at(from), at(from + span * MINUTE))).toBe(counted * MINUTE);
        if (counted === 0) return;
        const last = open.lastIndexOf(true);
        expect(afterServiceTime(calendar, at(from), counted * MINUTE)).toBe(at(from + (last + 1) * MINUTE));
        expect(nextOpening(calendar, at(from))).toBe(at(from + open.indexOf(true) * MINUTE));
      }),
      { numRuns: 150 },
    );
  });
});
