/**
 * @module A query per view, under the view's own name; a denial is an error.
 */
import type { AnyView, Output, Page } from '@shopdesk/core';
import { GraphQLList, GraphQLNonNull, type GraphQLFieldConfig, type GraphQLOutputType } from 'graphql';
import type { ConnectionTypes } from './connections.ts';
import { shown } from './failure.ts';
import { withoutNulls } from './field-schema.ts';
import { whoMay, type ActionTypes } from './mutations.ts';
import { pascal } from './names.ts';
import type { GraphQLContext } from './viewer.ts';

interface ViewTypes extends ActionTypes {
  readonly connections: ConnectionTypes;
}

function typeOf(
  name: string,
  { shape, entity, schema, name: typeName }: Output<unknown>,
  { outputs, connections }: ViewTypes,
): GraphQLOutputType {
  if (!entity) return outputs.value(typeName ?? pascal(name), schema as NonNullable<typeof schema>, name);
  const row = outputs.entity(entity.name);
  if (shape === 'maybe') return row;
  if (shape === 'page') return new GraphQLNonNull(connections.of(row));
  return shape === 'list' ? new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(row))) : new GraphQLNonNull(row);
}

const connection = ({ rows, endCursor, hasMore }: Page<unknown>) => ({
  nodes: rows,
  pageInfo: { endCursor, hasNextPage: hasMore },
});

export function viewField(name: string, view: AnyView, types: ViewTypes): GraphQLFieldConfig<unknown, GraphQLContext> {
  const { input: schema, output, title } = view;
  return {
    type: typeOf(name, output, types),
    description: `${title.en} · ${title.zh}. For ${whoMay(types.audience, view)}.`,
    args: types.inputs.args(name, schema),
    resolve: (_root, args: unknown, { viewer }) => {
      const input = withoutNulls(schema, args);
      const work = async () => {
        const answer = await viewer.show(name, input);
        return output.shape === 'page' ? connection(answer as Page<unknown>) : answer;
      };
      return shown(viewer, work);
    },
  };
}
