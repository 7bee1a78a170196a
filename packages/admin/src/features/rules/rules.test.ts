import { expect } from '@open-wc/testing';
import { Rule } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  it,
  objections,
  openPanel,
  press,
  reads,
  until,
} from '../../testing/page.ts';
import { createPanelDesk } from '../../testing/panel-desk.ts';

describe('rules', () => {
  afterEach(cleanPage);

  it('are tried on what has been and published by those who lead', async () => {
    const desk = await createPanelDesk();
    const { desk: shop, system } = desk;
    const rule = async () => shop.read(system).first(Rule, { code: 'NOT_SOLVED' });
    const { id } = (await rule()) ?? { id: '' };
    await openPanel({ roles: ['SV'], path: `/rules/${id}`, desk });
    await reads('result in ["NOT_SOLVED", "FOLLOW_UP"]');
    const publish = () => all<HTMLButtonElement>('button').find((one) => one.textContent?.trim() === 'Publish');
    await until(() => publish()?.ariaDisabled === 'true', 'nothing is published without a dry run');
    await press('Dry run');
    await until(() => publish()?.ariaDisabled === 'false', 'the dry run has its result');
    await press('Publish');
    await until(async () => (await rule())?.state === 'ACTIVE', 'it is at work');
    expect(await objections()).to.deep.equal([]);
  });
});
