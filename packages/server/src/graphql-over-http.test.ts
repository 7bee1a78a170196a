import { MemoryStore } from '@shopdesk/core/testing';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type StartedServer } from './node.ts';
import { createTestServer } from './testing/test-server.ts';

let started: StartedServer;
// Some audits ask for the schema, which is closed in production.
beforeAll(
  async () =>
    (started = await startServer((await createTestServer({ store: new MemoryStore(), development: true })).server)),
);
afterAll(() => started.stop());

const audits = serverAudits({ url: () => `${started.url}/graphql` });

describe('GraphQL over HTTP', () => {
  test('the audits are all here', () => expect(audits.length).toBeGreaterThan(50));

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    const { reason } = result as { readonly reason?: string };
    // Also what is only recommended.
    expect([result.status, reason]).toEqual(['ok', undefined]);
  });
});

describe('a body that is no request', () => {
  test.each([
    ['is empty', ''],
    ['is white space', ' \n'],
    ['breaks off', '{"query": "{'],
    ['is no JSON', 'query { __typename }'],
    ['is null', 'null'],
    ['is a number', '1'],
    ['is a text', '"{ __typename }"'],
    ['is a list', '[]'],
  ])('that %s has the status 400 and an error as JSON, both ways and for both media types', async (_, body) => {
    for (const path of ['/graphql', '/graphql?'])
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const response = await fetch(started.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept },
          body,
        });
        expect([path, response.status, response.headers.get('content-type')]).toEqual([
          path,
          400,
          `${accept}; charset=utf-8`,
        ]);
        expect(await response.json()).toMatchObject({
          errors: [{ message: expect.stringMatching(/\w/) as string, extensions: { code: 'BAD_REQUEST' } }],
        });
      }
  });
});
