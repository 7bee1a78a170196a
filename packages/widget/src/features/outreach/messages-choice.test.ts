import { Consent } from '@shopdesk/core';
import { expect } from '@open-wc/testing';
import { all, inside, objections, textOf, until } from '../../../test/page.ts';
import { servicePage } from '../../../test/service-page.ts';
import { describe, it } from '../../../test/suite.ts';
import { en as words } from '../../../test/service-words.ts';

describe('messages that a customer gets', () => {
  const page = servicePage();
  const box = (label: string) =>
    all<HTMLLabelElement>('label.check')
      .find((one) => textOf(one).startsWith(label))
      ?.querySelector('input');
  const said = async () =>
    (await page.desk.desk.read(page.desk.system).all(Consent)).map(({ purpose, given }) => [purpose, given]);

  it('are chosen on a page of self-service, and each choice holds at once', async () => {
    await page.open();
    await page.press('Send an order');
    await until(() => inside('desk-orders', 'li').length > 0, 'the orders are there');
    await page.press(words.orders.all);
    await page.press('Messages you get');
    await page.sees('Choose what we may write to you about.');
    await until(() => box('Offers'), 'the purposes are there');
    expect([box('Offers')?.checked, box('News of my orders')?.checked]).to.deep.equal([false, true]);
    box('Offers')?.click();
    await page.sees('Saved.');
    await until(async () => (await said()).length === 1, 'it is kept');
    box('News of my orders')?.click();
    await until(async () => (await said()).length === 2, 'the other too');
    expect((await said()).toSorted()).to.deep.equal([
      ['OFFERS', true],
      ['ORDER_NEWS', false],
    ]);
    expect(await objections()).to.deep.equal([]);
  });
});
