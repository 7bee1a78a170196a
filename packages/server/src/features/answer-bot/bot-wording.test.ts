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
  let questions = 0;
  const host = createServer((_, response) => {
    questions += 1;
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
  const customer = async () => {
    const { token } = await desk.shopper();
    const opened = await desk.gql<{ r: { id: string; state: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id state } } }',
      {},
      { token },
    );
    const { id: conversationId, state } = opened.data.r;
    const send = (text: string) =>
      desk.gql(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { denied { __typename code } } }',
        { input: { conversationId, clientMsgId: `said-${text}-0001`, text } },
        { token },
      );
    return { conversationId, state, send };
  };
  const { conversationId, state, send } = await customer();
  const fromBot = async (id = conversationId) =>
    (await desk.server.desk.read(SYSTEM).all(Message, { where: { conversationId: id, sender: 'BOT' } })) as RowOf<
      typeof Message
    >[];
  return { desk, state, send, fromBot, customer, asked: () => questions };
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

test('a question whose conversation a person takes before its turn comes is not given to the model', async () => {
  const { desk, send, fromBot, customer, asked } = await scene({ status: 200, content: '您好。', afterMs: 2000 });
  await send('你好');
  const others = [await customer(), await customer(), await customer(), await customer()];
  const taken = await customer();
  const agent = await desk.staff('PA1', ['PA']);
  for (const other of others) await other.send('退货的运费谁承担');
  await vi.waitFor(() => expect(asked()).toBe(4), 2000);
  await taken.send('退货的运费谁承担');
  const { data } = await desk.gql<{ r: { state: string } }>(
    'mutation ($input: TakeOverFromBotInput!) { r: takeOverFromBot(input: $input) { conversation { state } } }',
    { input: { id: taken.conversationId } },
    { token: agent.token },
  );
  expect(data.r.state).toBe('ASSIGNED');
  await vi.waitFor(async () => {
    for (const { conversationId } of others) expect(await fromBot(conversationId)).toHaveLength(1);
  }, 8000);
  await sleep(200);
  expect([asked(), await fromBot(taken.conversationId)]).toEqual([4, []]);
});
