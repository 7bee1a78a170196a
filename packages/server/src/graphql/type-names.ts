/**
 * @module A name of the GraphQL schema stands for one type. Two features that want the same name for different types
 * are told so, by the names of both.
 */
import { ConfigError, type Feature } from '@shopdesk/core';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql';
import { isName } from './names.ts';

interface Taken {
  readonly owner: string;
  /** What the type is made of: who comes with the same gets the same type. */
  readonly meaning: unknown;
  readonly type: GraphQLNamedType;
}

/** Who has the types that come with every desk. */
export const DESK = 'the desk itself';

export class TypeNames {
  readonly #taken = new Map<string, Taken>();
  readonly #features: readonly Feature[];

  /** @param own types that every desk has */
  constructor(features: readonly Feature[], own: readonly GraphQLNamedType[]) {
    this.#features = features;
    for (const type of own) this.#keep(type);
  }

  /**
   * The type of a name, made when it is asked for first. @throws ConfigError when the name stands for something else,
   * or is none
   */
  type<T extends GraphQLNamedType>(
    name: string,
    { owner, meaning, make }: { readonly owner: string; readonly meaning: unknown; readonly make: () => T },
  ): T {
    const taken = this.#taken.get(name);
    if (taken && taken.meaning !== meaning)
      throw new ConfigError([
        `the type ${name} is wanted by ${taken.owner} and by ${owner}; give one of them another name`,
      ]);
    if (taken) return taken.type as T;
    if (!isName(name))
      throw new ConfigError([
        `${owner} is named ${name}: a name in GraphQL has letters, digits and _ and begins with a letter`,
      ]);
    const type = make();
    this.#taken.set(name, { owner, meaning, type });
    return type;
  }

  /** Takes the names of the desk's own types that fields lead to. @throws ConfigError when a feature has one of them */
  keep<C>(fields: GraphQLFieldConfigMap<unknown, C>): void {
    for (const { type } of Object.values(fields)) this.#keep(type);
  }

  #keep(type: GraphQLType): void {
    const named = getNamedType(type);
    if (this.#taken.get(named.name)?.type === named) return;
    this.type(named.name, { owner: DESK, meaning: named, make: () => named });
    if (isUnionType(named)) for (const member of named.getTypes()) this.#keep(member);
    if (isObjectType(named) || isInterfaceType(named))
      for (const field of Object.values(named.getFields())) this.#keep(field.type);
  }

  /** `the entity Box of the feature boxes`. */
  entity(name: string): string {
    return this.#of(`the entity ${name}`, ({ entities }) => entities.some((entity) => entity.name === name));
  }

  /** `the input of pack of the feature boxes`; of an action or a view. */
  part(part: 'input' | 'answer' | 'payload', name: string): string {
    return this.#of(
      `the ${part} of ${name}`,
      ({ actions, views }) => Object.hasOwn(actions, name) || Object.hasOwn(views, name),
    );
  }

  #of(what: string, has: (feature: Feature) => boolean): string {
    const feature = this.#features.find(has);
    return feature ? `${what} of the feature ${feature.name}` : what;
  }
}
