import { expect } from '@open-wc/testing';
import { later } from '../../../test/chat-page.ts';
import { all, button, deep, focused, inside, objections, part, textOf, until } from '../../../test/page.ts';
import { servicePage } from '../../../test/service-page.ts';
import { describe, it } from '../../../test/suite.ts';
import { en as words } from '../../../test/service-words.ts';

/** Types into the search of an element. */
function search(tag: string, text: string): void {
  const [input] = inside<HTMLInputElement>(tag, 'input');
  if (!input) throw new Error('There is no search.');
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

describe('my orders', () => {
  const page = servicePage();

  it('are a list from the composer’s tool, without a search where there are few', async () => {
    await page.open();
    await page.press('Send an order');
    await until(() => inside('desk-orders', 'li').length > 0, 'the orders are there');
    await page.press(words.orders.all);
    await until(() => inside('desk-my-orders', 'li').length === 14, 'all are shown');
    expect(textOf(inside('desk-my-orders', 'li')[0])).to.match(/^PAID · Paid CN¥230\.00/);
    expect(page.text).not.to.include('BOB');
    expect(inside('desk-my-orders', 'button').map(textOf)).not.to.include(words.orders.more);
    expect(inside('desk-my-orders', 'input')).to.deep.equal([]);
  });

  it('are searched by number and goods where there are two hundred, and come fifty at a time', async () => {
    await page.open('', { subject: 'may' });
    await page.press('Send an order');
    await until(() => inside('desk-orders', 'li').length > 0, 'the orders are there');
    await page.press(words.orders.all);
    const shown = () => inside('desk-my-orders', 'li').map(textOf);
    await until(() => shown().length === 50, 'the newest fifty are shown');
    await page.press(words.orders.more);
    await until(() => shown().length === 100, 'fifty more are shown');
    expect(await objections()).to.deep.equal([]);
    search('desk-my-orders', 'ｕｍｂｒｅｌｌａ');
    await until(
      () => shown().length === 1 && shown()[0]?.includes('M1190'),
      'it is found among the oldest, by its goods',
    );
    await page.sees(words.orders.found(1));
    search('desk-my-orders', 'm1003');
    await until(() => shown().length === 1 && shown()[0]?.includes('M1003'), 'it is found by its number');
    search('desk-my-orders', 'bicycle');
    await page.sees(words.orders.found(0));
    expect(shown()).to.deep.equal([]);
    search('desk-my-orders', '');
    await until(() => shown().length === 200, 'all that was looked through is shown');
    inside<HTMLButtonElement>('desk-my-orders', 'li button')[199]?.click();
    await page.sees('Order M1199');
  });

  it('are searched for the one to send, and say when the shop goes down on the way', async () => {
    await page.open('', { subject: 'may' });
    await page.press('Send an order');
    await until(() => inside('desk-orders', 'input').length === 1, 'there is a search');
    expect(inside('desk-orders', 'li')).to.have.length(50);
    page.shop.line = () => 'DOWN';
    search('desk-orders', '雨伞');
    await until(() => inside('desk-orders', '[role=alert]').length === 1, 'the shop is down');
    page.shop.line = () => 'UP';
    inside<HTMLButtonElement>('desk-orders', '[role=alert] button')[0]?.click();
    await until(() => inside('desk-orders', 'li').length === 1, 'it is found');
    expect(await objections()).to.deep.equal([]);
    inside<HTMLButtonElement>('desk-orders', 'li button')[0]?.click();
    await until(async () => (await page.desk.said().catch((): string[] => [])).includes('M1190'), 'it is sent');
  });

  it('open with state, what happens next, amounts and tracking', async () => {
    await page.look('SHIPPED');
    for (const text of [
      words.orders.states.SHIPPED,
      words.orders.nextSteps.SHIPPED,
      '衬衫 Shirt',
      '¥230.00',
      'Card Visa ending in 4242',
      'SF1234567',
      words.orders.scans.IN_TRANSIT,
      '文三路 1 号',
    ])
      await page.sees(text);
    expect(await objections()).to.deep.equal([]);
  });

  it('open from an order’s card in the chat, and lead back with Escape', async () => {
    await page.look('PAID');
    await page.press(words.orders.send);
    await until(() => deep('desk-bubble'), 'the card is there');
    await until(() => deep('.open'), 'it can be opened');
    part<HTMLButtonElement>('.open').click();
    await page.sees('Order PAID');
    await until(() => focused()?.tagName === 'H3', 'the heading has the focus');
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until(() => deep('desk-timeline') && !deep('desk-self-service'), 'the conversation is back');
  });

  it('are nobody’s but his who is signed in', async () => {
    await page.open('PAID', { subject: '' });
    await page.sees(words.signIn);
    await page.handle?.identify(JSON.stringify({ subject: 'lily', name: 'Lily' }));
    await page.sees(words.orders.nextSteps.PAID);
    await page.handle?.openOrder('BOB');
    await page.sees(words.notFound);
  });

  it('are put away when somebody else signs in', async () => {
    await page.look('PAID');
    await page.handle?.identify(JSON.stringify({ subject: 'bob', name: 'Bob' }));
    await page.sees('BOB · Paid');
    expect(page.text).not.to.include('Order PAID');
  });

  it('say that the shop is down, and come when it is back', async () => {
    page.shop.line = () => 'DOWN';
    await page.open('PAID');
    await page.sees(words.shopAway);
    page.shop.line = () => 'UP';
    await page.press(words.retry);
    await page.sees(words.orders.nextSteps.PAID);
  });
});

describe('my orders on a phone', () => {
  const page = servicePage({ width: 390, height: 844 });

  it('fit in Chinese, from right to left, and in large letters', async () => {
    document.documentElement.dir = 'rtl';
    await page.look('SHIPPED', { locale: 'zh-CN' });
    const view = part('desk-self-service');
    expect(view.scrollWidth).to.equal(view.clientWidth);
    expect(await objections()).to.deep.equal([]);
    part('desk-order-page').style.fontSize = '24px';
    await later(50);
    expect(view.scrollWidth).to.equal(view.clientWidth);
  });
});

describe('a change of an order', () => {
  const page = servicePage();

  it('shows to the cent what will happen, and happens once however often it is pressed', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.CANCEL);
    await page.press(words.change.preview);
    await page.sees(words.required);
    await page.tick('ordered by mistake');
    await page.press(words.change.preview);
    await page.sees('¥230.00 goes back to: Card Visa ending in 4242');
    expect(page.shop.done).to.deep.equal([]);
    expect(await objections()).to.deep.equal([]);
    const confirm = button(words.change.confirms.CANCEL);
    confirm.click();
    confirm.click();
    await page.sees('Order cancelled. CN¥230.00 goes back to your card Visa ending in 4242.');
    expect(page.shop.done.map(({ name }) => name)).to.deep.equal(['cancelOrder']);
    expect(page.shop.refunded('PAID')).to.equal(23_000);
    await page.press(words.change.toOrder);
    await page.sees(words.orders.states.CANCELLED);
  });

  it('whose answer was lost is done once, also after the page was loaded anew', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.ADDRESS);
    await until(() => deep('[name=line1]'), 'the form is there');
    page.fill('line1', '延安路 2 号');
    await page.press(words.change.preview);
    await page.sees('延安路 2 号');
    page.desk.network.loseAnswers = 1;
    await page.press(words.change.confirms.ADDRESS);
    await page.sees(words.unsure);
    await page.reload('PAID');
    await page.press(words.change.titles.ADDRESS);
    await page.sees(words.unsure);
    await page.press(words.change.confirms.ADDRESS);
    await page.sees(words.change.done.ADDRESS);
    expect(page.text).not.to.include('goes back');
    expect(page.shop.done.map(({ name }) => name)).to.deep.equal(['changeAddress']);
    expect((await page.requests()).length).to.equal(1);
    expect(page.shop.order('PAID').address.line1).to.equal('延安路 2 号');
  });

  it('that cancels an order says at its end how much goes back and where to, also when the first answer was lost', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.CANCEL);
    await page.tick('ordered by mistake');
    await page.press(words.change.preview);
    await page.sees(words.change.effects);
    page.desk.network.loseAnswers = 1;
    await page.press(words.change.confirms.CANCEL);
    await page.sees(words.unsure);
    await page.press(words.change.confirms.CANCEL);
    await page.sees('Order cancelled. CN¥230.00 goes back to your card Visa ending in 4242.');
    await page.sees(words.change.arrives);
  });

  it('is looked at again when the order has changed since', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.CANCEL);
    await page.tick('ordered by mistake');
    await page.press(words.change.preview);
    await page.sees(words.change.effects);
    await later(20);
    page.shop.set('PAID', { amounts: { ...page.shop.order('PAID').amounts } });
    await page.press(words.change.confirms.CANCEL);
    await page.sees(words.outdated);
    expect(page.shop.done).to.deep.equal([]);
    await page.press(words.change.confirms.CANCEL);
    await page.sees(words.change.done.CANCEL);
  });

  it('that the policy denies is not listed', async () => {
    await page.look('SHIPPED');
    expect(inside('desk-order-page', '.dim')).to.deep.equal([]);
    expect(all<HTMLButtonElement>('li button.option').map(textOf)).not.to.include(words.change.titles.PAYMENT);
  });

  it('waits for the warehouse once the order is printed, and says so', async () => {
    await page.look('PRINTED');
    await page.sees(words.change.warehouse);
    await page.press(words.change.titles.ADDRESS);
    await until(() => deep('[name=city]'), 'the form is there');
    page.fill('city', '');
    await page.press(words.change.preview);
    await page.sees(words.required);
    expect((focused() as HTMLInputElement).name).to.equal('city');
    page.fill('city', '宁波');
    await page.press(words.change.preview);
    await page.sees('the warehouse agrees');
    // One sentence; the clause is there for those who ask.
    await page.sees('The warehouse is already at work on this order');
    const [clause] = inside<HTMLDetailsElement>('desk-order-change', 'details.why');
    expect(clause?.open).to.equal(false);
    expect(textOf(clause)).to.include('acknowledgement of fulfilment');
    await page.press(words.change.confirms.ADDRESS);
    await page.sees(words.change.results.SUBMITTED);
    expect(page.shop.done).to.deep.equal([]);
  });

  it('swaps an item and settles the difference', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.ITEMS);
    await until(() => inside('desk-order-change', 'select').length > 0, 'the variants are there');
    const select = part<HTMLSelectElement>('select');
    expect([...select.options].map(({ disabled, text }) => [disabled, text])).to.deep.equal([
      [false, words.change.keep],
      [false, 'size: L · CN¥100.00'],
      [true, `size: GONE · CN¥100.00 · ${words.gone}`],
    ]);
    select.value = 'shirt-L';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.tick('Card Visa');
    await page.press(words.change.preview);
    await page.sees(words.change.effects);
    await page.press(words.change.confirms.ITEMS);
    await page.sees(words.change.done.ITEMS);
    expect(page.shop.order('PAID').lines[0]?.variantId).to.equal('shirt-L');
  });

  it('goes on by itself while the shop is away, and is never done twice', async () => {
    await page.look('PAID');
    await page.press(words.change.titles.CANCEL);
    await page.tick('ordered by mistake');
    await page.press(words.change.preview);
    await page.sees(words.change.effects);
    page.shop.line = (call) => (call === 'cancelOrder' ? 'DEAF' : 'UP');
    await page.press(words.change.confirms.CANCEL);
    await page.sees(words.change.waiting);
    page.shop.line = () => 'UP';
    page.desk.clock.advance(3_600_000);
    await page.desk.desk.runTimers();
    await page.desk.desk.runEffects();
    await page.sees(words.change.done.CANCEL);
    expect(page.shop.done.map(({ name }) => name)).to.deep.equal(['cancelOrder']);
  });

  it('is seen by the agent in the open conversation', async () => {
    await page.open();
    await page.chatting();
    await page.handle?.openOrder('PAID');
    await page.press(words.change.titles.CANCEL);
    await page.tick('ordered by mistake');
    await page.press(words.change.preview);
    await page.press(words.change.confirms.CANCEL);
    await page.sees(words.change.done.CANCEL);
    await until(async () => (await page.desk.said()).length === 3, 'the agent is told');
    expect(await page.desk.said()).to.have.members(['hello', 'Your order PAID has been cancelled.', 'PAID']);
  });
});
