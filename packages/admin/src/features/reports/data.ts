/**
 * @module What the pages of reports ask of the desk.
 */
import type { ReportLine, ReturnsMeasure, ReturnsReport, RowOf, ShippedUnits } from '@shopdesk/core';
import {
  actionDocument,
  listDocument,
  select,
  viewDocument,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';

type ReportRow = RowOf<typeof ReturnsReport>;
type MeasureRow = RowOf<typeof ReturnsMeasure>;
type ShippedRow = RowOf<typeof ShippedUnits>;

const count = 'code label cases units';
const reportFields = select<ReportRow>()(
  [
    'id',
    'version',
    'storeId',
    'month',
    'generatedAt',
    'from',
    'to',
    'cases',
    'returnedUnits',
    'overrides',
    'shippedUnits',
    'rate',
    'previousCases',
    'previousUnits',
  ],
  { amounts: 'currency refund compensation cost', reasons: count, topSkus: count, responsible: count },
);
export type Report = SelectedBy<typeof reportFields>;
export const returnsReports = listDocument<ReportRow, Report>(
  { field: 'returnsReports', entity: 'ReturnsReport' },
  reportFields,
);

export interface ReportLines {
  readonly reportId: string;
  readonly total: number;
  readonly lines: readonly Line[];
  readonly late: readonly Line[];
}
export type Line = Pick<
  ReportLine,
  | 'caseId'
  | 'number'
  | 'orderNumber'
  | 'type'
  | 'state'
  | 'reason'
  | 'faultParty'
  | 'titles'
  | 'units'
  | 'currency'
  | 'refundAmount'
  | 'compensationAmount'
  | 'occurredAt'
>;
const line =
  'caseId number orderNumber type state reason faultParty titles units currency refundAmount compensationAmount occurredAt';
export const returnsReportLines = viewDocument<
  { storeId: string; month: string; first?: number; skip?: number },
  ReportLines
>(
  'returnsReportLines',
  { storeId: 'ID!', month: 'String!', first: 'Int', skip: 'Int' },
  `reportId total lines { ${line} } late { ${line} }` as Selection<ReportLines>,
);

export interface CsvFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}
export const returnsReportCsv = viewDocument<{ storeId: string; month: string; language?: 'zh' | 'en' }, CsvFile>(
  'returnsReportCsv',
  { storeId: 'ID!', month: 'String!', language: 'TextLanguage' },
  'name contentType text' as Selection<CsvFile>,
);

const measureFields = select<MeasureRow>()(['id', 'text', 'userId', 'at']);
export type Measure = SelectedBy<typeof measureFields>;
export const returnsMeasures = listDocument<MeasureRow, Measure>(
  { field: 'returnsMeasures', entity: 'ReturnsMeasure' },
  measureFields,
);
export const noteReturnsMeasure = actionDocument<{ id: string; text: string }, Measure>(
  'noteReturnsMeasure',
  'ReturnsMeasure',
  measureFields,
);

const shippedFields = select<ShippedRow>()(['id', 'month', 'units']);
export type Shipped = SelectedBy<typeof shippedFields>;
export const shippedUnitsList = listDocument<ShippedRow, Shipped>(
  { field: 'shippedUnitsList', entity: 'ShippedUnits' },
  shippedFields,
);
export const recordShippedUnits = actionDocument<{ storeId: string; month: string; units: number }, Shipped>(
  'recordShippedUnits',
  'ShippedUnits',
  shippedFields,
);
