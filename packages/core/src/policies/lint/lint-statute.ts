/**
 * @module Finds where a pack says less than the statute above it. The engine would let the statute win; the pack should
 * not promise otherwise.
 */
import type { CompiledTable } from '../compile.ts';
import { isKinder, isWeaker } from '../merge.ts';
import { keyOf } from '../scalar.ts';
import type { DueSpan, OutputDefinition, OutputValue, Scalar, TableRow } from '../table-schema.ts';
import { findingIn, type Finding } from './finding.ts';
import { exactly } from './lint-table.ts';
import { meet, pointOutside, spaceOf, widen, type Box, type Space } from './space.ts';

interface Side {
  readonly rules: readonly CompiledTable[];
  readonly exclusions: readonly CompiledTable[];
}

interface Compared {
  readonly space: Space;
  readonly outputs: readonly OutputDefinition[];
  readonly own: Side;
  readonly statute: Side;
}

function sideOf(tables: readonly CompiledTable[]): Side {
  return {
    rules: tables.filter(({ table }) => table.role !== 'EXCLUSION'),
    exclusions: tables.filter(({ table }) => table.role === 'EXCLUSION'),
  };
}

interface Speaker {
  readonly table: CompiledTable;
  readonly row: TableRow;
  readonly box: Box;
  /** Rows of the table that answer first. */
  readonly before: readonly Box[];
}

function speakers(tables: readonly CompiledTable[], { boxes }: Space): Speaker[] {
  return tables.flatMap((table) => {
    const first = table.table.hitPolicy === 'FIRST' || table.table.hitPolicy === 'PRIORITY';
    return table.rows.map(({ row }, index) => ({
      table,
      row,
      box: boxes.get(row)!,
      before: first
        ? table.rows
            .slice(0, index)
            .filter((other) => !other.condition)
            .map((other) => boxes.get(other.row)!)
        : [],
    }));
  });
}

const SPAN_UNITS = ['minutes', 'hours', 'days', 'months', 'businessDays'] as const;

function isSpan(value: OutputValue | undefined): value is DueSpan {
  return typeof value === 'object' && value !== null && 'from' in value;
}

/** Spans compare when they count the same unit from the same event. */
function laterThan(own: TableRow, statute: TableRow, output: OutputDefinition): boolean {
  const [a, b] = [own.answer[output.name], statute.answer[output.name]];
  if (!isSpan(a) || !isSpan(b) || a.from !== b.from) return false;
  return SPAN_UNITS.some((unit) => {
    const [mine, theirs] = [a[unit], b[unit]];
    if (mine === undefined || theirs === undefined) return false;
    return output.favour === 'LATE' ? mine < theirs : mine > theirs;
  });
}

function saysLess(own: TableRow, statute: TableRow, outputs: readonly OutputDefinition[]): boolean {
  const held = Object.fromEntries(outputs.map((output) => [output.name, statute.answer[output.name] ?? null]));
  if (outputs.some((output) => output.type === 'due' && laterThan(own, statute, output))) return true;
  const grants = outputs.filter((output) => output.favour !== 'UNION');
  return isWeaker({ row: { row: own } }, held, grants) && !isKinder({ row: { row: own } }, held, outputs);
}

function weaker(
  { space }: Compared,
  own: Speaker,
  statute: Speaker,
  box: Box,
  covers: readonly Box[],
  how: { zh: string; en: string },
): Finding[] {
  const point = pointOutside(box, covers);
  if (!point) return [];
  const rowIds = [own.row.id, statute.row.id];
  const text = {
    zh: `${own.row.id} 低于法定规则 ${statute.row.id}：${how.zh}`,
    en: `${own.row.id} is weaker than the statutory ${statute.row.id}: ${how.en}`,
  };
  const found = { code: 'WEAKER_THAN_STATUTE', severity: 'ERROR', table: own.table.table.code, rowIds, text } as const;
  return [findingIn(space, widen(point, box, covers), found, own.table.table.currency)];
}

/** A row that answers less where the statute answers too. */
function contradictions(compared: Compared, own: Speaker, statute: Speaker): Finding[] {
  const shared = meet(own.box, statute.box);
  if (!shared || !saysLess(own.row, statute.row, compared.outputs)) return [];
  return weaker(compared, own, statute, shared, [...own.before, ...statute.before], {
    zh: '结论对消费者更不利',
    en: 'its answer favours the consumer less',
  });
}

/** An exclusion that reaches goods the statute lets go back. */
function reaches(compared: Compared, exclusion: Speaker, statute: Speaker): Finding[] {
  if (exclusion.row.answer['excluded'] !== true || statute.row.answer['outcome'] === 'DENY') return [];
  const shared = meet(exclusion.box, statute.box);
  const claim =
    shared && exclusion.row.answer['noReasonOnly'] !== false ? withoutReason(compared.space, shared) : shared;
  if (!claim) return [];
  const lawful = speakers(compared.statute.exclusions, compared.space).filter(
    ({ row }) => row.answer['excluded'] === true,
  );
  return weaker(
    compared,
    exclusion,
    statute,
    claim,
    lawful.map(({ box }) => box),
    { zh: '排除了法律允许退货的情形', en: 'it excludes what the law lets the consumer return' },
  );
}

function withoutReason({ columns }: Space, box: Box): Box | undefined {
  const at = columns.findIndex(({ input }) => input.name === 'reason');
  if (at < 0) return box;
  const place = columns[at]!.find('NO_REASON');
  if (place < 0 || box[at]![place] !== 1) return undefined;
  return box.map((column, index) => (index === at ? column.map((_, segment) => Number(segment === place)) : column));
}

function shares(a: OutputValue | undefined, b: OutputValue | undefined): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.some((value) => b.includes(value));
}

/** The same window, starting alike but ending earlier than the statute's: 5 days where the law gives 7. */
function narrows(compared: Compared, own: Speaker, statute: Speaker, grants: readonly Speaker[]): Finding[] {
  const shared = meet(own.box, statute.box);
  if (!shared || !shares(own.row.answer['remedies'], statute.row.answer['remedies'])) return [];
  const covers = grants
    .filter(({ row }) => shares(row.answer['remedies'], statute.row.answer['remedies']))
    .map(({ box }) => box);
  const columns = compared.space.columns.flatMap(({ segments }, at) => {
    const [mine, theirs] = [own.box[at]!, statute.box[at]!];
    const bothLimit = mine.includes(0) && theirs.includes(0) && segments[0]?.kind === 'ordered';
    return bothLimit && mine.indexOf(1) === theirs.indexOf(1) ? [at] : [];
  });
  return columns.flatMap((at) => {
    const relaxed = shared.map((column, index) => (index === at ? statute.box[at]! : column));
    return weaker(compared, own, statute, relaxed, covers, {
      zh: '期限比法定短',
      en: 'its window is shorter than the law gives',
    });
  });
}

/** Facts that hold wherever the statute applies, such as its region. */
export type Given = Readonly<Record<string, Scalar>>;

/** The part of a box where the given facts hold; undefined when there is none. */
function within({ columns }: Space, box: Box, given: Given): Box | undefined {
  const part = box.map((column, at) => {
    const { input, find } = columns[at]!;
    const value = given[input.name];
    const place = value === undefined ? undefined : find(keyOf(input, value) ?? null);
    return place === undefined ? column : column.map((inside, segment) => (segment === place ? inside : 0));
  });
  return part.every((column) => column.includes(1)) ? part : undefined;
}

function compare(compared: Compared, given: Given): Finding[] {
  const statutory = speakers(compared.statute.rules, compared.space).flatMap((speaker) => {
    const box = within(compared.space, speaker.box, given);
    return box ? [{ ...speaker, box }] : [];
  });
  const rules = speakers(compared.own.rules, compared.space);
  const exclusions = speakers(compared.own.exclusions, compared.space);
  const grants = rules.filter(({ row }) => row.answer['outcome'] !== 'DENY');
  return statutory.flatMap((statute) => [
    ...rules.flatMap((own) => contradictions(compared, own, statute)),
    ...grants.flatMap((own) => narrows(compared, own, statute, grants)),
    ...exclusions.flatMap((own) => reaches(compared, own, statute)),
  ]);
}

/** Compares the tables of one decision with the statute's. */
export function lintAgainstStatute(
  tables: readonly CompiledTable[],
  statute: readonly CompiledTable[],
  given: Given,
): Finding[] {
  const [own, law] = [sideOf(tables), sideOf(statute)];
  if (law.rules.length === 0 || own.rules.length + own.exclusions.length === 0) return [];
  return exactly(tables[0]!.table.code, () => {
    const outputs = law.rules.flatMap(({ table }) => table.outputs);
    return compare({ space: spaceOf([...tables, ...statute]), outputs, own, statute: law }, given);
  });
}
