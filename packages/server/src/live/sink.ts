/**
 * @module The two ends of a delivery: a shape turns an event into what is sent, a sink takes it to one subscriber.
 */
import type { Actor } from '@shopdesk/core';
import type { LiveEvent } from './live-event.ts';

/** Subscribers of one shape get the very same bytes, so an event is executed and encoded once for all of them. */
export interface Shape<F> {
  /** Equal for subscribers who ask the same, in the same language, and may see the same. */
  readonly key: string;
  /** One of them; what he may see, all of them may. */
  readonly actor: Actor;
  encode(event: LiveEvent): F | Promise<F>;
  /** Several frames as one, where that is cheaper to send. */
  combine?(frames: readonly F[]): F;
}

/** One subscriber's stream. */
export interface Sink<F> {
  /** Takes a frame; a sink that is not emptied drops itself. */
  write(frame: F): void;
  /** Resolves when there is room again; undefined when there is. */
  room(): Promise<void> | undefined;
  /** Ends the stream for good: the session is over, or the subject is out of reach. */
  complete(): void;
  /** Ends it so that the client comes back and resumes: it is too slow, its rights changed, the server stops. */
  interrupt(): void;
  /** True when the stream is over, whoever ended it. */
  readonly isOver: boolean;
}
