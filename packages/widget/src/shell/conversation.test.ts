import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { chatPage } from '../../test/chat-page.ts';
import {
  appears,
  bubbles,
  button,
  composer,
  deep,
  focused,
  part,
  send,
  textarea,
  textOf,
  until,
} from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';

describe('the window in conversation', () => {
  const page = chatPage();

  it('greets, sends with Enter, and shows the answer', async () => {
    await page.open();
    await until(() => textOf(deep('desk-home')).includes('Hello, how can we help you?'));
    textarea().focus();
    await sendKeys({ type: 'hello' });
    await sendKeys({ press: 'Enter' });
    await until(() => page.desk.inState('QUEUED'));
    await page.desk.take();
    await page.desk.say('Good morning');
    await until(() => bubbles().includes('Good morning'));
    expect(bubbles()).to.deep.equal(['hello', 'Good morning']);
    expect(await page.desk.said()).to.deep.equal(['hello', 'Good morning']);
    expect(textOf(part('header p'))).to.equal('Lucy');
  });

  it('makes a new line with Shift and Enter, and leaves the Enter of an input method alone', async () => {
    await page.open();
    textarea().focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Shift+Enter' });
    await sendKeys({ type: 'b' });
    expect(composer().value).to.equal('a\nb');
    textarea().dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
    expect(composer().value).to.equal('a\nb');
  });

  it('forgets a draft that another tab has sent, and keeps one that is different', async () => {
    await page.open();
    await page.chatting();
    const sentElsewhere = (text: string) => {
      const entry = {
        clientMsgId: 'other-tab-1',
        conversationId: null,
        content: { text },
        at: new Date().toISOString(),
        order: 1,
      };
      window.dispatchEvent(
        new StorageEvent('storage', { key: 'shopdesk:store-1:c1:out:other-tab-1', newValue: JSON.stringify(entry) }),
      );
    };
    composer().value = 'my "question"\nonce';
    sentElsewhere('my "question"');
    expect(composer().value).to.equal('my "question"\nonce');
    sentElsewhere('my "question"\nonce');
    expect(composer().value).to.equal('');
    expect(await page.desk.said()).to.deep.equal(['hello']);
  });

  it('ticks own messages from sending to read', async () => {
    await page.open();
    page.desk.network.latencyMs = 150;
    composer().value = 'hello';
    part<HTMLButtonElement>('.send').click();
    await until(() => deep('.tick.sending'), 'it is being sent');
    await until(() => deep('.tick.sent'), 'it is sent');
    page.desk.network.latencyMs = 0;
    await page.desk.take();
    await page.desk.receive();
    await until(() => deep('.tick.delivered'), 'it is delivered');
    await page.desk.read();
    await until(() => part('.tick').ariaLabel === 'Read', 'it is read');
  });

  it('shows that the agent is typing, and tells him the same', async () => {
    await page.open();
    await page.chatting();
    await page.desk.type();
    await until(() => textOf(deep('.typing')) === 'Lucy is typing');
    await page.desk.type(false);
    await until(() => !deep('.typing'));
    textarea().focus();
    await sendKeys({ type: 'x' });
    await until(() => page.desk.network.calls.includes('setTyping'));
    const before = page.desk.network.calls.filter((call) => call === 'setTyping').length;
    await sendKeys({ type: 'yz' });
    expect(page.desk.network.calls.filter((call) => call === 'setTyping')).to.have.length(before);
  });

  it('tells the desk what has been read only while it is looked at', async () => {
    await page.open();
    await page.chatting();
    await until(async () => (await page.desk.newest()).customerReadSeq === 2);
    page.handle?.close();
    await page.desk.say('one');
    await until(async () => (await page.desk.newest()).customerDeliveredSeq === 3);
    expect((await page.desk.newest()).customerReadSeq).to.equal(2);
    await page.handle?.open();
    await until(async () => (await page.desk.newest()).customerReadSeq === 3);
  });

  it('sends an emoji from the picker where the cursor is', async () => {
    await page.open();
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
    await page.open();
    composer().insert('字'.repeat(1950));
    await until(() => textOf(deep('.count')) === '50 characters left');
    composer().insert('😀'.repeat(51));
    part<HTMLButtonElement>('.send').click();
    await until(() => part('.count').getAttribute('role') === 'alert');
    expect(textOf(part('.count'))).to.equal('2001 of at most 2000 characters. Please shorten the message.');
    expect(composer().value).to.have.length(1950 + 102);
    expect(page.desk.network.calls).not.to.include('sendMessage');
  });

  it('sends no text in which there is nothing to see, and leaves it where it is', async () => {
    await page.open();
    for (const text of ['\u200b\u200b', '\u2800', '\u3164', ' \u00ad']) {
      composer().value = text;
      part<HTMLButtonElement>('.send').click();
      expect(composer().value).to.equal(text);
    }
    expect(page.desk.network.calls).not.to.include('sendMessage');
    composer().value = '❤️';
    part<HTMLButtonElement>('.send').click();
    await until(() => bubbles().includes('❤️'));
  });

  it('shows a message that the desk refuses with the reason; one can edit or delete it', async () => {
    await page.open();
    await page.chatting();
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
    expect(await page.desk.said()).to.deep.equal(['hello']);
  });
});
