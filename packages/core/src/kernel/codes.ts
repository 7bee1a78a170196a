/**
 * @module A code is declared with its words, so that people read `Waiting` where programs say `QUEUED`: in the public
 * schema, in the panel, in files. The desk refuses a code without words, and two sets of one name.
 */
import { z } from 'zod';
import type { AnyAction, AnyView } from './action.ts';
import { DenialCodes } from './denial-codes.ts';
import { isWorded, mark, marksOf, type CodeWords, type Entity, type Words } from './entity.ts';
import type { MembersOf, Vocabulary } from './vocabulary.ts';
import { bare, readIn, type Speaking } from './words.ts';

/** The schema of a field that takes one of some codes. */
export type Codes<Code extends string> = z.ZodEnum<{ readonly [C in Code]: C }>;

/** The codes of each set by the set's name, with their words. */
export type CodeSets = Readonly<Record<string, Readonly<Record<string, CodeWords>>>>;

/**
 * Declares a closed set of codes with what they are called. `name` is that of the enum in GraphQL, and stands for this
 * set alone; to a `vocabulary` other features may add.
 */
export function codes<const Code extends string>(name: string, words: Readonly<Record<Code, CodeWords>>): Codes<Code> {
  const entries = Object.fromEntries(Object.keys(words).map((code) => [code, code]));
  return mark(z.enum(entries), { codes: { name, words }, typeName: name }) as unknown as Codes<Code>;
}

/** Some codes of a set, with the words that they have there, under a name of their own. */
export const someOf = <Code extends string, const Some extends Code>(
  name: string,
  of: Codes<Code>,
  some: readonly Some[],
): Codes<Some> => {
  const words = codeWords(of);
  return codes(name, Object.fromEntries(some.map((code) => [code, words[code]])) as Record<Some, CodeWords>);
};

/** What the codes of a field are called. */
export const codeWords = <Code extends string>(schema: Codes<Code>): Readonly<Record<Code, CodeWords>> =>
  (marksOf(schema).codes?.words ?? {}) as Readonly<Record<Code, CodeWords>>;

/** What one code is called in each language; the code itself where its set does not have it, as in an old report. */
export function codeWord(set: Codes<string>, code: string): { readonly en: string; readonly zh: string } {
  const said = codeWords(set)[code];
  return { en: said?.en ?? code, zh: said?.zh ?? code };
}

type Enum = z.ZodEnum<Readonly<Record<string, string>>>;

/** The enums of a schema at any depth that leave the server, each with the field that has it. */
export function* enumsIn(
  schema: z.core.$ZodType,
  owner: string,
  seen = new Set<z.core.$ZodType>(),
): Generator<readonly [field: string, schema: Enum]> {
  const inner = bare(schema);
  if (inner instanceof z.ZodEnum) yield [owner, inner as Enum];
  if (seen.has(inner)) return;
  seen.add(inner);
  if (inner instanceof z.ZodArray) yield* enumsIn(inner.element, owner, seen);
  if (inner instanceof z.ZodRecord) {
    yield* enumsIn(inner.keyType, owner, seen);
    yield* enumsIn(inner.valueType, owner, seen);
  }
  if (inner instanceof z.ZodUnion) for (const option of inner.options) yield* enumsIn(option, owner, seen);
  if (!(inner instanceof z.ZodObject)) return;
  const name = marksOf(inner).typeName ?? owner;
  for (const [field, part] of Object.entries(inner.shape as Readonly<Record<string, z.core.$ZodType>>))
    if (marksOf(part).audience !== 'never') yield* enumsIn(part, `${name}.${field}`, seen);
}

const codesAt = (schema: Enum): readonly string[] => schema.options.map(String);

const known = new WeakMap<Speaking, readonly string[]>();

/** The codes of a feature that nobody could read, as `CODE of Entity.field`. A feature is looked through once. */
export function wordlessCodes(feature: Speaking): readonly string[] {
  let missing = known.get(feature);
  if (!missing) known.set(feature, (missing = [...new Set(findWordless(feature))]));
  return missing;
}

function* findWordless(feature: Speaking): Generator<string> {
  for (const [owner, root] of readIn(feature))
    for (const [field, schema] of enumsIn(root, owner)) {
      const { codes: set } = marksOf(schema);
      for (const code of codesAt(schema)) if (!isWorded(set?.words[code])) yield `${code} of ${field}`;
    }
}

/** Sets of codes that bear the same name, but are not the same. */
export function codeClashes(features: readonly Speaking[]): string[] {
  const taken = new Map<string, { readonly feature: string; readonly meaning: string }>();
  const problems = new Set<string>();
  for (const feature of features)
    for (const [owner, root] of readIn(feature))
      for (const [, schema] of enumsIn(root, owner)) {
        const { codes: set } = marksOf(schema);
        if (!set) continue;
        const meaning = JSON.stringify([
          set.open,
          codesAt(schema)
            .map((code) => [code, set.words[code]])
            .toSorted(),
        ]);
        const other = taken.get(set.name);
        if (!other) taken.set(set.name, { feature: feature.name, meaning });
        else if (other.meaning !== meaning)
          problems.add(
            `the type ${set.name} is wanted by ${other.feature} and by ${feature.name}, which differ in codes or words`,
          );
      }
  return [...problems];
}

interface Spoken {
  readonly features: readonly { readonly vocabularies: readonly Vocabulary[] }[];
  readonly entities: readonly Entity[];
  readonly actions: ReadonlyMap<string, AnyAction>;
  readonly views: ReadonlyMap<string, AnyView>;
  members(vocabulary: Vocabulary): MembersOf;
  readonly languages: { word(words: Words, language: string): string };
}

/** All sets of codes that people read on a desk, those of its vocabularies with the members of all features. */
export function codesOf(desk: Spoken): CodeSets {
  const sets: Record<string, Readonly<Record<string, CodeWords>>> = {};
  const calls: readonly (AnyAction | AnyView)[] = [...desk.actions.values(), ...desk.views.values()];
  const roots = [
    ...desk.entities.filter(({ internal }) => !internal).map(({ schema }) => schema),
    ...calls.flatMap(({ input, output }) => [input, output.schema ?? []].flat()),
  ];
  for (const root of roots)
    for (const [, schema] of enumsIn(root, '')) {
      const { codes: set } = marksOf(schema);
      if (set) sets[set.name] ??= set.words;
    }
  for (const vocabulary of [DenialCodes, ...desk.features.flatMap(({ vocabularies }) => vocabularies)])
    sets[vocabulary.name] ??= Object.fromEntries(desk.members(vocabulary));
  return sets;
}

/** What every code of a desk is called in one language, by the name of its set. */
export const codeNames = (desk: Spoken, language: string): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    Object.entries(codesOf(desk)).map(([set, words]) => [
      set,
      Object.fromEntries(Object.entries(words).map(([code, said]) => [code, desk.languages.word(said, language)])),
    ]),
  );
