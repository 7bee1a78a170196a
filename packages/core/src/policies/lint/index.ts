/**
 * @module Checks tables and packs before they are published: exact, by algebra on the cells.
 */
import { compile, compileProblems, type CompiledTable, type CompileOptions, type CompileProblem } from '../compile.ts';
import type { PolicyPack } from '../pack-schema.ts';
import type { DecisionTable } from '../table-schema.ts';
import type { Finding } from './finding.ts';
import { lintAgainstStatute, type Given } from './lint-statute.ts';
import { lintTable } from './lint-table.ts';

export type { Finding, FindingCode } from './finding.ts';

/** What a pack is checked with. */
export interface LintOptions extends CompileOptions {
  /** The statutory pack above it. */
  readonly statute?: PolicyPack | undefined;
  /** Facts that hold where the statute applies, such as `{ region: 'CN' }`. */
  readonly given?: Given;
}

function asFinding({ table, row, message }: CompileProblem): Finding {
  return {
    code: 'COMPILE',
    severity: 'ERROR',
    table,
    rowIds: row ? [row] : [],
    example: {},
    where: message,
    text: message,
  };
}

function compiledTables(
  tables: readonly DecisionTable[],
  options: CompileOptions,
): { good: CompiledTable[]; bad: Finding[] } {
  const good: CompiledTable[] = [];
  const bad: Finding[] = [];
  for (const table of tables) {
    const problems = compileProblems(table, options);
    if (problems.length > 0) bad.push(...problems.map(asFinding));
    else good.push(compile(table, options));
  }
  return { good, bad };
}

function isPack(subject: DecisionTable | PolicyPack): subject is PolicyPack {
  return 'tables' in subject;
}

/**
 * Checks a table or a whole pack: gaps, contradictions, rows never reached, and – with a statute – what is weaker than
 * the law.
 */
export function lint(
  subject: DecisionTable | PolicyPack,
  { statute, given = {}, ...options }: LintOptions = {},
): Finding[] {
  const { good, bad } = compiledTables(isPack(subject) ? subject.tables : [subject], options);
  const law = statute ? compiledTables(statute.tables, options).good : [];
  const decisions = new Set(good.map(({ table }) => table.decision));
  const about = (tables: readonly CompiledTable[], decision: string): CompiledTable[] =>
    tables.filter(({ table }) => table.decision === decision);
  return [
    ...bad,
    ...good.flatMap(lintTable),
    ...[...decisions].flatMap((decision) => lintAgainstStatute(about(good, decision), about(law, decision), given)),
  ];
}
