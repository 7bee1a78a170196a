/**
 * @module The GraphQL schema of a desk, derived from its features: nothing in it is written twice.
 */
import { ConfigError, type Desk, type Entity } from '@shopdesk/core';
import { GraphQLObjectType, GraphQLSchema, type GraphQLFieldConfigMap, type GraphQLNamedType } from 'graphql';
import { ConnectionTypes, entityQueries } from './entity-queries.ts';
import { EnumTypes } from './enum-types.ts';
import { FilterTypes } from './filter.ts';
import { genericMutations, genericQueries } from './generic.ts';
import { InputTypes } from './input-types.ts';
import { isPublic, mutationField } from './mutations.ts';
import { publicEntities } from './description.ts';
import { OutputTypes } from './output-types.ts';
import { viewField } from './view-queries.ts';
import type { GraphQLContext } from './viewer.ts';

type FieldMap = GraphQLFieldConfigMap<unknown, GraphQLContext>;

/** The schema's types, for whoever adds fields of his own (the live subscriptions). */
export interface SchemaTypes {
  /** The object type of an entity. @throws ConfigError when there is no such entity. */
  entity(name: string): GraphQLObjectType;
}

export interface SchemaOptions {
  readonly desk: Desk;
  /** The fields of the type Subscription, made of the schema's own types. */
  readonly subscriptions?: (types: SchemaTypes) => FieldMap;
}

/** Builds the schema. @throws ConfigError when two things have one name. */
export function createSchema({ desk, subscriptions }: SchemaOptions): GraphQLSchema {
  const entities = publicEntities(desk);
  const enums = new EnumTypes();
  const outputs = new OutputTypes(entities, enums);
  const types = { outputs, inputs: new InputTypes(enums), filters: new FilterTypes(), connections: new ConnectionTypes() };
  const live = subscriptions?.(outputs);
  const query = { ...entityFields(entities, types), ...viewFields(desk, types), ...genericQueries() };
  return new GraphQLSchema({
    description: 'Shopdesk: the service desk of a shop.',
    query: object('Query', query),
    mutation: object('Mutation', { ...mutationFields(desk, types), ...genericMutations() }),
    ...(live ? { subscription: object('Subscription', live) } : {}),
    types: entities.map(({ name }): GraphQLNamedType => outputs.entity(name)),
  });
}

type Types = Parameters<typeof entityQueries>[1] & Parameters<typeof viewField>[2];

const object = (name: string, fields: FieldMap) => new GraphQLObjectType<unknown, GraphQLContext>({ name, fields });

function entityFields(entities: readonly Entity[], types: Types): FieldMap {
  const fields: FieldMap = {};
  for (const entity of entities)
    for (const [name, field] of Object.entries(entityQueries(entity, types))) {
      if (fields[name]) throw new ConfigError([`two queries are named ${name}; give ${entity.name} another plural`]);
      fields[name] = field;
    }
  return fields;
}

/** A view takes the place of an entity's query of the same name: it knows more of who may see what. */
const viewFields = (desk: Desk, types: Types): FieldMap => Object.fromEntries([...desk.views].map(([name, view]) => [name, viewField(name, view, types)]));

const mutationFields = (desk: Desk, types: Types): FieldMap =>
  Object.fromEntries([...desk.actions].filter(([, action]) => isPublic(action)).map(([name, action]) => [name, mutationField(name, action, types)]));
