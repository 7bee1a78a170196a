/**
 * @module The line between a client and a desk in memory, which a test can cut, slow down or lose answers on. What
 * comes through is the desk's own answer; but the address of a file, which no page could load from a desk without a
 * host, is answered as the file itself (`data:`).
 */
import type { UploadTransport } from '@shopdesk/core/client';
import { getOperationAST, parse } from 'graphql';
import { audienceAt } from '../graphql/audiences.ts';
import { pathOf } from '../http/server-context.ts';

/** A `fetch` as client, panel and widget take it. */
export type NetworkFetch = (url: string, init: RequestInit) => Promise<Response>;

export class Network {
  /** Nothing reaches the desk. Streams that are open stay so until {@link cutStreams}. */
  down = false;
  /** The desk acts, but this many answers are lost on their way back. */
  loseAnswers = 0;
  /** Milliseconds that every call takes on its way to the desk. */
  latencyMs = 0;
  /** Root fields that a proxy on the way answers with 503. */
  readonly refuse = new Set<string>();
  /** Calls of these root fields wait on their way to the desk. */
  readonly hold = new Map<string, Promise<unknown>>();
  /** Names of the root fields that were asked for over a line that was not down, in order. */
  readonly calls: string[] = [];
  readonly #streams = new Set<AbortController>();
  readonly #desk: (request: Request) => Promise<Response>;

  constructor(desk: (request: Request) => Promise<Response>) {
    this.#desk = desk;
  }

  readonly fetch: NetworkFetch = async (url, init) => {
    const root = audienceAt(pathOf(url)) && rootOf(init.body);
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    this.#pass(init.signal);
    if (root) this.calls.push(root);
    await this.hold.get(root ?? '');
    if (root && this.refuse.has(root)) return new Response('gone', { status: 503 });
    const cut = new AbortController();
    const signal = init.signal ? AbortSignal.any([init.signal, cut.signal]) : cut.signal;
    const response = await this.#desk(new Request(new URL(url, HOST), { ...init, signal }));
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) this.#keep(cut, signal);
    else if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw lost();
    }
    this.#pass(init.signal);
    return LINK.test(url) && response.ok ? this.#inPlace(response) : response;
  };

  /** What the widget takes as its `upload`. */
  readonly upload: UploadTransport = async ({ url, headers, body, onProgress }) => {
    onProgress(0.5);
    const response = await this.fetch(url, { method: 'POST', headers, body: body as Blob });
    onProgress(1);
    return { status: response.status, text: await response.text() };
  };

  /** Breaks every open stream. */
  cutStreams(): void {
    for (const stream of this.#streams) stream.abort();
  }

  #keep(cut: AbortController, signal: AbortSignal): void {
    this.#streams.add(cut);
    signal.addEventListener('abort', () => this.#streams.delete(cut), { once: true });
  }

  /** The answer to a question for a file's address, with the file in it. */
  async #inPlace(response: Response): Promise<Response> {
    const { url } = (await response.json()) as { readonly url: string };
    const file = await this.#desk(new Request(new URL(url, HOST)));
    const type = file.headers.get('content-type') ?? '';
    const content = Buffer.from(await file.arrayBuffer()).toString('base64');
    return Response.json({ url: file.ok ? `data:${type};base64,${content}` : url });
  }

  #pass(signal: AbortSignal | null | undefined): void {
    if (this.down || signal?.aborted) throw lost();
  }
}

const HOST = 'http://desk.test';
const LINK = /\/attachments\/[^/]+\/link$/;
const lost = () => new TypeError('Failed to fetch');

/** The first field that a document asks for. */
function rootOf(body: RequestInit['body']): string | undefined {
  const { query } = JSON.parse(String(body)) as { readonly query: string };
  const [first] = getOperationAST(parse(query, { noLocation: true }))?.selectionSet.selections ?? [];
  return first?.kind === 'Field' ? first.name.value : undefined;
}
