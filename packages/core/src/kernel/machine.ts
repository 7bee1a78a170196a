/**
 * @module A state machine is data: by event, which state leads to which.
 */
import { ConfigError, deny, type Denial } from './denial.ts';
import type { CodeWords } from './entity.ts';

/** The state before a row exists. */
export const NEW = 'NEW';

/** States and events of one entity, as in part 3 of the domain model: `{ take: { QUEUED: 'ASSIGNED' } }`. */
export interface Machine<State extends string = string, Event extends string = string> {
  /** The field that holds the state. */
  readonly field: string;
  readonly states: readonly State[];
  readonly events: Readonly<Record<Event, Readonly<Partial<Record<string, State>>>>>;
}

/** What a machine is declared by: its states may bring the words that `codes` takes. */
export interface MachineOptions<State extends string, Event extends string> extends Omit<
  Machine<State, Event>,
  'states'
> {
  readonly states: readonly State[] | Readonly<Record<State, CodeWords>>;
}

const isList = <State extends string>(states: MachineOptions<State, never>['states']): states is readonly State[] =>
  Array.isArray(states);

/** Checks that every state can be reached and every event names known states. */
export function defineMachine<const State extends string, const Event extends string>(
  options: MachineOptions<State, Event>,
): Machine<State, Event> {
  const states = isList(options.states) ? options.states : (Object.keys(options.states) as State[]);
  const machine: Machine<State, Event> = { ...options, states };
  const events: Machine<State>['events'] = machine.events;
  const steps = Object.entries(events).flatMap(([event, moves]) =>
    Object.entries(moves).map(([from, to]) => ({ event, from, to: to as State })),
  );
  const reached = new Set<string>([NEW]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of steps) if (reached.has(from)) reached.add(to);
  }
  const known = new Set<string>([NEW, ...machine.states]);
  const problems = [
    ...machine.states.filter((state) => !reached.has(state)).map((state) => `state ${state} cannot be reached`),
    ...steps.flatMap(({ event, from, to }) =>
      [from, to].filter((state) => !known.has(state)).map((state) => `event ${event} names the unknown state ${state}`),
    ),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return machine;
}

/** The events of a machine, by which its rows can be moved. */
export type EventOf<M> = M extends Machine<string, infer Event> ? Event : never;

/** Asks whether `event` is possible in `from`; answers INVALID_TRANSITION with both. */
export function mayFire(machine: Machine, from: string, event: string): Denial | undefined {
  if (machine.events[event]?.[from]) return undefined;
  return deny('INVALID_TRANSITION', { details: { from, event } });
}

/** The states from which nothing leads on. */
export function finalStates(machine: Machine): string[] {
  return machine.states.filter((state) => !Object.values(machine.events).some((moves) => moves[state]));
}
