/**
 * @module What the client uses of the place it runs in (browser or Node), described by shape:
 * core is compiled without the DOM's types.
 */

/** Bytes that arrive bit by bit, as `Response.body`. */
export interface ByteStream {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>; cancel(): Promise<unknown> };
}

/** The part of a fetch response that the client reads. */
export interface DeskResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteStream | null;
  text(): Promise<string>;
}

export interface DeskRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal?: AbortSignalLike;
}

/** Any function with the shape of the browser's `fetch`. */
export type Fetch = (url: string, init: never) => Promise<DeskResponse>;

/** Any object with the shape of the browser's `localStorage`. */
export interface StorageLike {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Runs `work` while nobody else (also no other tab) holds `name`. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The part of an AbortSignal that is used here. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Host {
  readonly fetch: Fetch;
  readonly localStorage?: StorageLike;
  readonly navigator?: { readonly locks?: { request<T>(name: string, work: () => Promise<T>): Promise<T> } };
  readonly crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
  readonly AbortController: new () => { readonly signal: AbortSignalLike; abort(): void };
  readonly TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  atob(text: string): string;
}

export const host = globalThis as unknown as Host;

/** An id that nobody else makes. Not `randomUUID`, which pages without TLS lack. */
export const newId = (): string =>
  [...host.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A number from 0 to below 1. */
export const chance = (): number => (host.crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 256;

/** A browser that gives no lock for so long is not waited for. */
const LOCK_MS = 5000;

/**
 * The browser's Web Locks. Where they are missing, refuse (storage is blocked) or do not answer within 5 s, the work
 * just runs, which is safe because sending is idempotent.
 */
export const tabLock: Lock = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    let running: Promise<T> | undefined;
    const run = (): Promise<T> => {
      host.clearTimeout(timer);
      running ??= work();
      running.then(resolve, reject);
      return running;
    };
    const timer = host.setTimeout(run, LOCK_MS);
    const asked = async (): Promise<unknown> => host.navigator?.locks?.request(name, run) ?? run();
    asked()
      .catch(run)
      .catch(() => undefined);
  });
