/** @module The figures of a report from its lines. Pure, so that they can be worked out again and compared. */
import type { RowOf } from '../../kernel/entity.ts';
import { takesGoods } from './claims.ts';
import type { AfterSalesCase } from './entities.ts';
import type { ReportLine } from './report-entities.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

/** Nothing came of these, so they are no returns. */
const NOTHING_CAME: readonly string[] = ['REJECTED', 'WITHDRAWN', 'EXPIRED'];
const RETURNS: readonly string[] = ['RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'REFUND_ONLY', 'RESHIP'];

/** Whether a case is a return for the report; an archived one is judged by whether anything came of it. */
export const isReturn = ({ type, state, claims, refundSplit }: CaseRow): boolean =>
  RETURNS.includes(type) &&
  !NOTHING_CAME.includes(state) &&
  (claims || type === 'REPAIR' || refundSplit.some((part) => part.state === 'PAID'));

export function lineOf(row: CaseRow): ReportLine {
  const {
    id: caseId,
    number,
    orderNumber,
    type,
    state,
    reason,
    faultParty,
    lines,
    currency,
    refundAmount,
    refundedBefore,
    compensationAmount,
    overrideReason,
    occurredAt,
  } = row;
  const quantities = lines.map(({ quantity }) => quantity);
  const back = takesGoods(type) && type !== 'REFUND_ONLY' && type !== 'RESHIP';
  return {
    caseId,
    number,
    orderNumber,
    type,
    state,
    reason,
    faultParty,
    currency,
    compensationAmount,
    occurredAt,
    quantities,
    variantIds: lines.map(({ variantId }) => variantId),
    titles: lines.map(({ title }) => title),
    units: back ? quantities.reduce((sum, one) => sum + one, 0) : 0,
    refundAmount: (refundAmount ?? 0) + refundedBefore,
    overridden: overrideReason !== null,
  };
}

interface Counted {
  readonly code: string;
  readonly label: string;
  readonly units: number;
}

function counts(entries: readonly Counted[]) {
  const sums = new Map<string, { code: string; label: string; cases: number; units: number }>();
  for (const { code, label, units } of entries) {
    const sum = sums.get(code) ?? { code, label, cases: 0, units: 0 };
    sums.set(code, { ...sum, cases: sum.cases + 1, units: sum.units + units });
  }
  return [...sums.values()].toSorted((a, b) => b.units - a.units || b.cases - a.cases || (a.code < b.code ? -1 : 1));
}

function amountsOf(lines: readonly ReportLine[]) {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const refund = own.reduce((sum, line) => sum + line.refundAmount, 0);
    const compensation = own.reduce((sum, line) => sum + line.compensationAmount, 0);
    return { currency, refund, compensation, cost: refund + compensation };
  });
}

const skusOf = ({ variantIds, titles, quantities, units }: ReportLine): Counted[] =>
  titles.map((label, index) => ({
    code: variantIds[index] ?? '',
    label,
    units: units === 0 ? 0 : (quantities[index] ?? 0),
  }));

/** Count, amount, reasons, goods, responsible party and cost (R-AFT-08). */
export function figuresOf(lines: readonly ReportLine[]) {
  return {
    cases: lines.length,
    returnedUnits: lines.reduce((sum, { units }) => sum + units, 0),
    amounts: amountsOf(lines),
    reasons: counts(lines.map(({ reason, units }) => ({ code: reason, label: reason, units }))),
    topSkus: counts(lines.flatMap(skusOf)).slice(0, 10),
    responsible: counts(lines.map(({ faultParty, units }) => ({ code: faultParty, label: faultParty, units }))),
    overrides: lines.filter(({ overridden }) => overridden).length,
  };
}
