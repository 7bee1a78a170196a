import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

export const publicHolidays = viewQuery(
  'publicHolidays',
  {},
  'lists { year source asOf days { date kind name { zh en } hours { from to } } }',
);
export type HolidayList = AnswerOf<typeof publicHolidays>['lists'][number];
