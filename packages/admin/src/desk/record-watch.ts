/**
 * @module Hears of changed rows while an element is shown. Many changes at once are told as one, so that a busy desk
 * costs a question now and then and not one per change.
 */
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Use } from './contexts.ts';
import type { Live, RecordChange } from './live.ts';

const PAUSE_MS = 300;

export interface RecordWatchOptions {
  readonly entities: readonly string[];
  /** The same for an entity that is known later. */
  readonly hears?: (entity: string) => boolean;
  /** What changed; empty after a gap in the stream, when anything may have. */
  readonly changed: (changes: readonly RecordChange[]) => void;
}

export class RecordWatch implements ReactiveController {
  readonly #live: Use<Live>;
  readonly #options: RecordWatchOptions;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: RecordChange[] = [];

  constructor(host: ReactiveElement, live: Use<Live>, options: RecordWatchOptions) {
    this.#live = live;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    const live = this.#live.value;
    const whole = (entity: string) => (row: { readonly id: string }) => this.#hear({ entity, id: row.id, version: 0 });
    this.#stops = [
      live.on('record', (change) => this.#hear(change)),
      live.on('conversation', whole('Conversation')),
      live.on('transfer', whole('Transfer')),
      live.on('colleague', whole('User')),
      live.on('resync', () => this.#options.changed([])),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #hear(change: RecordChange): void {
    if (!this.#options.entities.includes(change.entity) && !this.#options.hears?.(change.entity)) return;
    this.#waiting.push(change);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#options.changed(this.#waiting.splice(0));
    }, PAUSE_MS);
  }
}
