/** @module Texts of documents of one action, which all look alike. */
import { DENIED } from './denied.ts';

const capital = <const S extends string>(name: S) => (name.charAt(0).toUpperCase() + name.slice(1)) as Capitalize<S>;

/** Text of a document of one action; `answer` selects what its payload says when it is not denied. */
export const mutation = <const N extends string, const A extends string>(name: N, answer: A) =>
  `mutation ($input: ${capital(name)}Input!) { ${name}(input: $input) { ${answer} ${DENIED} } }` as const;

/** The same with a key: sent again with it, the action acts once. */
export const keyedMutation = <const N extends string, const A extends string>(name: N, answer: A) =>
  `mutation ($input: ${capital(name)}Input!, $key: String) { ${name}(input: $input, idempotencyKey: $key) { ${answer} ${DENIED} } }` as const;
