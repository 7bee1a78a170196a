/**
 * @module How many statements the ways that every shopper walks cost, one after the other, in the shape that the demo
 * has: a bot that drafts, articles, and agents who are given customers.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BotSession,
  Conversation,
  User,
  type Actor,
  type RoleCode,
  type RowOf,
  type SystemActor,
} from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS, type DatabaseKind } from 'shopdesk-test/database';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };
/** News wait a few milliseconds for company before they are told to other processes. */
const NEWS_ARE_OUT_MS = 40;
/** After this long a process has found out that there are no others, and tells nobody anything. */
const ALONE_MS = 4500;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const ARTICLE = {
  title: { zh: '运费和免邮', en: 'Shipping costs' },
  body: { zh: '订单满五十元免运费。', en: 'Shipping costs five dollars; orders over fifty dollars ship free.' },
  category: 'POLICY',
  keywords: ['shipping', 'costs'],
  audience: 'PUBLIC',
};

async function demo(kind: DatabaseKind): Promise<TestServer> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-statements-'));
  const database = await createTestDatabase(kind);
  const server = await createTestServer({ database: database.options, filesFolder, limits: { rates: false } });
  closing.push(
    database.remove,
    () => rm(filesFolder, { recursive: true }),
    () => server.close(),
  );
  const { desk } = server.server;
  const [author, reviewer] = [await staff(server, 'PA'), await staff(server, 'SV')];
  const { id } = (await desk.perform(author, 'createArticle', ARTICLE)) as { id: string };
  await desk.perform(author, 'submitArticle', { id });
  await desk.perform(reviewer, 'publishArticle', { id });
  const bot = { mode: 'DRAFT', name: { zh: '小苍鹭', en: 'Heron' }, rephrase: false, sendPersonalData: false };
  await desk.perform(reviewer, 'setStoreBot', { id: server.store.id, bot });
  await desk.perform(SYSTEM, 'setRoutingPolicy', { storeId: server.store.id, mode: 'AUTO' });
  return server;
}

async function staff(server: TestServer, role: RoleCode): Promise<Actor> {
  const { id: userId } = await server.staff(`${role}1`, [role]);
  const { desk } = server.server;
  const { name, agentNo } = (await desk.read(SYSTEM).get(User, userId)) as RowOf<typeof User>;
  const permissions = new Set(desk.permissions.keys());
  return { kind: 'staff', tenantId: 'tenant-1', userId, name, agentNo, roles: [role], permissions };
}

/** Everything that the database is asked while `work` is done and its news are told. */
async function asked({ server }: TestServer, work: () => Promise<unknown>): Promise<string[]> {
  const database = server.database as { query: (text: string, values?: unknown[], ...more: never[]) => unknown };
  const { query } = database;
  const texts: string[] = [];
  await sleep(NEWS_ARE_OUT_MS);
  database.query = (text, values, ...more) => {
    if (!isBeacon(values)) texts.push(`${text} ${String(values?.at(-1))}`);
    return query(text, values, ...more);
  };
  try {
    await work();
    await sleep(NEWS_ARE_OUT_MS);
  } finally {
    database.query = query;
  }
  return texts;
}

/** Once a second a process shows that it lives, whatever it does. */
const isBeacon = (values: readonly unknown[] = []): boolean => String(values.at(-1)).endsWith('"items":[]}');

const OPEN = 'mutation { r: openConversation(input: {}) { conversation { id } } }';
const SEND = 'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { id seq } denied { code } } }';

async function newShopper(server: TestServer) {
  const { token } = await server.shopper();
  let conversationId = '';
  let sent = 0;
  return {
    open: async () => void (conversationId = (await server.gql<{ r: { id: string } }>(OPEN, {}, { token })).data.r.id),
    say: async (text: string) => {
      const i = { conversationId, text, clientMsgId: `message-${(sent += 1)}` };
      expect((await server.gql<{ r: { seq?: number } }>(SEND, { i }, { token })).data.r.seq).toBeGreaterThan(0);
    },
    conversation: () => server.server.desk.read(SYSTEM).get(Conversation, conversationId),
    session: () => server.server.desk.read(SYSTEM).get(BotSession, conversationId),
  };
}

/** Somebody who was there before: what hardly ever changes is at hand. */
async function served(server: TestServer): Promise<Awaited<ReturnType<typeof newShopper>>> {
  const shopper = await newShopper(server);
  await shopper.open();
  await shopper.say('How much are shipping costs?');
  await shopper.say('So what does it cost to have it shipped?');
  if (server.server.database?.kind === 'postgres') await sleep(ALONE_MS);
  return shopper;
}

describe.each(DATABASE_KINDS)('on %s', (kind) => {
  test('a shopper’s message with the bot’s draft for it costs two statements', async () => {
    const server = await demo(kind);
    const shopper = await served(server);
    // What is at hand is at hand for seconds only: on a busy machine a session may have to be read once more.
    const tries: string[][] = [];
    while (tries.length < 3 && !tries.some((texts) => texts.length <= 2))
      tries.push(await asked(server, () => shopper.say('And what are the shipping costs for two orders?')));
    expect(Math.min(...tries.map((texts) => texts.length)), tries.at(-1)?.join('\n')).toBeLessThanOrEqual(2);
    expect(await shopper.session()).toMatchObject({ state: 'DRAFT', draft: { title: ARTICLE.title } });
  });

  test('opening a chat, its first words and giving it to an agent cost nine statements', async () => {
    const server = await demo(kind);
    await served(server);
    const shopper = await newShopper(server);
    const texts = await asked(server, async () => {
      await shopper.open();
      await shopper.say('How much are shipping costs?');
    });
    expect(texts.length, texts.join('\n')).toBeLessThanOrEqual(9);
    expect(await shopper.conversation()).toMatchObject({ state: 'ASSIGNED', bot: 'DRAFT', slaState: 'RUNNING' });
  });
});
