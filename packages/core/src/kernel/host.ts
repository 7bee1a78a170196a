/**
 * @module What the kernel uses of the place it runs in (Node or a browser), described by shape: core is compiled
 * without the types of either.
 */

interface AbortSignalShape {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The platform's own `AbortSignal` for whoever has its type, so that it can be given to `fetch`. */
export type CallSignal = typeof globalThis extends { AbortSignal: { prototype: infer S } } ? S : AbortSignalShape;

interface Host {
  readonly AbortController: new () => { readonly signal: AbortSignalShape; abort(reason: unknown): void };
  readonly performance: { now(): number };
  readonly crypto: {
    readonly subtle: { digest(algorithm: 'SHA-256', data: unknown): Promise<ArrayBuffer> };
  };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

export const host = globalThis as unknown as Host;

/** A signal that can be ended from here. */
export type Abort = InstanceType<Host['AbortController']>;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => host.setTimeout(resolve, milliseconds));
