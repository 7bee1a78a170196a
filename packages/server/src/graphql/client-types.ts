/**
 * @module TypeScript for what a schema answers and takes, by which the compiler types the documents of clients
 * (`graphql()` in `@shopdesk/core/client`). It holds types only, so a browser loads none of it.
 */
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  isScalarType,
  isUnionType,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

/** What a scalar is in an answer and in variables; any other is unknown. */
const SCALARS: Readonly<Record<string, string>> = {
  ID: 'string',
  String: 'string',
  DateTime: 'string',
  Int: 'number',
  Float: 'number',
  SafeInt: 'number',
  Boolean: 'boolean',
};

/**
 * A module that exports the schema as one interface called `name`: the operations' root types, every type that can be
 * answered, and every type that a variable can have.
 */
export function clientTypes(schema: GraphQLSchema, name: string): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  const rootNames = new Set(roots.map(([, type]) => type?.name));
  const answered = types.filter(
    (type) => (isObjectType(type) || isUnionType(type) || isInterfaceType(type)) && !rootNames.has(type.name),
  );
  const taken = types.filter((type) => isInputObjectType(type) || isEnumType(type) || isScalarType(type));
  const members = (list: readonly GraphQLNamedType[], of: (type: GraphQLNamedType) => string) =>
    list.map((type) => `    readonly ${type.name}: ${of(type)};\n`).join('');
  return [
    '/** @module Generated from the GraphQL schema beside which it stands; never edited by hand. */\n\n',
    `export interface ${name} {\n`,
    ...roots.map(([operation, type]) => `  readonly ${operation}: ${type?.name ?? 'never'};\n`),
    '  /** What can be answered, by its name. */\n',
    `  readonly answers: {\n${members(answered, ({ name: own }) => own)}  };\n`,
    '  /** What a variable can be, by its name. */\n',
    `  readonly inputs: {\n${members(taken, (type) => presentType(type))}  };\n`,
    '}\n',
    ...types.map((type) => declarationOf(type, schema)),
  ].join('');
}

function declarationOf(type: GraphQLNamedType, schema: GraphQLSchema): string {
  if (isObjectType(type)) return objectOf(type);
  if (isInputObjectType(type)) return inputOf(type);
  if (isEnumType(type)) return unionOf(type.name, valuesOf(type));
  if (isUnionType(type) || isInterfaceType(type))
    return unionOf(
      type.name,
      schema.getPossibleTypes(type).map((possible) => possible.name),
    );
  return '';
}

function objectOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields());
  return `\nexport interface ${type.name} {\n  readonly __typename: '${type.name}';\n${fields
    .map((field) => `  readonly ${field.name}: ${typeOf(field.type)};\n`)
    .join('')}}\n`;
}

function inputOf(type: GraphQLInputObjectType): string {
  return `\nexport interface ${type.name} {\n${Object.values(type.getFields())
    .map((field) => `  readonly ${field.name}${isRequiredInputField(field) ? '' : '?'}: ${typeOf(field.type)};\n`)
    .join('')}}\n`;
}

const valuesOf = (type: GraphQLEnumType): string[] => type.getValues().map(({ name }) => `'${name}'`);

const LINE = 120;

function unionOf(name: string, members: readonly string[]): string {
  const line = `export type ${name} = ${members.join(' | ')};`;
  return `\n${line.length <= LINE ? line : `export type ${name} =${members.map((member) => `\n  | ${member}`).join('')};`}\n`;
}

function typeOf(type: GraphQLType): string {
  if (isNonNullType(type)) return presentType(type.ofType);
  const present = presentType(type);
  return present === 'unknown' ? present : `${present} | null`;
}

function presentType(type: GraphQLType): string {
  if (isListType(type)) {
    const item = typeOf(type.ofType);
    return `readonly ${item.includes(' ') ? `(${item})` : item}[]`;
  }
  if (isNonNullType(type)) return presentType(type.ofType);
  if (isObjectType(type) || isInputObjectType(type) || isEnumType(type) || isUnionType(type) || isInterfaceType(type))
    return type.name;
  return SCALARS[(type as GraphQLNamedType).name] ?? 'unknown';
}
