import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

function instant(value: unknown): string {
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new GraphQLError('A DateTime is written like 2025-03-10T01:02:03.456Z.');
  return new Date(time).toISOString();
}

function wholeNumber(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new GraphQLError('A SafeInt is a whole number between -(2^53 - 1) and 2^53 - 1.');
  return value as number;
}

export const DateTime = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant: ISO 8601 in UTC with milliseconds, 2025-03-10T01:02:03.456Z.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});

export const SafeInt = new GraphQLScalarType({
  name: 'SafeInt',
  description: 'A whole number that may need more than 32 bits.',
  serialize: wholeNumber,
  parseValue: wholeNumber,
  parseLiteral: (node) => wholeNumber(node.kind === Kind.INT ? Number(node.value) : undefined),
});

export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
