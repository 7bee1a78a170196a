/**
 * @module Looks into a field's zod schema: what is inside its wrappers, and what the wrappers say.
 */
import { z } from 'zod';

export interface FieldSchema {
  /** Without optional, nullable and default. */
  readonly inner: z.ZodType;
  readonly nullable: boolean;
  readonly optional: boolean;
  /** Absent when there is none. */
  readonly fallback?: unknown;
}

/** Takes the wrappers off a field. */
export function fieldSchema(schema: z.core.$ZodType): FieldSchema {
  if (schema instanceof z.ZodNullable) return { ...fieldSchema(schema.unwrap()), nullable: true };
  if (schema instanceof z.ZodOptional) return { ...fieldSchema(schema.unwrap()), optional: true };
  if (schema instanceof z.ZodDefault)
    return { ...fieldSchema(schema.unwrap()), optional: true, fallback: schema.def.defaultValue };
  return { inner: schema as z.ZodType, nullable: false, optional: false };
}

/** The fields of an object, as plain zod types. */
export const shapeOf = (schema: z.ZodObject): Readonly<Record<string, z.ZodType>> =>
  schema.shape as Record<string, z.ZodType>;

export const isWhole = (schema: z.ZodType): boolean => schema instanceof z.ZodNumber && schema.isInt;

/**
 * Takes out every null that the schema does not know: GraphQL lets a caller pass null for whatever he may leave out,
 * and both mean the same.
 */
export function withoutNulls(schema: z.core.$ZodType, value: unknown): unknown {
  const { inner } = fieldSchema(schema);
  if (Array.isArray(value))
    return inner instanceof z.ZodArray ? value.map((item) => withoutNulls(inner.element, item)) : value;
  if (!(inner instanceof z.ZodObject) || value === null || typeof value !== 'object') return value;
  const shape = shapeOf(inner);
  const kept = Object.entries(value).filter(
    ([name, item]) => item !== null || !shape[name] || fieldSchema(shape[name]).nullable,
  );
  return Object.fromEntries(kept.map(([name, item]) => [name, shape[name] ? withoutNulls(shape[name], item) : item]));
}
