import { expect } from '@open-wc/testing';
import { chatPage } from '../../test/chat-page.ts';
import { button, deep, objections, part, textOf, until } from '../../test/page.ts';
import { afterEach, beforeEach, describe, it } from '../../test/suite.ts';

describe('an answer that was not seen', () => {
  const page = chatPage();
  const before = document.title;
  beforeEach(() => void (document.title = 'Tea kettles'));
  afterEach(() => void (document.title = before));

  const bubble = () => textOf(deep('.words .open'));

  it('says its first words beside the button and numbers the tab, until it is read', async () => {
    await page.open();
    await page.chatting();
    expect(document.title).to.equal('Tea kettles');
    page.handle?.close();
    await page.desk.say('Your parcel arrives tomorrow.');
    await until(() => bubble() === 'Lucy Your parcel arrives tomorrow.', 'the words are there');
    expect(document.title).to.equal('(1) Tea kettles');
    expect(await objections()).to.deep.equal([]);
    await page.desk.say('Before noon.');
    await until(() => bubble() === 'Lucy Before noon.' && document.title === '(2) Tea kettles');
    part<HTMLButtonElement>('.words .open').click();
    await until(() => deep('desk-chat')?.hidden === false, 'the window opens');
    await until(() => document.title === 'Tea kettles' && !deep('.words'), 'nothing is left of it');
  });

  it('is put away on every page, and the next one comes again', async () => {
    await page.open();
    await page.chatting();
    page.handle?.close();
    await page.desk.say('Your parcel arrives tomorrow.');
    await until(() => bubble() !== '');
    button('Not now').click();
    await until(() => !deep('.words'));
    expect(document.title).to.equal('(1) Tea kettles');
    page.handle?.remove();
    sessionStorage.clear();
    await until(() => document.title === 'Tea kettles', 'the title is given back');
    page.handle = page.desk.mount({});
    await until(() => textOf(deep('.badge')) === '1' && document.title === '(1) Tea kettles');
    expect(deep('.words')).to.equal(undefined);
    await page.desk.say('Before noon.');
    await until(() => bubble().includes('Before noon.'));
  });

  it('leaves a title alone that the page has changed meanwhile', async () => {
    await page.open();
    await page.chatting();
    page.handle?.close();
    await page.desk.say('Your parcel arrives tomorrow.');
    await until(() => document.title === '(1) Tea kettles');
    document.title = '(3) Basket';
    await until(() => document.title === '(1) (3) Basket');
    document.title = '(1) Tea';
    await new Promise((resolve) => void setTimeout(resolve, 50));
    expect(document.title).to.equal('(1) Tea');
    document.title = 'Basket';
    await until(() => document.title === '(1) Basket');
    await page.handle?.open();
    await until(() => document.title === 'Basket');
  });
});
