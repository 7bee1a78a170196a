/**
 * @module A query per view, under the view's own name; a denial is an error. Rows that can grow come in pages; a bare
 * list says in its description how many rows it has at most.
 */
import { ConfigError, type AnyView, type BaseRow, type Entity } from '@shopdesk/core';
import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLOutputType,
} from 'graphql';
import { pageArguments, pageOf, type ConnectionTypes, type PageArguments } from './connections.ts';
import { DEFAULT_PAGE, namedOrder } from './entity-queries.ts';
import { shown } from './failure.ts';
import { withoutNulls } from './field-schema.ts';
import { whoMay, type ActionTypes } from './mutations.ts';
import { pascal } from './names.ts';
import type { GraphQLContext, Viewer } from './viewer.ts';

interface ViewTypes extends ActionTypes {
  readonly connections: ConnectionTypes;
}

function typeOf(name: string, { output }: AnyView, { outputs, connections }: ViewTypes): GraphQLOutputType {
  const { shape, entity, schema, bound } = output;
  if (!entity) return outputs.value(output.name ?? pascal(name), schema as NonNullable<typeof schema>, name);
  const row = outputs.entity(entity.name);
  if (shape === 'maybe') return row;
  if (shape === 'page') return new GraphQLNonNull(connections.of(row));
  if (shape === 'one') return new GraphQLNonNull(row);
  if (!bound?.startsWith('At most '))
    throw new ConfigError([
      `the view ${name} answers a list that can grow without end; let it answer a page (pageOf), or say what its rows are bounded by: listOf(${entity.name}, 'At most …')`,
    ]);
  return new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(row)));
}

/** The arguments of a view; those by which one pages are the desk's. @throws ConfigError when it has one of them, too */
function argumentsOf(name: string, { input, output }: AnyView, { inputs }: ViewTypes): GraphQLFieldConfigArgumentMap {
  const own = inputs.args(name, input);
  if (output.shape !== 'page') return own;
  const paging = pageArguments(DEFAULT_PAGE);
  const twice = Object.keys(own).filter((argument) => paging[argument]);
  if (twice.length > 0)
    throw new ConfigError(twice.map((argument) => `the view ${name} answers a page and takes ${argument} of its own`));
  return { ...own, ...paging };
}

/** A page of a view, in the order that it declares. */
async function pageOfView(name: string, view: AnyView, input: object, paging: PageArguments, viewer: Viewer) {
  const { entity, order } = view.output;
  const asked = pageOf(entity as Entity, namedOrder(order?.(viewer.actor) ?? []), paging);
  return asked.answer((await viewer.show(name, input, asked.find)) as readonly BaseRow[]);
}

export function viewField(name: string, view: AnyView, types: ViewTypes): GraphQLFieldConfig<unknown, GraphQLContext> {
  const { input: schema, output, title } = view;
  return {
    type: typeOf(name, view, types),
    description: [`${title.en} · ${title.zh}. For ${whoMay(types.audience, view)}.`, output.bound]
      .filter(Boolean)
      .join(' '),
    args: argumentsOf(name, view, types),
    resolve: (_root, args: PageArguments, { viewer }) => {
      if (output.shape !== 'page') {
        const input = withoutNulls(schema, args);
        return shown(viewer, () => viewer.show(name, input));
      }
      const { first, after, last, before, ...own } = args;
      const input = withoutNulls(schema, own) as object;
      return shown(viewer, () => pageOfView(name, view, input, { first, after, last, before }, viewer));
    },
  };
}
