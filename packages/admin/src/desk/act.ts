/**
 * @module A form of one action: sends it once however often the button is pressed, keeps what was typed when it is
 * denied, and knows which field the denial is about.
 */
import { newId, type DeskClient, type Document } from '@shopdesk/core/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemOf, type Problem } from '../kit/problem.ts';
import type { ActionVariables } from './documents.ts';

export class Act implements ReactiveController {
  busy = false;
  problem: Problem | undefined;
  readonly #host: ReactiveControllerHost;
  #key: string | undefined;
  #sent = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.problem = undefined;
  }

  /** Forgets the last problem. */
  clear(): void {
    this.problem = undefined;
    this.#host.requestUpdate();
  }

  /**
   * Performs the action; answers undefined when it was not done, then `problem` says why. What is sent again
   * unchanged after a lost answer carries the same key, so that it acts once. With the version that was looked at, a
   * row that somebody else has changed meanwhile is CONFLICT.
   */
  async run<I, T>(
    client: DeskClient,
    document: Document<ActionVariables<I>, T>,
    input: I,
    { version }: { readonly version?: number | undefined } = {},
  ): Promise<T | undefined> {
    if (this.busy) return undefined;
    const sent = JSON.stringify([document, input]);
    if (sent !== this.#sent) this.#key = undefined;
    this.#sent = sent;
    this.#key ??= newId();
    this.busy = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      const answer = await client.mutate(document, {
        input,
        key: this.#key,
        ...(version === undefined ? {} : { version }),
      });
      this.#key = undefined;
      return answer;
    } catch (error) {
      this.problem = problemOf(error);
      if (this.problem.code !== 'SERVICE_UNAVAILABLE') this.#key = undefined;
      return undefined;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
