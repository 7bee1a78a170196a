import { DenialCodes, type Desk } from '@shopdesk/core';
import { GraphQLEnumType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { Json } from './scalars.ts';

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

/** The codes of a desk, those of its features included, in the order of the alphabet. */
const codeType = (desk: Pick<Desk, 'members'>) =>
  new GraphQLEnumType({
    name: 'DenialCode',
    values: Object.fromEntries(
      [...desk.members(DenialCodes)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, words]) => [code, { value: code, description: `${words?.en} ${words?.zh}` }]),
    ),
  });

/** What a program says a text with by itself. */
const KEYED = {
  key: {
    type: GraphQLString,
    description: 'Of the text, as files of languages have it; null where somebody else wrote the words.',
  },
  params: { type: Json, description: 'What stands in the places of the text, by their names.' },
};

const FieldProblemType = new GraphQLObjectType({
  name: 'FieldProblem',
  fields: {
    path: { type: required(GraphQLString), description: 'Dotted, within the input.' },
    message: { type: required(GraphQLString), description: 'What is wrong with it, in the reader’s language.' },
    ...KEYED,
  },
});

/** Why not: in the payload of every mutation. */
export const deniedType = (desk: Pick<Desk, 'members'>): GraphQLObjectType =>
  new GraphQLObjectType({
    name: 'Denied',
    description: 'Why an action was refused. Nothing has changed.',
    fields: {
      code: { type: required(codeType(desk)), description: 'Why; codes are stable, and more may come.' },
      message: {
        type: required(GraphQLString),
        description: 'In the language of the header `x-desk-locale`, else of `Accept-Language`.',
      },
      ...KEYED,
      fields: {
        type: new GraphQLList(required(FieldProblemType)),
        description: 'Of an input that is not valid, each field that is not.',
      },
      details: { type: Json, description: 'What a program can act on: the limit, the rules, the seconds to wait.' },
    },
  });
