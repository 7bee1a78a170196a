/**
 * @module Makers of the panel's documents, which all look alike. What is selected is one text, such as
 * `id state lines { title }`; the compiler reads it by the types of the schema and knows what comes back.
 */
import {
  DENIED,
  type Document,
  type Input,
  type Inputs,
  type SchemaTypes,
  type Selected,
  type StaffSchema,
  type Unknown,
} from '@shopdesk/core/client';

/** What the schema can answer, by its name. */
export type Answers = StaffSchema['answers'];

/** The fields `S` of what is called `Name`. */
export type Row<Name extends keyof Answers, S extends string> = Selected<Answers[Name], S>;

/** What a filter of the entity's lists takes. */
export type FilterOf<E extends string> = NonNullable<Input<StaffSchema, `${E}Filter`>>;

/** The actions that answer what is called `Name`. */
export type ActionOn<Name extends keyof Answers> = ActionsTo<StaffSchema, Name>;

export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

export interface ActionVariables<I> {
  readonly input: I;
  /** The same key acts once, however often it is sent. */
  readonly key?: string;
  /** Of the row that was looked at; for documents made by `rowActionMutation`. */
  readonly version?: number;
}

/** The text itself, or what it asks for that is not there. */
type Fits<T, S extends string> = [Unknown<T, S>] extends [never] ? S : Unknown<T, S>;

type ListOf<Schema extends SchemaTypes, F> = F extends keyof Schema['query']
  ? Schema['query'][F] extends { readonly nodes: readonly (infer N)[] }
    ? N
    : never
  : never;

/** Actions in whose payload there is an `R`, under its own name. */
type ActionsTo<Schema extends SchemaTypes, R> = {
  [N in keyof Schema['mutation'] & string]: Uncapitalize<R & string> extends keyof Schema['mutation'][N] ? N : never;
}[keyof Schema['mutation'] & string];
type InputOf<Schema extends SchemaTypes, N extends string> = Input<Schema, `${Capitalize<N>}Input!`>;

type ActionMutation<Schema extends SchemaTypes> = <
  const R extends keyof Schema['answers'] & string,
  const N extends ActionsTo<Schema, R>,
  const S extends string,
>(
  name: N,
  result: R,
  fields: Fits<Schema['answers'][R], S>,
) => Document<ActionVariables<InputOf<Schema, N>>, Selected<Schema['answers'][R], S>>;

/** What makes documents that a schema allows. */
export interface Documents<Schema extends SchemaTypes> {
  /** One page of rows; `orderBy` is one of the orders that the list declares, else its first. */
  listQuery<
    const F extends keyof Schema['query'] & string,
    const E extends string,
    const S extends string,
    const O extends Input<Schema, `${E}Order!`> & string,
  >(
    field: F,
    entity: E,
    fields: Fits<ListOf<Schema, F>, S>,
    orderBy?: O,
  ): Document<
    { readonly filter?: Input<Schema, `${E}Filter`>; readonly first?: number; readonly after?: string | null },
    Connection<Selected<ListOf<Schema, F>, S>>
  >;
  /** One row by its id. */
  rowQuery<const F extends keyof Schema['query'] & string, const S extends string>(
    field: F,
    fields: Fits<Schema['query'][F], S>,
  ): Document<{ readonly id: string }, Selected<Schema['query'][F], S>>;
  /** A view; `args` names each argument with its GraphQL type. */
  viewQuery<
    const F extends keyof Schema['query'] & string,
    const A extends Readonly<Record<string, string>>,
    const S extends string,
  >(
    field: F,
    args: A,
    fields: Fits<Schema['query'][F], S>,
  ): Document<Inputs<Schema, A>, Selected<Schema['query'][F], S>>;
  /** An action; a denial is thrown by the client. */
  actionMutation: ActionMutation<Schema>;
  /** An action that takes no key: each call acts and leaves its trace. */
  keylessActionMutation: ActionMutation<Schema>;
  /** An action on a row, refused when the row has another version than the one that was looked at. */
  rowActionMutation: ActionMutation<Schema>;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const listQueryText = (field: string, entity: string, fields: string, orderBy?: string): string =>
  `query ${capital(field)}($filter: ${entity}Filter, $first: Int, $after: String) { ${field}(filter: $filter, first: $first, after: $after${
    orderBy ? `, orderBy: ${orderBy}` : ''
  }) { nodes { ${fields} } pageInfo { endCursor hasNextPage } } }`;

const rowQueryText = (field: string, fields: string): string =>
  `query ${capital(field)}($id: ID!) { ${field}(id: $id) { ${fields} } }`;

function viewQueryText(field: string, args: Readonly<Record<string, string>>, fields: string): string {
  const names = Object.keys(args);
  const declared = names.map((name) => `$${name}: ${args[name]}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const around = (text: string) => (text ? `(${text})` : '');
  return `query ${capital(field)}${around(declared)} { ${field}${around(passed)} { ${fields} } }`;
}

/** `more` are variables beside the input, as `[argument, variable, type]`. */
const mutationText =
  (...more: readonly (readonly [string, string, string])[]) =>
  (name: string, result: string, fields: string): string =>
    `mutation ${capital(name)}($input: ${capital(name)}Input!${more.map(([, variable, type]) => `, $${variable}: ${type}`).join('')}) { ${name}(input: $input${more.map(([argument, variable]) => `, ${argument}: $${variable}`).join('')}) { ${lower(result)} { ${fields} } ${DENIED} } }`;

const KEY = ['idempotencyKey', 'key', 'String'] as const;
const actionText = mutationText(KEY);
const keylessActionText = mutationText();
const rowActionText = mutationText(KEY, ['expectedVersion', 'version', 'Int']);

/** Makers for a schema of your own, whose types `shopdesk schema` writes. */
export const documentsFor = <Schema extends SchemaTypes>(): Documents<Schema> => ({
  listQuery: listQueryText,
  rowQuery: rowQueryText,
  viewQuery: viewQueryText,
  actionMutation: actionText,
  keylessActionMutation: keylessActionText,
  rowActionMutation: rowActionText,
});

type Ours = Documents<StaffSchema>;
export const listQuery: Ours['listQuery'] = listQueryText;
export const rowQuery: Ours['rowQuery'] = rowQueryText;
export const viewQuery: Ours['viewQuery'] = viewQueryText;
export const actionMutation: Ours['actionMutation'] = actionText;
export const keylessActionMutation: Ours['actionMutation'] = keylessActionText;
export const rowActionMutation: Ours['actionMutation'] = rowActionText;

/** Where the schema says only that something is JSON: what the desk puts there, by the field's name. */
export const withJson =
  <J>() =>
  <V, A>(document: Document<V, A>): Document<V, JsonIn<A, J>> =>
    String(document);

/** `A` with what `J` says of its JSON. */
export type JsonIn<A, J> = A extends readonly (infer Item)[]
  ? readonly JsonIn<Item, J>[]
  : A extends object
    ? {
        readonly [K in keyof A]: unknown extends A[K] ? (K extends keyof J ? J[K] : unknown) : JsonIn<A[K], J>;
      }
    : A;
