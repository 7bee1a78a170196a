/**
 * @module Documents whose types the compiler reads from their text. The schema's types are generated (`pnpm schema`);
 * what a document takes and answers is worked out from its words, so that a field that the schema does not have is an
 * error where it is selected, and nothing but the text itself reaches a browser.
 *
 * Read is what our documents use: one operation with variables, arguments, aliases and inline fragments. Braces stand
 * apart from words by a space or a new line.
 */

declare const types: unique symbol;

/**
 * A GraphQL document; the compiler knows its variables and what it answers: of one root field, that field's value. What
 * a mutation answers is what it has done, out of its payload, since the client throws a denial.
 */
export type Document<Variables, Answer> = string & { readonly [types]?: (variables: Variables) => Answer };

export type VariablesOf<D> = D extends Document<infer V, unknown> ? V : never;
export type AnswerOf<D> = D extends Document<never, infer A> ? A : never;

/** What documents are judged by, as `pnpm schema` writes it. */
export interface SchemaTypes {
  readonly query: unknown;
  readonly mutation: unknown;
  readonly subscription: unknown;
  readonly answers: object;
  readonly inputs: object;
}

/** What the fields `S` of a value `T` answer; lists and null stay around what was selected. */
export type Selected<T, S extends string> = Chosen<T, Parsed<S>>;

/** Nothing, or which of the fields `S` a value `T` does not have. */
export type Unknown<T, S extends string> = Unknowns<T, Parsed<S>>;

/** The type of a variable that a document declares as `T`, such as `[ID!]!`. */
export type Input<Schema extends SchemaTypes, T extends string> = T extends `${infer Present}!`
  ? PresentInput<Schema, Present>
  : PresentInput<Schema, T> | null;

type PresentInput<Schema extends SchemaTypes, T extends string> = T extends `[${infer Item}]`
  ? readonly Input<Schema, Item>[]
  : Schema['inputs'][T & keyof Schema['inputs']];

/** Variables of these declared types; those that may be null may be left out. */
export type Inputs<Schema extends SchemaTypes, D> = Flat<
  { readonly [K in keyof D as D[K] extends `${string}!` ? K : never]: Input<Schema, D[K] & string> } & {
    readonly [K in keyof D as D[K] extends `${string}!` ? never : K]?: Input<Schema, D[K] & string>;
  }
>;

type Flat<T> = { [K in keyof T]: T[K] };

/** The document that a text is. */
export type DocumentOf<Schema extends SchemaTypes, S extends string> = Document<
  Inputs<Schema, Declared<S>>,
  Rooted<Schema, S>
>;

/** Nothing, or where a text selects what the schema does not have. */
export type Misread<Schema extends SchemaTypes, S extends string> = Unknowns<Schema[OperationOf<S>], Parsed<BodyOf<S>>>;

type OperationOf<S extends string> = S extends `query${string}`
  ? 'query'
  : S extends `mutation${string}`
    ? 'mutation'
    : 'subscription';

type BodyOf<S extends string> = S extends `${string}{${infer Body}` ? Body : '';

type Rooted<Schema extends SchemaTypes, S extends string> = RootValue<
  OperationOf<S> extends 'mutation'
    ? EachDone<Chosen<Schema['mutation'], Parsed<BodyOf<S>>>>
    : Chosen<Schema[OperationOf<S>], Parsed<BodyOf<S>>>
>;

type EachDone<Root> = { readonly [K in keyof Root]: Done<Omit<Root[K], 'denied' | '__typename'>> };

/** What a payload says beside a denial: of one field its value, of several an object with each. */
type Done<P> = RootValue<{ readonly [K in keyof P]: NonNullable<P[K]> }>;

/** Of one root field its value, of several an object with each. */
type RootValue<Root> = OnlyOne<keyof Root> extends true ? Root[keyof Root] : Root;
type OnlyOne<K, All = K> = K extends unknown ? ([All] extends [K] ? true : false) : never;

/** Variables by name, with the types that the text declares. */
type Declared<S extends string> = S extends `${infer Head}{${string}`
  ? Head extends `${string}(${infer List})${string}`
    ? Variable<List>
    : unknown
  : unknown;

type Variable<S extends string> = S extends `${string}$${infer Name}:${infer Rest}`
  ? Trim<Rest> extends `${infer Type},${infer More}`
    ? { [K in Name]: Trim<Type> } & Variable<More>
    : { [K in Name]: Trim<Rest> }
  : unknown;

type Space = ' ' | '\n';
type Trim<S extends string> = S extends `${Space}${infer R}` ? Trim<R> : S extends `${infer L}${Space}` ? Trim<L> : S;

// A selection is a union of what it holds: a field `[key, field, selection]`, a fragment `[type, null, selection]`.

type Parsed<S extends string> = Walk<OneLine<S>, never>[0];

type OneLine<S extends string> = S extends `${infer A}\n${infer B}`
  ? OneLine<`${A} ${B}`>
  : S extends `${infer A}  ${infer B}`
    ? OneLine<`${A} ${B}`>
    : S;

/** What is selected up to the closing brace, and the text behind it. */
type Walk<S extends string, Found> = S extends ` ${infer R}`
  ? Walk<R, Found>
  : S extends `}${infer R}`
    ? [Found, R]
    : S extends `... on ${infer Type} {${infer R}`
      ? Walk<R, never> extends [infer Below, infer Rest extends string]
        ? Walk<Rest, Found | [Type, null, Below]>
        : never
      : S extends `${infer Word} ${infer R}`
        ? Word extends `${string}(${string}`
          ? Argued<S, Word, Word, R, Found>
          : Word extends `${infer Alias}:`
            ? Field<R, Alias, Found>
            : Argued<S, Word, Word, R, Found>
        : S extends ''
          ? [Found, '']
          : [Found | [S, S, true], ''];

/** The field behind an alias. */
type Field<S extends string, Key extends string, Found> = S extends `${infer Word} ${infer R}`
  ? Argued<S, Key, Word, R, Found>
  : [Found | [Key, S, true], ''];

/** A field with its arguments passed over, and what is selected of it. */
type Argued<
  S extends string,
  Key extends string,
  Word extends string,
  R extends string,
  Found,
> = Word extends `${infer Name}(${string}`
  ? S extends `${string})${infer Rest}`
    ? Within<Rest, Key extends Word ? Name : Key, Name, Found>
    : never
  : Within<R, Key, Word, Found>;

type Within<S extends string, Key extends string, Name extends string, Found> = S extends ` ${infer R}`
  ? Within<R, Key, Name, Found>
  : S extends `{${infer R}`
    ? Walk<R, never> extends [infer Below, infer Rest extends string]
      ? Walk<Rest, Found | [Key, Name, Below]>
      : never
    : Walk<S, Found | [Key, Name, true]>;

type Chosen<T, Nodes> = T extends readonly (infer Item)[]
  ? readonly Chosen<Item, Nodes>[]
  : T extends object
    ? {
        readonly [
          N in Nodes | Fragments<T, Nodes> as N extends [infer Key extends string, keyof T, unknown] ? Key : never
        ]: N extends [unknown, infer Name extends keyof T, infer Below]
          ? [Below] extends [true]
            ? T[Name]
            : Chosen<T[Name], Below>
          : never;
      }
    : T;

/** What fragments select of this one type. */
type Fragments<T, Nodes> = Nodes extends [infer Type, null, infer Below]
  ? T extends { readonly __typename: Type }
    ? Below
    : never
  : never;

/** Fields that their type does not have, as `Type.field`. */
type Unknowns<T, Nodes> = T extends readonly (infer Item)[]
  ? Unknowns<Item, Nodes>
  : T extends object
    ? UnknownsOf<T, Nodes | Fragments<T, Nodes>>
    : never;

type UnknownsOf<T, Nodes> = Nodes extends [unknown, infer Name extends string, infer Below]
  ? Name extends keyof T
    ? [Below] extends [true]
      ? never
      : Unknowns<T[Name], Below>
    : `${T extends { readonly __typename: infer Type extends string } ? Type : 'the root'} has no field ${Name}`
  : never;
