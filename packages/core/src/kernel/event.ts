/**
 * @module A domain event: something that happened, told after it was committed.
 */
import type { Actor } from './actor.ts';
import type { ActionContext, PlannedRead, Seen } from './context.ts';

declare const payloadType: unique symbol;

/** A typed name, past tense and dotted: `conversation.closed`. */
export interface DomainEvent<out P> {
  readonly [payloadType]?: P;
  readonly name: string;
}

/** Declares an event and the type of what it carries. */
export const defineEvent = <P>(name: string): DomainEvent<P> => ({ name });

export interface EmittedEvent {
  readonly name: string;
  readonly payload: unknown;
  readonly actor: Actor;
  readonly at: string;
}

export interface EventHandler {
  readonly event: string;
  readonly handle: (payload: never, emitted: EmittedEvent) => Promise<void> | void;
}

/** Reacts to an event after its commit. A handler that fails is reported and stops nobody else. */
export const on = <P>(
  event: DomainEvent<P>,
  handle: (payload: P, emitted: EmittedEvent) => Promise<void> | void,
): EventHandler => ({ event: event.name, handle: handle as EventHandler['handle'] });

export interface Reaction {
  readonly event: string;
  readonly react: (ctx: ActionContext, payload: never) => Promise<void> | void;
  readonly reads?: ((payload: never, seen: Seen) => readonly PlannedRead[]) | undefined;
}

/**
 * What belongs to an event and is committed with it, or not at all: clocks that start, a queue that is asked. Runs
 * inside the unit of work that emits the event, in the desk's own reach; a refusal here refuses the whole action.
 * Rows other than the payload's are read anew with `ctx.get`; those that it will most likely want it names in `reads`,
 * and those of all reactions to one event are read in one statement.
 */
export const inCommit = <P>(
  event: DomainEvent<P>,
  react: (ctx: ActionContext, payload: P) => Promise<void> | void,
  reads?: (payload: P, seen: Seen) => readonly PlannedRead[],
): Reaction => ({
  event: event.name,
  react: react as Reaction['react'],
  reads: reads as Reaction['reads'],
});
