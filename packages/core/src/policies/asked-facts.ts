/**
 * @module What one has to know to ask a question: the columns of its tables, and for derived ones the instants they
 * count from.
 */
import type { Policy } from './policy.ts';
import type { InputDefinition } from './table-schema.ts';
import type { Text } from './text.ts';
import { EVENT_NAMES } from './vocabulary/events.ts';

/** One fact of a question, with its name for people. */
export interface AskedFact {
  readonly name: string;
  readonly label: Text;
  /** A column's definition; an instant of the case is one of type `instant`. */
  readonly input: InputDefinition;
}

const instantFact = (name: string): AskedFact => {
  const event = EVENT_NAMES[name] ?? { zh: name, en: name };
  const label = { zh: `${event.zh}时间`, en: `Time of ${event.en}` };
  return { name, label, input: { name, label, type: 'instant', nullable: true } };
};

/** The values that one layer knows of a column and another does not. */
function joined(known: InputDefinition, more: InputDefinition): InputDefinition {
  const values = (more.values ?? []).filter(({ value }) => !known.values?.some((one) => one.value === value));
  return known.values ? { ...known, values: [...known.values, ...values] } : known;
}

/**
 * Every fact that the tables of a question read, each once: instants first, in the order in which the tables name them.
 */
export function askedFacts({ layers }: Policy, kind: string): AskedFact[] {
  const inputs = layers.flatMap(({ tables }) => tables.get(kind) ?? []).flatMap(({ table }) => table.inputs);
  const instants = new Map<string, AskedFact>();
  const facts = new Map<string, AskedFact>();
  for (const input of inputs) {
    if (input.derived) for (const name of [input.derived.from, input.derived.to]) instants.set(name, instantFact(name));
    else
      facts.set(input.name, {
        name: input.name,
        label: input.label,
        input: joined(facts.get(input.name)?.input ?? input, input),
      });
  }
  return [...instants.values(), ...facts.values()];
}
