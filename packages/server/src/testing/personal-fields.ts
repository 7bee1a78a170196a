/**
 * @module Every string that can leave the desk, with what its schema says of it: for tests that walk what is personal.
 */
import { marksOf, type AnyAction, type AnyView, type Entity, type Feature, type PersonalKind } from '@shopdesk/core';
import { z } from 'zod';

export interface OutputField {
  /** `Customer.email`, `ShopOrder.lines[].title`; a named object begins a path of its own. */
  readonly path: string;
  readonly name: string;
  readonly kind: PersonalKind | undefined;
  /** A record of JSON, whose parts the schema does not name. */
  readonly record: boolean;
  readonly marked: boolean;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const wrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return wrapped ? unwrapped(schema.unwrap()) : schema;
}

function* walk(path: string, schema: z.core.$ZodType, outer: PersonalKind | undefined): Generator<OutputField> {
  const marks = marksOf(schema);
  if (marks.audience === 'never') return;
  const kind = marks.personal ?? outer;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    const start = marks.typeName ?? path;
    for (const [field, of] of Object.entries(inner.shape)) yield* walk(`${start}.${field}`, of as z.ZodType, kind);
  } else if (inner instanceof z.ZodArray) yield* walk(`${path}[]`, inner.element, kind);
  else if (inner instanceof z.ZodRecord)
    yield { path, name: nameOf(path), kind, record: true, marked: kind !== undefined || marks.personalRecord === true };
  else if (inner._zod.def.type === 'string' && !marks.instant && !marks.ref)
    yield { path, name: nameOf(path), kind, record: false, marked: kind !== undefined };
}

const nameOf = (path: string) => path.split('.').at(-1)?.replaceAll('[]', '') ?? '';

/** Every string and every record in the rows of entities and in the values of actions and views, once each. */
export function outputFields(
  entities: readonly Entity[],
  features: readonly Pick<Feature, 'actions' | 'views'>[] = [],
): OutputField[] {
  const rows = entities.flatMap(({ name, schema }) => [...walk(name, schema, undefined)]);
  const asked: readonly (AnyAction | AnyView)[] = features.flatMap(({ actions, views }) => [
    ...Object.values(actions),
    ...Object.values(views),
  ]);
  const values = asked.flatMap(({ output: { name = '', schema } }) =>
    schema ? [...walk(name, schema, undefined)] : [],
  );
  return [...new Map([...rows, ...values].map((field) => [field.path, field])).values()];
}
