import { describe, expect, test } from 'vitest';
import { createDeskClient } from './desk-client.ts';
import type { Document } from './document.ts';
import { DeskError, DeskOffline } from './error.ts';
import type { Fetch } from './host.ts';

const PING = 'query { ping }' as Document<Record<never, never>, string>;

function clientFor(
  answer: (url: string, init: RequestInit) => Promise<Response> | Response,
  more: { timeoutMs?: number } = {},
) {
  return createDeskClient({
    url: 'https://desk.example/',
    token: () => 't1',
    locale: 'zh-CN',
    fetch: (async (url: string, init: RequestInit) => answer(url, init)) as Fetch,
    ...more,
  });
}

const json = (value: unknown, init?: ResponseInit) => new Response(JSON.stringify(value), init);

describe('a client', () => {
  test('posts the document with token and language and answers the root field', async () => {
    const seen: [string, RequestInit][] = [];
    const client = clientFor((url, init) => {
      seen.push([url, init]);
      return json({ data: { ping: 'pong' } });
    });
    expect(await client.query(PING, {})).toBe('pong');
    expect(seen[0]?.[0]).toBe('https://desk.example/shopper');
    expect(seen[0]?.[1].headers).toMatchObject({
      authorization: 'Bearer t1',
      'x-desk-locale': 'zh-CN',
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(seen[0]?.[1].body))).toEqual({ query: PING, variables: {} });
  });

  test('throws a denial of a mutation with its code, fields and details', async () => {
    const fields = [{ path: 'text', message: 'At most 2000 characters.' }];
    const client = clientFor(() =>
      json({
        data: {
          send: { message: null, denied: { code: 'VALIDATION_FAILED', message: '填写有误', fields, details: null } },
        },
      }),
    );
    const error: unknown = await client.mutate(PING, {}).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DeskError);
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED', message: '填写有误', fields, details: {} });
  });

  test('throws a denial of a mutation also without what a proxy has dropped, and answers one that a query asks for', async () => {
    const denied = { code: 'NOT_FOUND', message: 'Not found.' };
    const client = clientFor(() => json({ data: { send: { denied } } }));
    await expect(client.mutate(PING, {})).rejects.toMatchObject({
      name: 'DeskError',
      code: 'NOT_FOUND',
      message: 'Not found.',
      path: 'send',
    });
    expect(await client.query(PING, {})).toEqual({ denied });
  });

  test('answers what the payload of a mutation says: of one field its value, of several each', async () => {
    const answer = (send: object) => clientFor(() => json({ data: { send } })).mutate(PING, {});
    expect(await answer({ message: { id: '1' }, denied: null })).toEqual({ id: '1' });
    expect(await answer({ __typename: 'SendMessagePayload', message: { id: '1' } })).toEqual({ id: '1' });
    expect(await answer({ message: { id: '1' }, warnings: [], denied: null })).toEqual({
      message: { id: '1' },
      warnings: [],
    });
  });

  test('throws the error of a query with its code', async () => {
    const client = clientFor(() =>
      json({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND', details: { entity: 'Store' } } }] }),
    );
    await expect(client.query(PING, {})).rejects.toMatchObject({ code: 'NOT_FOUND', details: { entity: 'Store' } });
  });

  test('tells a limit with the time after which it may be tried again', async () => {
    const client = clientFor(() =>
      json(
        { errors: [{ message: 'Slow', extensions: { code: 'RATE_LIMITED' } }] },
        { status: 429, headers: { 'retry-after': '7' } },
      ),
    );
    await expect(client.query(PING, {})).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 7000 });
  });

  test.each([
    ['a broken network', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'a database that is gone',
      () => json({ errors: [{ message: 'x', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }, { status: 503 }),
    ],
    ['the page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    [
      'an answer that breaks off',
      () =>
        new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError('network error')) })),
    ],
  ])('is offline for %s', async (_, answer) => {
    await expect(clientFor(answer).query(PING, {})).rejects.toBeInstanceOf(DeskOffline);
  });

  test('is offline when no answer comes in time', async () => {
    const client = clientFor(
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
      { timeoutMs: 5 },
    );
    await expect(client.query(PING, {})).rejects.toBeInstanceOf(DeskOffline);
  });
});
