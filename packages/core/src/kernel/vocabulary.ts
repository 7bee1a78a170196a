/**
 * @module A vocabulary is a set of codes that the feature which owns it does not know alone: kinds of steps, roles,
 * reasons. Features above add members. The desk puts the set together; inputs, GraphQL, descriptions and words follow
 * from that.
 */
import { z } from 'zod';
import type { AnyAction, AnyView, Output } from './action.ts';
import { isWorded, mark, marksOf, remarked, type CodesMark, type CodeWords, type Entity } from './entity.ts';
import { requiredBy, type Layer } from './order.ts';

/** A member that another feature may have added: any text for the compiler, checked by the desk where it comes in. */
export type Added = string & Record<never, never>;

/** Codes, each with its words. */
export type Worded = Readonly<Record<string, CodeWords>>;

declare const codeType: unique symbol;

/** A declared vocabulary; `Code` is what the compiler knows of its members. */
export interface Vocabulary<out Code extends string = string, out M = unknown> {
  readonly [codeType]?: Code;
  readonly name: string;
  /** The members that its own feature declares. */
  readonly members: M;
}

/** What one feature adds to the vocabulary of another. */
export interface Addition {
  readonly to: Vocabulary;
  readonly members: Worded;
}

/** An addition that knows its codes by themselves, so that their feature cannot misspell them. */
export interface AddedCodes<Code extends string> extends Addition {
  readonly codes: { readonly [C in Code]: C };
}

/** The members of a vocabulary on a desk with their words, in the order of the layers. */
export type MembersOf<Code extends string = string> = ReadonlyMap<Code, CodeWords>;

/** Any code of a vocabulary. */
export type CodeOf<V> = V extends Vocabulary<infer Code> ? Code : never;

/**
 * Declares a vocabulary; the feature lists it in `vocabularies`. Its name is that of the enum in GraphQL:
 * `MacroStepKind`.
 */
export const vocabulary = <const M extends Worded>(
  name: string,
  members: M,
): Vocabulary<(keyof M & string) | Added, M> => ({ name, members });

/** Adds members to the vocabulary of a feature that this one requires; the feature lists it in `members`. */
export const addTo = <const M extends Worded>(to: Vocabulary, members: M): AddedCodes<keyof M & string> => ({
  to,
  members,
  codes: Object.fromEntries(Object.keys(members).map((code) => [code, code])) as { [C in keyof M & string]: C },
});

/**
 * A field that holds a member. On a desk it takes those of all features; a desk without a feature refuses its members.
 */
export function memberOf<Code extends string>(of: Vocabulary<Code>): z.ZodType<Code, Code> {
  const words = of.members as Worded;
  const codes: CodesMark = { name: of.name, words, open: true };
  return mark(z.enum(Object.keys(words)), { codes, typeName: of.name }) as unknown as z.ZodType<Code, Code>;
}

type Speaking = Layer & {
  readonly vocabularies: readonly Vocabulary[];
  readonly members: readonly Addition[];
  readonly entities: readonly Entity[];
  readonly actions: Readonly<Record<string, AnyAction>>;
  readonly views: Readonly<Record<string, AnyView>>;
};

/** What a code may look like: GraphQL names it. */
const CODE = /^(?!true$|false$|null$|__)[A-Za-z_]\w*$/;

/** What is wrong with the vocabularies of a desk. `own` are those of the kernel, to which everybody may add. */
export function vocabularyProblems(features: readonly Speaking[], own: readonly Vocabulary[] = []): string[] {
  const problems: string[] = [];
  const owners = new Map(own.map(({ name }) => [name, 'the desk itself']));
  const takenBy = new Map<string, string>();
  const take = (feature: string, { name }: Vocabulary, members: Worded) => {
    for (const [code, words] of Object.entries(members)) {
      const other = takenBy.get(`${name} ${code}`);
      if (other) problems.push(`${code} of ${name} is declared by ${other} and by ${feature}`);
      takenBy.set(`${name} ${code}`, feature);
      if (!CODE.test(code)) problems.push(`${feature} adds ${code} to ${name}: a code has letters, digits and _`);
      if (!isWorded(words)) problems.push(`${feature} adds ${code} to ${name} without words in both languages`);
    }
  };
  for (const each of own) take('the desk itself', each, each.members as Worded);
  for (const { name: feature, vocabularies } of features)
    for (const each of vocabularies) {
      const other = owners.get(each.name);
      if (other) problems.push(`the vocabulary ${each.name} is declared by ${other} and by ${feature}`);
      owners.set(each.name, feature);
      take(feature, each, each.members as Worded);
    }
  for (const feature of features)
    for (const name of namesOfFeature(feature))
      if (!owners.has(name)) problems.push(`${feature.name} has fields of ${name}, which no feature declares`);
  for (const feature of features)
    for (const { to, members } of feature.members) {
      const owner = owners.get(to.name);
      if (!owner) problems.push(`${feature.name} adds to ${to.name}, which no feature declares`);
      else if (owner !== feature.name && !own.some(({ name }) => name === to.name) && !requiredBy(feature).has(owner))
        problems.push(`${feature.name} adds to ${to.name}, but does not require ${owner}, which declares it`);
      take(feature.name, to, members);
    }
  return problems;
}

interface WholeSet {
  readonly members: MembersOf;
  readonly mark: CodesMark;
  /** The same for the same members and words. */
  readonly key: string;
}

/** The vocabularies as a desk knows them. */
export class Vocabularies {
  readonly #sets: ReadonlyMap<string, WholeSet>;
  /** Those to which somebody has added; a schema without them stays as it is. */
  readonly #grown: ReadonlySet<string>;
  readonly #actions = new Map<AnyAction, AnyAction>();

  constructor(features: readonly Speaking[], own: readonly Vocabulary[] = []) {
    const declared = [...own, ...features.flatMap(({ vocabularies }) => vocabularies)];
    const added = features.flatMap(({ members }) => members);
    this.#sets = new Map(
      declared.map(({ name, members }) => {
        const of = added.filter(({ to }) => to.name === name).map((addition) => addition.members);
        return [name, wholeSet(name, [members as Worded, ...of])];
      }),
    );
    this.#grown = new Set(added.map(({ to }) => to.name));
  }

  /** The members of a vocabulary, those of all features. */
  members<Code extends string>({ name }: Vocabulary<Code>): MembersOf<Code> {
    return (this.#sets.get(name)?.members ?? new Map()) as MembersOf<Code>;
  }

  /** The schema, in which a member of whatever feature is valid. */
  whole<S extends z.ZodType>(schema: S): S {
    const named = [...namesIn(schema)].filter((name) => this.#grown.has(name)).toSorted();
    if (named.length === 0) return schema;
    const key = JSON.stringify(named.map((name) => this.#sets.get(name)?.key));
    let known = wholes.get(schema);
    if (!known) wholes.set(schema, (known = new Map()));
    let whole = known.get(key);
    if (!whole) known.set(key, (whole = this.#remade(schema)));
    return whole as S;
  }

  entity<E extends Entity>(entity: E): E {
    const schema = this.whole(entity.schema);
    return schema === entity.schema ? entity : { ...entity, schema };
  }

  /** The same action for the same definition, so that an objection to it finds it. */
  action(action: AnyAction): AnyAction {
    let whole = this.#actions.get(action);
    if (!whole) this.#actions.set(action, (whole = this.#call(action)));
    return whole;
  }

  view(view: AnyView): AnyView {
    return this.#call(view);
  }

  #call<D extends AnyAction | AnyView>(definition: D): D {
    const input = this.whole(definition.input);
    const output: Output<unknown> = definition.output;
    const schema = output.schema && this.whole(output.schema);
    if (input === definition.input && schema === output.schema) return definition;
    return { ...definition, input, output: schema ? { ...output, schema } : output };
  }

  #remade(schema: z.ZodType): z.ZodType {
    const { codes: marked } = marksOf(schema);
    const set = marked?.open && this.#sets.get(marked.name);
    const def = withParts(schema, (part) => this.whole(part));
    const grown = schema instanceof z.ZodEnum && set ? { ...def, entries: entriesOf(set) } : def;
    return remarked(schema, schema.clone(grown as never), set ? { codes: set.mark } : {});
  }
}

const entriesOf = ({ members }: WholeSet) => Object.fromEntries([...members.keys()].map((code) => [code, code]));

function wholeSet(name: string, parts: readonly Worded[]): WholeSet {
  const words: Worded = Object.assign({}, ...parts);
  const members = new Map(Object.entries(words));
  return { members, mark: { name, words, open: true }, key: JSON.stringify([name, [...members]]) };
}

/** Schemas with the members of some set, by the schema and the key of the sets: nothing but a saved computation. */
const wholes = new WeakMap<z.ZodType, Map<string, z.ZodType>>();
const names = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** The vocabularies of which a schema takes members, at any depth but behind `z.lazy`. */
function namesIn(schema: z.ZodType): ReadonlySet<string> {
  const known = names.get(schema);
  if (known) return known;
  const found = new Set<string>();
  const own = schema instanceof z.ZodEnum && marksOf(schema).codes;
  if (own && own.open) found.add(own.name);
  withParts(schema, (part) => {
    for (const name of namesIn(part)) found.add(name);
    return part;
  });
  names.set(schema, found);
  return found;
}

/** The vocabularies of which a feature's rows, inputs and answers take members. */
const namesOfFeature = ({ entities, actions, views }: Speaking): ReadonlySet<string> => {
  const calls = [...Object.values(actions), ...Object.values(views)];
  const answers = calls.flatMap(({ output }: { readonly output: Output<unknown> }) => output.schema ?? []);
  const schemas = [...entities.map(({ schema }) => schema), ...calls.map(({ input }) => input), ...answers];
  return new Set(schemas.flatMap((schema) => [...namesIn(schema)]));
};

/** Where a schema's definition holds other schemas: one, a list of them, or one by each name. */
const PARTS = [
  'shape',
  'element',
  'innerType',
  'keyType',
  'valueType',
  'items',
  'rest',
  'options',
  'left',
  'right',
  'in',
  'out',
];

/** The definition of a schema with its parts changed. */
function withParts(schema: z.ZodType, change: (part: z.ZodType) => z.ZodType): object {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>>;
  const changed = (part: unknown): unknown => {
    if (part instanceof z.ZodType) return change(part);
    if (Array.isArray(part)) return part.map(changed);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, changed(inner)]));
  };
  return {
    ...def,
    ...Object.fromEntries(PARTS.filter((part) => part in def).map((part) => [part, changed(def[part])])),
  };
}
