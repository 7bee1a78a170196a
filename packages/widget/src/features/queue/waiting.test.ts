import { expect } from '@open-wc/testing';
import { chatPage, identity, later } from '../../../test/chat-page.ts';
import { appears, bubbles, button, deep, inside, objections, part, send, textOf, until } from '../../../test/page.ts';
import { describe, it } from '../../../test/suite.ts';
import { createWidgetDesk } from '../../../test/widget-desk.ts';

describe('the window of one who waits', () => {
  const page = chatPage();

  it('shows the place in the queue live and lets one leave it', async () => {
    await page.open();
    await send('anybody?');
    await until(() => textOf(deep('desk-queue')).includes('You are next.'));
    expect(textOf(deep('desk-queue'))).to.match(/Waiting 0:0\d/);
    button('Cannot wait?').click();
    await later(50);
    button('Leave the queue').click();
    await until(() => page.desk.inState('ABANDONED'));
    await until(() => !deep('desk-queue'));
    await send('I am back');
    await until(() => page.desk.inState('QUEUED'));
    expect(await page.desk.said().catch(() => [])).to.deep.equal(['I am back']);
  });

  it('tells who was away why their place is gone, and gives it back with one press', async () => {
    await page.open();
    await send('Where is my parcel?');
    await until(() => page.desk.inState('QUEUED'));
    const { desk, system, newest } = page.desk;
    const { id, queuedAt } = await newest();
    await desk.as(system).conversations.abandonConversation({ id });
    const form = await appears('desk-offline');
    await until(() => textOf(form).includes('You were away, so your place in the queue was given up.'));
    expect(bubbles()).to.deep.equal(['Where is my parcel?']);
    expect(await objections()).to.deep.equal([]);
    await until(() => textOf(form).includes('Back to my place'));
    button('Back to my place in the queue').click();
    await until(() => page.desk.inState('QUEUED'));
    expect((await newest()).queuedAt).to.equal(queuedAt);
    await until(() => textOf(deep('desk-queue')).includes('You are next.'));
  });

  it('says how long it may take only when the desk knows, and what the store says in a rush', async () => {
    await page.open();
    await send('anybody?');
    await until(() => textOf(deep('desk-queue')).includes('You are next.'));
    expect(textOf(deep('desk-queue'))).not.to.contain('About');
    const { desk, agent, staff, store, clock } = page.desk;
    for (const name of ['ann', 'bob', 'cid', 'dan']) {
      const { id } = await desk.as(await page.desk.shopper(name)).conversations.openConversation({});
      clock.advance(10_000);
      await desk.as(agent).conversations.takeConversation({ id });
    }
    const end = new Date(clock.now().getTime() + 3_600_000).toISOString();
    await desk.as(await staff('Grace', ['SV'])).routing.startPeakMode({ id: store.id, until: end, reason: 'rush' });
    await until(() => textOf(deep('desk-queue')).includes('About 1 minute.'), 'the estimate is shown');
    expect(textOf(deep('desk-queue'))).to.contain('Many customers are writing to us');
    expect(await objections()).to.deep.equal([]);
  });

  it('lets one leave a message instead of waiting, in one tap, with what was written', async () => {
    await page.open();
    await send('My parcel has not come.');
    await until(() => page.desk.inState('QUEUED'));
    await appears('desk-queue');
    button('Cannot wait?').click();
    await later(50);
    button('Leave a message instead').click();
    await until(() => page.desk.inState('OFFLINE'));
    const form = await appears('desk-offline');
    await until(() => textOf(form).includes('We have your message'));
    expect(bubbles()).to.deep.equal(['My parcel has not come.']);
    part<HTMLInputElement>('input', form.shadowRoot ?? undefined).value = 'lily@example.com';
    button('Save').click();
    await until(async () => (await page.desk.newest()).contactEmail === 'lily@example.com');
    await send('It was due on Monday.');
    await until(() => bubbles().length === 2);
    expect(await page.desk.inState('OFFLINE')).to.equal(true);
  });

  it('shows on the next page what an agent has left for a shopper who was away (R-CH-16)', async () => {
    await page.open();
    await page.chatting();
    await page.desk.finish();
    await until(() => page.desk.inState('CLOSED'));
    const { customerId } = await page.desk.newest();
    await later(300);
    page.handle?.remove();
    sessionStorage.clear();
    const { desk, agent } = page.desk;
    await desk
      .as(agent)
      .conversations.leaveMessage({ id: customerId, clientMsgId: 'left-0001', text: 'Your parcel is here.' });
    page.handle = page.desk.mount({});
    await until(() => textOf(deep('.badge')) === '1', 'the button counts it');
    await page.handle.open();
    await until(() => bubbles().includes('Your parcel is here.'));
  });

  it('takes a message and an address when nobody is there', async () => {
    page.desk = await createWidgetDesk({ presence: 'OFFLINE' });
    await page.open();
    await until(() => textOf(deep('desk-home')).includes('We are away.'), 'it is said at once');
    inside<HTMLButtonElement>('desk-home', 'button')
      .find((one) => textOf(one).startsWith('Leave a message'))
      ?.click();
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
    await until(() => bubbles().join() === 'When do you open?');
  });

  it('asks no address of somebody whose address the shop has said, and lets them name another', async () => {
    page.desk = await createWidgetDesk({ presence: 'OFFLINE' });
    await page.open();
    await page.handle?.identify(identity('lily', 'Lily', { email: 'lily@example.com' }));
    await send('When do you open?');
    const form = await appears('desk-offline');
    await until(() => textOf(form).includes('We can reach you at lily@example.com.'), 'the address is known');
    button('Edit').click();
    await until(() => Boolean(form.shadowRoot?.querySelector('input')), 'another can be named');
    const email = part<HTMLInputElement>('input', form.shadowRoot ?? undefined);
    expect(email.value).to.equal('lily@example.com');
    email.value = 'lily@work.example';
    button('Save').click();
    await until(async () => (await page.desk.newest()).contactEmail === 'lily@work.example', 'the other is kept');
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
