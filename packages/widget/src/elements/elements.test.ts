import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, part, textOf } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';
import { formatMoney } from '@shopdesk/core/currency';
import { elementTextsEn as en, elementTextsZhCn as zh, formatBytes, safeUrl, type TimelineItem } from './index.ts';

const at = '2025-03-10T02:00:00.000Z';
let count = 0;
const item = (more: Partial<TimelineItem> = {}): TimelineItem => ({
  clientMsgId: `m${(count += 1)}`,
  sender: 'AGENT',
  senderName: 'Lucy',
  kind: 'TEXT',
  body: 'hello',
  card: null,
  attachment: null,
  at,
  publicSeq: count,
  ...more,
});

const bubble = (shown: TimelineItem, mine = false) =>
  fixture<HTMLElementTagNameMap['desk-bubble']>(
    html`<desk-bubble .item=${shown} .mine=${mine} last .texts=${en}></desk-bubble>`,
  );

describe('a bubble', () => {
  it('shows markup as it was written', async () => {
    const element = await bubble(item({ body: '<img src=x onerror=alert(1)><b>bold</b>' }));
    expect(part('.text', element.shadowRoot ?? undefined).textContent).to.equal(
      '<img src=x onerror=alert(1)><b>bold</b>',
    );
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('ends a web address where a reader sees it end: brackets are counted, quotation marks never part of it', async () => {
    const body = '“https://desk.example/help” (https://en.wikipedia.org/wiki/Kettle_(disambiguation))。';
    const element = await bubble(item({ body }));
    const links = all<HTMLAnchorElement>('a', element.shadowRoot ?? undefined);
    const addresses = ['https://desk.example/help', 'https://en.wikipedia.org/wiki/Kettle_(disambiguation)'];
    expect(links.map(({ href }) => href)).to.deep.equal(addresses);
    expect(part('.text', element.shadowRoot ?? undefined).textContent).to.equal(body);
  });

  it('makes web addresses followable and nothing else', async () => {
    const body =
      '看https://a.example/p?x=1，或 http://b.example). javascript:alert(1) data:text/html,x ftp://c.example';
    const element = await bubble(item({ body }));
    const links = all<HTMLAnchorElement>('a', element.shadowRoot ?? undefined);
    expect(links.map(({ href }) => href)).to.deep.equal(['https://a.example/p?x=1', 'http://b.example/']);
    expect(links.map(({ rel, target }) => [rel, target])).to.deep.equal(
      Array.from({ length: 2 }, () => ['noopener noreferrer nofollow', '_blank']),
    );
    expect(part('.text', element.shadowRoot ?? undefined).textContent).to.equal(body);
  });

  it('keeps the direction of a text inside the bubble', async () => {
    const element = await bubble(item({ body: 'مرحبا \u202Eabc' }));
    const text = part('.text', element.shadowRoot ?? undefined);
    expect(getComputedStyle(text).direction).to.equal('rtl');
    expect(getComputedStyle(text).unicodeBidi).to.equal('plaintext');
    expect(getComputedStyle(element).direction).to.equal('ltr');
  });

  it('says why a message was not sent and what can be done', async () => {
    const element = await bubble(item({ sender: 'CUSTOMER', problem: 'Too long.' }), true);
    expect(textOf(element)).to.contain('Not sent · Too long.');
    const buttons = all<HTMLButtonElement>('button', element.shadowRoot ?? undefined);
    expect(buttons.map((one) => one.textContent)).to.deep.equal(['Try again', 'Edit', 'Delete']);
    for (const [index, name] of ['desk-retry', 'desk-edit', 'desk-discard'].entries()) {
      setTimeout(() => buttons[index]?.click());
      const { detail } = await oneEvent(element, name);
      expect(detail.item).to.equal(element.item);
    }
  });

  it('offers no second try for what would be refused again', async () => {
    const element = await bubble(item({ sender: 'CUSTOMER', problem: 'Too long.', final: true }), true);
    expect(all('button', element.shadowRoot ?? undefined).map((one) => one.textContent)).to.deep.equal([
      'Edit',
      'Delete',
    ]);
  });
});

describe('a timeline', () => {
  const timeline = (items: readonly TimelineItem[], more: Partial<HTMLElementTagNameMap['desk-timeline']> = {}) =>
    fixture<HTMLElementTagNameMap['desk-timeline']>(
      html`<desk-timeline style="block-size:300px" .items=${items} .texts=${en} .marks=${more.marks} .typing=${more.typing ?? []} ?hasEarlier=${more.hasEarlier ?? false}></desk-timeline>`,
    );
  const day = (offset: number) => new Date(Date.now() - offset * 86_400_000).toISOString();

  it('puts days between the messages, in the reader’s words', async () => {
    const element = await timeline([
      item({ at: '2024-02-03T12:00:00.000Z' }),
      item({ at: day(1) }),
      item({ at: day(0) }),
      item({ at: day(0) }),
    ]);
    expect(all('.day', element.shadowRoot ?? undefined).map(textOf)).to.deep.equal([
      'Sat, February 3, 2024',
      'Yesterday',
      'Today',
    ]);
  });

  it('tells what the desk did in the reader’s language', async () => {
    const events = [
      item({ kind: 'EVENT', sender: 'SYSTEM', body: 'AGENT_JOINED' }),
      item({ kind: 'EVENT', sender: 'SYSTEM', body: 'SOMETHING_NEW' }),
    ];
    const element = await timeline(events);
    expect(all('.event', element.shadowRoot ?? undefined).map(textOf)).to.deep.equal([
      'Lucy joined the conversation',
      'SOMETHING_NEW',
    ]);
    element.texts = zh;
    await element.updateComplete;
    expect(textOf(part('.event', element.shadowRoot ?? undefined))).to.equal('Lucy 已接入，为您服务');
  });

  it('ticks own messages by how far the other side is', async () => {
    const mine = (publicSeq: number | null, more: Partial<TimelineItem> = {}) =>
      item({ sender: 'CUSTOMER', senderName: '', publicSeq, ...more });
    const element = await timeline([mine(1), mine(2), mine(3), mine(null), mine(null, { problem: 'no' })], {
      marks: { delivered: 2, read: 1 },
    });
    expect(
      all<HTMLElementTagNameMap['desk-bubble']>('desk-bubble', element.shadowRoot ?? undefined).map(({ tick }) => tick),
    ).to.deep.equal(['read', 'delivered', 'sent', 'sending', 'failed']);
  });

  it('keeps a message’s element when others come in front of it', async () => {
    const shown = [item(), item()];
    const element = await timeline(shown);
    const before = all('desk-bubble', element.shadowRoot ?? undefined);
    element.items = [item({ body: 'earlier' }), ...shown];
    await element.updateComplete;
    const after = all('desk-bubble', element.shadowRoot ?? undefined);
    expect(after).to.have.length(3);
    expect(after.slice(1)).to.deep.equal(before);
  });

  it('stays at the end while the reader is there, keeps his place when he is not, and says so', async () => {
    const many = Array.from({ length: 30 }, () => item());
    const element = await timeline(many);
    const log = element.log as HTMLElement;
    const fromEnd = () => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(fromEnd()).to.be.lessThan(2);
    setTimeout(() => (log.scrollTop = 100));
    const { detail } = await oneEvent(element, 'desk-place');
    expect(detail).to.deep.equal({ atEnd: false });
    const distance = fromEnd();
    element.items = [...Array.from({ length: 10 }, () => item()), ...many];
    await element.updateComplete;
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(Math.abs(fromEnd() - distance)).to.be.lessThan(60);
    part<HTMLButtonElement>('.down', element.shadowRoot ?? undefined).click();
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(fromEnd()).to.be.lessThan(2);
  });

  it('follows what the reader writes, however long, also when they had scrolled up', async () => {
    const many = Array.from({ length: 30 }, () => item());
    const element = await timeline(many);
    const log = element.log as HTMLElement;
    const fromEnd = () => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);
    await new Promise((resolve) => void setTimeout(resolve, 100));
    setTimeout(() => (log.scrollTop = 100));
    await oneEvent(element, 'desk-place');
    const mine = item({ sender: 'CUSTOMER', senderName: '', body: 'A long answer. '.repeat(60) });
    element.items = [...many, mine];
    await new Promise((resolve) => void setTimeout(resolve, 200));
    expect(fromEnd()).to.be.lessThan(2);
    element.items = [...many, mine, item()];
    await new Promise((resolve) => void setTimeout(resolve, 200));
    expect(fromEnd()).to.be.lessThan(2);
    setTimeout(() => (log.scrollTop = 100));
    expect((await oneEvent(element, 'desk-place')).detail).to.deep.equal({ atEnd: false });
    element.items = [...many, mine, item(), item()];
    await new Promise((resolve) => void setTimeout(resolve, 200));
    expect(log.scrollTop).to.be.lessThan(200);
  });

  it('asks for earlier messages by a button, and tells who is typing', async () => {
    const element = await timeline([item()], { hasEarlier: true, typing: ['Lucy'] });
    setTimeout(() => part<HTMLButtonElement>('.earlier', element.shadowRoot ?? undefined).click());
    await oneEvent(element, 'desk-earlier');
    expect(textOf(part('.typing', element.shadowRoot ?? undefined))).to.equal('Lucy is typing');
  });
});

describe('a card', () => {
  it('shows title, detail and price, and links only into the web', async () => {
    const card = {
      type: 'ORDER',
      id: 'o1',
      title: 'W1 · shipped',
      detail: 'Cardigan × 2',
      price: { amount: 25_800, currency: 'CNY' },
      url: 'javascript:alert(1)',
    } as const;
    const element = await fixture<HTMLElementTagNameMap['desk-card']>(
      html`<desk-card .card=${card} .texts=${en}></desk-card>`,
    );
    expect(textOf(element)).to.equal('Order W1 · shipped Cardigan × 2 CN¥258.00');
    element.card = { ...card, url: 'https://shop.example/o1' };
    await element.updateComplete;
    expect(part<HTMLAnchorElement>('a', element.shadowRoot ?? undefined).href).to.equal('https://shop.example/o1');
  });

  it('shows its picture from the web only, and a drawing where the picture is gone', async () => {
    const still = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const card = { type: 'PRODUCT', id: 'p1', title: 'Tea', detail: '', price: null, url: null };
    const element = await fixture<HTMLElementTagNameMap['desk-card']>(
      html`<desk-card .card=${{ ...card, imageUrl: still }} .texts=${en}></desk-card>`,
    );
    const picture = () => element.shadowRoot?.querySelector('img');
    expect(picture(), 'not from the web').to.equal(null);
    element.card = { ...card, imageUrl: new URL('/gone.png', location.href).href };
    await element.updateComplete;
    expect(picture()?.getAttribute('referrerpolicy')).to.equal('no-referrer');
    picture()?.dispatchEvent(new Event('error'));
    await element.updateComplete;
    expect(picture()).to.equal(null);
    expect(element.shadowRoot?.querySelector('svg')).not.to.equal(null);
  });

  it('of a type that a feature adds is shown by its own words, and called nothing else', async () => {
    const card = { type: 'WARRANTY', id: 'w1', title: 'Kettle', detail: '24 months', price: null, url: null };
    const element = await fixture<HTMLElementTagNameMap['desk-card']>(
      html`<desk-card .card=${card} .texts=${en}></desk-card>`,
    );
    expect(textOf(element)).to.equal('Kettle 24 months');
  });

  it('writes amounts and sizes as people of the language do', () => {
    expect(formatMoney({ amount: 123_456, currency: 'USD' }, 'en')).to.equal('$1,234.56');
    expect(formatMoney({ amount: 1234, currency: 'JPY' }, 'en')).to.equal('¥1,234');
    expect(formatBytes(1_234_567, 'en')).to.equal('1.2 MB');
    expect(safeUrl('//no-scheme.example')).to.equal(undefined);
  });
});

describe('an attachment', () => {
  const file = { id: 'a1', name: 'cardigan.png', contentType: 'image/png', size: 2048 };
  const attachment = (linkOf: (id: string) => Promise<string>, more = {}) =>
    fixture<HTMLElementTagNameMap['desk-attachment']>(
      html`<desk-attachment .file=${{ ...file, ...more }} .linkOf=${linkOf} .texts=${en}></desk-attachment>`,
    );

  it('shows a picture by its short-lived link', async () => {
    const asked: string[] = [];
    const element = await attachment(async (id) => {
      asked.push(id);
      return 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    });
    await element.updateComplete;
    expect(asked).to.deep.equal(['a1']);
    expect(part<HTMLImageElement>('img', element.shadowRoot ?? undefined).alt).to.equal('cardigan.png');
  });

  it('says when a picture cannot be shown', async () => {
    const element = await attachment(() => Promise.reject(new Error('gone')));
    await element.updateComplete;
    expect(textOf(element)).to.equal('The image cannot be shown now.');
  });

  it('shows other files by name and size, and how far a file is on its way', async () => {
    const element = await attachment(async () => '', { contentType: 'application/pdf', name: '发票.pdf' });
    expect(textOf(element)).to.equal('发票.pdf 2 kB');
    element.upload = { share: 0.42 };
    await element.updateComplete;
    expect(part<HTMLProgressElement>('progress', element.shadowRoot ?? undefined).value).to.equal(42);
  });
});

describe('stars and emoji', () => {
  it('lets one choose stars with the arrow keys', async () => {
    const element = await fixture<HTMLElementTagNameMap['desk-stars']>(html`<desk-stars .texts=${en}></desk-stars>`);
    all<HTMLInputElement>('input', element.shadowRoot ?? undefined)[0]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(element.score).to.equal(2);
    await sendKeys({ press: 'ArrowRight' });
    expect(element.score).to.equal(3);
  });

  it('lets one choose an emoji with the arrow keys, in either direction of writing', async () => {
    const element = await fixture<HTMLElementTagNameMap['desk-emoji']>(html`<desk-emoji .texts=${en}></desk-emoji>`);
    element.focus();
    await element.updateComplete;
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const { detail } = await oneEvent(element, 'desk-emoji');
    expect(detail.emoji).to.equal('🤗');
    element.dir = 'rtl';
    await sendKeys({ press: 'ArrowRight' });
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    expect((await oneEvent(element, 'desk-emoji')).detail.emoji).to.equal('😘');
  });
});
