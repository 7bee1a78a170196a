/**
 * @module Reads tables and packs from outside – an editor, an import – and says everything that is wrong with their shape.
 */
import type { z } from 'zod';
import { PolicyCompileError, type CompileProblem } from './compile.ts';
import { policyPackSchema, type PolicyPack } from './pack-schema.ts';
import { decisionTableSchema, type DecisionTable } from './table-schema.ts';

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string' ? value.code : '?';
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue): CompileProblem => {
    const at = issue.path.map(String).join('.');
    return { code: 'BAD_PACK', table: nameOf(value), column: at, message: { en: issue.message, zh: `格式有误:${issue.message}` } };
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
