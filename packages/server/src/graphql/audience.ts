/**
 * @module Who sees a field: the same rule for typed answers and for JSON.
 */
import { readPersonal, readRecord, type Actor, type FieldMarks, type SeenAs } from '@shopdesk/core';

/** How a field is read for a viewer; undefined when everybody gets what is stored. */
export function readerOf(name: string, marks: FieldMarks): SeenAs | undefined {
  if (marks.seen) return marks.seen;
  const { personal: kind } = marks;
  const read = kind
    ? (value: unknown, actor: Actor) => readPersonal(kind, value, actor)
    : marks.personalRecord
      ? readRecord
      : undefined;
  if (marks.audience === 'staff')
    return (row, actor) => (actor.kind === 'staff' ? (read ? read(row[name], actor) : row[name]) : null);
  return read && ((row, actor) => read(row[name], actor));
}
