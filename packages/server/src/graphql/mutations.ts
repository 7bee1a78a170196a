/**
 * @module A mutation per action that people may perform; its result is the answer or `Denied`.
 */
import { ConfigError, type AnyAction } from '@shopdesk/core';
import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLString,
  GraphQLUnionType,
  responsePathAsArray,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLObjectType,
} from 'graphql';
import type { Audience } from './audiences.ts';
import { answered, Denied } from './failure.ts';
import { DENIED } from './denied-type.ts';
import { shapeOf, withoutNulls } from './field-schema.ts';
import type { InputTypes } from './input-types.ts';
import { pascal } from './names.ts';
import { nullable, type OutputTypes } from './output-types.ts';
import type { TypeNames } from './type-names.ts';
import type { GraphQLContext } from './viewer.ts';

export interface ActionTypes {
  readonly audience: Audience;
  readonly names: TypeNames;
  readonly outputs: OutputTypes;
  readonly inputs: InputTypes;
  /** The type Denied of the desk. */
  readonly denied: GraphQLObjectType;
}

/** Arguments that say how to perform an action. */
export interface CallArguments {
  readonly idempotencyKey?: string | null;
  readonly expectedVersion?: number | null;
}

const idempotencyKey = {
  type: GraphQLString,
  description:
    'The same key twice acts once and gives the first answer; with another input it is CONFLICT. At most 200 characters, kept for 24 hours.',
};
const expectedVersion = {
  type: GraphQLInt,
  description: 'CONFLICT when the row the action is on has another version by now.',
};

export const CALL_ARGUMENTS: GraphQLFieldConfigArgumentMap = { idempotencyKey, expectedVersion };

export const callOptions = ({ idempotencyKey, expectedVersion }: CallArguments) => ({
  ...(idempotencyKey ? { idempotencyKey } : {}),
  ...(expectedVersion === null || expectedVersion === undefined ? {} : { expectedVersion }),
});

/** Whether a repeated call under the same key gives the first answer. */
export const takesKey = ({ allow, keyless }: Pick<AnyAction, 'allow' | 'keyless'>): boolean =>
  !allow.anonymous && !keyless;

/** Who of an audience may ask, for the schema's reader. */
export function whoMay(audience: Audience, { allow }: Pick<AnyAction, 'allow'>): string {
  if (allow.anonymous) return 'anybody';
  if (audience === 'shopper') return 'shoppers';
  return allow.staff === true ? 'staff' : `staff with \`${allow.staff}\``;
}

/**
 * A union of an answer and `Denied`. The type is asked for once per answer, whatever is selected of it: here a denial
 * is noted.
 */
export const resultOf = (name: string, answer: GraphQLObjectType, denied: GraphQLObjectType): GraphQLUnionType =>
  new GraphQLUnionType({
    name: `${pascal(name)}Result`,
    types: [answer, denied],
    resolveType: (value, { viewer }: GraphQLContext, { path }) => {
      if (!(value instanceof Denied)) return answer.name;
      viewer.denials.push({ path: responsePathAsArray(path), ...value });
      return DENIED;
    },
  });

function answerType(name: string, { output }: AnyAction, outputs: OutputTypes): GraphQLObjectType {
  const { shape, entity, schema } = output;
  if (shape === 'list' || shape === 'page')
    throw new ConfigError([`the action ${name} answers a list; let it answer a value that holds the list`]);
  if (entity) return outputs.entity(entity.name);
  return nullable(
    outputs.value(output.name ?? pascal(name), schema as NonNullable<typeof schema>, name),
  ) as GraphQLObjectType;
}

export function mutationField(
  name: string,
  action: AnyAction,
  { audience, names, outputs, inputs, denied }: ActionTypes,
): GraphQLFieldConfig<unknown, GraphQLContext> {
  const { input: schema, output, title } = action;
  const answer = answerType(name, action, outputs);
  const result = names.type(`${pascal(name)}Result`, {
    owner: names.part('result', name),
    meaning: action,
    make: () => resultOf(name, answer, denied),
  });
  const hasInput = Object.keys(shapeOf(schema)).length > 0;
  const input: GraphQLFieldConfigArgumentMap = hasInput
    ? { input: { type: new GraphQLNonNull(inputs.object(name, schema)) } }
    : {};
  return {
    type: output.shape === 'maybe' ? result : new GraphQLNonNull(result),
    description: `${title.en} · ${title.zh}. For ${whoMay(audience, action)}.`,
    args: {
      ...input,
      ...(takesKey(action) ? { idempotencyKey } : {}),
      ...(action.on ? { expectedVersion } : {}),
    },
    resolve: (_root, args: CallArguments & { readonly input?: unknown }, { viewer }) => {
      const given = withoutNulls(schema, args.input ?? {});
      return answered(viewer, () => viewer.perform(name, given, callOptions(args)), { schema, input: given });
    },
  };
}
