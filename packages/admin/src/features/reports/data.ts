/**
 * @module What the pages of reports ask of the desk.
 */
import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, viewQuery, type Row } from '../../desk/documents.ts';

const count = 'code label cases units';
const reportFields =
  `id version storeId month generatedAt from to cases returnedUnits overrides shippedUnits rate previousCases
  previousUnits amounts { currency refund compensation cost } reasons { ${count} } topSkus { ${count} }
  responsible { ${count} }` as const;
export type Report = Row<'ReturnsReport', typeof reportFields>;
export const returnsReports = listQuery('returnsReports', 'ReturnsReport', reportFields);

const line = `caseId number orderNumber type state reason faultParty titles units currency refundAmount compensationAmount
    occurredAt`;
export const returnsReportLines = viewQuery(
  'returnsReportLines',
  { storeId: 'ID!', month: 'String!', first: 'Int', skip: 'Int' },
  `reportId total lines { ${line} } late { ${line} }`,
);
export type ReportLines = AnswerOf<typeof returnsReportLines>;
export type Line = ReportLines['lines'][number];

export const returnsReportCsv = viewQuery(
  'returnsReportCsv',
  { storeId: 'ID!', month: 'String!', language: 'TextLanguage' },
  'name contentType text',
);
export type CsvFile = AnswerOf<typeof returnsReportCsv>;

const measureFields = 'id text userId at';
export type Measure = Row<'ReturnsMeasure', typeof measureFields>;
export const returnsMeasures = listQuery('returnsMeasures', 'ReturnsMeasure', measureFields);
export const noteReturnsMeasure = actionMutation('noteReturnsMeasure', 'ReturnsMeasure', measureFields);

const shippedFields = 'id month units';
export type Shipped = Row<'ShippedUnits', typeof shippedFields>;
export const shippedUnitsList = listQuery('shippedUnitsList', 'ShippedUnits', shippedFields);
export const recordShippedUnits = actionMutation('recordShippedUnits', 'ShippedUnits', shippedFields);
