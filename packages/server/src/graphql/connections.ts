/**
 * @module Pages of rows: forwards by `first` and `after`, backwards by `last` and `before`.
 */
import { DeniedError, deny, type BaseRow, type Entity, type FindOptions, type Order, type Said } from '@shopdesk/core';
import {
  GraphQLBoolean,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfigArgumentMap,
} from 'graphql';
import { cursorOf, readCursor, type NamedOrder } from './cursor.ts';
import type { TypeNames } from './type-names.ts';
import type { AnyRow } from './viewer.ts';
import { serverTexts as t } from '../texts.ts';

/** Rows in one page, at most. */
export const MAX_PAGE = 100;

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

interface PageFacts {
  readonly startCursor?: string | null;
  readonly endCursor: string | null;
  readonly hasPreviousPage?: boolean;
  readonly hasNextPage: boolean;
}

export const PageInfo = new GraphQLObjectType<PageFacts>({
  name: 'PageInfo',
  description: 'Where the pages before and behind this one begin.',
  fields: {
    startCursor: {
      type: GraphQLString,
      description: 'Pass it as `before` to get the page before, where there is one.',
    },
    endCursor: { type: GraphQLString, description: 'Pass it as `after` to get the next page.' },
    hasPreviousPage: {
      type: required(GraphQLBoolean),
      description: 'Whether there are more before it; false where it is not known.',
      resolve: ({ hasPreviousPage }) => hasPreviousPage ?? false,
    },
    hasNextPage: { type: required(GraphQLBoolean), description: 'Whether there are more behind it.' },
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
      pageInfo: { type: required(PageInfo), description: 'Where the pages before and behind this one begin.' },
    };
    return this.#names.type(name, {
      owner: `the list of ${this.#names.entity(row.name)}`,
      meaning: row,
      make: () => new GraphQLObjectType({ name, fields }),
    });
  }
}

/** How a caller asks for a page. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

export const pageArguments = (usual: number): GraphQLFieldConfigArgumentMap => ({
  first: { type: GraphQLInt, defaultValue: usual, description: `Rows of this page, at most ${MAX_PAGE}.` },
  after: { type: GraphQLString, description: 'The `endCursor` of the page before; the same order and filter.' },
  last: {
    type: GraphQLInt,
    description:
      'Backwards: as many rows from the end of the list, or before `before`; ' +
      `at most ${MAX_PAGE}, and \`first\` then says nothing.`,
  },
  before: { type: GraphQLString, description: 'With `last`: the `startCursor` of the page behind.' },
});

/** A page that is asked for, and what it answers once its rows are found. */
export interface Page {
  readonly find: Required<Pick<FindOptions, 'order' | 'limit'>> & Pick<FindOptions, 'after'>;
  readonly answer: (rows: readonly BaseRow[]) => { readonly nodes: readonly AnyRow[]; readonly pageInfo: PageFacts };
}

const invalid = (path: string, text: Said) => new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path, text }] }));

const backwards = (order: Order): Order => order.map(([field, way]) => [field, way === 'asc' ? 'desc' : 'asc']);

/** @throws DeniedError when the size is out of bounds, or a cursor is none of this order or of the other direction */
export function pageOf(entity: Entity, order: NamedOrder, { first, after, last, before }: PageArguments): Page {
  const back = last !== null && last !== undefined;
  const size = back ? last : (first ?? MAX_PAGE);
  if (size < 1 || size > MAX_PAGE) throw invalid(back ? 'last' : 'first', t.pageSize({ most: MAX_PAGE }));
  if (back ? after : before) throw invalid(back ? 'after' : 'before', t.cursorDirection);
  const cursor = back ? before : after;
  return {
    find: {
      order: back ? backwards(order.order) : order.order,
      limit: size + 1,
      ...(cursor ? { after: readCursor(entity, order, cursor, back ? 'before' : 'after') } : {}),
    },
    answer: (found) => {
      const rows = found.slice(0, size) as unknown as AnyRow[];
      const nodes = back ? rows.toReversed() : rows;
      const [more, from] = [found.length > size, Boolean(cursor)];
      const placeOf = (row: AnyRow | undefined) => (row ? cursorOf(order, row) : null);
      return {
        nodes,
        pageInfo: {
          startCursor: placeOf(nodes[0]),
          endCursor: placeOf(nodes.at(-1)),
          hasPreviousPage: back ? more : from,
          hasNextPage: back ? from : more,
        },
      };
    },
  };
}
