/**
 * @module The desk and the demo shop as `npm start` brings them up, as a process that can be killed and started again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from 'shopdesk-test/postgres';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = join(root, 'examples/demo-shop/src/start.ts');
/** On a machine that does other things besides, the demo's thousand orders take long to be founded. */
const START_MS = 240_000;

export interface Demo {
  readonly deskUrl: string;
  readonly shopUrl: string;
  /** Of every member of the demo's staff. */
  readonly password: string;
  /** SIGKILL: nothing can be finished. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, on the same ports and folder. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** The data of a demo that has been started once and stopped, which the global setup of the run has made. */
const DATA_ONCE_STARTED = 'SHOPDESK_TEST_DEMO_DATA';

/**
 * Brings up a demo with nothing done in it yet, and with what the browser loads built from the present sources. All its
 * shoppers share one address, so nobody counts. A `fresh` one is founded by itself, and finds the pages built already.
 */
export async function startDemo(
  env: Readonly<Record<string, string>> = {},
  { routing = 'MANUAL', fresh = false }: { readonly routing?: 'AUTO' | 'MANUAL'; readonly fresh?: boolean } = {},
): Promise<Demo> {
  const template = process.env[DATA_ONCE_STARTED];
  if (!template && !fresh) await buildPages();
  const demo = await newDemo(env, fresh ? undefined : template);
  await demo.start();
  await setRouting(demo, routing);
  return demo;
}

/** Builds and founds a demo once for all tests of a run, who each get a copy: either takes many seconds. */
export async function setup(): Promise<() => Promise<void>> {
  await buildPages();
  const made = await newDemo();
  await made.start();
  await made.end();
  process.env[DATA_ONCE_STARTED] = made.dataFolder;
  return () => made.stop();
}

async function newDemo(env: Readonly<Record<string, string>> = {}, template?: string): Promise<DemoProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'shopdesk-e2e-'));
  // A database elsewhere is founded by the demo itself.
  if (template && !env['DATABASE_URL'])
    await cp(template, dataIn(folder), { recursive: true, mode: constants.COPYFILE_FICLONE });
  return new DemoProcess(folder, {
    PORT: String(await freePort()),
    SHOP_PORT: String(await freePort()),
    SHOPDESK_DATA: dataIn(folder),
    DEMO_CONTENT: 'off',
    SHOPDESK_RATE_LIMITS: 'off',
    ...env,
  });
}

const dataIn = (folder: string) => join(folder, 'data');

/** Asks the desk as one of its people. */
export async function askAs(
  { deskUrl, password }: Demo,
  role: string,
): Promise<(query: string, input?: object) => Promise<never>> {
  const ask = async (query: string, input: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(`${deskUrl}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables: { input } }),
    });
    return ((await response.json()) as { data: { r: unknown } }).data.r;
  };
  const signIn = 'mutation ($input: SignInInput!) { r: signIn(input: $input) { signedIn { token } } }';
  const answer = await ask(signIn, { email: `${role}@demo.shopdesk.example`, password });
  const { token } = (answer as { signedIn: { token: string } }).signedIn;
  return async (query, input = {}) => (await ask(query, input, token)) as never;
}

/** Most stories take their conversations by hand. */
async function setRouting(demo: Demo, mode: 'AUTO' | 'MANUAL'): Promise<void> {
  const ask = await askAs(demo, 'mg');
  const { nodes } = (await ask('{ r: stores { nodes { id } } }')) as { nodes: readonly { id: string }[] };
  for (const { id } of nodes)
    await ask(
      'mutation ($input: SetRoutingPolicyInput!) { r: setRoutingPolicy(input: $input) { denied { __typename code } } }',
      {
        storeId: id,
        mode,
      },
    );
}

/** Builds what the browser loads from the present sources, unless that was done for this run. */
export async function buildPages(): Promise<void> {
  if (process.env[DATA_ONCE_STARTED]) return;
  const building = spawn(process.execPath, ['scripts/build.mjs', 'widget', 'panel'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(building, 'exit')) as [number];
  if (code !== 0) throw new Error('The widget or the panel could not be built.');
}

class DemoProcess implements Demo {
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #said = '';

  constructor(folder: string, env: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#env = env;
    // A run that ends without stopping it must not leave it behind.
    process.once('exit', () => this.#child?.kill('SIGKILL'));
  }

  get dataFolder(): string {
    return dataIn(this.#folder);
  }

  get deskUrl(): string {
    return `http://127.0.0.1:${this.#env['PORT']}`;
  }

  get shopUrl(): string {
    return `http://127.0.0.1:${this.#env['SHOP_PORT']}`;
  }

  get password(): string {
    return /password of all is (\S+)/.exec(this.#said)?.[1] ?? '';
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--conditions=@shopdesk/source', program], {
      env: { ...process.env, NODE_ENV: '', LC_ALL: 'C', ...this.#env },
    });
    this.#child = child;
    this.#said = '';
    const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk.toString();
        if (this.#said.includes('Ctrl-C')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) =>
        reject(new Error(`The demo ended with ${code} before it was ready:\n${this.#said}`)),
      );
    }).finally(() => clearTimeout(late));
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it politely and leaves its folder. */
  async end(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
