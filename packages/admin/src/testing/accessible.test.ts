import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { RoleCode } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  readable,
  SIZES,
  until,
  type OpenPanel,
} from './page.ts';

interface Scene {
  readonly roles: RoleCode[];
  /** Brings the page about; `ready` is what a person then reads, in either language. */
  readonly path: (open: OpenPanel, ids: Ids) => string;
  readonly ready: RegExp;
  readonly after?: (open: OpenPanel) => Promise<void>;
}

interface Ids {
  readonly conversation: string;
  readonly customer: string;
}

let count = 0;
const id = () => `message-${(count += 1)}-of-axe`;

/** A conversation of each kind, with a card of an order, notes and a rating. */
async function fillDesk(open: OpenPanel): Promise<Ids> {
  const { desk } = open;
  const agent = await desk.staff('Bob', ['SV']);
  const agentDoes = desk.desk.as(agent).conversations;
  const shopper = await desk.shopper('lily');
  const customerDoes = desk.desk.as(shopper).conversations;
  const { id: conversationId } = await customerDoes.openConversation({});
  await customerDoes.sendMessage({ conversationId, clientMsgId: id(), text: 'Where is it? https://shop.example/o2' });
  await agentDoes.takeConversation({ id: conversationId });
  await agentDoes.sendMessage({ conversationId, clientMsgId: id(), text: 'I look for it.' });
  await agentDoes.addNote({ conversationId, clientMsgId: id(), text: 'Ask the depot' });
  await customerDoes.sendMessage({ conversationId, clientMsgId: id(), card: { type: 'ORDER', id: 'o2' } });
  await desk.desk.as(agent).customers.updateCustomer({ id: shopper.customerId, tags: ['VIP'], riskNote: 'Asks often' });
  const waiting = desk.desk.as(await desk.shopper('tom')).conversations;
  await waiting.sendMessage({
    conversationId: (await waiting.openConversation({})).id,
    clientMsgId: id(),
    text: 'Hello',
  });
  return { conversation: conversationId, customer: shopper.customerId };
}

/** A key does something once the desk has said what may be done, which nothing on the page shows for every key. */
const pressed = (key: string, selector: string) => async () => {
  const isOpen = () => all(selector).some(isSeen) && all('dialog:modal').length > 0;
  await until(async () => {
    if (!isOpen()) await keys(key);
    return isOpen();
  }, `${selector} is open`);
};

/** On a phone the side is opened on demand. */
const withSide = async () => {
  if (innerWidth < 600) await keys('i');
  await until(() => /VIP/.test(readable()) && /W1002/.test(readable()), 'the side is shown');
};

const scenes: Readonly<Record<string, Scene>> = {
  'the queue': { roles: ['TL'], path: () => '/inbox/queue', ready: /tom/ },
  'an empty view': { roles: ['TL'], path: () => '/inbox/mine', ready: /no open conversations|没有进行中的会话/ },
  'a conversation': {
    roles: ['SV'],
    path: (_open, { conversation }) => `/inbox/open/${conversation}`,
    ready: /Ask the depot/,
    after: withSide,
  },
  'the transfer dialog': {
    roles: ['TL'],
    path: (_open, { conversation }) => `/inbox/open/${conversation}`,
    ready: /Bob/,
    after: pressed('a', 'desk-admin-assign-dialog'),
  },
  'the closing dialog': {
    roles: ['SV'],
    path: (_open, { conversation }) => `/inbox/open/${conversation}`,
    ready: /Bob/,
    after: pressed('e', 'desk-admin-close-dialog'),
  },
  'the shortcuts': {
    roles: ['TL'],
    path: () => '/inbox/queue',
    ready: /tom/,
    after: pressed('?', 'desk-admin-shortcuts'),
  },
  'the palette': {
    roles: ['TL'],
    path: () => '/inbox/queue',
    ready: /tom/,
    after: pressed('Control+k', 'desk-admin-palette'),
  },
  'the customers': { roles: ['TL'], path: () => '/customers', ready: /VIP/ },
  'a customer': { roles: ['SV'], path: (_open, { customer }) => `/customers/${customer}`, ready: /W1002/ },
  'the staff': { roles: ['AD'], path: () => '/staff', ready: /Bob/ },
  'the permissions': { roles: ['AD'], path: () => '/permissions', ready: /Reply to customers|回复顾客/ },
  'the stores': { roles: ['AD'], path: () => '/stores', ready: /store-1/ },
  'a store': { roles: ['AD'], path: ({ desk }) => `/stores/${desk.store.id}`, ready: /S1/ },
  'the service hours': { roles: ['AD'], path: ({ desk }) => `/stores/${desk.store.id}/hours`, ready: /Monday|星期一/ },
  'the shifts': { roles: ['TL'], path: () => '/shifts', ready: /Bob/ },
  'the service levels': { roles: ['SV'], path: () => '/service-levels', ready: /Web chat|在线聊天/ },
  'the look': { roles: ['AD'], path: ({ desk }) => `/stores/${desk.store.id}/look`, ready: /Preview|预览/ },
  'the embedding': { roles: ['AD'], path: ({ desk }) => `/stores/${desk.store.id}/embed`, ready: /widget\.js/ },
  'the identity keys': {
    roles: ['AD'],
    path: ({ desk }) => `/stores/${desk.store.id}/identity`,
    ready: /No keys|还没有密钥/,
  },
  'the audit trail': { roles: ['SV'], path: () => '/audit', ready: /Bob/ },
  'the data': { roles: ['SV'], path: () => '/records', ready: /Rating|评价/ },
  'a generic list': { roles: ['SV'], path: () => '/records/Conversation', ready: /lily/ },
  'a generic row': {
    roles: ['SV'],
    path: (_open, { conversation }) => `/records/Conversation/${conversation}`,
    ready: /lily/,
  },
};

describe('every page is clean for axe', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    for (const [name, scene] of Object.entries(scenes))
      it(`${name} in ${locale}`, async () => {
        const open = await openPanel({ roles: scene.roles, locale, size });
        open.go(scene.path(open, await fillDesk(open)));
        await until(() => scene.ready.test(readable()), `${scene.ready} is shown`);
        await scene.after?.(open);
        await until(() => !all('.spinner').some(isSeen), 'nothing is loading any more');
        expect(await objections()).to.deep.equal([]);
      });

  it('a conversation in dark colours', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const open = await openPanel({ roles: ['SV'] });
    const { conversation } = await fillDesk(open);
    open.go(`/inbox/open/${conversation}`);
    await until(() => /VIP/.test(readable()));
    await until(() => !all('.spinner').some(isSeen));
    expect(await objections()).to.deep.equal([]);
    await emulateMedia({ colorScheme: 'light' });
  });
});
