import { viewDocument, type Selection } from '../../desk/document.ts';
import type { Days } from './hours-days.ts';

export interface HolidayList {
  readonly year: number;
  readonly source: string;
  readonly asOf: string;
  readonly days: Days;
}

export const publicHolidays = viewDocument<Record<never, never>, { readonly lists: readonly HolidayList[] }>(
  'publicHolidays',
  {},
  'lists { year source asOf days { date kind name { zh en } hours { from to } } }' as Selection<{
    readonly lists: readonly HolidayList[];
  }>,
);
