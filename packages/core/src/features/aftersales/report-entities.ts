import { z } from 'zod';
import { defineEntity, instant, named, ref } from '../../kernel/entity.ts';
import { staffOfStore } from '../customers/index.ts';
import { caseReason, caseState, caseType, faultParty, minorUnits } from './entities.ts';

/** One return as it stood when the report was made. */
export const ReportLine = named(
  'ReturnsReportLine',
  z.object({
    caseId: z.string(),
    number: z.string(),
    orderNumber: z.string(),
    type: caseType,
    state: caseState,
    reason: caseReason,
    faultParty,
    variantIds: z.array(z.string()),
    titles: z.array(z.string()),
    quantities: z.array(z.int()),
    units: z.int(),
    currency: z.string(),
    refundAmount: minorUnits,
    compensationAmount: minorUnits,
    overridden: z.boolean(),
    occurredAt: instant(),
  }),
);
export type ReportLine = z.output<typeof ReportLine>;

const Amounts = named(
  'ReturnsReportAmount',
  z.object({ currency: z.string(), refund: minorUnits, compensation: minorUnits, cost: minorUnits }),
);
const Count = named(
  'ReturnsReportCount',
  z.object({ code: z.string(), label: z.string(), cases: z.int(), units: z.int() }),
);

/** What a report says; every figure is worked out from its lines. */
export const reportFigures = {
  cases: z.int(),
  returnedUnits: z.int(),
  amounts: z.array(Amounts),
  reasons: z.array(Count),
  /** The ten variants that came back most. */
  topSkus: z.array(Count),
  responsible: z.array(Count),
  overrides: z.int(),
};

/** The monthly report of returns (form F7): made once, never changed. */
export const ReturnsReport = defineEntity({
  name: 'ReturnsReport',
  title: { en: 'Monthly returns report', zh: '退货月报' },
  schema: z.object({
    storeId: ref('Store'),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    generatedAt: instant(),
    from: instant(),
    to: instant(),
    ...reportFigures,
    /** Null where nobody has told the desk how much was shipped; then there is no rate either. */
    shippedUnits: z.int().nullable(),
    rate: z.number().nullable(),
    /** The month before, to compare. */
    previousCases: z.int().nullable(),
    previousUnits: z.int().nullable(),
    parts: z.int(),
  }),
  index: [['storeId', '-month']],
  unique: [{ name: 'returns_report', fields: ['storeId', 'month'] }],
  audited: ['month', 'cases', 'returnedUnits', 'amounts'],
  visible: (actor) => staffOfStore(actor, 'report.read'),
  list: { filters: ['storeId', 'month'], orders: [[['month', 'desc']]] },
});

/** Lines of a report, some hundred to a row. */
export const ReturnsReportPart = defineEntity({
  name: 'ReturnsReportPart',
  title: { en: 'Lines of a returns report', zh: '退货月报明细' },
  schema: z.object({
    storeId: ref('Store'),
    reportId: ref('ReturnsReport'),
    part: z.int(),
    lines: z.array(ReportLine),
  }),
  unique: [{ name: 'returns_report_part', fields: ['reportId', 'part'] }],
  visible: () => 'none',
});

/** What is done about the returns of a month; said beside the frozen report. */
export const ReturnsMeasure = defineEntity({
  name: 'ReturnsMeasure',
  title: { en: 'Measure on returns', zh: '退货改进措施' },
  schema: z.object({
    storeId: ref('Store'),
    reportId: ref('ReturnsReport'),
    text: z.string().min(1).max(2000),
    userId: ref('User'),
    at: instant(),
  }),
  index: [['reportId', 'at']],
  audited: ['text'],
  visible: (actor) => staffOfStore(actor, 'report.read'),
  list: { filters: ['storeId', 'reportId'], orders: [[['at', 'asc']]] },
});

/** How much a store shipped in a month; the shop's own figure. */
export const ShippedUnits = defineEntity({
  name: 'ShippedUnits',
  plural: 'ShippedUnitsList',
  title: { en: 'Units shipped', zh: '发货件数' },
  schema: z.object({ storeId: ref('Store'), month: z.string().regex(/^\d{4}-\d{2}$/), units: z.int().min(0) }),
  unique: [{ name: 'shipped_units', fields: ['storeId', 'month'] }],
  audited: ['month', 'units'],
  visible: (actor) => staffOfStore(actor, 'report.read'),
  list: { filters: ['storeId', 'month'], orders: [[['month', 'desc']]] },
});
