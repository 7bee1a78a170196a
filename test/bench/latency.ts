/**
 * @module How long after a customer's send the agent's open stream has the message, with 1,000 chats at 1,000 messages
 * a second; beside a minimal Yoga server with the same statement and a plain publish.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agent, insist, newChat } from '../chaos/people.ts';
import { AGENTS, STORE_KEY, startDeskProcess } from '../support/desk-process.ts';
import { freePort } from '../support/postgres.ts';
import { startChild } from './child.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, median, percentile, print, rounded } from './figure.ts';
import { beside } from './sends.ts';
import type { Round, RoundOutcome } from './latency-process.ts';

const CHATS = 1000;
const SECONDS = 8;
const ROUNDS = 3;
/** The embedded database has one connection and flushes: it is asked for what such a shop has. */
const RATE = { postgres: 1000, pglite: 300 };

const SEND = `mutation ($conversationId: ID!, $id: ID!, $text: String!) {
  sendMessage(input: { conversationId: $conversationId, clientMsgId: $id, text: $text }) { message { __typename id } denied { __typename code message } } }`;
const EVENTS = `subscription ($conversationId: ID!) { conversationEvents(conversationId: $conversationId) { __typename ... on MessageAdded { previousSeq message { id seq body clientMsgId } } } }`;
const BARE_SEND =
  'mutation ($conversationId: ID!, $id: ID!, $text: String!) { send(conversationId: $conversationId, id: $id, text: $text) { id } }';
const BARE_EVENTS =
  'subscription ($conversationId: ID!) { sent(conversationId: $conversationId) { id seq clientMsgId } }';

/** Opens many chats, a hundred at a time. */
async function chats(url: string, count: number) {
  const opened: { conversationId: string; token: string }[] = [];
  while (opened.length < count) {
    const some = Math.min(100, count - opened.length);
    const batch = await Promise.all(Array.from({ length: some }, () => newChat(url, STORE_KEY)));
    opened.push(...batch.map(({ conversationId, token }) => ({ conversationId, token })));
  }
  return opened;
}

async function latencyFigures(database: BenchDatabase): Promise<void> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-files-'));
  const desk = await startDeskProcess({ database: database.options, filesFolder, port: await freePort() });
  const bare = startChild('bare-server.ts');
  const load = startChild('latency-process.ts');
  const rate = RATE[database.kind];
  try {
    const { port } = await bare.ask<{ port: number }>({ options: await beside(database), conversations: CHATS });
    const first = AGENTS[0] ?? { email: '', password: '' };
    const { client } = await insist(() => agent(desk.url, first));
    const agentToken = client.headers()['authorization']?.slice('Bearer '.length) ?? '';
    const opened = await chats(desk.url, CHATS);
    const common = { rate, seconds: SECONDS };
    const ours: Round = {
      ...common,
      url: `${desk.url}/shopper`,
      listenUrl: `${desk.url}/graphql`,
      send: SEND,
      events: EVENTS,
      listenerToken: agentToken,
      chats: opened,
    };
    const baseline: Round = {
      ...common,
      url: `http://127.0.0.1:${port}/graphql`,
      listenUrl: `http://127.0.0.1:${port}/graphql`,
      send: BARE_SEND,
      events: BARE_EVENTS,
      listenerToken: '',
      chats: opened.map((_, n) => ({ conversationId: `bare-${n}`, token: '' })),
    };
    const results = { ours: [] as RoundOutcome[], baseline: [] as RoundOutcome[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      results.baseline.push(await load.ask<RoundOutcome>(baseline));
      results.ours.push(await load.ask<RoundOutcome>(ours));
    }
    const missing = results.ours.reduce((sum, { sent, latencies }) => sum + sent - latencies.length, 0);
    for (const p of [50, 99]) {
      const of = (outcomes: readonly RoundOutcome[]) =>
        median(outcomes.map(({ latencies }) => percentile(latencies, p)));
      const note = `${missing} missing of ${results.ours.reduce((sum, { sent }) => sum + sent, 0)}; ${rounded(median(results.ours.map(({ sent }) => sent / SECONDS)), 0)} sent a second`;
      print(
        compared({
          name: `customer → agent, ${CHATS} chats at ${rate}/s, p${p}`,
          database: database.kind,
          value: of(results.ours),
          unit: 'ms',
          baseline: of(results.baseline),
          goal: '≤ 2 × the minimal server',
          note,
        }),
      );
    }
  } finally {
    await Promise.all([load.stop(), bare.stop(), desk.stop()]);
    await rm(filesFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await eachDatabase(latencyFigures);
