/**
 * @module Who sees a field: the same rule for typed answers and for JSON.
 */
import { readPersonal, readRecord, type Actor, type FieldMarks } from '@shopdesk/core';
import { conversationFields } from '../features/conversations.ts';
import type { ViewerField } from './viewer-field.ts';

const VIEWER_FIELDS: Readonly<Record<string, Readonly<Record<string, ViewerField>>>> = { ...conversationFields };

/** How a field is read for a viewer; undefined when everybody gets what is stored. */
export function readerOf(parent: string, name: string, marks: FieldMarks): ViewerField | undefined {
  const own = VIEWER_FIELDS[parent]?.[name];
  if (own) return own;
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
