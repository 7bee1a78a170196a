/**
 * @module Checks one table: facts that no row covers, rows that contradict each other, rows that are never reached.
 */
import type { CompiledRow, CompiledTable } from '../compile.ts';
import type { TableRow } from '../table-schema.ts';
import type { Text } from '../text.ts';
import { findingIn, type Finding } from './finding.ts';
import { meet, pointOutside, spaceOf, TooComplex, wholeBox, widen, type Box, type Space } from './space.ts';

const MOST_GAPS = 10;

interface Checked {
  readonly compiled: CompiledTable;
  readonly space: Space;
}

function boxOf({ space }: Checked, { row }: CompiledRow): Box {
  return space.boxes.get(row)!;
}

/** A row with a condition may or may not match, so it covers nothing for sure. */
function certain(rows: readonly CompiledRow[]): CompiledRow[] {
  return rows.filter((row) => row.condition === undefined);
}

function gapText(perhaps: readonly TableRow[]): Text {
  if (perhaps.length === 0) return { zh: '没有规则覆盖这些情形', en: 'no row covers these facts' };
  const ids = perhaps.map((row) => row.id).join(', ');
  return { zh: `仅当 ${ids} 的附加条件成立时才有规则覆盖`, en: `covered only where the condition of ${ids} holds` };
}

function gaps(checked: Checked): Finding[] {
  const { compiled, space } = checked;
  const { table, rows } = compiled;
  const complete = table.complete ?? (table.hitPolicy !== 'COLLECT' && table.role !== 'EXCLUSION');
  if (!complete) return [];
  const covers = certain(rows).map((row) => boxOf(checked, row));
  const known = [...covers];
  const whole = wholeBox(space);
  const findings: Finding[] = [];
  for (let point = pointOutside(whole, known); point && findings.length < MOST_GAPS; point = pointOutside(whole, known)) {
    const box = widen(point, whole, covers);
    const perhaps = rows.filter((row) => row.condition && meet(box, boxOf(checked, row))).map((row) => row.row);
    findings.push(
      findingIn(space, box, { code: 'GAP', severity: perhaps.length > 0 ? 'WARNING' : 'ERROR', table: table.code, rowIds: perhaps.map((row) => row.id), text: gapText(perhaps) }, table.currency),
    );
    known.push(box);
  }
  return findings;
}

function sameAnswer(a: TableRow, b: TableRow): boolean {
  return JSON.stringify(Object.entries(a.answer).toSorted()) === JSON.stringify(Object.entries(b.answer).toSorted());
}

function overlapText(a: TableRow, b: TableRow, same: boolean): Text {
  if (same) return { zh: `${a.id} 与 ${b.id} 重叠且结果相同`, en: `${a.id} and ${b.id} overlap and answer the same` };
  return { zh: `${a.id} 与 ${b.id} 重叠但结果不同`, en: `${a.id} and ${b.id} overlap and contradict each other` };
}

/** Rows that decide before both: under UNIQUE none does. */
function above({ compiled }: Checked, { row }: CompiledRow): CompiledRow[] {
  if (compiled.table.hitPolicy === 'UNIQUE') return [];
  return compiled.rows.filter((other) => (other.row.priority ?? 0) > (row.priority ?? 0));
}

function overlap(checked: Checked, a: CompiledRow, b: CompiledRow): Finding[] {
  const { compiled, space } = checked;
  const shared = meet(boxOf(checked, a), boxOf(checked, b));
  if (!shared) return [];
  const covers = certain(above(checked, a)).map((row) => boxOf(checked, row));
  const point = pointOutside(shared, covers);
  if (!point) return [];
  const same = sameAnswer(a.row, b.row);
  const maybe = a.condition !== undefined || b.condition !== undefined;
  const found = {
    code: same ? 'REDUNDANT' : 'CONTRADICTION',
    severity: same || maybe ? 'WARNING' : 'ERROR',
    table: compiled.table.code,
    rowIds: [a.row.id, b.row.id],
    text: overlapText(a.row, b.row, same),
  } as const;
  return [findingIn(space, widen(point, shared, covers), found, compiled.table.currency)];
}

/** Only UNIQUE rows, and PRIORITY rows of one priority, can contradict each other. */
function overlaps(checked: Checked): Finding[] {
  const { table, rows } = checked.compiled;
  if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'PRIORITY') return [];
  return rows.flatMap((a, index) =>
    rows.slice(index + 1).flatMap((b) => {
      const rival = table.hitPolicy === 'UNIQUE' || (a.row.priority ?? 0) === (b.row.priority ?? 0);
      return rival ? overlap(checked, a, b) : [];
    }),
  );
}

function unreached(checked: Checked): Finding[] {
  const { table, rows } = checked.compiled;
  if (table.hitPolicy !== 'FIRST' && table.hitPolicy !== 'PRIORITY') return [];
  return rows.flatMap((row, index): Finding[] => {
    const own = boxOf(checked, row);
    const earlier = certain(rows.slice(0, index)).filter((other) => meet(own, boxOf(checked, other)));
    if (pointOutside(own, earlier.map((other) => boxOf(checked, other)))) return [];
    const ids = earlier.map((other) => other.row.id);
    const text = { zh: `${row.row.id} 永远不会生效,已被 ${ids.join('、')} 覆盖`, en: `${row.row.id} is never reached: ${ids.join(', ')} answer first` };
    return [findingIn(checked.space, own, { code: 'NEVER_REACHED', severity: 'WARNING', table: table.code, rowIds: [row.row.id, ...ids], text }, table.currency)];
  });
}

/** Runs a check; what cannot be proved either way is said. */
export function exactly(table: string, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const text = { zh: '规则过于复杂,无法逐一验证,请拆分此表', en: 'the rows are too entangled to be checked exactly; split the table' };
    return [{ code: 'TOO_COMPLEX', severity: 'WARNING', table, rowIds: [], example: {}, where: text, text }];
  }
}

/** Checks a compiled table. */
export function lintTable(compiled: CompiledTable): Finding[] {
  const checked: Checked = { compiled, space: spaceOf([compiled]) };
  return [gaps, overlaps, unreached].flatMap((check) => exactly(compiled.table.code, () => check(checked)));
}
