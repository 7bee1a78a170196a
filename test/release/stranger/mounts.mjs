// Mounts one desk as a shop would, in every usual place, and says of each what answers: a line of JSON for every check.
// With `--stay` it goes on serving at the root of plain Node and prints that address, until it is stopped.
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createDeskServer, DEMO_PASSWORD, demoEmail, nodeListener, seedDemo } from '@shopdesk/server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const JSON_TYPE = { 'content-type': 'application/json' };

const folder = await mkdtemp(join(process.cwd(), 'mounts-'));
const options = { database: { dataDir: join(folder, 'database') }, filesFolder: join(folder, 'files') };
const desk = await createDeskServer(options);
await seedDemo(desk.desk, { allowedOrigins: [] });

const listening = (server) =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)));

async function onFastify() {
  const app = fastify();
  app.register(async (scope) => {
    // The desk reads its bodies itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const listener = nodeListener(desk);
    scope.all('/*', (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

async function onFastifyAsItIs() {
  const app = fastify();
  // What Fastify has no parser of its own for, it refuses before anybody is asked.
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const listener = nodeListener(desk);
  app.all('/*', (request, reply) => {
    reply.hijack();
    request.raw.body = request.body;
    listener(request.raw, reply.raw);
  });
  return app.listen({ port: 0, host: '127.0.0.1' });
}

const onHono = () =>
  new Promise((resolve) => {
    const app = new Hono().all('*', (c) => desk.fetch(c.req.raw));
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });

const MOUNTS = {
  'node:http': () => listening(createServer(nodeListener(desk))),
  'Express behind express.json()': () => listening(createServer(express().use(express.json()).use(nodeListener(desk)))),
  'Express below a prefix': async () =>
    `${await listening(createServer(express().use('/help/desk', nodeListener(desk))))}/help/desk`,
  'Fastify without its parsers': onFastify,
  'Fastify with its parsers': onFastifyAsItIs,
  Hono: onHono,
};

function need(condition, what) {
  if (!condition) throw new Error(what);
}

/** What must answer at a mount; each is given the address and a way to ask. */
const CHECKS = {
  'POST /graphql': async ({ graphql }) =>
    need((await graphql('{ __typename }')).data?.__typename === 'Query', 'no data'),
  'POST /shopper': async ({ graphql }) =>
    need((await graphql('{ __typename }', {}, '/shopper')).data?.__typename === 'Query', 'no data'),
  'GET /graphql': async ({ ask }) => {
    const { data } = await (await ask('/graphql?query=%7B__typename%7D')).json();
    need(data?.__typename === 'Query', 'no data');
  },
  '/healthz': ({ ask }) => ask('/healthz'),
  '/readyz': ({ ask }) => ask('/readyz'),
  'attachments, up and down': async ({ ask, shopper }) => {
    const { headers, conversationId } = await shopper();
    const sent = await ask(`/attachments?conversationId=${conversationId}&name=a.png`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'image/png' },
      body: PNG,
    });
    const { id } = await sent.json();
    const { url: path } = await (await ask(`/attachments/${id}/link`, { method: 'POST', headers })).json();
    const bytes = await (await ask(path)).arrayBuffer();
    need(Buffer.from(bytes).equals(Buffer.from(PNG)), 'another file came back');
  },
  '/widget.js': async ({ ask }) => need((await (await ask('/widget.js')).text()).length > 1000, 'no script'),
  '/admin/ with its script': async ({ ask, url }) => {
    const page = await ask('/admin/');
    const script = /<script[^>]* src="([^"]+)"/.exec(await page.text())?.[1];
    need(script, 'the page has no script');
    const loaded = await fetch(new URL(script, `${url}/admin/`), { signal: AbortSignal.timeout(5000) });
    need(loaded.ok, `${script} answers ${loaded.status}`);
  },
  'signing in': async ({ graphql }) => {
    const { data } = await graphql(
      `mutation { signIn(input: { email: "${demoEmail('SV')}", password: "${DEMO_PASSWORD}" }) { signedIn { token } denied { message } } }`,
    );
    need(data?.signIn?.signedIn?.token, JSON.stringify(data));
  },
};

function visitor(url) {
  const ask = async (path, init) => {
    const response = await fetch(url + path, { signal: AbortSignal.timeout(5000), ...init });
    if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 120)}`);
    return response;
  };
  const graphql = async (query, headers = {}, path = '/graphql') =>
    (
      await ask(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ query }) })
    ).json();
  const shopper = async () => {
    const { data } = await graphql(
      'mutation { startShopperSession(input: { storeKey: "demo" }) { shopperToken { token } } }',
      {},
      '/shopper',
    );
    const headers = { authorization: `Bearer ${data.startShopperSession.shopperToken.token}` };
    const { data: opened } = await graphql(
      'mutation { openConversation(input: {}) { conversation { id } } }',
      headers,
      '/shopper',
    );
    return { headers, conversationId: opened.openConversation.conversation.id };
  };
  return { url, ask, graphql, shopper };
}

const tell = (line) => console.log(JSON.stringify(line));

for (const [mount, start] of Object.entries(MOUNTS)) {
  const here = visitor(await start());
  for (const [what, check] of Object.entries(CHECKS)) {
    const reason = await check(here).then(
      () => undefined,
      (error) => String(error.cause ?? error.message),
    );
    tell({ mount, what, reason });
  }
}
if (process.argv.includes('--stay')) tell({ url: await MOUNTS['node:http']() });
else process.exit(0);
