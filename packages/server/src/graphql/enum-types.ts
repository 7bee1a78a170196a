/**
 * @module Enums are the sets of codes that features declare, under the name that a set has there: one set, one type,
 * wherever it stands.
 */
import { marksOf, type CodesMark } from '@shopdesk/core';
import { GraphQLEnumType } from 'graphql';
import { z } from 'zod';
import { textOf } from './field-texts.ts';
import { isName } from './names.ts';
import type { TypeNames } from './type-names.ts';

/** What can be chosen, with what it is called. */
export interface Choice {
  readonly values: readonly string[];
  readonly codes: CodesMark;
}

/** The codes of a field, or undefined when it takes none. */
export function choiceOf(schema: z.ZodType): Choice | undefined {
  const { codes } = marksOf(schema);
  return schema instanceof z.ZodEnum && codes ? { values: schema.options.map(String), codes } : undefined;
}

export class EnumTypes {
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  /**
   * The enum of a set of codes; undefined when one of them is no GraphQL name. `owner` is who wants it, for the reader
   * of a clash. @throws ConfigError when the name stands for something else
   */
  of({ values, codes: { name, words } }: Choice, owner: string): GraphQLEnumType | undefined {
    // A vocabulary to which nobody has added has none.
    if (values.length === 0 || !values.every(isName)) return undefined;
    return this.#names.type(name, {
      owner,
      meaning: JSON.stringify(values.toSorted().map((value) => [value, words[value]])),
      make: () =>
        new GraphQLEnumType({
          name,
          values: Object.fromEntries(values.map((value) => [value, { value, description: textOf(words[value]) }])),
        }),
    });
  }
}
