/**
 * @module The monthly report of returns (R-AFT-08, F7): made once by a durable timer and frozen; a case that is written
 * into the month afterwards is listed as late and changes nothing (SC-24).
 */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { type RowOf } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { Store, textLanguage } from '../access/index.ts';
import { AfterSalesCase } from './entities.ts';
import { reportCsv } from './report-csv.ts';
import { ReportLine, ReturnsMeasure, ReturnsReport, ReturnsReportPart, ShippedUnits } from './report-entities.ts';
import { figuresOf, isReturn, lineOf } from './report-figures.ts';
import { monthBefore, nextMonth, reportDue, scheduleReport, spanOf, startReportTimers } from './report-timer.ts';
import { says } from '../../kernel/problems.ts';
import { aftersalesTexts as t } from './texts.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type ReportRow = RowOf<typeof ReturnsReport>;

const PAGE = 1000;
const LINES_A_PART = 250;
const MOST_LATE = 500;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, says(t.monthForm));

/** Every case that a customer asked for in a span, a page at a time. */
async function casesIn(
  ctx: ReadContext,
  storeId: string,
  { from, to }: { from: string; to: string },
): Promise<CaseRow[]> {
  const found: CaseRow[] = [];
  for (let after: (string | number | null)[] | undefined; ;) {
    const rows = await ctx.trusted('the report counts every case').find(AfterSalesCase, {
      where: [{ storeId, occurredAt: { gte: from } }, { occurredAt: { lt: to } }],
      order: [['occurredAt', 'asc']],
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    found.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return found;
    after = [last.occurredAt, last.id];
  }
}

/** Makes the report of a month and sets the clock for the next one. A month that has its report keeps it. */
export const generateReturnsReport = defineAction({
  title: { en: 'Make the returns report', zh: '生成退货月报' },
  allow: { system: true },
  input: z.object({ storeId: z.string(), month }),
  output: one(ReturnsReport),
  check: async (ctx, { storeId, month: of }) => {
    const { timeZone } = await ctx.get(Store, storeId);
    const early = ctx.now < reportDue(of, timeZone);
    return early ? deny('VALIDATION_FAILED', { fields: [{ path: 'month', text: t.monthNotOver }] }) : undefined;
  },
  run: async (ctx, { storeId, month: of }) => {
    const store = await ctx.get(Store, storeId);
    await scheduleReport(ctx, store, nextMonth(of));
    const known = await ctx.trusted('what exists counts').first(ReturnsReport, { storeId, month: of });
    return known ?? insertReport(ctx, store, of);
  },
});

async function insertReport(
  ctx: ActionContext,
  { id: storeId, timeZone }: RowOf<typeof Store>,
  of: string,
): Promise<ReportRow> {
  const span = spanOf(of, timeZone);
  const lines = (await casesIn(ctx, storeId, span)).filter(isReturn).map(lineOf);
  const figures = figuresOf(lines);
  const [previous, shipped] = await Promise.all([
    ctx.trusted('figures of the report').first(ReturnsReport, { storeId, month: monthBefore(of) }),
    ctx.trusted('figures of the report').first(ShippedUnits, { storeId, month: of }),
  ]);
  const shippedUnits = shipped?.units ?? null;
  const report = ctx.insert(ReturnsReport, {
    storeId,
    month: of,
    generatedAt: ctx.now,
    ...span,
    ...figures,
    shippedUnits,
    rate: shippedUnits ? figures.returnedUnits / shippedUnits : null,
    previousCases: previous?.cases ?? null,
    previousUnits: previous?.returnedUnits ?? null,
    parts: Math.ceil(lines.length / LINES_A_PART),
  });
  for (let part = 0; part < report.parts; part += 1)
    ctx.insert(ReturnsReportPart, {
      storeId,
      reportId: report.id,
      part,
      lines: lines.slice(part * LINES_A_PART, (part + 1) * LINES_A_PART),
    });
  return report;
}

/** The lines of a report, as they stood when it was made. */
async function linesOf(ctx: ReadContext, { id: reportId, parts }: ReportRow): Promise<z.output<typeof ReportLine>[]> {
  const rows =
    parts === 0
      ? []
      : await ctx
          .trusted('bookkeeping of the desk')
          .find(ReturnsReportPart, { where: { reportId }, order: [['part', 'asc']], limit: parts });
  return rows.flatMap(({ lines }) => lines);
}

/** Cases that were written into the month after its report was made. */
async function lateLines(ctx: ReadContext, { storeId, from, to, generatedAt }: ReportRow) {
  const rows = await ctx.trusted('the report counts every case').find(AfterSalesCase, {
    where: [{ storeId, occurredAt: { gte: from } }, { occurredAt: { lt: to } }, { submittedAt: { gt: generatedAt } }],
    order: [['occurredAt', 'asc']],
    limit: MOST_LATE,
  });
  return rows.filter(isReturn).map(lineOf);
}

async function reportOf(ctx: ReadContext, storeId: string, of: string): Promise<ReportRow> {
  return (await ctx.first(ReturnsReport, { storeId, month: of })) ?? refuse('NOT_FOUND');
}

/** A month's report with its lines, a page of them, and what came late. */
export const returnsReportLines = defineView({
  title: { en: 'Lines of the returns report', zh: '退货月报明细' },
  allow: { staff: 'report.read' },
  input: z.object({
    storeId: z.string(),
    month,
    first: z.int().min(1).max(500).default(100),
    skip: z.int().min(0).default(0),
  }),
  output: value(
    'ReturnsReportLines',
    z.object({ reportId: z.string(), total: z.int(), lines: z.array(ReportLine), late: z.array(ReportLine) }),
  ),
  run: async (ctx, { storeId, month: of, first, skip }) => {
    const report = await reportOf(ctx, storeId, of);
    const lines = await linesOf(ctx, report);
    return {
      reportId: report.id,
      total: lines.length,
      lines: lines.slice(skip, skip + first),
      late: await lateLines(ctx, report),
    };
  },
});

/** The report as a table for a spreadsheet. */
export const returnsReportCsv = defineView({
  title: { en: 'Returns report as CSV', zh: '导出退货月报' },
  allow: { staff: 'report.read' },
  input: z.object({ storeId: z.string(), month, language: textLanguage.default('zh') }),
  output: value('CsvFile', z.object({ name: z.string(), contentType: z.string(), text: z.string() })),
  run: async (ctx, { storeId, month: of, language }) => {
    const [report, store] = [await reportOf(ctx, storeId, of), await ctx.get(Store, storeId)];
    const measures = await ctx.all(ReturnsMeasure, { where: { reportId: report.id }, order: [['at', 'asc']] });
    const text = reportCsv({
      report,
      store,
      lines: await linesOf(ctx, report),
      late: await lateLines(ctx, report),
      measures: measures.map((measure) => measure.text),
      language,
    });
    return {
      name: `${language === 'zh' ? '退货月报' : 'returns'}-${store.key}-${of}.csv`,
      contentType: 'text/csv; charset=utf-8',
      text,
    };
  },
});

/** Tells the desk how much a store shipped in a month, for the rate; before the report is made. */
export const recordShippedUnits = defineAction({
  title: { en: 'Record units shipped', zh: '登记发货件数' },
  allow: { staff: 'report.manage', system: true },
  input: z.object({ storeId: z.string(), month, units: z.int().min(0).max(1_000_000_000) }),
  output: one(ShippedUnits),
  check: async (ctx, { storeId, month: of }) => {
    await ctx.get(Store, storeId);
    return (await ctx.trusted('what exists counts').first(ReturnsReport, { storeId, month: of }))
      ? deny('INVALID_TRANSITION', {
          text: t.reportMade,
          details: { from: 'FROZEN', event: 'recordShippedUnits' },
        })
      : undefined;
  },
  run: async (ctx, { storeId, month: of, units }) => {
    await startReportTimers(ctx);
    const known = await ctx.trusted('what exists counts').first(ShippedUnits, { storeId, month: of });
    return known ? ctx.update(ShippedUnits, known, { units }) : ctx.insert(ShippedUnits, { storeId, month: of, units });
  },
});

/** Notes what is done about the returns of a month. */
export const noteReturnsMeasure = defineAction({
  title: { en: 'Note a measure on returns', zh: '登记退货改进措施' },
  allow: { staff: 'report.manage' },
  inPerson: true,
  on: ReturnsReport,
  input: z.object({ text: z.string().trim().min(1).max(2000) }),
  output: one(ReturnsMeasure),
  run: (ctx, { id: reportId, storeId }, { text }) =>
    ctx.insert(ReturnsMeasure, { storeId, reportId, text, userId: staffOf(ctx).userId, at: ctx.now }),
});
