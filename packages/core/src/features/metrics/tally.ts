/**
 * @module What one fact counts, and in which cells. The same functions make a cell, its recount and the rows that it
 * opens to.
 */
import type { BaseRow } from '../../kernel/entity.ts';
import type { Amount, Metric, MetricSource } from './metric.ts';

/** DESK: as the store is measured. OWN: as each person is, who is measured from when they got the work (4.0). */
export type Seen = 'DESK' | 'OWN';

export interface Tally extends Amount {
  readonly seen: Seen;
  readonly storeId: string;
  readonly day: string;
  readonly channel: string;
  /** Empty: nobody had it. */
  readonly agentId: string;
}

type Values = Readonly<Record<string, unknown>>;

export const valuesOf = (fact: BaseRow): Values => fact as unknown as Values;

export const textIn = (fact: BaseRow, field: string | undefined): string => {
  const found = field === undefined ? undefined : valuesOf(fact)[field];
  return typeof found === 'string' ? found : '';
};

/** A formula threw, or gave no whole number. */
export class FormulaError extends Error {
  constructor(options: ErrorOptions) {
    super(`A formula failed: ${String(options.cause)}`, options);
    this.name = 'FormulaError';
  }
}

/** What a fact counts in a figure: nothing before it has a day. @throws FormulaError */
export function talliesOf(source: MetricSource, fact: BaseRow): Tally[] {
  try {
    return counted(source, fact);
  } catch (cause) {
    throw new FormulaError({ cause });
  }
}

function counted({ day: dayField, by, count, own }: MetricSource, fact: BaseRow): Tally[] {
  const day = textIn(fact, dayField);
  if (day === '') return [];
  const place = { storeId: textIn(fact, 'storeId'), day, channel: textIn(fact, by.channel) };
  const agentId = textIn(fact, by.agent);
  const amount = count(fact as never);
  const desk: Tally[] = amount ? [{ ...place, ...amountOf(amount), seen: 'DESK', agentId }] : [];
  const people = own ? own(fact as never) : amount && agentId ? [{ agentId, ...amount }] : [];
  return [...desk, ...people.map((one): Tally => ({ ...place, ...amountOf(one), seen: 'OWN', agentId: one.agentId }))];
}

/** A formula that gives no whole number has failed: half a unit would not come out of a cell as it went in. */
function amountOf({ num, den }: Amount): Amount {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) throw new TypeError(`No whole units: ${num} of ${den}`);
  return { num, den };
}

/** A figure and the version of its formula, as cells name them. */
export const formulaOf = ({ code, version }: Pick<Metric, 'code' | 'version'>): string => `${code}@${version}`;

export const cellId = (
  metric: Pick<Metric, 'code' | 'version'>,
  { seen, storeId, day, channel, agentId }: Omit<Tally, 'num' | 'den'>,
): string => [formulaOf(metric), seen, storeId, day, channel, agentId].join('|');

/** Sums by cell, with how many facts made them. */
export class Cells {
  readonly byId = new Map<string, { readonly at: Tally; num: number; den: number; n: number }>();
  readonly #metric: Metric;

  constructor(metric: Metric) {
    this.#metric = metric;
  }

  add(tallies: readonly (Tally & { readonly n?: number })[], sign: 1 | -1 = 1): this {
    for (const at of tallies) {
      const id = cellId(this.#metric, at);
      const cell = this.byId.get(id) ?? { at, num: 0, den: 0, n: 0 };
      cell.num += sign * at.num;
      cell.den += sign * at.den;
      cell.n += sign * (at.n ?? 1);
      this.byId.set(id, cell);
    }
    return this;
  }
}

export interface Sum {
  num: number;
  den: number;
  n: number;
  /** Of a figure that is a rank: what each fact counts. */
  readonly values: number[];
}

export const noSum = (): Sum => ({ num: 0, den: 0, n: 0, values: [] });

export function addTo(sum: Sum, { num, den, n = 1 }: Amount & { readonly n?: number }, metric: Metric): void {
  sum.num += num;
  sum.den += den;
  sum.n += n;
  if (metric.additive !== 'SUM') sum.values.push(den === 0 ? 0 : num / den);
}

const MS = 1000;

/** Null where there is nothing to divide by. Nothing is rounded here. */
export function valueOf(
  { unit, additive }: Pick<Metric, 'unit' | 'additive'>,
  { num, den, values }: Sum,
): number | null {
  if (additive !== 'SUM') {
    const found = nearestRank(values, additive.rank);
    return found === null || unit !== 'SECONDS' ? found : found / MS;
  }
  if (unit === 'COUNT') return num;
  if (den === 0) return null;
  return num / (unit === 'SECONDS' ? den * MS : den);
}

function nearestRank(values: readonly number[], rank: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? null;
}
