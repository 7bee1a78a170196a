/**
 * @module What features answer beside GraphQL: finds the route, reads its body within bounds, and tells a refusal as
 * plain JSON in the language of whoever asks.
 */
import { DeniedError, deny, type Said } from '@shopdesk/core';
import type { Plugin } from 'graphql-yoga';
import type { FeatureServer, ServerRoute, Visit } from '../feature.ts';
import { told } from '../graphql/denial-text.ts';
import { failure } from '../graphql/failure.ts';
import { localeOf } from '../graphql/locale.ts';
import { denialResponse, json } from '../http/json-response.ts';
import type { FoundRoute, Routes } from '../http/routes.ts';
import type { ServerContext } from '../http/server-context.ts';
import { viewerOf, type ViewerSource } from './use-viewer.ts';
import { serverTexts as t } from '../texts.ts';

export interface UseRoutesOptions {
  readonly routes: Routes;
  readonly source: ViewerSource;
  /** The server as the feature of this name sees it. */
  readonly serverOf: (feature: string) => FeatureServer;
}

const MAX_BYTES = 20 * 1024;
/** Of a body that is too large this much is still read, so that its sender hears why instead of a broken line. */
const MOST_DRAINED = 10 * 1024 * 1024;

export function useRoutes({ routes, source, serverOf }: UseRoutesOptions): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext: context, endResponse }) {
      const found = routes.at(context.path);
      if (found.length === 0) return;
      const meant = found.find(({ route }) => route.method === request.method);
      const query = new URLSearchParams(url.search);
      endResponse(
        meant
          ? await answered(source, { request, context }, () =>
              meant.route.handle(serverOf(meant.feature), visitOf(source, meant, { request, context, query })),
            )
          : wrongMethod(found.map(({ route }) => route.method)),
      );
    },
  };
}

function wrongMethod(methods: readonly ServerRoute['method'][]): Response {
  const allow = methods.join(', ');
  return json(405, { code: 'NOT_FOUND', message: `Ask by ${allow}.` }, { allow });
}

interface Asked {
  readonly request: Request;
  readonly context: ServerContext;
}

/** The same errors as in GraphQL, as plain JSON. */
async function answered(source: ViewerSource, { request, context }: Asked, work: () => Promise<Response>) {
  const reader = {
    locale: localeOf(request.headers, source.desk.languages),
    desk: source.desk,
    report: (bug: unknown) => source.report(bug, context),
  };
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeniedError) return denialResponse(told(error.denial, reader));
    const { message, extensions } = failure(error, reader);
    return json(extensions['code'] === 'SERVICE_UNAVAILABLE' ? 503 : 500, { code: extensions['code'], message });
  }
}

function visitOf(
  source: ViewerSource,
  { route, params }: FoundRoute,
  { request, context, query }: Asked & { readonly query: URLSearchParams },
): Visit {
  let body: Promise<Uint8Array> | undefined;
  const bytes = () => (body ??= bodyOf(request, route.maxBytes ?? MAX_BYTES));
  const text = async () => decoded(await bytes());
  return {
    request,
    params: Object.fromEntries(Object.entries(params).map(([name, part]) => [name, unescaped(part)])),
    query,
    locale: localeOf(request.headers, source.desk.languages),
    requestId: context.requestId,
    clientAddress: context.clientAddress,
    bytes,
    text,
    json: async () => parsed(await text()),
    viewer: () => viewerOf(source, request, context),
  };
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DeniedError(deny('NOT_FOUND'));
  }
}

async function bodyOf(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new DeniedError(deny('LIMIT_EXCEEDED', { details: { limit } }));
  // Left unread, it is thrown away after the answer.
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= limit) chunks.push(chunk);
    if (size > MOST_DRAINED) break;
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

const wrongBody = (text: Said) => new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: '', text }] }));

/** What is not UTF-8 is refused: read all the same it would be another text than its sender meant. */
function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw wrongBody(t.notUtf8);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw wrongBody(t.notJson);
  }
}
