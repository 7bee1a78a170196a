/** @module A desk with the warranty feature, and a site with two pages of the shop: its shop front and its panel. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standardFeatures, type Passwords } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { createDeskServer, signatureOf, standardServerFeatures, startServer, type DeskServer } from '@shopdesk/server';
import { build } from 'esbuild';
import { warranty } from '../core/index.ts';
import { warrantyServer } from '../server/index.ts';

const STORE = 'shop-1';
const IDENTITY_SECRET = 'an identity secret of thirty-two bytes';
const WORKSHOP_SECRET = `whsec_${Buffer.from('the secret of the workshop').toString('base64')}`;
const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
export const PASSWORD = 'a long enough password';

/** In the clear, because argon2id is slow on purpose. */
const passwords: Passwords = {
  hash: async (password) => password,
  verify: async (password, hash) => hash === password,
};

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the shop's backend signs about the customer who is signed in there. */
function identityOf(subject: string, issuer: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: STORE, sub: subject, name: 'Mia', iat: now, exp: now + 600 };
  const signed = `${encoded({ alg: 'HS256', kid: 'k1' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', IDENTITY_SECRET).update(signed).digest('base64url')}`;
}

export async function startWarrantySite() {
  const folder = await mkdtemp(join(tmpdir(), 'warranty-'));
  await build({
    entryPoints: ['shop-page', 'panel-page'].map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url))),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@shopdesk/source', 'browser', 'production'],
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
    logLevel: 'error',
  });
  const server = (await createDeskServer({
    store: new MemoryStore(),
    passwords,
    features: [...standardFeatures, warranty],
    serverFeatures: [...standardServerFeatures, warrantyServer({ workshopSecret: WORKSHOP_SECRET })],
    development: true,
    assets: false,
  })) as unknown as DeskServer;
  const { desk } = server;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const store = (await desk.perform(SYSTEM, 'createStore', { name: 'Shop', key: STORE })) as {
    readonly id: string;
    readonly identityIssuer: string;
  };
  await desk.perform(SYSTEM, 'setRoutingPolicy', { storeId: store.id, mode: 'MANUAL' });
  const key = { storeId: store.id, kid: 'k1', algorithm: 'HS256', material: IDENTITY_SECRET };
  await desk.perform(SYSTEM, 'addIdentityKey', key);
  const agent = { name: 'Ada', agentNo: 'AA1', email: 'aa1@example.com', roles: ['AA', 'PA'], password: PASSWORD };
  const { id } = (await desk.perform(SYSTEM, 'addStaff', {
    ...agent,
    storeIds: [],
    skills: ['LIVE'],
    autoReplyText: 'One moment.',
  })) as { readonly id: string };
  await desk.perform(SYSTEM, 'setPresence', { id, presence: 'ONLINE' });
  const started = await startServer(server);

  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    const locale = searchParams.get('locale') ?? 'en';
    const page = (script: string, body: string, facts = '') =>
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          `<!doctype html><html lang="${locale}"><head><title>Shop</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>html,body{height:100%;margin:0}</style></head><body data-desk="${started.url}" data-locale="${locale}" ${facts}>${body}<script type="module" src="/${script}.js"></script></body></html>`,
        );
    if (pathname === '/shop')
      return page(
        'shop-page',
        '<h1>Shop</h1>',
        `data-store="${STORE}" data-token="${identityOf('mia', store.identityIssuer)}"`,
      );
    if (pathname === '/panel')
      return page(
        'panel-page',
        `<desk-admin url="${started.url}" locale="${locale}" style="height:100%"></desk-admin>`,
      );
    readFile(join(folder, pathname)).then(
      (code) => response.setHeader('content-type', 'text/javascript').end(code),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  /** The workshop tells that something was repaired. */
  async function tellRepair(claimId: string, report: string): Promise<number> {
    const body = JSON.stringify({ claimId, report });
    const [id, timestamp] = [`msg-${claimId}`, String(Math.floor(Date.now() / 1000))];
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf({ id, timestamp, body }, WORKSHOP_SECRET),
    };
    return (await fetch(`${started.url}/warranty/${STORE}/repairs`, { method: 'POST', headers, body })).status;
  }

  return {
    url,
    desk,
    system: SYSTEM,
    tellRepair,
    close: async () => {
      site.closeAllConnections();
      site.close();
      await started.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
