/**
 * @module The filter of a list: by field type, which comparisons there are, and how they become the kernel's filters.
 */
import { DeniedError, deny, inputProblems, type Condition, type Entity, type Filter } from '@shopdesk/core';
import {
  getNamedType,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
  isEnumType,
  isListType,
  type GraphQLInputFieldConfig,
  type GraphQLNamedInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { DateTime, SafeInt } from './scalars.ts';
import { nullable } from './output-types.ts';
import type { TypeNames } from './type-names.ts';

type Operator = 'eq' | 'ne' | 'in' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'has';
/** `{ state: { in: ['QUEUED'] }, or: [...] }` as it comes from GraphQL. */
export type FilterInput = { readonly [field: string]: object | null | undefined } & {
  readonly or?: readonly FilterInput[] | null;
};

const MEANING: Readonly<Record<Operator, string>> = {
  eq: 'Equal to this.',
  ne: 'Not equal to this; null means that it is set.',
  in: 'One of these.',
  lt: 'Less than this, or earlier.',
  lte: 'This at most, or no later.',
  gt: 'More than this, or later.',
  gte: 'This at least, or no earlier.',
  contains: 'This text stands somewhere in it, in capitals or not.',
  has: 'The list holds this.',
};
const EQUAL = ['eq', 'ne', 'in'] as const;
const ORDERED = ['lt', 'lte', 'gt', 'gte'] as const;

const OPERATORS = new Map<unknown, readonly Operator[]>([
  [GraphQLBoolean, ['eq', 'ne']],
  [GraphQLID, EQUAL],
  [GraphQLString, [...EQUAL, 'contains']],
  [GraphQLInt, [...EQUAL, ...ORDERED]],
  [GraphQLFloat, [...EQUAL, ...ORDERED]],
  [SafeInt, [...EQUAL, ...ORDERED]],
  [DateTime, ['eq', 'ne', ...ORDERED]],
]);

/** Filter types are shared: one for each type that a field can have. */
export class FilterTypes {
  readonly #names: TypeNames;

  constructor(names: TypeNames) {
    this.#names = names;
  }

  /** The filter of an entity's list, over the type that its rows are shown as. */
  of(entity: Entity, row: GraphQLObjectType): GraphQLInputObjectType {
    const name = `${entity.name}Filter`;
    return this.#names.type(name, {
      owner: `the filter of ${this.#names.entity(entity.name)}`,
      meaning: entity,
      make: () => this.#ofRow(name, entity, row),
    });
  }

  #ofRow(name: string, { list }: Entity, row: GraphQLObjectType): GraphQLInputObjectType {
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({
      name,
      description: 'All of these hold; of `or`, at least one. Null asks for what is not set.',
      fields: () => ({
        ...this.#fields(list?.filters ?? [], row),
        or: { type: new GraphQLList(new GraphQLNonNull(type)), description: 'At least one of these holds.' },
      }),
    });
    return type;
  }

  #fields(names: readonly string[], row: GraphQLObjectType): Record<string, GraphQLInputFieldConfig> {
    const fields = row.getFields();
    return Object.fromEntries(
      names.flatMap((name) => {
        const field = fields[name];
        return field ? [[name, { type: this.#ofField(field.type), description: field.description ?? null }]] : [];
      }),
    );
  }

  #ofField(type: GraphQLOutputType): GraphQLInputObjectType {
    const named = getNamedType(type) as GraphQLNamedInputType;
    if (isListType(nullable(type))) return this.#make(`${named.name}ListFilter`, named, ['has']);
    return this.#make(`${named.name}Filter`, named, OPERATORS.get(named) ?? (isEnumType(named) ? EQUAL : []));
  }

  #make(name: string, operand: GraphQLNamedInputType, operators: readonly Operator[]): GraphQLInputObjectType {
    const list = new GraphQLList(new GraphQLNonNull(operand));
    const fields = Object.fromEntries(
      operators.map((operator) => [
        operator,
        { type: operator === 'in' ? list : operand, description: MEANING[operator] },
      ]),
    );
    return this.#names.type(name, {
      owner: `the filter of fields that hold ${operand.name}`,
      meaning: operand,
      make: () => new GraphQLInputObjectType({ name, fields }),
    });
  }
}

/** Comparisons in one filter, however nested; more is no question that a person asks. */
const MOST_COMPARISONS = 50;

/** The kernel's filters for what a caller asked, each of which must hold. @throws DeniedError when it asks too much. */
export function filtersOf(input: FilterInput | null | undefined): Filter[] {
  const fields = inputProblems({ filter: input });
  if (fields.length > 0) throw new DeniedError(deny('VALIDATION_FAILED', { fields }));
  const comparisons = countComparisons(input ?? {});
  if (comparisons <= MOST_COMPARISONS) return translate(input ?? {});
  throw new DeniedError(deny('LIMIT_EXCEEDED', { details: { field: 'filter', limit: MOST_COMPARISONS, comparisons } }));
}

const countComparisons = (input: unknown): number =>
  Array.isArray(input) || (input !== null && typeof input === 'object')
    ? Object.values(input).reduce<number>((sum, inner) => sum + countComparisons(inner), 0)
    : 1;

function translate(input: FilterInput): Filter[] {
  const { or, ...fields } = input;
  const conditions = Object.entries(fields).flatMap(([field, comparisons]) =>
    Object.entries(comparisons ?? {}).map(([operator, operand]): Filter => ({
      [field]: conditionOf(operator as Operator, operand),
    })),
  );
  return or ? [...conditions, { or: or.map((alternative) => together(translate(alternative))) }] : conditions;
}

/** Several filters as one, because an alternative is a single filter: each holds the next as its only alternative. */
const together = (filters: readonly Filter[]): Filter =>
  filters.length === 0 ? {} : filters.reduceRight((rest, filter) => ({ ...filter, or: [rest] }) as Filter);

/** An operand of null means "not set" for eq and ne, and no condition otherwise. */
function conditionOf(operator: Operator, operand: unknown): Condition | undefined {
  if (operator === 'eq') return operand as Condition;
  if (operand === null && operator !== 'ne') return undefined;
  return { [operator]: operand } as Condition;
}
