/**
 * @module The demo's scripted colleague on a real desk, as `npm start` puts them on duty: shoppers ask over the public
 * API, and read what comes back.
 */
import {
  createDeskClient,
  createShopperSession,
  graphql,
  identifyShopper,
  memoryStorage,
  MESSAGES,
  MY_CONVERSATIONS,
  OPEN_CONVERSATION,
  SEND_MESSAGE,
  SERVICE_STATE,
  type DeskClient,
} from '@shopdesk/core/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLLEAGUE_NAME, colleagueWords } from '../../examples/demo-shop/src/colleague/words.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { StaffApi } from './support/staff-api.ts';

const PATIENT = { timeout: 40_000, interval: 200 } as const;
/** Somebody of the shop with a parcel on its way. */
const CUSTOMER = { id: 'liam_thomas_7882', sent: '#W6231698', tracking: '946003206427' };
const [en, zh] = [colleagueWords('en'), colleagueWords('zh-CN')];

let demo: Demo;

beforeAll(async () => {
  demo = await startDemo({ DEMO_CONTENT: 'on', DEMO_COLLEAGUE: 'on' }, { routing: 'AUTO' });
}, 240_000);

afterAll(() => demo?.stop());

/** A shopper in a chat of their own. */
class Guest {
  readonly client: DeskClient;
  readonly conversationId: string;
  #sent = 0;

  private constructor(client: DeskClient, conversationId: string) {
    this.client = client;
    this.conversationId = conversationId;
  }

  static async come(locale: 'en' | 'zh-CN', customerId?: string): Promise<Guest> {
    const client: DeskClient = createDeskClient({ url: demo.deskUrl, locale, token: () => session.current?.token });
    const session = createShopperSession({ client, storeKey: 'demo', storage: memoryStorage() });
    await session.ensure();
    if (customerId) await identifyShopper({ client, session, storeKey: 'demo' }, await signedToken(customerId));
    const { id } = await client.mutate(OPEN_CONVERSATION, { input: { locale } });
    return new Guest(client, id);
  }

  async send(what: { text: string } | { card: { type: 'ORDER'; id: string } }): Promise<void> {
    this.#sent += 1;
    const clientMsgId = `${this.conversationId}-${this.#sent}`;
    await this.client.mutate(SEND_MESSAGE, {
      input: { conversationId: this.conversationId, clientMsgId, ...what },
    });
  }

  /** What staff have said, as one text. */
  async heard(): Promise<string> {
    const { nodes } = await this.client.query(MESSAGES, { conversationId: this.conversationId, last: 50 });
    return nodes
      .filter(({ sender, kind }) => sender === 'AGENT' && kind === 'TEXT')
      .map(({ senderName, body }) => `${senderName}: ${body}`)
      .join('\n');
  }

  async hears(text: string): Promise<void> {
    await expect.poll(() => this.heard(), PATIENT).toContain(text);
  }

  async state(): Promise<string | undefined> {
    const { nodes } = await this.client.query(MY_CONVERSATIONS, { first: 5 });
    return nodes.find(({ id }) => id === this.conversationId)?.state;
  }
}

/** As the shop signs who its customer is, once they have signed in there. */
async function signedToken(customerId: string): Promise<string> {
  const headers = { origin: demo.shopUrl, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ customer: customerId });
  const signedIn = await fetch(`${demo.shopUrl}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const answer = await fetch(`${demo.shopUrl}/desk-identity`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } });
  return ((await answer.json()) as { token: string }).token;
}

test('a shopper who sends an order hears from the script, which says that it is one, where the parcel is', async () => {
  const shopper = await Guest.come('en', CUSTOMER.id);
  let typed = false;
  const live = graphql(
    `subscription ($id: ID!) { conversationEvents(conversationId: $id) { __typename ... on SignalReceived { kind side name on } } }`,
  );
  const hearing = shopper.client.subscribe(
    live,
    { id: shopper.conversationId },
    {
      next: (event) => {
        if (event.__typename === 'SignalReceived' && event.side === 'STAFF' && event.name === COLLEAGUE_NAME)
          typed = true;
      },
    },
  );
  await shopper.send({ card: { type: 'ORDER', id: CUSTOMER.sent } });
  await shopper.send({ text: 'Hi, when does this parcel arrive?' });
  await shopper.hears(`${COLLEAGUE_NAME}: ${en.hello}`);
  await shopper.hears(CUSTOMER.tracking);
  expect(await shopper.heard()).toContain(en.order(CUSTOMER.sent, en.states.SHIPPED));
  expect(typed).toBe(true);
  hearing.close();
  // What was solved is closed, as soon as the shopper says so.
  await shopper.send({ text: 'Great, thank you!' });
  await shopper.hears(en.welcome);
  await expect.poll(() => shopper.state(), PATIENT).toBe('CLOSED');
});

test('the script answers from the desk’s articles, in the language of the chat, and knows no order of somebody else', async () => {
  const shopper = await Guest.come('zh-CN');
  await shopper.send({ text: '耳机连接不上手机怎么办？' });
  await shopper.hears(zh.hello);
  await shopper.hears('长按电源键七秒');
  await shopper.send({ text: `订单 ${CUSTOMER.sent} 到哪了？` });
  await shopper.hears(zh.noOrder);
  expect(await shopper.heard()).not.toContain(CUSTOMER.tracking);
});

test('what is for people is handed over, and the script is silent once a person has taken over', async () => {
  const shopper = await Guest.come('en');
  await shopper.send({ text: 'I want to talk to a person, please.' });
  await shopper.hears(en.handOver);
  const person = await StaffApi.signIn(demo, 'aa');
  await person.perform('setPresence', { id: person.userId, presence: 'ONLINE' });
  const offered = async () => {
    const query =
      'query ($filter: TransferFilter) { transfers(filter: $filter, first: 5) { nodes { id reason summary fromUser { name } } } }';
    const filter = { conversationId: { eq: shopper.conversationId }, state: { eq: 'OFFERED' } };
    return (
      await person.ask<{ transfers: { nodes: { id: string; reason: string; fromUser: { name: string } }[] } }>(query, {
        filter,
      })
    ).transfers.nodes;
  };
  await expect
    .poll(offered, PATIENT)
    .toMatchObject([{ reason: 'CUSTOMER_REQUEST', fromUser: { name: COLLEAGUE_NAME } }]);
  // Until somebody has accepted, the script does not chat on either.
  const [transfer] = await offered();
  await person.perform('acceptTransfer', { id: transfer?.id });
  await person.perform('sendMessage', {
    conversationId: shopper.conversationId,
    clientMsgId: 'person-1',
    text: 'Hello, this is Mei.',
  });
  await shopper.hears('Hello, this is Mei.');
  await shopper.send({ text: 'Where is my parcel?' });
  await new Promise((resolve) => setTimeout(resolve, 6000));
  const heard = await shopper.heard();
  expect(heard.split('\n').at(-1)).toContain('Hello, this is Mei.');
  await person.perform('sendMessage', {
    conversationId: shopper.conversationId,
    clientMsgId: 'person-2',
    text: 'I am looking.',
  });
  await person.perform('setPresence', { id: person.userId, presence: 'OFFLINE' });
});

test('every page of the shop says who is on duty, and sends them off and back', async () => {
  const page = async (lang: string) =>
    (await fetch(`${demo.shopUrl}/`, { headers: { 'accept-language': lang } })).text();
  expect(await page('en')).toContain(en.page.on);
  expect(await page('zh-CN')).toContain(zh.page.on);
  const press = (on: 'yes' | 'no') =>
    fetch(`${demo.shopUrl}/colleague`, {
      method: 'POST',
      headers: { origin: demo.shopUrl, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ on, back: '/' }),
      redirect: 'manual',
    });
  const served = async () => {
    const client: DeskClient = createDeskClient({ url: demo.deskUrl, token: () => session.current?.token });
    const session = createShopperSession({ client, storeKey: 'demo', storage: memoryStorage() });
    await session.ensure();
    return (await client.query(SERVICE_STATE, {})).served;
  };
  expect(await served()).toBe(true);
  // One who still owes somebody a word is not let go by the desk.
  await expect
    .poll(async () => {
      await press('no');
      return page('en');
    }, PATIENT)
    .toContain(en.page.off);
  expect(await served()).toBe(false);
  await press('yes');
  expect(await page('en')).toContain(en.page.on);
  expect(await served()).toBe(true);
});
