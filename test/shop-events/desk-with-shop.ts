/**
 * @module A desk server in a process of its own whose two stores sell by one demo shop: `pushed` hears its events,
 * `polled` asks for its changes.
 */
import { createDeskServer, startServer } from '@shopdesk/server';
import { demoShop } from 'demo-shop';
import { pino } from 'pino';
import type { DeskWithShopOptions } from './options.ts';

const { databaseUrl, filesFolder, port, shopUrl, shopSecret } = JSON.parse(
  process.argv[2] ?? '',
) as DeskWithShopOptions;
const shop = { url: shopUrl, secret: shopSecret };
const server = await createDeskServer({
  database: { url: databaseUrl },
  filesFolder,
  shops: { pushed: demoShop({ ...shop, orderEvents: 'WEBHOOK' }), polled: demoShop(shop) },
  limits: { rates: false },
  development: false,
  logger: pino({ level: process.env['LOG_LEVEL'] ?? 'error' }),
});
await startServer(server, { port, host: '127.0.0.1', signals: true });
process.send?.({ ready: true });
