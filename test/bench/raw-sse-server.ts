/**
 * @module The baseline of live delivery: `node:http` and nothing else, writing the same bytes to as many responses. Run
 * by `live.ts`.
 */
import { Buffer } from 'node:buffer';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { residentBytes } from './resident-bytes.ts';

export type RawQuestion =
  | { readonly start: true }
  | { readonly memory: true }
  | { readonly resident: true }
  /** Lengths of the frames, told to everybody `rounds` times. */
  | { readonly frames: readonly number[]; readonly rounds: number };

const responses = new Set<ServerResponse>();

const server = createServer({ noDelay: true }, (request, response) => {
  request.resume();
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
  });
  response.write(':\n\n');
  responses.add(response);
  response.once('close', () => responses.delete(response));
});

/** The first one stands for the message. */
const frameOf = (length: number, index: number) =>
  Buffer.from(`event: next\ndata: ${(index === 0 ? 'MessageAdded' : '').padEnd(length - 20, 'x')}\n\n`);

async function broadcast(lengths: readonly number[], rounds: number): Promise<void> {
  const frames = lengths.map(frameOf);
  for (let round = 0; round < rounds; round += 1) {
    for (const frame of frames) for (const response of responses) response.write(frame);
    await new Promise(setImmediate);
  }
}

async function answer(question: RawQuestion): Promise<unknown> {
  if ('memory' in question) return residentBytes();
  if ('resident' in question) return process.memoryUsage.rss();
  if ('frames' in question) return broadcast(question.frames, question.rounds);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

process.on('message', (question: RawQuestion) => void answer(question).then((reply) => process.send?.(reply ?? true)));
