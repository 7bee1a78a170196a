/**
 * @module Everything of a desk that has words for people, by the key under which the file of a language says it.
 */
import { z } from 'zod';
import type { AnyAction, AnyView } from './action.ts';
import { enumsIn } from './codes.ts';
import { OWN_REASONS } from './denial.ts';
import { marksOf, type Entity, type Words } from './entity.ts';
import { FIELD_WORDS } from './field-words.ts';
import { ownTexts } from './own-texts.ts';
import type { Texts } from './said.ts';
import type { Addition, Vocabulary, Worded } from './vocabulary.ts';
import { bare, readIn, type Speaking } from './words.ts';

/** A feature, as far as it has words. */
export interface Speaker extends Speaking {
  readonly texts: Texts;
  readonly vocabularies: readonly Vocabulary[];
  readonly members: readonly Addition[];
  readonly permissions: Readonly<Record<string, Words>>;
  readonly effects: readonly { readonly name: string; readonly title: Words }[];
  readonly actions: Readonly<Record<string, AnyAction>>;
  readonly views: Readonly<Record<string, AnyView>>;
}

export interface Speakers {
  readonly features: readonly Speaker[];
  /** Of the program around the desk. */
  readonly texts: Texts;
  /** The entities of the kernel, which no feature declares. */
  readonly kernelEntities: readonly Entity[];
}

type Entry = readonly [key: string, words: Words];

/** Each object of words under one key: where several places share one, under that of the first. */
export function wordsByKey({ features, texts, kernelEntities }: Speakers): ReadonlyMap<string, Words> {
  const byKey = new Map<string, Words>();
  const seen = new Set<Words>();
  const kernel = { name: 'desk', requires: [], words: {}, extensions: [], actions: {}, views: {} };
  for (const [key, words] of [
    ...textsOf(ownTexts),
    ...textsOf(texts),
    ...setWords('DenialCode', OWN_REASONS),
    ...listed('field', FIELD_WORDS),
    ...entityWords({ ...kernel, entities: kernelEntities }),
    ...features.flatMap((feature) => [...wordsOf(feature)]),
  ]) {
    if (seen.has(words) || byKey.has(key)) continue;
    seen.add(words);
    byKey.set(key, words);
  }
  return byKey;
}

function* wordsOf(feature: Speaker): Generator<Entry> {
  const { name, texts, words, permissions, actions, views, effects, vocabularies, members } = feature;
  yield* textsOf(texts);
  yield* listed(`field.${name}`, words);
  yield* listed('permission', permissions);
  for (const [called, { title }] of Object.entries({ ...actions, ...views }))
    if (title) yield [`action.${called}`, title];
  for (const { name: called, title } of effects) yield [`effect.${called}`, title];
  for (const { name: set, members: own } of vocabularies) yield* setWords(set, own as Worded);
  for (const { to, members: added } of members) yield* setWords(to.name, added);
  yield* entityWords(feature);
}

function* entityWords(feature: Speaking): Generator<Entry> {
  for (const { name, title, work } of feature.entities) {
    yield [`entity.${name}`, title];
    if (work?.called) yield [`work.${name}`, work.called];
    yield* listed(`group.${name}`, work?.groups ?? {});
    yield* listed(`clock.${name}`, work?.clocks ?? {});
  }
  for (const [owner, schema] of readIn(feature)) {
    yield* titles(schema, owner);
    for (const [, set] of enumsIn(schema, owner)) {
      const { codes } = marksOf(set);
      if (codes) yield* setWords(codes.name, codes.words);
    }
  }
}

const textsOf = (texts: Texts): Entry[] => Object.values(texts).map(({ text }) => [text.key ?? '', text]);

const listed = (kind: string, words: Readonly<Record<string, Words>>): Entry[] =>
  Object.entries(words).map(([name, said]) => [`${kind}.${name}`, said]);

const setWords = (set: string, words: Worded): Entry[] => listed(set, words);

/** Words that a field has of its own. */
function* titles(schema: z.core.$ZodType, owner: string, seen = new Set<z.core.$ZodType>()): Generator<Entry> {
  const inner = bare(schema);
  if (seen.has(inner)) return;
  seen.add(inner);
  if (inner instanceof z.ZodArray) yield* titles(inner.element, owner, seen);
  if (inner instanceof z.ZodUnion) for (const option of inner.options) yield* titles(option, owner, seen);
  if (!(inner instanceof z.ZodObject)) return;
  const name = marksOf(inner).typeName ?? owner;
  for (const [field, part] of Object.entries(inner.shape as Readonly<Record<string, z.core.$ZodType>>)) {
    const { title } = marksOf(part);
    if (title) yield [`field.${name}.${field}`, title];
    yield* titles(part, `${name}.${field}`, seen);
  }
}
