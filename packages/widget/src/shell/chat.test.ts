import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { product } from '../../test/test-shop.ts';
import { all, appears, bubbles, button, cleanPage, composer, deep, focused, launcher, part, send, textarea, textOf, until } from '../../test/page.ts';
import { afterEach, beforeEach, describe, it } from '../../test/suite.ts';
import { createWidgetDesk, type WidgetDesk } from '../../test/widget-desk.ts';
import type { DeskHandle } from '../index.ts';

const later = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
const lily = JSON.stringify({ subject: 'lily', name: 'Lily' });

describe('the chat window', () => {
  let desk: WidgetDesk;
  let handle: DeskHandle;

  async function open(options: Parameters<WidgetDesk['mount']>[0] = {}): Promise<void> {
    handle = desk.mount(options);
    await handle.open();
    await appears('desk-composer');
  }
  /** Writes the first message and lets the agent take the conversation. */
  async function chatting(): Promise<void> {
    await send('hello');
    await until(() => desk.inState('QUEUED'));
    await desk.take();
    await until(() => textOf(deep('desk-timeline')).includes('Lucy'));
  }
  /** The next page of the same browser. */
  async function nextPage(options: Parameters<WidgetDesk['mount']>[0] = {}): Promise<void> {
    handle.remove();
    await open(options);
  }

  beforeEach(async () => {
    cleanPage();
    await setViewport({ width: 1280, height: 800 });
    desk = await createWidgetDesk();
  });
  afterEach(() => handle.remove());

  describe('in conversation', () => {
    it('greets, sends with Enter, and shows the answer', async () => {
      await open();
      await until(() => textOf(deep('.greeting')) === 'Hello, how can we help you?');
      textarea().focus();
      await sendKeys({ type: 'hello' });
      await sendKeys({ press: 'Enter' });
      await until(() => desk.inState('QUEUED'));
      await desk.take();
      await desk.say('Good morning');
      await until(() => bubbles().includes('Good morning'));
      expect(bubbles()).to.deep.equal(['hello', 'Good morning']);
      expect(await desk.said()).to.deep.equal(['hello', 'Good morning']);
      expect(textOf(part('header p'))).to.equal('Lucy');
    });

    it('makes a new line with Shift and Enter, and leaves the Enter of an input method alone', async () => {
      await open();
      textarea().focus();
      await sendKeys({ type: 'a' });
      await sendKeys({ press: 'Shift+Enter' });
      await sendKeys({ type: 'b' });
      expect(composer().value).to.equal('a\nb');
      textarea().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
      expect(composer().value).to.equal('a\nb');
    });

    it('ticks own messages from sending to read', async () => {
      await open();
      desk.fake.network.latencyMs = 150;
      composer().value = 'hello';
      part<HTMLButtonElement>('.send').click();
      await until(() => deep('.tick.sending'), 'it is being sent');
      await until(() => deep('.tick.sent'), 'it is sent');
      desk.fake.network.latencyMs = 0;
      await desk.take();
      await desk.receive();
      await until(() => deep('.tick.delivered'), 'it is delivered');
      await desk.read();
      await until(() => part('.tick').ariaLabel === 'Read', 'it is read');
    });

    it('shows that the agent is typing, and tells him the same', async () => {
      await open();
      await chatting();
      await desk.type();
      await until(() => textOf(deep('.typing')) === 'Lucy is typing');
      await desk.type(false);
      await until(() => !deep('.typing'));
      textarea().focus();
      await sendKeys({ type: 'x' });
      await until(() => desk.fake.calls.includes('setTyping'));
      const before = desk.fake.calls.filter((call) => call === 'setTyping').length;
      await sendKeys({ type: 'yz' });
      expect(desk.fake.calls.filter((call) => call === 'setTyping')).to.have.length(before);
    });

    it('tells the desk what has been read only while it is looked at', async () => {
      await open();
      await chatting();
      await until(async () => (await desk.newest()).customerReadSeq === 2);
      handle.close();
      await desk.say('one');
      await until(async () => (await desk.newest()).customerDeliveredSeq === 3);
      expect((await desk.newest()).customerReadSeq).to.equal(2);
      await handle.open();
      await until(async () => (await desk.newest()).customerReadSeq === 3);
    });

    it('sends an emoji from the picker where the cursor is', async () => {
      await open();
      composer().value = 'good';
      button('Emoji').click();
      await appears('desk-emoji');
      await until(() => deep('desk-emoji')?.shadowRoot?.activeElement);
      await sendKeys({ press: 'Enter' });
      expect(composer().value).to.equal('good😀');
      await sendKeys({ press: 'Escape' });
      expect(deep('desk-emoji')).to.equal(undefined);
      expect(focused()).to.equal(textarea());
    });

    it('keeps a text that is too long and says why', async () => {
      await open();
      composer().insert('字'.repeat(1950));
      await until(() => textOf(deep('.count')) === '50 characters left');
      composer().insert('😀'.repeat(51));
      part<HTMLButtonElement>('.send').click();
      await until(() => part('.count').getAttribute('role') === 'alert');
      expect(textOf(part('.count'))).to.equal('2001 of at most 2000 characters. Please shorten the message.');
      expect(composer().value).to.have.length(1950 + 102);
      expect(desk.fake.calls).not.to.include('sendMessage');
    });

    it('shows a message that the desk refuses with the reason; one can edit or delete it', async () => {
      await open();
      await chatting();
      await send('broken \u0000 text');
      await until(() => deep('.problem'));
      expect(textOf(part('.problem'))).to.contain('The desk does not accept this message.');
      button('Edit').click();
      expect(composer().value).to.equal('broken \u0000 text');
      await until(() => !deep('.problem'));
      composer().value = '';
      await send('again \u0000');
      await until(() => deep('.problem'));
      button('Delete').click();
      await until(() => !deep('.problem'));
      expect(await desk.said()).to.deep.equal(['hello']);
    });
  });

  describe('waiting and away', () => {
    it('shows the place in the queue live and lets one leave it', async () => {
      await open();
      await send('anybody?');
      await until(() => textOf(deep('desk-queue')).includes('You are next.'));
      expect(textOf(deep('desk-queue'))).to.match(/Waiting 0:0\d/);
      button('Leave the queue').click();
      await until(() => desk.inState('ABANDONED'));
      await until(() => !deep('desk-queue'));
      await send('I am back');
      await until(() => desk.inState('QUEUED'));
      expect(await desk.said().catch(() => [])).to.deep.equal(['I am back']);
    });

    it('takes a message and an address when nobody is there', async () => {
      desk = await createWidgetDesk({ presence: 'OFFLINE' });
      await open();
      const form = await appears('desk-offline');
      expect(textOf(form)).to.contain('We are away.');
      const email = part<HTMLInputElement>('input', form.shadowRoot ?? undefined);
      email.value = 'not an address';
      button('Save').click();
      await until(() => textOf(form).includes('This is not an e-mail address.'));
      expect(email.value).to.equal('not an address');
      email.value = 'lily@example.com';
      button('Save').click();
      await until(() => textOf(form).includes('We can reach you at lily@example.com.'));
      await send('When do you open?');
      await until(() => desk.inState('OFFLINE'));
      expect((await desk.newest()).contactEmail).to.equal('lily@example.com');
      expect(bubbles()).to.deep.equal(['When do you open?']);
    });

    it('keeps an address that is given after the message', async () => {
      desk = await createWidgetDesk({ presence: 'OFFLINE' });
      await open();
      await send('When do you open?');
      await until(() => desk.inState('OFFLINE'));
      const form = await appears('desk-offline');
      part<HTMLInputElement>('input', form.shadowRoot ?? undefined).value = 'lily@example.com';
      button('Save').click();
      await until(async () => (await desk.newest()).contactEmail === 'lily@example.com');
    });
  });

  describe('afterwards', () => {
    it('asks once for a rating, and shows it for good', async () => {
      await open();
      await chatting();
      await desk.finish();
      const form = await appears('desk-rating');
      await until(() => textOf(form).includes('How was our service?'));
      all<HTMLInputElement>('input[type=radio]')[4]?.click();
      await until(() => deep('desk-rating')?.shadowRoot?.querySelector('textarea'));
      part<HTMLTextAreaElement>('textarea', form.shadowRoot ?? undefined).value = 'quick';
      button('Send rating').click();
      await until(() => textOf(form).includes('Thank you'));
      await nextPage();
      await until(() => textOf(deep('desk-rating')).includes('Thank you'));
      expect(deep('desk-rating')?.shadowRoot?.querySelector('form')).to.equal(null);
      expect(part('[role=img]', part('desk-stars').shadowRoot ?? undefined).ariaLabel).to.equal('5 stars');
    });

    it('shows the history on the next visit, lists conversations and starts a new one', async () => {
      await open();
      await chatting();
      await desk.say('goodbye');
      await desk.finish();
      await until(() => textOf(deep('desk-timeline')).includes('closed'));
      await nextPage();
      await until(() => bubbles().join() === 'hello,goodbye');
      button('Your conversations').click();
      await appears('desk-history');
      await until(() => textOf(deep('desk-history')).includes('goodbye'));
      expect(textOf(deep('desk-history'))).to.contain('Closed');
      button('Start a new conversation').click();
      await until(() => deep('desk-timeline'));
      expect(bubbles()).to.deep.equal([]);
      await send('something else');
      await until(() => desk.inState('QUEUED'));
      expect(bubbles()).to.deep.equal(['something else']);
      button('Your conversations').click();
      await until(() => all('li').filter((row) => row.getRootNode() === deep('desk-history')?.shadowRoot).length === 2);
      all<HTMLButtonElement>('li button')[1]?.click();
      await until(() => bubbles().join() === 'hello,goodbye');
    });

    it('goes on in the same conversation within a day, and in a new one later', async () => {
      await open();
      await chatting();
      await desk.finish();
      await until(() => textOf(deep('desk-timeline')).includes('closed'));
      await send('one more thing');
      await until(() => desk.inState('QUEUED'));
      await until(() => bubbles().join() === 'hello,one more thing');
      await desk.take();
      await desk.finish();
      const { id } = await desk.newest();
      desk.clock.advance(25 * 3600_000);
      await send('next day');
      await until(async () => (await desk.newest()).id !== id);
      await until(() => bubbles().join() === 'next day');
    });

    it('loads what is earlier than a page', async () => {
      await open();
      await chatting();
      for (let n = 0; n < 60; n += 1) await desk.say(`m${n}`);
      await nextPage();
      await until(() => bubbles().length === 50);
      expect(deep('.greeting')?.assignedSlot).to.equal(null);
      button('Show earlier messages').click();
      await until(() => bubbles().length === 61);
      expect(bubbles()[0]).to.equal('hello');
      expect(new Set(bubbles()).size).to.equal(61);
    });
  });

  describe('with a bad network', () => {
    it('says that it is reconnecting, loses nothing and doubles nothing', async () => {
      await open();
      await chatting();
      desk.fake.network.down = true;
      desk.fake.cutStreams();
      await until(() => !part('.bar').hidden);
      expect(textOf(part('.bar'))).to.contain('Reconnecting');
      await send('written offline');
      await desk.say('said meanwhile');
      expect(deep('.tick.sending')).to.not.equal(undefined);
      desk.fake.network.down = false;
      desk.fake.network.loseAnswers = 1;
      window.dispatchEvent(new Event('online'));
      await until(() => part('.bar').hidden);
      await until(() => bubbles().length === 3 && !deep('.tick.sending'), 'all is sent');
      expect(bubbles()).to.deep.equal(['hello', 'said meanwhile', 'written offline']);
      expect(await desk.said()).to.deep.equal(['hello', 'said meanwhile', 'written offline']);
    });

    it('takes the first message before the desk can be reached at all, and keeps it over a closed page', async () => {
      desk.fake.network.down = true;
      await open();
      await until(() => !part('.bar').hidden);
      await send('is this on?');
      expect(bubbles()).to.deep.equal(['is this on?']);
      await nextPage();
      await until(() => bubbles().join() === 'is this on?');
      desk.fake.network.down = false;
      window.dispatchEvent(new Event('online'));
      await until(() => desk.inState('QUEUED'));
      await until(async () => (await desk.said()).length === 1);
      expect(await desk.said()).to.deep.equal(['is this on?']);
    });

    it('keeps a draft over a closed page', async () => {
      await open();
      await until(() => Object.keys(localStorage).some((key) => key.endsWith(':session')));
      composer().insert('half a thought');
      await nextPage();
      await until(() => composer().value === 'half a thought');
      await send('half a thought');
      await nextPage();
      await later(200);
      expect(composer().value).to.equal('');
    });

    it('says so when the store is not known', async () => {
      const errors: string[] = [];
      handle = desk.mount({ store: 'nobody' });
      handle.on('error', ({ code }) => errors.push(code));
      await handle.open();
      await until(() => textOf(deep('.refused')) === 'This chat is not available here.');
      expect(errors).to.deep.equal(['NOT_FOUND']);
    });
  });

  describe('with files and cards', () => {
    const give = (...files: File[]) => composer().dispatchEvent(new CustomEvent('desk-files', { detail: { files }, bubbles: true }));
    const file = (name: string, type: string, size = 10) => new File([new Uint8Array(size)], name, { type });

    it('sends pictures and documents with progress', async () => {
      await open();
      await chatting();
      desk.fake.network.latencyMs = 300;
      give(file('cardigan.png', 'image/png'), file('发票.pdf', 'application/pdf'));
      await until(() => deep<HTMLProgressElement>('progress')?.value === 50, 'half of it is there');
      await until(() => deep<HTMLImageElement>('.frame img')?.src.startsWith('blob:'), 'its picture is there');
      desk.fake.network.latencyMs = 0;
      await until(async () => (await desk.said()).length === 3);
      await until(() => !deep('progress') && all('desk-attachment').length === 2);
      expect(await desk.said()).to.deep.equal(['hello', 'cardigan.png', '发票.pdf']);
      await until(() => deep<HTMLImageElement>('.frame img')?.src.startsWith('data:image/png'), 'the desk’s picture is there');
    });

    it('refuses what cannot be sent, in words, before it is sent', async () => {
      await open();
      give(file('setup.exe', 'application/x-msdownload'), file('huge.png', 'image/png', 12 * 1024 * 1024), file('logo.svg', 'image/svg+xml'));
      await until(() => all('.problem').length === 3);
      expect(all('.problem').map(textOf)).to.deep.equal([
        'Not sent : setup.exe: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
        'Not sent : huge.png is larger than 10 MB. Delete',
        'Not sent : logo.svg: this type of file cannot be sent. Pictures, PDF and videos can. Delete',
      ]);
      expect(desk.fake.calls).not.to.include('openConversation');
      for (let left = 3; left > 0; left -= 1) {
        button('Delete').click();
        await until(() => all('.problem').length === left - 1);
      }
    });

    it('tries a file again when the network is back', async () => {
      await open();
      await chatting();
      desk.fake.network.down = true;
      give(file('late.png', 'image/png'));
      await appears('progress');
      desk.fake.network.down = false;
      await until(async () => (await desk.said()).length === 2);
    });

    it('offers the product that is looked at, once', async () => {
      await open();
      handle.update({ product });
      const offer = await appears('desk-offer');
      await until(() => textOf(offer).includes('¥129.00'));
      button(`Send: ${product.title}`).click();
      await until(() => deep('desk-bubble desk-card') ?? all('desk-card').length === 1);
      await until(() => desk.inState('QUEUED'));
      await until(async () => (await desk.said()).length === 1);
      expect(await desk.said()).to.deep.equal([product.title]);
      expect(deep('desk-offer')).to.equal(undefined);
    });

    it('lets a known customer send one of his orders, and a guest not', async () => {
      await open();
      expect(all('.tool')).to.have.length(2);
      await handle.identify(lily);
      await until(() => all('.tool').length === 3);
      button('Send an order').click();
      await appears('desk-orders');
      await until(() => textOf(deep('desk-orders')).includes('W1002 · shipped'));
      all<HTMLButtonElement>('li button')[0]?.click();
      await until(async () => (await desk.said().catch(() => [])).length === 1);
      expect(await desk.said()).to.deep.equal(['W1002 · shipped']);
      expect(deep('desk-orders')).to.equal(undefined);
    });
  });

  describe('for whom', () => {
    it('takes a guest’s conversation along when he signs in, and hides everything from the next person', async () => {
      const identities: boolean[] = [];
      await open();
      handle.on('identity', ({ verified }) => identities.push(verified));
      await chatting();
      await handle.identify(lily);
      await until(() => bubbles().join() === 'hello');
      composer().insert('secret draft');
      await handle.identify(JSON.stringify({ subject: 'tom', name: 'Tom' }));
      await until(() => bubbles().length === 0);
      expect(composer().value).to.equal('');
      await desk.say('for Lily only');
      await later(300);
      expect(bubbles()).to.deep.equal([]);
      await handle.identify(null);
      expect(identities).to.deep.equal([true, true, false]);
      await handle.identify(lily);
      await until(() => bubbles().join() === 'hello,for Lily only');
      await until(() => composer().value === 'secret draft');
    });

    it('tells the page when a token is not valid, and stays who it was', async () => {
      const errors: string[] = [];
      await open();
      await chatting();
      handle.on('error', ({ code }) => errors.push(code));
      await handle.identify('');
      await until(() => errors.length === 1);
      expect(errors).to.deep.equal(['VALIDATION_FAILED']);
      expect(bubbles()).to.deep.equal(['hello']);
    });

    it('begins anew when the desk has ended the session', async () => {
      await open();
      await chatting();
      const session = JSON.parse(localStorage.getItem('shopdesk:store-1:session') ?? '{}');
      localStorage.setItem('shopdesk:store-1:session', JSON.stringify({ ...session, token: 'stolen' }));
      await nextPage();
      await until(() => JSON.parse(localStorage.getItem('shopdesk:store-1:session') ?? '{}').token !== 'stolen');
      await send('who am I?');
      await until(async () => (await desk.said()).join() === 'who am I?');
    });
  });

  describe('by keyboard and on a phone', () => {
    it('reaches every control and goes round inside', async () => {
      await open();
      await chatting();
      const names: string[] = [];
      const first = focused();
      for (let n = 0; n < 12; n += 1) {
        await sendKeys({ press: 'Tab' });
        const now = focused();
        names.push((now?.ariaLabel ?? now?.textContent ?? '').trim());
        if (now === first) break;
      }
      expect(names).to.deep.equal(['Emoji', 'Attach a file', 'Send', 'Your conversations', 'Close', 'Conversation', 'Your message']);
      await sendKeys({ press: 'Shift+Tab' });
      expect(focused()?.ariaLabel).to.equal('Conversation');
    });

    it('leaves with Escape what is on top first', async () => {
      await open();
      button('Your conversations').click();
      await appears('desk-history');
      await sendKeys({ press: 'Escape' });
      await until(() => deep('desk-timeline'));
      await sendKeys({ press: 'Escape' });
      await until(() => launcher().ariaExpanded === 'false');
      expect(focused()).to.equal(launcher());
    });

    it('fills the screen of a phone and hides the button', async () => {
      await setViewport({ width: 390, height: 780 });
      await open();
      await later(250);
      const { x, y, width, height } = part('.panel').getBoundingClientRect();
      expect([x, y, width, height]).to.deep.equal([0, 0, 390, 780]);
      expect(getComputedStyle(launcher()).display).to.equal('none');
    });

    it('is mirrored on a page that is written from right to left', async () => {
      document.documentElement.dir = 'rtl';
      await open();
      await later(250);
      expect(part('.panel').getBoundingClientRect().x).to.equal(20);
      expect(launcher().getBoundingClientRect().x).to.equal(20);
      await chatting();
      await desk.say('hi');
      await until(() => bubbles().length === 2);
      const middle = part('.panel').getBoundingClientRect().x + 190;
      const [own, theirs] = all('.bubble').map((element) => element.getBoundingClientRect());
      expect((own?.x ?? 0) < middle && (theirs?.x ?? 0) > middle).to.equal(true);
    });

    it('does without movement where the reader wants none', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      await open();
      expect(getComputedStyle(part('.panel')).animationName).to.equal('none');
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('changes its language while it is open', async () => {
      await open();
      await chatting();
      handle.setLocale('zh-CN');
      await until(() => textOf(deep('desk-timeline')).includes('Lucy 已接入，为您服务'));
      expect(textarea().placeholder).to.equal('请输入消息');
      await until(() => textOf(deep('h2')) === '在线客服');
    });
  });
});
