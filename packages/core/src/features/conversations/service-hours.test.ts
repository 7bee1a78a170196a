import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen, nextOpening } from './service-hours.ts';

const WEEKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

describe('service hours', () => {
  test('are half-open and count in the store’s zone', () => {
    const at = (instant: string) => isOpen(WEEKDAYS, 'Asia/Shanghai', instant);
    expect(at('2025-03-10T00:59:59.999Z')).toBe(false);
    expect(at('2025-03-10T01:00:00.000Z')).toBe(true);
    expect(at('2025-03-10T09:59:59.999Z')).toBe(true);
    expect(at('2025-03-10T10:00:00.000Z')).toBe(false);
    expect(at('2025-03-09T02:00:00.000Z')).toBe(false);
  });

  test('that are not given mean always', () => {
    expect(isOpen([], 'Asia/Shanghai', '2025-03-10T20:00:00.000Z')).toBe(true);
  });

  test('open next on Monday after a Friday evening, also over a change of the clock', () => {
    expect(nextOpening(WEEKDAYS, 'Asia/Shanghai', '2025-03-14T12:00:00.000Z')).toBe('2025-03-17T01:00:00.000Z');
    expect(nextOpening(WEEKDAYS, 'America/New_York', '2025-03-07T23:00:00.000Z')).toBe('2025-03-10T13:00:00.000Z');
  });

  test('that never open have no next opening', () => {
    expect(nextOpening([{ weekday: 1, from: '09:00', to: '09:00' }], 'UTC', '2025-03-10T00:00:00.000Z')).toBeUndefined();
  });

  test('are open at the next opening and closed just before, unless it is now', () => {
    const minute = fc.integer({ min: 0, max: 7 * 24 * 60 }).map((n) => new Date(Date.UTC(2025, 9, 20) + n * 60_000).toISOString());
    fc.assert(
      fc.property(minute, fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata'), (now, zone) => {
        const opening = nextOpening(WEEKDAYS, zone, now) ?? '';
        expect(isOpen(WEEKDAYS, zone, opening)).toBe(true);
        expect(opening >= now).toBe(true);
        if (opening !== now) expect(isOpen(WEEKDAYS, zone, new Date(Date.parse(opening) - 60_000).toISOString())).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
