import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createDeskClient,
  OPEN_CONVERSATION,
  SEND_MESSAGE,
  START_SHOPPER_SESSION,
  type DeskClient,
  type Document,
} from '@shopdesk/core/client';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDeskProcess, STORE_KEY, type DeskProcess } from '../support/desk-process.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres.ts';

type Asked<A> = Document<{ readonly input: Readonly<Record<string, unknown>> }, A>;
const SIGN_IN =
  `mutation ($input: SignInInput!) { signIn(input: $input) { signedIn { __typename token userId } denied { __typename code message } } }` as Asked<{
    token: string;
    userId: string;
  }>;
const SET_PRESENCE =
  `mutation ($input: SetPresenceInput!) { setPresence(input: $input) { user { __typename presence } denied { __typename code message } } }` as Asked<unknown>;
const CLOSE =
  `mutation ($input: CloseConversationInput!) { closeConversation(input: $input) { conversation { __typename id } denied { __typename code message } } }` as Asked<unknown>;

const AGENTS = ['PA1', 'PA2', 'PA3', 'PA4', 'PA5', 'PA6'].map((agentNo) => ({
  agentNo,
  email: `${agentNo.toLowerCase()}@example.com`,
  password: 'a long password',
  capacity: 3,
}));
const CUSTOMERS = 60;
const PATIENT = { timeout: 40_000, interval: 100 };

describe('two server processes that route one store', () => {
  let postgres: PostgresServer;
  let folder: string;
  let processes: DeskProcess[] = [];
  let database: Client;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopdesk-routing-'));
    postgres = await startPostgres();
    const start = async () =>
      startDeskProcess({
        database: { url: postgres.url },
        filesFolder: join(folder, 'files'),
        port: await freePort(),
        routing: 'AUTO',
        agents: AGENTS,
      });
    processes = [await start(), await start()];
    database = new Client({ connectionString: postgres.url });
    await database.connect();
  });
  afterAll(async () => {
    for (const one of open) one.close();
    await database?.end();
    await Promise.all(processes.map((one) => one.kill()));
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const clientAt = (n: number, token?: string, endpoint: '/shopper' | '/graphql' = '/shopper'): DeskClient => {
    const client = createDeskClient({
      url: processes[n % 2]?.url ?? '',
      path: endpoint,
      token: () => token,
      locale: 'en',
      timeoutMs: 20_000,
    });
    open.push(client);
    return client;
  };
  const rows = async <R>(text: string): Promise<R[]> => (await database.query(text)).rows as R[];

  async function agentAt(n: number): Promise<{ client: DeskClient; userId: string }> {
    const { email = '', password = '' } = AGENTS[n] ?? {};
    const { token, userId } = await clientAt(n, undefined, '/graphql').mutate(SIGN_IN, { input: { email, password } });
    return { client: clientAt(n, token, '/graphql'), userId };
  }

  async function comes(n: number): Promise<string> {
    const { token } = await clientAt(n).mutate(START_SHOPPER_SESSION, { input: { storeKey: STORE_KEY } });
    const shopper = clientAt(n, token);
    const { id } = await shopper.mutate(OPEN_CONVERSATION, { input: {} });
    await shopper.mutate(SEND_MESSAGE, {
      input: { conversationId: id, clientMsgId: `hello-${String(n).padStart(4, '0')}`, text: 'Is anybody there?' },
    });
    return id;
  }

  /** What the database says whenever it is asked, also in the middle. */
  async function holds(): Promise<void> {
    const over = await rows(
      `SELECT owner_id, count(*) AS n FROM conversations WHERE state IN ('ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER') GROUP BY owner_id HAVING count(*) > 3`,
    );
    const twice = await rows(
      `SELECT id FROM conversations WHERE (state = 'QUEUED') <> (owner_id IS NULL) AND state IN ('QUEUED', 'ASSIGNED', 'ACTIVE')`,
    );
    const wrong = await rows(
      `SELECT l.id FROM agent_loads l WHERE jsonb_array_length(l.held) <> (SELECT count(*) FROM conversations c WHERE c.owner_id = l.id AND c.state IN ('ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'))`,
    );
    expect({ over, twice, wrong }).toEqual({ over: [], twice: [], wrong: [] });
  }

  it('never exceed a capacity, give nobody two owners and leave nobody waiting, while sixty customers come and go at once', async () => {
    const agents = await Promise.all(AGENTS.map((_, n) => agentAt(n)));
    await Promise.all(
      agents.map(({ client, userId }) => client.mutate(SET_PRESENCE, { input: { id: userId, presence: 'ONLINE' } })),
    );
    const coming = Promise.all(Array.from({ length: CUSTOMERS }, (_, n) => comes(n)));
    const watched = (async () => {
      for (let n = 0; n < 20; n += 1) await holds().then(() => new Promise((resolve) => setTimeout(resolve, 50)));
    })();
    const ids = await coming;
    await watched;
    await vi.waitFor(
      async () => expect(await rows(`SELECT id FROM conversations WHERE state = 'ASSIGNED'`)).toHaveLength(18),
      PATIENT,
    );
    const closed = new Set<string>();
    await vi.waitFor(async () => {
      const mine = await rows<{ id: string; owner_id: string }>(
        `SELECT id, owner_id FROM conversations WHERE state = 'ASSIGNED'`,
      );
      // Each owner closes at his own process, all of them at once.
      await Promise.all(
        mine.map(async ({ id, owner_id: owner }) => {
          const agent = agents.find(({ userId }) => userId === owner);
          await agent?.client.mutate(CLOSE, { input: { id, intent: 'OTHER', result: 'SOLVED', reason: 'done' } });
          closed.add(id);
        }),
      );
      await holds();
      expect(closed.size).toBe(CUSTOMERS);
    }, PATIENT);
    expect(closed).toEqual(new Set(ids));
    expect(await rows('SELECT id FROM queue_entries')).toEqual([]);
    const owners = await rows<{ n: string }>(`SELECT count(*) AS n FROM routing_decisions GROUP BY user_id`);
    expect(owners).toHaveLength(AGENTS.length);
  }, 90_000);
});
