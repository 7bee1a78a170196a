/**
 * @module Deliveries per second to 1,000 subscribers of one conversation, and memory per idle shopper, each beside raw
 * server-sent events on `node:http` in the same run. Subscribers live in processes of their own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agent, shopper } from '../chaos/people.ts';
import { AGENTS, STORE_KEY } from '../support/desk-process.ts';
import { startChild, type Child } from './child.ts';
import { eachDatabase, type BenchDatabase } from './databases.ts';
import { compared, inTurn, median, print, rounded } from './figure.ts';
import type { Opening, Question } from './live-clients.ts';
import type { RawQuestion } from './raw-sse-server.ts';
import type { ServerQuestion } from './live-server.ts';

const SUBSCRIBERS = 1000;
const MESSAGES = 150;
const ROUNDS = 3;
const IDLE = [1000, 5000];
const CROWD = 10_000;
/** Streams that are opened and closed first: what a process needs once is not counted as theirs. */
const WARM_UP = 200;
const CLIENT_PROCESSES = 2;
const NODE_OPTIONS = ['--expose-gc'];

const EVENTS = `subscription ($conversationId: ID!) { conversationEvents(conversationId: $conversationId) { __typename
  ... on MessageAdded { previousSeq message { id seq sender senderId senderName kind body at clientMsgId isAuto card { type id title } attachment { id name size contentType } } }
  ... on ConversationChanged { conversation { id version state ownerId lastPublicSeq customerDeliveredSeq customerReadSeq staffDeliveredSeq staffReadSeq unreadForCustomer } } } }`;

type Ask<Q> = <A>(question: Q) => Promise<A>;
type Subscription = Opening['subscriptions'][number];

const subscriptionTo = (conversationId: string, token: string): Subscription => ({
  body: JSON.stringify({ query: EVENTS, variables: { conversationId } }),
  token,
});

/** Subscribers spread over a few processes. */
class Audience {
  readonly #processes: readonly Child[] = Array.from({ length: CLIENT_PROCESSES }, () => startChild('live-clients.ts'));

  async #each<A>(questionOf: (share: (all: readonly Subscription[]) => Subscription[]) => Question): Promise<A[]> {
    return Promise.all(
      this.#processes.map((child, mine) =>
        child.ask<A>(questionOf((all) => all.filter((_, n) => n % CLIENT_PROCESSES === mine))),
      ),
    );
  }

  open = (port: number, subscriptions: readonly Subscription[]) =>
    this.#each((share) => ({ open: { port, subscriptions: share(subscriptions) } }));
  /** Resolves with the number of events that everybody got together. */
  expect = async (messages: number) =>
    (await this.#each<number>(() => ({ expect: messages }))).reduce((sum, events) => sum + events, 0);
  close = () => this.#each(() => ({ close: true }));
  frames = async () => (await this.#each<number[]>(() => ({ frames: true })))[0] ?? [];
  stop = () => Promise.all(this.#processes.map((child) => child.stop()));
}

interface Servers {
  readonly desk: Child & { ask: Ask<ServerQuestion> };
  readonly raw: Child & { ask: Ask<RawQuestion> };
  readonly deskPort: number;
  readonly rawPort: number;
  stop(): Promise<unknown>;
}

async function servers(database: BenchDatabase, filesFolder: string): Promise<Servers> {
  const [desk, raw] = [
    startChild('live-server.ts', [], NODE_OPTIONS),
    startChild('raw-sse-server.ts', [], NODE_OPTIONS),
  ];
  const [deskPort, rawPort] = await Promise.all([
    desk.ask<number>({ start: { database: database.options, filesFolder } }),
    raw.ask<number>({ start: true }),
  ]);
  return { desk, raw, deskPort, rawPort, stop: () => Promise.all([desk.stop(), raw.stop()]) };
}

/** Shoppers with a conversation each. They are made by a process that ends before anything is measured. */
async function shoppers(database: BenchDatabase, filesFolder: string, count: number): Promise<Subscription[]> {
  const { deskPort, stop } = await servers(database, filesFolder);
  const made: Subscription[] = [];
  while (made.length < count) {
    const batch = await Promise.all(
      Array.from({ length: Math.min(50, count - made.length) }, () =>
        shopper(`http://127.0.0.1:${deskPort}`, STORE_KEY, 'idle'),
      ),
    );
    for (const { conversationId, client, feed } of batch) {
      feed.close();
      made.push(subscriptionTo(conversationId, client.headers()['authorization']?.slice('Bearer '.length) ?? ''));
    }
  }
  await stop();
  return made;
}

/** Bytes that each of so many streams costs, measured in one process as their number grows. */
async function memoryPerStream(server: Child, port: number, subscriptions: readonly Subscription[]): Promise<number[]> {
  const audience = new Audience();
  const memory = () => server.ask<number>({ memory: true });
  try {
    await audience.open(port, subscriptions.slice(0, WARM_UP));
    await audience.close();
    const before = await memory();
    const perStream: number[] = [];
    for (const [n, count] of IDLE.entries()) {
      await audience.open(port, subscriptions.slice(IDLE[n - 1] ?? 0, count));
      perStream.push(((await memory()) - before) / count);
    }
    return perStream;
  } finally {
    await audience.stop();
  }
}

/** One round in new processes: bytes per stream of ours and of the baseline. */
async function idleRound(database: BenchDatabase, filesFolder: string, idle: readonly Subscription[]) {
  const { desk, raw, deskPort, rawPort, stop } = await servers(database, filesFolder);
  try {
    return { baseline: await memoryPerStream(raw, rawPort, idle), ours: await memoryPerStream(desk, deskPort, idle) };
  } finally {
    await stop();
  }
}

async function idleFigures(database: BenchDatabase, filesFolder: string): Promise<void> {
  const crowd = await shoppers(database, filesFolder, CROWD);
  const idle = crowd.slice(0, Math.max(...IDLE));
  const rounds: Awaited<ReturnType<typeof idleRound>>[] = [];
  while (rounds.length < ROUNDS) rounds.push(await idleRound(database, filesFolder, idle));
  for (const [n, count] of IDLE.entries()) {
    const kilobytes = (side: 'ours' | 'baseline') =>
      median(rounds.map((round) => (round[side][n] ?? Number.NaN) / 1024));
    const note = 'resident, after a collection that gives unused pages back';
    print(
      compared({
        name: `memory per idle shopper, ${count} shoppers`,
        database: database.kind,
        value: kilobytes('ours'),
        unit: 'KB',
        baseline: kilobytes('baseline'),
        goal: '≤ 60 KB',
        note,
      }),
    );
  }
  await crowdFigure(database, filesFolder, crowd);
}

/**
 * All that a process holds with so many shoppers connected, before anything is collected for the sake of the figure.
 */
async function crowdFigure(
  database: BenchDatabase,
  filesFolder: string,
  crowd: readonly Subscription[],
): Promise<void> {
  const { desk, raw, deskPort, rawPort, stop } = await servers(database, filesFolder);
  const audiences = [new Audience(), new Audience()] as const;
  try {
    await audiences[0].open(deskPort, crowd);
    await audiences[1].open(rawPort, crowd);
    const megabytes = async (server: Child) => (await server.ask<number>({ resident: true })) / 1024 ** 2;
    print(
      compared({
        name: `memory with ${crowd.length} shoppers connected`,
        database: database.kind,
        value: await megabytes(desk),
        unit: 'MB',
        baseline: await megabytes(raw),
        goal: '≤ 1024 MB',
      }),
    );
  } finally {
    await Promise.all(audiences.map((audience) => audience.stop()));
    await stop();
  }
}

async function deliveryFigures(database: BenchDatabase, filesFolder: string): Promise<void> {
  const { desk, raw, deskPort, rawPort, stop } = await servers(database, filesFolder);
  const [ourAudience, rawAudience] = [new Audience(), new Audience()];
  try {
    const url = `http://127.0.0.1:${deskPort}`;
    const { client } = await agent(url, AGENTS[0] ?? { email: '', password: '' });
    const { conversationId, feed } = await shopper(url, STORE_KEY, 'watched');
    feed.close();
    await client.mutate(
      'mutation ($id: ID!) { takeConversation(input: { id: $id }) { denied { __typename code } } }' as never,
      { id: conversationId } as never,
    );
    const token = client.headers()['authorization']?.slice('Bearer '.length) ?? '';
    const subscriptions = Array.from({ length: SUBSCRIBERS }, () => ({
      ...subscriptionTo(conversationId, token),
      endpoint: '/graphql' as const,
    }));
    await ourAudience.open(deskPort, subscriptions);
    await rawAudience.open(rawPort, subscriptions);
    const deliver = async (audience: Audience, messages: number, tell: () => Promise<unknown>) => {
      const done = audience.expect(messages);
      const started = performance.now();
      const [events] = await Promise.all([done, tell()]);
      return events / ((performance.now() - started) / 1000);
    };
    const send = (messages: number) => () => desk.ask({ send: { conversationId, messages } });
    await deliver(ourAudience, 20, send(20));
    // A message and the conversation that it changed.
    const frames = (await ourAudience.frames()).slice(0, 2);
    const result = await inTurn(
      ROUNDS,
      () => deliver(ourAudience, MESSAGES, send(MESSAGES)),
      () => deliver(rawAudience, MESSAGES, () => raw.ask({ frames, rounds: MESSAGES })),
    );
    const note = `${SUBSCRIBERS} streams of one conversation, events of ${frames.join(' and ')} bytes, each message committed first; ${rounded(result.ours / SUBSCRIBERS / frames.length, 0)} messages/s`;
    print(
      compared({
        name: 'deliveries',
        database: database.kind,
        value: result.ours,
        unit: '1/s',
        baseline: result.baseline,
        goal: '≥ 0.9 of raw SSE',
        note,
      }),
    );
  } finally {
    await Promise.all([ourAudience.stop(), rawAudience.stop()]);
    await stop();
  }
}

/** Measures on one database. */
export async function liveFigures(database: BenchDatabase): Promise<void> {
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-files-'));
  try {
    await idleFigures(database, filesFolder);
    await deliveryFigures(database, filesFolder);
  } finally {
    await rm(filesFolder, { recursive: true, force: true });
  }
}

if (import.meta.main) await eachDatabase(liveFigures);
