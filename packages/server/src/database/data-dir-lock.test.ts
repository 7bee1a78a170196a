import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDir } from './data-dir-lock.ts';
import { DataDirHeldError } from './error.ts';

let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-lock-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Locks the folder in a process of its own and reports what came of it. */
const PROGRAM = `
  const { lockDataDir } = await import(process.argv[1]);
  await lockDataDir(process.argv[2]).then(
    (lock) => console.log('held ' + (lock.deadHolder?.pid ?? 'nobody')),
    (error) => console.log('refused ' + error.name + ' ' + error.holder?.pid),
  );
  setTimeout(() => {}, 60_000);`;

async function openElsewhere(): Promise<{ child: ChildProcess; outcome: string }> {
  const url = new URL('./data-dir-lock.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, url, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [text] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { child, outcome: text.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the lock of a data folder', () => {
  it('is refused to another process while it is held, which learns by whom', async () => {
    const lock = await lockDataDir(dataDir);
    const others = await Promise.all([1, 2, 3].map(openElsewhere));
    expect(others.map(({ outcome }) => outcome)).toEqual(Array(3).fill(`refused DataDirHeldError ${process.pid}`));
    await lock.release();
    expect((await openElsewhere()).outcome).toBe('held nobody');
  });

  it('is refused twice within one process, too', async () => {
    const lock = await lockDataDir(dataDir);
    const error = await lockDataDir(dataDir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DataDirHeldError);
    expect((error as DataDirHeldError).message).toContain(`process ${process.pid} on ${hostname()}, since 2`);
    await lock.release();
    await (await lockDataDir(dataDir)).release();
  });

  it('is one for a folder, by whatever path it is reached', async () => {
    await mkdir(dataDir);
    await symlink(folder, `${folder}-link`);
    await symlink(dataDir, join(folder, 'other-name'));
    const lock = await lockDataDir(join(`${folder}-link`, 'data'));
    await expect(lockDataDir(dataDir)).rejects.toThrow(DataDirHeldError);
    await expect(lockDataDir(join(folder, 'other-name'))).rejects.toThrow(DataDirHeldError);
    await lock.release();
    await rm(`${folder}-link`);
  });

  it('is held until it is released, though nobody keeps its handle', async () => {
    await lockDataDir(dataDir);
    for (let round = 0; round < 50; round += 1) Array.from({ length: 1e6 }, () => round);
    expect((await openElsewhere()).outcome).toContain('refused');
  });

  it('passes on when its holder is killed, and says whose it was', async () => {
    const { child, outcome } = await openElsewhere();
    expect(outcome).toBe('held nobody');
    await kill(child);
    const lock = await lockDataDir(dataDir);
    expect(lock.deadHolder).toMatchObject({ pid: child.pid, host: hostname() });
    await lock.release();
  });

  it('passes to exactly one of many who try at once', async () => {
    const { child } = await openElsewhere();
    await kill(child);
    const tries = await Promise.all(Array.from({ length: 8 }, openElsewhere));
    expect(tries.filter(({ outcome }) => outcome.startsWith('held'))).toHaveLength(1);
    expect(tries.filter(({ outcome }) => outcome.startsWith('refused DataDirHeldError'))).toHaveLength(7);
  });

  it('does not believe a file about a holder, alive or not', async () => {
    const { child } = await openElsewhere();
    await kill(child);
    const reused = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() });
    await writeFile(`${dataDir}.holder.json`, reused);
    const lock = await lockDataDir(dataDir);
    await writeFile(`${dataDir}.holder.json`, '{ torn');
    expect((await openElsewhere()).outcome).toBe('refused DataDirHeldError undefined');
    await lock.release();
  });

  it('leaves no note about its holder behind', async () => {
    const lock = await lockDataDir(dataDir);
    expect(JSON.parse(await readFile(`${dataDir}.holder.json`, 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(existsSync(`${dataDir}.holder.json`)).toBe(false);
  });
});
