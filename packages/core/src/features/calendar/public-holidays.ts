/**
 * @module Public holidays that a store may take into its calendar, with the working days that are swapped for them.
 */
import type { z } from 'zod';
import { formatDay, parseDay } from '../../policies/zoned-day.ts';
import type { CalendarDay } from '../access/index.ts';

interface Holiday {
  readonly zh: string;
  readonly en: string;
  readonly from: string;
  readonly to: string;
  /** Days off by the week that are worked instead (调休上班). */
  readonly worked: readonly string[];
}

export interface HolidayList {
  readonly region: 'CN';
  readonly year: number;
  readonly source: string;
  /** The day on which the list was last compared with its source. */
  readonly asOf: string;
  readonly holidays: readonly Holiday[];
}

const NEW_YEAR = { zh: '元旦', en: 'New Year’s Day' };
const SPRING = { zh: '春节', en: 'Spring Festival' };
const QINGMING = { zh: '清明节', en: 'Qingming Festival' };
const LABOUR = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT = { zh: '端午节', en: 'Dragon Boat Festival' };
const MID_AUTUMN = { zh: '中秋节', en: 'Mid-Autumn Festival' };
const NATIONAL = { zh: '国庆节', en: 'National Day' };

export const PUBLIC_HOLIDAYS: readonly HolidayList[] = [
  {
    region: 'CN',
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
    asOf: '2026-11-22',
    holidays: [
      { ...NEW_YEAR, from: '2025-01-01', to: '2025-01-01', worked: [] },
      { ...SPRING, from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
      { ...QINGMING, from: '2025-04-04', to: '2025-04-06', worked: [] },
      { ...LABOUR, from: '2025-05-01', to: '2025-05-05', worked: ['2025-04-27'] },
      { ...DRAGON_BOAT, from: '2025-05-31', to: '2025-06-02', worked: [] },
      {
        zh: '国庆节、中秋节',
        en: 'National Day and Mid-Autumn Festival',
        from: '2025-10-01',
        to: '2025-10-08',
        worked: ['2025-09-28', '2025-10-11'],
      },
    ],
  },
  {
    region: 'CN',
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）',
    asOf: '2026-11-22',
    holidays: [
      { ...NEW_YEAR, from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
      { ...SPRING, from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
      { ...QINGMING, from: '2026-04-04', to: '2026-04-06', worked: [] },
      { ...LABOUR, from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
      { ...DRAGON_BOAT, from: '2026-06-19', to: '2026-06-21', worked: [] },
      { ...MID_AUTUMN, from: '2026-09-25', to: '2026-09-27', worked: [] },
      { ...NATIONAL, from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
    ],
  },
];

type Day = z.output<typeof CalendarDay>;

function daysFrom(from: string, to: string): string[] {
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? -1];
  return Array.from({ length: last - first + 1 }, (_, n) => formatDay(first + n));
}

/** The days of a list as a store's calendar holds them, in order. */
export function calendarDays({ holidays }: HolidayList): Day[] {
  const days = holidays.flatMap(({ zh, en, from, to, worked }): Day[] => [
    ...daysFrom(from, to).map((date): Day => ({ date, kind: 'HOLIDAY', name: { zh, en }, hours: [] })),
    ...worked.map((date): Day => ({
      date,
      kind: 'WORKING',
      name: { zh: `${zh}调休上班`, en: `Working day for ${en}` },
      hours: [],
    })),
  ]);
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
