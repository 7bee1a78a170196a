import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { demoShop } from './shop-adapter.ts';
import { TEST_SECRET } from './shop-under-test.ts';

const folders: string[] = [];
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'demo-shop-'));
  folders.push(made);
  return made;
}

/** Starts the shop as a process and waits for the address it prints, or for its end. */
async function start(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<{ child: ChildProcess; url?: string; said: string }> {
  const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const env = {
    ...process.env,
    SHOP_DATA: dataDir,
    DESK_URL: 'http://127.0.0.1:9',
    STORE_KEY: 'store',
    IDENTITY_SECRET: TEST_SECRET,
    DESK_API_SECRET: TEST_SECRET,
    ...environment,
  };
  const child = spawn(process.execPath, ['--conditions=@shopdesk/source', script], { env });
  started.push(child);
  let said = '';
  return await new Promise((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Demo shop: (\S+)/.exec(said)?.[1];
      if (url) resolve({ child, url, said });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => resolve({ child, said }));
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

describe('the demo shop as a process', () => {
  test('keeps what was done when it is killed and started again', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    const refund = {
      orderId: '#W2378156',
      amount: { amount: 500, currency: 'USD' },
      reason: 'late',
      idempotencyKey: 'r-1',
    };
    const done = await demoShop({ url: first.url ?? '', secret: TEST_SECRET }).refund!(refund);
    first.child.kill('SIGKILL');
    await ended(first.child);
    const second = await start(dataDir);
    const again = await demoShop({ url: second.url ?? '', secret: TEST_SECRET }).refund!(refund);
    expect(again).toEqual(done);
    expect(again.amounts.refunded.amount).toBe(500);
  });

  test('ends by itself when it is asked to', async () => {
    const { child, url } = await start(folder());
    expect(url).toMatch(/^http:/);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  test('does not start without its settings and names each', async () => {
    const { url, said } = await start(folder(), { DESK_URL: '', STORE_KEY: '' });
    expect(url).toBeUndefined();
    expect(said).toContain('deskUrl');
    expect(said).toContain('storeKey');
  });
});
