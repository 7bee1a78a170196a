/**
 * @module Makes up a row of any entity with every field filled, from nothing but its schema.
 */
import { tableOf } from '../../packages/server/src/store/table.ts';
import type { Entity } from '@shopdesk/core';
import type { z } from 'zod';

/** Texts of many forms; a field takes the first that it accepts. */
const TEXTS = [
  'Kept text 保存的文字',
  'kept-text',
  'kept@shop.example',
  'https://shop.example',
  '2026-11-20T10:00:00.000Z',
  '2026-11-20',
  '2026-11',
  '08:30',
  '#336699',
  'CNY',
  'en',
  'Asia/Shanghai',
  'P30D',
];
const NUMBERS = [7, 3, 1, 0, 0.5, 2026, -1];

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly items?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** Everything worth trying for a schema, the fullest first; nothing where the nesting is too deep. */
function* candidates(schema: z.ZodType, depth = 0): Generator<unknown> {
  const def = schema._zod.def as unknown as Definition;
  const next = depth + 1;
  if (depth > 8) return;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      yield* candidates(def.innerType as z.ZodType, depth);
      return;
    case 'pipe':
      yield* candidates(def.in as z.ZodType, depth);
      return;
    case 'lazy':
      yield* candidates((def.getter as () => z.ZodType)(), next);
      return;
    case 'string':
      yield* TEXTS;
      for (const length of [8, 16, 22, 32, 43, 64]) yield 'a'.repeat(length);
      return;
    case 'number':
    case 'int':
      yield* NUMBERS;
      return;
    case 'boolean':
      yield true;
      return;
    case 'enum':
      yield* Object.values(def.entries ?? {});
      return;
    case 'literal':
      yield* def.values ?? [];
      return;
    case 'array':
      for (const item of accepted(def.element as z.ZodType, next)) yield [item];
      yield [];
      return;
    case 'tuple':
      yield (def.items ?? []).map((item) => first(item, next));
      return;
    case 'record':
      yield Object.fromEntries([[first(def.keyType as z.ZodType, next), first(def.valueType as z.ZodType, next)]]);
      yield {};
      return;
    case 'union':
      for (const option of def.options ?? []) yield* accepted(option, next);
      return;
    case 'object':
      yield objectOf(def.shape ?? {}, next);
      return;
    default:
      yield { kept: true };
      yield null;
  }
}

function* accepted(schema: z.ZodType, depth: number): Generator<unknown> {
  for (const value of candidates(schema, depth)) if (schema.safeParse(value).success) yield value;
}

const first = (schema: z.ZodType, depth: number): unknown => accepted(schema, depth).next().value;

function objectOf(shape: Readonly<Record<string, z.ZodType>>, depth: number): Record<string, unknown> {
  const filled = Object.entries(shape).map(([field, schema]) => [field, first(schema, depth)] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

/** A row with every field filled that its schema lets be filled; ids name nobody. */
export function sampleRow(
  entity: Entity,
  base: { readonly id: string; readonly tenantId: string; readonly at: string },
) {
  const { id, tenantId, at } = base;
  const fields = objectOf(entity.schema.shape as Record<string, z.ZodType>, 0);
  const row = { ...fields, id, tenantId, version: 3, createdAt: at, updatedAt: at };
  const stored = new Set(tableOf(entity).columns.map(({ field }) => field));
  const empty = [...stored].filter((field) => !(field in row));
  return { row, empty };
}
