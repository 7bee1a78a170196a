/**
 * @module Values that a schema takes, made from the schema alone: rows and inputs for tests that go over every action.
 */
import { z } from 'zod';

/** What a field of this name holds wherever it stands: the id of a row that is there, an order of the shop. */
export type Known = Readonly<Record<string, unknown>>;

export interface SampleOptions {
  readonly known?: Known;
  /** Fills in what may be left out as well. */
  readonly full?: boolean;
  /** What every instant is. */
  readonly now?: string;
}

interface Json {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

const schemas = new WeakMap<z.ZodObject, Json>();

/** The schema as JSON says it: what types, lengths and fields it wants. */
export function jsonOf(schema: z.ZodObject): Json {
  let json = schemas.get(schema);
  if (!json) schemas.set(schema, (json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json));
  return json;
}

/** A value of the schema, as small as it may be. */
export function sampleOf(schema: z.ZodObject, options: SampleOptions = {}): Record<string, unknown> {
  return filled(jsonOf(schema), '', options) as Record<string, unknown>;
}

const DEFAULT_NOW = '2025-05-03T04:00:00.000Z';

function filled(json: Json, name: string, options: SampleOptions): unknown {
  const { known = {}, full = false, now = DEFAULT_NOW } = options;
  if (known[name] !== undefined) return known[name];
  if (json.const !== undefined) return json.const;
  if (json.default !== undefined) return json.default;
  if (json.enum) return json.enum[0];
  const parts = json.anyOf ?? json.oneOf ?? json.allOf;
  if (parts) {
    const nothing = parts.find(({ type }) => type === 'null');
    return nothing && !full ? null : filled(parts.find(({ type }) => type !== 'null') ?? {}, name, options);
  }
  switch (json.type) {
    case 'string':
      return textOf(json, name, now);
    case 'integer':
    case 'number':
      return Math.min(json.maximum ?? Number.POSITIVE_INFINITY, Math.max(0, json.minimum ?? 0));
    case 'boolean':
      return full;
    case 'array':
      return Array.from({ length: Math.max(json.minItems ?? 0, full ? Math.min(1, json.maxItems ?? 1) : 0) }, () =>
        filled(json.items ?? {}, name, options),
      );
    case 'object': {
      const required = full ? Object.keys(json.properties ?? {}) : (json.required ?? []);
      return Object.fromEntries(
        required.map((field) => [field, filled(json.properties?.[field] ?? {}, field, options)]),
      );
    }
    default:
      return null;
  }
}

function textOf({ format, minLength = 1, maxLength = 1000 }: Json, name: string, now: string): string {
  if (format === 'date-time') return now;
  if (format === 'email') return 'somebody@example.com';
  return name.padEnd(minLength, 'x').slice(0, maxLength);
}
