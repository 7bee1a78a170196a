/**
 * @module The code of the guides about the client and the API, run as a reader would run it: in a Node of his own, against
 * a desk that listens.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDeskServer, startServer, type StartedServer } from '@shopdesk/server';
import { MemoryStore } from '@shopdesk/core/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PASSWORD = 'a long enough password';
let started: StartedServer;

beforeAll(async () => {
  const server = await createDeskServer({ store: new MemoryStore(), assets: false, logger: pino({ level: 'silent' }) });
  const setUp = { kind: 'system', tenantId: 'guide', name: 'guide' } as const;
  await server.desk.perform(setUp, 'createTenant', { name: 'Guide', slug: 'guide' });
  await server.desk.perform(setUp, 'createStore', { name: 'My shop', key: 'my-shop', locale: 'en' });
  await server.desk.perform(setUp, 'addStaff', { name: 'Ada', agentNo: 'A1', email: 'ada@shop.example', password: PASSWORD, roles: ['AD', 'PA'] });
  started = await startServer(server);
});
afterAll(() => started?.stop());

function block(guide: string, name: string): string {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/guide/${guide}.md`, import.meta.url)), 'utf8');
  const code = new RegExp(`<!-- tested: ${name} -->\\n\`\`\`\\w*\\n([^]*?)\`\`\``).exec(text)?.[1];
  if (!code) throw new Error(`The guide ${guide} has no code named ${name}.`);
  return code.replaceAll('https://desk.example', started.url);
}

async function lines(code: string): Promise<string[]> {
  const args = ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning', '--input-type=module', '-e', code];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(new URL('..', import.meta.url)), env: { ...process.env, PASSWORD } });
  return stdout.trim().split('\n');
}

describe('the code of the guides', () => {
  test('about the client opens a conversation, writes, hears a denial and reads', async () => {
    const told = await lines(block('client', 'client'));
    expect(told[0]).toMatch(/^VALIDATION_FAILED .+ \[/);
    expect(told.at(-1)).toBe('CUSTOMER: Where is my order?');
  });

  test('about the API signs in, pages, acts once and listens', async () => {
    const told = await lines(block('api', 'api'));
    expect(told.slice(-2)).toEqual(['true', 'live']);
  });
});
