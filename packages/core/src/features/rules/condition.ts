/** @module A condition of a rule: rows of field, operator and value as CEL, and CEL judged on frozen facts. */
import { loadCel, type ConditionProblem, type RowCondition } from '../../policies/index.ts';
import type { RuleOperator } from './codes.ts';
import type { RuleCondition, RuleDraft } from './draft.ts';
import { celName, inputsOf, scopeOf, type Facts, type RuleField } from './fields.ts';

/** Operators that ask for no value. */
export const VALUELESS = ['KNOWN', 'UNKNOWN'] as const satisfies readonly RuleOperator[];

/** Operators that make sense of a field. */
export function operatorsOf({ type, nullable }: RuleField): readonly RuleOperator[] {
  const known: readonly RuleOperator[] = nullable && (type === 'TEXT' || type === 'CODE') ? ['KNOWN', 'UNKNOWN'] : [];
  switch (type) {
    case 'TEXT':
      return ['IS', 'IS_NOT', 'CONTAINS', ...known];
    case 'CODE':
      return ['IS', 'IS_NOT', 'ONE_OF', ...known];
    case 'NUMBER':
      return ['IS', 'IS_NOT', 'AT_LEAST', 'AT_MOST'];
    case 'BOOLEAN':
      return ['IS'];
    case 'INSTANT':
      return ['AFTER', 'BEFORE'];
  }
}

/** A value as CEL writes it; undefined where it is none of the field. */
function literal({ type, codes }: RuleField, text: string): string | undefined {
  const written = text.trim();
  if (type === 'NUMBER') return /^-?\d{1,15}$/.test(written) ? String(Number(written)) : undefined;
  if (type === 'BOOLEAN') return written === 'true' || written === 'false' ? written : undefined;
  if (type === 'INSTANT') return Number.isNaN(Date.parse(written)) ? undefined : stamp(written);
  if (type === 'CODE') return written in codes ? JSON.stringify(written) : undefined;
  return written === '' ? undefined : JSON.stringify(written);
}

const stamp = (text: string): string => `timestamp("${new Date(text).toISOString()}")`;

/** One row as CEL; undefined where its value is none of the field. */
function celOfRow(field: RuleField, { operator, value }: RuleCondition): string | undefined {
  const name = celName(field);
  if (operator === 'KNOWN') return `${name} != ""`;
  if (operator === 'UNKNOWN') return `${name} == ""`;
  if (operator === 'ONE_OF') {
    const list = value.split(',').map((one) => literal(field, one));
    return list.every(Boolean) ? `${name} in [${list.join(', ')}]` : undefined;
  }
  const said = literal(field, value);
  if (said === undefined) return undefined;
  return operator === 'CONTAINS' ? `${name}.contains(${said})` : `${name} ${SIGNS[operator]} ${said}`;
}

const SIGNS = { IS: '==', IS_NOT: '!=', AT_LEAST: '>=', AT_MOST: '<=', AFTER: '>', BEFORE: '<' } as const;

/** What is wrong with a row of a condition. */
export type RowProblem = 'field' | 'operator' | 'value';

export interface WrittenCondition {
  /** Empty: it always holds. */
  readonly cel: string;
  readonly problems: readonly { readonly index: number; readonly part: RowProblem }[];
}

/** The condition of a draft as CEL: what is written by hand, else its rows. */
export function celOf(
  { expression, conditions, match }: Pick<RuleDraft, 'expression' | 'conditions' | 'match'>,
  fields: readonly RuleField[],
): WrittenCondition {
  if (expression.trim()) return { cel: expression.trim(), problems: [] };
  const byName = new Map(fields.map((field) => [field.name, field]));
  const problems: { index: number; part: RowProblem }[] = [];
  const parts = conditions.flatMap((row, index) => {
    const field = byName.get(row.field);
    const wrong = !field ? 'field' : !operatorsOf(field).includes(row.operator) ? 'operator' : undefined;
    const cel = field && !wrong ? celOfRow(field, row) : undefined;
    if (cel === undefined) problems.push({ index, part: wrong ?? 'value' });
    return cel ?? [];
  });
  return { cel: parts.join(match === 'ANY' ? ' || ' : ' && '), problems };
}

/** Judges the facts of an event. @throws ConditionFailed, or what CEL throws, when it fails on real facts */
export type Judge = (facts: Facts) => boolean;

const always: RowCondition = () => true;
const compiled = new Map<string, RowCondition | ConditionProblem>();
const MOST_COMPILED = 500;

/** Checks and compiles a condition; a problem where it is none of these fields. */
export async function compileCondition(cel: string, fields: readonly RuleField[]): Promise<Judge | ConditionProblem> {
  const inputs = inputsOf(fields);
  const key = `${cel}\n${inputs.map(({ name, type }) => `${name}:${type}`).join()}`;
  let condition = compiled.get(key);
  if (!condition) {
    condition = cel ? (await loadCel()).compile(cel, inputs) : always;
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, condition);
  }
  if (typeof condition !== 'function') return condition;
  const judge = condition;
  return (facts) => judge(scopeOf(fields, facts));
}
