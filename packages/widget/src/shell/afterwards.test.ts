import { expect } from '@open-wc/testing';
import { chatPage } from '../../test/chat-page.ts';
import { all, appears, bubbles, button, deep, part, send, textOf, until } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';

describe('the window afterwards', () => {
  const page = chatPage();

  it('asks once for a rating, and shows it for good', async () => {
    await page.open();
    await page.chatting();
    await page.desk.finish();
    const form = await appears('desk-rating');
    await until(() => textOf(form).includes('How was our service?'));
    all<HTMLInputElement>('input[type=radio]')[4]?.click();
    await until(() => deep('desk-rating')?.shadowRoot?.querySelector('textarea'));
    part<HTMLTextAreaElement>('textarea', form.shadowRoot ?? undefined).value = 'quick';
    button('Send rating').click();
    await until(() => textOf(form).includes('Thank you'));
    await page.nextPage();
    await page.toChat();
    await until(() => textOf(deep('desk-rating')).includes('Thank you'));
    expect(deep('desk-rating')?.shadowRoot?.querySelector('form')).to.equal(null);
    expect(part('[role=img]', part('desk-stars').shadowRoot ?? undefined).ariaLabel).to.equal('5 stars');
  });

  it('shows the history on the next visit, lists conversations and starts a new one', async () => {
    await page.open();
    await page.chatting();
    await page.desk.say('goodbye');
    await page.desk.finish();
    await until(() => textOf(deep('desk-timeline')).includes('closed'));
    await page.nextPage();
    await until(() => textOf(deep('desk-home')).includes('Your conversation goodbye'), 'it is on the first view');
    button('Your conversations').click();
    await appears('desk-history');
    await until(() => textOf(deep('desk-history')).includes('goodbye'));
    expect(textOf(deep('desk-history'))).to.contain('Closed');
    button('Start a new conversation').click();
    await until(() => deep('desk-timeline'));
    expect(bubbles()).to.deep.equal([]);
    await send('something else');
    await until(() => page.desk.inState('QUEUED'));
    expect(bubbles()).to.deep.equal(['something else']);
    button('Your conversations').click();
    await until(() => all('li').filter((row) => row.getRootNode() === deep('desk-history')?.shadowRoot).length === 2);
    all<HTMLButtonElement>('li button')[1]?.click();
    await until(() => bubbles().join() === 'hello,goodbye');
  });

  it('goes on in the same conversation within a day, and in a new one later', async () => {
    await page.open();
    await page.chatting();
    await page.desk.finish();
    await until(() => textOf(deep('desk-timeline')).includes('closed'));
    await send('one more thing');
    await until(() => page.desk.inState('QUEUED'));
    await until(() => bubbles().join() === 'hello,one more thing');
    await page.desk.take();
    await page.desk.finish();
    const { id } = await page.desk.newest();
    page.desk.clock.advance(25 * 3600_000);
    await send('next day');
    await until(async () => (await page.desk.newest()).id !== id);
    await until(() => bubbles().join() === 'next day');
  });

  it('loads what is earlier than a page', async () => {
    await page.open();
    await page.chatting();
    for (let n = 0; n < 60; n += 1) await page.desk.say(`m${n}`);
    await page.nextPage();
    await until(() => bubbles().length === 50);
    expect(deep('.greeting')?.assignedSlot).to.equal(null);
    button('Show earlier messages').click();
    await until(() => bubbles().length === 61);
    expect(bubbles()[0]).to.equal('hello');
    expect(new Set(bubbles()).size).to.equal(61);
  });
});
