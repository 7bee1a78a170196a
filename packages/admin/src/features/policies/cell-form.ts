/**
 * @module A cell of a decision table as ordinary controls hold it, and back: money in major units, spans with a unit.
 */
import { readAmount } from '@shopdesk/core/amount';
import { decimalOf } from '@shopdesk/core/currency';
import {
  CellProblem,
  cellSet,
  keyOf,
  parseDuration,
  scalarOf,
  type Cell,
  type InputDefinition,
  type Scalar,
} from '@shopdesk/core/policies';

/** How a cell limits its column; `kept` is one that these controls cannot say and leave as it is. */
export type CellMode = 'any' | 'in' | 'not' | 'range' | 'null' | 'kept';

export const UNITS = { min: 60_000, h: 3_600_000, d: 86_400_000 } as const;
export type SpanUnit = keyof typeof UNITS;

export interface CellForm {
  readonly mode: CellMode;
  readonly values: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The bound itself is outside. */
  readonly above: boolean;
  readonly below: boolean;
  readonly orNull: boolean;
  readonly unit: SpanUnit;
}

/** In what the numbers of a column are written. */
export interface Writing {
  readonly currency: string;
  readonly unit: SpanUnit;
}

const BLANK: CellForm = {
  mode: 'any',
  values: [],
  from: '',
  to: '',
  above: false,
  below: false,
  orNull: false,
  unit: 'h',
};

export const isRanged = ({ type }: InputDefinition): boolean => !['boolean', 'enum', 'string'].includes(type);

/** The modes that a column offers, the usual ones first. */
export function modesOf(input: InputDefinition, form: CellForm): CellMode[] {
  const modes: CellMode[] = isRanged(input)
    ? ['any', 'range']
    : input.type === 'boolean'
      ? ['any', 'in']
      : ['any', 'in', 'not'];
  return [
    ...modes,
    ...(input.nullable ? (['null'] as const) : []),
    ...(form.mode === 'kept' ? (['kept'] as const) : []),
  ];
}

/** A value as it is written into a field. */
export function textOf(
  input: Pick<InputDefinition, 'type'>,
  value: Scalar | undefined,
  { currency, unit }: Writing,
): string {
  if (value === undefined) return '';
  if (input.type === 'money' && typeof value === 'number') return decimalOf({ amount: value, currency });
  if (input.type === 'duration')
    return String((typeof value === 'number' ? value : (parseDuration(String(value)) ?? 0)) / UNITS[unit]);
  return String(value);
}

/** Minor units of a written amount, exact; undefined when it is none. */
export function minorOf(text: string, currency: string): number | undefined {
  const read = readAmount(text, currency);
  return 'amount' in read ? read.amount : undefined;
}

/** The value that was written; undefined when the column cannot hold it. */
export function scalarFrom(input: InputDefinition, text: string, { currency, unit }: Writing): Scalar | undefined {
  const written = text.trim();
  if (written === '') return undefined;
  const value =
    input.type === 'money'
      ? minorOf(written, currency)
      : input.type === 'duration'
        ? spanFrom(Number(written), unit)
        : input.type === 'number'
          ? Number(written)
          : input.type === 'boolean'
            ? written === 'true'
            : written;
  return value === undefined || keyOf(input, value) === undefined ? undefined : value;
}

function spanFrom(count: number, unit: SpanUnit): string | undefined {
  if (!Number.isFinite(count)) return undefined;
  const sign = count < 0 ? '-' : '';
  const size = Math.abs(count);
  if (Number.isInteger(size)) return { min: `${sign}PT${size}M`, h: `${sign}PT${size}H`, d: `${sign}P${size}D` }[unit];
  return `${sign}PT${(size * UNITS[unit]) / 1000}S`;
}

/** The largest unit that says every value in whole numbers. */
function unitOf(values: readonly (Scalar | undefined)[]): SpanUnit {
  const spans = values.flatMap((value) =>
    value === undefined ? [] : [typeof value === 'number' ? value : (parseDuration(String(value)) ?? 0)],
  );
  const fits = (unit: SpanUnit) => spans.length > 0 && spans.every((span) => span !== 0 && span % UNITS[unit] === 0);
  return fits('d') ? 'd' : fits('h') || spans.length === 0 ? 'h' : 'min';
}

/** A cell as controls hold it. */
export function formOf(input: InputDefinition, cell: Cell | undefined, currency: string): CellForm {
  if (cell === undefined || cell === '-') return BLANK;
  const simple = typeof cell !== 'object' ? { in: [cell] } : cell;
  const orNull = 'orNull' in simple && simple.orNull === true;
  if ('isNull' in simple) return { ...BLANK, mode: 'null' };
  if ('anyOf' in simple) return { ...BLANK, mode: 'kept' };
  if ('in' in simple || 'not' in simple) return listForm(input, simple, orNull, currency);
  const bounds = [simple.gte ?? simple.gt, simple.lte ?? simple.lt] as const;
  const unit = unitOf(bounds);
  const [from, to] = bounds.map((bound) => textOf(input, bound, { currency, unit }));
  return {
    ...BLANK,
    mode: 'range',
    from: from ?? '',
    to: to ?? '',
    above: simple.gt !== undefined,
    below: simple.lt !== undefined,
    orNull,
    unit,
  };
}

function listForm(
  input: InputDefinition,
  cell: { readonly in: readonly Scalar[] } | { readonly not: readonly Scalar[] },
  orNull: boolean,
  currency: string,
): CellForm {
  const inside = 'in' in cell;
  const values = inside ? cell.in : cell.not;
  const unit = unitOf(values);
  const written = values.map((value) => textOf(input, value, { currency, unit }));
  if (!isRanged(input)) return { ...BLANK, mode: inside ? 'in' : 'not', values: written, orNull };
  return inside && written.length === 1
    ? { ...BLANK, mode: 'range', from: written[0] ?? '', to: written[0] ?? '', orNull, unit }
    : { ...BLANK, mode: 'kept' };
}

const withNull = (form: CellForm): { orNull?: true } => (form.orNull ? { orNull: true } : {});

function rangeOf(input: InputDefinition, form: CellForm, currency: string): Cell | undefined {
  const [low, high] = [form.from, form.to].map((text) => scalarFrom(input, text, { currency, unit: form.unit }));
  const missing = (text: string, value: Scalar | undefined) => text.trim() !== '' && value === undefined;
  if (missing(form.from, low) || missing(form.to, high) || (low === undefined && high === undefined)) return undefined;
  if (low !== undefined && low === high && !form.above && !form.below)
    return form.orNull ? { in: [low], orNull: true } : low;
  return {
    ...(low === undefined ? {} : form.above ? { gt: low } : { gte: low }),
    ...(high === undefined ? {} : form.below ? { lt: high } : { lte: high }),
    ...withNull(form),
  };
}

function listOf(input: InputDefinition, form: CellForm, currency: string): Cell | undefined {
  const values = form.values
    .map((text) => scalarFrom(input, text, { currency, unit: form.unit }))
    .filter((value) => value !== undefined);
  if (values.length === 0 || values.length < form.values.length) return undefined;
  if (form.mode === 'not') return { not: values, ...withNull(form) };
  const [only] = values;
  return values.length === 1 && only !== undefined && !form.orNull ? only : { in: values, ...withNull(form) };
}

/** The cell that the controls say; undefined when what they hold fits no value of the column. */
export function cellOf(input: InputDefinition, form: CellForm, currency: string, kept: Cell = '-'): Cell | undefined {
  if (form.mode === 'kept') return kept;
  const cell =
    form.mode === 'any'
      ? '-'
      : form.mode === 'null'
        ? { isNull: true as const }
        : form.mode === 'range'
          ? rangeOf(input, form, currency)
          : listOf(input, form, currency);
  return cell !== undefined && admits(input, cell) ? cell : undefined;
}

function admits(input: InputDefinition, cell: Cell): boolean {
  try {
    const set = cellSet(input, cell);
    return set.unknown || (set.kind === 'named' ? set.others || set.names.size > 0 : set.intervals.length > 0);
  } catch (error) {
    if (error instanceof CellProblem) return false;
    throw error;
  }
}

/** A cell that admits just one value: how a row is begun from an example of facts. */
export const exactly = (input: InputDefinition, value: Scalar | null | undefined): Cell =>
  value === undefined ? '-' : value === null ? { isNull: true } : scalarOf(input, keyOf(input, value) ?? String(value));
