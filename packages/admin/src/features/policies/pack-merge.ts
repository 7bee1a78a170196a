/**
 * @module Two people's changes of one pack put together, row by row; where both changed the same row, mine stays and is
 * named.
 */
import type { DecisionTable, PolicyPack, TableRow } from '@shopdesk/core/policies';

export interface Merged {
  readonly pack: PolicyPack;
  /** What both changed differently: a row, a table as such, or the pack as such. */
  readonly contested: readonly Contested[];
}

export interface Contested {
  readonly table?: string;
  readonly row?: string;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of three versions of one thing: the one that was changed; mine when both were. */
function settle<T>(
  base: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  contest: () => void,
): T | undefined {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  contest();
  return mine;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** The order of mine, with what the other added put where he put it. */
function order(mine: readonly string[], theirs: readonly string[]): string[] {
  const all = [...mine];
  theirs.forEach((id, at) => {
    if (all.includes(id)) return;
    const before = theirs.slice(0, at).findLast((other) => all.includes(other));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  });
  return all;
}

function mergeTable(
  base: DecisionTable | undefined,
  mine: DecisionTable,
  theirs: DecisionTable,
  contested: Contested[],
): DecisionTable {
  const [old, own, other] = [byId(base?.rows ?? []), byId(mine.rows), byId(theirs.rows)];
  const sameOrder = same(
    mine.rows.filter(({ id }) => old.has(id)).map(({ id }) => id),
    base?.rows.filter(({ id }) => own.has(id)).map(({ id }) => id),
  );
  const ids = sameOrder
    ? order(
        theirs.rows.map(({ id }) => id),
        mine.rows.map(({ id }) => id),
      )
    : order(
        mine.rows.map(({ id }) => id),
        theirs.rows.map(({ id }) => id),
      );
  const rows = ids.flatMap((id): TableRow[] => {
    const row = settle(old.get(id), own.get(id), other.get(id), () => contested.push({ table: mine.code, row: id }));
    return row ? [row] : [];
  });
  const { rows: _mine, ...frame } = mine;
  const { rows: _theirs, ...otherFrame } = theirs;
  const { rows: _base, ...oldFrame } = base ?? { ...mine };
  return { ...(settle(oldFrame, frame, otherFrame, () => contested.push({ table: mine.code })) ?? frame), rows };
}

/** Puts my changes and theirs of the same base together. */
export function mergePacks(base: PolicyPack, mine: PolicyPack, theirs: PolicyPack): Merged {
  const contested: Contested[] = [];
  const find = (pack: PolicyPack, code: string) => pack.tables.find((table) => table.code === code);
  const codes = order(
    mine.tables.map(({ code }) => code),
    theirs.tables.map(({ code }) => code),
  );
  const tables = codes.flatMap((code): DecisionTable[] => {
    const [old, own, other] = [find(base, code), find(mine, code), find(theirs, code)];
    if (own && other) return [mergeTable(old, own, other, contested)];
    const kept = settle(old, own, other, () => contested.push({ table: code }));
    return kept ? [kept] : [];
  });
  const frame = (pack: PolicyPack) => ({ ...pack, tables: [] });
  return {
    pack: { ...(settle(frame(base), frame(mine), frame(theirs), () => contested.push({})) ?? mine), tables },
    contested,
  };
}
