/**
 * @module What fields are called. A feature lists the words of its fields by their names, so that a name means the same
 * in its entities, inputs and answers; those that build on it inherit them. The desk refuses a field without words.
 */
import { z } from 'zod';
import { isWorded, marksOf, type Entity, type FieldWords } from './entity.ts';
import { FIELD_WORDS } from './field-words.ts';
import type { AnyAction, AnyView } from './action.ts';

/** The words of fields by their names; `Entity.field` says what a name means there alone. */
export type WordList = Readonly<Record<string, FieldWords>>;

/** What words are looked for in: a feature, and those that it builds on. */
export interface Speaking {
  readonly name: string;
  readonly requires: readonly Speaking[];
  readonly words: WordList;
  readonly entities: readonly Entity[];
  readonly extensions: readonly (Entity & {
    readonly adds: { readonly fields: Readonly<Record<string, z.ZodType>> };
  })[];
  readonly actions: Readonly<Record<string, AnyAction>>;
  readonly views: Readonly<Record<string, AnyView>>;
}

/** Where a field stands: in an entity, in a named type, or in the input of an action. */
export interface FieldPlace {
  /** The feature that declares it; undefined for the desk itself. */
  readonly feature: Speaking | undefined;
  readonly owner: string;
  readonly field: string;
}

/** `approverId` and `storeIds` are called like `approver` and `stores`. */
const stem = (field: string): string => field.replace(/Id(s?)$/, '$1');

const saidIn = (words: WordList, { owner, field }: FieldPlace): FieldWords | undefined =>
  words[`${owner}.${field}`] ?? words[field] ?? words[stem(field)];

/** A feature and everything it builds on, the nearest first. */
function* downFrom(feature: Speaking | undefined): Generator<Speaking> {
  const seen = new Set(feature ? [feature.name] : []);
  for (let layer = feature ? [feature] : []; layer.length > 0;) {
    yield* layer;
    layer = layer.flatMap(({ requires }) => requires).filter(({ name }) => !seen.has(name) && Boolean(seen.add(name)));
  }
}

/**
 * What a field is called: what its schema says, else the words of its feature, of those below and of the kernel, else
 * what the entity is called whose id it holds. A name that means the same everywhere (`number`) may mean something
 * narrower in one feature (an order number); those that build on it do not inherit that.
 */
export function fieldWords(place: FieldPlace, schema?: z.core.$ZodType): FieldWords | undefined {
  const marks = schema ? marksOf(schema) : {};
  if (marks.title) return marks.title;
  const everywhere = saidIn(FIELD_WORDS, place);
  for (const { words } of downFrom(place.feature)) {
    const narrow = everywhere && words !== place.feature?.words;
    const said = narrow ? words[`${place.owner}.${place.field}`] : saidIn(words, place);
    if (said) return said;
  }
  const element = schema && bare(schema) instanceof z.ZodArray ? (bare(schema) as z.ZodArray).element : undefined;
  const ref = marks.ref ?? (element && marksOf(element).ref);
  return everywhere ?? (ref ? titleOf(ref, place.feature) : undefined);
}

function titleOf(name: string, feature: Speaking | undefined): FieldWords | undefined {
  for (const { entities } of downFrom(feature)) {
    const entity = entities.find((one) => one.name === name);
    if (entity) return entity.title;
  }
  return undefined;
}

/** The feature that declares a field of some type; undefined: the desk itself. */
export type Home = (field: string) => Speaking | undefined;

/** Where the fields of a desk are declared. */
export class FieldHomes {
  readonly #rows = new Map<string, Speaking>();
  readonly #added = new Map<string, Speaking>();
  readonly #calls = new Map<string, Speaking>();

  constructor(features: readonly Speaking[]) {
    for (const feature of features) {
      for (const { name } of feature.entities) this.#rows.set(name, feature);
      for (const { name, adds } of feature.extensions)
        for (const field of Object.keys(adds.fields)) this.#added.set(`${name}.${field}`, feature);
      for (const name of Object.keys({ ...feature.actions, ...feature.views })) this.#calls.set(name, feature);
    }
  }

  /** The fields of an entity: its own, and those that features add. */
  row(entity: string): Home {
    return (field) => this.#added.get(`${entity}.${field}`) ?? this.#rows.get(entity);
  }

  /** The input and the answer of an action or a view. */
  call(name: string): Home {
    const feature = this.#calls.get(name);
    return () => feature;
  }
}

/** A schema without what makes it optional or null. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return wraps ? bare(schema.unwrap()) : schema;
}

/** The objects of a schema at any depth, each with the name by which its fields are told from others. */
function* objectsIn(
  schema: z.core.$ZodType,
  owner: string,
  seen = new Set<z.core.$ZodType>(),
): Generator<readonly [owner: string, shape: Readonly<Record<string, z.core.$ZodType>>]> {
  const inner = bare(schema);
  if (seen.has(inner)) return;
  seen.add(inner);
  if (inner instanceof z.ZodArray) yield* objectsIn(inner.element, owner, seen);
  if (inner instanceof z.ZodRecord) yield* objectsIn(inner.valueType, owner, seen);
  if (inner instanceof z.ZodUnion) for (const option of inner.options) yield* objectsIn(option, owner, seen);
  if (!(inner instanceof z.ZodObject)) return;
  const name = marksOf(inner).typeName ?? owner;
  const shape = inner.shape as Readonly<Record<string, z.core.$ZodType>>;
  yield [name, shape];
  for (const [field, part] of Object.entries(shape))
    if (marksOf(part).audience !== 'never') yield* objectsIn(part, `${name}.${field}`, seen);
}

/** What people read of a feature: its rows, inputs and answers. */
export function* readIn(feature: Speaking): Generator<readonly [owner: string, schema: z.ZodType]> {
  for (const { name, schema, internal } of feature.entities) if (!internal) yield [name, schema];
  for (const { name, adds } of feature.extensions) yield [name, z.object(adds.fields)];
  for (const [name, { input, output }] of Object.entries({ ...feature.actions, ...feature.views })) {
    yield [name, input];
    if (output.schema) yield [output.name ?? name, output.schema];
  }
}

const known = new WeakMap<Speaking, readonly string[]>();

/** The fields of a feature that nobody could read, as `Entity.field`. A feature is looked through once. */
export function wordlessFields(feature: Speaking): readonly string[] {
  let missing = known.get(feature);
  if (!missing) known.set(feature, (missing = [...new Set(findWordless(feature))]));
  return missing;
}

function* findWordless(feature: Speaking): Generator<string> {
  for (const [owner, schema] of readIn(feature))
    for (const [name, shape] of objectsIn(schema, owner))
      for (const [field, part] of Object.entries(shape))
        if (marksOf(part).audience !== 'never' && !isWorded(fieldWords({ feature, owner: name, field }, part)))
          yield `${name}.${field}`;
}
