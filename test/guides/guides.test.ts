/**
 * @module The code of the guides about the client, the API and one's own sign-in, run as a reader would run it: in a
 * Node of his own, against a desk that listens.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PRESET_ROLES } from '@shopdesk/core';
import { createDeskServer, startServer, type StartedServer } from '@shopdesk/server';
import { MemoryStore } from '@shopdesk/core/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PASSWORD = 'a long enough password';
let started: StartedServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-guides-'));
  const server = await createDeskServer({ store: new MemoryStore(), assets: false, logger: pino({ level: 'silent' }) });
  const setUp = { kind: 'system', tenantId: 'guide', name: 'guide' } as const;
  await server.desk.perform(setUp, 'createTenant', { name: 'Guide', slug: 'guide' });
  await server.desk.perform(setUp, 'createStore', { name: 'My shop', key: 'my-shop', locale: 'en' });
  await server.desk.perform(setUp, 'addStaff', {
    name: 'Ada',
    agentNo: 'A1',
    email: 'ada@shop.example',
    password: PASSWORD,
    roles: ['AD', 'PA'],
  });
  started = await startServer(server);
});
afterAll(async () => {
  await started?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function block(guide: string, name: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/guide/${guide}.md`, import.meta.url)), 'utf8');
  const code = new RegExp(`<!-- tested: ${name} -->\\n\`\`\`\\w*\\n([^]*?)\`\`\``).exec(text)?.[1];
  if (!code) throw new Error(`The guide ${guide} has no code named ${name}.`);
  return code.replaceAll('https://desk.example', started.url);
}

async function lines(code: string): Promise<string[]> {
  const args = [
    '--conditions=@shopdesk/source',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    code,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, PASSWORD, LOG_LEVEL: 'error' },
  });
  return stdout.trim().split('\n');
}

describe('the code of the guides', () => {
  test('about the client opens a conversation, writes, hears a denial and reads', async () => {
    const told = await lines(block('client', 'client'));
    expect(told[0]).toMatch(/^VALIDATION_FAILED .+ \[/);
    expect(told.at(-1)).toBe('CUSTOMER: Where is my order?');
  });

  test('about one’s own sign-in lets people of one’s back office in, as who they are now, and nobody else', async () => {
    const use = `
      const SET_UP = { kind: 'system', tenantId: 'guide', name: 'guide' };
      await desk.desk.perform({ ...SET_UP, tenantId: '' }, 'foundDesk', { tenant: { name: 'G', slug: 'my-company' }, store: { name: 'My shop', key: 'my-shop' }, administrator: { name: 'Ada', agentNo: 'A1', email: 'ada@shop.example', password: process.env.PASSWORD } });
      const ask = async (token) => {
        const response = await desk.fetch(new Request('http://desk/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: 'Bearer ' + token } : {}) }, body: '{"query":"{ currentUser { name roles } stores { nodes { key } } }"}' }));
        const { data } = await response.json();
        return [response.status, data?.currentUser ?? null, data?.stores?.nodes ?? null];
      };
      console.log(JSON.stringify([await ask('a-secret-of-your-session'), await ask('a-guess'), await ask()]));
      sessions.set('a-secret-of-your-session', 'nobody@shop.example');
      console.log(JSON.stringify(await ask('a-secret-of-your-session')));
      await desk.close();`;
    const code = block('run-the-server', 'own sign-in').replaceAll('./desk-data', folder);
    const [known, unknown] = (await lines(code + use)).map((line) => JSON.parse(line) as unknown);
    expect(known).toEqual([
      [200, { name: 'Ada', roles: [...PRESET_ROLES.OWNER] }, [{ key: 'my-shop' }]],
      [401, null, null],
      [200, null, null],
    ]);
    expect(unknown).toEqual([401, null, null]);
  });

  test('about the API signs in, pages, acts once and listens', async () => {
    const told = await lines(block('api', 'api'));
    expect(told.slice(-4)).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^NOT_FOUND \w/),
      'true',
      'live',
    ]);
  });
});
