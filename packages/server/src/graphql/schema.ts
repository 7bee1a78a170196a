/**
 * @module The GraphQL schema of a desk, derived from its features: nothing in it is written twice.
 */
import { ConfigError, FieldHomes, type AnyView, type Desk, type Entity } from '@shopdesk/core';
import {
  GraphQLObjectType,
  GraphQLSchema,
  specifiedScalarTypes,
  type GraphQLFieldConfigMap,
  type GraphQLNamedType,
} from 'graphql';
import { entitiesFor, entitiesMet, isFor, type Audience } from './audiences.ts';
import { deniedType } from './denied-type.ts';
import { ConnectionTypes, PageInfo } from './connections.ts';
import { entityQueries, queryNames } from './entity-queries.ts';
import { EnumTypes } from './enum-types.ts';
import { FilterTypes } from './filter.ts';
import { genericMutations, genericQueries } from './generic.ts';
import { innerLists } from './inner-lists.ts';
import { InputTypes } from './input-types.ts';
import { mutationField } from './mutations.ts';
import { publicEntities } from './description.ts';
import { OutputTypes } from './output-types.ts';
import { DateTime, Json, SafeInt } from './scalars.ts';
import { DESK, TypeNames } from './type-names.ts';
import { viewField } from './view-queries.ts';
import type { GraphQLContext } from './viewer.ts';

type FieldMap = GraphQLFieldConfigMap<unknown, GraphQLContext>;

/** The schema's types, for whoever adds fields of his own (the live subscriptions). */
export interface SchemaTypes {
  /** The object type of an entity. @throws ConfigError when there is no such entity. */
  entity(name: string): GraphQLObjectType;
  /** Whether the audience of the schema meets rows of this kind. */
  meets(name: string): boolean;
}

export interface SchemaOptions {
  readonly desk: Desk;
  /** Whose schema it is. */
  readonly audience: Audience;
  /** The fields of the type Subscription, made of the schema's own types. */
  readonly subscriptions?: (types: SchemaTypes) => FieldMap | undefined;
}

/** Builds the schema. @throws ConfigError when two things have one name. */
export function createSchema({ desk, audience, subscriptions }: SchemaOptions): GraphQLSchema {
  const entities = publicEntities(desk);
  const met = entitiesMet(audience, desk, entities);
  const denied = deniedType(desk);
  const names = new TypeNames(desk.features, [...OWN_TYPES, denied]);
  const enums = new EnumTypes(names);
  const homes = new FieldHomes(desk.features);
  const connections = new ConnectionTypes(names);
  const outputs: OutputTypes = new OutputTypes(entities, {
    names,
    enums,
    homes,
    audience,
    met,
    lists: (parent) => innerLists(parent, entities, { audience, met, outputs, connections }),
  });
  const types = {
    audience,
    names,
    denied,
    outputs,
    inputs: new InputTypes(names, enums, homes),
    filters: new FilterTypes(names),
    connections,
  };
  const live = subscriptions?.({ entity: (name) => outputs.entity(name), meets: (name) => met.has(name) });
  const generic = { queries: genericQueries(denied, audience), mutations: genericMutations(denied, audience) };
  for (const fields of [live ?? {}, generic.queries, generic.mutations]) names.keep(fields);
  const rowQueries = {
    ...entityFields(entitiesFor(audience, entities), types),
    ...viewFields(desk, entities, types),
  };
  const query = apart('queries', rowQueries, generic.queries);
  const mutation = apart('mutations', mutationFields(desk, types), generic.mutations);
  const root = (name: string, fields: FieldMap) =>
    names.type(name, {
      owner: DESK,
      meaning: root,
      make: () => new GraphQLObjectType<unknown, GraphQLContext>({ name, fields }),
    });
  return new GraphQLSchema({
    description: `Shopdesk: the service desk of a shop, for ${audience === 'staff' ? 'its staff' : 'its shoppers'}.`,
    query: root('Query', query),
    mutation: root('Mutation', mutation),
    ...(live ? { subscription: root('Subscription', live) } : {}),
    types: entities.filter(({ name }) => met.has(name)).map(({ name }): GraphQLNamedType => outputs.entity(name)),
  });
}

type Types = Parameters<typeof entityQueries>[1] & Parameters<typeof viewField>[2];

/** Types of the desk that no field has to lead to. */
const OWN_TYPES = [...specifiedScalarTypes, DateTime, SafeInt, Json, PageInfo];

function entityFields(entities: readonly Entity[], types: Types): FieldMap {
  const fields: FieldMap = {};
  for (const entity of entities)
    for (const [name, field] of Object.entries(entityQueries(entity, types))) {
      if (fields[name]) throw new ConfigError([`two queries are named ${name}; give ${entity.name} another plural`]);
      fields[name] = field;
    }
  return fields;
}

/** A view may take the place of the query of one row, if it answers that row: it knows more of who may see what. */
function viewFields(desk: Desk, entities: readonly Entity[], types: Types): FieldMap {
  const hidden = [...desk.views].flatMap(([name, { output }]) =>
    entities
      .filter((entity) => hides(name, output, entity))
      .map((entity) => `the view ${name} hides a query of ${entity.name}; give one of them another name`),
  );
  if (hidden.length > 0) throw new ConfigError(hidden);
  return Object.fromEntries(
    [...desk.views]
      .filter(([, view]) => isFor(types.audience, view))
      .map(([name, view]) => [name, viewField(name, view, types)]),
  );
}

function hides(name: string, { shape, entity: answered }: AnyView['output'], entity: Entity): boolean {
  const { one, list } = queryNames(entity, 'staff');
  return name === list || (name === one && (answered?.name !== entity.name || (shape !== 'one' && shape !== 'maybe')));
}

/** Puts fields together. @throws ConfigError when two have one name */
function apart(kind: string, ...parts: readonly FieldMap[]): FieldMap {
  const names = parts.flatMap((fields) => Object.keys(fields));
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  if (twice.length > 0) throw new ConfigError(twice.map((name) => `two ${kind} are named ${name}`));
  return Object.assign({}, ...parts) as FieldMap;
}

const mutationFields = (desk: Desk, types: Types): FieldMap =>
  Object.fromEntries(
    [...desk.actions]
      .filter(([, action]) => isFor(types.audience, action))
      .map(([name, action]) => [name, mutationField(name, action, types)]),
  );
