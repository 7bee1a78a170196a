/**
 * @module A shopper settles his orders by himself, on a phone in Chinese and on a desktop in English, and the demo shop
 * does what he was shown. Real pages, real server; each test goes on where the one before ended.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, onTestFinished, test } from 'vitest';
import {
  barriers,
  keepFailure,
  launchBrowser,
  openContext,
  screenshots,
  SIZES,
  type WatchedContext,
} from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { unreachable } from './support/keyboard.ts';
import { picture } from './support/pictures.ts';
import { SelfService } from './support/self-service.ts';
import { Shopper } from './support/shopper.ts';
import { StaffApi } from './support/staff-api.ts';
import { startsWith, WORDS } from './support/words.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const [PHONE, DESKTOP] = SIZES;

/**
 * Each story has a customer of its own with an order in every state; the dates of their orders are always the same, and
 * the one that is cancelled is the newest.
 */
const STORIES = [
  {
    locale: 'zh-CN',
    size: PHONE,
    customer: 'emma_santos_9753',
    orders: {
      sent: '#W8160318',
      tracking: '825383262208',
      moved: '#W1620235',
      cancelled: '#W2918688',
      arrived: '#W3113816',
      old: '#W1539823',
    },
    said: {
      street: '延安路 2 号',
      quality: '商品有质量问题',
      noReason: '不想要了',
      refund: '退货退款',
      denied: '仅退款',
      pays: '寄回运费由我们承担',
      exchange: '换货',
      /** As the shop's own pages say it. */
      states: { paid: '备货中', sent: '运输中', cancelled: '已取消' },
      goods: '平板电脑',
      wait: '等了很久了，还有人吗？',
      answer: '让您久等了，我马上为您处理。',
    },
    /** Whether the old order is past every window, so that nothing can be had for it. */
    tooLate: true,
    reasons: { mistake: /误拍|误下|错|mistake/i },
  },
  {
    locale: 'en',
    size: DESKTOP,
    customer: 'liam_thomas_7882',
    orders: {
      sent: '#W6231698',
      tracking: '946003206427',
      moved: '#W1654931',
      cancelled: '#W3295833',
      arrived: '#W6397299',
      old: '#W8488728',
    },
    said: {
      street: '2 Elm Street',
      quality: 'It is faulty',
      noReason: 'I do not want it',
      refund: 'Return and refund',
      denied: 'Refund only',
      pays: 'we pay the way back',
      exchange: 'Exchange',
      states: { paid: 'Being prepared', sent: 'On its way', cancelled: 'Cancelled' },
      goods: 'Skateboard',
      wait: 'I have been waiting for a while. Is anybody there?',
      answer: 'Sorry for the wait, I am looking into it now.',
    },
    tooLate: false,
    reasons: { mistake: /mistake/i },
  },
] as const;

/** The amounts that went back, as the shop's own page lists them. */
const refundsOf = (page: string): string[] =>
  [...page.matchAll(/−\s*(?:US)?(\$[\d,]+\.\d\d)/g)].map(([, amount = '']) => amount);

describe.each(STORIES)('self-service in $locale', ({ locale, size, customer, orders, said, tooLate, reasons }) => {
  const keep = screenshots(`self-service-${locale}`);
  const inaccessible: string[] = [];
  let watched: WatchedContext;
  let shopper: Shopper;
  let service: SelfService;
  let broken = false;

  const show = async (step: string) => {
    await keep(shopper.page, step);
    inaccessible.push(...(await barriers(shopper.page, 'desk-widget')).map((barrier) => `${step}: ${barrier}`));
  };

  /** What the shop's own page says of an order. */
  const inShop = async (orderId: string): Promise<string> => {
    const page: Page = await watched.context.newPage();
    await page.goto(`${demo.shopUrl}/orders/${encodeURIComponent(orderId)}`);
    const text = await page.getByRole('main').innerText();
    await page.close();
    return text;
  };

  beforeAll(async () => {
    watched = await openContext(browser, { locale, size });
    shopper = new Shopper(await watched.newPage(), demo, WORDS[locale]);
    service = new SelfService(shopper, locale);
    await shopper.signIn(customer);
    await shopper.launcher.waitFor();
  });

  afterAll(() => watched?.context.close());

  beforeEach(() => {
    if (broken) throw new Error('An earlier part of the story has failed.');
    onTestFailed(async () => {
      broken = true;
      await keepFailure(`self-service-${locale}`, [watched]);
    });
  });

  test('the first view says that nobody is there, how the last order is, and offers what is possible for it now', async () => {
    const { words } = service;
    const { home } = shopper.words.chat;
    await shopper.open();
    const offered = (name: string) => service.lastOrder.getByRole('button', { name, exact: true });
    await service.lastOrder.getByText(said.states.paid, { exact: true }).waitFor();
    await service.lastOrder.getByText(orders.cancelled).waitFor();
    await service.lastOrder.getByText(said.goods).waitFor();
    await offered(words.orders.change).waitFor();
    expect(await offered(words.orders.track).count()).toBe(0);
    expect(await offered(words.orders.giveBack).count()).toBe(0);
    await shopper.chat.getByRole('button', { name: home.message }).waitFor();
    await shopper.chat.locator('desk-home').getByRole('button', { name: shopper.words.chat.tool.help }).waitFor();
    await show('home');
    expect(await unreachable(shopper.page, 'desk-chat')).toEqual([]);
    await offered(words.orders.all).click();
    await service.view.getByRole('heading', { name: words.orders.title }).waitFor();
    await shopper.back();
    await service.lastOrder.waitFor();
  });

  test('they find all their orders from the composer', async () => {
    const { words } = service;
    await shopper.chat.getByRole('button', { name: shopper.words.chat.tool.orders }).click();
    await shopper.chat.getByRole('button', { name: words.orders.all }).click();
    await service.view.getByRole('heading', { name: words.orders.title }).waitFor();
    await service.sees(orders.sent);
    await show('orders');
  });

  test('the shop’s page opens an order that is on its way, with its tracking', async () => {
    const { words } = service;
    await shopper.visit(`/orders/${encodeURIComponent(orders.sent)}`);
    await shopper.page.locator('button[data-desk-order]').click();
    for (const text of [
      said.states.sent,
      words.orders.nextSteps.SHIPPED,
      orders.tracking,
      'Blue Heron Parcel',
      words.orders.scans.PICKED_UP,
    ])
      await service.sees(text);
    await show('tracking');
    expect(await unreachable(shopper.page, 'desk-chat')).toEqual([]);
  });

  test('he changes an address before dispatch, and the shop has it', async () => {
    const { words } = service;
    await service.openOrder(orders.moved);
    await service.press(words.change.titles.ADDRESS);
    await service.view.getByRole('textbox', { name: words.change.address.line1 }).fill(said.street);
    await service.press(words.change.preview);
    await service.sees(said.street);
    await show('address-preview');
    expect(await inShop(orders.moved)).not.toContain(said.street);
    await service.press(words.change.confirms.ADDRESS);
    await service.sees(words.change.done.ADDRESS);
    expect(await inShop(orders.moved)).toContain(said.street);
  });

  test('they cancel the last order from the first view after they have seen what comes back, and the shop has refunded it', async () => {
    const { words } = service;
    await service.toHome();
    await service.lastOrder.getByRole('button', { name: words.orders.change }).click();
    await service.press(words.change.titles.CANCEL);
    await service.view.getByRole('radio', { name: reasons.mistake }).check();
    await service.press(words.change.preview);
    await service.sees(words.change.when.REFUND);
    await show('cancel-preview');
    const shown = await service.amountIn('strong');
    const confirm = service.view.getByRole('button', { name: words.change.confirms.CANCEL, exact: true });
    await confirm.dblclick();
    await service.sees(words.change.done.CANCEL);
    await service.press(words.change.toOrder);
    await service.sees(said.states.cancelled);
    await show('cancelled');
    await service.toHome();
    await service.lastOrder.getByText(said.states.cancelled, { exact: true }).waitFor();
    expect(await service.lastOrder.getByRole('button', { name: words.orders.change }).count()).toBe(0);
    expect(refundsOf(await inShop(orders.cancelled))).toEqual([shown]);
  });

  test('he asks for a return with a photo, and goes on where he was after a reload', async () => {
    const { words } = service;
    await service.openOrder(orders.arrived);
    await service.begin(said.quality, picture('damage.png', [196, 120, 60]));
    await show('solutions');
    await shopper.page.reload();
    await shopper.launcher.waitFor();
    await service.openOrder(orders.arrived);
    await service.press(words.orders.afterSales);
    await service.sees(words.flow.resumed);
    await service.choose(said.refund);
    await service.press(words.next);
    await service.sees(said.pays);
    await service.sees(words.flow.afterReturn);
    await show('return-preview');
    await service.view.getByRole('button', { name: words.flow.submit, exact: true }).dblclick();
    await service.press(words.flow.follow);
    await service.sees(words.caseStates.REQUESTED);
    await show('case');
  });

  test('staff approve, he sends it back, the money arrives in the shop, the case is closed', async () => {
    const { words } = service;
    const [lead, warehouse, agent] = await Promise.all([
      StaffApi.signIn(demo, 'mg'),
      StaffApi.signIn(demo, 'wh'),
      StaffApi.signIn(demo, 'aa'),
    ]);
    const number = `${orders.arrived.slice(1)}-1`;
    const id = await lead.caseId(number);
    await agent.perform('recordApology', { id });
    await lead.perform('approveCase', { id });
    await service.sees(words.caseStates.AWAITING_RETURN);
    await service.sees('23:59');
    await service.press(words.cases.actions.shipReturn);
    await service.view.getByRole('textbox', { name: words.cases.carrier }).fill('Blue Heron Parcel');
    await service.view.getByRole('textbox', { name: words.cases.waybill }).fill('BH00112233');
    await show('waybill');
    await service.press(words.confirm);
    await service.sees(words.caseStates.IN_TRANSIT);
    await warehouse.perform('receiveReturn', { id });
    await warehouse.perform('inspectReturn', { id, result: 'PASS' });
    await agent.perform('settleReturn', { id });
    await service.sees(words.caseStates.REFUNDED);
    const paid = await service.amountIn('.note');
    await show('refunded');
    expect(refundsOf(await inShop(orders.arrived))).toEqual([paid]);
    await agent.perform('recordCause', { id, faultParty: 'SUPPLIER', stockAction: 'TO_SUPPLIER' });
    await agent.perform('archiveCase', { id });
    await service.sees(words.caseStates.CLOSED);
  });

  test('they exchange another item of the order for another variant', async () => {
    const { words } = service;
    await service.openOrder(orders.arrived);
    await service.begin(said.quality, picture('scratch.png', [90, 90, 160]), 1);
    await service.choose(said.exchange);
    const variant = service.view.getByRole('combobox').first();
    const free = await variant.evaluate((select) =>
      [...(select as HTMLSelectElement).options].findIndex(({ value, disabled }) => value && !disabled),
    );
    await variant.selectOption({ index: free });
    await service.press(words.next);
    await show('exchange-preview');
    await service.view.getByRole('button', { name: words.flow.submit, exact: true }).click();
    await service.press(words.flow.follow);
    await service.sees(words.caseTypes.EXCHANGE);
    await show('exchange');
  });

  test('what the rules deny is told in a sentence with its clause, or not listed beside what can be had, and a person takes it up with what was tried', async () => {
    const { words } = service;
    await service.openOrder(orders.old);
    await service.begin(said.noReason);
    const denied = service.view.getByRole('radio', { name: startsWith(said.denied) });
    if (tooLate) await service.view.locator('details', { hasText: words.why }).first().waitFor();
    else await service.view.getByRole('radio', { name: startsWith(said.refund) }).waitFor();
    expect(await denied.count()).toBe(0);
    await show('denied');
    await service.press(words.askPerson);
    await shopper.sees(said.noReason);
    await shopper.chat.locator('desk-card', { hasText: orders.old }).last().waitFor();
    await show('asked');
  });

  test('they ask while they wait, read the help meanwhile, are answered, and rate', async () => {
    const { chat } = shopper.words;
    const agent = await StaffApi.signIn(demo, 'aa');
    await agent.perform('setPresence', { id: agent.userId, presence: 'ONLINE' });
    // The next story begins with nobody there.
    onTestFinished(() => agent.perform('setPresence', { id: agent.userId, presence: 'OFFLINE' }));
    await shopper.sees(chat.queue.place(1));
    await shopper.send(said.wait);
    await shopper.seesTick('sent');
    expect(await shopper.bubble(said.wait).isVisible()).toBe(true);
    await show('waiting');
    await shopper.chat.getByRole('button', { name: chat.tool.help }).click();
    await service.view.getByRole('heading', { name: chat.tool.help }).waitFor();
    await show('help');
    await shopper.back();
    const conversationId = await agent.newestConversation();
    await agent.perform('takeConversation', { id: conversationId });
    await agent.perform('sendMessage', { conversationId, clientMsgId: `answer-${locale}`, text: said.answer });
    await shopper.sees(said.answer);
    await agent.perform('closeConversation', { id: conversationId, intent: 'OTHER', result: 'SOLVED', reason: 'test' });
    await shopper.rate(5);
    await show('rated');
  });

  test('no page broke its policy, threw or complained', () => {
    expect(watched.complaints).toEqual([]);
  });

  test('everything shown on the way was accessible', () => {
    expect(inaccessible).toEqual([]);
  });
});
