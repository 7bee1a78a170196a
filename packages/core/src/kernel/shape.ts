/**
 * @module What the fields of a zod object give and take: the types of `z.output` and `z.input`, made from the fields
 * at once. zod makes them in several steps, which is most of a compiler's time in a desk of many entities and actions.
 */
import type { z } from 'zod';

/** The fields of a zod object, by name. */
export type Shape = z.core.$ZodLooseShape;

interface OptionalOut {
  readonly _zod: { readonly optout: 'optional' };
}
interface OptionalIn {
  readonly _zod: { readonly optin: 'optional' | 'defaulted' };
}

/** The fields that are always there in what a schema gives, and that must be there in what it takes. */
type Present<S extends Shape> = { [F in keyof S]: S[F] extends OptionalOut ? never : F }[keyof S];
type Needed<S extends Shape> = { [F in keyof S]: S[F] extends OptionalIn ? never : F }[keyof S];

/** The fields of which some may be absent; named by property, so that a type is shown field by field. */
interface Split<S extends Shape, Must extends keyof S, May extends keyof S> {
  output: [May] extends [never]
    ? { -readonly [F in Must]: S[F]['_zod']['output'] }
    : { -readonly [F in Must]: S[F]['_zod']['output'] } & { -readonly [F in May]?: S[F]['_zod']['output'] };
  given: { readonly [F in Must]: Given<S[F]['_zod']['input']> } & {
    readonly [F in May]?: Given<S[F]['_zod']['input']>;
  };
}

/** What a schema of these fields makes of them. */
export interface Fields<S extends Shape> {
  /** `z.output`. */
  output: Split<S, Present<S>, Exclude<keyof S, Present<S>>>['output'];
  /** `z.input`: before defaults. Of a row it is asked for seldom, so it is made without anything in advance. */
  input: { -readonly [F in keyof S as S[F] extends OptionalIn ? never : F]: S[F]['_zod']['input'] } & {
    -readonly [F in keyof S as S[F] extends OptionalIn ? F : never]?: S[F]['_zod']['input'];
  };
  /** What a caller may give. */
  given: Split<S, Needed<S>, Exclude<keyof S, Needed<S>>>['given'];
}

/** What a caller may give: lists and objects that they do not let go of. */
export type Given<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Given<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Given<T[K]> }
      : T;
