/**
 * @module A desk server whose memory can be asked for. Run by `live.ts`.
 */
import {
  Conversation,
  DeniedError,
  Tenant,
  type Actor,
  type Desk,
  type RowOf,
  type Store,
  type SystemActor,
} from '@shopdesk/core';
import { pino } from 'pino';
import { createDeskServer, type DeskServer } from '../../packages/server/src/server.ts';
import { startServer } from '../../packages/server/src/node.ts';
import { AGENTS, STORE_KEY } from '../support/desk-process.ts';
import { residentBytes } from './resident-bytes.ts';

export type ServerQuestion =
  | {
      readonly start: {
        readonly database: { readonly url: string } | { readonly dataDir: string };
        readonly filesFolder: string;
      };
    }
  | { readonly memory: true }
  /** The same without a collection, as an operator sees it. */
  | { readonly resident: true }
  | { readonly send: { readonly conversationId: string; readonly messages: number } };

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant', name: 'set-up' };
let server: DeskServer;

async function setUp(desk: Desk): Promise<void> {
  if (await desk.read(SYSTEM).first(Tenant, {})) return;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Bench', slug: 'bench' });
  const store = (await desk.perform(SYSTEM, 'createStore', {
    name: 'Bench store',
    key: STORE_KEY,
    locale: 'en',
  })) as RowOf<typeof Store>;
  await desk.perform(SYSTEM, 'setRoutingPolicy', { storeId: store.id, mode: 'MANUAL', maxAnonymousQueue: 0 });
  for (const { agentNo, email, password } of AGENTS)
    await desk.perform(SYSTEM, 'addStaff', {
      name: agentNo,
      agentNo,
      email,
      password,
      roles: ['PA', 'TL'],
      skills: ['LIVE'],
      autoReplyText: 'Back in a moment.',
      capacity: 50,
    });
}

async function answer(question: ServerQuestion): Promise<unknown> {
  if ('memory' in question) return residentBytes();
  if ('resident' in question) return process.memoryUsage.rss();
  if ('send' in question) return sendAll(question.send);
  server = await createDeskServer({
    ...question.start,
    limits: { rates: false },
    development: false,
    logger: pino({ level: 'error' }),
  });
  await setUp(server.desk);
  return (await startServer(server, { signals: true })).port;
}

/**
 * Both sides write at once, each its next message when the last one is committed, so that the disk is never waited for.
 */
async function sendAll({ conversationId, messages }: { conversationId: string; messages: number }): Promise<number> {
  const { desk } = server;
  const { ownerId, customerId, storeId } = await desk.read(SYSTEM).get(Conversation, conversationId);
  const { tenantId } = SYSTEM;
  const owner: Actor = {
    kind: 'staff',
    tenantId,
    userId: ownerId ?? '',
    name: 'PA1',
    agentNo: 'PA1',
    roles: ['PA'],
    permissions: new Set(['customer.reply', 'conversation.read']),
  };
  const customer: Actor = { kind: 'shopper', tenantId, storeId, customerId, sessionId: '', verified: false };
  const started = Date.now();
  let sent = 0;
  const write = async (actor: Actor) => {
    while (sent < messages) {
      sent += 1;
      await insist(desk, actor, {
        conversationId,
        clientMsgId: `bench-${started}-${sent}`,
        text: '您好,您的订单已经发出,预计后天送达。',
      });
      await new Promise(setImmediate);
    }
  };
  await Promise.all([write(owner), write(customer)]);
  return messages;
}

async function insist(desk: Desk, actor: Actor, input: object): Promise<void> {
  for (;;) {
    try {
      return void (await desk.perform(actor, 'sendMessage', input));
    } catch (error) {
      if (!(error instanceof DeniedError && error.denial.code === 'CONFLICT')) throw error;
    }
  }
}

process.on('message', (question: ServerQuestion) => {
  void answer(question).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
