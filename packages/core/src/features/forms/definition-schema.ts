/** @module The two shapes of a definition: the loose one in which a draft is saved, the strict one that is published. */
import { z } from 'zod';
import { readInput, says } from '../../kernel/problems.ts';
import type { FieldProblem } from '../../kernel/denial.ts';
import type { Said } from '../../kernel/said.ts';
import {
  definitionProblems,
  FIELD_TYPES,
  FORM_LIMITS,
  type DefinitionProblem,
  type FieldType,
  type FormDefinition,
  type UsedIds,
} from './model/index.ts';
import { formTexts as t } from './texts.ts';

const TYPES = Object.keys(FIELD_TYPES) as [FieldType, ...FieldType[]];

/** Not one of the names that every object has by itself. */
const own = (id: string): boolean => !(id in Object.prototype);
const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, says(t.idForm))
  .refine(own, says(t.idForm));
const words = (most: number) =>
  z.strictObject({ en: z.string().trim().min(1).max(most), zh: z.string().trim().min(1).max(most) });

const condition = z.union([
  z.strictObject({
    field: id,
    in: z
      .array(z.union([z.string(), z.boolean()]))
      .min(1)
      .max(FORM_LIMITS.options),
  }),
  z.strictObject({ field: id, filled: z.boolean() }),
  z.strictObject({ field: id, atLeast: z.number() }),
]);

const plainField = {
  id,
  type: z.enum(TYPES),
  title: words(200),
  hint: words(500).optional(),
  must: z.boolean().optional(),
  when: condition.optional(),
  options: z
    .array(z.strictObject({ id, title: words(200) }))
    .max(FORM_LIMITS.options)
    .optional(),
  most: z.number().optional(),
  least: z.number().optional(),
  decimals: z.int().min(0).max(6).optional(),
  roles: z.array(z.string().min(1).max(60)).max(50).optional(),
};

/** What a published version holds. */
export const strictDefinition = z.strictObject({
  title: words(200),
  about: words(1000).optional(),
  ordered: z.boolean().optional(),
  steps: z
    .array(
      z.strictObject({
        id,
        title: words(200),
        hint: words(1000).optional(),
        within: z.int().min(1).max(525_600).optional(),
        fields: z
          .array(
            z.strictObject({
              ...plainField,
              columns: z.array(z.strictObject(plainField)).max(FORM_LIMITS.columns).optional(),
            }),
          )
          .max(FORM_LIMITS.fields),
      }),
    )
    .min(1)
    .max(FORM_LIMITS.steps),
});

const looseText = (most: number) => z.string().max(most).optional();
const looseWords = (most: number) => z.strictObject({ en: looseText(most), zh: looseText(most) }).optional();
const looseField = {
  id: looseText(40),
  type: z.enum(TYPES).optional(),
  title: looseWords(200),
  hint: looseWords(500),
  must: z.boolean().optional(),
  when: z
    .strictObject({
      field: looseText(40),
      in: z
        .array(z.union([z.string().max(40), z.boolean()]))
        .max(FORM_LIMITS.options)
        .optional(),
      filled: z.boolean().optional(),
      atLeast: z.number().optional(),
    })
    .optional(),
  options: z
    .array(z.strictObject({ id: looseText(40), title: looseWords(200) }))
    .max(FORM_LIMITS.options)
    .optional(),
  most: z.number().optional(),
  least: z.number().optional(),
  decimals: z.number().optional(),
  roles: z.array(z.string().max(60)).max(50).optional(),
};

/** What a draft may look like: anything may be missing, but nothing is there that a form does not have. */
export const looseDefinition = z.strictObject({
  title: looseWords(200),
  about: looseWords(1000),
  ordered: z.boolean().optional(),
  steps: z
    .array(
      z.strictObject({
        id: looseText(40),
        title: looseWords(200),
        hint: looseWords(1000),
        within: z.number().optional(),
        fields: z
          .array(
            z.strictObject({
              ...looseField,
              columns: z.array(z.strictObject(looseField)).max(FORM_LIMITS.columns).optional(),
            }),
          )
          .max(FORM_LIMITS.fields)
          .optional(),
      }),
    )
    .max(FORM_LIMITS.steps)
    .optional(),
});

type Read = { readonly definition: FormDefinition } | { readonly problems: readonly FieldProblem[] };

/** A draft as it would be published, or everything that is wrong with it. */
export function readStrict(draft: unknown, used: UsedIds): Read {
  const read = readInput(strictDefinition, draft);
  if ('problems' in read) return read;
  const definition = read.data as FormDefinition;
  const problems = definitionProblems(definition, used).map(({ path, code, id: about }) => ({
    path,
    text: sayOf(code, about),
  }));
  return problems.length > 0 ? { problems } : { definition };
}

function sayOf(code: DefinitionProblem['code'], about: string): Said {
  const text = t[code];
  return typeof text === 'function' ? text({ id: about }) : text;
}

/** What is wrong with a draft even while it is written. */
export function looseProblems(draft: unknown): readonly FieldProblem[] {
  const read = readInput(looseDefinition, draft);
  if ('problems' in read) return read.problems;
  return JSON.stringify(draft).length > FORM_LIMITS.characters ? [{ path: 'steps', text: t.tooLarge }] : [];
}
