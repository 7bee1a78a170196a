/**
 * @module Two queries per entity: one row by id and, where the entity declares a list, pages of rows.
 */
import {
  DeniedError,
  deny,
  marksOf,
  readingOf,
  type Actor,
  type Denial,
  type Entity,
  type Order,
} from '@shopdesk/core';
import { z } from 'zod';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { isSeenBy, type Audience } from './audiences.ts';
import { cursorOf, readCursor, type NamedOrder } from './cursor.ts';
import { shapeOf } from './field-schema.ts';
import { shown } from './failure.ts';
import { filtersOf, type FilterInput, type FilterTypes } from './filter.ts';
import { camel, screaming } from './names.ts';
import type { OutputTypes } from './output-types.ts';
import type { TypeNames } from './type-names.ts';
import type { AnyRow, GraphQLContext, Viewer } from './viewer.ts';

type Field = GraphQLFieldConfig<unknown, GraphQLContext>;

/** Rows in one page, at most. */
export const MAX_PAGE = 100;
const DEFAULT_PAGE = 50;

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

export const PageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    endCursor: { type: GraphQLString, description: 'Pass it as `after` to get the next page.' },
    hasNextPage: { type: required(GraphQLBoolean), description: 'Whether there are more.' },
  },
});

/** Pages of an entity's rows. */
export class ConnectionTypes {
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  of(row: GraphQLObjectType): GraphQLObjectType {
    const name = `${row.name}Connection`;
    const fields = {
      nodes: { type: required(new GraphQLList(required(row))), description: 'The rows of this page, in order.' },
      pageInfo: { type: required(PageInfo), description: 'Where the next page begins.' },
    };
    return this.#names.type(name, {
      owner: `the list of ${this.#names.entity(row.name)}`,
      meaning: row,
      make: () => new GraphQLObjectType({ name, fields }),
    });
  }
}

/** The orders of a list with their names in GraphQL; the first is the default. */
export const namedOrders = (entity: Entity): readonly NamedOrder[] =>
  (entity.list?.orders ?? []).map((order) => ({
    name: order.map(([field, direction]) => `${screaming(field)}_${direction.toUpperCase()}`).join('_'),
    order,
  }));

/** The orders of a list that an audience may ask for: by what it does not see, it learns nothing from a place. */
export function ordersFor(audience: Audience, entity: Entity): readonly NamedOrder[] {
  const shape = shapeOf(entity.schema);
  return namedOrders(entity).filter(({ order }) =>
    order.every(([field]) => !shape[field] || isSeenBy(audience, shape[field])),
  );
}

export const queryNames = (entity: Entity, audience: Audience) => ({
  one: camel(entity.name),
  ...(ordersFor(audience, entity).length > 0 ? { list: camel(entity.plural) } : {}),
});

/** Nobody asks before he has said who he is; a row out of reach does not exist. */
function mayLook(actor: Actor): Denial | undefined {
  return actor.kind === 'anonymous' ? deny('UNAUTHENTICATED') : undefined;
}

function mayList(entity: Entity, actor: Actor): Denial | undefined {
  return mayLook(actor) ?? (entity.visible(actor) === 'none' ? deny('FORBIDDEN') : undefined);
}

const fieldsOf = ({ or, ...fields }: FilterInput): string[] => [
  ...Object.keys(fields),
  ...(or ?? []).flatMap(fieldsOf),
];

/** Who does not read a field whole learns its values neither by a filter, nor by the order, nor from a cursor. */
function mayFindBy({ schema }: Entity, fields: readonly string[], actor: Actor): Denial | undefined {
  const hidden = fields.find((field) => {
    const { personal } = marksOf(schema.shape[field] ?? z.never());
    return personal !== undefined && readingOf(personal, actor) !== 'whole';
  });
  return hidden === undefined ? undefined : deny('FORBIDDEN', { details: { field: hidden } });
}

function insist(denial: Denial | undefined): void {
  if (denial) throw new DeniedError(denial);
}

interface QueryTypes {
  readonly audience: Audience;
  readonly names: TypeNames;
  readonly outputs: OutputTypes;
  readonly filters: FilterTypes;
  readonly connections: ConnectionTypes;
}

export function entityQueries(entity: Entity, types: QueryTypes): GraphQLFieldConfigMap<unknown, GraphQLContext> {
  const names = queryNames(entity, types.audience);
  return { [names.one]: oneField(entity, types), ...(names.list ? { [names.list]: listField(entity, types) } : {}) };
}

const oneField = (entity: Entity, { outputs }: QueryTypes): Field => ({
  type: outputs.entity(entity.name),
  args: { id: { type: required(GraphQLID) } },
  description: 'NOT_FOUND when there is none that you may see.',
  resolve: (_root, { id }: { id: string }, { viewer }) =>
    shown(viewer, () => {
      insist(mayLook(viewer.actor));
      return viewer.read().get(entity, id);
    }),
});

interface ListArguments {
  readonly filter?: FilterInput | null;
  readonly orderBy?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const WAYS = { asc: 'ascending', desc: 'descending' } as const;

/** What a field of a row is called, without what else is said of it. */
const nameIn = (row: GraphQLObjectType, field: string): string =>
  /^[^.]*/.exec(row.getFields()[field]?.description ?? field)?.[0] ?? field;

function listField(entity: Entity, { audience, names, outputs, filters, connections }: QueryTypes): Field {
  const row = outputs.entity(entity.name);
  const orders = ordersFor(audience, entity);
  const order = `${entity.name}Order`;
  const described = (keys: Order) => keys.map(([field, way]) => `${nameIn(row, field)} ${WAYS[way]}`).join(', then ');
  const makeOrder = () =>
    new GraphQLEnumType({
      name: order,
      values: Object.fromEntries(
        orders.map((one) => [one.name, { value: one.name, description: `By ${described(one.order)}.` }]),
      ),
    });
  return {
    type: required(connections.of(row)),
    args: {
      filter: { type: filters.of(entity, row) },
      orderBy: {
        type: names.type(order, {
          owner: `the order of ${names.entity(entity.name)}`,
          meaning: entity,
          make: makeOrder,
        }),
        description: `Default: ${orders[0]?.name}.`,
      },
      first: { type: GraphQLInt, defaultValue: DEFAULT_PAGE, description: `At most ${MAX_PAGE}.` },
      after: { type: GraphQLString },
    },
    resolve: (_root, args: ListArguments, { viewer }) =>
      shown(viewer, () =>
        page(entity, orders, args, viewer).catch((error: unknown) => {
          viewer.refused(camel(entity.plural), {}, error);
          throw error;
        }),
      ),
  };
}

async function page(
  entity: Entity,
  orders: readonly NamedOrder[],
  { filter, orderBy, after, ...args }: ListArguments,
  viewer: Viewer,
) {
  const first = args.first ?? DEFAULT_PAGE;
  insist(mayList(entity, viewer.actor));
  if (first < 1 || first > MAX_PAGE)
    throw new DeniedError(
      deny('VALIDATION_FAILED', { fields: [{ path: 'first', message: `Between 1 and ${MAX_PAGE}.` }] }),
    );
  const order = (orderBy ? orders.find(({ name }) => name === orderBy) : orders[0]) as NamedOrder;
  insist(
    mayFindBy(entity, [...(filter ? fieldsOf(filter) : []), ...order.order.map(([field]) => field)], viewer.actor),
  );
  const rows = await viewer.read().find(entity, {
    where: filtersOf(filter),
    order: order.order,
    limit: first + 1,
    ...(after ? { after: readCursor(entity, order, after) } : {}),
  });
  const nodes = rows.slice(0, first) as unknown as AnyRow[];
  const last = nodes.at(-1);
  return { nodes, pageInfo: { endCursor: last ? cursorOf(order, last) : null, hasNextPage: rows.length > first } };
}
