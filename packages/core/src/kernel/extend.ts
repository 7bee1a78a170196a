/**
 * @module Fields that one feature adds to the rows of another: in the same table, in the commits that write the row
 * anyway. The desk puts an entity together with what its features add; storage, API, lists and audit follow from that.
 */
import { z } from 'zod';
import { ConfigError } from './denial.ts';
import { defaultsOf, type BaseRow, type Entity, type InputOf, type ListDefinition, type Order } from './entity.ts';
import type { Layer } from './order.ts';
import type { Fields } from './shape.ts';
import type { DeskStore, Write } from './store.ts';

/**
 * An entity with the fields that a feature adds to it: reads give them, and `ctx.update` takes a row of the entity as
 * it is. What the features below declare stays as it is; nothing can be hidden or changed.
 */
export interface Extension<
  out R extends BaseRow = BaseRow,
  out B extends BaseRow = BaseRow,
  out I = unknown,
> extends Entity<R, I> {
  readonly extends: Entity<B>;
  readonly adds: {
    readonly fields: Readonly<Record<string, z.ZodType>>;
    readonly index: Entity['index'];
    readonly list: ListDefinition;
    readonly audited: readonly string[];
  };
}

/**
 * Declares fields on another feature's entity. Rows that are there already get them too, so each has a default or may
 * be absent. The feature lists it in `extensions` and requires the feature that declares the entity.
 * @throws ConfigError when a field is there already, or rows without it would not be valid
 */
export function extend<E extends Entity, S extends Readonly<Record<string, z.ZodType>>>(
  entity: E,
  {
    fields,
    index = [],
    filters = [],
    orders = [],
    audited = [],
  }: {
    readonly fields: S;
    /** As in `defineEntity`; may name the entity's own fields too. */
    readonly index?: Entity['index'];
    readonly filters?: readonly string[];
    readonly orders?: readonly Order[];
    readonly audited?: readonly string[];
  },
): ExtensionOf<E, S> {
  const problems = Object.entries(fields).flatMap(([field, schema]) => [
    ...(entity.schema.shape[field] ? [`${entity.name} has a field ${field} already`] : []),
    ...(schema.safeParse(undefined).success
      ? []
      : [`the field ${field}, added to ${entity.name}, needs a default: rows without it exist`]),
  ]);
  if (problems.length > 0) throw new ConfigError(problems);
  const adds = { fields, index, list: { filters, orders }, audited };
  return { ...joined(entity, [adds]), extends: entity, adds } as unknown as ExtensionOf<E, S>;
}

type ExtensionOf<E, S extends Readonly<Record<string, z.ZodType>>> =
  E extends Entity<infer R> ? Extension<R & Fields<S>['output'], R, InputOf<E> & Fields<S>['input']> : never;

/** An entity with what is added to it. */
function joined(entity: Entity, added: readonly Extension['adds'][]): Entity {
  if (added.length === 0) return entity;
  const own = entity.list ?? { filters: [], orders: [] };
  const filters = [...own.filters, ...added.flatMap(({ list }) => list.filters)];
  const orders = [...own.orders, ...added.flatMap(({ list }) => list.orders)];
  return {
    ...entity,
    schema: entity.schema.extend(Object.assign({}, ...added.map(({ fields }) => fields)) as z.ZodRawShape),
    index: [...entity.index, ...added.flatMap(({ index }) => index)],
    audited: [...entity.audited, ...added.flatMap(({ audited }) => audited)],
    ...(entity.list || filters.length > 0 || orders.length > 0 ? { list: { filters, orders } } : {}),
  };
}

type Extending = Layer & { readonly entities: readonly Entity[]; readonly extensions: readonly Extension[] };

/** What is wrong with the extensions of a desk, apart from what {@link extend} refuses. */
export function extensionProblems(features: readonly Extending[]): string[] {
  const problems: string[] = [];
  const declared = new Map(
    features.flatMap((feature) => feature.entities.map((entity) => [entity.name, feature.name])),
  );
  const addedBy = new Map<string, string>();
  for (const { name: feature, extensions } of features)
    for (const { name, adds } of extensions) {
      if (!declared.has(name)) problems.push(`${feature} extends ${name}, which no feature declares`);
      for (const field of Object.keys(adds.fields)) {
        const other = addedBy.get(`${name} ${field}`);
        if (other) problems.push(`${name}.${field} is added by ${other} and by ${feature}`);
        addedBy.set(`${name} ${field}`, feature);
      }
    }
  return problems;
}

/** The entities of some features, each with what the others add to it. */
export function composed(features: readonly Extending[]): Entity[] {
  const added = Map.groupBy(
    features.flatMap(({ extensions }) => extensions),
    ({ name }) => name,
  );
  return features.flatMap(({ entities }) =>
    entities.map((entity) =>
      joined(
        entity,
        (added.get(entity.name) ?? []).map(({ adds }) => adds),
      ),
    ),
  );
}

/** The entities as a desk knows them; whoever names one by itself or by an extension means the whole. */
export class Entities {
  readonly all: readonly Entity[];
  readonly byName: ReadonlyMap<string, Entity>;

  constructor(all: readonly Entity[]) {
    this.all = all;
    this.byName = new Map(all.map((entity) => [entity.name, entity]));
  }

  whole<E extends Entity>(entity: E): E {
    return (this.byName.get(entity.name) as E | undefined) ?? entity;
  }

  /** Values for a new row: what is not given begins with its default. */
  begun<V extends object>(entity: Entity, values: V): V {
    const given = values as Readonly<Record<string, unknown>>;
    const missing = defaultsOf(this.whole(entity)).filter(([field]) => given[field] === undefined);
    if (missing.length === 0) return values;
    return { ...values, ...Object.fromEntries(missing.map(([field, begin]) => [field, begin()])) };
  }

  /** The store, told of each entity as a whole. */
  store(store: DeskStore): DeskStore {
    return {
      find: (query) => store.find({ ...query, entity: this.whole(query.entity) }),
      count: (query) => store.count({ ...query, entity: this.whole(query.entity) }),
      ...(store.answer
        ? {
            answer: (questions) =>
              (store as Required<DeskStore>).answer(
                questions.map((question) => ({ ...question, entity: this.whole(question.entity) })),
              ),
          }
        : {}),
      ...(store.checks ? { checks: true as const } : {}),
      commit: (writes) => store.commit(writes.map((write): Write => ({ ...write, entity: this.whole(write.entity) }))),
    };
  }
}

/** Whether two definitions are of one entity: a desk hands out the whole where a feature named a part. */
export const isSame = (a: Entity, b: Entity): boolean => a.name === b.name;
