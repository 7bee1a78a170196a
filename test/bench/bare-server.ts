/**
 * @module The baseline of a send: the smallest Yoga server whose one mutation runs the same statement that the desk
 * commits for a message, without identity, permission or rules, and publishes it. Run by `sends.ts`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuditEvent, Conversation, Message, type BaseRow, type Entity, type Write } from '@shopdesk/core';
import { createTestDesk } from '@shopdesk/core/testing';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { openDatabase, type Database } from '../../packages/server/src/database/database.ts';
import { commitStatement } from '../../packages/server/src/store/commit.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';

type Row = BaseRow & Record<string, unknown>;

/** Rows as the desk really writes them for a send: taken from a desk in memory. */
async function sampleRows(): Promise<{
  conversation: Row;
  changes: Record<string, unknown>;
  message: Row;
  audit: Row;
}> {
  const { desk, shopper, staff, system } = await createTestDesk();
  await staff('PA1', ['PA']);
  const actor = await shopper();
  const { id } = await desk.as(actor).conversations.openConversation({});
  const before = (await desk.read(system).get(Conversation, id)) as unknown as Row;
  await desk
    .as(actor)
    .conversations.sendMessage({ conversationId: id, text: 'Where is my order?', clientMsgId: 'sample-0001' });
  const after = (await desk.read(system).get(Conversation, id)) as unknown as Row;
  const [message] = (await desk.read(system).all(Message, { where: { conversationId: id } })) as unknown as Row[];
  const [audit] = (await desk.read(system).all(AuditEvent, { where: { action: 'sendMessage' } })) as unknown as Row[];
  const changes = Object.fromEntries(
    Object.entries(after).filter(([field, value]) => field !== 'version' && value !== before[field]),
  );
  return { conversation: before, changes, message: message as Row, audit: audit as Row };
}

async function serve(db: Database, entities: readonly Entity[], conversations: number): Promise<number> {
  // As the desk stores them, with the fields that features add to each other's rows.
  const whole = ({ name }: Entity): Entity => entities.find((entity) => entity.name === name) as Entity;
  const { conversation, changes, message, audit } = await sampleRows();
  const versions = new Map<string, number>();
  const pubSub = createPubSub<{ sent: [conversationId: string, payload: object] }>();
  for (let n = 0; n < conversations; n += 1) {
    const id = `bare-${n}`;
    const { text, values } = commitStatement([
      { kind: 'insert', entity: whole(Conversation), row: { ...conversation, id, customerId: id } as BaseRow },
    ]);
    await db.query(text, values);
    versions.set(id, 1);
  }
  const send = async (
    _: unknown,
    { conversationId, id, text: body }: { conversationId: string; id: string; text: string },
  ) => {
    const version = versions.get(conversationId) ?? 1;
    const writes: Write[] = [
      {
        kind: 'update',
        entity: whole(Conversation),
        tenantId: conversation.tenantId,
        id: conversationId,
        expectedVersion: version,
        changes: { ...changes, lastSeq: version, lastPublicSeq: version },
      },
      {
        kind: 'insert',
        entity: whole(Message),
        row: {
          ...message,
          id: `m-${id}`,
          clientMsgId: id,
          conversationId,
          body,
          seq: version,
          publicSeq: version,
        } as BaseRow,
      },
      {
        kind: 'insert',
        entity: whole(AuditEvent),
        row: { ...audit, id: `a-${id}`, entityId: conversationId } as BaseRow,
      },
    ];
    const { text, values } = commitStatement(writes);
    await db.query(text, values, { name: 'bare_send' });
    versions.set(conversationId, version + 1);
    const sent = { id: `m-${id}`, seq: version, clientMsgId: id };
    pubSub.publish('sent', conversationId, sent);
    return sent;
  };
  const sent = {
    subscribe: (_: unknown, { conversationId }: { conversationId: string }) => pubSub.subscribe('sent', conversationId),
    resolve: (payload: unknown) => payload,
  };
  const schema = createSchema({
    typeDefs:
      'type Query { ok: Boolean } type Sent { id: ID! seq: Int! clientMsgId: String! } type Mutation { send(conversationId: ID!, id: ID!, text: String!): Sent! } type Subscription { sent(conversationId: ID!): Sent! }',
    resolvers: { Mutation: { send }, Subscription: { sent } },
  });
  const server = createServer(createYoga({ schema, logging: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

process.on(
  'message',
  ({ options, conversations }: { options: Parameters<typeof openDatabase>[0]; conversations: number }) => {
    void (async () => {
      const db = await openDatabase(options);
      const { desk } = await createTestDesk();
      await migrate(db, desk.entities);
      process.send?.({ port: await serve(db, desk.entities, conversations) });
    })();
  },
);
