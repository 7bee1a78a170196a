/**
 * @module Enums are named after the entity and field that has them. An input's field of the same name and the same
 * values means the same enum.
 */
import type { Words } from '@shopdesk/core';
import { GraphQLEnumType } from 'graphql';
import { isName } from './names.ts';
import type { TypeNames } from './type-names.ts';

interface KnownEnum {
  readonly field: string;
  readonly values: string;
  readonly type: GraphQLEnumType;
}

export interface EnumPlace {
  readonly field: string;
  /** Its name when no known enum is meant. */
  readonly name: string;
  /** Who wants it, for the reader of a clash. */
  readonly owner: string;
  /** Names of entities whose enums are meant first. */
  readonly prefer: readonly string[];
}

/** What can be chosen, with what it is called. */
export interface Choice {
  readonly values: readonly string[];
  readonly words: Readonly<Record<string, Words>>;
}

const key = (values: readonly string[]) => values.toSorted().join();

export class EnumTypes {
  readonly #known: KnownEnum[] = [];
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  /** The enum of an entity's field; undefined when a value is no GraphQL name. */
  declare({ name, field, owner }: Omit<EnumPlace, 'prefer'>, { values, words }: Choice): GraphQLEnumType | undefined {
    // A vocabulary to which nobody has added has none.
    if (values.length === 0 || !values.every(isName)) return undefined;
    const described = (value: string) => {
      const said = words[value];
      return said ? { value, description: `${said.en} · ${said.zh}` } : { value };
    };
    const make = () => {
      const type = new GraphQLEnumType({
        name,
        values: Object.fromEntries(values.map((value) => [value, described(value)])),
      });
      this.#known.push({ field, values: key(values), type });
      return type;
    };
    return this.#names.type(name, { owner, meaning: key(values), make });
  }

  /** The enum of any other field: a known one of the same field name and values, else a new one. */
  find({ prefer, ...place }: EnumPlace, choice: Choice): GraphQLEnumType | undefined {
    const values = key(choice.values);
    const same = this.#known.filter((known) => known.field === place.field && known.values === values);
    const meant = same.find(({ type }) => prefer.some((entity) => type.name.startsWith(entity))) ?? same[0];
    return meant?.type ?? this.declare(place, choice);
  }
}
