/**
 * @module GraphQL documents, built from lists of field names that the compiler checks against core's rows.
 * One list gives both the selection and the type of what comes back.
 */
import type { Document } from '@shopdesk/core/client';

declare const selected: unique symbol;

/** Field names of a selection; `T` is what they answer. */
export type Selection<T> = string & { readonly [selected]?: T };
export type SelectedBy<S> = S extends Selection<infer T> ? T : never;

/** Picks fields of a row; fields with parts of their own are written as `name { part }` in `nested`. */
export const select =
  <R>() =>
  <const K extends keyof R & string, const N extends keyof R & string = never>(
    fields: readonly K[],
    nested: Readonly<Record<N, string>> = {} as Record<N, string>,
  ): Selection<Pick<R, K | N>> =>
    [...fields, ...Object.entries(nested).map(([name, parts]) => `${name} { ${String(parts)} }`)].join(' ');

/** Adds what the row itself does not declare, such as the object behind an id. */
export const extend = <T, M>(base: Selection<T>, more: string): Selection<T & M> => `${base} ${more}`;

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export interface FieldCondition<V> {
  readonly eq?: V | null;
  readonly ne?: V | null;
  readonly in?: readonly V[];
  readonly gt?: V;
  readonly gte?: V;
  readonly lt?: V;
  readonly lte?: V;
  readonly contains?: string;
}

export type FilterOf<R> = { readonly [K in keyof R]?: FieldCondition<NonNullable<R[K]>> };

export interface ListVariables<R> {
  readonly filter?: FilterOf<R>;
  readonly first?: number;
  readonly after?: string | null;
}

/** One page of rows of an entity; `orderBy` is one of the orders that its list declares. */
export const listDocument = <R, T>(
  name: { field: string; entity: string; orderBy?: string },
  selection: Selection<T>,
): Document<ListVariables<R>, Connection<T>> =>
  `query ${capital(name.field)}($filter: ${name.entity}Filter, $first: Int, $after: String) { ${name.field}(filter: $filter, first: $first, after: $after${
    name.orderBy ? `, orderBy: ${name.orderBy}` : ''
  }) { nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`;

/** One row by its id. */
export const rowDocument = <T>(field: string, selection: Selection<T>): Document<{ id: string }, T> =>
  `query ${capital(field)}($id: ID!) { ${field}(id: $id) { ${selection} } }`;

/** A view; `args` names each argument with its GraphQL type. */
export function viewDocument<V, T>(
  field: string,
  args: Readonly<Record<keyof V & string, string>>,
  selection: Selection<T> = '',
): Document<V, T> {
  const names = Object.keys(args);
  const declared = names.map((name) => `$${name}: ${args[name as keyof V & string]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const around = (text: string) => (text ? `(${text})` : '');
  return `query ${capital(field)}${around(declared)} { ${field}${around(passed)}${selection ? ` { ${selection} }` : ''} }`;
}

export const DENIED = '... on Denied { code message fields { path message } details }';

export interface ActionVariables<I> {
  readonly input: I;
  /** The same key acts once, however often it is sent. */
  readonly key?: string;
  /** Of the row that was looked at; for documents made by `rowActionDocument`. */
  readonly version?: number;
}

/** An action; a denial is thrown by the client. */
export const actionDocument = <I, T>(
  name: string,
  result: string,
  selection: Selection<T>,
): Document<ActionVariables<I>, T> =>
  `mutation ${capital(name)}($input: ${capital(name)}Input!, $key: String) { ${name}(input: $input, idempotencyKey: $key) { __typename ... on ${result} { ${selection} } ${DENIED} } }`;

/** An action that takes no key: each call acts and leaves its trace. */
export const keylessActionDocument = <I, T>(
  name: string,
  result: string,
  selection: Selection<T>,
): Document<ActionVariables<I>, T> =>
  `mutation ${capital(name)}($input: ${capital(name)}Input!) { ${name}(input: $input) { __typename ... on ${result} { ${selection} } ${DENIED} } }`;

/** An action on a row, refused when the row has another version than the one that was looked at. */
export const rowActionDocument = <I, T>(
  name: string,
  result: string,
  selection: Selection<T>,
): Document<ActionVariables<I>, T> =>
  `mutation ${capital(name)}($input: ${capital(name)}Input!, $key: String, $version: Int) { ${name}(input: $input, idempotencyKey: $key, expectedVersion: $version) { __typename ... on ${result} { ${selection} } ${DENIED} } }`;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
