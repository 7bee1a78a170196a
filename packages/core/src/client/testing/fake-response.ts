/** @module Responses and streams with the shape that the client reads, without the DOM's classes. */
import { host, type ByteStream, type DeskResponse } from '../host.ts';

const response = (status: number, contentType: string, body: ByteStream | null, text: string): DeskResponse => ({
  ok: status < 300,
  status,
  headers: { get: (name) => (name === 'content-type' ? contentType : null) },
  body,
  text: async () => text,
});

export const jsonResponse = (value: unknown, status = 200): DeskResponse =>
  response(status, 'application/json', null, JSON.stringify(value));

export const streamResponse = (body: ByteStream): DeskResponse =>
  response(200, 'text/event-stream; charset=utf-8', body, '');

export interface Pipe extends ByteStream {
  write(text: string): void;
  /** The reader sees what a lost connection looks like. */
  break(): void;
}

type Arrival = { done: boolean; value?: Uint8Array };

/** A stream of bytes that is written by hand. */
export function pipe(onClosed: () => void): Pipe {
  const waiting: Uint8Array[] = [];
  let reader: { resolve: (arrival: Arrival) => void; reject: (error: Error) => void } | undefined;
  let broken: Error | undefined;
  const end = (error: Error) => {
    broken = error;
    onClosed();
    reader?.reject(error);
  };
  const read = () =>
    new Promise<Arrival>((resolve, reject) => {
      const value = waiting.shift();
      if (value) resolve({ done: false, value });
      else if (broken) reject(broken);
      else reader = { resolve, reject };
    });
  return {
    getReader: () => ({ read, cancel: async () => end(new Error('cancelled')) }),
    write: (text) => {
      const value = new host.TextEncoder().encode(text);
      const taker = reader;
      reader = undefined;
      if (taker) taker.resolve({ done: false, value });
      else waiting.push(value);
    },
    break: () => end(new TypeError('network error')),
  };
}
