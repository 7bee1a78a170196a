import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError, ModelError } from '@shopdesk/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createChatModel, type ChatModelOptions } from './chat-model.ts';

type Reply = (request: IncomingMessage, response: ServerResponse, body: string, call: number) => void;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const REQUEST = { messages: [{ role: 'user' as const, content: '运费谁出' }], maxTokens: 50 };
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
const completion = (content: string) => ({
  id: 'c1',
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
});

/** A local server that speaks the protocol as `reply` says, and a model over it. */
async function host(reply: Reply, options: Partial<ChatModelOptions> = {}) {
  const calls: { url: string | undefined; key: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      calls.push({ url: request.url, key: request.headers.authorization, body });
      reply(request, response, body, calls.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const model = createChatModel({
    url: `http://127.0.0.1:${port}/v1/`,
    key: 'sk-secret',
    model: 'small',
    timeoutMs: 2000,
    ...options,
  });
  const failure = async () => {
    const error = await model.complete(REQUEST).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof ModelError)) throw new Error('Expected a ModelError.', { cause: error });
    expect(`${error.message} ${String(error.cause ?? '')}`).not.toContain('sk-secret');
    return error.failure;
  };
  return { model, calls, failure };
}

describe('a model behind the chat protocol', () => {
  test('is asked as the protocol says, and its words come back', async () => {
    const { model, calls } = await host((_, response) => json(response, 200, completion('您好,买家承担。')));
    expect(await model.complete(REQUEST)).toBe('您好,买家承担。');
    expect(calls).toMatchObject([{ url: '/v1/chat/completions', key: 'Bearer sk-secret' }]);
    expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
      model: 'small',
      messages: REQUEST.messages,
      max_tokens: 50,
      stream: false,
    });
  });

  test.each([
    [401, 'UNAUTHORISED', 1],
    [403, 'UNAUTHORISED', 1],
    [400, 'BAD_ANSWER', 1],
    [404, 'BAD_ANSWER', 1],
    [429, 'RATE_LIMITED', 3],
    [500, 'UNAVAILABLE', 3],
    [503, 'UNAVAILABLE', 3],
  ] as const)('that answers %i fails with %s after %i requests', async (status, failure, requests) => {
    const { failure: failed, calls } = await host((_, response) =>
      json(response, status, { error: { message: 'no' } }),
    );
    expect([await failed(), calls.length]).toEqual([failure, requests]);
  });

  test('that fails once and then answers is a success', async () => {
    const { model, calls } = await host((_, response, _body, call) =>
      call === 1 ? json(response, 429, {}, { 'retry-after': '0' }) : json(response, 200, completion('ok')),
    );
    expect([await model.complete(REQUEST), calls.length]).toEqual(['ok', 2]);
  });

  test.each([
    ['no JSON', '<html>busy</html>'],
    ['half of it', '{"choices":[{"message":{"content":"half'],
    ['no choice', { choices: [] }],
    ['no text', { choices: [{ message: { content: null } }] }],
    ['something else', { error: 'x' }],
    ['too much', completion('x'.repeat(300 * 1024))],
  ])('that answers with %s fails with BAD_ANSWER', async (_, body) => {
    const { failure } = await host((_request, response) => json(response, 200, body));
    expect(await failure()).toBe('BAD_ANSWER');
  });

  test('that cuts the connection fails with UNAVAILABLE', async () => {
    const { failure, calls } = await host((_, response) => response.destroy());
    expect([await failure(), calls.length]).toEqual(['UNAVAILABLE', 3]);
  });

  test('that cuts its answer in the middle fails', async () => {
    const { failure } = await host((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"choices":[');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failure()).toBe('UNAVAILABLE');
  });

  test.each([
    ['says nothing', false],
    ['dribbles', true],
  ])('that %s is given up after its time', async (_, dribbles) => {
    const timers: NodeJS.Timeout[] = [];
    const { failure } = await host(
      (_request, response) => {
        if (!dribbles) return;
        response.writeHead(200, { 'content-type': 'application/json' });
        timers.push(setInterval(() => response.write(' '), 20));
      },
      { timeoutMs: 300 },
    );
    const started = performance.now();
    expect(await failure()).toBe('TIMEOUT');
    expect(performance.now() - started).toBeLessThan(2000);
    for (const timer of timers) clearInterval(timer);
  });

  test('that sends the request elsewhere gets no key there', async () => {
    const { failure, calls } = await host((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
    expect(await failure()).toBe('UNAVAILABLE');
    expect(calls.every(({ url }) => url === '/v1/chat/completions')).toBe(true);
  });

  test('costs no more than its tokens of a day, and goes on the next day', async () => {
    let now = new Date('2025-03-10T08:00:00Z');
    const { model, failure, calls } = await host((_, response) => json(response, 200, completion('ok')), {
      dailyTokens: 80,
      clock: () => now,
    });
    await model.complete(REQUEST);
    await model.complete(REQUEST);
    expect([await failure(), calls.length]).toEqual(['BUDGET', 2]);
    now = new Date('2025-03-11T00:00:00Z');
    expect(await model.complete(REQUEST)).toBe('ok');
  });

  test.each(['http://models.example/v1', 'ftp://localhost/v1'])('is refused at %s', (url) => {
    expect(() => createChatModel({ url, model: 'm' })).toThrow(ConfigError);
  });
});
