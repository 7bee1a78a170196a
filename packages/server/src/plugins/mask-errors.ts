/**
 * @module What a client may know of an error that no resolver of ours has put into words. Errors of the transport and
 * of the document (syntax, names, limits) are the client's own and go out; whatever happened while executing does not.
 */
import { GraphQLError } from 'graphql';
import { serverTexts } from '../texts.ts';
import { sayEnglish } from '@shopdesk/core';

/** Writes an unexpected error down. */
export type Report = (error: unknown) => void;

const isCoded = (error: GraphQLError) => typeof error.extensions['code'] === 'string';

/** Yoga puts the parser's own words beside "invalid JSON". */
function withoutOriginal(error: GraphQLError): GraphQLError {
  if (!error.extensions['originalError']) return error;
  const { originalError: _, ...extensions } = error.extensions;
  return new GraphQLError(error.message, { extensions });
}

/** A variable of the wrong type. */
const badInput = ({ message, nodes, extensions }: GraphQLError) =>
  new GraphQLError(message, {
    ...(nodes ? { nodes } : {}),
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true }, ...extensions },
  });

/** What goes out for an error. */
export type MaskError = (error: unknown) => GraphQLError;

/**
 * Without suggestions, names of the schema are not given away one guess at a time ("Did you mean …?"), whoever found
 * the error: the validation of a document, or the reading of its variables.
 */
export function maskError(report: Report, { suggestions }: { readonly suggestions: boolean }): MaskError {
  const mask = told(report);
  return (error) => (suggestions ? mask(error) : withoutSuggestion(mask(error)));
}

const SUGGESTION = / Did you mean .*$/s;

export const withoutSuggestion = (error: GraphQLError): GraphQLError => {
  if (!SUGGESTION.test(error.message)) return error;
  const { nodes, source, positions, path, extensions } = error;
  return new GraphQLError(error.message.replace(SUGGESTION, ''), { nodes, source, positions, path, extensions });
};

const told =
  (report: Report): MaskError =>
  (error) => {
    const original = error instanceof GraphQLError ? error.originalError : undefined;
    // An error with a path was thrown while executing; of those only what carries a code was put into words by us.
    if (error instanceof GraphQLError && !original && (error.path === undefined || isCoded(error)))
      return withoutOriginal(error);
    if (error instanceof GraphQLError && error.path === undefined && original instanceof GraphQLError)
      return badInput(error);
    if (original instanceof GraphQLError && isCoded(original)) return error as GraphQLError;
    report(original ?? error);
    const path = error instanceof GraphQLError ? error.path : undefined;
    const extensions = { code: 'INTERNAL', ...(path ? {} : { http: { status: 500 } }) };
    return new GraphQLError(sayEnglish(serverTexts.internal), { ...(path ? { path } : {}), extensions });
  };
