/**
 * @module A desk server in a process of its own, as `startDeskProcess` starts it: real sockets, real database, one
 * tenant with a store and two agents. The clock and everything else are the real ones; only the rate limits are off.
 */
import { createDeskServer } from '../../packages/server/src/server.ts';
import { startServer } from '../../packages/server/src/node.ts';
import { pino } from 'pino';
import { Tenant, type Desk, type RowOf, type Store, type SystemActor } from '@shopdesk/core';
import { AGENTS, STORE_KEY, type DeskProcessOptions } from './desk-process.ts';

const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant', name: 'set-up' };

async function setUp(desk: Desk, { routing = 'MANUAL', agents = AGENTS }: DeskProcessOptions): Promise<void> {
  if (await desk.read(SYSTEM).first(Tenant, {})) return;
  await desk.perform(SYSTEM, 'createTenant', { name: 'Test', slug: 'test' });
  const store = (await desk.perform(SYSTEM, 'createStore', {
    name: 'Test store',
    key: STORE_KEY,
    locale: 'en',
  })) as RowOf<typeof Store>;
  await desk.perform(SYSTEM, 'setRoutingPolicy', { storeId: store.id, mode: routing, maxAnonymousQueue: 0 });
  for (const { agentNo, email, password, capacity = 50 } of agents)
    await desk.perform(SYSTEM, 'addStaff', {
      name: agentNo,
      agentNo,
      email,
      password,
      roles: ['PA', 'TL'],
      skills: ['LIVE'],
      autoReplyText: 'Back in a moment.',
      capacity,
    });
}

async function run(options: DeskProcessOptions): Promise<void> {
  const { database, filesFolder, port } = options;
  const server = await createDeskServer({
    database,
    filesFolder,
    limits: { rates: false },
    development: false,
    logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
  });
  await setUp(server.desk, options);
  await startServer(server, { port, host: '127.0.0.1', signals: true });
  process.send?.({ ready: true });
}

await run(JSON.parse(process.argv[2] ?? '') as DeskProcessOptions);
