import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** The years that can be written with four digits: a database knows no year 0, and no other spelling of later ones. */
const [FIRST, LAST] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Whether a text is an instant as every answer writes it. */
export const isInstant = (text: string): boolean => timeOf(text) !== undefined && new Date(text).toISOString() === text;

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  return time >= FIRST && time <= LAST ? time : undefined;
}

function instant(value: unknown): string {
  const time = timeOf(value);
  if (time === undefined) throw new GraphQLError('A DateTime is written like 2025-03-10T01:02:03.456Z.');
  return new Date(time).toISOString();
}

function wholeNumber(value: unknown): number {
  if (!Number.isSafeInteger(value))
    throw new GraphQLError('A SafeInt is a whole number between -(2^53 - 1) and 2^53 - 1.');
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
