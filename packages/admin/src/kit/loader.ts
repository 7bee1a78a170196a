/**
 * @module Loads something for an element when its arguments change; keeps the last value while it reloads.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from './problem.ts';

export interface LoaderOptions<A extends readonly unknown[], T> {
  /** What the value depends on; undefined: nothing to load yet. */
  readonly args: () => A | undefined;
  readonly load: (args: A, signal: AbortSignal) => Promise<T>;
}

export class Loader<A extends readonly unknown[], T> implements ReactiveController {
  value: T | undefined;
  problem: Problem | undefined;
  pending = false;
  readonly #host: ReactiveControllerHost;
  readonly #options: LoaderOptions<A, T>;
  #args: A | undefined;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: LoaderOptions<A, T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const args = this.#options.args();
    if (!args) return;
    const known = this.#args;
    if (known && known.length === args.length && known.every((value, index) => Object.is(value, args[index]))) return;
    this.#args = args;
    this.value = undefined;
    void this.reload();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#args = undefined;
  }

  /** Asks again with the same arguments. */
  async reload(): Promise<void> {
    const args = this.#args;
    if (!args) return;
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.pending = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      const value = await this.#options.load(args, running.signal);
      if (!running.signal.aborted) this.value = value;
    } catch (error) {
      if (!running.signal.aborted) this.problem = problemOf(error);
    }
    if (running.signal.aborted) return;
    this.pending = false;
    this.#host.requestUpdate();
  }

  /** Puts a newer value in place, as a live event or an action's answer brings it. */
  set(value: T): void {
    this.value = value;
    this.problem = undefined;
    this.#host.requestUpdate();
  }
}
