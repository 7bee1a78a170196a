/** @module What a rule sees of an event: the fields of its row, with what each may hold. */
import { z } from 'zod';
import type { ReadContext } from '../../kernel/context.ts';
import { marksOf, type CodeWords } from '../../kernel/entity.ts';
import type { InputDefinition } from '../../policies/index.ts';
import type { RuleFieldType } from './codes.ts';
import type { RuleEventRule } from './events.ts';

/** One field of the frozen facts of an event. */
export interface RuleField {
  readonly name: string;
  readonly type: RuleFieldType;
  readonly nullable: boolean;
  /** Of a code: the name of its set, and its codes with their words. */
  readonly set: string | null;
  readonly codes: Readonly<Record<string, CodeWords>>;
  /** Of an id: the entity of the row. */
  readonly ref: string | null;
}

export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

const OWN: readonly RuleField[] = [
  { name: 'id', type: 'TEXT', nullable: false, set: null, codes: {}, ref: null },
  { name: 'at', type: 'INSTANT', nullable: false, set: null, codes: {}, ref: null },
];

/** The fields that a rule on this event may ask about and hand on. */
export function fieldsOf(ctx: Pick<ReadContext, 'entities'>, event: RuleEventRule): readonly RuleField[] {
  const { shape } = (ctx.entities.get(event.on.name) ?? event.on).schema;
  return [...OWN, ...event.fields.flatMap((name) => fieldOf(name, shape[name]))];
}

function fieldOf(name: string, schema: z.core.$ZodType | undefined): RuleField[] {
  if (!schema) return [];
  const { inner, nullable } = bare(schema);
  const { codes, instant, ref, personal } = marksOf(schema);
  if (personal) return [];
  const base = { name, nullable, set: codes?.name ?? null, codes: codes?.words ?? {}, ref: ref ?? null };
  if (inner instanceof z.ZodEnum) return [{ ...base, type: 'CODE' }];
  if (inner instanceof z.ZodBoolean) return [{ ...base, type: 'BOOLEAN' }];
  if (inner instanceof z.ZodNumber) return [{ ...base, type: 'NUMBER' }];
  if (instant) return [{ ...base, type: 'INSTANT' }];
  return inner instanceof z.ZodString ? [{ ...base, type: 'TEXT' }] : [];
}

function bare(schema: z.core.$ZodType): { inner: z.core.$ZodType; nullable: boolean } {
  if (schema instanceof z.ZodNullable) return { inner: bare(schema.unwrap()).inner, nullable: true };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap());
  return { inner: schema, nullable: false };
}

/** The facts of an event, frozen: nothing that happens to the row later changes them. */
export function freeze(fields: readonly RuleField[], row: Readonly<Record<string, unknown>>, at: string): Facts {
  return Object.fromEntries(fields.map(({ name }) => [name, name === 'at' ? at : ((row[name] ?? null) as FactValue)]));
}

const TYPES = { TEXT: 'string', CODE: 'string', NUMBER: 'number', BOOLEAN: 'boolean', INSTANT: 'instant' } as const;

/** Names that CEL has taken for itself: a field that is called so ends in `_` within a condition, as in `type_`. */
const TAKEN = new Set(
  (
    'bool int uint double string bytes list map type null_type timestamp duration dyn true false null in as break ' +
    'const continue else for function if import let loop package namespace return var void while size has all exists'
  ).split(' '),
);

/** What a field is called in a condition. */
export const celName = ({ name }: Pick<RuleField, 'name'>): string => (TAKEN.has(name) ? `${name}_` : name);

/** The same fields as the condition language knows them. */
export const inputsOf = (fields: readonly RuleField[]): InputDefinition[] =>
  fields.map((field) => ({
    name: celName(field),
    label: { zh: field.name, en: field.name },
    type: TYPES[field.type],
    ...(field.type === 'NUMBER' ? { integer: true } : {}),
    nullable: field.nullable,
  }));

/** A fact that has a name in a condition; a text that is not known is the empty text there, so that it can be asked. */
export function scopeOf(fields: readonly RuleField[], facts: Facts): Record<string, FactValue> {
  return Object.fromEntries(
    fields.map((field) => {
      const { name, type } = field;
      const value = facts[name] ?? null;
      if (value === null) return [celName(field), type === 'TEXT' || type === 'CODE' ? '' : null];
      return [celName(field), type === 'INSTANT' ? Date.parse(String(value)) : value];
    }),
  );
}
