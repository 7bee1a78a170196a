/**
 * @module What a GraphQL request asks, from its body. That a body is no request at all has the status 400 for every
 * media type, so that a caller who looks at the status only does not take the refusal for an answer.
 */
import { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';

const problem = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

/** @throws GraphQLError */
export function graphqlParams(body: string): GraphQLParams {
  if (body.trim() === '') throw problem('The body is empty. Send {"query": …} as JSON.');
  const params = parse(body);
  if (Array.isArray(params)) throw problem('Batching is not supported.');
  if (params === null || typeof params !== 'object') throw problem('POST body is expected to be object.');
  return params as GraphQLParams;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw problem('POST body sent invalid JSON.');
  }
}
