import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createConversationFeed,
  createDeskClient,
  MESSAGES,
  OPEN_CONVERSATION,
  SEND_MESSAGE,
  START_SHOPPER_SESSION,
  type ConversationFeed,
  type DeskClient,
  type Document,
  type SubscriptionState,
} from '@shopdesk/core/client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AGENTS, startDeskProcess, STORE_KEY, type DeskProcess } from '../support/desk-process.ts';
import { freePort, startPostgres, type PostgresServer } from '../support/postgres.ts';

type Asked<A> = Document<{ readonly input: Readonly<Record<string, unknown>> }, A>;
const SIGN_IN =
  `mutation ($input: SignInInput!) { signIn(input: $input) { signedIn { __typename token userId } denied { __typename code message } } }` as Asked<{
    token: string;
    userId: string;
  }>;
const SIGN_OUT = `mutation { signOut { signedOut { __typename ok } } }` as Document<Record<string, never>, unknown>;
const SET_PRESENCE =
  `mutation ($input: SetPresenceInput!) { setPresence(input: $input) { user { __typename presence } denied { __typename code message } } }` as Asked<unknown>;
const TAKE =
  `mutation ($input: TakeConversationInput!) { takeConversation(input: $input) { conversation { __typename id } denied { __typename code message } } }` as Asked<unknown>;
const CLOSE =
  `mutation ($input: CloseConversationInput!) { closeConversation(input: $input) { conversation { __typename id } denied { __typename code message } } }` as Asked<unknown>;
const SET_TYPING =
  `mutation ($input: SetTypingInput!) { setTyping(input: $input) { signalled { __typename ok } } }` as Asked<unknown>;
const INBOX =
  `subscription { inboxEvents { __typename ... on ConversationChanged { conversation { id state lastSeq } } } }` as Document<
    Record<string, never>,
    { readonly __typename: string; readonly conversation?: { readonly id: string; readonly lastSeq: number } }
  >;

/** News of another process may be noticed by its silence only. */
const PATIENT = { timeout: 15_000, interval: 50 };

describe('two server processes on one PostgreSQL', () => {
  let postgres: PostgresServer;
  let folder: string;
  let here: DeskProcess;
  let there: DeskProcess;
  const open: { close(): void }[] = [];

  const start = async () =>
    startDeskProcess({ database: { url: postgres.url }, filesFolder: join(folder, 'files'), port: await freePort() });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shopdesk-two-'));
    postgres = await startPostgres();
    here = await start();
    there = await start();
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.close();
  });
  afterAll(async () => {
    await Promise.all([here?.kill(), there?.kill()]);
    await postgres?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  type Endpoint = '/shopper' | '/graphql';
  const clientAt = (process: DeskProcess, token?: string, endpoint: Endpoint = '/shopper'): DeskClient => {
    const client = createDeskClient({
      url: process.url,
      path: endpoint,
      token: () => token,
      locale: 'en',
      timeoutMs: 5000,
    });
    open.push(client);
    return client;
  };

  async function agentToken(n = 0): Promise<string> {
    const { email = '', password = '' } = AGENTS[n] ?? {};
    const { token, userId } = await clientAt(here, undefined, '/graphql').mutate(SIGN_IN, {
      input: { email, password },
    });
    await clientAt(here, token, '/graphql').mutate(SET_PRESENCE, { input: { id: userId, presence: 'ONLINE' } });
    return token;
  }

  async function shopperToken(): Promise<string> {
    return (await clientAt(here).mutate(START_SHOPPER_SESSION, { input: { storeKey: STORE_KEY } })).token;
  }

  const follow = (client: DeskClient, conversationId: string, after = 0): ConversationFeed => {
    const feed = createConversationFeed({ client, conversationId, after, onChange: () => {} });
    open.push(feed);
    return feed;
  };
  const numbers = (feed: ConversationFeed) => feed.snapshot.messages.map(({ seq }) => seq);

  let sent = 0;
  const say = (client: DeskClient, conversationId: string, text: string) =>
    client.mutate(SEND_MESSAGE, { input: { conversationId, clientMsgId: `two-${(sent += 1)}-${Date.now()}`, text } });

  /** A shopper here and his agent there, in conversation. */
  async function conversation() {
    const agent = await agentToken();
    const shopper = await shopperToken();
    const [mine, theirs] = [clientAt(here, shopper), clientAt(there, agent, '/graphql')];
    const { id } = await mine.mutate(OPEN_CONVERSATION, { input: {} });
    await theirs.mutate(TAKE, { input: { id } });
    return { agent, shopper, mine, theirs, id };
  }

  it('deliver to the clients of each other, in order', async () => {
    const { mine, theirs, id } = await conversation();
    const feeds = [follow(mine, id), follow(theirs, id)];
    for (const feed of feeds) await vi.waitFor(() => expect(feed.snapshot.connection).toBe('open'), PATIENT);
    for (let n = 0; n < 10; n += 1) {
      await say(mine, id, `question ${n}`);
      await say(theirs, id, `answer ${n}`);
    }
    const all = Array.from({ length: 21 }, (_, n) => n + 1);
    for (const feed of feeds) await vi.waitFor(() => expect(numbers(feed)).toEqual(all), PATIENT);
  });

  it('judge each message by what the other one has changed, whoever wrote there last', async () => {
    const { agent, mine, theirs, id } = await conversation();
    const agentHere = clientAt(here, agent, '/graphql');
    await say(agentHere, id, 'said here');
    await say(agentHere, id, 'and here');
    await theirs.mutate(CLOSE, { input: { id, result: 'SOLVED', intent: 'OTHER' } });
    await expect(say(agentHere, id, 'to nobody')).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await say(mine, id, 'one more question');
    await theirs.mutate(TAKE, { input: { id } });
    await say(agentHere, id, 'said here again');
    const stored = (await mine.query(MESSAGES, { conversationId: id, last: 50 })).nodes.filter(
      ({ kind }) => kind === 'TEXT',
    );
    expect(stored.map(({ body }) => body)).toEqual(['said here', 'and here', 'one more question', 'said here again']);
  });

  it('give each message a number of its own while both write into one conversation at once', async () => {
    const { agent, shopper, mine, theirs, id } = await conversation();
    const writers = [mine, clientAt(there, shopper), clientAt(here, agent, '/graphql'), theirs];
    const said = (await Promise.all(
      writers.map(async (writer, who) => {
        const seqs: number[] = [];
        for (let n = 0; n < 12; n += 1) {
          const { seq } = await say(writer, id, `${who} says ${n}`);
          seqs.push(seq ?? 0);
        }
        return seqs;
      }),
    )) as number[][];
    for (const seqs of said) expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    const { nodes: stored } = await mine.query(MESSAGES, { conversationId: id, last: 50 });
    const numbered = stored.filter(({ kind }) => kind === 'TEXT').map(({ seq }) => seq);
    expect(numbered.toSorted((a, b) => a - b)).toEqual(said.flat().toSorted((a, b) => a - b));
    expect(new Set(numbered).size).toBe(48);
  });

  it('show who types to the other side', async () => {
    const { mine, theirs, id } = await conversation();
    const feed = follow(theirs, id);
    await vi.waitFor(() => expect(feed.snapshot.connection).toBe('open'), PATIENT);
    await mine.mutate(SET_TYPING, { input: { id, on: true } });
    await vi.waitFor(
      () => expect(feed.snapshot.signals).toMatchObject([{ kind: 'TYPING', side: 'CUSTOMER' }]),
      PATIENT,
    );
  });

  it('cut the stream there when the person signs out here', async () => {
    const agent = await agentToken(1);
    const states: SubscriptionState[] = [];
    clientAt(there, agent, '/graphql').subscribe(INBOX, {}, { next: () => {}, state: (state) => states.push(state) });
    await vi.waitFor(() => expect(states).toContain('open'), PATIENT);
    await clientAt(here, agent, '/graphql').mutate(SIGN_OUT, {});
    await vi.waitFor(() => expect(states.at(-1)).toBe('closed'), PATIENT);
  });

  it('let a client resume in the other one from where it was', async () => {
    const { mine, theirs, shopper, id } = await conversation();
    const first = follow(mine, id);
    for (let n = 0; n < 5; n += 1) await say(theirs, id, `line ${n}`);
    await vi.waitFor(() => expect(numbers(first)).toEqual([1, 2, 3, 4, 5, 6]), PATIENT);
    first.close();
    for (let n = 5; n < 9; n += 1) await say(theirs, id, `line ${n}`);
    const second = follow(clientAt(there, shopper), id, 6);
    await vi.waitFor(() => expect(numbers(second)).toEqual([7, 8, 9, 10]), PATIENT);
  });

  it('lose nothing of a process that is killed while it writes', async () => {
    const { theirs, shopper, id } = await conversation();
    const doomed = await start();
    const [feed, inbox] = [follow(theirs, id), new Map<string, number>()];
    theirs.subscribe(
      INBOX,
      {},
      { next: ({ conversation: changed }) => changed && inbox.set(changed.id, changed.lastSeq) },
    );
    const writer = clientAt(doomed, shopper);
    const writing = (async () => {
      for (;;) await say(writer, id, 'x').catch(() => Promise.reject(new Error('killed')));
    })().catch(() => {});
    await vi.waitFor(() => expect(numbers(feed).length).toBeGreaterThan(20), PATIENT);
    await doomed.kill();
    await writing;
    const { nodes: stored } = await theirs.query(MESSAGES, { conversationId: id, last: 1 });
    const last = stored[0]?.seq ?? 0;
    await vi.waitFor(() => expect(numbers(feed)).toEqual(Array.from({ length: last }, (_, n) => n + 1)), PATIENT);
    await vi.waitFor(() => expect(inbox.get(id)).toBe(last), PATIENT);
  });

  it('catch up after the database was away', async () => {
    const { mine, theirs, id } = await conversation();
    const feed = follow(theirs, id);
    await say(mine, id, 'before');
    await vi.waitFor(() => expect(numbers(feed)).toEqual([1, 2]), PATIENT);
    await postgres.kill();
    await postgres.start();
    await vi.waitFor(() => say(mine, id, 'after'), PATIENT);
    await vi.waitFor(() => expect(feed.snapshot.messages.at(-1)?.body).toBe('after'), PATIENT);
    const { nodes: all } = await theirs.query(MESSAGES, { conversationId: id, first: 100 });
    expect(numbers(feed)).toEqual(all.map(({ seq }) => seq));
  });
});
