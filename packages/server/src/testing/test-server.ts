/**
 * @module A desk server with people in it, asked through its fetch handler: for tests.
 */
import {
  actorForToken,
  ANONYMOUS,
  type Passwords,
  type RoleCode,
  type RowOf,
  type Store,
  type SystemActor,
} from '@shopdesk/core';
import { TestClock } from '@shopdesk/core/testing';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { GRAPHQL_PATHS, type Audience } from '../graphql/audiences.ts';
import type { DeskServerOptions } from '../options.ts';
import { createDeskServer, type DeskServer } from '../server.ts';

/** Passwords in the clear, because argon2id is slow on purpose. */
export const PLAIN_PASSWORDS: Passwords = {
  hash: async (password) => `plain:${password}`,
  verify: async (password, hash) => hash === `plain:${password}`,
};

export const TEST_PASSWORD = 'a long enough password';
export const IDENTITY_SECRET = 'an identity secret of thirty-two bytes';
const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };

export interface Ask {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
  /** At whose endpoint; that of whoever the token is of, if it is not said. */
  readonly audience?: Audience;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** An answer whose shape a test knows. */
type Json = Record<string, never>;

export class TestServer {
  readonly server: DeskServer;
  readonly clock: TestClock;
  readonly store: RowOf<typeof Store>;
  /** Lines of the log, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** Whose the tokens are that have been seen: also when they are not valid any more. */
  readonly #audiences = new Map<string, Audience>();

  constructor(
    server: DeskServer,
    clock: TestClock,
    store: RowOf<typeof Store>,
    log: readonly Record<string, unknown>[],
  ) {
    this.server = server;
    this.clock = clock;
    this.store = store;
    this.log = log;
  }

  /**
   * One GraphQL operation, at the endpoint of whoever asks. In the place of the payload of a mutation stands what it
   * says: why it was refused, else what was done.
   */
  async gql<T = Json>(query: string, variables: object = {}, ask: Ask = {}): Promise<Answer<T>> {
    const path = GRAPHQL_PATHS[ask.audience ?? (await this.#audienceOf(query, ask))];
    const response = await this.post(path, JSON.stringify({ query, variables }), {
      ...ask,
      headers: { 'content-type': 'application/json', ...ask.headers },
    });
    const { data, errors = [] } = (await response.json()) as Pick<Answer<T>, 'data' | 'errors'>;
    const { status, headers } = response;
    return { status, headers, data: /\bmutation\b/.test(query) && data ? saidBy(data) : data, errors };
  }

  /** By the token; of nobody, by what only one of the two audiences is offered. */
  async #audienceOf(query: string, { token }: Ask): Promise<Audience> {
    const { desk } = this.server;
    if (token && !this.#audiences.has(token)) {
      const find = async () => actorForToken(desk.read(ANONYMOUS), token, desk.permissions);
      const actor = await find().catch(() => undefined);
      if (actor) this.#audiences.set(token, actor.kind === 'shopper' ? 'shopper' : 'staff');
    }
    const known = token && this.#audiences.get(token);
    if (known) return known;
    return /\b(?:startShopperSession|identifyShopper|widgetSettings)\b/.test(query) ? 'shopper' : 'staff';
  }

  post(path: string, body: BodyInit, { token, headers = {}, address }: Ask = {}): Promise<Response> {
    const own: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const request = new Request(`http://desk.test${path}`, {
      method: 'POST',
      headers: { ...own, ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
    return this.server.fetch(request, address ? { address } : {});
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.server.fetch(new Request(`http://desk.test${path}`, { headers }));
  }

  /** A member of staff who is signed in and online. */
  async staff(
    agentNo: string,
    roles: readonly RoleCode[],
    storeIds: readonly string[] = [],
  ): Promise<{ token: string; id: string; email: string }> {
    const email = `${agentNo.toLowerCase()}@example.com`;
    const input = {
      name: agentNo,
      agentNo,
      email,
      roles,
      storeIds,
      password: TEST_PASSWORD,
      skills: ['LIVE'],
      autoReplyText: 'Back in a moment.',
    };
    const { id } = (await this.server.desk.perform(SYSTEM, 'addStaff', input)) as { id: string };
    await this.server.desk.perform(SYSTEM, 'setPresence', { id, presence: 'ONLINE' });
    const { data } = await this.gql<{ signIn: { token: string } }>(
      'mutation ($i: SignInInput!) { signIn(input: $i) { signedIn { token } } }',
      { i: { email, password: TEST_PASSWORD } },
    );
    this.#audiences.set(data.signIn.token, 'staff');
    return { token: data.signIn.token, id, email };
  }

  /** A new browser: anonymous, or signed by the shop as this customer. */
  async shopper(subject?: string): Promise<{ token: string; customerId: string }> {
    const started = await this.#shopper(subject);
    this.#audiences.set(started.token, 'shopper');
    return started;
  }

  async #shopper(subject?: string): Promise<{ token: string; customerId: string }> {
    const storeKey = this.store.key;
    if (subject === undefined) {
      const start =
        'mutation ($i: StartShopperSessionInput!) { a: startShopperSession(input: $i) { shopperToken { token customerId } } }';
      return (await this.gql<{ a: { token: string; customerId: string } }>(start, { i: { storeKey } })).data.a;
    }
    const identify =
      'mutation ($i: IdentifyShopperInput!) { a: identifyShopper(input: $i) { shopperToken { token customerId } } }';
    const input = { storeKey, identityToken: await this.identityToken({ sub: subject }) };
    return (await this.gql<{ a: { token: string; customerId: string } }>(identify, { i: input })).data.a;
  }

  /** What the shop's backend would sign. */
  identityToken(claims: Record<string, unknown>, secret = IDENTITY_SECRET): Promise<string> {
    const now = Math.floor(this.clock.now().getTime() / 1000);
    const payload = { iss: this.store.identityIssuer, aud: this.store.key, iat: now, exp: now + 600, ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(new TextEncoder().encode(secret));
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

/** Each payload of mutations by what it says: the denial, else the one field that was selected, or all of several. */
function saidBy<T>(payloads: T): T {
  const said = Object.entries(payloads as Record<string, Record<string, unknown>>).map(([root, payload]) => {
    const { denied, __typename, ...done } = payload;
    const [first, ...more] = Object.values(done);
    return [root, denied ?? (first !== undefined && more.length === 0 ? first : done)];
  });
  return Object.fromEntries(said) as T;
}

/** Starts a server with one tenant and one store, `store-1`. */
export async function createTestServer(options: DeskServerOptions): Promise<TestServer> {
  const clock = new TestClock();
  const log: Record<string, unknown>[] = [];
  const logger = pino(
    { level: 'debug', base: null },
    { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const server = await createDeskServer({
    clock: clock.now,
    passwords: PLAIN_PASSWORDS,
    logger,
    development: false,
    background: false,
    assets: false,
    ...options,
  });
  await server.desk.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const store = (await server.desk.perform(SYSTEM, 'createStore', { name: 'S1', key: 'store-1' })) as RowOf<
    typeof Store
  >;
  // Tests take conversations by hand.
  await server.desk.perform(SYSTEM, 'setRoutingPolicy', { storeId: store.id, mode: 'MANUAL' });
  await server.desk.perform(SYSTEM, 'addIdentityKey', {
    storeId: store.id,
    kid: 'k1',
    algorithm: 'HS256',
    material: IDENTITY_SECRET,
  });
  return new TestServer(server, clock, store, log);
}
