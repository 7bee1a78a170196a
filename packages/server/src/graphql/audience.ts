/**
 * @module Who sees a field: the same rule for typed answers and for JSON.
 */
import { maskEmail, maskPhone, type FieldMarks } from '@shopdesk/core';
import { conversationFields } from '../features/conversations.ts';
import type { ViewerField } from './viewer-field.ts';

const VIEWER_FIELDS: Readonly<Record<string, Readonly<Record<string, ViewerField>>>> = { ...conversationFields };

/** How a field is read for a viewer; undefined when everybody gets what is stored. */
export function readerOf(parent: string, name: string, marks: FieldMarks): ViewerField | undefined {
  const own = VIEWER_FIELDS[parent]?.[name];
  if (own) return own;
  if (marks.audience === 'staff') return (row, actor) => (actor.kind === 'staff' ? row[name] : null);
  if (marks.personal) {
    const mask = marks.personal === 'email' ? maskEmail : maskPhone;
    return (row, actor) => (actor.kind === 'staff' && typeof row[name] === 'string' ? mask(row[name]) : row[name]);
  }
  return undefined;
}
