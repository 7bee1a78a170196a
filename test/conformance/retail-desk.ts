/**
 * @module A desk with a demo shop behind it, as the cases need it: every case has a store of the desk of its own, all
 * on the one shop, so that nothing of an earlier case is known to a later one.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowOf, Store, SystemActor } from '@shopdesk/core';
import { createDeskServer, type DeskServer } from '@shopdesk/server';
import { createDemoShop, demoShop, type DemoShop } from 'demo-shop';
import { pino } from 'pino';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'conformance', name: 'conformance' };
const PASSWORD = randomBytes(18).toString('base64url');
const secret = (): string => randomBytes(32).toString('base64url');
const TOKEN_SECONDS = 3600;

export interface GraphQLFailure {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}
export interface GraphQLAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFailure[];
}

export interface RetailDesk {
  readonly shop: Pick<DemoShop, 'exportStore' | 'reset'>;
  /** The token of a member of staff. */
  readonly staff: string;
  storeId(index: number): string;
  /** A token of a customer of the shop, signed by its backend. */
  customer(index: number, customerId: string): Promise<string>;
  gql(token: string, query: string, variables: object): Promise<GraphQLAnswer>;
  close(): Promise<void>;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JSON Web Token as the shop's backend signs it (HS256). */
function signed(claims: object, key: string): string {
  const text = `${part({ alg: 'HS256', kid: 'shop' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

const storeKey = (index: number) => `retail-${index}`;

/** Starts both, with `count` stores under the policy RETAIL_DEMO. */
export async function startRetailDesk({ storeFile, count }: { storeFile: string; count: number }): Promise<RetailDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'shopdesk-conformance-'));
  const [identitySecret, deskApiSecret] = [secret(), secret()];
  const shop = await createDemoShop({
    dataDir: join(folder, 'shop'),
    port: 0,
    deskUrl: 'http://127.0.0.1:1',
    storeKey: storeKey(0),
    identitySecret,
    deskApiSecret,
    seedFile: storeFile,
    // How the recorded cases book a cancellation.
    cancelRefunds: 'every-entry',
  });
  const port = demoShop({ url: shop.url, secret: deskApiSecret });
  const server = await createDeskServer({
    database: { dataDir: join(folder, 'desk'), flush: false },
    filesFolder: join(folder, 'files'),
    shops: Object.fromEntries(Array.from({ length: count }, (_none, index) => [storeKey(index), port])),
    limits: { rates: false },
    background: false,
    development: false,
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
  });
  const close = async () => {
    await server.close();
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const desk = new Door(server, identitySecret);
    await desk.open(count);
    return Object.assign(desk, { shop, close });
  } catch (error) {
    await close();
    throw error;
  }
}

function tokenOf(answer: GraphQLAnswer): string {
  const { signedIn, shopperToken } = (answer.data?.['r'] ?? {}) as Readonly<Record<string, { token: string }>>;
  const token = (signedIn ?? shopperToken)?.token;
  if (!token) throw new Error(`The desk does not let in whom it should: ${JSON.stringify(answer)}`);
  return token;
}

/** Asks the desk as anybody else would: by GraphQL over its fetch handler. */
class Door {
  staff = '';
  readonly #server: DeskServer;
  readonly #secret: string;
  readonly #stores: RowOf<typeof Store>[] = [];
  readonly #customers = new Map<string, Promise<string>>();

  constructor(server: DeskServer, identitySecret: string) {
    this.#server = server;
    this.#secret = identitySecret;
  }

  async open(count: number): Promise<void> {
    const { desk } = this.#server;
    await desk.perform(SYSTEM, 'createTenant', { name: 'Conformance', slug: 'conformance' });
    for (let index = 0; index < count; index += 1) this.#stores.push(await this.#createStore(index));
    const email = 'agent@conformance.example';
    await desk.perform(SYSTEM, 'addStaff', { name: 'Agent', agentNo: 'AA1', email, roles: ['AA'], password: PASSWORD });
    const signedIn = await this.gql('', 'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { token } } }', {
      i: { email, password: PASSWORD },
    });
    this.staff = tokenOf(signedIn);
    await this.#shopsKnown();
  }

  async #createStore(index: number): Promise<RowOf<typeof Store>> {
    const { desk } = this.#server;
    const settings = {
      name: `Retail ${index}`,
      key: storeKey(index),
      policyPack: 'RETAIL_DEMO',
      region: 'OTHER',
      timeZone: 'America/New_York',
      currency: 'USD',
      locale: 'en',
    };
    const store = (await desk.perform(SYSTEM, 'createStore', settings)) as RowOf<typeof Store>;
    await desk.perform(SYSTEM, 'addIdentityKey', {
      storeId: store.id,
      kid: 'shop',
      algorithm: 'HS256',
      material: this.#secret,
    });
    return store;
  }

  /** A server learns of new stores a moment after they were made. */
  async #shopsKnown(): Promise<void> {
    const storeId = this.storeId(this.#stores.length - 1);
    for (let tries = 0; tries < 100; tries += 1) {
      const { errors } = await this.gql(
        this.staff,
        'query ($s: ID!) { searchProducts(storeId: $s, first: 1) { next } }',
        { s: storeId },
      );
      if (!errors) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The desk does not find its shop.');
  }

  storeId(index: number): string {
    return this.#stores[index]?.id ?? '';
  }

  customer(index: number, customerId: string): Promise<string> {
    const key = `${index} ${customerId}`;
    const token = this.#customers.get(key) ?? this.#identify(index, customerId);
    this.#customers.set(key, token);
    return token;
  }

  async #identify(index: number, subject: string): Promise<string> {
    const key = storeKey(index);
    const now = Math.floor(Date.now() / 1000);
    const identityToken = signed(
      { sub: subject, iss: key, aud: key, iat: now, exp: now + TOKEN_SECONDS },
      this.#secret,
    );
    const answer = await this.gql(
      '',
      'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { shopperToken { token } } }',
      { i: { storeKey: key, identityToken } },
    );
    return tokenOf(answer);
  }

  /** As whoever the token is of; without one, by what is asked. */
  async gql(token: string, query: string, variables: object): Promise<GraphQLAnswer> {
    const isStaff = token ? token === this.staff : query.includes('signIn');
    const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const body = JSON.stringify({ query, variables });
    const request = new Request(`http://desk/${isStaff ? 'graphql' : 'shopper'}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body,
    });
    return (await (await this.#server.fetch(request)).json()) as GraphQLAnswer;
  }
}
