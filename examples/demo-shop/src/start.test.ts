import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folders: string[] = [];
const started = new Set<ChildProcess>();

beforeAll(async () => {
  const building = spawn(process.execPath, ['scripts/build.mjs', 'widget', 'panel'], { cwd: root, stdio: 'inherit' });
  expect(await ended(building)).toBe(0);
}, 240_000);

afterEach(async () => {
  await Promise.all([...started].map((child) => (child.kill('SIGKILL'), ended(child))));
  started.clear();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(child.exitCode),
  );

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'shopdesk-start-'));
  folders.push(made);
  return join(made, 'data');
}

interface Demo {
  readonly child: ChildProcess;
  /** Everything it has printed. */
  readonly said: () => string;
  readonly desk: string;
  readonly shop: string;
}

/** Starts the demo on free ports and waits until it is ready or has ended. */
async function start(dataDir: string, env: Record<string, string> = {}): Promise<Demo> {
  const program = fileURLToPath(new URL('start.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@shopdesk/source', program], {
    env: {
      ...process.env,
      NODE_ENV: '',
      LC_ALL: 'C',
      PORT: '0',
      SHOPDESK_DATA: dataDir,
      DEMO_CONTENT: 'off',
      DEMO_COLLEAGUE: 'off',
      ...env,
    },
  });
  started.add(child);
  let said = '';
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (/Ctrl-C/.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => resolve());
  });
  await ready;
  const address = (name: string) => new RegExp(`${name} +(\\S+?)/?\\n`).exec(said)?.[1] ?? '';
  return {
    child,
    said: () => said,
    desk: address('GraphQL').replace(/\/graphql$/, ''),
    shop: address('(?:Shop page|商店页面)'),
  };
}

async function stop({ child }: Demo, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return ended(child);
}

interface Answer {
  readonly data: Readonly<
    Record<
      string,
      Readonly<Record<string, Readonly<Record<string, unknown>>>> & readonly Readonly<Record<string, unknown>>[]
    >
  >;
}

/** A shopper, where it does not say that it is somebody of the staff. */
async function ask(
  { desk }: Demo,
  query: string,
  token?: string,
  path: '/shopper' | '/graphql' = '/shopper',
): Promise<Answer['data']> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(desk + path, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await answer.json()) as Answer).data;
}

const signIn = async (demo: Demo, role: string): Promise<string> => {
  const password = /(?:password of all is |密码均为 )(\S+)/.exec(demo.said())?.[1];
  const { signIn: session } = await ask(
    demo,
    `mutation { signIn(input: { email: "${role}@demo.shopdesk.example", password: "${password}" }) { signedIn { token } } }`,
    undefined,
    '/graphql',
  );
  return String(session?.['signedIn']?.['token']);
};

/** A shopper writes; answers his token and conversation. */
async function write(demo: Demo, text: string): Promise<{ token: string; id: string }> {
  const { startShopperSession } = await ask(
    demo,
    'mutation { startShopperSession(input: { storeKey: "demo" }) { shopperToken { token } } }',
  );
  const token = String(startShopperSession?.['shopperToken']?.['token']);
  const { openConversation } = await ask(
    demo,
    'mutation { openConversation(input: {}) { conversation { id } } }',
    token,
  );
  const id = String(openConversation?.['conversation']?.['id']);
  await ask(
    demo,
    `mutation { sendMessage(input: { conversationId: "${id}", clientMsgId: "message-1", text: "${text}" }) { message { seq } } }`,
    token,
  );
  return { token, id };
}

async function textsIn(demo: Demo, { id, token }: { id: string; token: string }, path?: '/graphql') {
  const { messages } = await ask(demo, `{ messages(conversationId: "${id}") { nodes { kind body } } }`, token, path);
  const nodes = (messages?.['nodes'] ?? []) as unknown as readonly { kind: string; body: string }[];
  return nodes.filter(({ kind }) => kind === 'TEXT').map(({ body }) => body);
}

describe('the running demo', { timeout: 120_000 }, () => {
  let folder: string;
  let demo: Demo;
  beforeAll(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'shopdesk-start-')), 'data');
    demo = await start(folder);
    started.delete(demo.child);
  }, 120_000);
  afterAll(async () => {
    await stop(demo, 'SIGTERM');
    rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  });

  test(
    'keeps the shop and the desk to the account that runs them, also in a folder that was open',
    { timeout: 120_000 },
    async () => {
      const data = newFolder();
      const open = () =>
        ['.', ...(readdirSync(data, { recursive: true }) as string[])].filter(
          // What is copied meanwhile has another name a moment later.
          (name) => (statSync(join(data, name), { throwIfNoEntry: false })?.mode ?? 0) & 0o077,
        );
      const first = await start(data);
      expect([first.said(), open()]).toEqual([expect.stringContaining('Ctrl-C'), []]);
      first.child.kill('SIGTERM');
      await ended(first.child);
      for (const name of ['.', ...(readdirSync(data, { recursive: true }) as string[])])
        chmodSync(join(data, name), statSync(join(data, name)).isDirectory() ? 0o755 : 0o666);
      await start(data);
      expect(open()).toEqual([]);
    },
  );

  test('has the shop page, the widget, the panel, GraphiQL and a sign-in for every role', async () => {
    const page = async (url: string, accept = '*/*') => {
      const answer = await fetch(url, { headers: { accept } });
      return [answer.status, answer.headers.get('content-type')?.split(';')[0], await answer.text()];
    };
    expect(await page(`${demo.shop}/`)).toEqual([
      200,
      'text/html',
      expect.stringContaining(`src="${demo.desk}/widget.js" data-store="demo"`),
    ]);
    expect(await page(`${demo.desk}/widget.js`)).toEqual([200, 'text/javascript', expect.stringContaining('Shopdesk')]);
    expect(await page(`${demo.desk}/admin/`)).toEqual([200, 'text/html', expect.stringContaining('<script')]);
    expect(await page(`${demo.desk}/graphql`, 'text/html')).toEqual([
      200,
      'text/html',
      expect.stringContaining('GraphiQL'),
    ]);
    const roles = [...demo.said().matchAll(/^ {2}(\w+)@demo\.shopdesk\.example/gm)].map(([, role]) => role ?? '');
    expect(roles).toHaveLength(17);
    const users = await Promise.all(
      roles.map(
        async (role) =>
          (await ask(demo, '{ currentUser { roles } }', await signIn(demo, role), '/graphql'))['currentUser'],
      ),
    );
    expect(users).toEqual(roles.map((role) => ({ roles: [role.toUpperCase()] })));
  });

  test('knows a customer of the shop as a verified shopper, and lets the shop’s pages in', async () => {
    const form = {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: demo.shop },
    } as const;
    const signedIn = await fetch(`${demo.shop}/sign-in`, { ...form, body: 'customer=yusuf_rossi_9620' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { token } = (await (await fetch(`${demo.shop}/desk-identity`, { headers: { cookie } })).json()) as {
      token: string;
    };
    const { identifyShopper } = await ask(
      demo,
      `mutation { identifyShopper(input: { storeKey: "demo", identityToken: "${token}" }) { shopperToken { verified } denied { code } } }`,
    );
    expect(identifyShopper).toEqual({ shopperToken: { verified: true }, denied: null });
    const { stores } = await ask(
      demo,
      '{ stores { nodes { key allowedOrigins identityIssuer } } }',
      await signIn(demo, 'ad'),
      '/graphql',
    );
    expect(stores).toEqual({ nodes: [{ key: 'demo', allowedOrigins: [demo.shop], identityIssuer: 'demo' }] });
  });

  test('keeps its secrets to itself and its owner', () => {
    const file = join(folder, 'secrets.json');
    const secrets = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    expect(secrets).toHaveLength(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const secret of secrets) expect(demo.said()).not.toContain(secret);
  });

  test('keeps its folder to itself: who starts a second one is told who has it', async () => {
    const second = await start(folder);
    expect([await ended(second.child), second.said()]).toEqual([
      1,
      expect.stringContaining(`${folder} is in use by process ${demo.child.pid} on `),
    ]);
    expect((await fetch(demo.shop)).status).toBe(200);
  });
});

describe('the start', { timeout: 240_000 }, () => {
  test.each(['SIGINT', 'SIGKILL'] as const)('finds everything again after %s', async (signal) => {
    const folder = newFolder();
    const first = await start(folder);
    const conversation = await write(first, 'Where is my order?');
    const code = await stop(first, signal);
    if (signal === 'SIGINT')
      expect([code, first.said()]).toEqual([0, expect.stringMatching(/Stopping: .* …\nStopped\.\n$/)]);
    const second = await start(folder, { LC_ALL: 'zh_CN.UTF-8' });
    expect(second.said()).toMatch(/Shopdesk 已启动。[\s\S]+ad@demo\.shopdesk\.example .+系统管理员/);
    expect(await textsIn(second, conversation)).toEqual(['Where is my order?']);
    expect(await textsIn(second, { ...conversation, token: await signIn(second, 'pa') }, '/graphql')).toEqual([
      'Where is my order?',
    ]);
    const { users } = await ask(
      second,
      '{ users(first: 100) { nodes { id } } }',
      await signIn(second, 'ad'),
      '/graphql',
    );
    expect(users).toMatchObject({ nodes: { length: 17 } });
  });

  test('has something to look at, once: answers in both languages, chats that wait, cases on every step and a refund in the shop', async () => {
    const folder = newFolder();
    for (const round of [1, 2]) {
      const demo = await start(folder, { DEMO_CONTENT: 'on' });
      const query =
        '{ articles { nodes { state title { zh en } } } conversations { nodes { state } } afterSalesCases { nodes { state type shopState refundAmount orderId } } stores { nodes { id policyPack region } } }';
      const data = (await ask(demo, query, await signIn(demo, 'sv'), '/graphql')) as unknown as Readonly<
        Record<string, { nodes: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[] }>
      >;
      const nodes = (name: string) => data[name]?.nodes ?? [];
      expect([
        round,
        nodes('articles').length,
        nodes('articles').every(({ state, title }) => String(state) === 'PUBLISHED' && title?.['zh'] && title['en']),
      ]).toEqual([round, 10, true]);
      // Those that wait stand before the chats of the last ninety days.
      const chats = nodes('conversations').map(({ state }) => String(state));
      expect(chats.filter((state) => state !== 'CLOSED')).toEqual(['QUEUED', 'QUEUED', 'QUEUED']);
      expect(chats.length).toBe(50);
      expect(
        nodes('afterSalesCases')
          .map(({ state }) => String(state))
          .toSorted(),
      ).toEqual(['AWAITING_RETURN', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED', 'REQUESTED', 'REQUESTED']);
      expect(nodes('stores')).toMatchObject([{ policyPack: 'GENERIC', region: 'OTHER' }]);
      const refunded = nodes('afterSalesCases').find(({ state }) => String(state) === 'REFUNDED');
      const order = `{ order(storeId: "${String(nodes('stores')[0]?.['id'])}", orderId: "${String(refunded?.['orderId'])}") { amounts { refunded { amount } } } }`;
      expect((await ask(demo, order, await signIn(demo, 'sv'), '/graphql'))['order']).toEqual({
        amounts: { refunded: { amount: refunded?.['refundAmount'] } },
      });
      await stop(demo, 'SIGTERM');
    }
  });

  test('says which port is busy, and everything that is wrong with the settings', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => busy.once('listening', listening));
    const { port } = busy.address() as AddressInfo;
    const folder = newFolder();
    const refused = await start(folder, { SHOP_PORT: String(port) });
    busy.close();
    expect([await ended(refused.child), refused.said()]).toEqual([
      1,
      expect.stringContaining(`SHOP_PORT=${port}: another program uses this port`),
    ]);
    const wrong = await start(folder, {
      SHOP_PORT: '99999',
      SHOP_URL: 'shop',
      NODE_ENV: 'production',
      SHOP_POLICY: 'KIND',
      DEMO_CONTENT: 'some',
    });
    expect(await ended(wrong.child)).toBe(1);
    for (const problem of [
      'SHOP_PORT: expected',
      'SHOP_URL: expected',
      'NODE_ENV=production',
      'SHOP_POLICY: expected GENERIC or RETAIL_DEMO',
      'DEMO_CONTENT: expected on or off',
    ])
      expect(wrong.said()).toContain(problem);
    expect((await start(folder, { PORT: 'http' })).said()).toContain('received "http"');
  });
});
