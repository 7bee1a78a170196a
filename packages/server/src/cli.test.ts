import { spawn } from 'node:child_process';
import type { Stats } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, DATABASE_KINDS, type DatabaseKind } from 'shopdesk-test/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPlace } from './cli/environment.ts';
import { wordsOf, terminalLocale } from './cli/words.ts';
import { DEMO_PASSWORD } from './demo-seed.ts';
import { openRuntime } from './runtime.ts';

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

let folder: string;
const cleanUp: (() => Promise<unknown> | void)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-cli-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
});
/** A folder with the demo in it, to copy: making one takes seconds. */
let seeded: string;
beforeAll(async () => {
  folder = seeded = await mkdtemp(join(tmpdir(), 'shopdesk-cli-'));
  await run(['seed']);
});
afterAll(() => rm(seeded, { recursive: true, force: true, maxRetries: 5 }));
const startSeeded = () => cp(join(seeded, '.shopdesk'), join(folder, '.shopdesk'), { recursive: true });
/** An embedded database with nothing in it: what a first start makes, which takes seconds too. */
async function startEmpty(): Promise<void> {
  const { options, remove } = await createTestDatabase('pglite');
  await mkdir(join(folder, '.shopdesk'), { mode: 0o700 });
  await cp('dataDir' in options ? options.dataDir : '', join(folder, '.shopdesk', 'database'), { recursive: true });
  await remove();
}
afterEach(async () => {
  for (const act of cleanUp.splice(0).toReversed()) await act();
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command as a process of its own, as people run it. */
function shopdesk(args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, HOME, ...(NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {}), LANG: 'en_US.UTF-8', ...variables };
  const child = spawn(process.execPath, ['--conditions=@shopdesk/source', CLI, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  cleanUp.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const until = (text: string | RegExp) =>
    vi.waitFor(() => expect(said.out + said.err).toMatch(text), { timeout: 30_000 });
  return { child, said, ended, until };
}

const run = (args: readonly string[], variables?: Readonly<Record<string, string>>) => shopdesk(args, variables).ended;

/** Where the commands find their database. */
async function place(kind: DatabaseKind): Promise<Record<string, string>> {
  if (kind === 'pglite') return {};
  const database = await createTestDatabase('postgres');
  cleanUp.push(() => database.remove());
  return { DATABASE_URL: 'url' in database.options ? database.options.url : '' };
}

/** A server at work for a moment, which seals the audit trail and keeps where it ends. */
async function startAndStop(env?: Readonly<Record<string, string>>): Promise<void> {
  const server = shopdesk(['start', '--port', '0'], env);
  await server.until('Shopdesk is ready.');
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
}

/**
 * What somebody with all rights on the database can do: the guards are on again afterwards and the head fits the rest.
 */
const CUT_THE_TRAIL = `
  ALTER TABLE audit_events DISABLE TRIGGER ALL; ALTER TABLE desk_audit_heads DISABLE TRIGGER ALL;
  DELETE FROM audit_events WHERE chain_seq IS NULL OR chain_seq > 3;
  UPDATE desk_audit_heads head SET chain_seq = 3, hash = (SELECT hash FROM audit_events entry WHERE entry.tenant_id = head.tenant_id AND entry.chain_seq = 3);
  ALTER TABLE audit_events ENABLE TRIGGER ALL; ALTER TABLE desk_audit_heads ENABLE TRIGGER ALL`;

/**
 * Calls `visit` for a folder and for every file and folder below it. A server at work removes files of its database
 * meanwhile: what is gone when its turn comes is left out, but never the top itself.
 */
async function visitAll(top: string, visit: (name: string, entry: Stats) => unknown): Promise<void> {
  const visitEntry = async (name: string): Promise<void> => {
    const path = join(top, name);
    try {
      const entry = await stat(path);
      await visit(name, entry);
      if (!entry.isDirectory()) return;
      for (const child of await readdir(path)) await visitEntry(join(name, child));
    } catch (error) {
      if (name === '.' || !(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  };
  await visitEntry('.');
}

/** What others may read, write or enter at and below a folder: mode and name. */
async function openModes(top: string): Promise<string[]> {
  const open: string[] = [];
  await visitAll(top, (name, { mode }) => mode & 0o077 && open.push(`${(mode & 0o777).toString(8)} ${name}`));
  return open;
}

/** As an older version or a careless copy leaves it. */
const openAll = (top: string): Promise<void> =>
  visitAll(top, (name, entry) => chmod(join(top, name), entry.isDirectory() ? 0o755 : 0o666));

// Each command is a process that opens a database, which a busy machine takes seconds for.
const PATIENT = { timeout: 90_000 };

describe('the command init', PATIENT, () => {
  const GUIDE = new URL('../../../docs/guide/operating.md', import.meta.url);

  test('founds a company’s desk as the guide says, adds nothing twice, and leaves nothing half done after a mistake', async () => {
    const code = /<!-- tested: init -->\n *```sh\n([^]*?) *```/.exec(await readFile(GUIDE, 'utf8'))?.[1] ?? '';
    const args = [...code.replace(/^.*shopdesk /, '').matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const password = { SHOPDESK_ADMIN_PASSWORD: 'a long enough password' };
    const without = await run(args);
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('SHOPDESK_ADMIN_PASSWORD')]);
    const wrong = await run(
      args.map((arg) => (arg === 'my-shop' ? 'My Shop' : arg)),
      { SHOPDESK_ADMIN_PASSWORD: 'short' },
    );
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringMatching(/--store: [^]*SHOPDESK_ADMIN_PASSWORD: At least 10 characters/),
    ]);
    expect(await run(args, password)).toMatchObject({
      code: 0,
      err: '',
      out: 'The desk of My company is founded: store "my-shop", administrator ada@shop.example.\n',
    });
    expect(await run(args, password)).toMatchObject({
      code: 0,
      out: 'Everything was there already; nothing has changed.\n',
    });
  });
});

describe.each(DATABASE_KINDS)('the commands on %s', PATIENT, (kind) => {
  test('bring a new folder to life: seed twice, look, start, sign in, stop, verify', async () => {
    const env = await place(kind);
    const dry = await run(['migrate', '--dry-run'], env);
    expect([dry.code, dry.err, dry.out]).toEqual([
      0,
      '',
      expect.stringMatching(/\d+ statements would be executed:[^]*CREATE TABLE "conversations"/),
    ]);
    const unready = await run(['doctor'], env);
    expect([unready.code, unready.err]).toEqual([1, expect.stringContaining('run shopdesk migrate')]);
    for (const round of [1, 2]) {
      const seeded = await run(['seed'], env);
      expect([round, seeded.code, seeded.err, seeded.out]).toEqual([
        round,
        0,
        '',
        expect.stringContaining('ad@demo.shopdesk.example'),
      ]);
    }
    expect((await run(['migrate'], env)).out).toBe('The database is up to date.\n');

    const server = shopdesk(['start', '--port', '0'], env);
    await server.until('Shopdesk is ready.');
    await server.until('The demo password works for');
    expect(server.said.out).toMatch(/GraphiQL: (http\S+graphql|not installed)/);
    const url = /GraphQL: (\S+)/.exec(server.said.out)?.[1] ?? '';
    const signIn = `mutation { signIn(input: { email: "sv@demo.shopdesk.example", password: "${DEMO_PASSWORD}" }) { signedIn { name } } }`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signIn }),
    });
    expect(await answer.json()).toEqual({ data: { signIn: { signedIn: { name: 'Grace Hill' } } } });
    server.child.kill('SIGINT');
    expect(await server.ended).toMatchObject({ code: 0, out: expect.stringContaining('Stopped.') });

    const audit = await run(['audit', 'verify'], env);
    expect([audit.code, audit.out]).toEqual([0, expect.stringMatching(/: \d+ entries, the chain is whole\.\n$/)]);
    const doctor = await run(['doctor'], env);
    expect([doctor.code, doctor.err, doctor.out]).toEqual([
      0,
      '',
      expect.stringContaining('Any page may embed the widget of demo'),
    ]);
  });

  test('name an audit trail that was cut at its end, until somebody has looked and accepts where it ends now', async () => {
    const env = await place(kind);
    await (kind === 'pglite' ? startSeeded() : run(['seed'], env));
    expect((await run(['audit', 'verify'], env)).out).toContain('Nothing is kept outside the database yet');
    await startAndStop(env);
    const whole = await run(['audit', 'verify'], env);
    expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/^.*: \d+ entries, the chain is whole\.\n$/)]);
    const { options } = await readPlace({}, env, folder);
    const runtime = await openRuntime({ ...options, migrate: false });
    await runtime.database?.exec(CUT_THE_TRAIL);
    await runtime.close();
    for (const command of [['audit', 'verify'], ['doctor']]) {
      const { code, out, err } = await run(command, env);
      expect([command, code, out + err]).toEqual([
        command,
        1,
        expect.stringMatching(/: the chain is BROKEN at entry 4: removed\./),
      ]);
    }
    expect(await run(['audit', 'verify', '--accept'], env)).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 entries, the chain is whole.'),
    });
    expect((await run(['audit', 'verify'], env)).code).toBe(0);
    expect((await run(['doctor'], env)).code).toBe(0);
  });

  test('refuse to start in production with what is insecure, and name all of it', async () => {
    const env = {
      ...(await place(kind)),
      NODE_ENV: 'production',
      SHOPDESK_RATE_LIMITS: 'off',
      HOST: '0.0.0.0',
      SHOPDESK_FLUSH: 'off',
    };
    await (kind === 'pglite' ? startSeeded() : run(['seed'], env));
    const { code, err } = await run(['start', '--port', '0'], env);
    expect(code).toBe(1);
    for (const problem of [
      'NODE_ENV is "production"',
      'The demo password works for pa@demo.shopdesk.example (+16)',
      'unencrypted over 0.0.0.0',
      'Nobody counts requests',
      'A power cut may cost',
    ])
      expect(err).toContain(problem);
  });
});

describe('the commands', PATIENT, () => {
  test('finish what they do when nobody reads on, as before `| head`', async () => {
    await startSeeded();
    const { child, ended } = shopdesk(['seed']);
    child.stdout.destroy();
    const { code, err } = await ended;
    expect([code, err]).toEqual([0, '']);
  });

  test('start once on one folder, and say who holds it to the second', async () => {
    await startSeeded();
    const first = shopdesk(['start', '--port', '0']);
    await first.until('Shopdesk is ready.');
    const second = await run(['start', '--port', '0']);
    expect([second.code, second.err]).toEqual([1, expect.stringContaining(`in use by process ${first.child.pid}`)]);
    expect(second.err).not.toContain(' at ');
    first.child.kill('SIGKILL');
    await first.ended;
    const third = shopdesk(['start', '--port', '0']);
    await third.until('Shopdesk is ready.');
    third.child.kill('SIGTERM');
    expect((await third.ended).code).toBe(0);
  });

  test('keep every file and folder to their owner, also those that were open, and say which were', async () => {
    // A process of a service has the usual umask; a test of this must not depend on the tester's.
    const umask = process.umask(0o022);
    cleanUp.push(() => void process.umask(umask));
    expect((await run(['seed'])).code).toBe(0);
    expect(await openModes(join(folder, '.shopdesk'))).toEqual([]);
    expect((await run(['backup', 'copy'])).code).toBe(0);
    expect(await openModes(join(folder, 'copy'))).toEqual([]);

    await openAll(join(folder, '.shopdesk'));
    const doctor = await run(['doctor']);
    expect(doctor.out).toMatch(
      /Others on this machine could read or write \d{4} files and folders, the first being .*\.shopdesk\./,
    );
    expect(await openModes(join(folder, '.shopdesk'))).toEqual([]);
    expect((await run(['doctor'])).out).not.toContain('Others on this machine');

    await openAll(join(folder, '.shopdesk'));
    const server = shopdesk(['start', '--port', '0']);
    await server.until('Shopdesk is ready.');
    expect(await openModes(join(folder, '.shopdesk'))).toEqual([]);
    server.child.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(await openModes(join(folder, '.shopdesk'))).toEqual([]);
  });

  test('leave alone what else lies in the data folder', async () => {
    await startSeeded();
    await writeFile(join(folder, '.shopdesk', 'notes.txt'), 'ours', { mode: 0o644 });
    await openAll(join(folder, '.shopdesk'));
    await run(['doctor']);
    expect((await openModes(join(folder, '.shopdesk'))).map((line) => line.split(' ')[1])).toEqual(['.', 'notes.txt']);
  });

  test('refuse a public address without TLS in production, and take a TLS proxy in front of any host', async () => {
    await startEmpty();
    const production = { NODE_ENV: 'production' };
    const reaches = [
      { args: ['--public-url', 'http://desk.example'], why: 'unencrypted over http://desk.example' },
      { args: ['--host', '0.0.0.0'], why: 'unencrypted over 0.0.0.0' },
      { args: ['--host', '0.0.0.0', '--public-url', 'http://localhost:4000'], why: 'unencrypted over 0.0.0.0' },
      { args: ['--public-url', 'http://127.0.0.1:4000'], why: undefined },
      { args: ['--host', '0.0.0.0', '--public-url', 'HTTPS://desk.example'], why: undefined },
    ];
    for (const { args, why } of reaches) {
      const server = shopdesk(['start', '--port', '0', ...args], production);
      if (why) expect(await server.ended).toMatchObject({ code: 1, err: expect.stringContaining(why) });
      else await server.until('Shopdesk is ready.');
      server.child.kill('SIGTERM');
      await server.ended;
      const doctor = await run(['doctor', ...args], production);
      expect([args, doctor.code, doctor.out]).toEqual([
        args,
        why ? 1 : 0,
        expect.stringContaining(why ?? 'Everything is in order.'),
      ]);
    }
  });

  test('start in production when everything is in order', async () => {
    await startEmpty();
    const server = shopdesk(['start', '--port', '0'], { NODE_ENV: 'production', LANG: 'zh_CN.UTF-8' });
    await server.until('Shopdesk 已启动。');
    expect(server.said.out).not.toMatch(/GraphiQL|!/);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, out: expect.stringContaining('已停止。') });
  });

  test('say everything that is wrong with the environment at once, and no secret', async () => {
    const { code, err } = await run(['start'], {
      PORT: 'http',
      DATABASE_URL: 'mysql://root:hunter2@x',
      SHOPDESK_SECRET: 'hunter3',
    });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /DATABASE_URL \(--database-url\): expected postgres:[^]*PORT \(--port\): expected a number[^]*received "http"[^]*SHOPDESK_SECRET: expected at least 32/,
      ),
    ]);
    expect(err).not.toContain('hunter');
  });

  test('say so when PostgreSQL does not answer', async () => {
    const { code, err } = await run(['doctor'], { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' });
    expect([code, err]).toEqual([1, expect.stringContaining('PostgreSQL cannot be reached')]);
  });

  test('read the configuration file of the folder', async () => {
    await writeFile(
      join(folder, 'shopdesk.config.js'),
      `export default { publicUrl: 'https://desk.example/', features: [] };`,
    );
    const broken = await run(['seed']);
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('lacks the feature "access"')]);
    await writeFile(join(folder, 'shopdesk.config.js'), 'export const nothing = 1;');
    expect((await run(['seed'])).err).toContain('has no configuration as its default export');
    expect((await run(['seed', '--config', 'other.js'])).err).toContain('there is no configuration file');
  });

  test('read a configuration in TypeScript also in a project of CommonJS modules, and say how such a file is called', async () => {
    await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }');
    await writeFile(join(folder, 'shopdesk.config.ts'), 'export default {} satisfies object;');
    const refused = await run(['migrate', '--dry-run']);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(
        /shopdesk\.config\.ts cannot be read: .*CommonJS modules it is called shopdesk\.config\.mts or shopdesk\.config\.mjs\n$/,
      ),
    ]);
    await rename(join(folder, 'shopdesk.config.ts'), join(folder, 'shopdesk.config.mts'));
    await startEmpty();
    expect(await run(['migrate', '--dry-run'])).toMatchObject({ code: 0, err: '' });
  });

  test('back a desk up and restore it, once', async () => {
    await startSeeded();
    const backedUp = await run(['backup', 'copy']);
    expect([backedUp.code, backedUp.out]).toEqual([
      0,
      expect.stringMatching(/Backed up \d+ rows and 0 files into .*copy\./),
    ]);
    expect(JSON.parse(await readFile(join(folder, 'copy', 'manifest.json'), 'utf8'))).toMatchObject({
      format: 1,
      tables: { User: 17, Store: 1 },
    });
    expect((await run(['backup', 'copy'])).err).toContain('is not empty');
    // The kept end of the audit trail is now beyond the end of the backup.
    await startAndStop();
    const env = await place('postgres');
    expect((await run(['restore', 'copy'], env)).out).toMatch(/Restored \d+ rows/);
    const again = await run(['restore', 'copy'], env);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('the database is not empty')]);
    const audit = await run(['audit', 'verify'], env);
    expect([audit.code, audit.out]).toEqual([
      0,
      expect.stringMatching(/^.*: \d+ entries, the chain is whole(; \d+ not sealed yet)?\.\n$/),
    ]);
    expect((await run(['restore', 'nowhere'], env)).err).toContain('is not the manifest of a backup');
  });

  test('accept where the audit trail ends for all tenants or not at all, also where there is none yet', async () => {
    await startEmpty();
    const one = await run(['audit', 'verify', '--accept', '--tenant', 'demo']);
    expect([one.code, one.err]).toEqual([1, expect.stringContaining('leave --tenant out')]);
    expect(await run(['audit', 'verify', '--accept'])).toMatchObject({
      code: 0,
      err: '',
      out: 'There are no audit entries yet.\n',
    });
  });

  test('have the same words in both languages', () => {
    const shape = (words: object): unknown =>
      Object.entries(words).map(([key, value]) => [
        key,
        typeof value === 'object' ? shape(value as object) : typeof value,
      ]);
    expect(shape(wordsOf('zh-CN'))).toEqual(shape(wordsOf('en')));
    expect([
      terminalLocale({ LANG: 'zh_CN.UTF-8' }),
      terminalLocale({ LANG: 'zh_CN', LC_ALL: 'C' }),
      terminalLocale({}),
    ]).toEqual(['zh-CN', 'en', 'en']);
  });
});
