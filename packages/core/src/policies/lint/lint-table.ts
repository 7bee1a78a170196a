/**
 * @module Checks one table: facts that no row covers, rows that contradict each other, rows that are never reached.
 */
import type { CompiledRow, CompiledTable } from '../compile.ts';
import type { TableRow } from '../table-schema.ts';
import type { Text } from '../text.ts';
import { findingIn, type Finding } from './finding.ts';
import {
  meet,
  newEffort,
  pointOutside,
  rowsMeeting,
  spaceOf,
  TooComplex,
  wholeBox,
  widen,
  type Box,
  type Effort,
  type Space,
} from './space.ts';

const MOST_GAPS = 10;
/** Of more than these a reader learns nothing new; mending some shows the next. */
const MOST_OVERLAPS = 200;

interface Checked {
  readonly compiled: CompiledTable;
  readonly space: Space;
  readonly effort: Effort;
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
  const { compiled, space, effort } = checked;
  const { table, rows } = compiled;
  const complete = table.complete ?? (table.hitPolicy !== 'COLLECT' && table.role !== 'EXCLUSION');
  if (!complete) return [];
  const covers = certain(rows).map((row) => boxOf(checked, row));
  const known = [...covers];
  const whole = wholeBox(space);
  const findings: Finding[] = [];
  for (
    let point = pointOutside(whole, known, effort);
    point && findings.length < MOST_GAPS;
    point = pointOutside(whole, known, effort)
  ) {
    const box = widen(point, whole, covers);
    const perhaps = rows.filter((row) => row.condition && meet(box, boxOf(checked, row))).map((row) => row.row);
    findings.push(
      findingIn(
        space,
        box,
        {
          code: 'GAP',
          severity: perhaps.length > 0 ? 'WARNING' : 'ERROR',
          table: table.code,
          rowIds: perhaps.map((row) => row.id),
          text: gapText(perhaps),
        },
        table.currency,
      ),
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
  const { compiled, space, effort } = checked;
  const shared = meet(boxOf(checked, a), boxOf(checked, b));
  if (!shared) return [];
  const covers = certain(above(checked, a)).map((row) => boxOf(checked, row));
  const point = pointOutside(shared, covers, effort);
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
  const findings: Finding[] = [];
  for (const [index, a] of rows.entries()) {
    if (findings.length >= MOST_OVERLAPS) break;
    for (const other of rowsMeeting(checked.space, boxOf(checked, a), { from: index + 1, to: rows.length })) {
      const b = rows[other]!;
      const rival = table.hitPolicy === 'UNIQUE' || (a.row.priority ?? 0) === (b.row.priority ?? 0);
      if (rival) findings.push(...overlap(checked, a, b));
    }
  }
  return findings.slice(0, MOST_OVERLAPS);
}

function unreached(checked: Checked): Finding[] {
  const { table, rows } = checked.compiled;
  if (table.hitPolicy !== 'FIRST' && table.hitPolicy !== 'PRIORITY') return [];
  return rows.flatMap((row, index): Finding[] => {
    const own = boxOf(checked, row);
    const earlier = certain(rowsMeeting(checked.space, own, { from: 0, to: index }).map((place) => rows[place]!));
    if (
      pointOutside(
        own,
        earlier.map((other) => boxOf(checked, other)),
        checked.effort,
      )
    )
      return [];
    const ids = earlier.map((other) => other.row.id);
    const text = {
      zh: `${row.row.id} 永远不会生效，已被 ${ids.join('、')} 覆盖`,
      en: `${row.row.id} is never reached: ${ids.join(', ')} answer first`,
    };
    return [
      findingIn(
        checked.space,
        own,
        { code: 'NEVER_REACHED', severity: 'WARNING', table: table.code, rowIds: [row.row.id, ...ids], text },
        table.currency,
      ),
    ];
  });
}

/** Runs a check; what cannot be proved either way is said. */
export function exactly(table: string, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    const text = {
      zh: '规则过于复杂，无法逐一验证，请拆分此表',
      en: 'the rows are too entangled to be checked exactly; split the table',
    };
    return [{ code: 'TOO_COMPLEX', severity: 'WARNING', table, rowIds: [], example: {}, where: text, text }];
  }
}

/** Checks a compiled table. */
export function lintTable(compiled: CompiledTable): Finding[] {
  const space = spaceOf([compiled]);
  return [gaps, overlaps, unreached].flatMap((check) =>
    exactly(compiled.table.code, () => check({ compiled, space, effort: newEffort() })),
  );
}
