import { expect } from '@open-wc/testing';
import { chatPage, later } from '../../test/chat-page.ts';
import { all, bubbles, button, composer, deep, part, send, textOf, until } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';

describe('the window with a bad network', () => {
  const page = chatPage();

  it('says that it is reconnecting, loses nothing and doubles nothing', async () => {
    await page.open();
    await page.chatting();
    page.desk.network.down = true;
    page.desk.network.cutStreams();
    await until(() => !part('.bar').hidden);
    expect(textOf(part('.bar'))).to.contain('Reconnecting');
    await send('written offline');
    await page.desk.say('said meanwhile');
    expect(deep('.tick.sending')).to.not.equal(undefined);
    page.desk.network.down = false;
    page.desk.network.loseAnswers = 1;
    window.dispatchEvent(new Event('online'));
    await until(() => part('.bar').hidden);
    await until(() => bubbles().length === 3 && !deep('.tick.sending'), 'all is sent');
    expect(bubbles()).to.deep.equal(['hello', 'said meanwhile', 'written offline']);
    expect(await page.desk.said()).to.deep.equal(['hello', 'said meanwhile', 'written offline']);
  });

  it('lets one cancel a text that is under way, and sends the one behind it', async () => {
    await page.open();
    await page.chatting();
    page.desk.network.down = true;
    await send('no longer wanted');
    await send('still wanted');
    await until(() => all('button').filter((one) => textOf(one) === 'Cancel').length === 2);
    button('Cancel').click();
    await until(() => bubbles().join() === 'hello,still wanted');
    page.desk.network.down = false;
    window.dispatchEvent(new Event('online'));
    await until(() => !deep('.tick.sending'), 'the other is sent');
    expect(await page.desk.said()).to.deep.equal(['hello', 'still wanted']);
    expect(all('button').some((one) => textOf(one) === 'Cancel')).to.equal(false);
  });

  it('shows a text that alone does not get through as not sent, and sends what stands behind it', async () => {
    let stops = true;
    const fetch = ((url: string, init: { readonly body?: string }) =>
      stops && init.body?.includes('stopped on its way')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : page.desk.network.fetch(url, init as never)) as never;
    await page.open({ fetch });
    await page.chatting();
    await send('stopped on its way');
    await send('behind it');
    await until(() => textOf(deep('.problem')).startsWith('Not sent · It did not get through.'), 'it has failed');
    expect(await page.desk.said()).to.deep.equal(['hello', 'behind it']);
    stops = false;
    button('Try again').click();
    await until(() => !deep('.problem') && !deep('.tick.sending'));
    expect(await page.desk.said()).to.deep.equal(['hello', 'behind it', 'stopped on its way']);
  });

  it('takes the first message before the desk can be reached at all, and keeps it over a closed page', async () => {
    page.desk.network.down = true;
    await page.open();
    await until(() => !part('.bar').hidden);
    await send('is this on?');
    expect(bubbles()).to.deep.equal(['is this on?']);
    await page.nextPage();
    await until(() => bubbles().join() === 'is this on?');
    page.desk.network.down = false;
    window.dispatchEvent(new Event('online'));
    await until(() => page.desk.inState('QUEUED'));
    await until(async () => (await page.desk.said()).length === 1);
    expect(await page.desk.said()).to.deep.equal(['is this on?']);
  });

  it('believes its open line more than the browser’s hint that there is no network', async () => {
    await page.open();
    await page.chatting();
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      window.dispatchEvent(new Event('offline'));
      await page.desk.say('you are reached');
      await until(() => bubbles().includes('you are reached'));
      await until(() => part('.bar').hidden, 'no bar while the line is open');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('keeps a draft over a closed page', async () => {
    await page.open();
    await until(() => Object.keys(localStorage).some((key) => key.endsWith(':session')));
    composer().insert('half a thought');
    await page.nextPage();
    await until(() => composer().value === 'half a thought');
    await send('half a thought');
    await page.nextPage();
    await later(200);
    expect(composer().value).to.equal('');
  });

  it('says so on a page that no store names, and hopes for no connection', async () => {
    page.desk.network.down = true;
    page.handle = page.desk.mount({ unnamed: true });
    await page.handle?.open();
    await until(() => textOf(deep('.refused')) === 'This chat is not available here.');
    await later(300);
    expect((deep('.bar') as HTMLElement).hidden).to.equal(true);
  });

  it('says so when the store is not known', async () => {
    const errors: string[] = [];
    const warn = console.warn;
    const warnings: unknown[] = [];
    console.warn = (said: unknown) => void warnings.push(said);
    try {
      page.handle = page.desk.mount({ store: 'nobody' });
      page.handle?.on('error', ({ code }) => errors.push(code));
      await page.handle?.open();
      await until(() => textOf(deep('.refused')) === 'This chat is not available here.');
      expect(errors).to.deep.equal(['NOT_FOUND']);
      // Once, with what to do, and without the hope of a connection that will not come.
      expect(warnings.filter((said) => String(said).includes('data-store'))).to.have.length(1);
      expect((deep('.bar') as HTMLElement).hidden).to.equal(true);
    } finally {
      console.warn = warn;
    }
  });
});
