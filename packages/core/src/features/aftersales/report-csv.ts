/** @module The monthly report as a table: form F7 above, the list of cases below. */
import type { RowOf } from '../../kernel/entity.ts';
import { decimalOf } from '../../kernel/currency.ts';
import { formatStoreTime, type Language } from '../../policies/index.ts';
import type { Store } from '../access/index.ts';
import { writeCsv, type CsvCell } from '../../text/csv.ts';
import type { ReportLine, ReturnsReport } from './report-entities.ts';
import { codeWord } from '../../kernel/codes.ts';
import { caseReason, caseState, caseType, faultParty } from './entities.ts';

export interface ReportTable {
  readonly report: RowOf<typeof ReturnsReport>;
  readonly store: RowOf<typeof Store>;
  readonly lines: readonly ReportLine[];
  readonly late: readonly ReportLine[];
  readonly measures: readonly string[];
  readonly language: Language;
}

const WORDS = {
  zh: {
    store: '店铺',
    month: '月份',
    made: '生成时间',
    cases: '退货单数',
    units: '退货件数',
    shipped: '发货件数',
    rate: '退货率',
    refund: '退款金额',
    compensation: '补偿金额',
    cost: '成本',
    previous: '上月退货件数',
    overrides: '例外放行',
    reasons: '退货原因',
    skus: '退货最多的商品',
    responsible: '责任方',
    measures: '改进措施',
    list: '明细',
    late: '逾期登记（不计入）',
    header: [
      '售后单号',
      '订单号',
      '类型',
      '状态',
      '原因',
      '责任方',
      '商品',
      '件数',
      '币种',
      '退款',
      '补偿',
      '申请时间',
    ],
  },
  en: {
    store: 'Store',
    month: 'Month',
    made: 'Made at',
    cases: 'Cases',
    units: 'Returned units',
    shipped: 'Shipped units',
    rate: 'Rate',
    refund: 'Refunded',
    compensation: 'Compensation',
    cost: 'Cost',
    previous: 'Returned units, month before',
    overrides: 'Overrides',
    reasons: 'Reasons',
    skus: 'Top products',
    responsible: 'Responsible',
    measures: 'Measures',
    list: 'Cases',
    late: 'Recorded late (not counted)',
    header: [
      'Case',
      'Order',
      'Type',
      'State',
      'Reason',
      'Responsible',
      'Goods',
      'Units',
      'Currency',
      'Refund',
      'Compensation',
      'Asked at',
    ],
  },
} as const;

const percent = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(2)}%`);

function head({ report, store, measures, language }: ReportTable): CsvCell[][] {
  const words = WORDS[language];
  const amount = (minor: number, currency: string) => ({ decimal: decimalOf({ amount: minor, currency }) });
  const named = (
    title: string,
    rows: typeof report.reasons,
    label: (code: string, own: string) => string,
  ): CsvCell[][] =>
    rows.map(({ code, label: own, cases, units }, index) => [index === 0 ? title : '', label(code, own), cases, units]);
  return [
    [words.store, store.name],
    [words.month, report.month],
    [words.made, formatStoreTime(Date.parse(report.generatedAt), store.timeZone)],
    [words.cases, report.cases],
    [words.units, report.returnedUnits],
    [words.shipped, report.shippedUnits ?? '–'],
    [words.rate, percent(report.rate)],
    ...report.amounts.flatMap(({ currency, refund, compensation, cost }) => [
      [words.refund, amount(refund, currency), currency],
      [words.compensation, amount(compensation, currency), currency],
      [words.cost, amount(cost, currency), currency],
    ]),
    [words.previous, report.previousUnits ?? '–'],
    [words.overrides, report.overrides],
    ...named(words.reasons, report.reasons, (code) => codeWord(caseReason, code)[language]),
    ...named(words.skus, report.topSkus, (code, own) => `${own} (${code})`),
    ...named(words.responsible, report.responsible, (code) => codeWord(faultParty, code)[language]),
    ...measures.map((text, index) => [index === 0 ? words.measures : '', text]),
  ];
}

function listed(lines: readonly ReportLine[], { store, language }: ReportTable): CsvCell[][] {
  return lines.map((line) => [
    { code: line.number },
    { code: line.orderNumber },
    codeWord(caseType, line.type)[language],
    codeWord(caseState, line.state)[language],
    codeWord(caseReason, line.reason)[language],
    codeWord(faultParty, line.faultParty)[language],
    line.titles.join('; '),
    line.units,
    line.currency,
    { decimal: decimalOf({ amount: line.refundAmount, currency: line.currency }) },
    { decimal: decimalOf({ amount: line.compensationAmount, currency: line.currency }) },
    formatStoreTime(Date.parse(line.occurredAt), store.timeZone),
  ]);
}

export function reportCsv(table: ReportTable): string {
  const { language, lines, late } = table;
  const words = WORDS[language];
  const after: CsvCell[][] = late.length > 0 ? [[], [words.late], ...listed(late, table)] : [];
  return writeCsv([...head(table), [], [words.list], [...words.header], ...listed(lines, table), ...after]);
}
