/**
 * @module A desk over HTTP whose store sells by Vendure, and its people as tests ask for them: by GraphQL, as anybody
 * would.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { RoleCode, RowOf, Shop, Store, SystemActor } from '@shopdesk/core';
import { createDeskServer, startServer } from '@shopdesk/server';

export const STORE_KEY = 'vendure-store';
/** With what the shop signs its events. */
export const EVENT_SECRET = `whsec_${randomBytes(32).toString('base64')}`;
const IDENTITY_SECRET = randomBytes(32).toString('base64url');
const PASSWORD = randomBytes(18).toString('base64url');
const SYSTEM: SystemActor = { kind: 'system', tenantId: 'story', name: 'story' };

type Answer = Readonly<Record<string, never>>;
/** One operation; throws what the desk denies. */
export type Ask = <T = Answer>(query: string, variables?: object) => Promise<T>;

export interface StoryDesk {
  readonly url: string;
  readonly storeId: string;
  /** Somebody of the staff, signed in and online. */
  staff(agentNo: string, role: RoleCode): Promise<Ask>;
  /** A customer of the shop, as its backend signs him. */
  customer(customerId: string): Promise<Ask>;
  close(): Promise<void>;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the shop's backend signs for whoever is signed in there. */
export function signed(subject: string): string {
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: 'HS256', kid: 'shop' })}.${part({ sub: subject, iss: STORE_KEY, aud: STORE_KEY, iat: now, exp: now + 600 })}`;
  return `${text}.${createHmac('sha256', IDENTITY_SECRET).update(text).digest('base64url')}`;
}

export interface StoryDeskOptions {
  readonly shop: Shop;
  readonly port: number;
  readonly database: { readonly dataDir: string; readonly flush: boolean } | { readonly url: string };
  /** The built widget, and the page that embeds it. */
  readonly widget?: { readonly folder: string; readonly origin: string };
}

/** Starts it with a store under the policy GENERIC outside of China and Europe. */
export async function startStoryDesk({ shop, port, database, widget }: StoryDeskOptions): Promise<StoryDesk> {
  const server = await createDeskServer({
    database,
    shops: { [STORE_KEY]: shop },
    limits: { rates: false },
    development: false,
    ...(widget ? { assets: { widget: widget.folder } } : {}),
  });
  const { desk } = server;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Story', slug: 'story' });
  const store = (await desk.perform(SYSTEM, 'createStore', {
    name: 'Vendure store',
    key: STORE_KEY,
    locale: 'en',
    currency: 'USD',
    region: 'OTHER',
    timeZone: 'America/Denver',
    allowedOrigins: widget ? [widget.origin] : [],
  })) as RowOf<typeof Store>;
  await desk.perform(SYSTEM, 'addIdentityKey', {
    storeId: store.id,
    kid: 'shop',
    algorithm: 'HS256',
    material: IDENTITY_SECRET,
  });
  await desk.perform(SYSTEM, 'addShopEventKey', { storeId: store.id, name: 'vendure', secret: EVENT_SECRET });
  const started = await startServer(server, { port });
  const staff = async (agentNo: string, role: RoleCode) => {
    const email = `${agentNo.toLowerCase()}@story.example`;
    await desk.perform(SYSTEM, 'addStaff', { name: agentNo, agentNo, email, roles: [role], password: PASSWORD });
    const asked = asker(`${started.url}/graphql`);
    const { r } = await asked()<{ r: { signedIn: { token: string } } }>(
      'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { token } } }',
      { i: { email, password: PASSWORD } },
    );
    return asked(r.signedIn.token);
  };
  const customer = async (customerId: string) => {
    const identify =
      'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { shopperToken { token } } }';
    const asked = asker(`${started.url}/shopper`);
    const { r } = await asked()<{ r: { shopperToken: { token: string } } }>(identify, {
      i: { storeKey: STORE_KEY, identityToken: signed(customerId) },
    });
    return asked(r.shopperToken.token);
  };
  return { url: started.url, storeId: store.id, staff, customer, close: () => started.stop() };
}

const asker =
  (url: string) =>
  (token?: string): Ask =>
  async <T>(query: string, variables: object = {}) => {
    const headers = {
      'content-type': 'application/json',
      'x-desk-locale': 'en',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: readonly { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  };
