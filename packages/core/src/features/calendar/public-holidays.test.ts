import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { calendarDays, PUBLIC_HOLIDAYS } from './index.ts';

describe('the public holidays of China', () => {
  test.each([
    [2025, 28, 5],
    [2026, 33, 6],
  ])('of %i are %i days off and %i swapped working days', (year, off, worked) => {
    const days = calendarDays(PUBLIC_HOLIDAYS.find((list) => list.year === year) ?? PUBLIC_HOLIDAYS[0]!);
    const of = (kind: string) => days.filter((day) => day.kind === kind);
    expect([of('HOLIDAY').length, of('WORKING').length]).toEqual([off, worked]);
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    // A swapped day is always a Saturday or a Sunday.
    expect(of('WORKING').every(({ date }) => [0, 6].includes(new Date(date).getUTCDay()))).toBe(true);
  });

  test('go into a store’s calendar, where service time obeys them', async () => {
    const { desk, store, staff } = await createTestDesk();
    const admin = desk.as(await staff('AD1', ['AD']));
    const { lists } = await admin.calendar.publicHolidays({ year: 2025 });
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));
    await admin.access.updateStore({ id: store.id, serviceHours: hours, calendar: lists[0]?.days ?? [] });
    const at = (day: string) =>
      admin.calendar.serviceTime({ storeId: store.id, at: `${day}T02:00:00.000Z`, until: `${day}T12:00:00.000Z` });
    expect(await at('2025-10-03')).toMatchObject({ open: false, nextOpening: '2025-10-09T01:00:00.000Z', seconds: 0 });
    expect(await at('2025-10-11')).toMatchObject({ open: true, seconds: 8 * 3600 });
  });

  test('name a day once, and no day that does not exist', async () => {
    const { desk, store, staff } = await createTestDesk();
    const admin = desk.as(await staff('AD1', ['AD']));
    const day = (date: string) => ({
      date,
      kind: 'HOLIDAY' as const,
      name: { zh: '店庆', en: 'Anniversary' },
      hours: [],
    });
    const set = (...dates: string[]) => admin.access.updateStore({ id: store.id, calendar: dates.map(day) });
    await expect(set('2025-05-01', '2025-05-01')).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'calendar' }] },
    });
    await expect(set('2025-02-30')).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'calendar.0.date' }] },
    });
    expect((await set('2025-05-01')).calendar).toHaveLength(1);
  });
});
