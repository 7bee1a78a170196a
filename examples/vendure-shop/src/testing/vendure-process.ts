/**
 * @module A real Vendure in a process of its own, on a database of its own: can be killed and started again.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../server/', import.meta.url));
const READY_MS = 90_000;

/** Passwords of the people in the seed. */
export const PASSWORDS = {
  superadmin: 'a superadmin of tests',
  desk: 'a desk of tests',
  customer: 'a customer of tests',
} as const;

export interface VendureProcess {
  readonly url: string;
  /** Starts it again on the same port and database. */
  start(): Promise<void>;
  /** SIGKILL: nothing can be finished. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface VendureProcessOptions {
  readonly databaseUrl: string;
  /** Where it posts its events, and the secret of the signature. */
  readonly events?: { readonly url: string; readonly secret: string };
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts Vendure and fills an empty database with a small shop. */
export async function startVendure({ databaseUrl, events }: VendureProcessOptions): Promise<VendureProcess> {
  if (!existsSync(`${SERVER}node_modules`))
    throw new Error('Vendure is not installed: run `node scripts/ensure-vendure.mjs`.');
  const port = await freePort();
  const env = {
    ...process.env,
    VENDURE_PORT: String(port),
    VENDURE_DATABASE_URL: databaseUrl,
    VENDURE_SECRET: 'signs the cookies of tests',
    VENDURE_PASSWORD: PASSWORDS.superadmin,
    DESK_PASSWORD: PASSWORDS.desk,
    CUSTOMER_PASSWORD: PASSWORDS.customer,
    ...(events ? { DESK_EVENTS_URL: events.url, DESK_EVENTS_SECRET: events.secret } : {}),
  };
  let child: ChildProcess | undefined;
  const start = async () => {
    child = fork(`${SERVER}src/main.ts`, {
      cwd: SERVER,
      env,
      execArgv: ['--disable-warning=ExperimentalWarning', '--disable-warning=DeprecationWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await ready(child);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return { url: `http://127.0.0.1:${port}`, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Vendure does not get ready.')), READY_MS);
    child.once('message', () => (clearTimeout(late), resolve()));
    child.once(
      'exit',
      (code) => (clearTimeout(late), reject(new Error(`Vendure ended with ${code} before it was ready.`))),
    );
  });
}
