/**
 * @module Reads tables and packs from outside – an editor, an import – and says everything that is wrong with their
 * shape.
 */
import type { z } from 'zod';
import { PolicyCompileError, type CompileProblem } from './compile.ts';
import { policyPackSchema, type PolicyPack } from './pack-schema.ts';
import { decisionTableSchema, type DecisionTable } from './table-schema.ts';
import type { Text } from './text.ts';

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
    ? value.code
    : '?';
}

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};
const FORMLESS: Text = { zh: '格式有误。', en: 'This has not the right form.' };

/** What is wrong in words of a person who edits a file, not of the schema. */
function said(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'invalid_type') {
    const wanted = TYPES[issue.expected];
    if (issue.input === undefined) return { zh: '缺少此项。', en: 'This is missing.' };
    return wanted ? { zh: `应为${wanted.zh}。`, en: `This is not ${wanted.en}.` } : FORMLESS;
  }
  if (issue.code === 'invalid_value')
    return {
      zh: `只能是：${issue.values.map(String).join('、')}。`,
      en: `Only one of these: ${issue.values.map(String).join(', ')}.`,
    };
  if (issue.code === 'unrecognized_keys')
    return {
      zh: `没有这样的字段：${issue.keys.join('、')}。`,
      en: `There is no such field: ${issue.keys.join(', ')}.`,
    };
  if (issue.code === 'too_small') return { zh: '不能为空。', en: 'This is empty.' };
  return issue.code === 'custom' ? { zh: `格式有误：${issue.message}`, en: issue.message } : FORMLESS;
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue): CompileProblem => {
    const at = issue.path.map(String).join('.');
    return { code: 'BAD_PACK', table: nameOf(value), column: at, message: said(issue) };
  });
  throw new PolicyCompileError(problems);
}

/** Reads a pack. Throws {@link PolicyCompileError} with a path for each problem. */
export function parsePolicyPack(value: unknown): PolicyPack {
  return read(policyPackSchema, value);
}

/** Reads a table. Throws {@link PolicyCompileError} with a path for each problem. */
export function parseDecisionTable(value: unknown): DecisionTable {
  return read(decisionTableSchema, value);
}
