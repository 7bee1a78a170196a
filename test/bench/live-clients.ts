/**
 * @module Many subscribers in a process of their own: plain sockets that count what they are told. Run by `live.ts`.
 */
import { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';

export interface Opening {
  readonly port: number;
  /** Bodies of the subscriptions, one per stream, with the token of each. */
  readonly subscriptions: readonly { readonly body: string; readonly token: string }[];
}

/** What the process is asked: to open streams, to wait until each has so many events, to say how long a frame is, to end all. */
export type Question = { readonly open: Opening } | { readonly expect: number } | { readonly frames: true } | { readonly close: true };

interface Stream {
  readonly socket: Socket;
  events: number;
}

const MARK = Buffer.from('event: next\n');
const OPENED_AT_ONCE = 50;

const streams: Stream[] = [];
let received = Buffer.alloc(0);
let wanted = Number.POSITIVE_INFINITY;
let satisfied = 0;
let onSatisfied = () => {};

function count(stream: Stream, bytes: Buffer): void {
  const before = stream.events;
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at + MARK.length)) stream.events += 1;
  if (before < wanted && stream.events >= wanted) {
    satisfied += 1;
    if (satisfied === streams.length) onSatisfied();
  }
  // The first stream also keeps what it got, to know what an event looks like.
  if (stream === streams[0] && received.length < 100_000) received = Buffer.concat([received, bytes]);
}

function open({ port }: Opening, { body, token }: Opening['subscriptions'][number]): Promise<void> {
  const head = [
    'POST /graphql HTTP/1.1', 'host: desk', 'accept: text/event-stream', 'content-type: application/json', ...(token ? [`authorization: Bearer ${token}`] : []),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    const stream = { socket, events: 0 };
    socket.on('data', (bytes) => count(stream, bytes));
    socket.once('data', (bytes) => {
      if (bytes.subarray(0, 12).toString() !== 'HTTP/1.1 200') return reject(new Error(bytes.toString()));
      streams.push(stream);
      resolve();
    });
    socket.on('error', reject);
  });
}

async function openAll(opening: Opening): Promise<void> {
  for (let at = 0; at < opening.subscriptions.length; at += OPENED_AT_ONCE)
    await Promise.all(opening.subscriptions.slice(at, at + OPENED_AT_ONCE).map((subscription) => open(opening, subscription)));
}

/** Resolves when every stream has got `events` more. */
function expectEvents(events: number): Promise<void> {
  for (const stream of streams) stream.events = 0;
  wanted = events;
  satisfied = 0;
  received = Buffer.alloc(0);
  return new Promise((resolve) => (onSatisfied = resolve));
}

/** The frames that the first stream got, as they are between the chunks of HTTP. */
const frames = () =>
  received
    .toString()
    .split('\n\n')
    .map((text) => text.slice(Math.max(0, text.indexOf('event: next\n'))))
    .filter((text) => text.startsWith('event: next\n'))
    .map((text) => Buffer.byteLength(text) + 2);

async function answer(question: Question): Promise<unknown> {
  if ('open' in question) await openAll(question.open);
  if ('expect' in question) await expectEvents(question.expect);
  if ('frames' in question) return frames();
  if ('close' in question) for (const { socket } of streams.splice(0)) socket.destroy();
  return streams.length;
}

process.on('message', (question: Question) => {
  void answer(question).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
