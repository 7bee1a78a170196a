/** @module A small run of `pnpm pictures`, as somebody would call it. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../pictures/run.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-pictures-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function pictures(...options: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--conditions=@shopdesk/source', program, ...options]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve));
  return { code, said };
}

test('a page is pictured in two of its states, and stands in the book with them and without faults', async () => {
  const narrow = ['--pages', 'audit', '--states', 'full,not-allowed', '--locales', 'en', '--widths', '390'];
  const { code, said } = await pictures('--out', folder, ...narrow);
  expect(said).toContain('1 pages, 4 pictures, 0 faults');
  expect(code).toBe(0);
  expect((await readdir(join(folder, 'pictures'))).toSorted()).toEqual([
    'audit.full.en.390.dark.png',
    'audit.full.en.390.light.png',
    'audit.not-allowed.en.390.dark.png',
    'audit.not-allowed.en.390.light.png',
  ]);
  expect(await readFile(join(folder, 'audit.html'), 'utf8')).toContain('audit.full.en.390.light.png');
  expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('audit.html');
}, 400_000);

test('what cannot be taken is named before a desk is started', async () => {
  const { code, said } = await pictures('--out', folder, '--states', 'broken');
  expect(code).toBe(2);
  expect(said).toContain('no broken');
});
