import { expect } from '@open-wc/testing';
import { createDeskClient, END_SHOPPER_SESSION } from '@shopdesk/core/client';
import { chatPage, identity, later } from '../../test/chat-page.ts';
import { bubbles, composer, send, until } from '../../test/page.ts';
import { describe, it } from '../../test/suite.ts';

describe('the window and who it is for', () => {
  const page = chatPage();

  it('takes a guest’s conversation along when he signs in, and hides everything from the next person', async () => {
    const identities: boolean[] = [];
    await page.open();
    page.handle?.on('identity', ({ verified }) => identities.push(verified));
    await page.chatting();
    await page.handle?.identify(identity('lily', 'Lily'));
    await until(() => bubbles().join() === 'hello');
    composer().insert('secret draft');
    await page.handle?.identify(identity('tom', 'Tom'));
    await until(() => bubbles().length === 0);
    expect(composer().value).to.equal('');
    await page.desk.say('for Lily only');
    await later(300);
    expect(bubbles()).to.deep.equal([]);
    await page.handle?.identify(null);
    expect(identities).to.deep.equal([true, true, false]);
    await page.handle?.identify(identity('lily', 'Lily'));
    await until(() => bubbles().join() === 'hello,for Lily only');
    await until(() => composer().value === 'secret draft');
  });

  it('tells the page when a token is not valid, and stays who it was', async () => {
    const errors: string[] = [];
    await page.open();
    await page.chatting();
    page.handle?.on('error', ({ code }) => errors.push(code));
    await page.handle?.identify('');
    await until(() => errors.length === 1);
    expect(errors).to.deep.equal(['VALIDATION_FAILED']);
    expect(bubbles()).to.deep.equal(['hello']);
  });

  it('begins anew when the desk has ended the session', async () => {
    await page.open();
    await page.chatting();
    const session = JSON.parse(localStorage.getItem('shopdesk:store-1:session') ?? '{}');
    localStorage.setItem('shopdesk:store-1:session', JSON.stringify({ ...session, token: 'stolen' }));
    await page.nextPage();
    await until(() => JSON.parse(localStorage.getItem('shopdesk:store-1:session') ?? '{}').token !== 'stolen');
    await send('who am I?');
    await until(async () => (await page.desk.said()).join() === 'who am I?');
  });

  it('tells the page when the desk has ended a customer’s session', async () => {
    const identities: boolean[] = [];
    await page.open();
    await page.handle?.identify(identity('lily', 'Lily'));
    // What the window asks for by itself comes before the end, so that the message is the first to meet it.
    const asked = ['afterSalesCases', 'customerOrders', 'serviceTeam'];
    await until(() => asked.every((name) => page.desk.network.calls.includes(name)), 'the first view is there');
    await later(300);
    page.handle?.on('identity', ({ verified }) => identities.push(verified));
    const { token } = JSON.parse(localStorage.getItem('shopdesk:store-1:session') ?? '{}');
    const other = createDeskClient({ url: '', fetch: page.desk.network.fetch, token });
    await other.mutate(END_SHOPPER_SESSION, {});
    await send('still there?');
    await until(() => identities.join() === 'false');
    await until(async () => (await page.desk.said().catch(() => [])).join() === 'still there?');
  });

  it('is tried again until the desk can be reached, without telling the page of an error', async () => {
    const [errors, identities] = [[] as string[], [] as boolean[]];
    page.desk.network.down = true;
    await page.open();
    page.handle?.on('error', ({ code }) => errors.push(code));
    page.handle?.on('identity', ({ verified }) => identities.push(verified));
    await page.handle?.identify(identity('lily', 'Lily'));
    await later(300);
    expect(identities).to.deep.equal([]);
    page.desk.network.down = false;
    page.handle?.close();
    await page.handle?.open();
    await until(() => identities.join() === 'true', 'opening tries again');
    await send('hello');
    await until(() => page.desk.inState('QUEUED'));
    expect(errors).to.deep.equal([]);
  });

  it('is told once when the token expires before the desk can be reached, and tries no more', async () => {
    const errors: string[] = [];
    page.desk.network.down = true;
    await page.open();
    page.handle?.on('error', ({ code }) => errors.push(code));
    await page.handle?.identify(
      `x.${btoa(JSON.stringify({ sub: 'lily', exp: Math.floor(Date.now() / 1000) - 60 }))}.y`,
    );
    await until(() => errors.length === 1);
    expect(errors).to.deep.equal(['UNAUTHENTICATED']);
    page.desk.network.down = false;
    page.handle?.close();
    await page.handle?.open();
    await later(300);
    expect(page.desk.network.calls).not.to.include('identifyShopper');
  });
});
