/** @module Calendars of stores: service time, holidays and swapped working days (0.2, R-CH-19). */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes, someOf } from '../../kernel/codes.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { access, CalendarDay, Store, storeRegion } from '../access/index.ts';
import { instant, named } from '../../kernel/entity.ts';
import { calendarDays, PUBLIC_HOLIDAYS } from './public-holidays.ts';
import {
  afterServiceTime,
  isOpen,
  nextOpening,
  officeCalendar,
  serviceCalendar,
  serviceTimeBetween,
} from './service-time.ts';
import { calendarWords } from './words.ts';

/** Lists of public holidays that a store may take over, each with its source. */
const publicHolidays = defineView({
  title: { en: 'Public holidays', zh: '法定节假日' },
  allow: { staff: 'store.read' },
  input: z.object({
    region: someOf('HolidayRegion', storeRegion, ['CN']).default('CN'),
    year: z.int().min(2000).max(2100).optional(),
  }),
  output: value(
    'PublicHolidays',
    z.object({
      lists: z.array(
        named(
          'HolidayList',
          z.object({ year: z.int(), source: z.string(), asOf: z.string(), days: z.array(CalendarDay) }),
        ),
      ),
    }),
  ),
  run: (_ctx, { region, year }) => ({
    lists: PUBLIC_HOLIDAYS.filter((list) => list.region === region && (year === undefined || list.year === year)).map(
      (list) => ({
        year: list.year,
        source: list.source,
        asOf: list.asOf,
        days: calendarDays(list),
      }),
    ),
  }),
});

/** Whether a store serves at an instant, when it next does, and how much service time lies up to another instant. */
const serviceTime = defineView({
  title: { en: 'Service time', zh: '服务时间计算' },
  allow: { staff: 'store.read' },
  input: z.object({
    storeId: z.string(),
    at: instant().optional(),
    until: instant().optional(),
    minutes: z.int().min(0).max(100_000).optional(),
    /** OFFICE: the hours of e-mail and tickets. */
    hours: codes('HoursKind', {
      SERVICE: { en: 'Service hours', zh: '服务时间', note: 'When customers are served.' },
      OFFICE: { en: 'Office hours', zh: '工作时间', note: 'The hours of e-mail and tickets.' },
    }).default('SERVICE'),
  }),
  output: value(
    'ServiceTime',
    z.object({
      open: z.boolean(),
      nextOpening: instant().nullable(),
      seconds: z.int().nullable(),
      reachedAt: instant().nullable(),
    }),
  ),
  run: async (ctx, { storeId, at = ctx.now, until, minutes, hours }) => {
    const store = await ctx.get(Store, storeId);
    const calendar = hours === 'OFFICE' ? officeCalendar(store) : serviceCalendar(store);
    return {
      open: isOpen(calendar, at),
      nextOpening: nextOpening(calendar, at) ?? null,
      seconds: until === undefined ? null : Math.round(serviceTimeBetween(calendar, at, until) / 1000),
      reachedAt: minutes === undefined ? null : (afterServiceTime(calendar, at, minutes * 60_000) ?? null),
    };
  },
});

export const calendar = defineFeature({
  name: 'calendar',
  words: calendarWords,
  requires: [access],
  views: { publicHolidays, serviceTime },
});

export { calendarDays, PUBLIC_HOLIDAYS, type HolidayList } from './public-holidays.ts';
export {
  afterServiceTime,
  isOpen,
  nextOpening,
  officeCalendar,
  serviceCalendar,
  serviceTimeBetween,
  type ServiceCalendar,
} from './service-time.ts';
export { businessCalendar } from './business-days.ts';
