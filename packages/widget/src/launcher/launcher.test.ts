import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import {
  all,
  appears,
  bubbles,
  button,
  cleanPage,
  composer,
  deep,
  focused,
  launcher,
  objections,
  part,
  send,
  textarea,
  textOf,
  until,
} from '../../test/page.ts';
import { afterEach, beforeEach, describe, it } from '../../test/suite.ts';
import { createWidgetDesk, type WidgetDesk } from '../../test/widget-desk.ts';
import { defineDeskElement, mountDesk, type DeskHandle } from '../index.ts';
import { inkOn } from './colour.ts';

const later = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

describe('the launcher', () => {
  let desk: WidgetDesk;
  let handle: DeskHandle | undefined;
  const mount = (options: Parameters<WidgetDesk['mount']>[0] = {}) => (handle = desk.mount(options));

  beforeEach(async () => {
    cleanPage();
    await setViewport({ width: 1280, height: 800 });
    desk = await createWidgetDesk();
  });
  afterEach(() => {
    handle?.remove();
    handle = undefined;
  });

  for (const [locale, name] of [
    ['en', 'Chat with us'],
    ['zh-CN', '在线客服'],
  ] as const)
    it(`is one button with a name, and clean for axe, in ${locale}`, async () => {
      mount({ locale });
      expect(launcher().ariaLabel).to.equal(name);
      expect(await objections()).to.deep.equal([]);
    });

  it('speaks the page’s language when none is asked for', () => {
    document.documentElement.lang = 'zh-Hans';
    mount({ locale: undefined });
    expect(launcher().ariaLabel).to.equal('在线客服');
    document.documentElement.lang = 'en';
  });

  it('opens and closes by mouse, keyboard and command, tells so, and gives the focus back', async () => {
    const told: string[] = [];
    const desk = mount();
    for (const event of ['ready', 'open', 'close'] as const) desk.on(event, () => told.push(event));
    launcher().focus();
    await sendKeys({ press: 'Enter' });
    await appears('desk-composer');
    await until(() => focused() === textarea(), 'the composer has the focus');
    expect(launcher().ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Escape' });
    expect(focused()).to.equal(launcher());
    expect(launcher().ariaExpanded).to.equal('false');
    desk.toggle();
    await until(() => launcher().ariaExpanded === 'true');
    desk.close();
    await until(() => told.length === 5);
    expect(told).to.deep.equal(['ready', 'open', 'close', 'open', 'close']);
  });

  it('tells a listener nothing after it has ended its listening, and survives one that fails', async () => {
    const told: string[] = [];
    const desk = mount();
    const uncaught: string[] = [];
    const before = window.onerror;
    window.onerror = (message) => {
      uncaught.push(String(message));
      return true;
    };
    desk.on('open', () => {
      throw new Error('the page’s fault');
    });
    const stop = desk.on('open', () => told.push('stopped'));
    desk.on('open', () => told.push('open'));
    stop();
    await desk.open();
    await until(() => told.length > 0);
    window.onerror = before;
    expect(told).to.deep.equal(['open']);
    expect(uncaught.join()).to.contain('the page’s fault');
  });

  it('counts unread answers while it is closed and forgets them when they are read', async () => {
    const counts: number[] = [];
    const texts: string[] = [];
    const chat = mount();
    chat.on('unread', ({ count }) => counts.push(count));
    chat.on('message', ({ text, senderName }) => texts.push(`${senderName}: ${text}`));
    await chat.open();
    await send('hello');
    await until(() => bubbles().length === 1);
    await until(async () => desk.inState('QUEUED'));
    await later(200);
    await desk.take();
    chat.close();
    await desk.say('one');
    await desk.say('two');
    await until(() => textOf(deep('.badge')) === '2');
    expect(launcher().ariaLabel).to.equal('Chat with us, 2 unread');
    expect(await objections()).to.deep.equal([]);
    expect(texts).to.deep.equal(['Lucy: one', 'Lucy: two']);
    await chat.open();
    await until(async () => (await desk.newest()).unreadForCustomer === 0);
    chat.close();
    await until(() => part('.badge').hidden);
    expect(counts.at(-1)).to.equal(0);
  });

  it('counts unread answers on the next page without the window', async () => {
    const first = mount();
    await first.open();
    await send('hello');
    await until(() => bubbles().length === 1);
    await until(async () => desk.inState('QUEUED'));
    await desk.take();
    await until(() => localStorage.getItem('shopdesk:store-1:live') === '1');
    first.remove();
    await desk.say('are you there?');
    sessionStorage.clear();
    mount();
    await until(() => textOf(deep('.badge')) === '1');
    expect(deep('desk-chat')).to.equal(undefined);
  });

  it('stays open on the next page of a desktop, without taking the focus', async () => {
    const first = mount();
    await first.open();
    sessionStorage.setItem('shopdesk:store-1:open', '1');
    const kept = sessionStorage.getItem('shopdesk:store-1:open') as string;
    first.remove();
    sessionStorage.setItem('shopdesk:store-1:open', kept);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    mount();
    await appears('desk-composer');
    await later(100);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('takes colour and corner from the store, unless the page says otherwise', async () => {
    const host = () => part<HTMLElement>('desk-widget');
    mount();
    await until(() => host().style.getPropertyValue('--desk-look') === '#0f766e');
    expect(localStorage.getItem('shopdesk:store-1:look')).to.match(/^#0f766e end \d+$/);
    handle?.remove();
    mount({ colour: '#ffd400', position: 'start' });
    expect(host().style.getPropertyValue('--desk-look')).to.equal('#ffd400');
    expect(host().style.getPropertyValue('--desk-on-look')).to.equal('#000');
    expect(part('.corner').classList.contains('start')).to.equal(true);
  });

  it('picks ink that can be read on the colour', () => {
    expect(['#ffffff', '#ffd400', '#0f766e', '#000000', '#777777'].map(inkOn)).to.deep.equal([
      '#000',
      '#000',
      '#fff',
      '#fff',
      '#000',
    ]);
  });

  it('is there once, however often it is mounted', () => {
    const first = mount();
    const second = mountDesk({ store: 'store-1' });
    expect(second).to.equal(first);
    expect(all('.launcher')).to.have.length(1);
  });

  it('can be written as an element, and goes with it', async () => {
    defineDeskElement();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<desk-widget store="store-1" src="/nowhere" locale="zh-CN"></desk-widget>',
    );
    expect(launcher().ariaLabel).to.equal('在线客服');
    document.querySelector('desk-widget')?.remove();
    await later(0);
    mount();
    expect(all('.launcher')).to.have.length(1);
  });

  describe('before consent', () => {
    it('stores nothing, asks nothing and sends nothing', async () => {
      const before = performance.getEntriesByType('resource').length;
      const chat = mount({ consent: 'required' });
      chat.update({ product: { id: 'p1', title: 'Cardigan' } });
      void chat.identify(JSON.stringify({ subject: 'lily' }));
      launcher().dispatchEvent(new PointerEvent('pointerenter'));
      launcher().focus();
      await chat.open();
      await later(500);
      expect(desk.network.calls).to.deep.equal([]);
      expect({ ...localStorage }).to.deep.equal({});
      expect({ ...sessionStorage }).to.deep.equal({});
      expect(performance.getEntriesByType('resource').length).to.equal(before);
      expect(deep('desk-chat')).to.equal(undefined);
    });

    it('asks for it in words when the button is pressed, and goes on after the answer', async () => {
      mount({ consent: 'required' });
      launcher().click();
      expect(textOf(part('.note'))).to.contain('session key');
      expect(await objections()).to.deep.equal([]);
      expect(focused()).to.equal(button('Agree'));
      button('Not now').click();
      expect(part('.note').hidden).to.equal(true);
      launcher().click();
      button('Agree').click();
      await appears('desk-composer');
      expect(localStorage.getItem('shopdesk:store-1:agreed')).to.equal('1');
    });

    it('does what was asked meanwhile once the page has it', async () => {
      const identities: boolean[] = [];
      const chat = mount({ consent: 'required' });
      chat.on('identity', ({ verified }) => identities.push(verified));
      void chat.identify(JSON.stringify({ subject: 'lily' }));
      chat.consent();
      await until(() => identities.length === 1);
      expect(identities).to.deep.equal([true]);
    });
  });

  /** Waits until what was asked has led to no further question for a while. */
  const quiet = async (): Promise<void> => {
    for (let before = -1; before !== desk.network.calls.length;) {
      before = desk.network.calls.length;
      await later(300);
    }
  };

  describe('after remove', () => {
    it('leaves no element, no stream and no timer behind', async () => {
      const chat = mount();
      await chat.open();
      await send('hello');
      await until(() => bubbles().length === 1);
      await until(async () => desk.inState('QUEUED'));
      await quiet();
      chat.remove();
      expect(document.querySelector('desk-widget')).to.equal(null);
      expect(document.activeElement).to.equal(document.body);
      await desk.take();
      const calls = desk.network.calls.length;
      for (const type of ['online', 'pageshow', 'storage']) window.dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
      await desk.say('nobody hears this');
      await later(1200);
      expect(desk.network.calls.length).to.equal(calls);
    });

    it('forgets what it stored when it is asked to', async () => {
      localStorage.setItem('other', '1');
      const chat = mount();
      await chat.open();
      composer().insert('a draft');
      await until(() => Object.keys(localStorage).some((key) => key.startsWith('shopdesk:store-1:')));
      chat.remove({ forget: true });
      await later(300);
      expect({ ...localStorage }).to.deep.equal({ other: '1' });
      expect({ ...sessionStorage }).to.deep.equal({});
    });
  });
});
