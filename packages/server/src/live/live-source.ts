/**
 * @module A subscription that was granted and not yet begun. The desk's own endpoint follows it with a shared shape;
 * anybody else may iterate over its events.
 */
import type { Actor } from '@shopdesk/core';
import type { Hub } from './hub.ts';
import type { LiveEvent } from './live-event.ts';
import type { Shape, Sink } from './sink.ts';

/** Events that may wait for one iterator. */
const MAX_WAITING = 1000;

export interface LiveSubject {
  readonly hub: Hub;
  readonly actor: Actor;
  /** For the connection note of a shopper. */
  readonly conversationId?: string;
  follow<F>(shape: Shape<F>, sink: Sink<F>): Promise<() => void>;
}

let iterators = 0;

export class LiveSource implements AsyncIterable<LiveEvent> {
  readonly #subject: LiveSubject;

  constructor(subject: LiveSubject) {
    this.#subject = subject;
  }

  /**
   * Begins: tells the sink what comes first, then whatever happens, until the answer is called or the sink is over.
   * @throws DeniedError when the session or the subject is out of reach.
   */
  async follow<F>(shape: Shape<F>, sink: Sink<F>): Promise<() => void> {
    const { hub, actor, conversationId } = this.#subject;
    const leaves: (() => void)[] = [];
    const leave = () => {
      for (const act of leaves.splice(0)) act();
    };
    try {
      leaves.push(await hub.guards.guard(actor, sink));
      leaves.push(await this.#subject.follow(shape, sink));
    } catch (error) {
      leave();
      throw error;
    }
    leaves.push(hub.connections.opened(actor, conversationId));
    if (sink.isOver) leave();
    return leave;
  }

  [Symbol.asyncIterator](): AsyncGenerator<LiveEvent> {
    iterators += 1;
    return iterate(this, { key: `iterator ${iterators}`, actor: this.#subject.actor, encode: (event) => event });
  }
}

async function* iterate(source: LiveSource, shape: Shape<LiveEvent>): AsyncGenerator<LiveEvent> {
  const sink = new EventQueue();
  const leave = await source.follow(shape, sink);
  try {
    while (!sink.isOver) yield* await sink.take();
  } finally {
    leave();
  }
}

class EventQueue implements Sink<LiveEvent> {
  #events: LiveEvent[] = [];
  #wake: (() => void) | undefined;
  isOver = false;

  write(event: LiveEvent): void {
    if (this.#events.push(event) > MAX_WAITING) this.interrupt();
    this.#wake?.();
  }

  room(): undefined {
    return undefined;
  }

  complete(): void {
    this.isOver = true;
    this.#wake?.();
  }

  interrupt(): void {
    this.#events = [];
    this.complete();
  }

  async take(): Promise<LiveEvent[]> {
    if (this.#events.length === 0 && !this.isOver) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#events.splice(0);
  }
}
