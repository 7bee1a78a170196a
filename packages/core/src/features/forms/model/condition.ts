/** @module Which fields of a record are there: decided from above to below, so that a condition reads what it may. */
import { fieldsOf, type Condition, type FormDefinition, type FormField, type FormValues } from './definition.ts';

/** Whether somebody has said nothing: a blank text, an empty list. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

function holds(condition: Condition, value: unknown): boolean {
  if ('filled' in condition) return isBlank(value) !== condition.filled;
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast;
  const said = Array.isArray(value) ? value : [value];
  return said.some((one) => condition.in.includes(one as string));
}

/** The fields that a record with these values has. What a hidden field holds counts for nothing. */
export function shownFields(definition: FormDefinition, values: FormValues): readonly FormField[] {
  const shown = new Map<string, FormField>();
  for (const field of fieldsOf(definition)) {
    const { when } = field;
    const said = when && (shown.has(when.field) ? values[when.field] : undefined);
    if (!when || holds(when, said)) shown.set(field.id, field);
  }
  return [...shown.values()];
}

/** The values without those of fields that are hidden, and without what is blank. */
export function shownValues(definition: FormDefinition, values: FormValues): FormValues {
  const shown = shownFields(definition, values).filter(({ id }) => !isBlank(values[id]));
  return Object.fromEntries(shown.map(({ id }) => [id, values[id]]));
}
