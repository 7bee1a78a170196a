/** @module A desk from an empty folder, by the commands that an owner types, and a page of another origin. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from 'shopdesk-test/postgres';

const CLI = fileURLToPath(new URL('../../../packages/server/src/cli.ts', import.meta.url));
const START_MS = 60_000;

export interface FreshDesk {
  readonly url: string;
  stop(): Promise<void>;
}

/** `shopdesk init` with these flags in a folder of its own, then `shopdesk start`. */
export async function startFresh(flags: readonly string[], env: Readonly<Record<string, string>>): Promise<FreshDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-first-'));
  const port = String(await freePort());
  const run = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--conditions=@shopdesk/source', CLI, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const founding = run(['init', ...flags]);
  const [code] = (await once(founding, 'exit')) as [number];
  if (code !== 0) throw new Error(`shopdesk init ended with ${code}.`);
  const desk = run(['start', '--port', port]);
  const end = () => void desk.kill('SIGKILL');
  process.once('exit', end);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + START_MS;
  while (
    !(await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > until || desk.exitCode !== null) throw new Error('The desk did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    stop: async () => {
      process.off('exit', end);
      if (desk.exitCode === null) {
        desk.kill('SIGTERM');
        await once(desk, 'exit');
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export interface ShopPage {
  readonly origin: string;
  /** What stands in the body of the page from now on. */
  put(body: string): void;
  stop(): Promise<void>;
}

/** A page of another origin than the desk's; of a host that is not `localhost`, one that no store names either. */
export async function startShopPage(lang: string, host = 'localhost'): Promise<ShopPage> {
  let body = '';
  const server = createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="${lang}"><title>Shop</title><h1>Shop</h1>${body}</html>`),
  );
  server.listen(0, host);
  await once(server, 'listening');
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    put: (next) => (body = next),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
