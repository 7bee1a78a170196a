import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Message, type BaseRow, type RowOf } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, expect, test, vi } from 'vitest';
import { createTestServer } from '../../testing/test-server.ts';
import { createChatModel } from '../../model/chat-model.ts';

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A desk over HTTP whose model is a local server that answers after a while. */
async function scene(answer: { readonly status: number; readonly content: string; readonly afterMs: number }) {
  const host = createServer((_, response) => {
    setTimeout(
      () =>
        response
          .writeHead(answer.status, { 'content-type': 'application/json' })
          .end(JSON.stringify({ choices: [{ message: { content: answer.content } }] })),
      answer.afterMs,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const { port } = host.address() as AddressInfo;
  const desk = await createTestServer({
    store: new MemoryStore(),
    model: createChatModel({ url: `http://127.0.0.1:${port}/v1`, model: 'm', retries: 0 }),
  });
  stops.push(
    () => desk.close(),
    async () => {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
    },
  );
  const perform = <R>(name: string, input: object) => desk.server.desk.perform(SYSTEM, name, input) as Promise<R>;
  const admin = await desk.staff('AD1', ['AD']);
  const { data } = await desk.gql<{ stores: { nodes: { id: string }[] } }>(
    '{ stores(first: 1) { nodes { id } } }',
    {},
    { token: admin.token },
  );
  const bot = { mode: 'BOT', name: { zh: '智能助手', en: 'Assistant' }, rephrase: true, sendPersonalData: false };
  await desk.gql(
    'mutation ($input: SetStoreBotInput!) { setStoreBot(input: $input) { denied { __typename code message } } }',
    { input: { id: data.stores.nodes[0]?.id, bot } },
    { token: admin.token },
  );
  const { id } = await perform<BaseRow>('createArticle', {
    title: { zh: '退货运费由谁承担', en: '' },
    body: { zh: '无理由退货的运费由买家承担。', en: '' },
    audience: 'PUBLIC',
  });
  await perform('submitArticle', { id });
  await perform('publishArticle', { id });
  const { token } = await desk.shopper();
  const opened = await desk.gql<{ r: { id: string; state: string } }>(
    'mutation { r: openConversation(input: {}) { conversation { id state } } }',
    {},
    { token },
  );
  const send = (text: string) =>
    desk.gql(
      'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { denied { __typename code } } }',
      { input: { conversationId: opened.data.r.id, clientMsgId: `said-${text}-0001`, text } },
      { token },
    );
  const fromBot = async () =>
    (await desk.server.desk
      .read(SYSTEM)
      .all(Message, { where: { conversationId: opened.data.r.id, sender: 'BOT' } })) as RowOf<typeof Message>[];
  return { state: opened.data.r.state, send, fromBot };
}

test('a slow model delays no send, and its words come with the article', async () => {
  const { state, send, fromBot } = await scene({ status: 200, content: '您好,运费由您承担。', afterMs: 3000 });
  // The first message of a process also waits for the reader to be trained.
  await send('你好');
  expect(state).toBe('BOT');
  const started = performance.now();
  await send('退货的运费谁承担');
  expect(performance.now() - started).toBeLessThan(2500);
  expect(await fromBot()).toEqual([]);
  await vi.waitFor(
    async () =>
      expect(await fromBot()).toMatchObject([
        { body: '您好,运费由您承担。', card: { type: 'ARTICLE', title: '退货运费由谁承担' } },
      ]),
    5000,
  );
  await sleep(50);
  expect(await fromBot()).toHaveLength(1);
});

test('a model that fails leaves the word to the article at once', async () => {
  const { send, fromBot } = await scene({ status: 500, content: '', afterMs: 0 });
  await send('退货的运费谁承担');
  await vi.waitFor(async () => expect(await fromBot()).toMatchObject([{ body: '无理由退货的运费由买家承担。' }]), 5000);
});
