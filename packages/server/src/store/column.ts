/**
 * @module How a field of an entity is stored: its column type is derived from its zod schema.
 */
import { marksOf } from '@shopdesk/core';
import type { z } from 'zod';

export type ColumnType = 'text' | 'bigint' | 'double precision' | 'boolean' | 'timestamptz(3)' | 'text[]' | 'jsonb';

export interface Column {
  readonly field: string;
  /** Unquoted. */
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Value for rows that existed before the column did. */
  readonly fallback?: unknown;
}

/** `lastMessageAt` becomes `last_message_at`. */
export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/g, '_$&').toLowerCase();

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `zod` describes a schema by its `def`; only what is read here is named. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly defaultValue?: unknown;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Definition;

/** Derives the column of a field. */
export function columnOf(field: string, schema: z.core.$ZodType): Column {
  const { type, defaultValue } = definitionOf(schema);
  const nullable = accepts(schema, null) || (type !== 'default' && accepts(schema, undefined));
  const fallback = type === 'default' || type === 'prefault' ? { fallback: defaultValue } : {};
  return { field, name: snakeCase(field), type: typeOf(schema), nullable, ...fallback };
}

const accepts = (schema: z.core.$ZodType, value: unknown) => (schema as z.ZodType).safeParse(value).success;

function typeOf(schema: z.core.$ZodType): ColumnType {
  if (marksOf(schema).instant) return 'timestamptz(3)';
  const { type, innerType, out, element, values, entries } = definitionOf(schema);
  if (innerType) return typeOf(innerType);
  if (out) return typeOf(out);
  switch (type) {
    case 'string':
    case 'template_literal':
      return 'text';
    case 'enum':
      return allTexts(Object.values(entries ?? {})) ? 'text' : 'double precision';
    case 'literal':
      return allTexts(values ?? []) ? 'text' : 'jsonb';
    case 'number':
      return (schema as z.ZodNumber).isInt ? 'bigint' : 'double precision';
    case 'boolean':
      return 'boolean';
    case 'array':
      return element && typeOf(element) === 'text' && !accepts(element, null) ? 'text[]' : 'jsonb';
    default:
      return 'jsonb';
  }
}

const allTexts = (values: readonly unknown[]) => values.every((value) => typeof value === 'string');

/** What is sent for a value of this column; a row from before the field was there has its default. */
export function toColumn({ type, fallback }: Pick<Column, 'type' | 'fallback'>, value: unknown = fallback): unknown {
  if (value === undefined || value === null) return null;
  return type === 'jsonb' ? JSON.stringify(value) : value;
}

/** Texts compare by code point everywhere, whatever the server's locale. */
export const collated = (type: ColumnType): string =>
  type === 'text' || type === 'text[]' ? `${type} COLLATE "C"` : type;
