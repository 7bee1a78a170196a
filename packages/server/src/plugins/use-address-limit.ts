/**
 * @module Counts every request by its address before anything of it is read, so that one that cannot be parsed, or asks
 * whether the server is ready, costs its sender as much as any other.
 */
import { DeniedError, type Desk, type ToldDenial } from '@shopdesk/core';
import type { Plugin } from 'graphql-yoga';
import { audienceAt } from '../graphql/audiences.ts';
import { told } from '../graphql/denial-text.ts';
import { localeOf } from '../graphql/locale.ts';
import { denialResponse, json } from '../http/json-response.ts';
import type { Limits } from '../http/rate-limits.ts';
import type { HeadersLike, ServerContext } from '../http/server-context.ts';

export interface AddressLimitOptions {
  readonly desk: Pick<Desk, 'languages' | 'members'>;
  readonly limits: Limits;
}

interface Asked {
  readonly headers: HeadersLike;
}

/** The answer to an address that asks too often; undefined when it may ask. */
export async function addressRefusal(
  { desk, limits }: AddressLimitOptions,
  { headers }: Asked,
  { path, clientAddress }: ServerContext,
): Promise<Response | undefined> {
  try {
    await limits.address(clientAddress);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeniedError)) throw error;
    const denial = told(error.denial, { desk, locale: localeOf(headers, desk.languages) });
    return audienceAt(path) ? graphqlRefusal(denial) : denialResponse(denial);
  }
}

/** The same status and headers with the body that a GraphQL client reads. */
function graphqlRefusal(denial: ToldDenial): Response {
  const { status, headers } = denialResponse(denial);
  const { message, code, details } = denial;
  return json(
    status,
    { errors: [{ message, extensions: { code, ...(details ? { details } : {}) } }] },
    Object.fromEntries(headers),
  );
}

export const useAddressLimit = (options: AddressLimitOptions): Plugin<object, ServerContext> => ({
  async onRequest({ request, serverContext, endResponse }) {
    const refusal = await addressRefusal(options, request, serverContext);
    if (refusal) endResponse(refusal);
  },
});
