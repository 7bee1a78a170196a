import type { DocumentOf, Misread, SchemaTypes } from './document.ts';
import type { ShopperSchema } from './shopper-schema.ts';
import type { StaffSchema } from './staff-schema.ts';

/** Takes the text of a document that a schema allows, and says what it takes and answers. */
export type Graphql<Schema extends SchemaTypes> = <const S extends string>(
  source: [Misread<Schema, S>] extends [never] ? S : Misread<Schema, S>,
) => DocumentOf<Schema, S>;

/** The function for the documents of a schema of your own: `const graphql = graphqlFor<MySchema>();`. */
export const graphqlFor =
  <Schema extends SchemaTypes>(): Graphql<Schema> =>
  (source) =>
    source;

/** A document of a shopper, for `/shopper`; the text is all that is left of it at run time. */
/* @__NO_SIDE_EFFECTS__ */
export const shopperGraphql: Graphql<ShopperSchema> = (source) => source;

/** A document of staff, for `/graphql`. */
/* @__NO_SIDE_EFFECTS__ */
export const graphql: Graphql<StaffSchema> = (source) => source;
