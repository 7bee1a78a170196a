/**
 * @module The short way for GraphQL over Node's server. The fetch API's request and response objects cost three times
 * as much as the query itself, so a plain JSON request is read and answered without them; everything that decides
 * (plugins from the document's limits on, error masking, status codes) is the endpoint's own. Any other request takes
 * the long way.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGraphQLError, isAsyncIterable, processRegularResult, type FetchAPI } from 'graphql-yoga';
import { endpointAt } from '../endpoint.ts';
import { audienceAt } from '../graphql/audiences.ts';
import { graphqlParams } from '../http/graphql-params.ts';
import type { HeadersLike, ServerContext } from '../http/server-context.ts';
import { isJson } from '../plugins/use-json-only.ts';
import { addressRefusal } from '../plugins/use-address-limit.ts';
import { forbiddenOrigin, originHeaders } from '../plugins/use-allowed-origins.ts';
import { noteAnswer, noteRequest } from '../plugins/use-request-facts.ts';
import { SECURITY_HEADERS, transportSecurity } from '../plugins/use-security-headers.ts';
import type { DeskServer } from '../server.ts';
import { textBody, type ReadBody } from './request-body.ts';

type Result = Parameters<typeof processRegularResult>[0];

/** The part of a request that the endpoint's plugins read. */
interface ShortRequest {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: HeadersLike;
}

interface Answer {
  readonly body: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What {@link processRegularResult} makes instead of a Response. */
class PlainResponse implements Answer {
  readonly body: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    body: string | null,
    { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
  ) {
    this.body = body ?? '';
    this.status = status;
    this.headers = headers;
  }
}
const PLAIN = { Response: PlainResponse } as unknown as FetchAPI;
const RESPONSE_JSON = 'application/graphql-response+json';

export const headersOf = ({ headers }: IncomingMessage): HeadersLike => ({
  get: (name) => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  },
});

/** Whether a request can take the short way. */
export function isPlainGraphQL({ method, headers }: IncomingMessage, target: string): boolean {
  const accept = headers.accept ?? '';
  return (
    method === 'POST' &&
    audienceAt(target) !== undefined &&
    isJson(headers['content-type'] ?? null) &&
    !accept.includes('event-stream') &&
    !accept.includes('multipart')
  );
}

const TOO_LARGE = {
  errors: [
    createGraphQLError('Request body too large', {
      extensions: { code: 'REQUEST_ENTITY_TOO_LARGE', http: { status: 413 } },
    }),
  ],
};

/** Answers plain GraphQL requests of {@link isPlainGraphQL}. */
export function createGraphQLListener({
  endpoints,
  internals,
}: DeskServer): (
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  before: ReadBody | undefined,
) => Promise<void> {
  const { origins, limits, metrics, runtime, proxies, routes, bodyBytes, options } = internals;
  const common: Readonly<Record<string, string>> = { ...SECURITY_HEADERS, ...transportSecurity(internals) };

  const execute = async (body: string | undefined, request: ShortRequest, context: ServerContext): Promise<Result> => {
    if (body === undefined) return TOO_LARGE;
    // A host's own sign-in is promised a real request.
    const shown = options.authenticate
      ? new Request(`http://desk${request.url}`, { method: 'POST', headers: incoming(context) })
      : request;
    try {
      const params = graphqlParams(body);
      return (await endpointAt(endpoints, request.url).getResultForParams(
        { params, request: shown as Request },
        context as never,
      )) as Result;
    } catch (error) {
      return { errors: (error instanceof AggregateError ? error.errors : [error]).map(internals.mask) };
    }
  };

  const answer = async (body: string | undefined, request: ShortRequest, context: ServerContext): Promise<Answer> => {
    const result = await execute(body, request, context);
    const accepted = request.headers.get('accept')?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json';
    if (isAsyncIterable(result)) await result[Symbol.asyncIterator]().return?.();
    return processRegularResult(result, PLAIN, accepted) as unknown as Answer;
  };

  return async (request, response, target, before) => {
    const headers = headersOf(request);
    const context = { req: request, res: response } as unknown as ServerContext;
    const short: ShortRequest = { method: 'POST', url: target, headers };
    noteRequest(context, short, proxies);
    const send = ({ body, status, headers: own }: Answer, origin: Readonly<Record<string, string>>) => {
      const sent = {
        ...common,
        ...origin,
        'x-request-id': context.requestId,
        ...own,
        'content-length': String(Buffer.byteLength(body)),
      };
      response.writeHead(status, sent).end(body);
      noteAnswer({ logger: runtime.logger, metrics, proxies, routes }, context, 'POST', status);
    };
    const refuse = async (refusal: Response, origin: Readonly<Record<string, string>>) =>
      send(
        { body: await refusal.text(), status: refusal.status, headers: Object.fromEntries(refusal.headers) },
        origin,
      );
    const tooOften = await addressRefusal({ desk: runtime.desk, limits }, short, context);
    if (tooOften) return refuse(tooOften, originHeaders(headers));
    if (!(await origins.allows(headers))) return refuse(forbiddenOrigin(headers, runtime.desk), {});
    const body = await textBody(request, before, bodyBytes);
    send(await answer(body, short, context), originHeaders(headers));
  };
}

/** The headers of Node's request as a Request takes them. */
const incoming = ({ req }: ServerContext): [string, string][] =>
  Object.entries((req as IncomingMessage).headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
