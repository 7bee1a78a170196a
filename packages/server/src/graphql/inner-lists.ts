/**
 * @module Lists within a row: the rows of other kinds that refer to it, in pages (`conversation.messages`). Each is
 * declared where the referring entity is (`within`), shows what the viewer may see, and is one query for all the rows
 * of an answer.
 */
import { ConfigError, marksOf, type Entity, type Within } from '@shopdesk/core';
import { GraphQLNonNull, type GraphQLFieldConfig } from 'graphql';
import { isSeenBy, type Audience } from './audiences.ts';
import { pageArguments, pageOf, type ConnectionTypes, type PageArguments } from './connections.ts';
import type { NamedOrder } from './cursor.ts';
import { namedOrder } from './entity-queries.ts';
import { shown } from './failure.ts';
import { shapeOf } from './field-schema.ts';
import type { OutputTypes } from './output-types.ts';
import type { AnyRow, GraphQLContext } from './viewer.ts';

type Field = GraphQLFieldConfig<AnyRow, GraphQLContext>;

/** Rows of an inner list where nobody says how many. */
const USUAL = 20;

export interface InnerListsOptions {
  readonly audience: Audience;
  readonly met: ReadonlySet<string>;
  readonly outputs: OutputTypes;
  readonly connections: ConnectionTypes;
}

/** The lists within rows of an entity, by their names. @throws ConfigError for a list that cannot be */
export function innerLists(
  parent: string,
  entities: readonly Entity[],
  options: InnerListsOptions,
): Record<string, Field> {
  const { audience, met } = options;
  const fields: Record<string, Field> = {};
  for (const entity of entities)
    for (const [field, within] of Object.entries(entity.within ?? {})) {
      const schema = shapeOf(entity.schema)[field];
      const target = schema && marksOf(schema).ref;
      if (!target) throw new ConfigError([`${entity.name} is within nothing by ${field}, which refers to no row`]);
      if (target !== parent || !met.has(entity.name) || (within.audience && within.audience !== audience)) continue;
      if (!isSeenBy(audience, schema) && !within.audience) continue;
      if (fields[within.as]) throw new ConfigError([`two lists of ${parent} are named ${within.as}`]);
      fields[within.as] = innerList(entity, field, within, options);
    }
  return fields;
}

function orderOf({ name, list }: Entity, { as, order = list?.orders[0] }: Within): NamedOrder {
  if (!order) throw new ConfigError([`the list ${as} of ${name} has no order`]);
  return namedOrder(order);
}

function innerList(entity: Entity, field: string, within: Within, { outputs, connections }: InnerListsOptions): Field {
  const { en, zh } = entity.title;
  const order = orderOf(entity, within);
  return {
    type: new GraphQLNonNull(connections.of(outputs.entity(entity.name))),
    description: `${en} · ${zh}. Those of this row that are yours to see.`,
    args: pageArguments(USUAL),
    resolve: (row, args: PageArguments, { viewer }) =>
      shown(viewer, async () => {
        const page = pageOf(entity, order, args);
        return page.answer(await viewer.loadEach(entity, { field, value: row.id, ...page.find }));
      }),
  };
}
