import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backoffMs } from './backoff.ts';
import { createDeskClient } from './desk-client.ts';
import type { Document } from './document.ts';
import { DeskOffline } from './error.ts';
import { readEvents } from './event-stream.ts';
import type { Fetch } from './host.ts';
import type { SubscriptionState } from './subscription.ts';

const TICKS = 'subscription { ticks }' as Document<{ after?: number }, number>;
const encode = (text: string) => new TextEncoder().encode(text);
const next = (value: number) => encode(`event: next\ndata: {"data":{"ticks":${value}}}\n\n`);

/** A server whose streams the test writes and breaks by hand. */
function ticking() {
  const streams: {
    controller: ReadableStreamDefaultController<Uint8Array>;
    variables: unknown;
    signal: AbortSignal;
  }[] = [];
  const refusals: (() => Response | Promise<Response>)[] = [];
  const fetch = (async (_url: string, init: RequestInit) => {
    const refuse = refusals.shift();
    if (refuse) return refuse();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        streams.push({
          controller,
          variables: JSON.parse(String(init.body)).variables,
          signal: init.signal as AbortSignal,
        });
        init.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }) as Fetch;
  const seen: number[] = [];
  const states: SubscriptionState[] = [];
  const errors: string[] = [];
  const client = createDeskClient({ url: '', fetch });
  const subscription = client.subscribe(TICKS, () => (seen.length > 0 ? { after: seen.at(-1) as number } : {}), {
    next: (value) => seen.push(value),
    state: (state) => states.push(state),
    error: ({ code }) => errors.push(code),
  });
  return { client, subscription, streams, refusals, seen, states, errors };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a subscription', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('comes back after a loss and asks from where it was', async () => {
    const { streams, seen, states, subscription } = ticking();
    await settle();
    streams[0]?.controller.enqueue(next(1));
    await settle();
    expect(states).toEqual(['open']);
    streams[0]?.controller.error(new TypeError('network error'));
    await settle();
    expect(states).toEqual(['open', 'reconnecting']);
    await vi.advanceTimersByTimeAsync(600);
    expect(streams).toHaveLength(2);
    expect(streams[1]?.variables).toEqual({ after: 1 });
    streams[1]?.controller.enqueue(next(2));
    await settle();
    expect(seen).toEqual([1, 2]);
    expect(states).toEqual(['open', 'reconnecting', 'open']);
    subscription.close();
    expect(streams[1]?.signal.aborted).toBe(true);
  });

  test('waits longer after each failure and comes at once when woken', async () => {
    const { client, streams, refusals, states } = ticking();
    await settle();
    const fails = () => Promise.reject(new TypeError('Failed to fetch'));
    refusals.push(fails, fails, fails);
    streams[0]?.controller.close();
    await vi.advanceTimersByTimeAsync(500 + 1000 + 2000);
    expect(refusals).toHaveLength(0);
    expect(states.at(-1)).toBe('reconnecting');
    client.wake();
    await settle();
    expect(streams).toHaveLength(2);
    expect(states.at(-1)).toBe('open');
  });

  test('takes a silent connection for dead, but not one with heartbeats', async () => {
    const { streams, states, subscription } = ticking();
    await settle();
    for (let beats = 0; beats < 4; beats += 1) {
      streams[0]?.controller.enqueue(encode(':\n\n'));
      await vi.advanceTimersByTimeAsync(15_000);
    }
    expect(states).toEqual(['open']);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(streams[0]?.signal.aborted).toBe(true);
    expect(streams).toHaveLength(2);
    subscription.close();
  });

  test('is opened anew when a call finds the desk unreachable, and comes back with it', async () => {
    const { client, streams, refusals, states } = ticking();
    await settle();
    const gone = () =>
      new Response(JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }), {
        status: 503,
      });
    refusals.push(gone, gone);
    await expect(client.query(TICKS, {})).rejects.toBeInstanceOf(DeskOffline);
    await settle();
    expect([states, streams[0]?.signal.aborted, streams.length]).toEqual([['open', 'reconnecting'], true, 1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([states, streams.length]).toEqual([['open', 'reconnecting', 'open'], 2]);
  });

  test('gives up when the desk refuses for good', async () => {
    const { streams, refusals, errors, states } = ticking();
    await settle();
    refusals.push(
      () =>
        new Response(JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] }), {
          status: 401,
        }),
    );
    streams[0]?.controller.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(errors).toEqual(['UNAUTHENTICATED']);
    expect(states.at(-1)).toBe('closed');
    expect(streams).toHaveLength(1);
  });

  test('waits as long as the desk asks when it is asked too often', async () => {
    const { streams, refusals } = ticking();
    await settle();
    const body = JSON.stringify({ errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED' } }] });
    refusals.push(() => new Response(body, { status: 429, headers: { 'retry-after': '30' } }));
    streams[0]?.controller.close();
    await vi.advanceTimersByTimeAsync(600 + 29_000);
    expect(streams).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1500);
    expect(streams).toHaveLength(2);
  });

  test('tells nothing after it was closed', async () => {
    const { streams, subscription, seen, states } = ticking();
    await settle();
    subscription.close();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(streams).toHaveLength(1);
    expect(seen).toEqual([]);
    expect(states).toEqual(['open', 'closed']);
  });
});

describe('the waiting time between tries', () => {
  test('doubles up to half a minute and is never the same for all', () => {
    expect([0, 1, 2, 3].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1000, 2000, 4000]);
    expect(backoffMs(100, () => 1)).toBe(30_000);
    expect(backoffMs(3, () => 0)).toBe(2000);
  });
});

describe('the reader of events', () => {
  test.each(['\n', '\r\n', '\r'])('joins what arrives in pieces, with line ends %j', async (end) => {
    const text = [
      ': hello',
      '',
      'event: next',
      'data: {"a":',
      'data: "你好"}',
      '',
      'event: complete',
      'data:',
      '',
      '',
    ].join(end);
    const bytes = encode(text);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 5) controller.enqueue(bytes.slice(at, at + 5));
        controller.close();
      },
    });
    const events: [string, string][] = [];
    await readEvents(body, { onBytes: () => undefined, onEvent: (name, data) => events.push([name, data]) });
    expect(events).toEqual([
      ['next', '{"a":\n"你好"}'],
      ['complete', ''],
    ]);
  });
});
