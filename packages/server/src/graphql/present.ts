/**
 * @module An answer as JSON for one viewer: what the generic calls give, by the same rules as the typed fields.
 */
import { marksOf, type Output } from '@shopdesk/core';
import { z } from 'zod';
import { readerOf } from './audience.ts';
import { fieldSchema, shapeOf } from './field-schema.ts';
import { pascal } from './names.ts';
import type { AnyRow, Viewer } from './viewer.ts';

type Row = Readonly<Record<string, unknown>>;
const BASE_FIELDS = ['id', 'version', 'createdAt', 'updatedAt'] as const;

/** The answer of an action, as the viewer may see it. */
export function presented(output: Output<unknown>, answer: unknown, viewer: Viewer): unknown {
  const { entity, shape, schema, name = '' } = output;
  if (answer === undefined || answer === null) return null;
  if (!entity) return schema ? value(name, schema, answer, viewer) : answer;
  const row = (one: unknown) => presentedRow(viewer.desk.whole(entity), one as AnyRow, viewer);
  if (shape === 'list') return (answer as readonly unknown[]).map(row);
  return row(answer);
}

/** A row with the viewer's share of its fields. */
export function presentedRow({ name, schema }: { name: string; schema: z.ZodObject }, row: Row, viewer: Viewer): Row {
  const base = Object.fromEntries(BASE_FIELDS.map((field) => [field, row[field]]));
  return { ...base, ...fields(name, schema, row, viewer) };
}

function fields(parent: string, schema: z.ZodObject, row: Row, viewer: Viewer): Row {
  const shown = Object.entries(shapeOf(schema)).filter(([, inner]) => marksOf(inner).audience !== 'never');
  return Object.fromEntries(
    shown.map(([field, inner]) => {
      const read = readerOf(field, marksOf(inner));
      const given = read ? read(row, viewer.actor) : row[field];
      return [field, value(`${parent}${pascal(field)}`, inner, given ?? null, viewer)];
    }),
  );
}

function value(name: string, schema: z.ZodType, given: unknown, viewer: Viewer): unknown {
  const { inner } = fieldSchema(schema);
  if (given === null) return null;
  if (inner instanceof z.ZodArray)
    return (given as readonly unknown[]).map((item) => value(name, inner.element as z.ZodType, item, viewer));
  return inner instanceof z.ZodObject ? fields(name, inner, given as Row, viewer) : given;
}
