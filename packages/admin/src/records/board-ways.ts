/** @module The columns of a board and the ways between them: actions, and why one of them is not possible now. */
import type { WorkItemRow } from '../desk/work.ts';
import type { Language, LocalText } from '../kit/language.ts';
import type { Offered } from './data.ts';
import { codesOf, type DeskDescription, type EntityDescription } from './description.ts';

/** States that people read as one. */
export interface Column {
  readonly code: string;
  readonly title: LocalText;
  readonly states: readonly string[];
  /** Nothing is left to do in it. */
  readonly ended: boolean;
}

/** An action that leads an item to another state, or says why it does not now. */
export interface Way {
  readonly action: string;
  readonly title: LocalText;
  readonly to: string;
  readonly why: string | undefined;
  readonly grave: boolean;
}

/** A card that is dragged. */
export interface Lifted {
  readonly row: WorkItemRow;
  readonly ways: readonly Way[];
  /** Asks at the card which of several ways is meant. */
  readonly choose: (ways: readonly Way[]) => void;
}

/** The columns as the kind groups its states, else one for each state. */
export function columnsOf({ work, machine, fields }: EntityDescription, language: Language): Column[] {
  const ended = (states: readonly string[]) => states.every((state) => work?.ended.includes(state));
  if (work && work.groups.length > 0) return work.groups.map((group) => ({ ...group, ended: ended(group.states) }));
  const set = codesOf(fields.find(({ name }) => name === machine?.field)?.schema);
  return (machine?.states ?? []).map((state) => {
    const text = set ? language.code(set, state) : state;
    return { code: state, title: { en: text, zh: text }, states: [state], ended: ended([state]) };
  });
}

/** What leads an item on, by what the viewer is offered, in the order of the machine. A state left for itself is no way. */
export function waysOf(
  { state }: Pick<WorkItemRow, 'state'>,
  offered: readonly Offered[],
  { moves = [], machine }: EntityDescription,
  { actions }: DeskDescription,
): Way[] {
  const events = Object.keys(machine?.events ?? {});
  const from = moves
    .filter((move) => move.from === state && move.to !== state)
    .toSorted((a, b) => events.indexOf(a.event) - events.indexOf(b.event));
  const ways = from.flatMap(({ action: name, to }): Way[] => {
    const offer = offered.find((one) => one.name === name);
    const action = actions.find((one) => one.name === name);
    if (!offer || !action) return [];
    const { title, manner } = action;
    return [{ action: name, title, to, why: offer.denial?.message, grave: manner === 'grave' }];
  });
  // Two events of an action may lead to the same state.
  return [...new Map(ways.map((way) => [`${way.action} ${way.to}`, way])).values()];
}
