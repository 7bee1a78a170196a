/**
 * @module GraphQL takes JSON only. A form on any page may send text, form fields or files to us without asking, but
 * not JSON: that needs a preflight, which {@link useAllowedOrigins} answers.
 */
import type { Plugin } from 'graphql-yoga';
import { audienceAt } from '../graphql/audiences.ts';
import { graphqlParams } from '../http/graphql-params.ts';
import { json } from '../http/json-response.ts';
import type { ServerContext } from '../http/server-context.ts';

const MESSAGE = 'Send GraphQL as application/json.';

export const isJson = (contentType: string | null): boolean => /^application\/json\s*(;|$)/i.test(contentType ?? '');

export const useJsonOnly = (): Plugin<object, ServerContext> => ({
  onRequest({ request, serverContext: { path }, endResponse }) {
    if (!audienceAt(path) || request.method !== 'POST' || isJson(request.headers.get('content-type'))) return;
    endResponse(json(415, { errors: [{ message: MESSAGE, extensions: { code: 'BAD_REQUEST' } }] }));
  },
  onRequestParse({ request: { method }, setRequestParser }) {
    if (method === 'POST') setRequestParser(async (request) => graphqlParams(await request.text()));
  },
});
