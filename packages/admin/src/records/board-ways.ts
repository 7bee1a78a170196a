/** @module The columns of a board and the ways between them: actions, and why one of them is not possible now. */
import type { Language, LocalText } from '../kit/language.ts';
import type { Offered, RecordRow } from './data.ts';
import type { RecordDefinition } from '../desk/record.ts';
import { leadsOn } from './offers.ts';
import { codesOf, type DeskDescription, type EntityDescription } from './description.ts';

/** States that people read as one. */
export interface Column {
  readonly code: string;
  readonly title: LocalText;
  readonly states: readonly string[];
  /** Nothing is left to do in it. */
  readonly ended: boolean;
}

/** A row as the card of a board shows it. */
export interface Carded {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly title: string;
  readonly state: string;
  readonly storeId: string;
  readonly ownerId: string | null;
  readonly dueAt: string | null;
  /** What the feature's own card reads; absent: nothing. */
  readonly row?: RecordRow;
}

/** An action that can be taken at a card. */
export interface Step {
  readonly action: string;
  readonly title: string;
  readonly grave: boolean;
}

/** An action that leads an item to another state, or says why it does not now. */
export interface Way extends Step {
  readonly to: string;
  readonly why: string | undefined;
}

/** A card that is dragged. */
export interface Lifted {
  readonly row: Carded;
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

interface About {
  readonly entity: EntityDescription;
  readonly desk: DeskDescription;
  /** What its feature says of it; undefined: nothing. */
  readonly definition: RecordDefinition | undefined;
  readonly language: Language;
}

/** An action as its feature calls it here, else by its own title. */
function stepOf(name: string, { desk, definition, language }: About): Step | undefined {
  const action = desk.actions.find((one) => one.name === name);
  if (!action) return undefined;
  const button = definition?.buttons?.find((one) => one.action === name);
  return {
    action: name,
    title: language.of(button?.title ?? action.title),
    grave: button?.grave ?? action.manner === 'grave',
  };
}

/** What leads an item on, by what the viewer is offered, in the order of the machine. A state left for itself is no way. */
export function waysOf({ state }: Pick<Carded, 'state'>, offered: readonly Offered[], about: About): Way[] {
  const { moves = [], machine } = about.entity;
  const events = Object.keys(machine?.events ?? {});
  const from = moves
    .filter((move) => move.from === state && move.to !== state)
    .toSorted((a, b) => events.indexOf(a.event) - events.indexOf(b.event));
  const ways = from.flatMap(({ action: name, to }): Way[] => {
    const offer = offered.find((one) => one.name === name);
    const step = offer && stepOf(name, about);
    return offer && step ? [{ ...step, to, why: offer.denial?.message }] : [];
  });
  // Two events of an action may lead to the same state.
  return [...new Map(ways.map((way) => [`${way.action} ${way.to}`, way])).values()];
}

/** The step on a card's button: the one that the desk recommends, with its reason, else the first that leads on. */
export function nextOf(
  { state }: Pick<Carded, 'state'>,
  ways: readonly Way[],
  offered: readonly Offered[],
  about: About,
): (Step & { readonly because?: string }) | undefined {
  const best = offered.find(({ because }) => because !== null);
  const step = best && stepOf(best.name, about);
  if (step && best?.because) return { ...step, because: best.because };
  if (about.entity.work?.advises) return undefined;
  return ways.find(({ why, grave, to }) => why === undefined && !grave && leadsOn(about.entity, state, to));
}
