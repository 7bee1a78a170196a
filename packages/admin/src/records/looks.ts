/** @module How a code looks: as its list says, else by where its state stands in the machine. */
import type { Look, RecordDefinition } from '../desk/record.ts';
import type { EntityDescription } from './description.ts';

export function lookOf(
  field: string,
  code: string,
  { machine }: EntityDescription,
  definition: RecordDefinition | undefined,
): Look {
  const said = definition?.looks?.[field];
  if (said) return said[code] ?? '';
  if (machine?.field !== field) return '';
  const moves = Object.values(machine.events);
  if (!moves.some((move) => move[code])) return '';
  return moves.some((move) => move['NEW'] === code) ? 'info' : 'accent';
}
