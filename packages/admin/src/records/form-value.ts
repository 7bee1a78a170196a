/**
 * @module The value of a form by paths, and what a schema gives a field that nobody has filled in.
 */
import { unwrapped, type JsonSchema } from './description.ts';

export type FormValue = Readonly<Record<string, unknown>>;

/** The value at a dotted path. */
export function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    value,
  );
}

/** The same value with another one at a path; undefined takes the key away. */
export function withAt(value: unknown, path: readonly (string | number)[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const inner = withAt((value as Readonly<Record<string | number, unknown>> | undefined)?.[key], rest, next);
  if (typeof key === 'number') {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    if (inner === undefined) list.splice(key, 1);
    else list[key] = inner;
    return list;
  }
  const { [key]: _before, ...others } = (value ?? {}) as Record<string, unknown>;
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** What a form begins with: the defaults, and false for required switches, which have no third state. */
export function initialValue(schema: JsonSchema): unknown {
  const { inner, nullable } = unwrapped(schema);
  if (inner.default !== undefined) return inner.default;
  if (nullable) return undefined;
  if (inner.type !== 'object' || !inner.properties) return undefined;
  const entries = Object.entries(inner.properties).map(
    ([name, part]) => [name, initialIn(part, inner.required?.includes(name) ?? false)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function initialIn(schema: JsonSchema, required: boolean): unknown {
  const { inner } = unwrapped(schema);
  if (inner.type === 'boolean' && required && inner.default === undefined) return false;
  if (inner.type === 'array' && required && inner.default === undefined) return [];
  return initialValue(schema);
}

/** Instants are shown and typed in the time of this device. */
export function toLocalInput(instant: unknown): string {
  if (typeof instant !== 'string' || !instant) return '';
  const at_ = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at_.getFullYear()}-${two(at_.getMonth() + 1)}-${two(at_.getDate())}T${two(at_.getHours())}:${two(at_.getMinutes())}`;
}

export const fromLocalInput = (text: string): string | undefined => (text ? new Date(text).toISOString() : undefined);
