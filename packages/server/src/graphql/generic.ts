/** @module The generic calls: may I, do it, and what is there at all. */
import { DeniedError, deny } from '@shopdesk/core';
import {
  GraphQLNonNull,
  GraphQLString,
  type GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { isFor, type Audience } from './audiences.ts';
import { told } from './denial-text.ts';
import { codeNames } from './code-names.ts';
import { describeDesk } from './description.ts';
import { shown } from './failure.ts';
import { CALL_ARGUMENTS, callOptions, payload, payloadOf, type CallArguments } from './mutations.ts';
import { offerQueries } from './offer-queries.ts';
import { presented } from './present.ts';
import { Json } from './scalars.ts';
import type { GraphQLContext, Viewer } from './viewer.ts';

type Field = GraphQLFieldConfig<unknown, GraphQLContext>;

const required = <T extends ConstructorParameters<typeof GraphQLNonNull>[0]>(type: T) => new GraphQLNonNull(type);

const PERFORMED = {
  name: 'value',
  type: Json,
  description: 'The answer of the action, with your share of its fields.',
};

async function checkAction(viewer: Viewer, name: string, input: unknown) {
  const denial = await viewer.check(name, input);
  return denial ? told(denial, viewer) : null;
}

interface PerformArguments extends CallArguments {
  readonly name: string;
  readonly input: unknown;
}

async function performAction(viewer: Viewer, audience: Audience, { name, input, ...options }: PerformArguments) {
  const action = viewer.desk.actions.get(name);
  // What anybody may ask is a door: each audience has its own.
  if (!action || (action.allow.anonymous && !isFor(audience, action))) throw new DeniedError(deny('NOT_FOUND'));
  return presented(action.output, await viewer.perform(name, input, callOptions(options)), viewer);
}

export const genericQueries = (
  denied: GraphQLObjectType,
  audience: Audience,
): GraphQLFieldConfigMap<unknown, GraphQLContext> => ({
  ...offerQueries(denied),
  checkAction: {
    type: denied,
    description: 'Why an action is not possible, without performing it; null when it is.',
    args: { name: { type: required(GraphQLString) }, input: { type: required(Json) } },
    resolve: (_root, { name, input }: PerformArguments, { viewer }) =>
      shown(viewer, () => checkAction(viewer, name, input)),
  },
  codeNames: {
    type: required(Json),
    description:
      'What codes are called in your language, by their enum: `{ "CaseState": { "REQUESTED": "Requested" } }`. ' +
      'Under `DeskLanguage` stand the languages of the desk, each as it calls itself.',
    resolve: (_root, _args, { viewer }) => codeNames(viewer),
  },
  deskDescription: {
    type: required(Json),
    description: 'Entities and actions that you may use, with their fields as JSON schema.',
    resolve: (_root, _args, { viewer }) => describeDesk(viewer, audience),
  },
});

export const genericMutations = (
  denied: GraphQLObjectType,
  audience: Audience,
): GraphQLFieldConfigMap<unknown, GraphQLContext> => {
  const performed: Field = {
    type: required(payloadOf('performAction', PERFORMED, denied)),
    description: 'Performs any action by its name.',
    args: { name: { type: required(GraphQLString) }, input: { type: required(Json) }, ...CALL_ARGUMENTS },
    resolve: (_root, args: PerformArguments, context, info) =>
      payload(PERFORMED.name, () => performAction(context.viewer, audience, args), context, info),
  };
  return { performAction: performed };
};
