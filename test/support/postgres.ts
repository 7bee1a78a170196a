/**
 * @module A PostgreSQL of its own for tests: a temporary cluster on a free port, which can be killed and started again.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findPostgres } from './find-program.ts';

const run = promisify(execFile);

export interface PostgresServer {
  /** Of the database `postgres`, as its superuser. */
  readonly url: string;
  /** The same server, another database. */
  urlOf(database: string): string;
  /** Starts it again after `kill`; resolves when it answers. */
  start(): Promise<void>;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Off, tests are several times as fast; on, for tests of durability and for measurements. */
  readonly fsync?: boolean;
}

/** Starts a new cluster; the server refuses to run as root, so root lends it the user `postgres`. */
export async function startPostgres({ fsync = false }: PostgresServerOptions = {}): Promise<PostgresServer> {
  const bin = findPostgres();
  if (!bin)
    throw new Error(
      'PostgreSQL is not installed: run `node scripts/ensure-postgres.mjs`, or set PG_BIN to its folder of programs.',
    );
  const user = await serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-pg-'));
  if (user) await chown(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...user, cwd: folder },
  );
  const cluster = new Cluster({ bin, folder, data, user, fsync, port: await freePort() });
  try {
    await cluster.start();
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

async function serverUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

interface ClusterOptions {
  readonly bin: string;
  readonly folder: string;
  readonly data: string;
  readonly user: User | undefined;
  readonly fsync: boolean;
  readonly port: number;
}

/** What a host's server may well be set to, and the desk must not depend on. */
const UNUSUAL = { timezone: 'Asia/Shanghai', datestyle: 'German, DMY' };

class Cluster implements PostgresServer {
  readonly #options: ClusterOptions;
  #process: ChildProcess | undefined;
  /** A test run that ends without stopping it must not leave it behind. */
  readonly #onExit = () => void this.#process?.kill('SIGQUIT');

  constructor(options: ClusterOptions) {
    this.#options = options;
    process.once('exit', this.#onExit);
  }

  get url(): string {
    return this.urlOf('postgres');
  }

  urlOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#options.port}/${database}`;
  }

  async start(): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      // The orphans of a killed server hold its memory for a moment, and a new one refuses to start until they are
      // gone.
      if (!this.#process || this.#process.exitCode !== null || this.#process.signalCode !== null) this.#spawn();
      if (await answers(this.url)) return;
      await sleep(50);
    }
    throw new Error('PostgreSQL did not start within 30 seconds.');
  }

  /** Its processes outlive the one that started them for a moment, and would still answer whoever is connected. */
  async kill(): Promise<void> {
    const workers = await this.#workers();
    await this.#end('SIGKILL');
    for (const pid of workers) killIfAlive(pid);
  }

  /** The processes of the server but the first: one for each connection, and those that look after the files. */
  async #workers(): Promise<number[]> {
    if (!this.#process) return [];
    return withClient(this.url, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
      return rows.map(({ pid }) => pid);
    });
  }

  async stop(): Promise<void> {
    process.removeListener('exit', this.#onExit);
    await this.#end('SIGINT');
    await rm(this.#options.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #spawn(): void {
    const { bin, folder, data, user, fsync, port } = this.#options;
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: folder,
      max_connections: 200,
      fsync: fsync ? 'on' : 'off',
      ...UNUSUAL,
    };
    const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    this.#process = spawn(join(bin, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
