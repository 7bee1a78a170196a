/**
 * @module Checks a decision table and compiles it to its column index. Everything wrong is reported at once, with the
 * row and the column.
 */
import { CellProblem, cellSet, domainOf, isAny } from './cell.ts';
import { compileColumn, type Column } from './column-index.ts';
import type { RowCondition, ConditionLanguage } from './condition.ts';
import { keyOf } from './scalar.ts';
import type { DecisionTable, InputDefinition, OutputDefinition, OutputValue, TableRow } from './table-schema.ts';
import type { Text } from './text.ts';
import { isEmpty, isOrdered, type ValueSet } from './value-set.ts';

/** What can be wrong with a table. */
export type CompileCode =
  | 'DUPLICATE_NAME'
  | 'DUPLICATE_ROW'
  | 'BAD_INPUT'
  | 'UNKNOWN_INPUT'
  | 'UNKNOWN_OUTPUT'
  | 'MISSING_OUTPUT'
  | 'BAD_CELL'
  | 'EMPTY_CELL'
  | 'BAD_OUTPUT'
  | 'BAD_CONDITION'
  | 'BAD_AGGREGATE'
  | 'BAD_PACK';

/** One thing that keeps a table from being used. */
export interface CompileProblem {
  readonly code: CompileCode;
  readonly table: string;
  readonly row?: string;
  readonly column?: string;
  readonly message: Text;
}

/** Thrown by {@link compile}; lists every problem of the table. */
export class PolicyCompileError extends Error {
  readonly problems: readonly CompileProblem[];
  constructor(problems: readonly CompileProblem[]) {
    const lines = problems.map(
      ({ table, row, column, message }) => [table, row, column].filter(Boolean).join('/') + `: ${message.en}`,
    );
    super(`The policy does not compile:\n- ${lines.join('\n- ')}`);
    this.name = 'PolicyCompileError';
    this.problems = problems;
  }
}

/** A row in the order in which it is tried. */
export interface CompiledRow {
  readonly row: TableRow;
  readonly sets: readonly ValueSet[];
  readonly condition?: RowCondition;
}

/** A table that can be asked. */
export interface CompiledTable {
  readonly table: DecisionTable;
  readonly columns: readonly Column[];
  readonly rows: readonly CompiledRow[];
  readonly words: number;
  readonly conditional: boolean;
}

/** How a table is compiled; conditions need a language. */
export interface CompileOptions {
  readonly conditions?: ConditionLanguage | undefined;
}

interface Checking {
  readonly table: DecisionTable;
  readonly problems: CompileProblem[];
  readonly conditions: ConditionLanguage | undefined;
}

function report(
  { table, problems }: Checking,
  code: CompileCode,
  message: Text,
  at: { row?: string; column?: string } = {},
): void {
  problems.push({ code, table: table.code, ...at, message });
}

function checkInput(input: InputDefinition, checking: Checking): void {
  const bad = (en: string, zh: string): void => report(checking, 'BAD_INPUT', { en, zh }, { column: input.name });
  if (input.type === 'enum' && !input.values) bad('an enumeration needs its values', '枚举列必须列出取值');
  if (input.default !== undefined && keyOf(input, input.default) === undefined)
    bad('the default does not fit the type', '默认值与类型不符');
  if (input.derived && !input.nullable) bad('a derived input must allow "not known"', '推算列必须允许“未知”');
  if (!isOrdered(input)) return;
  try {
    const [low, high] = domainOf(input);
    if (low >= high) bad('the least value is above the greatest', '最小值大于最大值');
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    bad(error.message, `取值范围与类型不符：${error.message}`);
  }
}

function checkNames(names: readonly string[], checking: Checking): void {
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    report(
      checking,
      'DUPLICATE_NAME',
      { en: `the column "${name}" appears twice`, zh: `列“${name}”重复` },
      { column: name },
    );
  });
}

function fits(output: OutputDefinition, value: OutputValue): boolean {
  if (value === null) return true;
  const known = (name: string): boolean => output.values?.some((one) => one.value === name) ?? false;
  if (output.type === 'enum') return typeof value === 'string' && known(value);
  if (output.type === 'set') return Array.isArray(value) && value.every(known);
  if (output.type === 'boolean') return typeof value === 'boolean';
  if (output.type === 'due') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === 'number' && (output.type === 'number' || Number.isSafeInteger(value));
}

function checkOutputs(row: TableRow, checking: Checking): void {
  const { outputs } = checking.table;
  for (const name of Object.keys(row.answer)) {
    if (outputs.some((output) => output.name === name)) continue;
    report(
      checking,
      'UNKNOWN_OUTPUT',
      { en: `the table has no output "${name}"`, zh: `表中没有输出列“${name}”` },
      { row: row.id, column: name },
    );
  }
  for (const output of outputs) {
    const value = row.answer[output.name];
    if (value === undefined) {
      report(
        checking,
        'MISSING_OUTPUT',
        { en: `the output "${output.name}" is empty`, zh: `输出列“${output.label.zh}”为空` },
        { row: row.id, column: output.name },
      );
    } else if (!fits(output, value)) {
      report(
        checking,
        'BAD_OUTPUT',
        {
          en: `${JSON.stringify(value)} does not fit "${output.name}"`,
          zh: `${JSON.stringify(value)} 不符合“${output.label.zh}”`,
        },
        { row: row.id, column: output.name },
      );
    }
  }
}

function rowSet(input: InputDefinition, row: TableRow, checking: Checking): ValueSet | undefined {
  try {
    const set = cellSet(input, row.when[input.name]);
    if (!isEmpty(set)) return set;
    report(
      checking,
      'EMPTY_CELL',
      { en: 'no value fits this cell', zh: '没有任何取值符合此单元格' },
      { row: row.id, column: input.name },
    );
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    report(
      checking,
      'BAD_CELL',
      { en: error.message, zh: `单元格与列不符：${error.message}` },
      { row: row.id, column: input.name },
    );
  }
  return undefined;
}

function compileCondition(row: TableRow, checking: Checking): RowCondition | undefined {
  if (row.condition === undefined) return undefined;
  const fail = (en: string, zh: string): undefined => {
    report(checking, 'BAD_CONDITION', { en, zh }, { row: row.id });
    return undefined;
  };
  if (!checking.conditions) return fail('no expression language is loaded for the condition', '未加载条件表达式语言');
  const compiled = checking.conditions.compile(row.condition, checking.table.inputs);
  return typeof compiled === 'function' ? compiled : fail(compiled.message, `条件表达式有误：${compiled.message}`);
}

function compileRow(row: TableRow, checking: Checking): CompiledRow {
  for (const name of Object.keys(row.when)) {
    if (checking.table.inputs.some((input) => input.name === name)) continue;
    report(
      checking,
      'UNKNOWN_INPUT',
      { en: `the table has no input "${name}"`, zh: `表中没有输入列“${name}”` },
      { row: row.id, column: name },
    );
  }
  checkOutputs(row, checking);
  const sets = checking.table.inputs.map((input) => rowSet(input, row, checking));
  const condition = compileCondition(row, checking);
  return { row, sets: sets.filter((set) => set !== undefined), ...(condition ? { condition } : {}) };
}

function checkTable(checking: Checking): void {
  const { table } = checking;
  checkNames(
    [...table.inputs, ...table.outputs].map((column) => column.name),
    checking,
  );
  for (const input of table.inputs) checkInput(input, checking);
  table.rows.forEach((row, index) => {
    if (table.rows.findIndex((other) => other.id === row.id) === index) return;
    report(checking, 'DUPLICATE_ROW', { en: 'two rows have this id', zh: '行编号重复' }, { row: row.id });
  });
  const aggregated = table.outputs.find((output) => output.name === table.aggregate?.output);
  if (
    !table.aggregate ||
    (table.hitPolicy === 'COLLECT' && ['number', 'money', 'duration'].includes(aggregated?.type ?? ''))
  )
    return;
  report(checking, 'BAD_AGGREGATE', {
    en: 'only COLLECT can keep the least or greatest of a numeric output',
    zh: '只有 COLLECT 可以对数值输出取最小或最大',
  });
}

/** PRIORITY tables are tried from the highest priority down, so that the first match answers. */
function inOrder(table: DecisionTable): readonly TableRow[] {
  if (table.hitPolicy !== 'PRIORITY') return table.rows;
  return table.rows.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
}

function build(checking: Checking): CompiledTable | undefined {
  checkTable(checking);
  const inputsUsable = checking.problems.every((problem) => problem.code !== 'BAD_INPUT');
  if (!inputsUsable) return undefined;
  const rows = inOrder(checking.table).map((row) => compileRow(row, checking));
  if (checking.problems.length > 0) return undefined;
  const columns = checking.table.inputs.map((input, column) => {
    const sets = rows.map((row) => row.sets[column]!);
    return compileColumn(
      input,
      sets,
      sets.some((set) => !isAny(input, set)),
    );
  });
  return {
    table: checking.table,
    columns,
    rows,
    words: Math.max(1, Math.ceil(rows.length / 32)),
    conditional: rows.some((row) => row.condition !== undefined),
  };
}

/** Everything that keeps the table from compiling; empty when it compiles. */
export function compileProblems(table: DecisionTable, { conditions }: CompileOptions = {}): CompileProblem[] {
  const checking: Checking = { table, problems: [], conditions };
  build(checking);
  return checking.problems;
}

/** Compiles a table. Throws {@link PolicyCompileError} with every problem. */
export function compile(table: DecisionTable, { conditions }: CompileOptions = {}): CompiledTable {
  const checking: Checking = { table, problems: [], conditions };
  const compiled = build(checking);
  if (!compiled) throw new PolicyCompileError(checking.problems);
  return compiled;
}
