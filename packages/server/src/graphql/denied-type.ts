import { DENIAL_MESSAGES } from '@shopdesk/core';
import { GraphQLEnumType, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import { Json } from './scalars.ts';

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

export const DenialCodeType = new GraphQLEnumType({
  name: 'DenialCode',
  values: Object.fromEntries(
    Object.entries(DENIAL_MESSAGES).map(([code, { en, zh }]) => [code, { value: code, description: `${en} ${zh}` }]),
  ),
});

const FieldProblemType = new GraphQLObjectType({
  name: 'FieldProblem',
  fields: {
    path: { type: required(GraphQLString), description: 'Dotted, within the input.' },
    message: { type: required(GraphQLString) },
  },
});

/** Why not: a member of the result of every mutation. */
export const DeniedType = new GraphQLObjectType({
  name: 'Denied',
  description: 'Why an action was refused. Nothing has changed.',
  fields: {
    code: { type: required(DenialCodeType) },
    message: {
      type: required(GraphQLString),
      description: 'In the language of the header `x-desk-locale`, else of `Accept-Language`.',
    },
    fields: { type: new GraphQLList(required(FieldProblemType)) },
    details: { type: Json },
  },
});
