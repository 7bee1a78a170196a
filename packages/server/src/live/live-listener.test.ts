import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { YogaServerInstance } from 'graphql-yoga';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { liveListener } from './live-listener.ts';
import { nextFrame } from './sse-frame.ts';
import { SseStream } from './sse-stream.ts';
import { CONVERSATION_EVENTS, createLiveDesk, Subscriber } from './testing/live-desk.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

type Yoga = YogaServerInstance<object, object>;

/** The endpoint of a desk on a real socket, by our listener or by Yoga's own adapter. */
async function endpoint(by: 'live listener' | 'adapter of Yoga') {
  const live = await createLiveDesk();
  closers.push(() => live.hub.close());
  const yoga = live.yoga as unknown as Yoga;
  const listener = liveListener({
    fetch: (request, context) => yoga.fetch(request, context),
    Request: yoga.fetchAPI.Request,
    next: (req, res) => void yoga(req, res),
  });
  const port = await listening(createServer(by === 'live listener' ? listener : (req, res) => void yoga(req, res)));
  const shopper = await live.shopper();
  const { id } = await live.desk.as(shopper).conversations.openConversation({});
  const actor = live.nameOf(shopper);
  const toPort = (url: string, init: RequestInit) =>
    fetch(url.replace('http://desk', `http://127.0.0.1:${port}`), init);
  let sent = 0;
  const say = (text: string) =>
    live.desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: `client-${(sent += 1)}-0000` });
  return {
    ...live,
    say,
    actor,
    customer: shopper,
    open: () => Subscriber.open(toPort, { actor, query: CONVERSATION_EVENTS, variables: { id } }),
    toPort,
  };
}

describe.each(['live listener', 'adapter of Yoga'] as const)('a stream over a socket by the %s', (by) => {
  test('delivers, beats, and ends with the client', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    closers.push(() => vi.useRealTimers());
    const { open, say, hub } = await endpoint(by);
    const stream = await open();
    await say('one');
    await vi.waitFor(() => expect(stream.numbers).toEqual([1]));
    const before = stream.comments;
    vi.advanceTimersByTime(15_000);
    await vi.waitFor(() => expect(stream.comments).toBe(before + 1));
    stream.close();
    await vi.waitFor(() => expect(hub.status).toEqual({ streams: 0, conversations: 0 }));
  });

  test('breaks off without a farewell when the server stops', async () => {
    const { open, hub } = await endpoint(by);
    const stream = await open();
    await vi.waitFor(() => expect(stream.events).toHaveLength(1));
    await hub.close();
    expect(await stream.ended).toBe('cut');
  });

  test('ends with a farewell when the session ends', async () => {
    const { open, desk, customer } = await endpoint(by);
    const stream = await open();
    await vi.waitFor(() => expect(stream.events).toHaveLength(1));
    await desk.as(customer).customers.endShopperSession({});
    expect(await stream.ended).toBe('complete');
  });
});

describe('the live listener', () => {
  test('passes on what asks for no event stream', async () => {
    const { toPort } = await endpoint('live listener');
    const headers = { 'content-type': 'application/json' };
    const answer = await toPort('http://desk/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('answers a mistake in the subscription as its endpoint does', async () => {
    const { toPort, actor } = await endpoint('live listener');
    const stream = await Subscriber.open(toPort, { actor, query: 'subscription { nonsense }', variables: {} });
    await vi.waitFor(() => expect(stream.errors).toHaveLength(1));
  });

  test('refuses a body that is too long for a subscription', async () => {
    const { toPort } = await endpoint('live listener');
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const answer = await toPort('http://desk/graphql', { method: 'POST', headers, body: 'x'.repeat(200_000) });
    expect(answer.status).toBe(413);
  });
});

describe('the bytes of a stream', () => {
  const answerTo = async (head: string) => {
    const stream = new SseStream();
    const port = await listening(createServer((_req, res) => void stream.pipe(res.writeHead(200))));
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\nhost: desk\r\n\r\n`));
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString()));
    await vi.waitFor(() => expect(text).toContain(':\n\n'));
    stream.write(nextFrame('退'));
    stream.complete();
    await once(socket, 'close');
    return text.slice(text.indexOf('\r\n\r\n') + 4);
  };

  test('are chunks of HTTP/1.1', async () => {
    expect(await answerTo('GET / HTTP/1.1\r\nconnection: close')).toBe(
      '3\r\n:\n\n\r\n19\r\nevent: next\ndata: "退"\n\n\r\n17\r\nevent: complete\ndata:\n\n\r\n0\r\n\r\n',
    );
  });

  test('are just the events for a client of HTTP/1.0', async () => {
    expect(await answerTo('GET / HTTP/1.0')).toBe(':\n\nevent: next\ndata: "退"\n\nevent: complete\ndata:\n\n');
  });
});

describe('a client that does not read', () => {
  test('is cut before it fills the memory', async () => {
    let stream: SseStream | undefined;
    const port = await listening(createServer((_req, res) => void (stream = new SseStream()).pipe(res.writeHead(200))));
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: desk\r\n\r\n'));
    socket.pause();
    socket.on('error', () => {});
    await vi.waitFor(() => expect(stream).toBeDefined());
    const frame = nextFrame('x'.repeat(64 * 1024));
    let frames = 0;
    while (stream && !stream.isOver && frames < 2000) {
      stream.write(frame);
      frames += 1;
      await sleep(1);
    }
    expect(stream?.isOver).toBe(true);
    expect(frames * frame.bytes.length).toBeLessThan(32 * 1024 * 1024);
    socket.destroy();
  });

  test('is waited for while it is told what it has missed', async () => {
    const stream = new SseStream();
    const port = await listening(createServer((_req, res) => void stream.pipe(res.writeHead(200))));
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nhost: desk\r\n\r\n'));
    socket.pause();
    await vi.waitFor(() => expect(stream.room()).toBeUndefined());
    await sleep(20);
    const frame = nextFrame('x'.repeat(512 * 1024));
    const stuck = async () => (await Promise.race([stream.room(), sleep(30, 'stuck')])) === 'stuck';
    do stream.write(frame);
    while (!(await stuck()));
    const room = stream.room();
    socket.resume();
    await room;
    expect(stream.isOver).toBe(false);
    socket.destroy();
  });
});
