/**
 * @module Enums are named after the entity and field that has them. An input's field of the same name and the same
 * values means the same enum.
 */
import { GraphQLEnumType } from 'graphql';
import { isName } from './names.ts';

interface KnownEnum {
  readonly field: string;
  readonly values: string;
  readonly type: GraphQLEnumType;
}

export interface EnumPlace {
  readonly field: string;
  /** Its name when no known enum is meant. */
  readonly name: string;
  /** Names of entities whose enums are meant first. */
  readonly prefer: readonly string[];
}

const key = (values: readonly string[]) => values.toSorted().join();

export class EnumTypes {
  readonly #known: KnownEnum[] = [];
  readonly #byName = new Map<string, GraphQLEnumType>();

  /** Makes the enum of an entity's field; undefined when a value is no GraphQL name. */
  declare(name: string, field: string, values: readonly string[]): GraphQLEnumType | undefined {
    if (!values.every(isName)) return undefined;
    const known = this.#byName.get(name);
    if (known) return known;
    const type = new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, { value }])) });
    this.#byName.set(name, type);
    this.#known.push({ field, values: key(values), type });
    return type;
  }

  /** The enum of any other field: a known one of the same field name and values, else a new one. */
  find({ field, name, prefer }: EnumPlace, values: readonly string[]): GraphQLEnumType | undefined {
    const same = this.#known.filter((known) => known.field === field && known.values === key(values));
    const meant = same.find(({ type }) => prefer.some((entity) => type.name.startsWith(entity))) ?? same[0];
    return meant?.type ?? this.declare(name, field, values);
  }
}
