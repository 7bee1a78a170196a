import type { DeskClient, SubscriptionHandlers } from '@shopdesk/core/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Live } from './live.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The stream of the inbox in the test’s hands, and what the pages are told. */
function inbox() {
  let handlers: SubscriptionHandlers<never> | undefined;
  const client = {
    url: '',
    subscribe: (_document: unknown, _variables: unknown, given: SubscriptionHandlers<never>) => {
      handlers = given;
      return { state: 'connecting', restart() {}, suspect() {}, close() {} };
    },
  } as unknown as DeskClient;
  const live = new Live();
  const told: string[] = [];
  live.on('resync', () => void told.push('resync'));
  live.start(client, () => told.push('ended'));
  const becomes = (state: 'open' | 'reconnecting' | 'connecting') => handlers?.state?.(state);
  return { live, told, becomes };
}

describe('the stream of the inbox', () => {
  test('lets pages ask every few seconds while it is held back on its way, and no more once it is open', async () => {
    const { live, told, becomes } = inbox();
    await vi.advanceTimersByTimeAsync(9000);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(told).toEqual(['resync']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(told).toHaveLength(3);
    becomes('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toHaveLength(4);
    live.stop();
  });

  test('lets pages ask while it is lost again, and stops with the session', async () => {
    const { live, told, becomes } = inbox();
    becomes('open');
    becomes('reconnecting');
    await vi.advanceTimersByTimeAsync(18_000);
    expect(told).toEqual(['resync', 'resync']);
    live.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toHaveLength(2);
  });

  test('lets pages ask anew when it opens long after they have asked, and not when it opens at once', async () => {
    const soon = inbox();
    soon.becomes('open');
    await vi.advanceTimersByTimeAsync(5000);
    expect(soon.told).toEqual([]);
    const late = inbox();
    await vi.advanceTimersByTimeAsync(3000);
    late.becomes('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(late.told).toEqual(['resync']);
    soon.live.stop();
    late.live.stop();
  });
});
