/**
 * @module A store's promise begun from the pack above it: the chosen tables with rows of its own ids, to be made
 * kinder.
 */
import type { DecisionTable, PolicyPack } from '@shopdesk/core/policies';

/** The tables on which the pack lets a store be kinder. */
export const promisable = ({ kinder, tables }: PolicyPack): DecisionTable[] =>
  tables.filter(({ decision, role }) => role !== 'EXCLUSION' && (kinder === 'ALL' || kinder.includes(decision)));

function ownTable(table: DecisionTable, day: string): DecisionTable {
  const code = `OWN-${table.code}`;
  const rows = table.rows.map(({ rules: _rules, final: _final, ...row }, index) => ({
    ...row,
    id: `OWN-${row.id || index}`,
    source: 'S' as const,
    asOf: day,
    volatile: false,
  }));
  return { ...table, code, rows };
}

/** A promise on some of the pack's tables. */
export function promiseOf(
  platform: PolicyPack,
  codes: readonly string[],
  { name, day }: { name: string; day: string },
): PolicyPack {
  return {
    code: 'PROMISE',
    title: { zh: `${name}承诺`, en: `Promise of ${name}` },
    layer: 'PROMISE',
    asOf: day,
    banner: { zh: '本店自定承诺，发布前请核对。', en: 'The store’s own promise; check it before it is published.' },
    conflict: platform.conflict,
    kinder: [],
    tables: platform.tables.filter(({ code }) => codes.includes(code)).map((table) => ownTable(table, day)),
  };
}
