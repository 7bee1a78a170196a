import { expect } from '@open-wc/testing';
import { later } from '../../../test/chat-page.ts';
import { button, deep, focused, inside, objections, textOf, until } from '../../../test/page.ts';
import { servicePage } from '../../../test/service-page.ts';
import { describe, it } from '../../../test/suite.ts';
import { en as words } from '../../../test/service-words.ts';

describe('following a case', () => {
  const page = servicePage();

  async function submitted(): Promise<string> {
    await page.look('DELIVERED');
    await page.fillReturn('茶叶 Tea', 'It does not work', 'Return and refund');
    await page.press(words.flow.submit);
    await page.press(words.flow.follow);
    await page.sees(words.caseStates.REQUESTED);
    return (await page.cases())[0]?.id ?? '';
  }

  /** After a fault of the shop's somebody apologises first. */
  async function approve(id: string): Promise<void> {
    await page.by('SV', 'recordApology', { id });
    await page.by('SV', 'approveCase', { id });
  }

  it('goes from the approval over the waybill to the refund, live (R-AFT-09)', async () => {
    const id = await submitted();
    await approve(id);
    await page.sees(words.caseStates.AWAITING_RETURN);
    await page.sees('23:59');
    await page.press(words.cases.actions.shipReturn);
    page.fill('carrier', 'SF');
    page.fill('waybill', '12');
    await page.press(words.confirm);
    await until(() => (focused() as HTMLInputElement).name === 'waybill', 'the wrong number is pointed at');
    page.fill('waybill', 'SF00112233');
    await page.press(words.confirm);
    await page.sees(words.caseStates.IN_TRANSIT);
    await page.by('WH', 'receiveReturn', { id });
    await page.sees(words.caseStates.RECEIVED);
    await page.by('WH', 'inspectReturn', { id, result: 'PASS' });
    await page.by('AA', 'settleReturn', { id });
    await page.sees('¥30.00 has gone back to: Card Visa ending in 4242');
    expect(page.shop.refunded('DELIVERED')).to.equal(3_000);
    const past = inside('desk-case-page', '.events li').map(textOf);
    expect(past.map((text) => text.replace(/ \d.*$/, ''))).to.deep.equal([
      'Refunded · automatic',
      'Refund on its way · the shop',
      'Inspection passed · the shop',
      'Arrived, being inspected · the shop',
      'On its way to us · you',
      'Please send it back · automatic',
      'Approved · the shop',
      'Waiting for our answer · you',
    ]);
    expect(await objections()).to.deep.equal([]);
  });

  it('is withdrawn by its customer, and its goods can be asked for again', async () => {
    await submitted();
    await page.press(words.cases.actions.withdrawCase);
    await page.sees(words.cases.explains.withdrawCase);
    const confirm = button(words.confirm);
    confirm.click();
    confirm.click();
    await page.sees(words.caseStates.WITHDRAWN);
    expect(inside('desk-case-page', 'button').map(textOf)).not.to.include(words.cases.actions.withdrawCase);
    expect((await page.cases())[0]?.state).to.equal('WITHDRAWN');
  });

  it('shows what a partial inspection leaves, and takes the agreement or the objection', async () => {
    const id = await submitted();
    await approve(id);
    await page.press(words.cases.actions.shipReturn);
    page.fill('carrier', 'SF');
    page.fill('waybill', 'SF00112233');
    await page.press(words.confirm);
    await page.sees(words.caseStates.IN_TRANSIT);
    await page.by('WH', 'receiveReturn', { id });
    // The shop is at fault here, so nothing is taken off.
    await page.by('WH', 'inspectReturn', { id, result: 'PARTIAL', note: 'a scratch', photos: ['p1'] });
    const [inspected] = await page.cases();
    await page.sees(words.cases.partial(`CN¥${((inspected?.refundAmount ?? 0) / 100).toFixed(2)}`));
    await page.sees('a scratch');
    await page.press(words.cases.actions.openCaseDispute);
    await page.press(words.confirm);
    await page.sees(words.required);
    await page.press(words.notNow);
    await page.press(words.cases.actions.acceptInspection);
    await page.press(words.confirm);
    await page.sees(words.cases.accepted);
    expect((await page.cases())[0]?.inspectionAcceptedAt).not.to.equal(null);
  });

  it('is told over the composer until it was looked at', async () => {
    const id = await submitted();
    await page.press('Back');
    await later(300);
    expect(deep('desk-case-news')?.hidden ?? true).to.equal(true);
    await page.by('SV', 'rejectCase', { id, reason: 'The goods were used.' });
    await page.handle?.close();
    page.handle?.remove();
    await page.open();
    await until(() => textOf(deep('desk-case-news')).includes(words.cases.strip(1)), 'the news are told');
    expect(await objections()).to.deep.equal([]);
    await page.press(words.cases.show);
    await page.sees('The goods were used.');
    await page.press('Back');
    await later(300);
    expect(deep('desk-case-news')?.hidden ?? true).to.equal(true);
  });

  it('lists all cases with what waits for the customer', async () => {
    const id = await submitted();
    await approve(id);
    await page.press('Back');
    await page.press('Back');
    await page.press(words.orders.cases);
    await page.sees(words.cases.yourTurn);
    await page.sees('DELIVERED-1');
    await page.sees('Send the goods back by');
  });
});
