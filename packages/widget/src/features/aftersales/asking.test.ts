import { expect } from '@open-wc/testing';
import { later } from '../../../test/chat-page.ts';
import { button, deep, inside, objections, part, textOf, until } from '../../../test/page.ts';
import { servicePage } from '../../../test/service-page.ts';
import { describe, it } from '../../../test/suite.ts';
import { en as words } from '../../../test/service-words.ts';

describe('asking for a return', () => {
  const page = servicePage();

  it('goes from the items to the case, with a photo where the policy wants one, and submits once', async () => {
    await page.look('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.press(words.next);
    await page.sees(words.required);
    await page.tick('衬衫 Shirt');
    await until(() => deep('[type=number]'), 'the quantity can be said');
    const quantity = part<HTMLInputElement>('[type=number]');
    quantity.value = '7';
    quantity.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => quantity.value === '2', 'there are but two');
    quantity.value = '1';
    quantity.dispatchEvent(new Event('change', { bubbles: true }));
    await page.press(words.next);
    await page.tick('It is faulty');
    await page.press(words.next);
    await page.sees(words.flow.photoMissing);
    await page.addPhoto();
    await until(
      () => inside('desk-case-flow', '.photos img').length === 1 && inside('desk-case-flow', 'progress').length === 0,
      'the photo has arrived',
    );
    await until(() => page.draft.photos[0]?.attachmentId, 'the draft knows the photo');
    expect(await objections()).to.deep.equal([]);
    await page.press(words.next);
    await page.tick('Return and refund');
    expect(await objections()).to.deep.equal([]);
    await page.press(words.next);
    await page.sees('If we agree, you get back CN¥100.00');
    await page.sees('Refund for 1 item');
    await page.sees('You can return this and get your money back');
    await page.sees('we pay the way back.');
    await page.sees('Card Visa ending in 4242');
    await page.sees(words.flow.afterReturn);
    expect(await objections()).to.deep.equal([]);
    const submit = button(words.flow.submit);
    submit.click();
    submit.click();
    await page.sees('Your request DELIVERED-1 has arrived.');
    const [only, ...more] = await page.cases();
    expect(more).to.deep.equal([]);
    expect(only).to.include({ type: 'RETURN_REFUND', reason: 'QUALITY', state: 'REQUESTED', refundAmount: 10_000 });
    expect(only?.evidence).to.have.length(1);
    expect(page.draft.photos).to.deep.equal([]);
  });

  it('for money without sending anything back names what comes back if the shop agrees, and no shipping', async () => {
    await page.look('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.tick('茶叶 Tea');
    await page.press(words.next);
    await page.tick('Something is missing');
    await page.press(words.next);
    await page.tick('Refund only');
    await page.press(words.next);
    await page.sees('If we agree, you get back CN¥');
    await page.sees('Refund for 1 item');
    for (const text of Object.values(words.flow.freight)) expect(page.text).not.to.include(text);
    expect(page.text).not.to.include('way back');
  });

  it('keeps what is filled in over a reload, also a photo that had not gone up', async () => {
    await page.look('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.tick('茶叶 Tea');
    await page.press(words.next);
    await page.tick('It arrived damaged');
    page.desk.network.down = true;
    await page.addPhoto('broken.png');
    await page.sees(words.flow.photoWaits);
    await later(200);
    page.desk.network.down = false;
    await page.reload('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.sees(words.flow.resumed);
    await until(
      () =>
        inside('desk-case-flow', '.photos img').length === 1 &&
        !page.text.includes(words.flow.photoWaits) &&
        inside('desk-case-flow', 'progress').length === 0,
      'the photo goes up by itself',
    );
    expect(part<HTMLInputElement>('label.check input:checked').closest('label')?.textContent?.trim()).to.equal(
      'It arrived damaged',
    );
    await page.press(words.flow.restart);
    await page.sees(words.flow.chooseItems);
    expect(inside('desk-case-flow', ':checked')).to.deep.equal([]);
  });

  it('says that photos are on their way only as long as they are', async () => {
    await page.look('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.tick('茶叶 Tea');
    await page.press(words.next);
    await page.tick('It arrived damaged');
    page.desk.network.down = true;
    await page.addPhoto('broken.png');
    await page.sees(words.flow.photoWaits);
    await page.press(words.next);
    await page.sees(words.flow.photosLoading);
    page.desk.network.down = false;
    await until(() => page.draft.photos[0]?.attachmentId, 'the photo has arrived');
    await until(() => !page.text.includes(words.flow.photosLoading), 'nothing is said to be on its way any more');
    await page.press(words.next);
    await page.sees(words.flow.solution);
  });

  it('whose answer was lost is submitted once, also after the page was loaded anew', async () => {
    await page.look('DELIVERED');
    await page.fillReturn('衬衫 Shirt', 'I do not want it any more', 'Return and refund');
    page.desk.network.loseAnswers = 1;
    await page.press(words.flow.submit);
    await page.sees(words.unsure);
    await page.reload('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.sees(words.unsure);
    await page.press(words.flow.submit);
    await page.sees('Your request DELIVERED-1 has arrived.');
    expect(await page.cases()).to.have.length(1);
  });

  it('is looked at again when the order has changed since', async () => {
    await page.look('DELIVERED');
    await page.fillReturn('衬衫 Shirt', 'I do not want it any more', 'Return and refund');
    await later(20);
    page.shop.set('DELIVERED', {});
    await page.press(words.flow.submit);
    await page.sees(words.outdated);
    expect(await page.cases()).to.deep.equal([]);
    await page.press(words.flow.submit);
    await page.sees('DELIVERED-1');
  });

  it('that the policy denies is one sentence with its clause behind “Why?” and nothing to choose, and goes to a person with what was tried', async () => {
    await page.look('OLD');
    await page.press(words.orders.afterSales);
    await page.tick('茶叶 Tea');
    await page.press(words.next);
    await page.tick('I do not want it any more');
    await page.press(words.next);
    await page.sees('Sorry, you could return this and get your money back until');
    expect(inside('desk-case-flow', '[type=radio]')).to.deep.equal([]);
    expect(inside('desk-case-flow', 'button').map(textOf)).not.to.include(words.next);
    const [clause] = inside<HTMLDetailsElement>('desk-case-flow', 'details.why');
    expect(clause?.open).to.equal(false);
    expect(textOf(clause)).to.match(new RegExp(`^${words.why.replace('?', '\\?')} .*seven`));
    expect(page.text).not.to.match(/\[[A-Z]|Days since|\d\d:\d\d:\d\d/);
    expect(await objections()).to.deep.equal([]);
    await page.press(words.askPerson);
    await until(() => deep('desk-composer'), 'the conversation is there');
    await until(async () => (await page.desk.said().catch(() => [])).length === 2, 'the agent has it');
    const [card, text = ''] = await page.desk.said();
    expect(card).to.include('OLD');
    for (const piece of ['OLD', '茶叶 Tea × 1', 'I do not want it any more', 'I was told'])
      expect(text).to.include(piece);
  });

  it('exchanges for what is there', async () => {
    await page.look('DELIVERED');
    await page.press(words.orders.afterSales);
    await page.tick('衬衫 Shirt');
    await page.press(words.next);
    await page.tick('The size or colour');
    await page.press(words.next);
    await page.sees(words.flow.solution);
    await page.tick('Exchange');
    await page.press(words.next);
    await page.sees(words.required);
    const select = part<HTMLSelectElement>('select');
    select.value = 'shirt-L';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.press(words.next);
    await page.sees(words.flow.noMoney);
    await page.press(words.flow.submit);
    await page.sees('DELIVERED-1');
    expect((await page.cases())[0]?.lines[0]?.newVariantId).to.equal('shirt-L');
  });

  it('says that the shop is down, and goes on when it is back', async () => {
    await page.look('DELIVERED');
    page.shop.line = () => 'DOWN';
    await page.press(words.orders.afterSales);
    await page.sees(words.shopAway);
    page.shop.line = () => 'UP';
    await page.press(words.retry);
    await page.sees(words.flow.chooseItems);
  });
});
