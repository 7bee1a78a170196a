/**
 * @module The one way to call an address that a person has typed. A name is resolved once, and the connection goes to
 * exactly what was found and judged; no redirect is followed; time and size have an end.
 */
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { CallError } from '@shopdesk/core';
import { Agent, fetch as send, type RequestInit as SendInit } from 'undici';
import { callableUrl, isPublicAddress, NamedHosts } from './address.ts';

/** Addresses of a name, as `dns.promises.lookup` gives them with `all`. */
export type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export interface SafeSenderOptions {
  /** Hosts that may be called though they are private: `shop.internal`, `localhost:4001`. @defaultValue none */
  readonly allowedHosts?: readonly string[];
  /** @defaultValue the resolver of this machine */
  readonly resolve?: Resolve;
  /** From the call to the last byte of the answer, in milliseconds. @defaultValue 15,000 */
  readonly timeoutMs?: number;
  /** The largest answer, unpacked, in bytes. @defaultValue 5 MiB */
  readonly maxBytes?: number;
}

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 5 * 1024 * 1024;
const NO_BODY: readonly number[] = [101, 204, 205, 304];

export class SafeSender {
  readonly #named: NamedHosts;
  readonly #timeoutMs: number;
  readonly #maxBytes: number;
  /** Connects to public addresses only. */
  readonly #guarded: Agent;
  /** For hosts that the operator names. */
  readonly #unguarded: Agent;

  /** @throws ConfigError when a named host is none */
  constructor({
    allowedHosts,
    resolve = (name) => lookup(name, { all: true }),
    timeoutMs = TIMEOUT_MS,
    maxBytes = MOST_BYTES,
  }: SafeSenderOptions = {}) {
    this.#named = new NamedHosts(allowedHosts);
    this.#timeoutMs = timeoutMs;
    this.#maxBytes = maxBytes;
    const agent = (judge: (address: string) => boolean) =>
      new Agent({ connect: { lookup: judgedLookup(resolve, judge), timeout: timeoutMs } });
    this.#guarded = agent(isPublicAddress);
    this.#unguarded = agent(() => true);
  }

  /** Why an address may not be called, as far as one sees without asking for its name. */
  problemOf(address: string): CallError | undefined {
    try {
      return void callableUrl(address, this.#named);
    } catch (error) {
      if (error instanceof CallError) return error;
      throw error;
    }
  }

  /**
   * As the platform’s `fetch`, within the limits above. An answer that is a redirect is CallError `REDIRECTED`.
   * @throws CallError, or what `fetch` throws when nobody answers
   */
  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    if (typeof input !== 'string' && !(input instanceof URL)) throw new TypeError('Give the address as text.');
    const url = callableUrl(String(input), this.#named);
    const late = AbortSignal.timeout(this.#timeoutMs);
    const response = await send(url, {
      ...(init as SendInit),
      redirect: 'manual',
      signal: init.signal ? AbortSignal.any([init.signal, late]) : late,
      dispatcher: this.#named.has(url) ? this.#unguarded : this.#guarded,
    });
    const { status, statusText, body } = response;
    if (status >= 300 && status < 400 && status !== 304) {
      await body?.cancel();
      throw new CallError('REDIRECTED', 'The answer is a redirect.', 'IN_DOUBT');
    }
    const headers = new Headers([...response.headers]);
    if (NO_BODY.includes(status) || !body) return new Response(null, { status, statusText, headers });
    if (Number(headers.get('content-length') ?? 0) > this.#maxBytes) {
      await body.cancel();
      throw tooLarge();
    }
    return new Response(this.#capped(body as unknown as ReadableStream<Uint8Array>), { status, statusText, headers });
  };

  /** The body, which fails where it grows beyond the limit: counted unpacked, since a small file may unpack to a huge one. */
  #capped(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    let size = 0;
    return body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, controller) => {
          size += piece.byteLength;
          if (size > this.#maxBytes) controller.error(tooLarge());
          else controller.enqueue(piece);
        },
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.#guarded.destroy(), this.#unguarded.destroy()]);
  }
}

const tooLarge = (): CallError => new CallError('TOO_LARGE', 'The answer is too large.', 'IN_DOUBT');

/**
 * What the connection asks instead of the system’s resolver, so that nothing can change between judging and connecting.
 * One address that is refused spoils the name: nobody serves a shop from both worlds.
 */
function judgedLookup(resolve: Resolve, judge: (address: string) => boolean): LookupFunction {
  return (name, options, answer) => {
    resolve(name).then(
      (found) => {
        const [first] = found;
        if (!first)
          return answer(Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' }), '', undefined);
        if (!found.every(({ address }) => judge(address)))
          return answer(new CallError('ADDRESS_REFUSED', `${name} is not on the public internet.`), '', undefined);
        if (options.all) return answer(null, [...found]);
        return answer(null, first.address, first.family);
      },
      (error: unknown) => answer(error as NodeJS.ErrnoException, '', undefined),
    );
  };
}
