import { afterEach, describe, expect, test, vi } from 'vitest';
import { tabLock } from './host.ts';

type Request = (name: string, work: () => Promise<unknown>) => Promise<unknown>;
const withLocks = (request: Request) => vi.stubGlobal('navigator', { locks: { request } });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the lock of the browser’s tabs', () => {
  test('that refuses, at once or later, costs no work', async () => {
    withLocks(() => Promise.reject(new Error('SecurityError')));
    await expect(tabLock('out', async () => 'sent')).resolves.toBe('sent');
    withLocks(() => {
      throw new Error('SecurityError');
    });
    await expect(tabLock('out', async () => 'sent')).resolves.toBe('sent');
  });

  test('that never answers is waited for five seconds, and the work runs once', async () => {
    vi.useFakeTimers();
    let late: (() => Promise<unknown>) | undefined;
    withLocks((_name, work) => {
      late = work;
      return new Promise(() => undefined);
    });
    const work = vi.fn(async () => 'sent');
    const done = tabLock('out', work);
    await vi.advanceTimersByTimeAsync(4900);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await expect(done).resolves.toBe('sent');
    await late?.();
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('that works is held while the work runs, and a failure of the work is told once', async () => {
    const order: string[] = [];
    withLocks(async (name, work) => {
      order.push(`lock ${name}`);
      await work().finally(() => order.push('unlock'));
    });
    const work = vi.fn(async () => {
      order.push('work');
      throw new Error('offline');
    });
    await expect(tabLock('out', work)).rejects.toThrow('offline');
    expect(order).toEqual(['lock out', 'work', 'unlock']);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
