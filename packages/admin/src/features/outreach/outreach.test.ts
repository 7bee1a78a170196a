import { expect } from '@open-wc/testing';
import {
  afterEach,
  cleanPage,
  describe,
  fill,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  reads,
  SIZES,
  until,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';

describe('what a customer wants to hear of', () => {
  afterEach(cleanPage);

  it('stands on their page with proof and history, and staff record a yes with its proof and a no without', async () => {
    const desk = await createPanelDesk();
    const lily = await desk.shopper('lily');
    await desk.desk.as(lily).outreach.setConsent({ purpose: 'SURVEYS', given: false });
    const { actor } = await openPanel({ roles: ['SV'], path: `/customers/${lily.customerId}`, desk });
    await reads('Offers and new products');
    await reads('The customer, here');
    const offers = async () => {
      const { purposes } = await desk.desk.as(actor).outreach.consentChoices({ customerId: lily.customerId });
      return purposes.find(({ purpose }) => purpose === 'OFFERS')?.given;
    };
    await press('Record what the customer wants: Offers and new products');
    await fill('Proof', 'Said so on the phone');
    await pressInDialog('Record what the customer wants: Offers and new products');
    await until(async () => (await offers()) === true, 'it is recorded');
    await reads('Said so on the phone');
    await reads('Agent-SV');
    expect(await objections()).to.deep.equal([]);
  });

  it('is read in Chinese and on a phone, and not changed by who may not edit customers', async () => {
    const desk = await createPanelDesk();
    const lily = await desk.shopper('lily');
    await openPanel({ roles: ['QI'], locale: 'zh-CN', size: SIZES.phone, path: `/customers/${lily.customerId}`, desk });
    await reads('优惠与新品');
    await reads('暂无记录。');
    expect(await objections()).to.deep.equal([]);
  });
});
