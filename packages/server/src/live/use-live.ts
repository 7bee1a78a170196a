/**
 * @module Takes live subscriptions over from Yoga after it has parsed, limited and validated them: Yoga executes an
 * event once per subscriber, here it is executed once per shape. Everything else stays with Yoga.
 */
import type { Desk } from '@shopdesk/core';
import { createSourceEventStream, GraphQLError, type ExecutionArgs } from 'graphql';
import { isAsyncIterable, processRegularResult, type FetchAPI, type Plugin } from 'graphql-yoga';
import { failure, type Reader } from '../graphql/failure.ts';
import type { Limits } from '../http/rate-limits.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { Hub } from './hub.ts';
import { LiveSource } from './live-source.ts';
import type { LiveStream } from './live-stream.ts';
import { operationShape, subscribedField } from './operation-shape.ts';
import type { LiveContext } from './schema-types.ts';
import { isLiveField } from './subscriptions.ts';

export interface UseLiveOptions {
  readonly desk: Desk;
  readonly hub: Hub;
  /** Opens the answer to one subscriber. */
  readonly openStream: () => LiveStream;
  /** The context of one execution: what resolvers get, for this viewer. */
  readonly contextFor: (viewer: LiveContext['viewer']) => { readonly viewer: Reader };
  /** How many streams may be open. @defaultValue as many as anybody opens */
  readonly limits?: Pick<Limits, 'stream'>;
  /** What a client may know of errors in an event. */
  readonly maskErrors?: (errors: readonly GraphQLError[]) => readonly GraphQLError[];
}

interface Granted {
  readonly source: LiveSource;
  readonly args: ExecutionArgs;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Reverse proxies of the nginx kind would hold events back.
  'x-accel-buffering': 'no',
};

const streamOfResponse = new WeakMap<Response, LiveStream>();

/** The stream behind an answer, if it is one of a live subscription. */
export const liveStreamOf = (response: Response): LiveStream | undefined => streamOfResponse.get(response);

/** Answers live subscriptions over server-sent events. */
export function useLive(options: UseLiveOptions): Plugin {
  const { desk, hub, limits, openStream, contextFor, maskErrors = (errors) => errors } = options;
  const granted = new WeakMap<Request, Granted>();
  const present = (result: unknown) => masked(result, maskErrors);
  return {
    onSubscribe({ args, setSubscribeFn }) {
      const { schema, document, operationName, contextValue } = args as ExecutionArgs & {
        contextValue: { request: Request };
      };
      const name = subscribedField(document, operationName);
      const field = name === undefined ? undefined : schema.getSubscriptionType()?.getFields()[name];
      if (!isLiveField(field?.extensions)) return;
      setSubscribeFn(async () => {
        const source = await createSourceEventStream(args as ExecutionArgs);
        if (source instanceof LiveSource) granted.set(contextValue.request, { source, args: args as ExecutionArgs });
        return source;
      });
    },
    onResultProcess({ request, result, setResultProcessor }) {
      if (!accepts(request)) return;
      const found = granted.get(request);
      granted.delete(request);
      // A refusal is one answer, with its status; whoever expects a stream sees by the type that this is none.
      if (!found) return isAsyncIterable(result) ? undefined : setResultProcessor(processRegularResult, JSON_TYPE);
      const shape = operationShape({ args: found.args, entities: desk.entities, contextFor, present });
      setResultProcessor(async (_result, fetchAPI) => {
        const stream = openStream();
        const context = found.args.contextValue as LiveContext & Pick<ServerContext, 'clientAddress'>;
        try {
          const uncount = limits?.stream(context.viewer.actor, context.clientAddress);
          await follow(hub, { stream, signal: request.signal, uncount }, () => found.source.follow(shape, stream));
        } catch (error) {
          const { viewer } = contextFor(context.viewer);
          return refusal(failure(error, viewer), fetchAPI);
        }
        const response = new fetchAPI.Response(stream.body, { status: 200, headers: { ...HEADERS } });
        streamOfResponse.set(response, stream);
        return response;
      }, 'text/event-stream');
    },
  };
}

const JSON_TYPE = 'application/json';

/** The session ended in this very moment, or the database is away. */
function refusal(error: GraphQLError, fetchAPI: FetchAPI): Response | Promise<Response> {
  const http = error.extensions['code'] === 'UNAUTHENTICATED' ? { http: { status: 401 } } : {};
  const told = new GraphQLError(error.message, { extensions: { ...http, ...error.extensions } });
  return processRegularResult({ errors: [told] }, fetchAPI, JSON_TYPE);
}

const accepts = (request: Request) => (request.headers.get('accept') ?? '').includes('text/event-stream');

interface Following {
  readonly stream: LiveStream;
  readonly signal: AbortSignal;
  /** Called when the stream is over. */
  readonly uncount: (() => void) | undefined;
}

async function follow(
  hub: Hub,
  { stream, signal, uncount }: Following,
  begin: () => Promise<() => void>,
): Promise<void> {
  const forget = hub.streams.add(stream);
  const gone = () => stream.interrupt();
  // A client that left before it was answered. The signal holds on to the request, so it is let go with the answer.
  signal.addEventListener('abort', gone, { once: true });
  stream.whenPiped(() => signal.removeEventListener('abort', gone));
  let leave: (() => void) | undefined;
  stream.whenEnded(() => {
    forget();
    uncount?.();
    leave?.();
  });
  if (signal.aborted) gone();
  try {
    leave = await begin();
  } catch (error) {
    stream.interrupt();
    throw error;
  }
  if (stream.isOver) leave();
}

function masked(result: unknown, maskErrors: NonNullable<UseLiveOptions['maskErrors']>): unknown {
  const { errors } = result as { errors?: readonly GraphQLError[] };
  return errors ? { ...(result as object), errors: maskErrors(errors) } : result;
}
