import { expect } from '@open-wc/testing';
import { chatPage } from '../../../test/chat-page.ts';
import { appears, bubbles, button, deep, part, send, textOf, until } from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import { createWidgetDesk } from '../../../test/widget-desk.ts';

describe('the window of one who waits', () => {
  const page = chatPage();

  it('shows the place in the queue live and lets one leave it', async () => {
    await page.open();
    await send('anybody?');
    await until(() => textOf(deep('desk-queue')).includes('You are next.'));
    expect(textOf(deep('desk-queue'))).to.match(/Waiting 0:0\d/);
    button('Leave the queue').click();
    await until(() => page.desk.inState('ABANDONED'));
    await until(() => !deep('desk-queue'));
    await send('I am back');
    await until(() => page.desk.inState('QUEUED'));
    expect(await page.desk.said().catch(() => [])).to.deep.equal(['I am back']);
  });

  it('takes a message and an address when nobody is there', async () => {
    page.desk = await createWidgetDesk({ presence: 'OFFLINE' });
    await page.open();
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
    await until(() => page.desk.inState('OFFLINE'));
    expect((await page.desk.newest()).contactEmail).to.equal('lily@example.com');
    expect(bubbles()).to.deep.equal(['When do you open?']);
  });

  it('keeps an address that is given after the message', async () => {
    page.desk = await createWidgetDesk({ presence: 'OFFLINE' });
    await page.open();
    await send('When do you open?');
    await until(() => page.desk.inState('OFFLINE'));
    const form = await appears('desk-offline');
    part<HTMLInputElement>('input', form.shadowRoot ?? undefined).value = 'lily@example.com';
    button('Save').click();
    await until(async () => (await page.desk.newest()).contactEmail === 'lily@example.com');
  });
});
