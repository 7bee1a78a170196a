/**
 * @module The processor time of one send, of the desk's process and of its database, on a desk that has grown – 100,000
 * conversations with a million messages, 200 agents online, 20 panels open – beside the same send on an empty desk.
 * PostgreSQL only: the embedded database has no processes of its own to look at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inboxEvents } from '../../packages/admin/src/desk/live.ts';
import { agent, newChat } from '../chaos/people.ts';
import { STORE_KEY, startDeskProcess, type DeskProcess, type TestAgent } from '../support/desk-process.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres.ts';
import { startChild, type Child } from './child.ts';
import { compared, inTurn, median, print } from './figure.ts';
import { fillInbox } from './inbox.ts';
import type { Question } from './live-clients.ts';
import type { Job, Outcome } from './sender-process.ts';

const SENDERS = 16;
const ROUNDS = 3;
const MILLISECONDS = 4000;
const AGENTS_ONLINE = 200;
const PANELS = 20;
const GOAL = '0.9 to 1.1 of the empty desk';
/** A clock tick of `/proc`, in milliseconds. */
const TICK_MS = 10;

const SEND = `mutation ($conversationId: ID!, $id: ID!, $text: String!) {
  sendMessage(input: { conversationId: $conversationId, clientMsgId: $id, text: $text }) { message { __typename id seq } denied { __typename code message } } }`;

/** Milliseconds of processor time that a process has used so far; 0 when it has gone. */
function processorTime(pid: number | string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, which may hold blanks, stands in brackets before the other fields.
    const [utime = 0, stime = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return (utime + stime) * TICK_MS;
  } catch {
    return 0;
  }
}

/** The same for every connection of PostgreSQL to a database. */
function databaseTime(name: string): number {
  const connected = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(`postgres: postgres ${name} `);
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && connected(pid))
    .reduce((sum, pid) => sum + processorTime(pid), 0);
}

interface Measured {
  readonly desk: DeskProcess;
  readonly database: string;
  readonly senders: Job['senders'];
}

async function startOne(
  server: PostgresServer,
  database: string,
  filesFolder: string,
  agents: readonly TestAgent[],
): Promise<{ desk: DeskProcess; port: number; database: string }> {
  await onDatabase(server.url, (client) => client.query(`CREATE DATABASE ${database}`));
  const port = await freePort();
  const desk = await startDeskProcess({
    database: { url: server.urlOf(database) },
    filesFolder: join(filesFolder, database),
    port,
    agents,
  });
  return { desk, port, database };
}

async function onDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Everything that years leave behind, written by the database itself. */
const grow = (url: string) =>
  onDatabase(url, async (client) => {
    const { rows } = await client.query<{ id: string; tenant_id: string }>('SELECT id, tenant_id FROM stores LIMIT 1');
    const [store] = rows;
    if (!store) throw new Error('The desk has no store.');
    await fillInbox(
      { rows: async (text) => (await client.query(text)).rows },
      { tenantId: store.tenant_id, stores: [store.id, store.id] },
    );
    await client.query(`UPDATE users SET presence = 'ONLINE'`);
  });

async function openPanels(
  panels: Child,
  { desk, port }: { desk: DeskProcess; port: number },
  agents: readonly TestAgent[],
) {
  const body = JSON.stringify({ query: inboxEvents });
  const subscriptions: { body: string; token: string; endpoint: '/graphql' }[] = [];
  for (const who of agents) {
    const { client } = await agent(desk.url, who);
    const token = client.headers()['authorization']?.slice('Bearer '.length) ?? '';
    subscriptions.push({ body, token, endpoint: '/graphql' });
  }
  await panels.ask({ open: { port, subscriptions } } satisfies Question);
}

async function withChats({ desk, database }: { desk: DeskProcess; database: string }): Promise<Measured> {
  const chats = await Promise.all(Array.from({ length: SENDERS }, () => newChat(desk.url, STORE_KEY)));
  const senders = chats.map(({ token, conversationId }) => ({
    token,
    variables: { conversationId, text: 'Where is my {words} order?' },
  }));
  return { desk, database, senders };
}

async function grownFigures(): Promise<void> {
  const server = await startPostgres({ fsync: true });
  const filesFolder = await mkdtemp(join(tmpdir(), 'shopdesk-bench-files-'));
  const [load, panels] = [startChild('sender-process.ts'), startChild('live-clients.ts')];
  const agents = Array.from({ length: AGENTS_ONLINE }, (_, n): TestAgent => {
    const agentNo = `PA${n + 1}`;
    return { agentNo, email: `${agentNo.toLowerCase()}@example.com`, password: 'a long password' };
  });
  const running: DeskProcess[] = [];
  try {
    const small = await startOne(server, 'small', filesFolder, agents.slice(0, 2));
    running.push(small.desk);
    const grown = await startOne(server, 'grown', filesFolder, agents);
    running.push(grown.desk);
    await grow(server.urlOf('grown'));
    await openPanels(panels, grown, agents.slice(0, PANELS));
    const [empty, full] = [await withChats(small), await withChats(grown)];
    const database = { small: [] as number[], grown: [] as number[] };
    const perSend = async ({ desk, database: name, senders }: Measured, spent: number[]) => {
      const before = [processorTime(desk.pid), databaseTime(name)] as const;
      const outcome = await load.ask<Outcome>({
        url: `${desk.url}/shopper`,
        query: SEND,
        senders,
        milliseconds: MILLISECONDS,
      });
      if (outcome.failure) throw new Error(outcome.failure);
      spent.push((databaseTime(name) - before[1]) / outcome.answered);
      return (processorTime(desk.pid) - before[0]) / outcome.answered;
    };
    // The first second of a process is spent on compiling.
    await perSend(empty, []);
    await perSend(full, []);
    const desks = await inTurn(
      ROUNDS,
      () => perSend(full, database.grown),
      () => perSend(empty, database.small),
    );
    const figure = { database: 'postgres', unit: 'ms', goal: GOAL } as const;
    const note = `${AGENTS_ONLINE} agents online, ${PANELS} panels open, ${SENDERS} senders`;
    const { ours, baseline } = desks;
    print(compared({ ...figure, name: 'processor time of a send, desk', value: ours, baseline, note }));
    print(
      compared({
        ...figure,
        name: 'processor time of a send, database',
        value: median(database.grown),
        baseline: median(database.small),
        note,
      }),
    );
  } finally {
    await Promise.all([load.stop(), panels.stop(), ...running.map((desk) => desk.stop())]);
    await server.stop();
    await rm(filesFolder, { recursive: true, force: true });
  }
}

if (import.meta.main && !process.argv.includes('--database=pglite')) await grownFigures();
