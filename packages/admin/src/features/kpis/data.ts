import type { AnswerOf } from '@shopdesk/core/client';
import { viewQuery } from '../../desk/documents.ts';

const FIGURES = 'replied repliable threeMinuteRate satisfaction ratings added { figure unit value }';
export const myServiceFigures = viewQuery('myServiceFigures', { storeId: 'ID' }, `from figures { ${FIGURES} }`);
/** `added` are figures of features of which the panel has never heard; their unit is COUNT, SHARE or SECONDS. */
export type MyFigures = AnswerOf<typeof myServiceFigures>;

const REPORT =
  'conversations firstResponseP50 replyRate threeMinuteRate attainment resolvedInTime satisfaction ratings' as const;
/** The figures of a period, whole and by groups. */
export const reportFigures = viewQuery(
  'serviceKpis',
  { from: 'DateTime!', to: 'DateTime!', storeId: 'ID', by: 'FigureGrouping' },
  `figures { ${REPORT} } groups { key figures { ${REPORT} } }`,
);
export type ReportFigures = AnswerOf<typeof reportFigures>['figures'];
