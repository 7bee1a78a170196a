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
  GraphQLEnumType,
  GraphQLID,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { isSeenBy, type Audience } from './audiences.ts';
import { pageArguments, pageOf, type ConnectionTypes, type PageArguments } from './connections.ts';
import type { NamedOrder } from './cursor.ts';
import { shapeOf } from './field-schema.ts';
import { shown } from './failure.ts';
import { filtersOf, type FilterInput, type FilterTypes } from './filter.ts';
import { camel, screaming } from './names.ts';
import type { OutputTypes } from './output-types.ts';
import type { TypeNames } from './type-names.ts';
import type { GraphQLContext, Viewer } from './viewer.ts';

type Field = GraphQLFieldConfig<unknown, GraphQLContext>;

/** Rows of a page, where nobody says how many. */
export const DEFAULT_PAGE = 50;

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

/** The orders of a list with their names in GraphQL; the first is the default. */
export const namedOrders = (entity: Entity): readonly NamedOrder[] => (entity.list?.orders ?? []).map(namedOrder);

export const namedOrder = (order: Order): NamedOrder => ({
  name: order.map(([field, direction]) => `${screaming(field)}_${direction.toUpperCase()}`).join('_'),
  order,
});

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

interface ListArguments extends PageArguments {
  readonly filter?: FilterInput | null;
  readonly orderBy?: string | null;
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
  const { en, zh } = entity.title;
  return {
    type: required(connections.of(row)),
    description: `${en} · ${zh}: those that you may see, in pages.`,
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
      ...pageArguments(DEFAULT_PAGE),
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
  { filter, orderBy, ...args }: ListArguments,
  viewer: Viewer,
) {
  insist(mayList(entity, viewer.actor));
  const order = (orderBy ? orders.find(({ name }) => name === orderBy) : orders[0]) as NamedOrder;
  insist(
    mayFindBy(entity, [...(filter ? fieldsOf(filter) : []), ...order.order.map(([field]) => field)], viewer.actor),
  );
  const asked = pageOf(entity, order, { ...args, first: args.first ?? DEFAULT_PAGE });
  return asked.answer(await viewer.read().find(entity, { where: filtersOf(filter), ...asked.find }));
}
