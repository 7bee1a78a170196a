/** @module Which days a store works, for limits in business days: the same calendar that its service time follows. */
import type { BusinessCalendar } from '../../policies/index.ts';
import type { ServiceCalendar } from './service-time.ts';

interface Calendars {
  readonly officeHours: ServiceCalendar['hours'];
  readonly calendar: ServiceCalendar['days'];
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];

/**
 * The weekdays of the store's office hours (Monday to Friday where it names none: a chat that is open on Sundays makes
 * no Sunday a business day), less the holidays of its calendar and with its swapped working days.
 */
export function businessCalendar({ officeHours, calendar }: Calendars): BusinessCalendar {
  const worked = officeHours.filter(({ from, to }) => from !== to).map(({ weekday }) => weekday % 7);
  const of = (kind: string) => calendar.filter((day) => day.kind === kind).map(({ date }) => date);
  return {
    weekdays: worked.length > 0 ? worked : MONDAY_TO_FRIDAY,
    holidays: of('HOLIDAY'),
    workingDays: of('WORKING'),
  };
}
