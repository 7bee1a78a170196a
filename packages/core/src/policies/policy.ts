/**
 * @module A policy ready to be asked: packs in their layers, compiled, from the statute down to the store's promise.
 */
import {
  compile,
  PolicyCompileError,
  type CompileOptions,
  type CompileProblem,
  type CompiledTable,
} from './compile.ts';
import type { PolicyPack } from './pack-schema.ts';
import type { DecisionTable, TableRow } from './table-schema.ts';

const DEPTH = { STATUTORY: 0, PLATFORM: 1, PROMISE: 2 } as const;

/** One pack of a policy with its compiled tables. */
export interface PolicyLayer {
  readonly pack: PolicyPack;
  readonly tables: ReadonlyMap<string, readonly CompiledTable[]>;
}

/** Packs compiled into layers, the statute first. */
export interface Policy {
  readonly layers: readonly PolicyLayer[];
  /** Whether the most particular layer wins, as between firms. */
  readonly byContract: boolean;
}

function compileAll(pack: PolicyPack, options: CompileOptions, problems: CompileProblem[]): CompiledTable[] {
  return pack.tables.flatMap((table) => {
    try {
      return [compile(table, options)];
    } catch (error) {
      if (!(error instanceof PolicyCompileError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

function packProblem(pack: PolicyPack, en: string, zh: string): CompileProblem {
  return { code: 'BAD_PACK', table: pack.code, message: { en, zh } };
}

function checkPack(pack: PolicyPack): CompileProblem[] {
  const codes = pack.tables.map((table) => table.code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  const problems = twice.map((code) => packProblem(pack, `two tables have the code ${code}`, `表编号 ${code} 重复`));
  for (const table of pack.tables) {
    if (table.role !== 'EXCLUSION') continue;
    const names = table.outputs.map((output) => output.name);
    if (names.includes('excluded') && names.includes('noReasonOnly') && table.hitPolicy === 'COLLECT') continue;
    problems.push(
      packProblem(
        pack,
        `${table.code}: an exclusion collects "excluded" and "noReasonOnly"`,
        `${table.code}：排除表须为 COLLECT 且输出 excluded 与 noReasonOnly`,
      ),
    );
  }
  return problems;
}

/**
 * Compiles packs into a policy; packs of one layer keep their order. Throws {@link PolicyCompileError} with every
 * problem of every pack.
 */
export function createPolicy(packs: readonly PolicyPack[], options: CompileOptions = {}): Policy {
  const problems: CompileProblem[] = packs.flatMap(checkPack);
  const layers = packs
    .toSorted((a, b) => DEPTH[a.layer] - DEPTH[b.layer])
    .map((pack): PolicyLayer => {
      const tables = new Map<string, CompiledTable[]>();
      for (const table of compileAll(pack, options, problems)) {
        const kind = table.table.decision;
        tables.set(kind, [...(tables.get(kind) ?? []), table]);
      }
      return { pack, tables };
    });
  if (problems.length > 0) throw new PolicyCompileError(problems);
  return { layers, byContract: packs.some((pack) => pack.conflict === 'CONTRACT') };
}

function overlayRows(base: readonly TableRow[], changes: readonly TableRow[]): TableRow[] {
  const changed = new Map(changes.map((row) => [row.id, row]));
  const kept = base.map((row) => changed.get(row.id) ?? row);
  return [...kept, ...changes.filter((row) => !base.some((other) => other.id === row.id))];
}

/** Lays a pack over the pack it is based on. */
export function overlay(base: PolicyPack, changes: PolicyPack): PolicyPack {
  const tables = base.tables.map((table): DecisionTable => {
    const changed = changes.tables.find((other) => other.code === table.code);
    return changed ? { ...table, ...changed, rows: overlayRows(table.rows, changed.rows) } : table;
  });
  const added = changes.tables.filter((table) => !base.tables.some((other) => other.code === table.code));
  return { ...base, ...changes, tables: [...tables, ...added] };
}
