import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { chatPage, later } from '../../test/chat-page.ts';
import {
  all,
  appears,
  bubbles,
  button,
  composer,
  deep,
  focused,
  launcher,
  part,
  textarea,
  textOf,
  until,
} from '../../test/page.ts';
import { afterEach, describe, it } from '../../test/suite.ts';

describe('the window by keyboard and on a phone', () => {
  const page = chatPage();

  it('reaches every control and goes round inside', async () => {
    await page.open();
    await page.chatting();
    const names: string[] = [];
    const first = focused();
    for (let n = 0; n < 14; n += 1) {
      await sendKeys({ press: 'Tab' });
      const now = focused();
      names.push((now?.ariaLabel ?? now?.textContent ?? '').trim());
      if (now === first) break;
    }
    expect(names).to.deep.equal([
      'Emoji',
      'Attach a file',
      'Help',
      'Send',
      'Back',
      'Your conversations',
      'Close',
      'Conversation',
      'Your message',
    ]);
    await sendKeys({ press: 'Shift+Tab' });
    expect(focused()?.ariaLabel).to.equal('Conversation');
  });

  it('leaves with Escape what is on top first', async () => {
    await page.open();
    button('Your conversations').click();
    await appears('desk-history');
    await sendKeys({ press: 'Escape' });
    await until(() => deep('desk-home'));
    await sendKeys({ press: 'Escape' });
    await until(() => launcher().ariaExpanded === 'false');
    expect(focused()).to.equal(launcher());
  });

  it('fills the screen of a phone and hides the button', async () => {
    await setViewport({ width: 390, height: 780 });
    await page.open();
    await later(250);
    const { x, y, width, height } = part('.panel').getBoundingClientRect();
    expect([x, y, width, height]).to.deep.equal([0, 0, 390, 780]);
    expect(getComputedStyle(launcher()).display).to.equal('none');
  });

  it('keeps its size and place when two fingers zoom, and makes room for a keyboard', async () => {
    await setViewport({ width: 390, height: 780 });
    await page.open();
    await later(250);
    const viewport = window.visualViewport as VisualViewport;
    const shows = (facts: { readonly scale: number; readonly height: number; readonly offsetTop: number }) => {
      for (const [name, value] of Object.entries(facts))
        Object.defineProperty(viewport, name, { value, configurable: true });
      viewport.dispatchEvent(new Event('resize'));
      const { top, height } = part('.panel').getBoundingClientRect();
      return [top, height];
    };
    try {
      expect(shows({ scale: 2, height: 390, offsetTop: 150 })).to.deep.equal([0, 780]);
      expect(shows({ scale: 1, height: 420, offsetTop: 0 })).to.deep.equal([0, 420]);
      expect(shows({ scale: 1.8, height: 233, offsetTop: 20 })).to.deep.equal([0, 420]);
      expect(shows({ scale: 1, height: 780, offsetTop: 0 })).to.deep.equal([0, 780]);
    } finally {
      for (const name of ['scale', 'height', 'offsetTop']) Reflect.deleteProperty(viewport, name);
    }
  });

  describe('with Back on a phone', () => {
    /** What the router of the shop hears. */
    const heard: unknown[] = [];
    const hear = ({ state }: PopStateEvent) => void heard.push(state);
    const isOpen = () => deep('desk-chat')?.hidden === false;
    const isMarked = () => (history.state as { shopdesk?: number } | null)?.shopdesk === 1;
    const start = location.href;

    const openOnPhone = async (): Promise<void> => {
      await setViewport({ width: 390, height: 780 });
      history.pushState({ shop: 'product' }, '', '#product');
      window.addEventListener('popstate', hear);
      heard.length = 0;
      await page.open();
      await until(isMarked, 'Back is ours');
    };

    afterEach(async () => {
      window.removeEventListener('popstate', hear);
      page.handle?.remove();
      await until(() => !isMarked());
      history.replaceState(null, '', start);
    });

    it('closes, keeps the page and what was written, and lets the next Back go to the page before', async () => {
      await openOnPhone();
      composer().insert('half a thought');
      history.back();
      await until(() => !isOpen(), 'the window is closed');
      expect(location.hash).to.equal('#product');
      expect(history.state).to.deep.equal({ shop: 'product' });
      expect(heard).to.deep.equal([]);
      await page.handle?.open();
      await until(isMarked);
      expect(composer().value).to.equal('half a thought');
      history.back();
      await until(() => !isOpen());
      history.back();
      await until(() => location.hash === '', 'the page before');
      expect(heard).to.have.length(1);
    });

    it('leaves no step behind when it is closed by its button', async () => {
      await openOnPhone();
      button('Close').click();
      await until(() => !isMarked(), 'the step is gone');
      expect(history.state).to.deep.equal({ shop: 'product' });
      expect(heard).to.deep.equal([]);
      history.back();
      await until(() => location.hash === '', 'the page before');
      expect(heard).to.have.length(1);
    });

    it('stays out of the way of a page that goes on while it is open', async () => {
      await openOnPhone();
      history.pushState({ shop: 'basket' }, '', '#basket');
      page.handle?.close();
      await later(100);
      expect(location.hash).to.equal('#basket');
      history.back();
      await until(() => location.hash === '#product');
      expect(heard).to.have.length(1);
      history.back();
      await until(() => !isMarked());
      expect(location.hash).to.equal('#product');
    });

    it('is no step of the history on a wide screen', async () => {
      const { length } = history;
      await page.open();
      await later(250);
      expect(history.length).to.equal(length);
      expect(isMarked()).to.equal(false);
    });
  });

  it('is mirrored on a page that is written from right to left', async () => {
    document.documentElement.dir = 'rtl';
    await page.open();
    await later(250);
    expect(part('.panel').getBoundingClientRect().x).to.equal(20);
    expect(launcher().getBoundingClientRect().x).to.equal(20);
    await page.chatting();
    await page.desk.say('hi');
    await until(() => bubbles().length === 2);
    const middle = part('.panel').getBoundingClientRect().x + 190;
    const [own, theirs] = all('.bubble').map((element) => element.getBoundingClientRect());
    expect((own?.x ?? 0) < middle && (theirs?.x ?? 0) > middle).to.equal(true);
  });

  it('does without movement where the reader wants none', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    await page.open();
    expect(getComputedStyle(part('.panel')).animationName).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('changes its language while it is open', async () => {
    await page.open();
    await page.chatting();
    page.handle?.setLocale('zh-CN');
    await until(() => textOf(deep('desk-timeline')).includes('Lucy 已接入，为您服务'));
    expect(textarea().placeholder).to.equal('请输入消息');
    await until(() => textOf(deep('h2')) === '在线客服');
  });
});
