/**
 * @module What the subscriptions need of the rest of the GraphQL schema.
 */
import type { Actor } from '@shopdesk/core';
import type { GraphQLObjectType } from 'graphql';

/** The derived object types. */
export interface SchemaTypes {
  /** The type of an entity by its name: `Message`. */
  entity(name: string): GraphQLObjectType;
  /** Whether the schema's audience meets rows of this kind. */
  meets(name: string): boolean;
}

/** What the subscriptions read from the context of a request. */
export interface LiveContext {
  readonly viewer: { readonly actor: Actor; readonly locale: string };
}
