/**
 * @module Many subscribers in a process of their own: plain sockets that count what they are told. Run by `live.ts`.
 */
import { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';

export interface Opening {
  readonly port: number;
  /** Bodies of the subscriptions, one per stream, with the token of each. */
  readonly subscriptions: readonly {
    readonly body: string;
    readonly token: string;
    /** @defaultValue that of shoppers */
    readonly endpoint?: '/graphql';
  }[];
}

/**
 * What the process is asked: to open streams, to wait until each has so many messages, to say how long the frames are,
 * to end all.
 */
export type Question =
  | { readonly open: Opening }
  | { readonly expect: number }
  | { readonly frames: true }
  | { readonly close: true };

interface Stream {
  readonly socket: Socket;
  messages: number;
}

const EVENT = Buffer.from('event: next\n');
const MESSAGE = Buffer.from('MessageAdded');
const OPENED_AT_ONCE = 10;

const streams: Stream[] = [];
let received = Buffer.alloc(0);
let wanted = Number.POSITIVE_INFINITY;
let satisfied = 0;
let events = 0;
let onSatisfied = (_events: number) => {};

function occurrences(bytes: Buffer, mark: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) found += 1;
  return found;
}

function count(stream: Stream, bytes: Buffer): void {
  const before = stream.messages;
  events += occurrences(bytes, EVENT);
  stream.messages += occurrences(bytes, MESSAGE);
  if (before < wanted && stream.messages >= wanted) {
    satisfied += 1;
    if (satisfied === streams.length) onSatisfied(events);
  }
  // The first stream also keeps what it got, to know what an event looks like.
  if (stream === streams[0] && received.length < 100_000) received = Buffer.concat([received, bytes]);
}

function open({ port }: Opening, { body, token, endpoint }: Opening['subscriptions'][number]): Promise<void> {
  const head = [
    `POST ${endpoint ?? '/shopper'} HTTP/1.1`,
    'host: desk',
    'accept: text/event-stream',
    'content-type: application/json',
    ...(token ? [`authorization: Bearer ${token}`] : []),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    const stream = { socket, messages: 0 };
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
    await Promise.all(
      opening.subscriptions.slice(at, at + OPENED_AT_ONCE).map((subscription) => open(opening, subscription)),
    );
}

/** Resolves when every stream has got so many more messages, with the number of all events that came. */
function expectMessages(messages: number): Promise<number> {
  for (const stream of streams) stream.messages = 0;
  wanted = messages;
  satisfied = 0;
  events = 0;
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
  if ('expect' in question) return expectMessages(question.expect);
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
