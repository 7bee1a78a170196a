/**
 * @module Runs the shop as a process of its own, set up by environment variables; says when it is ready.
 */
import { bootstrap, JobQueueService } from '@vendure/core';
import { configOf } from './config.ts';
import { seed } from './seed.ts';

const {
  VENDURE_PORT = '3000',
  VENDURE_DATABASE_URL,
  VENDURE_PASSWORD,
  DESK_PASSWORD,
  CUSTOMER_PASSWORD,
  VENDURE_SECRET,
  DESK_EVENTS_URL,
  DESK_EVENTS_SECRET,
} = process.env;

function needed(value: string | undefined, name: string): string {
  if (!value) throw new Error(`Set ${name}.`);
  return value;
}

const port = Number(VENDURE_PORT);
const identifier = 'superadmin';
const app = await bootstrap(
  configOf({
    port,
    databaseUrl: needed(VENDURE_DATABASE_URL, 'VENDURE_DATABASE_URL'),
    superadmin: { identifier, password: needed(VENDURE_PASSWORD, 'VENDURE_PASSWORD') },
    cookieSecret: needed(VENDURE_SECRET, 'VENDURE_SECRET'),
    desk: DESK_EVENTS_URL ? { url: DESK_EVENTS_URL, secret: needed(DESK_EVENTS_SECRET, 'DESK_EVENTS_SECRET') } : {},
  }),
);
await seed(app, {
  superadmin: identifier,
  customers: needed(CUSTOMER_PASSWORD, 'CUSTOMER_PASSWORD'),
  desk: needed(DESK_PASSWORD, 'DESK_PASSWORD'),
});

await app.get(JobQueueService).start();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void app.close().then(() => process.exit(0)));
process.send?.({ ready: true });
console.log(`Vendure: http://127.0.0.1:${port}`);
