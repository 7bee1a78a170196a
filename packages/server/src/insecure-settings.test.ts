import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { insecureSettings } from './insecure-settings.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

let desk: TestServer;
afterEach(() => desk.close());

async function codes(database: { readonly url?: string }, modelUrl?: string) {
  desk = await createTestServer({ store: new MemoryStore() });
  const { runtime, options } = desk.server.internals;
  const found = await insecureSettings(
    runtime,
    { ...options, database },
    { host: '127.0.0.1', publicUrl: 'https://desk.example', modelUrl },
    false,
  );
  return found.map(({ code, detail }) => `${code} ${detail}`);
}

describe('what customers write', () => {
  test.each([
    ['postgres://desk:secret@db.example/desk', ['PLAIN_DATABASE db.example']],
    ['postgresql://db.example:5433/desk?sslmode=prefer', ['PLAIN_DATABASE db.example']],
    ['postgres://db.example/desk?sslmode=disable', ['PLAIN_DATABASE db.example']],
    ['postgres://db.example/desk?sslmode=verify-full', []],
    ['postgres://db.example/desk?sslmode=require', []],
    ['postgres://127.0.0.1/desk', []],
    ['postgres://localhost:5432/desk', []],
    ['postgres://db.example/desk?host=/var/run/postgresql', []],
  ])('goes to a database on another machine by TLS only: %s', async (url, found) => {
    expect(await codes({ url })).toEqual(found);
  });

  test.each([
    ['http://model.example/v1', ['PLAIN_MODEL model.example']],
    ['https://model.example/v1', []],
    ['http://localhost:11434/v1', []],
    [undefined, []],
  ])('goes to a model on another machine by TLS only: %s', async (url, found) => {
    expect(await codes({}, url)).toEqual(found);
  });
});
