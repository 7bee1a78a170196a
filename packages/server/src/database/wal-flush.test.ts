import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WalFlush } from './wal-flush.ts';

let folder: string;
let segment: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-wal-'));
  segment = join(folder, '000000010000000000000001');
  await writeFile(segment, 'log');
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await rm(folder, { recursive: true, force: true });
});

function countFlushes() {
  const flushes = { async: vi.spyOn(fs, 'fdatasync'), sync: vi.spyOn(fs, 'fdatasyncSync') };
  syncBuiltinESMExports();
  return {
    get count() {
      return flushes.async.mock.calls.length + flushes.sync.mock.calls.length;
    },
    ...flushes,
  };
}

describe('the flush of the log', () => {
  it('costs nothing when nothing was logged', () => {
    expect(new WalFlush().flushed()).toBeUndefined();
  });

  it('is shared by all who wait: one under way and one for the rest', async () => {
    const log = new WalFlush();
    const flushes = countFlushes();
    const waiting = Array.from({ length: 50 }, () => {
      log.markDirty(segment);
      return log.flushed();
    });
    await Promise.all(waiting);
    expect(flushes.count).toBe(2);
    expect(log.flushed()).toBeUndefined();
    log.close();
  });

  it('resolves nobody who logged after it began', async () => {
    const log = new WalFlush();
    const order: string[] = [];
    const plain = fs.fdatasync;
    vi.spyOn(fs, 'fdatasync').mockImplementation((file, done) =>
      plain(file, (error) => {
        order.push('on disk');
        done(error);
      }),
    );
    syncBuiltinESMExports();
    log.markDirty(segment);
    const first = log.flushed()?.then(() => order.push('first'));
    log.markDirty(segment);
    const second = log.flushed()?.then(() => order.push('second'));
    await Promise.all([first, second]);
    expect(order).toEqual(['on disk', 'first', 'on disk', 'second']);
    log.close();
  });

  it('keeps its promise when another caller comes between two flushes', async () => {
    const log = new WalFlush();
    const onDisk = { count: 0 };
    const plain = fs.fdatasync;
    vi.spyOn(fs, 'fdatasync').mockImplementation((file, done) =>
      plain(file, (error) => {
        onDisk.count += 1;
        done(error);
      }),
    );
    syncBuiltinESMExports();
    log.markDirty(segment);
    const first = log.flushed();
    // Asked in the same turn in which the first flush ends, before the second has begun.
    const between = first?.then(() => log.flushed());
    log.markDirty(segment);
    await log.flushed();
    expect(onDisk.count).toBe(2);
    await between;
    log.close();
  });

  it('makes who comes without a log of his own wait for the one under way', async () => {
    const log = new WalFlush();
    log.markDirty(segment);
    const first = log.flushed();
    expect(log.flushed()).toBe(first);
    await first;
    log.close();
  });

  it('happens at once before a data file changes, and not again for the next page', () => {
    const log = new WalFlush();
    const flushes = countFlushes();
    log.flushNow();
    expect(flushes.count).toBe(0);
    log.markDirty(segment);
    log.flushNow();
    log.flushNow();
    expect(flushes.sync.mock.calls).toHaveLength(1);
    expect(log.flushed()).toBeUndefined();
    log.close();
  });

  it('at once covers what a flush under way has not finished', async () => {
    const log = new WalFlush();
    const flushes = countFlushes();
    log.markDirty(segment);
    const running = log.flushed();
    log.flushNow();
    expect(flushes.sync.mock.calls).toHaveLength(1);
    await running;
    log.close();
  });

  it('that failed is never forgotten: nobody can know what is on disk', async () => {
    const log = new WalFlush();
    log.markDirty(join(folder, '000000010000000000000002'));
    await expect(async () => log.flushed()).rejects.toThrow();
    log.markDirty(segment);
    await expect(log.flushed()).rejects.toThrow('could not be flushed');
    expect(() => log.flushNow()).toThrow('could not be flushed');
  });
});
