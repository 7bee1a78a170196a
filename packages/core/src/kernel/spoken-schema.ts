/**
 * @module A zod schema as JSON schema: each field has its `words`, and each enum the name of its set of `codes`. An id
 * says whose it is (`ref`), a text what it means where that was declared (`as`).
 */
import { z } from 'zod';
import { marksOf } from './entity.ts';
import { bare, fieldWords, type Home } from './words.ts';

interface Place {
  readonly home: Home;
  readonly owner: string;
}

interface Json {
  readonly anyOf?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly [key: string]: unknown;
}

export function spokenSchema(schema: z.ZodType, { io, ...place }: Place & { readonly io: 'input' | 'output' }): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return spoken(json as Json, schema, place);
}

/** The same JSON schema with the words of what it describes. */
function spoken(plain: Json, schema: z.core.$ZodType, place: Place): Json {
  const { ref, as } = marksOf(schema);
  const json = { ...plain, ...(ref ? { ref } : {}), ...(as ? { as } : {}) };
  const inner = bare(schema);
  // `or null` is a variant beside the schema itself; a union has variants of its own.
  if (json.anyOf && inner instanceof z.ZodUnion)
    return { ...json, anyOf: json.anyOf.map((one, index) => withOption(one, inner, index, place)) };
  if (json.anyOf)
    return { ...json, anyOf: json.anyOf.map((one) => (one['type'] === 'null' ? one : spoken(one, inner, place))) };
  if (inner instanceof z.ZodArray && json.items) return { ...json, items: spoken(json.items, inner.element, place) };
  if (inner instanceof z.ZodRecord && typeof json.additionalProperties === 'object')
    return { ...json, additionalProperties: spoken(json.additionalProperties, inner.valueType, place) };
  if (inner instanceof z.ZodObject && json.properties)
    return { ...json, properties: spokenFields(json.properties, inner, place) };
  const { codes } = marksOf(inner);
  return codes ? { ...json, codes: codes.name } : json;
}

function withOption(json: Json, { options }: z.ZodUnion, index: number, place: Place): Json {
  const option = options[index];
  return option ? spoken(json, option, place) : json;
}

function spokenFields(properties: Readonly<Record<string, Json>>, schema: z.ZodObject, { home, owner }: Place) {
  const name = marksOf(schema).typeName ?? owner;
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.fromEntries(
    Object.entries(properties).map(([field, json]) => {
      const part = shape[field];
      if (!part) return [field, json];
      const words = fieldWords({ feature: home(field), owner: name, field }, part);
      const inside = spoken(json, part, { home: () => home(field), owner: `${name}.${field}` });
      return [field, words ? { ...inside, words } : inside];
    }),
  );
}
