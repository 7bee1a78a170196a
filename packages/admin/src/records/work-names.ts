/**
 * @module What actions, permissions, kinds of work, and the states and clocks of a kind are called, where a row holds
 * their names.
 */
import type { Language } from '../kit/language.ts';
import { codesOf, type DeskDescription, type EntityDescription, type FieldDescription } from './description.ts';
import { titled, valueName } from './names.ts';

/** The entities whose rows are work items. */
export const workKinds = ({ entities }: DeskDescription): EntityDescription[] => entities.filter(({ work }) => work);

export const kindName = (kind: string, { titles }: DeskDescription, language: Language): string =>
  titled(titles?.entities[kind], kind, language);

/** A state of a kind as people say it. */
export function stateName(kind: EntityDescription | undefined, state: string, language: Language): string {
  const field = kind?.fields.find(({ name }) => name === kind.machine?.field);
  return valueName(state, language, codesOf(field?.schema));
}

/** The kind of work that a row is about: it says so itself, or the item that it belongs to does. */
const kindOfRow = (row: Readonly<Record<string, unknown>>): unknown =>
  row['entity'] ?? (row['workItem'] as Readonly<Record<string, unknown>> | null | undefined)?.['entity'];

/** What a name stands for, in words. */
export function nameOf(
  { as, schema }: FieldDescription,
  value: string,
  {
    row,
    desk,
    language,
  }: {
    readonly row: Readonly<Record<string, unknown>>;
    readonly desk: DeskDescription;
    readonly language: Language;
  },
): string {
  const kind = desk.entities.find(({ name }) => name === kindOfRow(row));
  switch (as ?? schema.as) {
    case 'kind':
      return kindName(value, desk, language);
    case 'state':
      return stateName(kind, value, language);
    case 'clock':
      return titled(kind?.work?.clocks[value], value, language);
    case 'permission':
      return titled(desk.titles?.permissions[value], value, language);
    default:
      return titled(desk.titles?.actions[value], value, language);
  }
}
