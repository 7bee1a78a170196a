/**
 * @module The subscription fields: what one may follow, and what is told.
 */
import {
  ANONYMOUS,
  Conversation,
  deny,
  DeniedError,
  isSame,
  mayAsk,
  Store,
  type Desk,
  type Entity,
  ownTexts,
} from '@shopdesk/core';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
  type GraphQLFieldConfigMap,
} from 'graphql';
import type { Audience } from '../graphql/audiences.ts';
import type { Hub } from './hub.ts';
import { numberOf, type LiveEvent } from './live-event.ts';
import { LiveSource } from './live-source.ts';
import type { LiveContext, SchemaTypes } from './schema-types.ts';

type EventOf<K extends LiveEvent['kind']> = LiveEvent & { readonly kind: K };

export interface LiveSubscriptionsOptions {
  readonly desk: Desk;
  readonly audience: Audience;
  readonly hub: Hub;
  readonly types: SchemaTypes;
  /** Turns what a refused subscription throws into what its viewer may know. */
  readonly failure?: (error: unknown, context: LiveContext) => Error;
}

/** Marks a field whose source is a {@link LiveSource}. */
export const LIVE_FIELD = { shopdeskLive: true } as const;

/** The fields of the Subscription type; undefined on a desk without conversations, which has nothing to follow. */
export function liveSubscriptions(
  options: LiveSubscriptionsOptions,
): GraphQLFieldConfigMap<unknown, LiveContext> | undefined {
  if (!options.desk.entities.some((entity) => isSame(entity, Conversation))) return undefined;
  const { conversationEvent, inboxEvent } = eventTypes(options.types, options.desk.entities);
  return {
    conversationEvents: liveField<ConversationArgs>(
      options,
      {
        type: new GraphQLNonNull(conversationEvent),
        description:
          'The conversation as it is, every message after `after`, then whatever happens, in order and without gaps.',
        args: { conversationId: { type: new GraphQLNonNull(GraphQLID) }, after: { type: GraphQLInt } },
      },
      (args, context) => followConversation(options, args, context),
    ),
    ...(options.audience === 'staff'
      ? {
          inboxEvents: liveField<InboxArgs>(
            options,
            {
              type: new GraphQLNonNull(inboxEvent),
              description:
                'Whatever happens in the stores that a member of staff sees, or in one of them. ' +
                'Of rows that change several times within 50 ms, the last state is told.',
              args: { storeId: { type: GraphQLID, description: 'Only what happens in this store.' } },
            },
            (args, context) => followInbox(options, args, context),
          ),
        }
      : {}),
  };
}

/** As graphql-js types a field of any arguments. */
type LiveField = GraphQLFieldConfigMap<unknown, LiveContext>[string];
type Subscribe<A> = (args: A, context: LiveContext) => Promise<LiveSource>;

function liveField<A>(
  { failure }: LiveSubscriptionsOptions,
  field: Omit<LiveField, 'subscribe'>,
  subscribe: Subscribe<A>,
): LiveField {
  const granted = async (_root: unknown, args: A, context: LiveContext) => {
    try {
      return await subscribe(args, context);
    } catch (error) {
      throw failure?.(error, context) ?? error;
    }
  };
  return { ...field, subscribe: granted, resolve: (event) => event, extensions: LIVE_FIELD };
}

interface ConversationArgs {
  readonly conversationId: string;
  readonly after?: number | null;
}

async function followConversation(
  { desk, hub }: LiveSubscriptionsOptions,
  { conversationId, after }: ConversationArgs,
  { viewer }: LiveContext,
): Promise<LiveSource> {
  const { actor } = viewer;
  if (actor.kind === ANONYMOUS.kind) throw new DeniedError(deny('UNAUTHENTICATED'));
  if (typeof after === 'number' && after < 0)
    throw new DeniedError(
      deny('VALIDATION_FAILED', { fields: [{ path: 'after', text: ownTexts.atLeast({ least: 0 }) }] }),
    );
  await desk.read(actor).get(Conversation, conversationId);
  const subject = { id: conversationId, after: after ?? undefined };
  return new LiveSource({
    hub,
    actor,
    conversationId,
    follow: (shape, sink) => hub.feeds.followConversation(shape, sink, subject),
  });
}

interface InboxArgs {
  readonly storeId?: string | null;
}

async function followInbox(
  { desk, hub }: LiveSubscriptionsOptions,
  { storeId }: InboxArgs,
  { viewer }: LiveContext,
): Promise<LiveSource> {
  const { actor } = viewer;
  const denial = mayAsk(actor, { allow: { staff: 'conversation.read' } });
  if (denial) throw new DeniedError(denial);
  if (storeId) await desk.read(actor).get(Store, storeId);
  return new LiveSource({
    hub,
    actor,
    follow: (shape, sink) => hub.feeds.followInbox(shape, sink, { storeId: storeId ?? undefined }),
  });
}

const ofKind = <K extends LiveEvent['kind']>(event: LiveEvent): EventOf<K> => event as EventOf<K>;

function eventTypes(types: SchemaTypes, entities: readonly Entity[]) {
  const required = (entity: string) => new GraphQLNonNull(types.entity(entity));
  const messageAdded = new GraphQLObjectType<LiveEvent, LiveContext>({
    name: 'MessageAdded',
    fields: {
      message: {
        type: required('Message'),
        description: 'The new entry.',
        resolve: (event) => ofKind<'message'>(event).message,
      },
      previousSeq: {
        type: new GraphQLNonNull(GraphQLInt),
        description:
          'Number of the entry before it, as the viewer counts. Who lacks that one reads `messages(after:)`.',
        resolve: (event, _args, { viewer }) => (numberOf(viewer.actor, ofKind<'message'>(event).message) ?? 1) - 1,
      },
    },
  });
  const conversationChanged = new GraphQLObjectType<LiveEvent>({
    name: 'ConversationChanged',
    fields: {
      conversation: {
        type: required('Conversation'),
        description: 'As it is now.',
        resolve: (event) => ofKind<'conversation'>(event).conversation,
      },
    },
  });
  const told = entities.flatMap((entity) => {
    const { told: event, name, schema } = entity;
    if (!event || !types.meets(name)) return [];
    const type = new GraphQLObjectType<LiveEvent>({
      name: event.as,
      fields: {
        [event.field]: {
          type: required(name),
          description: 'The row as it is now.',
          resolve: (heard) => ofKind<'told'>(heard).row,
        },
      },
    });
    return [{ type, ofConversation: Boolean(schema.shape['conversationId']) }];
  });
  const signalReceived = signalType();
  const recordChanged = recordType();
  const byKind = {
    message: messageAdded.name,
    conversation: conversationChanged.name,
    signal: signalReceived.name,
    record: recordChanged.name,
  };
  const nameOf = (event: LiveEvent) => (event.kind === 'told' ? event.entity.told?.as : byKind[event.kind]);
  const union = (name: string, members: readonly GraphQLObjectType[]) =>
    new GraphQLUnionType({ name, types: members, resolveType: nameOf });
  return {
    conversationEvent: union('ConversationEvent', [
      messageAdded,
      conversationChanged,
      signalReceived,
      ...told.filter(({ ofConversation }) => ofConversation).map(({ type }) => type),
    ]),
    inboxEvent: union('InboxEvent', [
      conversationChanged,
      ...told.map(({ type }) => type),
      signalReceived,
      recordChanged,
    ]),
  };
}

/**
 * Only which row, so that a list of it costs a question when somebody looks, and nobody is told what he may not see.
 */
function recordType(): GraphQLObjectType<LiveEvent> {
  const row = (event: LiveEvent) => ofKind<'record'>(event).row;
  return new GraphQLObjectType<LiveEvent>({
    name: 'RecordChanged',
    description: 'A row of another entity that is told live: a case, a remark on an order …',
    fields: {
      entity: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'The kind of the row: `AfterSalesCase`.',
        resolve: (event) => ofKind<'record'>(event).entity.name,
      },
      id: { type: new GraphQLNonNull(GraphQLID), description: 'Of the row.', resolve: (event) => row(event).id },
      version: {
        type: new GraphQLNonNull(GraphQLInt),
        description: 'That the row has now.',
        resolve: (event) => row(event).version,
      },
    },
  });
}

function signalType(): GraphQLObjectType<LiveEvent> {
  const choice = (name: string, descriptions: Readonly<Record<string, string>>) =>
    new GraphQLEnumType({
      name,
      values: Object.fromEntries(
        Object.entries(descriptions).map(([value, description]) => [value, { value, description }]),
      ),
    });
  const kind = choice('SignalKind', { TYPING: 'Types · 正在输入', VIEWING: 'Looks at the conversation · 正在查看' });
  const side = choice('SignalSide', { CUSTOMER: 'Customer · 顾客', STAFF: 'Staff · 客服' });
  const field = (
    type: GraphQLEnumType | GraphQLScalarType,
    name: 'conversationId' | 'kind' | 'side' | 'name' | 'on',
    description: string,
  ) => ({
    type: new GraphQLNonNull(type),
    description,
    resolve: (event: LiveEvent) => ofKind<'signal'>(event).signal[name],
  });
  return new GraphQLObjectType<LiveEvent>({
    name: 'SignalReceived',
    description: 'Somebody types or looks. Repeated every few seconds; readers forget it after ten.',
    fields: {
      conversationId: field(GraphQLID, 'conversationId', 'Where it happens.'),
      kind: field(kind, 'kind', 'Whether somebody types or looks.'),
      side: field(side, 'side', 'On which side of the conversation they are.'),
      userId: {
        type: GraphQLID,
        description: 'The member of staff; null for a customer.',
        resolve: (event) => ofKind<'signal'>(event).signal.userId,
      },
      name: field(GraphQLString, 'name', 'What they are called there.'),
      on: field(GraphQLBoolean, 'on', 'True when it begins or goes on, false when it ends.'),
    },
  });
}

/** Whether a subscription field is one of these. */
export const isLiveField = (extensions: Readonly<Record<string, unknown>> | undefined): boolean =>
  extensions?.['shopdeskLive'] === true;
