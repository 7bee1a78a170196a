import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { ShopOrder } from '@shopdesk/core';
import { caseScene } from '../testing/case-scene.ts';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  isSeen,
  it,
  openPanel,
  readable,
  reads,
  SIZES,
  until,
} from '../testing/page.ts';

const { print: browsersPrint } = window;

/** What is printed, from top to bottom, is no longer than the document that holds it. */
function expectWhole(page: string): void {
  const paper = document.documentElement.scrollHeight;
  const content = all(page)[0]?.getBoundingClientRect().height ?? Number.POSITIVE_INFINITY;
  expect(content, 'there is more than a screen').to.be.above(innerHeight);
  expect(paper).to.be.at.least(Math.floor(content));
  const cut = all('*').filter(
    (element) =>
      isSeen(element) &&
      getComputedStyle(element).overflowY !== 'visible' &&
      element.scrollHeight > element.clientHeight + 1 &&
      !element.matches('.visually-hidden, .vh'),
  );
  expect(
    cut.map(({ localName, className }) => `${localName}.${className}`),
    'nothing is cut',
  ).to.deep.equal([]);
}

/** What is shown of the parts that have no use on paper. */
const useless = (): string[] =>
  all('nav, button, .button, input, select, textarea, desk-admin-inbox-list, desk-admin-composer, aside')
    .filter((element) => isSeen(element) && element.getClientRects().length > 0)
    .map(({ localName, className }) => `${localName}.${className}`);

/** The order's first line, so often. */
function ofManyLines(order: ShopOrder, count: number): ShopOrder['lines'] {
  const [line] = order.lines;
  if (!line) throw new Error('The order has no line.');
  return Array.from({ length: count }, (_, index) => ({
    ...line,
    id: `line-${index + 1}`,
    title: `${line.title} no. ${index + 1}`,
  }));
}

describe('printing the panel', () => {
  afterEach(async () => {
    window.print = browsersPrint;
    await emulateMedia({ media: 'screen' });
    cleanPage();
  });

  for (const [name, size] of Object.entries(SIZES))
    it(`prints an order of 60 lines whole and alone, from a ${name}`, async () => {
      const open = await openPanel({ size });
      open.desk.shop.set('o5', { lines: ofManyLines(open.desk.shop.order('o5'), 60) });
      open.go(`/orders/${open.desk.store.id}/o5`);
      await reads('no. 60');
      expect(useless(), 'on the screen there is navigation').to.include('nav.');
      await emulateMedia({ media: 'print' });
      await until(() => useless().length === 0, 'navigation, buttons and fields are gone').catch(() => undefined);
      expect(useless()).to.deep.equal([]);
      expectWhole('desk-admin-order-page');
      expect(readable()).to.contain('W1005').and.to.contain('no. 60');
    });

  it('prints a case whole and alone', async () => {
    const scene = await caseScene({ roles: ['AA'], size: SIZES.phone });
    const row = await scene.ask();
    scene.go(`/cases/${row.id}`);
    await reads('What the policy says');
    await emulateMedia({ media: 'print' });
    expect(useless()).to.deep.equal([]);
    expectWhole('desk-admin-case-page');
    for (const text of [row.number, '棉袜 Cotton socks', 'What the policy says', 'CN¥38.00'])
      expect(readable()).to.contain(text);
  });

  it('prints a conversation from its first message, without the list and the composer', async () => {
    const open = await openPanel();
    const shopper = await open.desk.shopper('lily');
    const agent = await open.desk.staff('Bob', ['PA']);
    const { id: conversationId } = await open.desk.desk.as(shopper).conversations.openConversation({});
    await open.desk.desk.as(shopper).conversations.sendMessage({
      conversationId,
      clientMsgId: 'message-first-of-lily',
      text: 'The very first message',
    });
    const { conversations } = open.desk.desk.as(agent);
    await conversations.takeConversation({ id: conversationId });
    for (let index = 1; index <= 119; index += 1)
      await conversations.sendMessage({
        conversationId,
        clientMsgId: `message-${index}-of-the-agent`,
        text: `Line ${index}`,
      });
    open.go(`/inbox/open/${conversationId}`);
    await reads('Line 119');
    expect(readable()).not.to.contain('The very first message');
    await emulateMedia({ media: 'print' });
    expect(useless()).to.deep.equal([]);
    expectWhole('desk-admin-conversation');
    expect(readable(), 'the paper says what it lacks').to.contain('Earlier messages are missing');
    await emulateMedia({ media: 'screen' });
    expect(readable()).not.to.contain('Earlier messages are missing');
    let printed = '';
    window.print = () => void (printed = readable());
    const key = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(key);
    expect(key.defaultPrevented, 'the browser waits for what is loaded').to.equal(true);
    await until(() => printed !== '', 'it is printed');
    expect(printed).to.contain('The very first message').and.to.contain('Line 119');
    await emulateMedia({ media: 'print' });
    expectWhole('desk-admin-conversation');
    expect(readable()).not.to.contain('Earlier messages are missing');
    const again = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(again);
    expect(again.defaultPrevented, 'what is whole is the browser’s own to print').to.equal(false);
  });
});
