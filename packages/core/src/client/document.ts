declare const types: unique symbol;

/** A GraphQL document with one root field; the compiler knows its variables and what that field answers. */
export type Document<Variables, Answer> = string & { readonly [types]?: (variables: Variables) => Answer };
