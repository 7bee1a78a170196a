/**
 * @module How many tokens a process may spend on a model in a day: a fault that asks in a circle costs no more than
 * this.
 */
import { ModelError, type ModelRequest } from '@shopdesk/core';

/** Han take about a token each, other letters a quarter of one; too many is the safe side. */
const LETTERS_PER_TOKEN = 2;

export class TokenBudget {
  readonly #daily: number;
  readonly #clock: () => Date;
  #day = '';
  #spent = 0;

  constructor(daily: number, clock: () => Date) {
    this.#daily = daily;
    this.#clock = clock;
  }

  /** Refuses a request that might exceed what is left of today. Throws `ModelError` `BUDGET`. */
  reserve(request: ModelRequest): void {
    const today = this.#clock().toISOString().slice(0, 10);
    if (today !== this.#day) {
      this.#day = today;
      this.#spent = 0;
    }
    if (this.#spent + this.estimate(request, '') + request.maxTokens > this.#daily)
      throw new ModelError('BUDGET', `The ${this.#daily} tokens of today are spent.`);
  }

  spend(tokens: number): void {
    this.#spent += tokens;
  }

  /** About how many tokens a request and its answer take. */
  estimate({ messages }: ModelRequest, answer: string): number {
    const letters = messages.reduce((sum, { content }) => sum + content.length, answer.length);
    return Math.ceil(letters / LETTERS_PER_TOKEN);
  }
}
