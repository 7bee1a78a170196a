import { describe, expect, test } from 'vitest';
import { spokenDeadline, spokenStart } from './spoken-time.ts';

const now = '2026-11-30T03:00:00.000Z';
const saying = { zone: 'America/New_York', now };

describe('a time in a sentence', () => {
  test('of a whole day is its last day in the store’s zone, without a clock', () => {
    expect(spokenDeadline('2026-12-05T05:00:00.000Z', saying)).toEqual({
      zh: '12月4日星期五',
      en: 'Friday, 4 December',
    });
  });

  test('names the minute where it is not the edge of a day, and the year where it is another', () => {
    expect(spokenDeadline('2026-12-04T20:30:00.000Z', saying).en).toBe('Friday, 4 December, 15:30');
    expect(spokenDeadline('2027-01-02T05:00:00.000Z', saying)).toEqual({
      zh: '2027年1月1日星期五',
      en: 'Friday, 1 January 2027',
    });
  });

  test('from which something begins is the day that begins with it', () => {
    expect(spokenStart('2026-12-04T05:00:00.000Z', saying).en).toBe('Friday, 4 December');
    expect(spokenStart('2026-12-04T14:00:00.000Z', saying)).toEqual({
      zh: '12月4日星期五 09:00',
      en: 'Friday, 4 December, 09:00',
    });
  });

  test('of a day that the clock changes ends with that day', () => {
    expect(spokenDeadline('2026-11-02T05:00:00.000Z', saying).en).toBe('Sunday, 1 November');
  });
});
