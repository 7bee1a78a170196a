import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

export const myFigures = viewQuery('myFigures', { storeId: 'ID' }, 'day figures { metric unit value num den n }');
export type MyFigures = AnswerOf<typeof myFigures>;

const FIGURES = 'figures { metric value n enough }';
const REPORT = `${FIGURES} groups { by key ${FIGURES} }` as const;
/** The figures of a period, whole and by groups, and of the same part of an earlier one. */
export const reportFigures = viewQuery(
  'figures',
  {
    metrics: '[MetricCode!]!',
    from: 'String',
    to: 'String',
    storeId: 'ID',
    by: '[MetricDimension!]',
    against: 'Int',
  },
  `from to ${REPORT} filling failedDays before { from to toMinute ${REPORT} }`,
);
export type Report = AnswerOf<typeof reportFigures>;
export type ReportFigure = Report['figures'][number];

/** A figure of a list by its code; null where it was not counted. */
export const valueIn = (figures: readonly ReportFigure[], metric: string): number | null =>
  figures.find((one) => one.metric === metric)?.value ?? null;
