import { describe, expect, test } from 'vitest';
import { deadlineText, lastMoment } from './deadline.ts';

const now = Date.parse('2026-11-30T12:00:00.000Z');
const NEW_YORK = 'America/New_York';

describe('a deadline', () => {
  test('is the same day for readers in three zones, and names the store’s zone where theirs differs', () => {
    const read = (readerZone: string) =>
      deadlineText('2026-12-07T05:00:00.000Z', { locale: 'en', zone: NEW_YORK, readerZone, now });
    expect(read(NEW_YORK)).toBe('6 Dec, 23:59');
    expect(read('America/Toronto')).toBe('6 Dec, 23:59');
    expect(read('Asia/Shanghai')).toBe('6 Dec, 23:59 (Eastern Time)');
    expect(read('Pacific/Auckland')).toBe('6 Dec, 23:59 (Eastern Time)');
  });

  test('is said in Chinese with the year where it is another', () => {
    const options = { locale: 'zh-CN', zone: 'Asia/Shanghai', now };
    expect(deadlineText('2026-12-06T16:00:00.000Z', { ...options, readerZone: 'Asia/Shanghai' })).toBe('12月6日 23:59');
    expect(deadlineText('2027-01-06T16:00:00.000Z', { ...options, readerZone: NEW_YORK })).toBe(
      '2027年1月6日 23:59（中国标准时间）',
    );
  });

  test('keeps its minute where it lies within one', () => {
    expect(lastMoment('2026-12-07T05:00:30.000Z').toISOString()).toBe('2026-12-07T05:00:29.999Z');
    expect(deadlineText('2026-12-07T05:00:30.000Z', { locale: 'en', zone: 'UTC', readerZone: 'UTC', now })).toBe(
      '7 Dec, 05:00',
    );
  });

  test('knows that one zone has another offset in summer', () => {
    const read = (at: string) => deadlineText(at, { locale: 'en', zone: 'Europe/London', readerZone: 'UTC', now });
    expect(read('2026-12-07T05:00:00.000Z')).not.toContain('(');
    expect(read('2026-07-07T05:00:00.000Z')).toContain('(');
  });
});
