/**
 * @module A mutation per action that people may perform. Each answers a payload of its own: what the action has done
 * and, where it was refused, why (decision 0062).
 */
import { ConfigError, type AnyAction } from '@shopdesk/core';
import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  responsePathAsArray,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Audience } from './audiences.ts';
import { answered, Denied } from './failure.ts';
import { shapeOf, withoutNulls } from './field-schema.ts';
import type { InputTypes } from './input-types.ts';
import { camel, pascal } from './names.ts';
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

/** The field of a payload that says what was done. */
export interface PayloadField {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly description: string;
}

/** The object that a mutation answers: what was done, or why it was refused. Further fields break no client. */
export const payloadOf = (action: string, done: PayloadField, denied: GraphQLObjectType): GraphQLObjectType =>
  new GraphQLObjectType({
    name: `${pascal(action)}Payload`,
    fields: {
      [done.name]: { type: done.type, description: `${done.description} Null when \`denied\` says why not.` },
      denied: { type: denied, description: 'Why it was refused; nothing has changed. Null when it was done.' },
    },
  });

/** Does what a mutation asks. A denial stands in the payload and, whatever is selected of it, beside the data. */
export async function payload(
  field: string,
  work: () => Promise<unknown>,
  { viewer }: GraphQLContext,
  { path }: Pick<GraphQLResolveInfo, 'path'>,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await answered(viewer, work);
  if (!(answer instanceof Denied)) return { [field]: answer };
  viewer.denials.push({ path: responsePathAsArray(path), ...answer });
  return { denied: answer };
}

/** The row, the rows or the value that an action answers, under the name of its kind. */
function doneField(name: string, { output }: AnyAction, outputs: OutputTypes): PayloadField {
  const { shape, entity, schema } = output;
  if (shape === 'page' || shape === 'maybe')
    throw new ConfigError([
      `the action ${name} answers ${shape === 'page' ? 'a page' : 'a row or nothing'}; let it answer a row, a list of what it has done, or a value`,
    ]);
  if (!entity) {
    const called = output.name ?? pascal(name);
    const type = nullable(outputs.value(called, schema as NonNullable<typeof schema>, name));
    return { name: camel(called), type, description: 'What was done.' };
  }
  const row = outputs.entity(entity.name);
  const { en, zh } = entity.title;
  if (shape === 'one') return { name: camel(entity.name), type: row, description: `${en} · ${zh}, as it is now.` };
  const type = new GraphQLList(new GraphQLNonNull(row));
  return { name: camel(entity.plural), type, description: `${en} · ${zh}: those that this call has changed.` };
}

export function mutationField(
  name: string,
  action: AnyAction,
  { audience, names, outputs, inputs, denied }: ActionTypes,
): GraphQLFieldConfig<unknown, GraphQLContext> {
  const { input: schema, title } = action;
  const done = doneField(name, action, outputs);
  const answer = names.type(`${pascal(name)}Payload`, {
    owner: names.part('payload', name),
    meaning: action,
    make: () => payloadOf(name, done, denied),
  });
  const hasInput = Object.keys(shapeOf(schema)).length > 0;
  const input: GraphQLFieldConfigArgumentMap = hasInput
    ? { input: { type: new GraphQLNonNull(inputs.object(name, schema)) } }
    : {};
  return {
    type: new GraphQLNonNull(answer),
    description: `${title.en} · ${title.zh}. For ${whoMay(audience, action)}.`,
    args: {
      ...input,
      ...(takesKey(action) ? { idempotencyKey } : {}),
      ...(action.on ? { expectedVersion } : {}),
    },
    resolve: (_root, args: CallArguments & { readonly input?: unknown }, context, info) => {
      const given = withoutNulls(schema, args.input ?? {});
      return payload(done.name, () => context.viewer.perform(name, given, callOptions(args)), context, info);
    },
  };
}
