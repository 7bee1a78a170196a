/**
 * @module Enums are named after the entity and field that has them. An input's field of the same name and the same
 * values means the same enum.
 */
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

const key = (values: readonly string[]) => values.toSorted().join();

export class EnumTypes {
  readonly #known: KnownEnum[] = [];
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  /** The enum of an entity's field; undefined when a value is no GraphQL name. */
  declare({ name, field, owner }: Omit<EnumPlace, 'prefer'>, values: readonly string[]): GraphQLEnumType | undefined {
    if (!values.every(isName)) return undefined;
    const make = () => {
      const type = new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, { value }])) });
      this.#known.push({ field, values: key(values), type });
      return type;
    };
    return this.#names.type(name, { owner, meaning: key(values), make });
  }

  /** The enum of any other field: a known one of the same field name and values, else a new one. */
  find({ prefer, ...place }: EnumPlace, values: readonly string[]): GraphQLEnumType | undefined {
    const same = this.#known.filter((known) => known.field === place.field && known.values === key(values));
    const meant = same.find(({ type }) => prefer.some((entity) => type.name.startsWith(entity))) ?? same[0];
    return meant?.type ?? this.declare(place, values);
  }
}
